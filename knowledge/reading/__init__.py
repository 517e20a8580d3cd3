"""Reading files of many kinds into titled blocks of plain text."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from knowledge.reading.kinds import kind_of, named_kind
from knowledge.reading.model import Block, Contents, Limits, Unreadable

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_PROGRAM = re.compile(r"^(?:Microsoft )?(?:Word|PowerPoint|Excel) - |\.(?:docx?|pptx?|pdf|odt|tex)$", re.IGNORECASE)
_NO_TITLE = re.compile(r"(?:about:blank|untitled.*|document\d*|powerpoint presentation|slide \d+)$", re.IGNORECASE)
"""Titles that programs give by themselves."""
__all__ = ["Block", "Contents", "Limits", "Unreadable", "read"]


def read(data: bytes, name: str, limits: Limits) -> Contents:
    """A file as title and blocks. `name` gives the title where the file has none, and tells kinds of text apart.

    Raises:
        Unreadable: one sentence with the reason and what to do.
    """
    if len(data) > limits.file_bytes:
        raise Unreadable(limits.too_large(len(data)))
    kind = kind_of(data, name, limits)
    contents = _printable(_read(data, kind, limits))
    if sum(len(block.text) for block in contents.blocks) > limits.unpacked_bytes:
        raise Unreadable(f"It holds more text than is read ({limits.unpacked_mb} MB). Split it.")
    if not contents.words:
        raise Unreadable("It holds no text that can be read.")
    promised = named_kind(name)
    note = contents.note
    if promised and promised != kind:
        note = f"named like {promised}, read as {kind}" + (f"; {note}" if note else "")
    return Contents(_title(contents, name), kind, contents.blocks, note)


def _read(data: bytes, kind: str, limits: Limits) -> Contents:
    match kind:
        case "PDF":
            from knowledge.reading.pdf import read_pdf

            return read_pdf(data, limits)
        case "PowerPoint":
            from knowledge.reading.slides import read_slides

            return read_slides(data)
        case "HTML":
            from knowledge.reading.html import blocks_of_html
            from knowledge.reading.plain import decoded

            text, note = decoded(data)
            title, blocks = blocks_of_html(text)
            return Contents(title, kind, blocks, note)
        case "Markdown" | "text" | "CSV":
            from knowledge.reading import plain

            readers = {"Markdown": plain.read_markdown, "text": plain.read_text, "CSV": plain.read_table}
            return readers[kind](data)
        case "ZIP":
            raise Unreadable("It is an archive inside an archive. Unpack it and add what is in it.")
        case _:
            from knowledge.reading.pandoc import read_with_pandoc

            return read_with_pandoc(data, kind, limits)


def _printable(contents: Contents) -> Contents:
    """Without control characters, which could steer a terminal, and without blocks that say nothing."""
    blocks = (replace(block, text=" ".join(_CONTROL.sub(" ", block.text).split())) for block in contents.blocks)
    kept = tuple(block for block in blocks if any(c.isalnum() for c in block.text))
    return replace(contents, title=" ".join(_CONTROL.sub(" ", contents.title).split()), blocks=kept)


def _title(contents: Contents, name: str) -> str:
    """The file's own title, else its first heading of the first level, else its name."""
    own = _PROGRAM.sub("", contents.title).strip()
    if own and not _NO_TITLE.match(own):
        return own[:200]
    first = next((block for block in contents.blocks if block.kind == "heading"), None)
    if first is not None and first.level == 1 and contents.kind != "PowerPoint":
        return first.text[:200]
    stem = PurePosixPath(name.replace("\\", "/")).stem
    return stem.replace("_", " ").replace("-", " ").strip() or name
