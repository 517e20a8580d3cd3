"""Facts for goals in a message as people type it."""

import re

from assistant.language.facts import date_word
from assistant.language.phrases import phrases
from assistant.language.senders import own_name
from assistant.language.spans import correct_case, first_clause, sentence_of, tidy
from assistant.language.times import when_in
from assistant.model import Facts
from assistant.tasks.goals.reading_goals import goals_in
from assistant.tasks.goals.reading_help import OBSTACLE, SUPPORT

_MEASURE = (
    re.compile(
        r"\b(?:(?:i(?:['’]?ll|['’]?d| will| can| shall| would)?|you|we) (?:know|can tell|see|tell)"
        r"(?: (?:it|that|i))?[^.,;]{0,25}? (?:when"
        r"|by|if|because)"
        r"|(?:it(?:['’]s| is| counts as)|i(?:['’]m| am)) (?:done|reached|there|successful) when"
        r"|success (?:is|means|looks like|would be)|measured? (?:is|by|it by)|(?:measure|success|evidence):"
        r"|(?:proof|sign|yardstick)(?: (?:is|would be|will be)|:)(?: (?:that|when))?|done when) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?;\n] ?)(?:if (?:i (?:(?:manage|succeed|make it|get there|do it)(?=,))|it (?:works|goes well"
        r"|worked))"
        r"|when it works)"
        r",? (?:then )?(?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?;,\n] ?)(?P<keep>(?!(?:i|we|you|it|what|who|how|that|this|and"
        r"|but)\b)(?:[\w'’-]+ ){1,8}?(?:would|will"
        r"|should) (?:be (?:plenty|enough|the proof)|tell(?= ?(?:[.,;!?\n]|$| you (?:straight|whether|if)| whether"
        r"| if\b))|show (?:it|whether|if)|prove it|notice|(?:hear|see) the difference|confirm it)\b)",
        re.IGNORECASE,
    ),
)
_BY = re.compile(
    r"\b(?:by|until|before|till|within|in the next) (?P<keep>(?:the )?(?:end of |start of |beginning of |middle of "
    r"|next )?[^.,;!?\n]{2,40}?)"
    r"(?=[.,;!?\n+]| (?:and|so|because|but|when|if|i|we|to)\b|$)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:deadline|(?:due|target|end) date)(?: (?:for|of) [^.,:;!?\n]{2,30}?)?(?: is| would be|:)"
    r"(?P<keep> (?:by |on )?[^.;!?\n]{3,50})",
    re.IGNORECASE,
)
_FOR = re.compile(
    r"\b(?:goals?|things|wishes|aims|targets|objectives) for (?P<keep>(?:this|next|the coming) (?:year|term"
    r"|spring|summer"
    r"|autumn|winter|season|semester|quarter|month))\b",
    re.IGNORECASE,
)
_ROUND = re.compile(r"\bmy \d\dth\b(?! (?:day|week|shift|session))", re.IGNORECASE)
_NEXT = re.compile(
    r"\b(?P<keep>next (?:year|spring|summer|autumn|winter|january|february|march|april|may|june|july|august"
    r"|september|october"
    r"|november|december))\b",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:before|by the time) i(?:['’]?m| am|['’]ll be| turn| have| become| reach| leave| finish| graduate"
    r"| retire)\b"
    r"(?=[^.,;!?\n]* (?:\d\d|twenty|thirty|forty|fifty|sixty|seventy|school|college|university|training)\b"
    r"|[.,;!?\n]|$)[^.,;!?\n]{0,40}"
    r"|\bbefore (?:the|our|my) (?:[\w-]+ ){1,2}(?:comes|arrives|is born|starts|opens|begins|ends|leaves|is over)\b",
    re.IGNORECASE,
)
"""A time told by the writer's own years ("before I am 40", "by the time I finish school")."""
_PLAN = re.compile(
    r"\b(?P<keep>(?:if|when|whenever|after|before|every|each|as soon as"
    r"|on \w+days?)\b[^.!?\n]{3,100}?,? (?:then )?i(?:['’]ll| will)"
    r"\b[^.!?\n]+)",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?P<keep>i(?:['’]ll| will|['’]m going to| am going to) (?!(?:see|meet|talk|check|review|look|ask|tell|show"
    r"|be|have|know|need)\b)[^.!?\n]{3,80}? (?:(?:each|every) (?!one\b|time\b|of\b|other\b)\w"
    r"|(?:once|twice|\w+ times) (?:a|each|every) \w|daily\b|weekly\b)[^.!?\n]*)",
    re.IGNORECASE,
)
"""What will be done again and again ("I will save … each month"), told without a "when"."""
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_EVERY = (
    rf"(?:(?:every|each) (?:other |second |third )?(?:{_DAY}|day|morning|evening|night|lunch|lunch ?break|week"
    r"|weekend|month"
    rf"|shift)\b|{_DAY}s\b|{_DAY} (?:mornings|evenings|afternoons|nights)|(?:mon|tues?|weds?|thurs?|fri|sat"
    r"|sun) (?:and|&)"
    rf" (?:mon|tues?|weds?|thurs?|fri|sat|sun)\b|(?:once|twice|(?:one|two|three|four|five|\d) (?:times|lessons"
    r"|classes|sessions|evenings?"
    rf"|mornings?|hours?|nights?|days|afternoons?|lunch breaks)) (?:a|per|each|every) (?:day|week|month)\b)"
)
_AGAIN = re.compile(
    rf"(?:^|[.!?;\n] ?|, )(?P<keep>(?:(?:on )?{_EVERY}(?! (?:is|was|are|feels?|the|my|he|she|they)\b)"
    r"|(?:i(?:['’]m| am)? "
    r"(?:go|practi[sc]e|train|study|write|read|swim|run|sit|do|work|attend|going|practi[sc]ing|training"
    r"|attending)|(?:[\w-]+ )"
    r"{0,2}(?:saving|training|class(?:es)?|courses?|lessons?|practice|sessions?|block|café|cafe|club|study|gym"
    r"|reading|writing"
    r"|rehearsals?)(?: is"
    rf"| are)?)\b[^.!?;,\n]{{0,40}}? (?:on )?{_EVERY})[^.!?;\n]*)",
    re.IGNORECASE,
)
"""What is done again and again, told without a verb or in the present ("evening class Mondays")."""
_NOT_PLANNED = re.compile(
    r"\b(?:review|check[- ]?in|look (?:at|again)|take stock|my (?:mentor|boss|manager)|always|never|was|were"
    r"|used to|late|went|hurts?|badly"
    r"|(?:bad|awful|tired|stressed|anxious|nervous)|meet(?:ing)?s?|can['’]?t|cannot|me)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"(?:^|[.!?;\n] ?)(?:my |the |and |first )*(?:plan|first step)(?: is to|:)(?: to)? "
    r"(?P<keep>(?!i(?:['’]d| would)? (?:want|like)\b)\w[^.!?\n]+)",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\bwhy(?: (?:this|that|now|it matters))?[?:] ?(?:because |well,? )?"
    r"(?P<keep>(?!i (?:don['’]?t|do not) know|no idea|not sure|what\b|how\b|when\b|who\b|can\b"
    r"|is\b)\w[^.!?\n]{3,140})",
    re.IGNORECASE,
)
"""The whole sentence after the writer's own "Why?"."""
_WHY = (
    re.compile(
        r"\b(?:because|it matters because|(?:the |my )reason(?: for (?:this|it|that))? is(?: that)?"
        r"|(?<!some )(?<!no )reason(?: for (?:this|it|that))?:|since)"
        r" (?P<keep>(?!(?:of|then|last|january|february|march|april|may|june|july|august|september|october"
        r"|november|december|mon|easter|christmas|\d+)\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<keep>so that (?:i|we|my|the)\b)", re.IGNORECASE),
    re.compile(
        r"\b(?:(?:that|this|it)(?: one)? (?:matters|counts|is important)(?: (?:most|so much"
        r"|a lot))?(?: to me)? (?:as|since|for)"
        r"|(?:this|it|that) would mean(?: that)?) (?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_REVIEW = re.compile(
    r"\b(?:review|look at (?:it|this)|look (?:again|back)|take stock|glance at|compare notes|report back"
    r"|come back to (?:it|this)"
    r"|catch up|check(?: in)?|talk about it|go over it|see how|revisit)\b[^.!?\n]{0,40}?"
    r"(?P<keep>(?:on |every |each |in (?!mind)|after |at (?!it\b|this\b|the numbers)|when the |once the "
    r"|(?=monthly|weekly|fortnightly|quarterly"
    r"|next (?:week|month|meeting|session)))[^.!?\n,;]{3,40})",
    re.IGNORECASE,
)
_STAGE = re.compile(r"\b(?:end|start|middle) of (?:my|the|our) \w+", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\bmy (?:\w+ )?birthday\b", re.IGNORECASE)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if name := own_name(message):
        facts["name"] = name if name[:1].isupper() else name.title()
    if goals := goals_in(message):
        facts["goals"] = goals
    for field, patterns in (("measure", _MEASURE), ("obstacle", OBSTACLE), ("support", SUPPORT)):
        if found := first_clause(message, patterns, 140):
            facts[field] = correct_case(found)
    answered = _ANSWERED.search(message)
    if why := tidy(answered["keep"]) if answered else first_clause(message, _WHY, 140):
        facts["why"] = correct_case(why)
    if match := _PLAN.search(message) or _PLANNED.search(message) or _HABIT.search(message):
        facts["plan"] = correct_case(tidy(match["keep"]))
    elif plan := _rhythm(message, facts):
        facts["plan"] = correct_case(plan)
    if by := _by(message):
        facts["by"] = by
    if match := _REVIEW.search(message):
        facts["when"] = tidy(re.sub(r"^on ", "", match["keep"], flags=re.IGNORECASE))
    return facts


def _rhythm(message: str, facts: Facts) -> str:
    """A sentence of what is done again and again, if it tells of nothing that another field holds."""
    told = " ".join(str(said) for said in facts.values())
    for match in _AGAIN.finditer(message):
        said = tidy(match["keep"])
        if said not in told and not _NOT_PLANNED.search(said):
            return said
    return ""


def _by(message: str) -> str:
    if match := _LIFE.search(message):
        return tidy(match[0])
    if match := _FOR.search(message):
        return tidy(match["keep"])
    deadline = _DEADLINE.search(message)
    if deadline and _timed(deadline["keep"]):
        return tidy(re.sub(r"^(?:by|on) ", "", tidy(deadline["keep"])))
    for match in _BY.finditer(message):
        said = tidy(match["keep"])
        if _timed(said) or phrases("goals", "due").search(f"by {said}"):
            lead = match[0].split()[0].lower()
            return said if lead in ("by", "until", "till") else tidy(match[0])
    wished = _NEXT.search(message)
    return wished["keep"] if wished and _wished(message, wished.start()) else ""


def _wished(message: str, place: int) -> bool:
    """Whether the sentence around a place tells of a wish."""
    return bool(re.search(r"\b(?:want|hope|like|wish|wanna|aim|goal)\b", sentence_of(message, place), re.IGNORECASE))


def _timed(words: str) -> bool:
    return bool(
        when_in(words)
        or date_word().search(words)
        or _STAGE.search(words)
        or _BIRTHDAY.search(words)
        or _ROUND.search(words)
    )
