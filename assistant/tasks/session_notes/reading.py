"""Facts for the record of a meeting in a message as people type it: the notes, with whom, which day."""

import re

from assistant.language.note_lines import note_lines
from assistant.language.notes import noted
from assistant.language.others import others_in
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import tidy
from assistant.language.times import WHEN
from assistant.model import Facts

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
_NEXT = re.compile(
    r"\b(?:next (?:meeting|session|call|date|one|talk|mtg|appointment)(?: is| on| at)?:?|(?:we )?(?:meet|see each other"
    r"|talk) (?:again|next)"
    r"(?: on)?:?) (?P<rest>[^\n;.]{3,40})",
    re.IGNORECASE,
)
_FEWEST = 2
"""Lines that say something to keep; one alone is a sentence in passing."""


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; the notes only where there are notes."""
    facts: Facts = {}
    if _KEEP.search(message):
        facts["private_lines"] = "keep"
    lines = note_lines(message)
    if noted(lines) >= _FEWEST:
        facts["notes"] = list(lines)
    head = _head(message)
    sender = own_name(head)
    if sender:
        facts["sender_name"] = sender
    if match := _WITH.search(message):
        facts["other_name"] = _DAY_AFTER.sub("", match["who"])
    elif others := others_in(head, sender):
        facts["other_name"] = others[0].name
    if match := WHEN.search(head):
        facts["when"] = tidy(match["when"] or match["clock"])
    if (match := _NEXT.search(message)) and (when := WHEN.search(match["rest"])):
        facts["next_meeting"] = tidy(when[0])
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    return facts


def _head(message: str) -> str:
    """The part that speaks of the meeting as a whole: the first line, and the last where it speaks to the coach."""
    lines = [line for line in message.strip().splitlines() if line.strip()]
    first = lines[0] if lines else ""
    if len(lines) > 1:
        return first.partition(":")[0] if ":" in first else first
    before, colon, _ = first.partition(":")
    return before if colon else re.split(r"(?<=[.!?])\s", first)[0]
