"""PDF as blocks with page numbers: headings told by bookmarks, size and weight, lines joined to paragraphs."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import re
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from knowledge.reading.model import Block, Contents, Limits, Unreadable

_ONE_AT_A_TIME = threading.Lock()
"""PDFium must not be called from two threads at once."""
_ITEM = re.compile(r"^(?:[•▪◦●‣\-–*]|\(?\d{1,2}[.)]|[a-z][.)])\s+")
_PAGE_NUMBER = re.compile(r"^(?:page\s+)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?$", re.IGNORECASE)
_BROKEN_WORD = "\ufffe"
"""What PDFium gives for the hyphen of a word that is broken at the end of a line."""
BIGGER = 1.12
"""A short line set at least this much larger than the body is a heading."""
BOLD = 600


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    size: float
    weight: int
    top: float
    page: int


def read_pdf(data: bytes, limits: Limits) -> Contents:
    """Every page's text, with "p. 1" and so on as its place.

    Raises:
        Unreadable: encrypted, damaged, without any text, or slower than the limit.
    """
    import pypdfium2
    from pypdfium2 import PdfiumError

    with _ONE_AT_A_TIME:
        try:
            document: Any = pypdfium2.PdfDocument(data)
        except PdfiumError as exc:
            raise Unreadable(_why_closed(str(exc))) from exc
        try:
            title = " ".join((document.get_metadata_dict().get("Title") or "").split())
            marks = {" ".join(mark.get_title().split()): mark.level + 1 for mark in document.get_toc(max_depth=6)}
            pages = list(_pages(document, limits))
        except (PdfiumError, UnicodeError) as exc:
            raise Unreadable("It is damaged. Open it in a PDF viewer and save or print it to a new PDF.") from exc
        finally:
            document.close()
    if not any(pages):
        raise Unreadable("It holds pictures of pages and no text (a scan). Run text recognition (OCR) on it first.")
    lines = _without_furniture(pages)
    return Contents(title, "PDF", tuple(_blocks(lines, marks)))


def _why_closed(said: str) -> str:
    if "password" in said.lower():
        return "It is locked with a password. Save a copy without one."
    return "It is damaged, or no PDF. Open it in a PDF viewer and save or print it to a new PDF."


def _pages(document: Any, limits: Limits) -> Iterator[list[_Line]]:
    until = time.monotonic() + limits.seconds
    for number in range(len(document)):
        if time.monotonic() > until:
            raise Unreadable(
                f"Reading it took longer than {limits.seconds} seconds. Split it, or raise MENTOR_MAX_READ_SECONDS."
            )
        page = document[number]
        text = page.get_textpage()
        yield list(_lines(text, number + 1))
        text.close()
        page.close()


def _lines(text: Any, page: int) -> Iterator[_Line]:
    """The lines of a page with the size, weight and height of their middle character."""
    from pypdfium2 import raw

    units: list[int] = []
    places: list[int] = []
    count = text.count_chars()
    for i in range(count + 1):
        unit = raw.FPDFText_GetUnicode(text, i) if i < count else 10
        if unit in (10, 13):
            if said := _said(units):
                at = places[len(places) // 2]
                size, weight = raw.FPDFText_GetFontSize(text, at), raw.FPDFText_GetFontWeight(text, at)
                yield _Line(said, round(size, 1), weight, text.get_charbox(at)[3], page)
            units, places = [], []
        else:
            units.append(unit)
            if unit > 32:
                places.append(i)


def _said(units: Sequence[int]) -> str:
    """Characters from PDFium's numbers, some of which come as the two halves of a surrogate pair."""
    raw_text = b"".join(
        unit.to_bytes(2, "little") if unit < 0x10000 else chr(unit).encode("utf-16-le") for unit in units
    )
    text = raw_text.decode("utf-16-le", errors="replace").replace("\x02", _BROKEN_WORD)
    return " ".join("".join(c for c in text if c >= " ").split())


