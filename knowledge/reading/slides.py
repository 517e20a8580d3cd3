"""PowerPoint as blocks: a slide's title is a heading, its words, tables and speaker's notes stand under it."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import io
from collections.abc import Iterator
from typing import Any

from knowledge.reading.html import row_text
from knowledge.reading.model import Block, Contents, Unreadable


def read_slides(data: bytes) -> Contents:
    """Every slide, with "slide 1" and so on as its place.

    Raises:
        Unreadable: the file is damaged.
    """
    from pptx import Presentation

    try:
        deck: Any = Presentation(io.BytesIO(data))
        blocks = tuple(block for n, slide in enumerate(deck.slides, 1) for block in _slide(slide, f"slide {n}"))
        title = " ".join((deck.core_properties.title or "").split())
    except Exception as exc:  # a damaged deck fails in ways that the reader does not name
        raise Unreadable("It is damaged. Open it in PowerPoint or Impress and save it again.") from exc
    return Contents(title, "PowerPoint", blocks)


def _slide(slide: Any, place: str) -> Iterator[Block]:
    title = slide.shapes.title
    said = " ".join(title.text_frame.text.split()) if title is not None else ""
    yield Block("heading", said or place.capitalize(), 1, place)
    for shape in slide.shapes:
        if title is None or shape.shape_id != title.shape_id:
            yield from _shape(shape, place)
    if slide.has_notes_slide and (notes := slide.notes_slide.notes_text_frame) is not None:
        for paragraph in notes.paragraphs:
            if text := " ".join(paragraph.text.split()):
                yield Block("text", text, 0, f"{place}, notes")


def _shape(shape: Any, place: str) -> Iterator[Block]:
    if hasattr(shape, "shapes"):
        for inner in shape.shapes:
            yield from _shape(inner, place)
    elif getattr(shape, "has_table", False):
        rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in shape.table.rows]
        head, body = (rows[0], rows[1:]) if shape.table.first_row and len(rows) > 1 else ([], rows)
        for cells in body:
            if text := row_text(head, cells):
                yield Block("row", text, 0, place)
    elif shape.has_text_frame:
        paragraphs = [" ".join(p.text.split()) for p in shape.text_frame.paragraphs]
        kept = [text for text in paragraphs if text]
        for text in kept:
            yield Block("item" if len(kept) > 1 else "text", text, 0, place)
