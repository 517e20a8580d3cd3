"""Facts for a review of goals in a message as people type it."""

import re
from collections.abc import Sequence

from assistant.language.others import others_in
from assistant.language.roles import NAME
from assistant.language.senders import own_name
from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import when_in
from assistant.language.verbs import is_act, is_participle, is_past
from assistant.model import Facts
from assistant.tasks.progress_review.reading_goals import goals_in

_DONE = re.compile(
    r"(?:^|[.;:!?,–—(\n] ?| - |\b(?:and|but|so far|since then|meanwhile|of these|now|already) )(?P<keep>(?:so far "
    r"|until now |now )?"
    r"(?:i|we|she|he|they|it|the \w+|my \w+|\d+|two|three|four|five|six|(?P<name>(?-i:[A-ZÀ-Þ])[\w-]+))(?:['’](?:ve"
    r"|s))?"
    r"(?P<aids>(?: (?:have|has|had|is|are|was|were|only|now|already|finally|actually|just|still|never))*)"
    r" (?P<verb>\w+)\b)",
    re.IGNORECASE,
)
_DONE_BARE = re.compile(
    r"(?:^|[.;:!?\n] ?)(?P<keep>(?P<verb>\w+) (?:the|an?|my|his|her|our|all|both|two|three|four|five|six|\d+)\b)",
    re.IGNORECASE,
)
"""An act without a subject ("Passed the exam in May")."""
_DONE_ENDS = re.compile(r"[.;!?\n)]|,? (?:but|because|and (?:i|we|she|he|the|my))\b| - ", re.IGNORECASE)
_NO_EVIDENCE = frozenset(
    "wanted planned set helped hoped meant got agreed thought felt needed liked promised decided said met".split()
)
_AFTER_HAVE = frozenset("been become got gone not n't now already only just still two three four five six".split())
_HELP = (
    r"(?:(?:was|is|has been|were) (?:such )?(?:an? |the |of )?(?:(?:big|great|real|huge|enormous|good|most|biggest|very"
    r"|really) )*(?:help(?:ful)?|useful|gold)|made (?:a|the|all the) (?:big )?difference|(?:really |has "
    r"|have )?helped)\b"
)
_HELPED = (
    re.compile(
        r"\b(?:what (?:really |actually )?(?:helped|worked)(?: me| us| her| him| them)?(?: most| best)?(?: was| is|:)?"
        r"|(?:most helpful|biggest help|best help)(?: \w+)?(?: was| is|:)|it helped that|thanks to) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:^|[.;!?,\n] ?|\band )(?P<whole>(?=\w)(?!(?:i|we|you|he|she|it|they|nothing|nobody|none|what|which|how"
        rf"|if|whether"
        rf"|and|(?:that|this) (?:was|really|helped|has|made))\b)[^.;!?,\n]{{3,70}}) {_HELP}",
        re.IGNORECASE,
    ),
)
_NO_CAUSE = (
    r"(?![^.;!?\n]{0,12}\b(?:will|would|can|could|should|wants?|plans?|hopes?|says?|said|thinks?)\b"
    r"|\w+['’](?:ll|d)\b)"
)
_OBSTACLE = (
    re.compile(
        r"\b(?:(?:what|the) (?:\w+ )?(?:gets?|got|stood|stands|obstacle|problem|snag|hurdle|trouble"
        r"|hard(?:est)?(?: part| thing)?|difficult(?:y| part))"
        r"(?: in (?:my|the|our|her|his) way)?(?: was| is|:)(?: that)?|what (?:held|holds|slowed|slows|stopped|stops)"
        r" (?:me|us|him|her|them)(?: back| down| up)?(?: was| is|:)(?: that)?|i (?:struggle|struggled) with"
        r"|(?<!\bnot )because(?! of\b)) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:because of|due to|owing to) (?P<whole>[^.;!?,\n]{3,60}?)(?=[.;!?,\n]| (?:i|we|she|he|they) |$)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.;!?,\n] ?|\b(?:and|but) )(?P<whole>[^.;!?,\n]{3,80}) (?:(?:gets?|got|came|comes|stood"
        r"|stands) (?:in (?:my|the|our|her"
        r"|his) way|between)|(?:held|slowed|stopped|blocked) (?:me|us|him|her|them)\b(?: back| down| up)?)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:\b(?:is|was|are|were|has|have|did|does) ?n(?:['’]|o)t\b|\b(?:not (?:yet )?(?:done|started|there)"
        r"|no [\w-]+ yet|not yet|nothing yet|never happened|came to nothing))[^.;,:!?\n–—]{0,30}?"
        rf"(?: - |,? as |,? since |, | – | — |: )(?P<keep>(?:he|she|they|i|my|his|her|their"
        rf"|the)(?:['’]\w+)? {_NO_CAUSE}\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.;!?,:\n] ?|\b(?:and|but) | - )(?P<keep>(?:i|he|she|they)(?:['’](?:m|s|re)| am| is| are| was| were)"
        r" (?:always |often |still |just )*too (?!kind|nice|polite|good|modest)\w+ (?:to|for) \w)",
        re.IGNORECASE,
    ),
)
_SAYS_WHY = re.compile(
    r"\b(?:keep|change|drop|stop|help\w*|review|want|would like|glad|happy|writ\w+|ask\w*|need)\b[^.;!?\n]*$",
    re.IGNORECASE,
)
"""Before "because" it gives the reason of a wish or of this message, and no obstacle."""
_NOT = r"(?<!not )(?<!n['’]t )(?<!never )(?<!to )"
_THING = r"(?!(?:and|or|which|what|it|them|in|that|this)\b)(?P<keep>[^.;,!?\n]{3,80})"
_KEEP = re.compile(
    rf"\b(?:keep(?:ing)?(?: on)?:?|{_NOT}(?:carry on with|continue with|stick (?:with|to)|hold on to)) {_THING}",
    re.IGNORECASE,
)
_CHANGE = re.compile(rf"\b(?:change|move|switch|swap|do differently):? {_THING}", re.IGNORECASE)
_DROP = re.compile(
    r"\b(?:drop|(?<!not )(?<!n['’]t )(?<!never )(?:stop|give up|let go of|throw out|leave out|get rid of)):? "
    rf"{_THING}",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?P<keep>\b(?:i(?:['’]d| would) (?:like|want|need)|we (?:need|could|should)|i want"
    r"|between us)\b[^.;!?\n]{0,40}\b(?:more|less|fewer)"
    r"\b[^.;!?\n]{2,80}|\b(?:more|fewer|less) \w+, (?:more|fewer|less) \w+)",
    re.IGNORECASE,
)
_NEXT_WISH = re.compile(
    r",? and (?:i |we )?(?:keep|change|drop|stop|move|switch|then)?\b| (?:because|so that)\b|:\s", re.IGNORECASE
)
_TALK = re.compile(
    r"(?<!last )(?<!previous )\b(?:review|meet(?:ing)?|talk|look(?:ing)? (?:back|at)|session|sit down|check"
    r"|go(?:ing)? (?:through|over)|see (?:her|him|them))\b[^.;!?\n]{0,70}",
    re.IGNORECASE,
)
_BEFORE_TALK = re.compile(
    r"(?P<keep>\b(?:on|next|this|tomorrow|in)\b [^.,;!?\n]{2,40}?),? (?:i|we|\w+ and i) (?:\w+ ){0,3}?(?:review|meet"
    r"|talk"
    r"|look|sit down|check|go (?:through|over))\b",
    re.IGNORECASE,
)
_ROUGHLY = re.compile(
    r"\b(?:at )?(?:the )?(?:end|start|beginning|middle) of (?:the |this |next )?(?:month|week|year|term|quarter|season"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)\b",
    re.IGNORECASE,
)
_MENTORS = r"(?:mentor|supervisor|coach|advisor)"
_MENTEES = r"(?:mentee|apprentice|trainee|student)"
_SELF = r"\bi(?:['’]m| am|['’]ve been| have been) (?:(?:the|a|her|his|their) |(?-i:[A-ZÀ-Þ])[\w-]+['’]s )"
_AS = r"\bas (?:(?:the|a|her|his|their) |(?-i:[A-ZÀ-Þ])[\w-]+['’]s )"
_MENTOR_SIDE = re.compile(
    rf"\bmy (?:\w+ )?{_MENTEES}\b|(?:{_SELF}|{_AS}){_MENTORS}\b(?! (?:said|says|told|put))"
    r"|\bi(?:['’]m| am|['’]ve been| have been| have)? (?:now |also )?mentor(?:ed|ing)? (?!(?:me|myself)\b)\w",
    re.IGNORECASE,
)
_MENTEE_SIDE = re.compile(
    rf"\bmy (?:\w+ )?{_MENTORS}\b|(?:{_SELF}|{_AS}){_MENTEES}\b|\bmentor(?:s|ed|ing) me\b"
    r"|(?:^|[.;!?\n] ?|\bi(?:['’]m| am|['’]ve been| have been| was) (?:being )?)mentored by\b",
    re.IGNORECASE,
)

_FOLLOWS = ("keep", "change", "drop")
_OTHER = re.compile(
    rf"\b(?:my (?:[a-z-]+ )?(?:{_MENTORS}|{_MENTEES}),?|[Mm]entored by|[Mm]entor(?:ing)?) (?P<name>{NAME})"
    rf"|(?P<mentor>{NAME}),? (?:who )?mentors me\b"
)
_NOBODY = re.compile(r"^(?:the|my|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|\w+ly)$", re.IGNORECASE)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words."""
    facts: Facts = {}
    if other := _other(message):
        facts["other_name"] = other
    mentor, mentee = bool(_MENTOR_SIDE.search(message)), bool(_MENTEE_SIDE.search(message))
    if mentor != mentee:
        facts["side"] = "mentor" if mentor else "mentee"
    if goals := goals_in(message):
        facts["goals"] = goals
    beside = _without(message, *goals)
    for field, cues in (("helped", _HELPED), ("obstacle", _OBSTACLE)):
        if said := _named(beside, cues):
            facts[field] = correct_case(said)
    for field, cue in (("keep", _KEEP), ("change", _CHANGE), ("drop", _DROP), ("between_us", _MORE)):
        if match := cue.search(beside):
            facts[field] = correct_case(tidy(_NEXT_WISH.split(match["keep"])[0]))
    if goals and (evidence := _evidence(message, facts)):
        facts["evidence"] = evidence
    told = (str(facts.get(name, "")) for name in _FOLLOWS)
    if when := _when(_without(beside, *told, *map(str, facts.get("evidence", ())))):
        facts["when"] = when
    return facts


def _other(message: str) -> str:
    """Mentor or mentee with title, as named beside that word, else the likeliest of those named."""
    told = _OTHER.search(message)
    for person in others_in(message, own_name(message)):
        if told and (told["name"] or told["mentor"]) not in person.name:
            continue
        if person.name[0].isupper() and not is_past(person.name.split()[0].lower()) and not _NOBODY.match(person.name):
            return f"{person.title} {person.name}".strip()
    return told["name"] or told["mentor"] if told else ""


def _when(message: str) -> str:
    """When the talk is to be: in the words after the talk, or before it."""
    for said in (*_TALK.finditer(message), *(match["keep"] for match in _BEFORE_TALK.finditer(message))):
        words = said if isinstance(said, str) else said[0]
        if when := when_in(words) or (match[0] if (match := _ROUGHLY.search(words)) else ""):
            return re.sub(r"^at ", "", when, flags=re.IGNORECASE)
    return ""


def _without(message: str, *parts: str) -> str:
    """The message with these parts of it blanked."""
    for part in filter(None, parts):
        message = re.sub(re.escape(part), lambda said: "…" + " " * (len(said[0]) - 1), message, flags=re.IGNORECASE)
    return message


_LONGEST_NAME = 8
"""Words of a thing that helped or stood in the way; a longer clause says something else."""


def _named(message: str, cues: Sequence[re.Pattern[str]]) -> str:
    """What the first cue names: its group `whole`, or the clause that begins at its group `keep`."""
    for cue in cues:
        for match in cue.finditer(message):
            if match[0].lower().startswith("because ") and _SAYS_WHY.search(message[: match.start()]):
                continue
            if "whole" in cue.groupindex:
                return tidy(match["whole"]) if len(match["whole"].split()) <= _LONGEST_NAME else ""
            return clause_after(message, match.start("keep"), 110)
    return ""


def _evidence(message: str, facts: Facts) -> list[str]:
    """What is told as done: clauses in the past that are neither a goal nor help nor obstacle."""
    named = [str(facts[name]).lower() for name in ("helped", "obstacle") if name in facts]
    taken = " ".join(str(facts.get(name, "")) for name in ("goals", "helped", "obstacle", *_FOLLOWS)).lower()
    found: list[tuple[int, str]] = []
    for match in (*_DONE.finditer(message), *_DONE_BARE.finditer(message)):
        verb = match["verb"].lower()
        if verb in _NO_EVIDENCE or not (_told(match) if match.re is _DONE else is_act(verb)):
            continue
        name = match["name"] if match.re is _DONE else None
        if name and match["keep"].startswith(name) and name not in str(facts.get("other_name", "")):
            continue
        clause = tidy(_DONE_ENDS.split(message[match.start("keep") :])[0])
        fewest = 4 if match.re is _DONE else 3
        if (
            len(clause.split()) >= fewest
            and clause.lower() not in taken
            and not clause.lower().startswith(tuple(named))
        ):
            found.append((match.start(), correct_case(clause)))
    return list(dict.fromkeys(clause for _, clause in sorted(found)))[:3]


def _told(match: re.Match[str]) -> bool:
    """Whether a clause tells of something done: by its verb, by "have" with what follows it, or by a count."""
    verb = match["verb"].lower()
    have = re.search(r"\b(?:have|has|had|['’]ve)\b", match[0], re.IGNORECASE)
    if have:
        return is_participle(verb) or verb in _AFTER_HAVE or verb.isdigit()
    return is_past(verb) or bool(re.match(r"\d", match["keep"]))