def _without_furniture(pages: Sequence[list[_Line]]) -> list[_Line]:
    """All lines but page numbers, and what stands on top or at the bottom of most pages."""
    bare = [[line for i, line in enumerate(lines) if not _is_page_number(line, i, len(lines))] for lines in pages]
    repeated = Counter(_shape(line) for lines in bare for line in {*lines[:1], *lines[-1:]})
    often = max(3, len(pages) // 2 + 1)
    return [
        line
        for lines in bare
        for i, line in enumerate(lines)
        if i not in (0, len(lines) - 1) or repeated[_shape(line)] < often
    ]


def _is_page_number(line: _Line, at: int, lines: int) -> bool:
    return at in (0, 1, lines - 2, lines - 1) and bool(_PAGE_NUMBER.match(line.text))


def _shape(line: _Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _blocks(lines: Sequence[_Line], marks: dict[str, int]) -> Iterator[Block]:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    body = sizes.most_common(1)[0][0] if sizes else 0.0
    larger = sorted({line.size for line in lines if line.size >= BIGGER * body}, reverse=True)
    words = {word for line in lines for word in line.text.split()}
    spacing = _spacing(lines)
    held: list[_Line] = []
    heading: list[_Line] = []
    for line in lines:
        level = _level(line, body, larger, marks)
        follows = bool(held) and not level and _continues(held[-1], line, spacing)
        if held and not follows:
            yield _paragraph(held, words)
            held = []
        if level and heading and _goes_on(heading[-1], line, spacing):
            heading.append(line)
        elif level:
            yield from _heading(heading, marks, body, larger)
            heading = [line]
        else:
            yield from _heading(heading, marks, body, larger)
            heading = []
            held.append(line)
    yield from _heading(heading, marks, body, larger)
    if held:
        yield _paragraph(held, words)


def _heading(lines: Sequence[_Line], marks: dict[str, int], body: float, larger: Sequence[float]) -> Iterator[Block]:
    if lines:
        text = " ".join(line.text for line in lines).replace(_BROKEN_WORD, "")
        yield Block("heading", text, _level(lines[0], body, larger, marks), f"p. {lines[0].page}")


def _goes_on(before: _Line, line: _Line, spacing: float) -> bool:
    """Whether a heading that is set in two lines goes on here."""
    alike = (before.size, before.weight, before.page) == (line.size, line.weight, line.page)
    near = 0 < before.top - line.top < max(1.6 * spacing, 1.5 * line.size)
    return alike and near and not _ITEM.match(line.text)


def _level(line: _Line, body: float, larger: Sequence[float], marks: dict[str, int]) -> int:
    """The level of a heading, 0 for what is none."""
    if line.text in marks:
        return marks[line.text]
    short = len(line.text.split()) <= 14 and len(line.text) > 2 and not line.text.endswith((".", ",", ";"))
    bold = line.weight >= BOLD and line.size >= body and any(c.isalpha() for c in line.text)
    numbered = bold and line.text[0].isdigit()
    if not short or (_ITEM.match(line.text) and line.size < BIGGER * body and not numbered):
        return 0
    if line.size in larger:
        return min(larger.index(line.size) + 1, 5)
    return 6 if bold else 0


def _spacing(lines: Sequence[_Line]) -> float:
    """The usual distance between two lines, in points."""
    gaps = Counter(round(a.top - b.top) for a, b in pairwise(lines) if a.page == b.page and a.top > b.top)
    return float(gaps.most_common(1)[0][0]) if gaps else 12.0


def _continues(before: _Line, line: _Line, spacing: float) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    if _ITEM.match(line.text) or line.size != before.size:
        return False
    if before.page != line.page:
        return not before.text.endswith((".", "!", "?", ":")) and line.text[0].islower()
    return before.top - line.top < 1.6 * spacing


def _paragraph(lines: Sequence[_Line], words: set[str]) -> Block:
    text = lines[0].text
    for line in lines[1:]:
        if not text.endswith(_BROKEN_WORD):
            text = f"{text} {line.text}"
            continue
        head, tail = text[:-1].rpartition(" ")[2], line.text.partition(" ")[0]
        apart = head.strip("(“\"'") in words and tail.strip(".,;:!?)”\"'") in words
        hyphen = "-" if apart or f"{head}-{tail}" in words else ""
        text = f"{text[:-1]}{hyphen}{line.text}"
    text = text.replace(_BROKEN_WORD, "")
    item = bool(_ITEM.match(text))
    return Block("item" if item else "text", _ITEM.sub("", text) if item else text, 0, f"p. {lines[0].page}")
