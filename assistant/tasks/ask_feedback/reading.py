"""Facts for a request for feedback in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.model import Facts
from assistant.tasks.outreach.reading import read as read_first_message

_WORK = (
    r"(?:handover|presentation|talk|lesson|draft|chapter|thesis|essay|paper|report|poster|weld|seam|call|meeting"
    r"|speech"
    r"|interview|round|shift|plan|pitch|code|pull request|review|design|drawing|menu|dish|service|class|session|toast"
    r"|translation|demo|stand-up|proposal|cv|portfolio|application|cover letter|story|article|chairing|email|slides"
    r"|rehearsal|audition|recital|concert|performance|match|race|exam|viva|panel|workshop|training|course|tasting"
    r"|inspection|negotiation|consultation|debrief|briefing|competition|conference|trial|hearing)"
)
_DAY = r"yesterday|today|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|march|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
_DATED = (
    rf"(?:on (?:\w+day|(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: (?:of )?{_MONTH})?\b)"
    r"|(?:last|this|next) (?:\w+day|week|month))"
)
_DONE_BY_ME = r"(?: (?:that )?i (?:ran|gave|held|led|taught|did|wrote|chaired|played|made|presented|hosted|cooked)\b)?"
_TAIL = (
    r"(?: (?:with|for) (?!me\b|him\b|her\b|them\b|an?\b|\d)[\w-]+"
    rf"(?: (?!and\b|but\b|on\b|in\b|at\b|last\b|this\b|next\b|who\b|i\b|is\b|was\b)[\w-]+)?)?{_DONE_BY_ME}"
    rf"(?:,? (?:{_DATED}|(?:{_DAY})(?: (?:morning|evening|afternoon))?))?"
)
"""What tells one occasion from another: with whom, that it was one's own, and the day."""
_POINT = (
    re.compile(
        r"\b(?:(?:one|only|my|the|this) )?(?:question|thing|point)(?: only| for (?:her|him|them)| is| would be"
        r"| really)*: "
        r"(?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[,;(.!?–-] ?|\b(?:feedback|advice|opinion|view) )(?:just|only|especially|mainly|particularly"
        r"|specifically|mostly|above all|namely)(?: on| about| at)? (?P<keep>(?:my|the) (?!day|other|week|last|one"
        r"|two|same|once"
        r"|judge|people|person|boss|time)(?:(?!was|were|is|are|has|had)[\w-]+ ){0,3}?[\w-]+)(?=\s*(?:[.!?;,)]|$))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:thinks?|thought|makes?|made) (?:of|about) (?P<keep>(?:my|how i|the way i) [\w'’-]+)", re.IGNORECASE
    ),
    re.compile(
        r"\bask(?:ing)? (?:her|him|them|(?:(?:dr|prof|professor|mr|mrs|ms)\.? )?(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?)"
        r" (?:about|on) (?P<keep>(?:my|the|how|whether|where) (?!second opinion)[\w'’-]+)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi (?:(?:really|actually|mainly|mostly|do) )*(?:wonder|care|worry|want to know"
        r"|['’]?d like to know)(?: about)?"
        r"(?: is|:)? (?P<keep>(?:my|the|how|whether|where|if) (?:i|my|the|it)\b(?! should| ought| could ask| can ask))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:feedback|advice|comments?|opinion|thoughts|input|critique|tips?|view|a word|honest(?:y|ly)?|observ\w+"
        r"|looks? at"
        r"|watch(?:es|ing)?|listen(?:s|ing)? (?:to|for))(?: (?:from|of|by) (?:[\w.'’-]+ ){0,3}?[\w'’-]+)? "
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
        r"\b(?:ask|know|tells? me|find out|hear)(?: (?:her|him|them|from \w+))? (?P<keep>how i (?!should|can|could|ask"
        r"|get\b)\w+|(?:whether|where) (?:i|my|the) (?!should|can|could)[\w'’-]+)",
        re.IGNORECASE,
    ),
)
_OCCASION = (
    re.compile(
        rf"\b(?:saw|seen|heard|watched|read|sat in on|was (?:at|in|there (?:at|for|when))|were (?:at|in)|attended"
        rf"|observed|came to"
        rf"|there on|after|at|in|on|from|during|of|before|for) (?P<keep>(?:my|the|our"
        rf"|\w+day) (?:[\w-]+ ){{0,3}}?{_WORK}\b"
        rf"{_TAIL})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bi(?:['’]m| am| was|['’]ve| have)? (?:just |recently )?(?:gave|giving|give|held|hold|holding|ran|run"
        rf"|running|led|lead|leading"
        rf"|did|do|doing|taught|teach|teaching|wrote|written|write|finished|presented|present|presenting"
        rf"|made) (?P<keep>(?:a|an|my|the)"
        rf" (?:[\w-]+ ){{0,3}}?{_WORK}\b{_TAIL})",
        re.IGNORECASE,
    ),
)
_TITLE = re.compile(
    r"^\W*(?P<keep>(?:(?!need|want|feedback|ask|help|write|please|hi\b|hello|dear|my\b|how|what|is\b|can\b|a\b"
    rf"|the\b)[\w-]+ ){{0,3}}{_WORK}(?: (?:at|in|on|with|for) [\w-]+(?: [\w-]+)?)?(?:, [^.!?,;:]{{2,25}})?)[.;] ",
    re.IGNORECASE,
)
"""An occasion that stands as a title before the story."""
_EVENT = (
    re.compile(
        r"\b(?:during|after|for|from|saw|watched|attended|sat in on|came to|(?:was|were|there|me|gave|did) (?:\w+ )?"
        rf"(?:at|in)) (?P<keep>(?:the|my|our) (?:[\w-]+ ){{0,2}}?(?!time|day|week)[\w-]+ {_DATED})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:pitched|presented|spoke|performed|played|sang|danced|competed|preached|demoed|defended) (?:\w+ )?at "
        r"(?P<keep>(?!work\b|home\b|school\b|uni\b|college\b|church\b)[\w'’-]+ [\w'’ -]{2,50}?)"
        r"(?=[.,;:!?]|$| (?:and|but|which|where|who|i)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:at|during|after|before) (?P<keep>(?:the|my|our) (?:[\w-]+ )?(?!building|beginning|morning|evening|thing"
        r"|ceiling|spring|string|wing)[a-z]{2,}ing)(?=[.,!?;]|$)",
        re.IGNORECASE,
    ),
)
"""Occasions without a word of work: a dated one, a place where one performed  or a noun in -ing."""
_NO_PLAN = r"(?!['’]d\b|['’]ll\b| (?:would|should|need|want|will|could|can|might|have to|ought)\b)"
_OWN_VIEW = (
    re.compile(
        r"\b(?:(?:in )?my (?:own |honest |personal )*(?:opinion|view|feeling|impression|take|sense)(?: is"
        r"| was)?(?: that)?"
        r"|to my mind|if you ask me)[:,]? (?P<keep>(?:it|its|it['’]s|i|the|that|too|they)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:i (?:think|feel|thought|felt|fear|suspect|noticed|know|guess)(?: that)? (?:i|my|it|the)\b"
        rf"{_NO_PLAN}"
        r"|i(?:['’]m| am) (?:afraid|worried)(?: that)? (?:i|my|it)\b"
        r"|i(?:['’]m| am|m| was) (?:(?:quite|very|rather|really|fairly|not|pretty|un)[ -]?)*(?:pleased|happy|proud"
        r"|satisfied|disappointed|unhappy|dissatisfied) with (?:it|my|how)\b"
        r"|i (?:rush|ramble|mumble|go too|talk too|spoke too"
        r"|speak too"
        r"|tend to|always|get too|lose)\b))",
        re.IGNORECASE,
    ),
)
_BY = re.compile(
    r"\b(?:by|before|until) (?P<keep>(?:next |this |the )?(?:\w+day\b(?! prayers?)|\d{1,2}(?:st|nd|rd|th)?(?: of)? \w+"
    r"|\d{1,2}(?:st|nd|rd|th)\b|end of (?:the |this |next )?\w+|weekend)|tomorrow|tonight|next week)(?!['’])",
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
    if view := first_clause(message, _OWN_VIEW, 110):
        facts["own_view"] = correct_case(view)
    if match := _BY.search(message):
        facts["by"] = tidy(match["keep"])
    channel = read_first_message(message).get("channel")
    if channel in ("email", "linkedin_message", "chat"):
        facts["channel"] = channel
    return {name: value for name, value in facts.items() if value}


def _occasion(message: str) -> str:
    match = next((m for pattern in (_TITLE, *_OCCASION, *_EVENT) for m in pattern.finditer(message)), None)
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
