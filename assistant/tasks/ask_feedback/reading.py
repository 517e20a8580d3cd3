"""Facts for a request for feedback in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts

_WORK = (
    r"(?:handover|presentation|talk|lesson|draft|chapter|thesis|essay|paper|report|poster|weld|seam|call|meeting"
    r"|speech"
    r"|interview|round|shift|plan|pitch|code|pull request|review|design|drawing|menu|dish|service|class|session|toast"
    r"|translation|demo|stand-up|proposal|cv|portfolio|application|cover letter|story|article|chairing|email|slides)"
)
_DAY = r"yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_POINT = (
    re.compile(
        r"\b(?:feedback|advice|comments?|opinion|thoughts|input|critique|tips?|view|a word|honest(?:y|ly)?|observ\w+"
        r"|looks? at"
        r"|watch(?:es|ed|ing)?|listen(?:s|ed|ing)? (?:to|for))(?: (?:from|of|by) (?:[\w.'’-]+ ){0,3}?[\w'’-]+)? "
        r"(?:on|about|regarding|for|to|at)? ?(?P<keep>(?:how|the way|whether|where|my|the) (?!day|week|other|last"
        r"|first)\w[\w'’-]*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:get(?:ting)? better at|improve|work(?:ing)? on|struggl\w+ with|unsure (?:about|of)|not sure (?:about"
        r"|of|whether)"
        r"|worried (?:about|that)|weak(?:ness)?(?: is| point is| at| in)?) (?P<keep>(?:my |the |how |being "
        r"|\w+ing )\w[\w'’-]*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:ask|know|tell me|find out|hear)(?: (?:her|him|them|from \w+))? (?P<keep>how i \w+)", re.IGNORECASE
    ),
)
_OCCASION = (
    re.compile(
        rf"\b(?:saw|seen|heard|watched|read|sat in on|was (?:at|in|there (?:at|for|when))|were (?:at|in)|attended"
        rf"|observed|came to"
        rf"|there on|after|at|in|on|from|during|of|before|for) (?P<keep>(?:my|the|our"
        rf"|\w+day) (?:[\w-]+ ){{0,3}}?{_WORK}\b"
        rf"(?:,? (?:on )?(?:next |last |this )?(?:{_DAY})(?: (?:morning|evening|afternoon))?)?)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bi(?:['’]m| am| was|['’]ve| have)? (?:just |recently )?(?:gave|giving|give|held|hold|holding|ran|run"
        rf"|running|led|lead|leading"
        rf"|did|do|doing|taught|teach|teaching|wrote|written|write|finished|presented|present|presenting"
        rf"|made) (?P<keep>(?:a|an|my|the)"
        rf" (?:[\w-]+ ){{0,3}}?{_WORK}\b(?:,? (?:on )?(?:next |last |this )?(?:{_DAY}))?)",
        re.IGNORECASE,
    ),
)
_OWN_VIEW = re.compile(
    r"\b(?P<keep>(?:i (?:think|feel|thought|felt|fear|suspect|noticed|know|guess)(?: that)? (?:i|my|it|the)\b"
    r"|i(?:['’]m| am) (?:afraid|worried)(?: that)? (?:i|my|it)\b|i (?:rush|ramble|mumble|go too|talk too|spoke too"
    r"|speak too"
    r"|tend to|always|get too|lose)\b))",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:by|before|until) (?P<keep>(?:next |this |the )?(?:\w+day\b|\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+"
    r"|end of \w+))",
    re.IGNORECASE,
)
_HER_POINT = re.compile(r"^(?:the way|how|whether|where) (?:she|he|they|you|it)\b", re.IGNORECASE)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "recipient_name", "recipient_title")
    if occasion := _occasion(message):
        facts["occasion"] = occasion
    point = first_clause(message, _POINT, 90)
    if point and not _HER_POINT.match(point):
        facts["point"] = _apart(correct_case(point), facts.get("occasion", ""))
    if match := _OWN_VIEW.search(message):
        facts["own_view"] = correct_case(clause_after(message, match.start("keep"), 110))
    if match := _BY.search(message):
        facts["by"] = tidy(match["keep"])
    return {name: value for name, value in facts.items() if value}


def _occasion(message: str) -> str:
    match = next((m for pattern in _OCCASION for m in pattern.finditer(message)), None)
    return correct_case(re.sub(r"^(?:a|an) ", "my ", tidy(match["keep"]), flags=re.IGNORECASE)) if match else ""


def _apart(point: str, occasion: str) -> str:
    """A point without the occasion, which stands in its own field."""
    bare = re.sub(r"^(?:my|the|our) ", "", occasion, flags=re.IGNORECASE)
    cut = (
        re.sub(rf",? (?:in|at|from|during|of|after) (?:my |the |our )?{re.escape(bare)}.*$", "", point)
        if bare
        else point
    )
    return tidy(re.split(r", (?=(?:\w+ ){1,2}(?:is|are|was|has|['’]s)\b)", cut)[0])
