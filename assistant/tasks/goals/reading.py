"""Facts for goals in a message as people type it."""

import re

from assistant.language.facts import date_word
from assistant.language.phrases import phrases
from assistant.language.senders import own_name
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.times import when_in
from assistant.model import Facts

_WISH = re.compile(
    r"\b(?:(?:i(?:['’]d| would)?|id) (?:really |also |just |then )*(?:want|like|love|hope|wish|need|aim"
    r"|plan)(?: to be able)? to"
    r"|i want|(?:my|the) (?:\w+ )?(?:goal|aim|target|objective)s?(?: for [^.,:]{2,30})?"
    r"(?: is| are| would be)?:?(?: to)?"
    r"|goal:"
    r"|be able to|(?:second|third|also|then|and),? (?:i(?:['’]d| would)? (?:want|like) )?to) (?P<keep>(?!set\b"
    r"|make (?:a |my "
    r")?(?:goal|plan|development)|write|plan|have (?:a |some )?(?:goal|plan)|define|talk|ask|know|discuss|turn|put"
    r"|out of|get (?:a|my"
    r") (?:goal|plan))\w)",
    re.IGNORECASE,
)
_MEASURE = (
    re.compile(
        r"\b(?:(?:i(?:['’]ll| will| can)?|you|we) (?:know|can tell|see|tell)(?: (?:it|that|i))?[^.,;]{0,25}? (?:when"
        r"|by|if|because)"
        r"|(?:it(?:['’]s| is)|i(?:['’]m| am)) (?:done|reached|there|successful) when|success (?:is|means|would be)"
        r"|measured? (?:is"
        r"|by|it by|:)|proof(?: is|:)|done when) (?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_BY = re.compile(
    r"\b(?:by|until|before|till|within|in the next) (?P<keep>(?:the )?(?:end of |start of |beginning of |middle of "
    r"|next )?[^.,;!?\n]{2,40}?)"
    r"(?=[.,;!?\n]| (?:and|so|because|but|when|if|i|we|to)\b|$)",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?P<keep>(?:if|when|whenever|after|before|every|each|as soon as"
    r"|on \w+days?)\b[^.!?\n]{3,100}?,? (?:then )?i(?:['’]ll| will)"
    r"\b[^.!?\n]+)",
    re.IGNORECASE,
)
_OBSTACLE = (
    re.compile(
        r"\b(?:(?:the |my |main |biggest )*(?:obstacle|problem|difficulty|trouble|hurdle|risk|hard part|snag)(?: is"
        r"| are|:)(?: that)?"
        r"|what (?:gets|might get|may get|could get) in the way(?: is)?:?(?: that)?"
        r"|stops me(?: is)?:?(?: that)?) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[.!?;,] |\bbut )(?P<keep>i (?:always |usually |often |tend to |get |keep |just )*(?:freeze|forget|lose"
        r"|panic|run out|get"
        r" (?:nervous|stuck|distracted)|put (?:it|things) off|go red|blush|avoid|give up)\b)",
        re.IGNORECASE,
    ),
)
_SUPPORT = (
    re.compile(
        r"\b(?P<keep>(?:my (?:mentor|boss|manager|colleague|supervisor|tutor|teacher|foreman|team|sister|brother"
        r"|friend)(?: [A-Z]\w+)?"
        r"|(?!Right now|Now|Then|And|But|So|Maybe|People|Nobody|Everybody)[A-Z]\w+)(?: \w+){0,2} (?:can|could|will"
        r"|would|has offered to|offered to|agreed to|has agreed to|lets me"
        r"|is happy to|watches"
        r"|helps|listens)\b)",
    ),
    re.compile(r"\b(?P<keep>i (?:can|could|will|['’]ll) ask\b)", re.IGNORECASE),
    re.compile(r"\b(?:help|support)(?: is| comes from|:| from) (?P<keep>\w)", re.IGNORECASE),
)
_WHY = (
    re.compile(
        r"\b(?:because|it matters because|why:|the reason is(?: that)?|since) (?P<keep>(?!of\b)\w)", re.IGNORECASE
    ),
    re.compile(r"\b(?P<keep>so that (?:i|we|my|the)\b)", re.IGNORECASE),
)
_REVIEW = re.compile(
    r"\b(?:review|look at (?:it|this)|check(?: in)?|talk about it|go over it|see how|revisit)\b[^.!?\n]{0,40}?"
    r"(?P<keep>(?:on |every |each |in |after |at )[^.!?\n,;]{3,40})",
    re.IGNORECASE,
)
_LIST = re.compile(r"^\s*(?:[-*•]|\d[.)])\s+(?P<item>.{4,120})$", re.MULTILINE)
_ELSE = re.compile(r",? (?:by|until|before|because|so that|within) .*$", re.IGNORECASE)
_STAGE = re.compile(r"\b(?:end|start|middle) of (?:my|the|our) \w+", re.IGNORECASE)
MOST = 6


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if name := own_name(message):
        facts["name"] = name if name[:1].isupper() else name.title()
    if goals := _goals(message):
        facts["goals"] = goals
    for field, patterns in (("measure", _MEASURE), ("obstacle", _OBSTACLE), ("support", _SUPPORT), ("why", _WHY)):
        if found := first_clause(message, patterns, 140):
            facts[field] = correct_case(found)
    if match := _PLAN.search(message):
        facts["plan"] = correct_case(tidy(match["keep"]))
    if by := _by(message):
        facts["by"] = by
    if match := _REVIEW.search(message):
        facts["when"] = tidy(re.sub(r"^on ", "", match["keep"], flags=re.IGNORECASE))
    return facts


def _goals(message: str) -> list[str]:
    """Each wish of the message in its own words, without what stands in other fields."""
    found: list[str] = [tidy(match["item"]) for match in _LIST.finditer(message)]
    for match in () if found else _WISH.finditer(message):
        wish = clause_after(message, match.start("keep"), 120)
        wish, _, more = wish.partition(" and to ")
        wish = tidy(_ELSE.sub("", wish))
        sentence = sentence_of(message, match.start())
        if len(wish.split()) > 1 and not re.match(r"(?:when|if|after|before)\b", sentence, re.IGNORECASE):
            found += [correct_case(one) for one in (wish, tidy(_ELSE.sub("", more))) if one]
    return list(dict.fromkeys(found))[:MOST]


def _by(message: str) -> str:
    for match in _BY.finditer(message):
        said = tidy(match["keep"])
        if (
            when_in(said)
            or date_word().search(said)
            or phrases("goals", "due").search(f"by {said}")
            or _STAGE.search(said)
        ):
            lead = match[0].split()[0].lower()
            return said if lead in ("by", "until", "till") else tidy(match[0])
    return ""
