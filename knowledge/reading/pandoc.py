"""Word, OpenDocument, EPUB, reStructuredText and AsciiDoc through pandoc: sandboxed, with limits of time and memory."""

import subprocess
from functools import cache
from pathlib import Path

from knowledge.reading.html import blocks_of_html
from knowledge.reading.model import Contents, Limits, Unreadable

FORMATS = {"Word": "docx", "OpenDocument": "odt", "EPUB": "epub", "reStructuredText": "rst", "AsciiDoc": "asciidoc"}
"""Our names of kinds to pandoc's names of readers."""
_MEMORY = "768m"


@cache
def _program() -> str:
    import pypandoc

    return str(pypandoc.get_pandoc_path())


def read_with_pandoc(data: bytes, kind: str, limits: Limits) -> Contents:
    """A document of one of `FORMATS`. Pandoc may read nothing but its input, and neither files nor the network.

    Raises:
        Unreadable: the file is damaged, takes too long or needs too much memory.
    """
    command = [_program(), "--sandbox", "--from", FORMATS[kind], "--to", "html5", "--standalone", "--quiet"]
    command += ["--metadata", "lang=en", "--template", _template(), "+RTS", f"-M{_MEMORY}", "-RTS"]
    try:
        ran = subprocess.run(command, input=data, capture_output=True, timeout=limits.seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as exc:
        raise Unreadable(
            f"Reading it took longer than {limits.seconds} seconds. Split it, or raise MENTOR_MAX_READ_SECONDS."
        ) from exc
    if ran.returncode == 251:
        raise Unreadable("Reading it needs too much memory. Split it, or save it as PDF or text.")
    if ran.returncode:
        raise Unreadable(f"It is damaged, or no {kind} file. Open it in the program that made it and save it again.")
    title, blocks = blocks_of_html(ran.stdout.decode("utf-8", errors="replace"))
    return Contents(title, kind, blocks)


@cache
def _template() -> str:
    """A page with title and body alone, as a file beside this one (pandoc takes templates from files only)."""
    return str(Path(__file__).with_name("page.html"))
