"""Reading a training plan: its blocks with minutes and kind, its length, its objectives."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.language.agenda import agenda_of
from assistant.language.durations import BULLET, item_minutes, plain, unclocked
from assistant.language.facts import number
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Text, straight, words

_HOURS = re.compile(r"\b(?P<n>\d{1,2}(?:[.,]5)?|[a-z]+)(?P<half> and a half)?[ -]?(?:hours?|hrs?|h)\b", re.IGNORECASE)
_MINUTES = re.compile(r"\b(?P<n>\d{2,3})[ -]?min(?:ute)?s?\b", re.IGNORECASE)
_FOLD = 3
"""A line is an objective when it has so many words at least."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of a plan: its line, its minutes if told, and "practice", "debrief", "break", "active" or "talk"."""

    line: Sentence
    minutes: int | None
    kind: str


@lru_cache(maxsize=16)  # every check of a plan wants them
def blocks_of(text: Text) -> tuple[Stretch, ...]:
    """The blocks of a plan in their order; lines without minutes among timed ones are notes and left out."""
    items = agenda_of(text).items
    found = [Stretch(item.line, item.minutes, kind_of(item.line.text)) for item in items]
    return tuple(one for one in found if one.minutes is not None)


def kind_of(line: str) -> str:
    """What people do in a block, by its first telling words; a debrief is one wherever it is named."""
    said = straight(unclocked(line))
    if phrases("training", "debrief").search(said[:40]):
        return "debrief"
    if phrases("training", "break").match(said) or (
        phrases("training", "break").search(said) and len(words(said)) <= _FOLD + 1
    ):
        return "break"
    first = {
        name: match.start()
        for name in ("practice", "passive", "debrief", "active")
        if (match := phrases("training", name).search(said))
    }
    kind = min(first, key=lambda name: (first[name], name != "practice"), default="passive")
    return "talk" if kind == "passive" else kind


def length_of(text: Text) -> int | None:
    """The stated length in minutes, from the first lines that are no block; None when it is not told."""
    taken = {block.line.start for block in blocks_of(text)}
    for line in text.lines[:6]:
        if line.start in taken or BULLET.match(line.text) and not line.text.startswith("#"):
            continue
        if (match := _HOURS.search(line.text)) and (hours := number(match["n"].replace(",", "."))):
            return int(hours * 60) + 30 * bool(match["half"])
        if re.search(r"\ban? hour\b", line.text, re.IGNORECASE):
            return 60 + 30 * bool(re.search(r"hour and a half", line.text, re.IGNORECASE))
        if match := _MINUTES.search(line.text):
            return int(match["n"])
    return agenda_of(text).minutes


def objectives_of(text: Text) -> list[Sentence]:
    """What people shall be able to do, one each: a list below its heading, or the parts of a sentence."""
    lines = text.lines
    for n, line in enumerate(lines):
        match = phrases("training", "objectives").search(straight(line.text))
        if match is None or match.start() > 40:
            continue
        inline = line.text[match.end() :].strip(" :*–-")
        listed = _listed(text.raw, lines[n + 1 :])
        if len(words(inline)) >= _FOLD and not (listed and inline.endswith(":")):
            parts = re.split(r"[;]|,? and (?=\w+ )|, (?=\w+ )", inline)
            at = line.start + match.end()
            return [Sentence(part.strip(), at) for part in parts if part.strip()]
        if listed:
            return listed
    return []


def _listed(raw: str, lines: Sequence[Sentence]) -> list[Sentence]:
    """The items of a list up to its end: a line that is none, an empty line, or a block with minutes."""
    found: list[Sentence] = []
    for line in lines:
        apart = found and re.search(r"\n\s*\n", raw[found[-1].start : line.start])
        if apart or not BULLET.match(line.text) or line.text.startswith("#") or item_minutes(line.text) is not None:
            break
        found.append(Sentence(plain(line.text), line.start))
    return found
