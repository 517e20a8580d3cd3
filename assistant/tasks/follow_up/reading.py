"""Facts for a second message in a message as people type it."""

import re

from assistant.language.past_days import PAST, SPAN
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts
from assistant.tasks.outreach.reading import read as read_first_message

_WROTE = (
    r"(?:wrote|written|e-?mailed|messaged|sent|texted|contacted|asked|dm['’]?d|reached out|mailed|posted|left|put in"
    r"|applied|whats ?app['’]?e?d|pinged|got in touch|nudged|reminded)"
)
_MESSAGE = r"(?:e-?mail|mail|message|letter|note|request|dm|text)"
_SENT = re.compile(rf"\b{_WROTE}\b[^.!?;]{{0,140}}?{PAST.pattern}", re.IGNORECASE)
_SENT_LAST = re.compile(
    rf"(?:\b(?:and|then) again|(?<!to )(?<!should i )(?<!shall i )(?<!can i )\b{_WROTE} (?:\w+ ){{0,3}}?again"
    rf"|\bthe (?:last|latest|second) (?:one|time|{_MESSAGE})(?: was| went(?: out)?)?)[,:]?(?: \w+)? {PAST.pattern}",
    re.IGNORECASE,
)
"""When the last of several messages went."""
_SENT_OF = re.compile(
    rf"\b(?:my|the|that|first|last) (?:\w+ )?{_MESSAGE} (?:of|from|dated) (?P<day>(?:the )?\d{{1,2}}(?:st|nd|rd|th)\b"
    rf"|{PAST.pattern.replace('P<day>', ':')})"
    rf"|\b(?:answer|reply|response|word|nothing|silence)\b(?: (?:from"
    rf"|out of) [\w.]+(?: [\w.]+)?)? since (?P<day2>(?:the )?"
    rf"\d{{1,2}}(?:st|nd|rd|th)\b|{PAST.pattern.replace('P<day>', ':')})",
    re.IGNORECASE,
)
_SENT_FIRST = re.compile(rf"{PAST.pattern}[^.!?;]{{0,40}}\b(?:i|we) (?:\w+ )?{_WROTE}\b", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?:it(?:['’]s| is| has) been|that was|been|for|after|waited|waiting)(?: now| about| over| nearly| almost)? "
    rf"(?P<day>{SPAN})\b|(?<!twice )(?<!once )(?<!times )\b(?P<day2>{SPAN}) (?:now|later|and (?:no|not|still"
    rf"|nothing|i))\b",
    re.IGNORECASE,
)
_TIMES = (
    (
        3,
        re.compile(
            r"\b(?:three times|3 times|thrice|(?:two|2) (?:reminders|follow[- ]?ups|chasers)|three (?:e-?mails|messages"
            r"|letters)|(?:that['’]?s|that makes) (?:three|3)(?= (?:now|e-?mails|messages)|[.,;!?]|$))\b",
            re.IGNORECASE,
        ),
    ),
    (
        2,
        re.compile(
            rf"\b(?:(?:{_WROTE}|tried|called|rung|rang)\b[^.!?;]{{0,50}}?\b(?:twice|two times|2 times)\b|(?:twice"
            rf"|two times"
            r"|2 times) (?:already|now|so far)|(?:already|have) (?:sent|written|wrote) (?:her |him |them )?(?:a|one|1) "
            r"(?:reminder|follow[- ]?up|chaser|nudge)|both (?:e-?mails|messages)|two (?:e-?mails|messages|letters)"
            rf"|{_WROTE}\b[^.!?;]{{0,80}}?\band then again\b|(?:that['’]?s|that makes) (?:two|2)(?= (?:now|e-?mails"
            r"|messages)|[.,;!?]|$))",
            re.IGNORECASE,
        ),
    ),
    (
        1,
        re.compile(
            rf"\b(?:(?:sent|written|wrote|left)(?: (?:her|him|them))?(?: only| just)? (?:one|a single|1) {_MESSAGE}\b"
            rf"|{_WROTE}(?: (?:to )?(?:her|him|them))?(?: only| just)? once\b)",
            re.IGNORECASE,
        ),
    ),
)
_GOAL = (
    re.compile(
        rf"\b(?:{_WROTE}|e-?mail|message|letter|note)\b[^.!?;]{{0,90}}?(?:\b(?:about|regarding|concerning|abt|re:?"
        rf"|on the subject of)|['’]?\bbout) "
        rf"(?P<keep>(?!{SPAN}\b|\d)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:asked|asking|ask)(?: (?:her|him|them|to know))? (?P<keep>(?:how|what|which|why|whether) \w)",
        re.IGNORECASE,
    ),
)
_ASK = (
    re.compile(
        rf"\b(?:{_WROTE}|e-?mail|message|asking|ask)\b[^.!?;]{{0,60}}?\b(?:if|whether) (?:she|he|they)(?:['’]d"
        rf"| would| "
        r"could| can| might)(?: be (?:able|willing|happy|up|ready) (?:to|for))?(?: have| spare| give me| look at)? "
        r"(?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:asked|asking|ask|request(?:ed|ing)?)(?: (?:her|him|them|(?:(?:dr|prof|mr|mrs|ms)\.? )?(?-i:[A-Z])\w+"
        r"(?: (?-i:[A-Z])\w+)?))? for (?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_SUGGESTED = re.compile(
    r"\b(?:suggesting|proposing|offering|inviting (?:her|him|them)|(?<=\bi )(?:suggested|proposed))"
    r"(?: that)?(?: we| to)? (?P<keep>(?!that\b|it\b)\w)",
    re.IGNORECASE,
)
_FOR_ON = re.compile(
    r"\bask(?:ed|ing)? (?:(?:her|him|them|(?-i:[A-Z])\w+(?: (?-i:[A-Z])\w+)?) )?for (?:\w+ )?(?:feedback|advice"
    r"|help|comments"
    r"|thoughts|guidance) (?:on|about|with|regarding) (?P<keep>\w)",
    re.IGNORECASE,
)
_ABOUT_WRITING = re.compile(
    r"^(?:how|what|whether|if|when|where) (?:do |can |could |should |to |long |often )*(?:i |we |to )?(?:should "
    r"|can |could )?"
    r"(?:write|say|send|ask|remind|follow|wait|try|nudge|chase|put|do\b|i\b)",
    re.IGNORECASE,
)
"""A question about the second message, which is for the coach and not for its reader."""
_VERB_AFTER_THEY = re.compile(
    r"\b(?:if|whether) (?:she|he|they)(?:['’]d| would| could| can| might)(?: be (?:able|willing|happy|ready) to)? "
    r"(?P<verb>read|look at|look over|check|review|meet|talk|speak|show|introduce|call|visit|recommend|tell|answer"
    r"|help)\b",
    re.IGNORECASE,
)
_STORY = re.compile(
    r",? (?:left on (?:read|seen)|over e-?mail|by e-?mail|on linkedin)\b.*$"
    r"|(?:,| and| but| -) (?:i |we |so far|still |(?:i )?(?:have|has|had|got)\b|that was|it |nothing|no |not |never"
    r"|she |he |they "
    r"|then |now |since |silence|zero |nobody|this was|who ).*$|,? (?:last|back) (?:week|month|\w+day).*$",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:how|what|which|why|whether|where|when|who|if)\b", re.IGNORECASE)
_NEWS = (
    re.compile(
        r"\b(?:since then|in the meantime|meanwhile|since(?=,| i\b| we\b)(?! (?:i|we) (?:sent|wrote|asked"
        r"|e-?mailed))|what['’]?s new(?: is)?(?: that)?|new(?:s)?(?: is)?:"
        r"|the news is"
        r"(?: that)?|by now|(?<!until )(?<!till )(?<!right )now(?= (?:i|ive|we|weve|my|our)\b))[,:]? (?P<keep>(?:i"
        r"|ive|we|weve|my|our"
        r"|the)(?:['’](?:ve|m|re|d))? (?!want|need"
        r"|wonder|don|would|have "
        r"no|am not|was|wrote|feel|think|look|can)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"[.!?,;] (?:and |but |also |plus )?(?P<keep>(?:i(?:['’]ve| have)?|ive) (?:just |now |meanwhile |since "
        r"|also )+(?!written"
        r"|sent|wrote|emailed|heard|had no|want|need|wonder|tried|don)\w+)",
        re.IGNORECASE,
    ),
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    first = read_first_message(message)
    known = ("recipient_name", "recipient_title", "sender_name", "ask", "minutes", "tone", "pronoun")
    facts: Facts = {name: first[name] for name in known if name in first}
    if first.get("channel") in ("email", "linkedin_message", "chat"):
        facts["channel"] = first["channel"]
    if sent := _sent(message):
        facts["sent"] = sent
    if times := next((n for n, pattern in _TIMES if pattern.search(message)), None):
        facts["times"] = times
    if goal := _goal(message, str(first.get("goal", ""))):
        facts["goal"] = correct_case(goal)
    if ask := _asked(message):
        facts["ask"] = ask
    if news := re.sub(r"\s+(?:so|and|but)$", "", first_clause(message, _NEWS, 140)):
        facts["news"] = correct_case(news)
    return facts


def _goal(message: str, wish: str) -> str:
    """What the message was about: as told of it, else the question that the writer wants answered."""
    if told := _whole(first_clause(message, (*_GOAL, _FOR_ON), 120)):
        return told
    return wish if _QUESTION.match(wish) and not _ABOUT_WRITING.match(wish) else ""


def _sent(message: str) -> str:
    for pattern in (_SENT_LAST, _SENT_OF, _SENT, _SENT_FIRST, _SINCE):
        if match := pattern.search(message):
            return tidy(next(day for day in (match["day"], match.groupdict().get("day2")) if day))
    return ""


def _asked(message: str) -> str:
    """What was asked for: "read my draft" of "if she would read my draft", "20 minutes" of "asked for 20 minutes"."""
    if match := _VERB_AFTER_THEY.search(message):
        return _whole(clause_after(message, match.start("verb"), 80))
    return _whole(first_clause(message, (*_ASK, _SUGGESTED), 80))


def _whole(clause: str) -> str:
    """A clause without the story that follows it ("… and have had no answer", "… , that was a month ago")."""
    told = _STORY.sub("", clause)
    day = PAST.search(told)
    told = told[: day.start()] if day and day.start() else PAST.sub("", told)
    return tidy(re.sub(r"\s+(?:like|about|some|around|over|on)$", "", tidy(told)))
