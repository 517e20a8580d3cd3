"""People in a message: titles, names in many shapes, roles, organisations."""

import re
from dataclasses import dataclass, replace

TITLES = (
    r"prof(?:essor)?\.? dr|dr|dra|prof|professor|doctor|mr|mrs|ms|mx|miss|sir|dame|lady|lord|judge|justice|captain|capt|chef|sister"
    r"|father|brother|pater|padre|rabbi|imam|sheikh|swami|maestro|rev|reverend|pastor|canon|bishop|monsignor"
    r"|frau(?: doktor| dr)?|herr(?: doktor| dr)?|sergeant|sgt|colonel|major|commander|lieutenant|lt|general"
    r"|coach|madame|monsieur|signora?|se[nñ]ora?|sra?|matron|dean|inspector|senator|councillor|cllr|ustad|sensei|pani"
)
_LETTERS = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
_WORD = rf"(?:(?:al|el|ul|ar|as|ad|abu)-)?[{UPPER}](?:[\w'’]+|\.)(?:-[{UPPER}a-z][\w'’]+)*"
_PARTICLE = (
    r"(?:van|von|der|den|de|del|della|di|da|dos|do|el|al|bin|ibn|ben|la|le|y|zu|ten|ter|['’]t|Ní|Ó|Mac|Mc|O['’])"
)
NAME = rf"{_WORD}(?:[ ](?:{_PARTICLE}[ ]){{0,3}}{_WORD}){{0,3}}"
_TITLED = re.compile(
    rf"\b(?P<title>(?i:{TITLES}))\b\.?[ ](?:(?P<name>(?:{_PARTICLE}[ ]){{0,2}}{NAME})"
    rf"|(?P<low>(?i:(?!of\b|and\b|is\b|at\b|in\b|who\b|for\b|from\b|to\b|about\b|said\b|has\b|was\b"
    rf"|the\b|a\b)[{LOWER}'’-]{{2,}}(?:[ ](?:{_PARTICLE}[ ]){{0,2}}(?!at\b|for\b|in\b|who\b|he\b|she\b|they\b|and\b"
    rf"|from\b|about\b|on\b|to\b|is\b|of\b|with\b|because\b|i\b|im\b|the\b|next\b|we\b|his\b|her\b|hes\b|shes\b"
    rf"|was\b|has\b|runs\b|works\b|whose\b|which\b|via\b|by\b|over\b|asking\b|that\b|so\b|but\b|my\b|our\b"
    rf"|a\b|an\b)[{LOWER}'’-]{{2,}})?)))"
)
_PLAIN = re.compile(rf"(?<![\w'’]){NAME}")
CONTACT = (
    r"(?:write|writing|written|wrote|reach out|reaching out|reach|get in touch|connect|talk|talking"
    r"|speak|speaking|send|sending|note|message|messaging|mail|email|e-mail|emailing|contact"
    r"|contacting|approach|approaching|ask|asking|dm|text|invite|introduce myself|line|word|something"
    r"|it|letter|outreach|drop)"
)
_CONTACTED = re.compile(
    rf"\b{CONTACT}(?: (?:an?|the|my|short|quick|first|\w+))?(?: (?:email|e-mail|mail|message|note|line"
    rf"|letter|dm|text|request))?(?: (?:to|with|for))? (?:(?:my|our|the|a) (?:(?!(?:of|at|from|in|for|by)\b)[\w-]+ "
    rf"){{0,3}}(?:called |named )?,? ?)?$",
    re.IGNORECASE,
)
_LOW_END = (
    r"(?=,|\.|;|:|$| (?:at|who|from|about|on|via|over|by|and|he|she|they|hes|shes|he['’]s|she['’]s|whose|because|to|for"
    r"|in|i|im|is|who['’]s|whos|re)\b)"
)
_LOW_NAME = re.compile(
    rf"\b(?:{CONTACT}(?: [a-z]+){{0,2}} (?:to|with)|(?:message|messaging|email|emailing|e-mail|mail|contact|dm|text|write"
    rf"|approach|invite|called|named|name is)) (?P<low>[{LOWER}]{{3,}}(?:-[{LOWER}]+)?(?: (?:{_PARTICLE} ){{0,2}}(?!{{stop}})"
    rf"[{LOWER}'’-]{{3,}}){{0,2}}){_LOW_END}".replace(
        "{stop}",
        r"(?:who|from|about|via|over|and|she|they|hes|shes|whose|because|for|asking|next|this|today|tomorrow|whos"
        r"|the|for|with)\b",
    )
)
_THING_WORDS = frozenset(
    "i i'm i'd i've i'll my mine we our the a an this that these those it its he she they his her "
    "their you your and but or so if when then there here what how why who where which is are was "
    "were be do does did "
    "please help hi hello hey dear thanks thank yes no ok right well also maybe perhaps could would "
    "should can may will need want give tell write draft make short long first last next third "
    "second new old best good nice great "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june "
    "july august september october november december mon tue tues wed thu thur thurs fri sat sun "
    "email mail linkedin slack teams zoom skype whatsapp google christmas easter english german "
    "french spanish portuguese american british european english gmt cv hr it ceo cto cfo phd msc "
    "bsc mba uk us usa eu nhs sbi grow "
    "mentor mentee meeting agenda feedback workshop saturday's monday's today yesterday tomorrow "
    "tonight on in at after before during during since because as for from with about not just only "
    "some one two three six mum dad "
    "once later now everyone nobody somebody everything instead anyway honestly actually last "
    "another both each all any most many six five four ten half say to me again use use keep let "
    "lets let's name "
    "we've we’ve i've we'd we'll you've you're name change yours sincerely regards kind warm prof dr "
    "mr mrs ms mx i’m i’d i’ve she's he's it's she’s he’s it’s they're we're there's that's what's "
    "don't can't name's third-time good-bye thanksgiving ramadan eid diwali ".split()
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|from|near|at|to the|around|over in|outside|of|across|towards|via|the)\s*$", re.IGNORECASE
)
_MENTIONED = re.compile(r"\b(?:call (?:him|her|them)|calls? (?:himself|herself)|say|as) $", re.IGNORECASE)
_MUTUAL = re.compile(r"\b(?:friend|cousin|neighbour|neighbor|flatmate|husband|wife)[, ]+$", re.IGNORECASE)
_MUTUAL_AFTER = re.compile(
    r"^,?(?: [\w'’]+){0,4}? (?:suggested|recommended|gave me|passed me|told me about|pointed me|introduced|put me)\b",
    re.IGNORECASE,
)
_ORG_WORD = rf"(?!I\b)[{UPPER}][\w&'’-]*(?:\.[\w&'’-]+)*"
ORG = (
    rf"(?:the |a )?(?:{_ORG_WORD}(?:[ ](?:(?:of|and|&|for|de|du|der|the|ter|del|la)[ ](?:the "
    rf")?)?{_ORG_WORD}){{0,5}}(?:[ ]\d+)?)(?:(?:[ ][a-z]+)?[ ](?:college|university|hospital|hospice|school|agency"
    rf"|institute|lab|labs|works|foundry|council|clinic|trust|yard|office|department|plant|mill|studio|centre|center"
    rf"|museum|bakery|theatre|company|firm|practice|foundation|authority|brewery|archive|library|orchestra)\b)?"
)
ROLE_NOUN = (
    r"(?:(?!(?:after|later|never|ever|over|under|other|another|rather|together|either|neither|whether|number|letter"
    r"|paper|chapter|summer|winter|mother|father|sister|brother|daughter|matter|order|offer|however|better|older"
    r"|younger|further|former|weather|dinner|supper|newsletter|poster|computer|career|center|water|for|or|error|door"
    r"|floor|different|important|urgent|recent|current|patient|excellent|moment|event|department|document|student"
    r"|restaurant|want|plant|significant|relevant|list|exist|human|bigger|smaller|happier|closer|nearer)\b)"
    r"[\w-]+(?:er|or|ist|ian|ant|ent|man|woman|smith|wright|eur|grapher)|student|nurse|chef|head|lead|chief|ceo|cto|cfo"
    r"|vp|vet|judge|architect|cook|pilot|coach|guide|monk|nun|dean|chair|fellow|surgeon|midwife|clerk|registrar|mate"
    r"|apprentice|trainee|intern|chaplain|priest|imam|rabbi|medic|mechanic|critic|analyst|matron|host|actuary|cadet"
    r"|notary|diplomat|captain|assistant|commis|potter|tailor|baker)"
)
_ROLE_TAIL = r"(?:[ ](?:of|for)[ ](?:the[ ])?(?:(?!at\b|in\b|and\b|who\b|but\b|from\b|we\b|i\b)[\w-]+[ ]?){1,4})?"
_HEADED = (
    rf"(?P<role>(?:(?!(?:and|but|who|not|very|so|too|my|our|his|her|their|a|an|the|i|in|of|at"
    r"|is|are|was|am|im|this|that|there|theres|with|from|to|by|as|for|on|some|write|email|contact|message|ask|tell|meet"
    rf"|met|admire|know|called|dear|hi)\b)[\w’'-]+[ ]){{0,3}}?"
    rf"{ROLE_NOUN}\b{_ROLE_TAIL})"
)
_BARE_ROLE = (
    rf"(?P<role>(?:[{LOWER}][\w'’-]*|[CV][A-Z]{{1,2}}\b|(?:Head|Director|Chief|Senior|Lead|Professor|Partner|Vice|Principal)\b)"
    rf"(?:[ ](?!of\b|at\b|in\b|for\b|from\b|with\b|who\b|and\b|on\b|whose\b|that\b"
    r"|which\b|over\b|but\b|because\b|about\b|to\b|is\b|was\b|i\b|whom\b|based\b|he\b|she\b|they\b"
    r"|we\b)[\w'’-]+){0,4}(?:[ ](?:of|in|for)[ ](?:the[ ])?[a-zà-ÿ][\w'’-]*(?:[ ](?!at\b|in\b|and\b"
    r"|who\b|but\b|from\b)[a-zà-ÿ][\w'’-]*){0,3})?)"
)
_ROLE = rf"(?:(?:the|a|an|our|their|its|my)\s+)?{_BARE_ROLE}"
_PLACE = rf"(?:[ ]in[ ](?!the\b)(?:[{UPPER}][\w'’-]+[ ]?){{1,3}}?)?"
_ITS_ORG = rf"(?:{_PLACE},?[ ](?:at|of|for|with|over at|from)[ ](?:company[ ]|a company called )?(?P<org>{ORG}))?"
_APPOSITION = re.compile(
    rf"^,?[ ](?:(?:who (?:is|was)|who['’]s|whos|he['’]s|she['’]s|hes|shes|(?:he|she) is|they are)\s+)?{_ROLE}{_ITS_ORG}"
)
_PRONOUN_IS = re.compile(
    rf"\b(?i:she|he|they)(?:['’]s|['’]re|s|[ ](?i:is|are|was|works as|now works as))(?:[ ](?:now|currently|also))?[ ]"
    rf"(?:(?:the|a|an|our)[ ]{_BARE_ROLE}{_ITS_ORG}|{_HEADED.replace('<role>', '<headed>')}(?=[ ]at\b|[ ]of\b|[ ]for\b"
    rf"|[ ]in\b|[.,;]|$|[ ]and\b){_ITS_ORG.replace('<org>', '<workplace>')})"
)
_ALSO = re.compile(rf"^ (?:and|but) (?:also |now )?(?:an? |the )(?P<role>[\w ]{{3,40}}?) at (?:the )?(?P<org>{ORG})")
_DOES = re.compile(
    r"\b(?i:she|he|they|who) (?:now |also |currently )?(?P<role>(?:runs?|leads?|heads?|manages?|directs?|teaches|trains?"
    r"|judges?|edits?|curates?|coaches|chairs?|owns?|conducts?|designs?|builds?) (?!me\b|us\b|to\b|from\b|into\b)[^.,;!?]{3,45}?)"
    r"(?=[.,;!?]| and | but | at | in (?:my|our|the) | who | which |$)"
)
_BEFORE = re.compile(
    rf"\b(?:(?:a|an|the|our|this|their|her|his)[ ])?{_HEADED}(?:[ ](?:in|at|of|from|on)[ ](?:[\w'’-]+[ ]?){{1,4}})?"
    r"(?:,|[ ]called|[ ]named|,[ ](?:called|named))?[ ]$",
    re.IGNORECASE,
)
_AT_ORG = re.compile(rf"^,?[ ](?:who works )?(?:at|from|of)[ ](?P<org>{ORG})")
_BARE_ORG = re.compile(r"^, (?P<org>(?:Uni|University|Institute|College|Hospital|Bank|Ministry)\b[\w ]*?)(?=[.,;]|$)")
_BAD_ROLE = re.compile(
    r"^(?:and|but|who|which|called|named|though|came|hes|shes|is|much|he|she|they|i|we|it|so|because"
    r"|as|if|when|where|about|for|to|with|from|at|in|on|bright|proud|not|very|really|far|old|young"
    r"|happy|sure|busy|late|good|great|nice|kind|kinder|well|one|someone|somebody|surely|probably"
    r"|usually|always|never|here|there|my|his|her|our|your|their|please|short|mostly|also|now|then"
    r"|only|just|still|already|said|says|thinks|knows|keeps|did|has|had|was|were|is|are|next|last|by"
    r"|email|mail|this|that|these|those|maybe|perhaps|ideally|asking|going|coming|hoping|wondering"
    r"|trying|a bit|quite|too|more|tuesday|monday)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody named in a message, with what is said of them."""

    name: str
    start: int
    end: int
    title: str = ""
    role: str = ""
    organisation: str = ""
    score: float = 0.0


def people_in(text: str) -> list[Person]:
    """Everybody named, the likeliest addressee first; places, organisations and days are left out where form tells."""
    found: list[Person] = []
    for match in _TITLED.finditer(text):
        group = "name" if match["name"] else "low"
        if group == "low" and (
            match["title"].lower() in ("father", "sister", "major", "lady", "coach", "dean", "doctor")
            or match["low"].split()[0] in _THING_WORDS
        ):
            continue
        found.append(Person(match[group].strip(), match.start(), match.end(), match["title"], score=3))
    taken = [(person.start, person.end) for person in found]
    for match in _PLAIN.finditer(text):
        if any(start <= match.start() < end for start, end in taken):
            continue
        if name := _trimmed(match[0]):
            start = match.start() + match[0].index(name)
            found.append(Person(name, start, start + len(name)))
    found = [_with_partner(text, person) for person in found]
    if (
        not any(p.title for p in found)
        and (low := _LOW_NAME.search(text))
        and low["low"].split()[0] not in _THING_WORDS
        and not _common(low["low"])
    ):
        found.append(Person(low["low"], low.start("low"), low.end("low"), score=1))
    ranked = [_ranked(text, person) for person in found]
    merged: dict[str, Person] = {}
    for person in sorted(ranked, key=lambda p: -p.score):
        known = next((other for other in merged if person.name in other.split() or person.name == other), "")
        longer = next((other for other in merged if other in person.name.split()), "")
        if longer and not person.title and person.score > -2:
            short = merged.pop(longer)
            merged[person.name] = replace(
                person,
                score=max(person.score, short.score),
                title=short.title if not _MENTIONED.search(text[: short.start]) else "",
                role=person.role or short.role,
                organisation=person.organisation or short.organisation,
            )
        elif not known:
            merged[person.name] = person
    return [person for person in merged.values() if person.score > -2]


def _with_partner(text: str, person: Person) -> Person:
    """A couple written to as one ("Anaïs and Pierre Lefèvre")."""
    match = re.match(rf" (?:and|&) (?P<other>{NAME})(?=,|\.|$| who| at| from)", text[person.end :])
    if (
        not match
        or not _CONTACTED.search(text[max(0, person.start - 60) : person.start])
        or not _trimmed(match["other"])
    ):
        return person
    return replace(person, name=text[person.start : person.end] + match[0], end=person.end + match.end())


_COMMON = frozenset(
    "someone somebody anyone people him her them you the my our a an that this those these another other head boss "
    "manager director senior mentor mentee former old new alumni alumna professor lecturer colleague staff recruiter "
    "recruiters strangers stranger folks students engineers experts companies hr sales support management team teams "
    "work school university uni both many few several more less back first again soon your his their its me us it "
    "myself herself himself linkedin slack email work via over about with from into such which who how what why "
    "sound come make get ask see say hear talk know help find one two three four five six guys girl girls women men man "
    "woman lady lad chap friend friends neighbour neighbor cousin brother sister mum dad mother father uncle aunt "
    "teacher teachers tutor doctor nurse chef coach lawyer engineer designer developer owner founder ceo cto "
    "short long quick cold proper good nice formal polite friendly thank thanks sorry hello everyone nobody "
    "just only really also please maybe can could would should will "
    "paper letter note message request reply call coffee draft asking writing being having using going".split()
)


def _common(name: str) -> bool:
    return any(word in _COMMON for word in name.split())


def _trimmed(words: str) -> str:
    parts = words.split()
    while parts and re.sub(r"['’]s$", "", parts[0].lower()) in _THING_WORDS:
        parts.pop(0)
    while parts and re.sub(r"['’]s$", "", parts[-1].lower()) in _THING_WORDS:
        parts.pop()
    name = re.sub(r"['’]s$", "", " ".join(parts))
    return name if name and not (name.isupper() and len(name) > 1) and any(c.islower() for c in name) else ""


def _ranked(text: str, person: Person) -> Person:
    before, after = text[max(0, person.start - 60) : person.start], text[person.end : person.end + 160]
    score = person.score
    if _CONTACTED.search(before) or re.search(r"(?:to|recipient|for): ?$", before, re.IGNORECASE):
        score += 6
    if re.search(
        r"\b(?:called|named|name is|name['’]s|it['’]s|he['’]s|she['’]s|is|tell|my mentee|my mentor|mentee"
        r"|mentor|colleague|trainee|apprentice|student|with|someone|i admire:?|lady,|man,|woman,|maker[\w "
        r",]*),? $",
        before,
        re.IGNORECASE,
    ):
        score += 1.5
    score += 1.0 * (" " in person.name) - (2.5 if _PLACE_BEFORE.search(before) and not person.title else 0)
    if _MUTUAL.search(before) or _MUTUAL_AFTER.search(after):
        score -= 6
    if not person.title and _opens_sentence(text, person.start) and " " not in person.name:
        score -= (
            0.5
            if re.match(
                r"(?:['’]s)? (?:is|was|has|had|\w+ed|turned|gave|got|keeps?|does|did|left|said|told|ran|sent|and I|and me)\b|'s ",
                after,
            )
            else 2.5
        )
    if (
        re.match(
            r"[ -]?(?:\d|University|College|Hospital|Ltd|Inc|GmbH|Street|Road|festival|workshop|office|Office"
            r"|board|fair|conference|branch|project|rush)\b",
            after.lstrip(" "),
        )
        and not person.title
    ):
        score -= 4
    described = _described(person, before, after)
    return replace(described, score=score + (1.5 if described.role else 0))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?:\n"


def _described(person: Person, before: str, after: str) -> Person:
    """With the role or the organisation that stands next to the name."""
    if match := _AT_ORG.match(after) or _BARE_ORG.match(after):
        person = replace(person, organisation=clean_org(match["org"]))
    else:
        match = _APPOSITION.match(after)
        if match and after.startswith((",", " who")) and not _no_role(match["role"]):
            role, place = _and_also(after[match.end() :], match["role"].strip(), match["org"] or "")
            return replace(person, role=role, organisation=place)
    front = _BEFORE.search(before)
    if front and not _NOT_THEIRS.search(before[: front.start()]) and not _BAD_ROLE.match(front["role"]):
        return replace(person, role=front["role"].strip())
    return person


def _and_also(after: str, role: str, place: str) -> tuple[str, str]:
    """The second of two roles when only it has a place ("a nun and also a conservator at the …")."""
    more = None if place else _ALSO.match(after)
    return (more["role"], clean_org(more["org"])) if more else (role, clean_org(place))


def _no_role(words: str) -> bool:
    return bool(_BAD_ROLE.match(words) or _PARTICIPLE.match(words))


_NOT_THEIRS = re.compile(
    r"(?:\b(?:i['’]?m|i am|i was|as|my|me|working as|work as|being)(?: (?:a|an|the|also|only|just))?|\band) ?$",
    re.IGNORECASE,
)


def later_role(text: str) -> tuple[str, str]:
    """Role and organisation said in a sentence of their own ("She's the head of … at …"); empty when there is none."""
    for match in _PRONOUN_IS.finditer(text):
        role, place = match["role"] or match["headed"], match["org"] or match["workplace"] or ""
        if not _no_role(role) and not _QUOTING.search(text[: match.start()]):
            return _and_also(text[match.end() :], role.strip(), place)
    match = next((m for m in _DOES.finditer(text) if not _QUOTING.search(text[: m.start()])), None)
    return (match["role"].strip(), "") if match else ("", "")


_PARTICIPLE = re.compile(r"^\w+ing\b(?! (?:director|editor|partner|manager))", re.IGNORECASE)
_QUOTING = re.compile(
    r"\b(?:my \w+|boss|mentor|friend|that|how|if|when|says|said|because|what|where|why)(?: (?:says|said|thinks|that))? ?$",
    re.IGNORECASE,
)


def clean_org(name: str) -> str:
    """An organisation's name without article and trailing marks; empty for a pronoun-like catch."""
    name = re.sub(rf"^(?:the|a) (?=[{UPPER}])", "", name).strip(" .,;:'’")
    return "" if not name or name.lower() in _THING_WORDS else name
