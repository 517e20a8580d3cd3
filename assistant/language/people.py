"""People in a message: titles, names in many shapes, roles, organisations."""

import re
from dataclasses import dataclass, replace

from assistant.language.roles import LOWER, NAME, PARTICLE, described

TITLES = (
    r"prof(?:essor)?\.? dr|dr|dra|prof|professor|doctor|mr|mrs|ms|mx|miss|sir|dame|lady|lord|judge|justice"
    r"|captain|capt|chef|sister"
    r"|father|brother|pater|padre|rabbi|imam|sheikh|swami|maestro|rev|reverend|pastor|canon|bishop|monsignor"
    r"|frau(?: doktor| dr)?|herr(?: doktor| dr)?|sergeant|sgt|colonel|major|commander|lieutenant|lt|general"
    r"|coach|madame|monsieur|signora?|se[nñ]ora?|sra?|matron|dean|inspector|senator|councillor|cllr|ustad|sensei|pani"
)
_STOP_OF_ABBREVIATION = (
    r"(?:(?i:(?<=\bdr)|(?<=\bmr)|(?<=\bms)|(?<=\bmx)|(?<=\bmrs)|(?<=\bprof)|(?<=\bing)|(?<=\bsgt)|(?<=\bcapt)"
    r"|(?<=\brev)|(?<=\bhr)|(?<=\bfr))\.)?"
)
"""A full stop after any other title ends a sentence: "she is the ward sister. The …"."""
_TITLED = re.compile(
    rf"\b(?P<title>(?i:{TITLES}))\b{_STOP_OF_ABBREVIATION}[ ](?:(?P<name>(?:{PARTICLE}[ ]){{0,2}}{NAME})"
    rf"|(?P<low>(?i:(?!of\b|and\b|is\b|at\b|in\b|who\b|for\b|from\b|to\b|about\b|said\b|has\b|was\b"
    rf"|the\b|a\b|yet\b|although\b|because\b|but\b|so\b|when\b|if\b|says?\b|always\b|never\b|on\b|by\b|after\b"
    rf"|before\b)[{LOWER}'’-]{{2,}}(?:[ ](?:{PARTICLE}[ ]){{0,2}}(?!at\b|for\b|in\b|who\b|he\b|she\b|they\b|and\b"
    rf"|from\b|about\b|on\b|to\b|is\b|of\b|with\b|because\b|i\b|im\b|the\b|next\b|we\b|his\b|her\b|hes\b|shes\b"
    rf"|was\b|has\b|runs\b|works\b|whose\b|which\b|via\b|by\b|over\b|asking\b|that\b|so\b|but\b|my\b|our\b"
    rf"|a\b|an\b|last\b|yesterday\b|two\b|three\b|wants?\b|asked\b|told\b|asks\b|thinks\b)[{LOWER}'’-]{{2,}})?)))"
)
_PLAIN = re.compile(rf"(?<![\w'’]){NAME}")
CONTACT = (
    r"(?:write|writing|written|wrote|reach out|reaching out|reach|get in touch|connect|talk|talking"
    r"|speak|speaking|send|sending|note|message|messaging|mail|email|e-mail|emailing|contact"
    r"|contacting|approach|approaching|ask|asking|dm|text|invite|introduce myself|line|word|something"
    r"|it|letter|outreach|drop)"
)
CONTACTED = re.compile(
    r"\b(?:write to|e-?mail|contact|reach out|get in touch|message (?:to|her|him)|linkedin|dm|letter "
    r"to|drop by|walk up to|go up to|ask (?:her|him|them) (?:how|which|what|about|for|if|whether))\b",
    re.IGNORECASE,
)
"""Words about getting in touch with somebody."""
_CONTACTED = re.compile(
    rf"\b{CONTACT}(?: (?:an?|the|my|short|quick|first|\w+))?(?: (?:email|e-mail|mail|message|note|line"
    rf"|letter|dm|text|request))?(?: (?:to|with|for))? (?:(?:my|our|the|a) (?:(?!(?:of|at|from|in|for|by)\b)[\w-]+ "
    rf"){{0,3}}(?:called |named )?,? ?)?$",
    re.IGNORECASE,
)
_LOW_END = (
    r"(?=,|\.|;|:|$| (?:at|who|from|about|on|via|over|by|and|he|she|they|hes|shes|he['’]s|she['’]s|whose|because|to"
    r"|for"
    r"|in|i|im|is|who['’]s|whos|re)\b)"
)
_LOW_NAME = re.compile(
    rf"\b(?:{CONTACT}(?: [a-z]+){{0,2}} (?:to|with)|(?:message|messaging|email|emailing|e-mail|mail|contact|dm"
    rf"|text|write"
    rf"|approach|invite|called|named|name is)) (?P<low>[{LOWER}]{{3,}}(?:-[{LOWER}]+)?(?: (?:{PARTICLE} "
    rf"){{0,2}}(?!{{stop}})"
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
    "ask introduce introducing answer reply prepare "
    "please help hi hello hey dear thanks thank yes no ok right well also maybe perhaps could would "
    "should can may will need want give tell write draft make short long first last next third "
    "second pls plz thx new old best good nice great everything anything something nothing everybody somebody "
    "monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays "
    "sundays january february march april may june "
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
    found = _titled(text)
    taken = [(person.start, person.end) for person in found]
    found += [person for person in _plain(text) if not any(start <= person.start < end for start, end in taken)]
    found = [_with_partner(text, person) for person in found]
    if not any(person.title for person in found):
        found += _lower_case(text)
    merged: dict[str, Person] = {}
    for person in sorted((_ranked(text, person) for person in found), key=lambda p: -p.score):
        longer = next((other for other in merged if other in person.name.split()), "")
        if longer and not person.title and person.score > -2:
            merged[person.name] = _joined(text, merged.pop(longer), person)
        elif not any(person.name in other.split() or person.name == other for other in merged):
            merged[person.name] = person
    return [person for person in merged.values() if person.score > -2]


_NEEDS_CAPITAL = frozenset("father brother sister major general lady coach dean doctor justice canon judge".split())


def _titled(text: str) -> list[Person]:
    found: list[Person] = []
    for match in _TITLED.finditer(text):
        group = "name" if match["name"] else "low"
        if group == "name" or (
            match["title"].lower() not in _NEEDS_CAPITAL and match["low"].split()[0] not in _THING_WORDS
        ):
            name = re.sub(r"['’]s$", "", match[group].strip())
            found.append(Person(name, match.start(), match.end(), match["title"], score=3))
    return found


def _plain(text: str) -> list[Person]:
    found: list[Person] = []
    for match in _PLAIN.finditer(text):
        if name := _trimmed(match[0]):
            start = match.start() + match[0].index(name)
            found.append(Person(name, start, start + len(name)))
    return found


def _lower_case(text: str) -> list[Person]:
    low = _LOW_NAME.search(text)
    if not low or low["low"].split()[0] in _THING_WORDS or _common(low["low"]):
        return []
    return [Person(low["low"], low.start("low"), low.end("low"), score=1)]


def _joined(text: str, short: Person, full: Person) -> Person:
    """What is said of a person by the short name goes to the full one."""
    return replace(
        full,
        score=max(full.score, short.score),
        title="" if _MENTIONED.search(text[: short.start]) else short.title,
        role=full.role or short.role,
        organisation=full.organisation or short.organisation,
    )


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
    "sound come make get ask see say hear talk know help find one two three four five six guys girl girls "
    "women men man "
    "woman lady lad chap friend friends neighbour neighbor cousin brother sister mum dad mother father uncle aunt "
    "teacher teachers tutor doctor nurse chef coach lawyer engineer designer developer owner founder ceo cto "
    "short long quick cold proper good nice formal polite friendly thank thanks sorry hello everyone nobody "
    "just only really also please maybe can could would should will "
    "said says asked asks wants wrote agreed paper letter note message request reply call coffee draft asking "
    "writing being having using going".split()
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


_INTRODUCED = re.compile(
    r"\b(?:called|named|name is|name['’]s|it['’]s|he['’]s|she['’]s|is|tell|my mentee|my mentor|mentee"
    r"|mentor|colleague|trainee|apprentice|student|with|someone|i admire:?|lady,|man,|woman,|maker[\w "
    r",]*),? $",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"(?:['’]s)? (?:is|was|has|had|\w+ed|turned|gave|got|keeps?|does|did|left|said|told|ran|sent|wrote|writes"
    r"|asks|says|wants|and I|and me)\b|'s "
)
_PARTNER = re.compile(r"\bmy (?:\w+ )?(?:mentor|mentee|apprentice|trainee|student|supervisor|coach),? $", re.IGNORECASE)
_PART_OF_A_NAME = re.compile(
    r"[ -]?(?:\d|University|College|Hospital|Ltd|Inc|GmbH|Street|Road|festival|workshop|office|Office"
    r"|board|fair|conference|branch|project|rush)\b"
)

_COMPANY = re.compile(
    r"\b(?:Energy|Bank|Group|Labs?|Robotics|Systems|Foundation|University|Institute|Airlines|Industries|Technologies"
    r"|Consulting|Museum|Hospital|College|School|Trust|Council|Ministry|Works|Studios?|Architects|Partners|Press|Media"
    r"|Association|Society|Club|Office|Health|Software|Solutions|Capital|Motors|Pharma|Logistics|Ventures|Agency"
    r"|Team)$"
)


def _ranked(text: str, person: Person) -> Person:
    before, after = text[max(0, person.start - 60) : person.start], text[person.end : person.end + 160]
    score = person.score + (" " in person.name)
    if _CONTACTED.search(before) or re.search(r"(?:to|recipient|for): ?$", before, re.IGNORECASE):
        score += 6
    if _INTRODUCED.search(before):
        score += 1.5
    if _MUTUAL.search(before) or (_MUTUAL_AFTER.search(after) and not _PARTNER.search(before)):
        score -= 6
    if not person.title:
        score -= 2.5 * bool(_PLACE_BEFORE.search(before)) + 4 * bool(_PART_OF_A_NAME.match(after.lstrip(" ")))
        score -= 9 * bool(_COMPANY.search(person.name))
        if _opens_sentence(text, person.start) and " " not in person.name:
            score -= 0.5 if _ACTING.match(after) else 2.5
    role, place = described(before, after)
    return replace(person, role=role, organisation=place, score=score + (1.5 if role else 0))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip()
    return not before or before[-1] in ".!?:\n"
