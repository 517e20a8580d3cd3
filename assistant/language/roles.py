"""Names, organisations and roles as form tells them."""

import re

_LETTERS = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
UPPER = "A-Z" + "".join(letter for letter in _LETTERS if letter.isupper())
LOWER = "a-z" + "".join(letter for letter in _LETTERS if letter.islower())
_WORD = rf"(?:(?:al|el|ul|ar|as|ad|abu)-)?[{UPPER}](?:[\w'’]+|\.)(?:-[{UPPER}a-z][\w'’]+)*"
PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|do|el|al|bin|ibn|ben|la|le|y|zu|ten|ter|['’]t|Ní|Ó|Mac|Mc|O['’])"
NAME = rf"{_WORD}(?:[ ](?:{PARTICLE}[ ]){{0,3}}{_WORD}){{0,3}}"
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
    rf"(?P<role>(?:[{LOWER}][\w'’-]*|[CV][A-Z]{{1,2}}\b|(?:Head|Director|Chief|Senior|Lead|Professor|Partner|Vice"
    rf"|Principal)\b)"
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
    r"\b(?i:she|he|they|who) (?:now |also |currently )?(?P<role>(?:runs?|leads?|heads?|manages?|directs?|teaches"
    r"|trains?"
    r"|judges?|edits?|curates?|coaches|chairs?|owns?|conducts?|designs?|builds?) (?!me\b|us\b|to\b|from\b"
    r"|into\b)[^.,;!?]{3,45}?)"
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
_NO_ORG = frozenset("i i'm he she they we it the my his her their our monday tuesday wednesday thursday friday".split())


def described(before: str, after: str) -> tuple[str, str]:
    """Role and organisation that stand next to a name, from the words before and after it."""
    place = ""
    if match := _AT_ORG.match(after) or _BARE_ORG.match(after):
        place = clean_org(match["org"])
    else:
        match = _APPOSITION.match(after)
        if match and after.startswith((",", " who")) and not _no_role(match["role"]):
            return _and_also(after[match.end() :], match["role"].strip(), match["org"] or "")
    front = _BEFORE.search(before)
    if front and not _NOT_THEIRS.search(before[: front.start()]) and not _BAD_ROLE.match(front["role"]):
        return front["role"].strip(), place
    return "", place


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
    r"\b(?:my \w+|boss|mentor|friend|that|how|if|when|says|said|because|what|where|why)(?: (?:says|said|thinks"
    r"|that))? ?$",
    re.IGNORECASE,
)


def clean_org(name: str) -> str:
    """An organisation's name without article and trailing marks; empty for a pronoun-like catch."""
    name = re.sub(rf"^(?:the|a) (?=[{UPPER}])", "", name).strip(" .,;:'’")
    return "" if not name or name.lower() in _NO_ORG else name
