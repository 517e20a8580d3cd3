"""What kind of file some bytes are, told by what is in them; the name only decides between kinds of text."""

import io
import re
import zipfile
import zlib
from pathlib import PurePosixPath

from knowledge.reading.model import Limits, Unreadable

_TEXT_KINDS = {
    ".md": "Markdown",
    ".markdown": "Markdown",
    ".qmd": "Markdown",
    ".rmd": "Markdown",
    ".mdx": "Markdown",
    ".txt": "text",
    ".text": "text",
    ".html": "HTML",
    ".htm": "HTML",
    ".xhtml": "HTML",
    ".rst": "reStructuredText",
    ".adoc": "AsciiDoc",
    ".asciidoc": "AsciiDoc",
    ".asc": "AsciiDoc",
    ".csv": "CSV",
    ".tsv": "CSV",
}
_PACKED_KINDS = {".pdf": "PDF", ".docx": "Word", ".pptx": "PowerPoint", ".odt": "OpenDocument", ".epub": "EPUB"}
ENDINGS = frozenset({*_TEXT_KINDS, *_PACKED_KINDS, ".zip"})
"""Endings of the files that are read when a folder or an archive is added; others in it are passed over."""
FORMATS = "Markdown, text, HTML, PDF, DOCX, PPTX, ODT, EPUB, RST, AsciiDoc, CSV and ZIP"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*+<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_OTHERS = {
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"ID3": "a sound",
    b"{\\rtf": "rich text (RTF)",
}
_MOST_SHRUNK = 200
"""Text shrinks to a tenth or so; a file that shrank to a two-hundredth was made to blow up."""


def kind_of(data: bytes, name: str, limits: Limits) -> str:
    """One of the kinds that can be read.

    Raises:
        Unreadable: empty, of no kind that is read, locked, or an archive that unpacks to too much.
    """
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf"):
        raise Unreadable("It is empty.")
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    if data.lstrip()[:5] == b"%PDF-" or (ending == ".pdf" and b"%PDF-" in data[:1024]):
        return "PDF"
    if data.startswith(_OLD_OFFICE):
        raise Unreadable(
            "It is an Office file of the old kind or locked with a password. Save it as .docx or .pptx without one."
        )
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data, limits)
    for start, what in _OTHERS.items():
        if data.startswith(start):
            raise Unreadable(f"It is {what}, which is not read. Formats that are: {FORMATS}.")
    if _HTML.match(data[:4096]) and ending not in (".md", ".qmd", ".markdown", ".mdx", ".rmd"):
        return "HTML"
    if ending in _TEXT_KINDS:
        return _TEXT_KINDS[ending]
    if ending in _PACKED_KINDS:
        if _is_text(data):
            return "text"
        raise Unreadable(
            f"It is damaged, or no {_PACKED_KINDS[ending]} file. Save it again in the program that made it."
        )
    if _is_text(data):
        return "text"
    raise Unreadable(f"Its kind is not known. Formats that are read: {FORMATS}.")


def named_kind(name: str) -> str:
    """The kind that a file's name promises, or ""."""
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower()
    return {**_TEXT_KINDS, **_PACKED_KINDS, ".zip": "ZIP"}.get(ending, "")


def _is_text(data: bytes) -> bool:
    start = data[:8192]
    try:
        start.decode("utf-8")
    except UnicodeDecodeError as exc:
        if exc.start < len(start) - 4:
            return False
    return b"\x00" not in start


def _packed(data: bytes, limits: Limits) -> str:
    """The kind of a ZIP file, after a look at how much it would unpack to."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            inside = archive.infolist()
            refuse_bomb(inside, limits)
            kind = _packed_kind(archive, {info.filename for info in inside})
    except Unreadable:
        raise
    except (zlib.error, zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, RuntimeError) as exc:
        raise Unreadable("It is damaged: it cannot be unpacked. Save or download it again.") from exc
    if kind != "ZIP" and any(info.flag_bits & 1 for info in inside):
        raise Unreadable("It is locked with a password. Save a copy without one.")
    return kind


def _packed_kind(archive: zipfile.ZipFile, names: set[str]) -> str:
    if "mimetype" in names:
        with archive.open("mimetype") as member:
            kind = member.read(100).decode("ascii", "replace").strip()
        known = {"application/epub+zip": "EPUB", "application/vnd.oasis.opendocument.text": "OpenDocument"}
        return known.get(kind, "ZIP")
    if "word/document.xml" in names:
        return "Word"
    return "PowerPoint" if "ppt/presentation.xml" in names else "ZIP"


def refuse_bomb(inside: list[zipfile.ZipInfo], limits: Limits) -> None:
    """Raise `Unreadable` for an archive of too many files, too much content, or content packed beyond reason."""
    if len(inside) > limits.members:
        raise Unreadable(f"It holds {len(inside):,} files; at most {limits.members:,} are read. Split it.")
    size = sum(info.file_size for info in inside)
    packed = sum(info.compress_size for info in inside)
    if size > limits.unpacked_bytes or (size > 5_000_000 and size > _MOST_SHRUNK * max(packed, 1)):
        raise Unreadable(
            f"It would unpack to {size / 1e6:,.0f} MB, more than is reasonable (limit {limits.unpacked_mb} MB). "
            "Take out what is large, or raise MENTOR_MAX_UNPACKED_MB."
        )
