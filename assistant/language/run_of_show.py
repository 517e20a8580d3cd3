"""Reading a training plan: its blocks with minutes and kind, its length, its objectives."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from assistant.language.durations import BULLET, plain
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Text, straight, words
from assistant.language.times import hours_in

_DOT = r"(?:[-*•·▪|]|\(?[a-z0-9]{1,2}[.)])?\s*"
_HALF = r"(?:\s?(?P<{half}>[ap])\.?m\.?)?"
_RANGE = re.compile(
    rf"^\s*{_DOT}\**(?P<h1>\d{{1,2}})[:.h]?(?P<m1>[0-5]\d){_HALF.format(half='p1')}\s?(?:-|–|—|to|until)\s?"
    rf"(?P<h2>\d{{1,2}})[:.h]?(?P<m2>[0-5]\d){_HALF.format(half='p2')}(?![\d.])",
    re.IGNORECASE,
)
_START = re.compile(
    rf"^\s*{_DOT}\**(?P<h1>\d{{1,2}})[:.h](?P<m1>[0-5]\d){_HALF.format(half='p1')}(?![\d.])", re.IGNORECASE
)
_LEADING = re.compile(
    rf"^\s*{_DOT}\**(?P<n>\d{{1,3}})(?P<unit>\s?(?:min(?:ute)?s?\b\.?|m\b|['’′]))?(?=[\s|:–-]|$)", re.IGNORECASE
)
_NUMBERED = re.compile(r"^\s*\d{1,2}[.)]\s")
_TRAILING = re.compile(
    r"[(,–-]\s?(?:\w+ )?(?P<n>\d{1,3})\s?(?P<unit>min(?:ute)?s?\b\.?|m\b|['’′])?\s?\)?\s*\|?\s*$"
    r"|\|\s*(?P<cell>\d{1,3})\s?(?:min\w*)?\s*\|?\s*$",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"^\W*(?:before|beforehand|after|afterwards|set[- ]?up|preparation|follow[- ]?up|homework|in advance|materials?"
    r"|bring|length|duration|time together|access)\b[^\n]{0,20}:",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\b(?P<n>\d{2,3})\s?[- ]?min(?:ute)?s?\b", re.IGNORECASE)
_SPAN = re.compile(
    rf"(?<!\d)(?P<h1>\d{{1,2}})[:.](?P<m1>[0-5]\d){_HALF.format(half='p1')}\s?(?:-|–|—|to|until)\s?"
    rf"(?P<h2>\d{{1,2}})[:.](?P<m2>[0-5]\d){_HALF.format(half='p2')}",
    re.IGNORECASE,
)
_ITEM = re.compile(r"^\s*(?:[-*•·▪‣○]|\(?[a-z]\)|\d{1,2}[.)])\s*(?P<rest>.+)$")
_FEWEST = 3
"""Words of an objective, and lines with bare numbers that make them minutes."""
_WHOLE = 0.9
"""A first line with so large a share of all other minutes gives the length of the whole."""
_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Stretch:
    """A block of a plan: its line, its minutes, and "practice", "debrief", "break", "active" or "talk"."""

    line: Sentence
    minutes: int
    kind: str
    day: int = 1


@dataclass(frozen=True, slots=True)
class _Row:
    line: Sentence
    said: str
    start: int | None = None
    end: int | None = None
    minutes: int | None = None
    bare: bool = False


@lru_cache(maxsize=16)  # every check of a plan wants them
def blocks_of(text: Text) -> tuple[Stretch, ...]:
    """The blocks of a plan in their order. What runs in two rooms at once counts once; a heading with times, not."""
    rows = [row for line in text.lines if (row := _row(line)) is not None]
    if len({row.minutes for row in rows if row.bare}) and sum(row.bare for row in rows) < _FEWEST:
        rows = [row for row in rows if not row.bare]
    rows = [row for n, row in enumerate(rows) if not _is_heading(row, rows[n + 1 :])]
    found = tuple(_timed(rows))
    if len(found) > _FEWEST and found[0].line in text.lines[:2] and not BULLET.match(found[0].line.text):
        others = sum(one.minutes for one in found[1:])
        return found[1:] if found[0].minutes >= _WHOLE * others else found
    return found


def _row(line: Sentence) -> _Row | None:
    """A line with a time or a number of minutes, or None."""
    raw = line.text.strip("|").strip() if line.text.lstrip().startswith("|") else line.text
    if _AROUND.match(raw) or line.text.lstrip().startswith("#"):
        return None
    if match := _RANGE.match(raw):
        start, end = _clock(match, "1"), _clock(match, "2")
        return _Row(line, raw[match.end() :], start, end, (end - start) % (_DAY // 2))
    tail = _TRAILING.search(raw)
    told = int(tail["n"] or tail["cell"]) if tail else None
    if match := _START.match(raw):
        return _Row(line, raw[match.end() :], _clock(match, "1"), minutes=told)
    if (match := _LEADING.match(raw)) and not (_NUMBERED.match(raw) and not match["unit"]):
        said = raw[match.end() :].strip(" |:–-")
        if len(words(said)) and int(match["n"]):
            return _Row(line, said, minutes=int(match["n"]), bare=not match["unit"])
    if tail and told and (tail["unit"] or tail["cell"] or BULLET.match(raw)) and len(words(raw)) > 1:
        return _Row(line, plain(raw[: tail.start()]), minutes=told)
    return None


def _clock(match: re.Match[str], which: str) -> int:
    hour, half = int(match[f"h{which}"]), (match[f"p{which}"] or "").lower()
    return (hour + 12 * (half == "p" and hour < 12)) * 60 + int(match[f"m{which}"])


def _is_heading(row: _Row, after: Sequence[_Row]) -> bool:
    """Whether a line gives the time of the whole: the next two lie within it."""
    if row.start is None or row.end is None:
        return False
    within = [row.start <= r.start < row.end for r in after[:2] if r.start is not None]
    return len(within) > 1 and all(within)


def _timed(rows: Sequence[_Row]) -> Iterator[Stretch]:
    day = 1
    seen: set[tuple[int, int]] = set()
    before: _Row | None = None
    for row, after in pairwise([*rows, None]):
        assert row is not None
        if before is not None and None not in (row.start, before.start) and _back(row, before):
            day += 1
            seen.clear()
        before = row
        if row.start is not None and row.end is not None:
            if (row.start, row.end) in seen:
                continue
            seen.add((row.start, row.end))
        minutes = row.minutes
        if minutes is None and after is not None and row.start is not None and after.start is not None:
            minutes = (after.start - row.start) % (_DAY // 2)
        if minutes:
            yield Stretch(row.line, minutes, kind_of(row.said), day)


def _back(row: _Row, before: _Row) -> bool:
    """Whether a start lies before the one above it, by more than a clock of twelve hours explains."""
    assert row.start is not None
    assert before.start is not None
    afternoon = before.start >= 12 * 60 - 59 and row.start < 8 * 60
    return row.start < before.start and not afternoon


def kind_of(said: str) -> str:
    """What people do in a block, by its first telling words."""
    said = straight(said).strip(" |:*–-")
    if phrases("training", "debrief").search(said[:40]) and not phrases("training", "passive").match(said):
        return "debrief"
    if phrases("training", "break").match(said) or (
        phrases("training", "break").search(said) and len(words(said)) <= _FEWEST + 1
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
        if line.start in taken or (_ITEM.match(line.text) and not line.text.startswith("#")):
            continue
        if span := _SPAN.search(line.text):
            return (_clock(span, "2") - _clock(span, "1")) % (_DAY // 2)
        if hours := hours_in(line.text):
            return hours
        if re.search(r"\ban? hour\b", line.text, re.IGNORECASE):
            return 60 + 30 * bool(re.search(r"hour and a half", line.text, re.IGNORECASE))
        if match := _MINUTES.search(line.text):
            return int(match["n"])
    return None


def objectives_of(text: Text) -> list[Sentence]:
    """What people shall be able to do, one each: a list below its heading, or the parts of a sentence."""
    lines = text.lines
    for n, line in enumerate(lines):
        match = phrases("training", "objectives").search(straight(line.text))
        if match is None or match.start() > 40:
            continue
        inline = line.text[match.end() :].strip(" :*–-")
        listed = _listed(text.raw, lines[n + 1 :])
        if len(words(inline)) >= _FEWEST and not (listed and line.text.rstrip().endswith((":", "end", "to", "can"))):
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
        item = _ITEM.match(line.text)
        apart = found and re.search(r"\n\s*\n", raw[found[-1].start : line.start])
        if apart or item is None or line.text.startswith("#") or _row(line) is not None:
            break
        found.append(replace(line, text=item["rest"]))
    return found
