"""Text that is only text: its encoding, plain paragraphs, Markdown, tables of comma-separated values."""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from functools import cache

from charset_normalizer import from_bytes
from markdown_it import MarkdownIt

from knowledge.reading.html import LONGEST_NAME, blocks_of_html, row_text
from knowledge.reading.model import Block, Contents, Unreadable

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_SETTING_ASIDE = re.compile(
    r"^[ \t]*(?::::+.*|\{\{[<%].*[>%]\}\}|\{%.*%\}|<!--.*?-->|!\[[^\]\n]*\]\([^)\n]*\))[ \t]*$", re.MULTILINE
)
"""Lines that steer a publishing tool and say nothing: fences of divs, shortcodes, comments, lone pictures."""
_ATTRIBUTES = re.compile(r"\{[#.:][^}\n]{0,300}\}$", re.MULTILINE)
_TITLE = re.compile(r"^title:[ \t]*(\S[^\n]{0,300})$", re.MULTILINE)
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]:?")
_LIST_LINE = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, and a note when its encoding had to be guessed.

    Raises:
        Unreadable: the bytes are no text in any encoding that can be told.
    """
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, errors="replace"), ""
    if b"\x00" in data[:4096]:
        raise Unreadable("It is no text: it holds bytes that no text has. Save it as text in UTF-8, or as PDF.")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    # Encodings of Latin letters differ in a few of them; Windows' own is by far the commonest.
    if best is None or all("LATIN" in unicodedata.name(c, "LATIN") for c in str(best) if c.isalpha()):
        with suppress(UnicodeDecodeError):
            return data.decode("cp1252"), "not UTF-8, read as cp1252"
    if best is None:
        raise Unreadable("Its encoding cannot be told. Save it again as UTF-8.")
    return str(best), f"not UTF-8, read as {best.encoding}"


def read_text(data: bytes) -> Contents:
    """Plain text: paragraphs between empty lines, and lines that begin like items of a list."""
    text, note = decoded(data)
    blocks: list[Block] = []
    for paragraph in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\f", "\n\n")):
        blocks += _of_paragraph(paragraph)
    return Contents("", "text", tuple(blocks), note)


def _of_paragraph(paragraph: str) -> Iterator[Block]:
    lines = [line.strip() for line in paragraph.splitlines() if line.strip()]
    if lines and all(_LIST_LINE.match(line) for line in lines):
        for line in lines:
            yield Block("item", " ".join(_LIST_LINE.sub("", line).split()))
        return
    if text := " ".join(" ".join(lines).split()):
        yield Block("text", text)


def read_markdown(data: bytes) -> Contents:
    """Markdown with front matter, tables and the raw HTML that people put into it."""
    text, note = decoded(data)
    text = text.replace("\r\n", "\n")
    title = ""
    if front := _FRONT.match(text):
        title = _title_in(front[1])
        text = text[front.end() :]
    text = _FOOTNOTE.sub("", _ATTRIBUTES.sub("", _SETTING_ASIDE.sub("", text)))
    _, blocks = blocks_of_html(_markdown().render(text))
    return Contents(title, "Markdown", blocks, note)


def _title_in(front: str) -> str:
    """The title in a page's front matter, which is taken for nothing but that."""
    found = _TITLE.search(front)
    return " ".join(found[1].strip().strip("\"'").split()) if found else ""


@cache
def _markdown() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def read_table(data: bytes) -> Contents:
    """Comma-, semicolon- or tab-separated values: one block a row, each cell after its column's name."""
    text, note = decoded(data)
    try:
        dialect: type[csv.Dialect] | csv.Dialect = csv.Sniffer().sniff(text[:4096], delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    try:
        rows = [[" ".join(cell.split()) for cell in row] for row in csv.reader(io.StringIO(text), dialect)]
    except csv.Error as exc:
        raise Unreadable(f"It cannot be read as a table ({exc}). Save it again as CSV in UTF-8.") from exc
    rows = [row for row in rows if any(row)]
    head, body = ([name[:LONGEST_NAME] for name in rows[0]], rows[1:]) if len(rows) > 1 else ([], rows)
    return Contents("", "CSV", tuple(Block("row", row_text(head, row)) for row in body), note)
