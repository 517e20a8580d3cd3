"""Facts for a difficult conversation in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.roles import NAME
from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.text import split_sentences
from assistant.language.verbs import BASE_ACTS, MENTAL_BASE, is_act, with_you
from assistant.model import Facts

_KIN = (
    r"my (?:\w+ )?(?:mentor|mentee|boss|colleague|supervisor|apprentice|manager|trainee|student|coach|foreman|teacher)"
)
_WHO = rf"(?P<who>i(?=['’]m\b| am\b)|she|he|they|it['’]?s because (?:she|he|they|i)|{_KIN}|(?-i:[A-ZÀ-Þ])[\w'’-]+)"
_OTHER = re.compile(
    rf"(?:^|[.;!?\n] ?)(?:him|her|them|the other(?: one| person)?|with whom|with)\s?[:=]\s?(?P<name>(?-i:{NAME}))",
    re.IGNORECASE,
)
_LED_TO = (
    r"(?!talk|speak|tell|say|have|raise|prepare|bring|confront|address|know how|discuss|ask|sit down|meet|see (?:her"
    r"|him"
    r"|them)|call|write|start|begin|open|practi[sc]e|rehearse|plan|understand how|find (?:the|a"
    r"|some) (?:\w+ )?(?:words?|way"
    r"|time)|get (?:the|this|my) (?:\w+ )?(?:words?|right)|do (?:this|it)|be (?:honest|prepared|ready)|scream|quit"
    r"|hide)"
)
_PURPOSE = (
    re.compile(
        r"\b(?:i (?:(?:just|only|really) )?(?:want|would like|need|hope)|i['’]d like|my (?:aim|goal"
        r"|purpose) is)(?: for)?"
        rf"(?: us)? (?P<keep>to {_LED_TO}\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:what i(?:['’]d| would)? (?:want|like|love|need|hope for|wish for)(?: (?:out of|from|for) (?:it|this|that"
        r"|the (?:talk|conversation|chat|meeting)))?|(?:my |the )?(?:aim|goal|purpose)(?: of (?:it|the \w+))?) ?(?:is"
        r"|:)"
        rf" (?:that we(?: both| can)? (?P<keep>(?!are\b|were\b|can|could|will|should|would|both\b|don|do not)\w)"
        rf"|(?:for us )?(?P<to>to {_LED_TO}\w))",
        re.IGNORECASE,
    ),
    re.compile(r"\bso that (?:we|i) (?:can|could|may) (?P<keep>\w)", re.IGNORECASE),
)
_STORY = (
    re.compile(
        r"\b(?P<keep>(?:i (?:think|believe|feel like|fear|suspect|guess|am sure|feel|reckon|assume|suppose|imagine"
        r"|worry|bet"
        r"|get the (?:feeling|impression|sense)|have the (?:feeling|impression|sense)|tell myself|keep thinking"
        r"|can['’]?t help thinking)|i['’]m (?:sure|convinced|certain|afraid)|my (?:guess|fear|suspicion) is"
        rf"|it (?:seems|looks|feels)(?: to me)?(?: like| as if| as though)?)(?: that)? {_WHO}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;!?,\n] ?|\b(?:and|but|so) )(?P<keep>(?:maybe|perhaps|probably|apparently|surely) {_WHO}"
        r" (?!can\b|could\b|should\b|would\b|will\b|might\b|need\b))",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<keep>(?P<who>she|he|they) (?:just|clearly|obviously|probably) )", re.IGNORECASE),
)
_HEDGE = re.compile(r"it (?:seems|looks|feels)\b|maybe\b|perhaps\b|probably\b|apparently\b|surely\b", re.IGNORECASE)
_OWN = (
    re.compile(
        r"\b(?P<keep>i (?:should have|could have|never (?:said|told|asked|complained|raised|mentioned|objected)"
        r"|didn['’]?t (?:say|tell|ask|speak|complain|object|mention|raise)"
        r"|always said|said (?:it was|that it was)|said (?:nothing|yes)|(?:just )?(?:nodded|smiled"
        r"|laughed it off)"
        r"|(?:kept|stayed|was) (?:quiet|silent)|let it|was also|also (?!want|would|need|think|feel|hope|believe|like"
        r"|have to"
        r"|am|know)|let (?:her|him|them)|admit|may have|might have|snapped|shouted|yelled|lost my temper|overreacted"
        r"|have never (?:said|told|asked|raised)"
        r"|have(?: not|n['’]t) (?:said|told|asked|raised|mentioned))\b"
        r"|i['’]ve never (?:said|told|asked|complained|raised|mentioned)\b"
        r"|(?:it|that) (?:is|was) (?:partly |also )*my (?:own )?(?:fault|mistake))",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:my (?:own )?part(?: in it)?(?: is)?:?(?: that)?) (?P<keep>\w)", re.IGNORECASE),
)
_FELT = (
    r"(?:angry|hurt|disappointed|sad|afraid|scared|worried|annoyed|frustrated|ashamed|upset|furious|tired|helpless"
    r"|lonely"
    r"|embarrassed|anxious|nervous|confused|let down|stressed|exhausted|humiliated|insulted|irritated|resentful|bitter"
    r"|jealous|guilty|torn|uneasy|uncomfortable|overwhelmed|mad|fed up|betrayed|excluded|ignored|unappreciated"
    r"|undervalued"
    r"|disrespected|unhappy|miserable|livid|puzzled|concerned|shocked|discouraged|pissed(?: off)?|terrified|offended"
    r"|devastated)"
)
_HOW_MUCH = (
    r"(?:\w+ly |so |very |quite |a bit |a little |rather |pretty |too |just |kind of |kinda |also |both |honestly )*"
)
_FEELING = re.compile(
    rf"\b(?:i(?:['’]m| am| was| feel| felt|m)|makes? me(?: feel)?|made me(?: feel)?|leaves me(?: feeling)?|feeling) "
    rf"(?:still )?{_HOW_MUCH}(?P<keep>{_FELT}(?: (?:and|but also) {_HOW_MUCH}{_FELT})?)\b",
    re.IGNORECASE,
)
_NO_WISH = (
    r"(?!help\b|advice\b|tips?\b|words?\b|the (?:right )?(?:words?|talk|conversation)\b|(?:an?|the|my|some|your"
    r"|this) (?:\w+ )?"
    r"(?:talk|conversation|chat|meeting|words?|advice|help|tips?|way|start|script|plan|draft|opener|opening|row|fight"
    r"|mentor|revenge)\b)"
)
_ASK = (
    re.compile(
        r"\b(?:ask(?:ing)? (?:her|him|them) (?:to|for)|(?<![a-z] )want (?:her|him|them) to|i(?:['’]d"
        r"| would)? (?:just |only |really )?(?:like|want|need"
        r"|wish"
        rf"|expect) (?:her|him|them|{_KIN}|(?-i:[A-ZÀ-Þ])[\w'’-]+) to|(?:want|like|have|going) to (?:tell|get) (?:her"
        r"|him|them) to|i wish (?:she|he|they) (?:would|could)) "
        r"(?P<keep>(?!know\b|see\b|understand\b|feel\b|talk\b|a talk\b|a chat\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:(?:i )?(?:only|just) (?:want|wish|ask)|i (?:want|wish|ask|expect)|my (?:only )?(?:wish|request"
        r"|ask)(?: is|:)"
        r"|(?:all|what) i(?:['’]d)? (?:want|ask|need|wish)(?: for| from (?:her|him|them))? is) (?:that )?"
        r"(?P<keep>(?:she|he|they|(?-i:[A-ZÀ-Þ])[\w'’-]+) (?!(?:and|or|to|is|was|has)\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:i (?:just |only )*want|(?:all|what) i(?:['’]d)? (?:want|ask|need)(?: for)?(?: from (?:her|him"
        r"|them))? is) "
        rf"(?P<keep>{_NO_WISH}(?:my|an?|the|our|one|more|less|fewer|some|clear|fair|regular) \w)"
        r"|\bi(?:['’]d like| would like| need| want) (?P<due>an (?:apology|explanation)\b|an? (?:clear|fair|fixed"
        r"|straight|honest"
        r"|proper) (?!talk|conversation|chat|word|start|picture|idea|head)\w)",
        re.IGNORECASE,
    ),
)
_ACT = re.compile(
    rf"\b(?P<who>[Ss]he|[Hh]e|[Tt]hey|who|(?i:{_KIN})|(?!It\b|This\b|That\b|What\b|There\b|Nothing\b"
    r"|Everything\b)[A-Z]\w+)"
    r"(?: (?:did|does)(?: not|n['’]?t) (?:even )?(?P<omitted>[a-z]+)\b"
    r"|(?: (?:also|just|then|again|twice|already|once|never"
    r"|always|keeps?|kept|often|has|have|had|hadn['’]t|hasn['’]t|not|\w+ly))* (?P<verb>(?!(?:she|he|they|who|my|i"
    r"|we)\b)[a-z]+)\b)"
)
_LATE = re.compile(
    r"\b(?:she|he|they|[A-Z]\w+) (?:was|were|is|has been|have been)(?: [\w-]+){0,4}? (?:late|absent|not there"
    r"|on (?:her|his|their|the) phone)\b"
)
_KEEPS = re.compile(r" (?:keeps?|kept) \w+ing$")
_NEXT_WISH = re.compile(r",? and (?:to )?(?:ask|tell) (?:her|him|them)\b.*", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:it |this |that )?(?:has )?happened (?:on|again|twice|three|last|yesterday|this|every|at|in) ", re.IGNORECASE
)
_TOLD_THAT = re.compile(
    r"\b(?:tell|telling) (?:\w+ ){1,4}that (?P<keep>(?:she|he|they) (?P<verb>[a-z]+))\b", re.IGNORECASE
)
_NOT_SEEN = re.compile(
    r"\b(?:me (?:angry|feel|mad|sad|nervous|crazy|happy)|(?:the |all the )?credit|for granted)\b", re.IGNORECASE
)
_PARTS = re.compile(
    r",? (?:and|but|then) (?=(?:then |twice |once |again |now |today |yesterday |also )*"
    r"(?:she|he|they|nobody|everybody|[A-Z]\w+) (?!and\b)[a-z])|; |: (?=(?:she|he|they) )"
)
_TO_TELL = re.compile(r"^(?:so )?(?:i|we)\b.* (?:tell|talk|speak|say|write)\b", re.IGNORECASE)
_GUESS = re.compile(r"\b(?:either|or) (?:she|he|they)\b", re.IGNORECASE)
_INDIRECT = re.compile(r"\b(?:that|if|when|because|what|how|whether|why)\s*$", re.IGNORECASE)
_JOINT = re.compile(r"[\s,–—-]+(?:(?:and|but|so|because|as|though|although|then)[\s,]*)?$", re.IGNORECASE)
_STATES = frozenset({"are", "were", "have", "do", "take", "make"})
_PRONOUNS = frozenset({"she", "he", "they", "i"})
MOST_FACTS = 4
_SPANS = ("purpose", "own_part", "ask", "story")


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "other_name")
    facts.pop("sender_name", None)
    if other := _OTHER.search(message):
        facts["other_name"] = other["name"]
    for field, patterns in (("purpose", _PURPOSE), ("own_part", _OWN), ("ask", _ASK)):
        if said := _first(message, patterns):
            facts[field] = correct_case(said)
    if story := _story(message, facts.get("other_name", "")):
        facts["story"] = correct_case(story)
    if seen := _seen(message, {facts[name] for name in _SPANS if name in facts}):
        facts["facts"] = seen
    if match := _FEELING.search(message):
        facts["feeling"] = match["keep"].lower()
    return facts


def _first(message: str, patterns: tuple[re.Pattern[str], ...]) -> str:
    """The clause after the first cue that matches, from the group of the cue that took part."""
    for pattern in patterns:
        for match in pattern.finditer(message):
            start = next(match.start(name) for name, said in match.groupdict().items() if said)
            if said := _NEXT_WISH.sub("", clause_after(message, start, 130)):
                return said
    return ""


def _story(message: str, other: str) -> str:
    """What the writer makes of it; a word with a capital is a person only when it is the other's name."""
    for pattern in _STORY:
        for match in pattern.finditer(message):
            who = match["who"]
            if who[0].isupper() and who.lower() not in _PRONOUNS and who not in other.split():
                continue
            start = match.start("who" if _HEDGE.match(match["keep"]) else "keep")
            if said := clause_after(message, start, 130):
                return said
    return ""


