"""Notes in a message as lines: one a bullet, an arrow, a stroke, a sentence, or a comma where all is set in commas."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.language.phrases import alternatives, phrases
from assistant.language.text import straight, words

MARK = re.compile(r"^\s*(?:[-*•·▪–—](?!>)|\(?\d{1,2}[.)](?!\d)|\[[ x]?\])\s*", re.IGNORECASE)
"""What stands before a note: a bullet, a number, a box to tick."""


@cache
def _breaks() -> re.Pattern[str]:
    """Where one note ends: a line, a semicolon, a sentence; a comma or "and" before somebody who does something."""
    verb = alternatives("notes", "verb")
    who = r"(?:i|we|she|he|they)"
    then = (
        rf"{who} (?:will|agreed|decided|to)\b|{who}['’]ll\b|{who} {verb}(?:e?s)?\b|me to\b|agreed\b|decided\b"
        rf"|next time\b"
    )
    return re.compile(
        rf"\n+|;\s*|(?<=[a-z0-9)][.!])(?<!prof\.)(?<!dr\.)(?<!mr\.)(?<!mrs\.)(?<!ms\.)\s+(?=[A-Za-z0-9(?-])"
        rf"|(?<=\w\?)\s+|(?:,\s*| and )(?=(?:and )?(?:{then}))",
        re.IGNORECASE,
    )


_HEAD = re.compile(
    r"\b(?:notes|minutes|record|summar\w+|write[- ]?up|protocol|recap)\b|\b(?:clean|tidy|type|write|turn|sort|make|put"
    r"|help)\b.{0,40}\b(?:this|these|it|them|sense)\b|^\W*(?:please|can you|could you|help)\b"
    r"|\b(?:from|after|of|in) (?:my|our|the|a|today['’]s|yesterday['’]s)\b.{0,30}\b(?:hour|meeting|session|talk"
    r"|call|chat|visit)\b",
    re.IGNORECASE,
)
_LONGEST_HEAD = 30
"""Words before a colon that speak of the notes as a whole."""
_INLINE = (
    (re.compile(r"\s+(?=->|→|=>)"), 2, 40),
    (re.compile(r"\s+/\s+"), 3, 14),
    (re.compile(r"\s+[-–—]\s+(?=\w)"), 4, 14),
    (re.compile(r",\s+"), 4, 8),
)
"""Ways to set notes apart in a line: the mark, the fewest parts that it makes, the most words of one on average."""


def note_lines(message: str) -> tuple[str, ...]:
    """The notes in a message, a line each, without the words that ask for something to be done with them."""
    text = _without_head(message.replace("\r", "").strip())
    lines = (MARK.sub("", part).strip() for piece in _breaks().split(text) if piece for part in _parts(piece))
    return tuple(line for line in lines if re.search(r"\w", line) and not _asks(line))


def _without_head(text: str) -> str:
    head, colon, rest = text.partition(":")
    speaks = _HEAD.search(head) and "\n" not in head and len(head.split()) <= _LONGEST_HEAD
    return (
        rest
        if colon and rest.strip() and speaks and not re.search(r"\b(?:me|action|ap|todo)$", head, re.IGNORECASE)
        else text
    )


def _parts(piece: str) -> Iterator[str]:
    """A line, or its parts where it is several notes in one."""
    for mark, fewest, longest in _INLINE:
        parts = mark.split(piece)
        if len(parts) >= fewest and len(words(piece)) <= longest * len(parts):
            for part in parts:
                yield from _parts(part) if mark is not _INLINE[-1][0] else (part,)
            return
    yield piece


def _asks(line: str) -> bool:
    """Whether a line asks the coach for something instead of noting what was said."""
    return bool(phrases("notes", "request").search(straight(line)))
