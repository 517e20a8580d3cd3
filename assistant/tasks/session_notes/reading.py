"""Facts for the record of a meeting in a message as people type it: the notes, with whom, which day."""

import re
from collections.abc import Sequence

from assistant.language.others import others_in
from assistant.language.past_days import PAST
from assistant.language.roles import NAME
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import tidy
from assistant.language.times import WHEN
from assistant.model import Facts
from assistant.tasks.session_notes.reading_notes import notes_in, subject_in

_KEEP = re.compile(
    r"\b(?:keep|leave|put|have|include|show|want) (?:in )?(?:the |my |her |his |that |all )?(?:private|sensitive"
    r"|personal"
    r"|health|family|left[- ]out|missing) (?:lines?|ones?|notes?|things?|parts?|bits?)?",
    re.IGNORECASE,
)
_WITH = re.compile(
    r"\b(?:with|met|saw|meeting|session|talk|between me and) (?:my (?:mentor|mentee|apprentice|trainee|student),? )?"
    r"(?P<who>(?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’-]+)?)",
    re.IGNORECASE,
)
_DAY_AFTER = re.compile(r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$")
_MET = re.compile(
    r"\b(?:met|saw|sat (?:down )?with|spoke|talked|came out of|(?:our|my|the) (?:(?!next\b)\w+ )?(?:meeting|session"
    r"|talk|hour|chat))\b"
    r"(?:(?!\b(?:about|to|next|tomorrow|in an?|if|will)\b)[^.;:\n]){0,50}",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\b(?:next (?:meeting|session|call|date|one|talk|mtg|appointment|hour)(?: is| on| at|:)*|(?:(?:we|i)(?:['’]ll"
    r"| will"
    r"|['’]re going to)? )?(?:meet|meeting|see (?:each other|her|him|them|you)|talk|speak) (?:again|next)"
    r"(?: on|:)*) (?P<rest>[^\n;.]{3,40})",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"^(?:(?:right|just|shortly|soon|straight) )?(?:after|before|once|when|until) (?:the|my|her|his|our|their|she|he"
    r"|they|i"
    r"|we)\b [^,;.\n]{3,40}|^(?:early|late|mid|(?:at the )?(?:end|start|beginning|middle) of)\b [^,;.\n]{3,30}",
    re.IGNORECASE,
)
"""A time that is told by what happens then."""
_ONLY_NEXT = re.compile(rf"^(?:and |then )?{_NEXT.pattern}\W*$", re.IGNORECASE)
_SIGNED = re.compile(
    rf"\b[Ss]ign(?:ed)?(?: (?:it|this|that|them))?(?: off)?(?: (?:from|as|with|by"
    rf"|for))?:? (?P<signed>{NAME})(?=[.,;!]|\s*$)"
    rf"|(?:^|[.!?]\s+|\n\s*)(?:[Ff]rom|[Yy]ours,?|[Bb]est,?|[Tt]hanks,?|[Cc]heers,?"
    rf"|[Rr]egards,?) (?P<last>{NAME})\.?\s*$"
)
_NAMED = re.compile(r"\bmy name(?:['’]s| is) [^.;\n]{2,40}", re.IGNORECASE)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; the notes only where there are notes."""
    facts: Facts = {}
    if _KEEP.search(message):
        facts["private_lines"] = "keep"
    notes = notes_in(message)
    head = _head(message)
    sender = _sender(message, head, notes)
    if sender:
        facts["sender_name"] = sender
    if match := _WITH.search(message):
        facts["other_name"] = _DAY_AFTER.sub("", match["who"])
    elif others := others_in(head, sender):
        facts["other_name"] = others[0].name
    elif name := subject_in(notes, sender):
        facts["other_name"] = name
    if when := _held(message, head):
        facts["when"] = when
    if following := _next_meeting(message):
        facts["next_meeting"] = following
        notes = [note for note in notes if not _ONLY_NEXT.match(note)]
    if notes := [note for note in notes if note != sender and not _SIGNED.match(note)]:
        facts["notes"] = notes
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    return facts


def _sender(message: str, head: str, notes: Sequence[str]) -> str:
    """The writer: named at the head of the notes, as the one who signs, or alone in the last line."""
    if name := own_name(head):
        return name
    if match := _SIGNED.search(message):
        return match["signed"] or match["last"]
    if match := _NAMED.search(message):
        return own_name(match[0])
    last = notes[-1] if notes else ""
    return last if re.fullmatch(NAME, last) and last not in " ".join(notes[:-1]) and last not in head else ""


def _held(message: str, head: str) -> str:
    """The day of the meeting: at the head, else beside a word for the meeting."""
    for part in (_NEXT.sub(" ", head), *(match[0] for match in _MET.finditer(_NEXT.sub(" ", message)))):
        days = [match for pattern in (WHEN, PAST) if (match := pattern.search(part))]
        if days:
            first = min(days, key=lambda match: (match.start(), -match.end()))
            return tidy(first[0]) if first.re is PAST else tidy(first["when"] or first["clock"])
    return ""


def _next_meeting(message: str) -> str:
    """When they meet next, as a date or by what happens then."""
    for match in _NEXT.finditer(message):
        if when := WHEN.search(match["rest"]) or _EVENT.search(match["rest"]):
            return tidy(when[0])
    return ""


def _head(message: str) -> str:
    """The part that speaks of the meeting as a whole: the first line, and the last where it speaks to the coach."""
    lines = [line for line in message.strip().splitlines() if line.strip()]
    first = lines[0] if lines else ""
    if len(lines) > 1:
        return first.partition(":")[0] if ":" in first else first
    before, colon, _ = first.partition(":")
    return before if colon else re.split(r"(?<=[.!?])\s", first)[0]
