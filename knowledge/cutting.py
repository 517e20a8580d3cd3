"""Cutting a document into passages along its structure: a heading and what belongs to it, sentences whole.

Measured against fixed windows and whole sections on real handbooks (docs/benchmarks.md).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from knowledge.model import Mark
from knowledge.reading.model import Block, Contents

CUTTING = "structure/1"
"""Name and version of the way documents are cut; a change cuts and embeds them again when they are next added."""
TARGET = 200
MOST = 260
"""Word pieces of a passage, aimed at and allowed; with its headings it fits the 256 that the embedder reads."""
LEAST = 120
"""Word pieces under which a passage is joined with its neighbour of the same section."""
Count = Callable[[Sequence[str]], list[int]]
"""Word pieces of each text."""
_SENTENCE_END = re.compile(r"[.!?…][\"”’)\]]*(?P<gap>\s+)(?=[\"“‘(\[]?[A-Z0-9À-Þ])")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a document's text that becomes a passage."""

    text: str
    start: int
    """Characters from the beginning of the document's text."""
    marks: tuple[Mark, ...]
    """At least one; the first starts at 0."""


@dataclass(frozen=True, slots=True)
class _Unit:
    """A block, or a part of one that is longer than a passage."""

    text: str
    before: str
    """What stands between the unit before and this one in the document's text."""
    headings: tuple[str, ...]
    place: str
    size: int
    is_heading: bool = False


def cut(contents: Contents, count: Count) -> tuple[Piece, ...]:
    """The passages of a document in reading order; together they hold all of it but the headings they open under."""
    units = _units(contents.blocks, count)
    groups = _join([group for section in _sections(units) for group in _split(section)])
    return tuple(_pieces(groups))


def _units(blocks: Sequence[Block], count: Count) -> list[_Unit]:
    path: list[tuple[int, str]] = []
    sizes = count([block.text for block in blocks])
    units: list[_Unit] = []
    last: Block | None = None
    for block, size in zip(blocks, sizes, strict=True):
        if block.kind == "heading":
            path = [*((level, text) for level, text in path if level < block.level), (block.level, block.text)]
        headings = tuple(text for _, text in path)
        listed = block.kind in ("item", "row")
        between = "" if last is None else "\n" if listed and last.kind == block.kind else "\n\n"
        for n, (part, part_size) in enumerate(_parts(block.text, size, count)):
            text = f"- {part}" if listed and n == 0 else part
            units.append(_Unit(text, between if n == 0 else " ", headings, block.place, part_size, block.level > 0))
        last = block
    return units


def _parts(text: str, size: int, count: Count) -> Iterator[tuple[str, int]]:
    """A block in parts of at most `MOST` word pieces, cut between sentences, or between words where it must be."""
    if size <= MOST:
        yield text, size
        return
    sentences = _sentences(text)
    sizes = count(sentences)
    held: list[str] = []
    total = 0
    for sentence, one in zip(sentences, sizes, strict=True):
        if held and total + one > TARGET:
            yield " ".join(held), total
            held, total = [], 0
        if one > MOST:
            yield from _windows(sentence, one)
            continue
        held.append(sentence)
        total += one
    if held:
        yield " ".join(held), total


def _sentences(text: str) -> list[str]:
    ends = list(_SENTENCE_END.finditer(text))
    starts = [0, *(end.end("gap") for end in ends)]
    return [text[start:stop] for start, stop in zip(starts, [*(e.start("gap") for e in ends), len(text)], strict=True)]


def _windows(sentence: str, size: int) -> Iterator[tuple[str, int]]:
    """A sentence that is none (a list without stops, a line of code), cut between words, or anywhere if it has none."""
    words = sentence.split()
    step = max(1, len(words) * TARGET // size)
    longest = 8 * TARGET
    for start in range(0, len(words), step):
        window = " ".join(words[start : start + step])
        for at in range(0, len(window), longest):
            yield window[at : at + longest], TARGET


def _sections(units: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    """Units under one heading; headings that nothing follows stay with the next."""
    section: list[_Unit] = []
    for unit in units:
        if unit.is_heading and any(not held.is_heading for held in section):
            yield section
            section = []
        section.append(unit)
    if section:
        yield section


def _split(section: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    """A section in groups of about equal size, none over `MOST` unless one unit is."""
    total = sum(unit.size for unit in section)
    if total <= MOST:
        yield list(section)
        return
    group: list[_Unit] = []
    size = 0
    left = total
    for unit in section:
        # What is left is shared out anew at each cut, so that no short end remains.
        aim = left / max(1, -(-left // TARGET))
        full = size + unit.size > MOST or size >= aim
        if group and full and not all(held.is_heading for held in group):
            yield group
            left -= size
            group, size = [], 0
        group.append(unit)
        size += unit.size
    yield group


def _join(groups: Sequence[list[_Unit]]) -> list[list[_Unit]]:
    """Neighbours under the same higher heading joined while one of them is short and both fit."""
    joined: list[list[_Unit]] = []
    for group in groups:
        before = joined[-1] if joined else None
        if before is not None and _belong(before, group) and _fit(before, group):
            joined[-1] = [*before, *group]
        else:
            joined.append(list(group))
    return joined


def _fit(before: Sequence[_Unit], after: Sequence[_Unit]) -> bool:
    sizes = [sum(unit.size for unit in group) for group in (before, after)]
    return min(sizes) < LEAST and sum(sizes) <= MOST


def _belong(before: Sequence[_Unit], after: Sequence[_Unit]) -> bool:
    """Whether two groups share a heading, or are both under none or at the top of a document without levels."""
    one, other = before[-1].headings, after[0].headings
    flat = max(len(unit.headings) for unit in (*before, *after)) <= 1
    return not one or not other or one[0] == other[0] or flat


def _pieces(groups: Sequence[Sequence[_Unit]]) -> Iterator[Piece]:
    at = 0
    for group in groups:
        body = list(group)
        lead = ""
        while len(body) > 1 and body[0].is_heading:
            lead += body[0].before + body[0].text
            body.pop(0)
        start = at + len(lead) + len(body[0].before)
        text, marks = "", list[Mark]()
        for unit in body:
            text += unit.before if text else ""
            if not marks or (unit.headings, unit.place) != (marks[-1].headings, marks[-1].place):
                marks.append(Mark(len(text), unit.headings, unit.place))
            text += unit.text
        yield Piece(text, start, tuple(marks))
        at = start + len(text)
