"""Drafts as Word documents: headings, lists and tables as styles, on A4 with a page number."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import io
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from assistant.model import Draft

_CELL = re.compile(r"- (?P<label>[^:]+): (?P<text>.+)")
_FEWEST_ROWS = 3
_TIMED = re.compile(r"- (?P<clock>\d{1,2}:\d{2}) (?P<what>.+) \((?P<minutes>\d+) min\)")
_RATED = re.compile(r"- (?P<item>.+) \(before _+, now _+, later _+\)")
_FORMS = ((_TIMED, ("Time", "What", "Min"), (2, 13.5, 1.5)), (_RATED, ("", "Before", "Now", "Later"), (11, 2, 2, 2)))
"""Lines that make a table: their form, its heads, and the widths of its columns in centimetres, 17 in all."""


def to_docx(draft: Draft) -> bytes:
    """A Word document with headings, numbered items and tables as styles."""
    document = _page()
    if draft.subject:
        document.add_heading(draft.subject, level=1)
    lines = [block.strip() for block in draft.body.split("\n")]
    columns = _columns(lines)
    row: Any = None
    points: Any = None
    table: Any = None
    for before, line in pairwise(["", *lines]):
        timed = next(((match, heads, wide) for form, heads, wide in _FORMS if (match := form.fullmatch(line))), None)
        if timed:
            match, heads, wide = timed
            table = table or _table(document, heads, wide)
            for cell, text in zip(table.add_row().cells, match.groups(), strict=False):
                cell.text = text
            continue
        if line and table:
            document.add_paragraph()
            table = None
        if columns and (point := re.fullmatch(r"\*\*(.+)\*\*", line)):
            points = points or _table(document, ("", *columns), (5, *[12 / len(columns)] * len(columns)))
            row = points.add_row()
            row.cells[0].text = point[1]
        elif row is not None and (cell := _CELL.match(line)) and cell["label"] in columns:
            row.cells[columns.index(cell["label"]) + 1].text = cell["text"]
        elif row is not None and line and before and not line.startswith("-"):
            row.cells[0].add_paragraph(line)
        elif heading := re.fullmatch(r"(?P<marks>#{1,3}) (?P<text>.+)|\*\*(?P<bold>[^*]+)\*\*", line):
            document.add_heading(heading["text"] or heading["bold"], level=len(heading["marks"] or "##"))
        elif match := re.match(r"(?:\d+\.|(?P<bullet>-)) (.+)", line):
            _write(document, match[2], "List Bullet" if match["bullet"] else "List Number")
        elif line:
            _write(document, line)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _page() -> Any:
    """An empty document on A4, two centimetres at each side, with the page number at its foot."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm

    document: Any = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    document.styles["Normal"].font.name = "Calibri"
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._p.append(field)
    return document


def _table(document: Any, heads: Sequence[str], widths: Sequence[float]) -> Any:
    """A table with a row of heads, which comes again on each page."""
    from docx.oxml import OxmlElement
    from docx.shared import Cm

    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, cell, head, width in zip(table.columns, table.rows[0].cells, heads, widths, strict=True):
        column.width = cell.width = Cm(width)
        cell.paragraphs[0].add_run(head, style="Strong")
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    return table


def _write(document: Any, line: str, style: str | None = None) -> None:
    """A paragraph in which words between two pairs of stars are strong."""
    paragraph = document.add_paragraph(style=style)
    for i, piece in enumerate(line.split("**")):
        if piece:
            paragraph.add_run(piece, style="Strong" if i % 2 else None)


def _columns(lines: Sequence[str]) -> tuple[str, ...]:
    """The labels that come again under heading after heading: such a page is a table. Empty for any other."""
    groups: list[list[str]] = []
    for line in lines:
        if re.fullmatch(r"\*\*.+\*\*", line):
            groups.append([])
        elif groups and (cell := _CELL.match(line)):
            groups[-1].append(cell["label"])
    alike = len(groups) >= _FEWEST_ROWS and len(groups[0]) > 1 and all(group == groups[0] for group in groups)
    return tuple(groups[0]) if alike else ()
