"""Facts for the questions before and after a training in a message as people type it."""

import re

from assistant.language.spans import correct_case, tidy
from assistant.language.times import WHEN
from assistant.model import Facts

_PEOPLE = (
    r"(?:mentors|mentees|nurses|teachers|foremen|supervisors|leaders|managers|trainers|chefs|midwives|officers|coaches|volunteers"
    r"|instructors|people|participants|students|apprentices|employees|engineers|farmers|cooks|doctors)"
)
_WHO = re.compile(
    rf"\b(?P<who>(?:\d{{1,3}}|(?:six|eight|ten|twelve|twenty|thirty|forty)) (?:\w+ ){{0,2}}?{_PEOPLE})\b", re.IGNORECASE
)
_TITLE = re.compile(
    r"\b(?:our|my|the|a) (?P<title>(?:[\w-]+ ){0,3}?(?:training|workshop|course|programme|program"
    r"|seminar)(?: (?:on|about|for) (?:[\w'’-]+ ?){1,4})?)",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"\b(?P<again>(?:\d{1,2}|two|three|four|six|eight|ten|twelve|a few|some) (?:weeks?|months?) (?:later"
    r"|after(?:wards)?)|(?:again|later) (?:in|on) "
    r"[^.,;!?\n]{3,30})",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"\b(?:only|just) (?P<seen>(?:i|[A-Z]\w+|my \w+|the \w+)) (?:will )?(?:sees?|reads?|gets?)\b"
    r"|\bseen? (?:only )?by (?P<by>[A-Z]\w+|me)",
)
_MENTEES = re.compile(
    r"\b(?:ask|asking|from|by|of) (?:the|their|our) (?:mentees|apprentices|trainees|students)\b", re.IGNORECASE
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words."""
    facts: Facts = {}
    if match := _WHO.search(message):
        facts["who"] = tidy(match["who"])
    if match := _TITLE.search(message):
        title = re.split(
            r"\b(?:on|in|at|for) (?:the )?(?:\d|mon|tues|wednes|thurs|fri|satur|sun|january|february|march|april"
            r"|may\b|june|july"
            r"|august|september|october|november|december|next|last|this)",
            match["title"],
            flags=re.IGNORECASE,
        )[0]
        facts["title"] = correct_case(tidy(title))
    if match := _AGAIN.search(message):
        facts["again"] = tidy(re.sub(r"^(?:again|later) ", "", match["again"], flags=re.IGNORECASE))
    if match := WHEN.search(message):
        facts["when"] = tidy(match["when"] or match["clock"])
    if match := _SEEN.search(message):
        seen = match["seen"] or match["by"]
        facts["seen_by"] = "I" if seen.lower() in ("i", "me") else seen
    if _MENTEES.search(message):
        facts["view"] = "mentees"
    return facts
