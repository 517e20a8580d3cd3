"""HTML as blocks: headings, paragraphs, items and rows; what runs, loads or decorates is left behind."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false
# (the vendor's types are partial; what leaves this module is typed)

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from knowledge.reading.model import Block, BlockKind

_LEFT_OUT = frozenset(
    "script style noscript template iframe object embed svg canvas audio video img button select input "
    "textarea nav head title colgroup".split()
)
_BLOCKS = frozenset(
    "p div section article main header footer aside blockquote pre figure figcaption address details summary "
    "fieldset dl dt dd ul ol li table thead tbody tfoot tr td th caption h1 h2 h3 h4 h5 h6 hr body html center".split()
)
_HEADING = re.compile(r"h([1-6])$")
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden", re.IGNORECASE)
_NOTE_MARKS = frozenset({"footnote-ref", "footnote-back"})
LONGEST_NAME = 80
"""Characters of a column's name that are repeated in each of its rows."""
DEEPEST = 200
"""Elements nested deeper than this are not followed; real pages stay under 60."""


def blocks_of_html(text: str) -> tuple[str, tuple[Block, ...]]:
    """The page's title ("" when it has none) and its blocks."""
    if not text.strip():
        return "", ()
    try:
        page = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return "", ()
    title = " ".join((page.findtext(".//title") or "").split())
    walk = _Walk()
    walk.into(page, 0)
    walk.end_block()
    return title, tuple(walk.blocks)


class _Walk:
    """One pass over a page, collecting words until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._kind: BlockKind = "text"
        self._level = 0

    def into(self, element: Any, depth: int) -> None:
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _LEFT_OUT or depth > DEEPEST or _is_hidden(element):
            return
        if tag == "table":
            self.end_block()
            self.blocks += _rows(element)
            return
        if tag == "br":
            self._words.append(" ")
        is_block = tag in _BLOCKS
        if is_block:
            self.end_block()
            self._begin(tag)
        self._words.append(element.text or "")
        for child in element:
            self.into(child, depth + 1)
            self._words.append(child.tail or "")
        if is_block:
            self.end_block()

    def _begin(self, tag: str) -> None:
        if match := _HEADING.match(tag):
            self._kind, self._level = "heading", int(match[1])
        elif tag in ("li", "dd"):
            self._kind = "item"

    def end_block(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self.blocks.append(Block(self._kind, text, self._level))
        self._words.clear()
        if text or self._kind == "heading":
            self._kind, self._level = "text", 0


def _is_hidden(element: Any) -> bool:
    classes = set((element.get("class") or "").split())
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_NOTE_MARKS & classes)
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _rows(table: Any) -> Iterator[Block]:
    """Each row as one block, a cell after the name of its column where the table has a head."""
    caption = table.find("caption")
    if caption is not None and (said := _plain(caption)):
        yield Block("text", said)
    head: list[str] = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is not table:
            continue
        cells = [(cell.tag, _plain(cell)) for cell in row if cell.tag in ("td", "th")]
        if not head and cells and all(tag == "th" for tag, _ in cells):
            head = [text[:LONGEST_NAME] for _, text in cells]
            continue
        if text := row_text(head, [text for _, text in cells]):
            yield Block("row", text)
    if head and not table.findall(".//td") and (text := row_text([], head)):
        yield Block("row", text)


def row_text(head: list[str], cells: list[str]) -> str:
    """A table's row in one line: `Column: cell; Column: cell`, or the cells alone where no column has a name."""
    names = [*head, *[""] * len(cells)]
    return "; ".join(f"{name}: {cell}" if name else cell for name, cell in zip(names, cells, strict=False) if cell)


def _plain(element: Any) -> str:
    kept: list[str] = []

    def collect(one: Any, depth: int) -> None:
        if not isinstance(one.tag, str) or one.tag in _LEFT_OUT or depth > DEEPEST or _is_hidden(one):
            return
        kept.append((" " if one.tag in _BLOCKS or one.tag == "br" else "") + (one.text or ""))
        for child in one:
            collect(child, depth + 1)
            kept.append(child.tail or "")

    collect(element, 0)
    return " ".join("".join(kept).split())
