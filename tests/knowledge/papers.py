"""One small handbook in every format that is read, and files that were made to do harm."""

import io
import subprocess
import zipfile
from functools import cache

import pypandoc
from pptx import Presentation

HANDBOOK = """---
title: Mentoring handbook
---

# First meeting

Agree on three things. **Write** them down.

- Goals
- Rhythm

| Who | Does what |
|-----|-----------|
| Mentee | sends the agenda |
| Mentor | listens |

## Confidentiality

What is said stays between you, with limits.

# Closing

End well and say thanks.
"""
PANDOC = {"docx": "docx", "odt": "odt", "epub": "epub", "rst": "rst", "adoc": "asciidoc", "html": "html"}


@cache
def handbook(ending: str) -> bytes:
    """The handbook as a file with this ending."""
    if ending == "md":
        return HANDBOOK.encode()
    if ending == "txt":
        return b"First meeting\n\nAgree on three things.\nWrite them down.\n\n- Goals\n- Rhythm\n\nEnd well.\n"
    if ending == "csv":
        return b"Who;Does what\nMentee;sends the agenda\nMentor;listens\n"
    if ending == "pptx":
        return slides()
    if ending == "pdf":
        first = [(20, "First meeting"), (11, "Agree on three things."), (11, "Write them down.")]
        return pdf([first, [(20, "Closing"), (11, "End well.")]])
    command = [
        pypandoc.get_pandoc_path(),
        "--standalone",
        "--from",
        "markdown",
        "--to",
        PANDOC[ending],
        "--output",
        "-",
    ]
    return subprocess.run(command, input=HANDBOOK.encode(), capture_output=True, check=True).stdout


def slides() -> bytes:
    """Two slides with a table and speaker's notes."""
    deck = Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[1])
    first.shapes.title.text = "First meeting"
    first.placeholders[1].text = "Agree on three things.\nWrite them down."
    first.notes_slide.notes_text_frame.text = "Say hello to everybody."
    second = deck.slides.add_slide(deck.slide_layouts[5])
    second.shapes.title.text = "Who does what"
    table = second.shapes.add_table(2, 2, 0, 0, 900_000, 900_000).table
    for (row, column), text in {(0, 0): "Who", (0, 1): "Does what", (1, 0): "Mentor", (1, 1): "listens"}.items():
        table.cell(row, column).text = text
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def pdf(pages: list[list[tuple[int, str]]], trailer: str = "") -> bytes:
    """A PDF of pages with lines of (size, text), written by hand."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for n, lines in enumerate(pages):
        at, drawn = 740, ""
        for size, text in lines:
            drawn += f"BT /F1 {size} Tf 60 {at} Td ({text}) Tj ET\n"
            at -= size + 3
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * n} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
    out, places = "%PDF-1.4\n", list[int]()
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{table}\n%%EOF\n"
    return out.encode("latin-1")


def locked_pdf() -> bytes:
    """A PDF that wants a password."""
    secret = "<" + "41" * 32 + ">"
    encrypt = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O {secret} /U {secret} /P -4 >> /ID [<41> <41>]"
    return pdf([[(11, "Secret")]], encrypt)


def zipped(**members: bytes | str) -> bytes:
    """A ZIP archive; `__` in a name stands for a slash, `_0_` for a full stop."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_0_", "."), content)
    return out.getvalue()


def word_bomb() -> bytes:
    """A Word file whose text would be three billion characters if its entities were expanded."""
    entities = '<!ENTITY a "lol lol lol ">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    body = (
        f'<?xml version="1.0"?><!DOCTYPE d [{entities}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
        "<w:t>Before &j; after</w:t></w:r></w:p></w:body></w:document>"
    )
    with zipfile.ZipFile(io.BytesIO(handbook("docx"))) as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    members["word/document.xml"] = body.encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()
