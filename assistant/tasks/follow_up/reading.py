"""Facts for a second message in a message as people type it."""

import re

from assistant.language.past_days import PAST, SPAN
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts
from assistant.tasks.outreach.reading import read as read_first_message

_WROTE = (
    r"(?:wrote|written|e-?mailed|messaged|sent|texted|contacted|asked|dm['’]?d|reached out|mailed|posted|left|put in"
    r"|applied)"
)
_SENT = re.compile(rf"\b{_WROTE}\b[^.!?;]{{0,140}}?{PAST.pattern}", re.IGNORECASE)
_SENT_FIRST = re.compile(rf"{PAST.pattern}[^.!?;]{{0,40}}\b(?:i|we) (?:\w+ )?{_WROTE}\b", re.IGNORECASE)
_SINCE = re.compile(
    rf"\b(?:it(?:['’]s| is| has) been|that was|been|for|after|waited|waiting)(?: now| about| over| nearly| almost)? "
    rf"(?P<day>{SPAN})\b|\b(?P<day2>{SPAN}) (?:now|later|and (?:no|not|still|nothing|i))\b",
    re.IGNORECASE,
)
_TIMES = (
    (
        3,
        re.compile(r"\b(?:three times|3 times|thrice|(?:two|2) (?:reminders|follow[- ]?ups|chasers))\b", re.IGNORECASE),
    ),
    (
        2,
        re.compile(
            r"\b(?:twice|two times|2 times|(?:already|have) (?:sent|written|wrote) (?:her |him |them )?(?:a|one|1) "
            r"(?:reminder|follow[- ]?up|chaser|nudge)|both (?:e-?mails|messages)|two (?:e-?mails|messages|letters))\b",
            re.IGNORECASE,
        ),
    ),
)
_GOAL = (
    re.compile(
        rf"\b(?:{_WROTE}|e-?mail|message|letter|note)\b[^.!?;]{{0,90}}?\b(?:about|regarding|concerning"
        rf"|on the subject of) "
        r"(?P<keep>(?!a week|two weeks|\d)\w)",
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
    re.compile(r"\b(?:asked|asking|ask|request(?:ed|ing)?)(?: (?:her|him|them))? for (?P<keep>\w)", re.IGNORECASE),
)
_VERB_AFTER_THEY = re.compile(
    r"\b(?:if|whether) (?:she|he|they)(?:['’]d| would| could| can| might)(?: be (?:able|willing|happy|ready) to)? "
    r"(?P<verb>read|look at|look over|check|review|meet|talk|speak|show|introduce|call|visit|recommend|tell|answer"
    r"|help)\b",
    re.IGNORECASE,
)
_STORY = re.compile(
    r"(?:,| and| but| -) (?:i |we |so far|still |(?:i )?(?:have|has|had|got)\b|that was|it |nothing|no |not |never"
    r"|she |he |they "
    r"|then |now |since |silence|zero |nobody|this was|who ).*$|,? (?:last|back) (?:week|month|\w+day).*$",
    re.IGNORECASE,
)
_NEWS = (
    re.compile(
        r"\b(?:since then|in the meantime|meanwhile|since|what['’]?s new(?: is)?(?: that)?|new(?:s)?(?: is)?:"
        r"|the news is"
        r"(?: that)?|by now|now)[,:]? (?P<keep>(?:i|ive|we|weve|my|our|the)(?:['’](?:ve|m|re|d))? (?!want|need"
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
    if goal := _whole(first_clause(message, _GOAL, 120)):
        facts["goal"] = correct_case(goal)
    if ask := _asked(message):
        facts["ask"] = ask
    if news := first_clause(message, _NEWS, 140):
        facts["news"] = correct_case(news)
    return facts


def _sent(message: str) -> str:
    for pattern in (_SENT, _SENT_FIRST):
        if match := pattern.search(message):
            return tidy(match["day"])
    match = _SINCE.search(message)
    return tidy(match["day"] or match["day2"]) if match else ""


def _asked(message: str) -> str:
    """What was asked for: "read my draft" of "if she would read my draft", "20 minutes" of "asked for 20 minutes"."""
    if match := _VERB_AFTER_THEY.search(message):
        return _whole(clause_after(message, match.start("verb"), 80))
    return _whole(first_clause(message, _ASK, 80))


def _whole(clause: str) -> str:
    """A clause without the story that follows it ("… and have had no answer", "… , that was a month ago")."""
    return tidy(PAST.sub("", _STORY.sub("", clause)))