def _seen(message: str, taken: set[str]) -> list[str]:
    """What somebody did, clause by clause; what stands in another field is left out."""
    found: list[str] = []
    for sentence in split_sentences(message):
        for part in _PARTS.split(correct_case(sentence.text)):
            clause = _observed(_without(part, taken))
            if clause and not any(clause in one or one in clause for one in (*found, *taken)):
                found.append(clause)
    return found[:MOST_FACTS]


def _without(part: str, taken: set[str]) -> str:
    """The words before what another field holds."""
    start = min((part.index(said) for said in taken if said in part), default=len(part))
    return _JOINT.sub("", part[:start])


def _observed(part: str) -> str:
    """The clause when a camera could have recorded it, else ""."""
    if told := _TOLD_THAT.search(part):
        return tidy(part[told.start("keep") :]) if _is_habit(told["verb"].lower(), part, anything=True) else ""
    if _GUESS.search(part):
        return ""
    if _HAPPENED.match(part) or _LATE.search(part):
        return tidy(part)
    for match in _ACT.finditer(part):
        if _is_seen(match, part) and not _INDIRECT.search(part[: match.start()]):
            whole = len(part) <= 140 and not _TO_TELL.match(part[: match.start()])
            return tidy(part) if whole else clause_after(part, match.start(), 140)
    return ""


def _is_seen(match: re.Match[str], part: str) -> bool:
    """Whether a subject with its verb is an act: in the past, left undone, kept up, or done as a habit."""
    if match["omitted"]:
        return match["omitted"] not in MENTAL_BASE
    return is_act(match["verb"].lower()) or bool(_KEEPS.search(match[0])) or _is_habit(match["verb"], part)


def _is_habit(verb: str, part: str, anything: bool = False) -> bool:
    """Whether "-s" makes a verb of something that one sees; `anything` takes every verb but those of the mind."""
    base = with_you(verb)
    listed = base not in MENTAL_BASE if anything else base in BASE_ACTS
    return verb.endswith("s") and base not in _STATES and base != verb and listed and not _NOT_SEEN.search(part)
