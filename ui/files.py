"""Drafts as files, by the ending of their name."""

from pathlib import Path

from assistant import render, word
from assistant.errors import BadInput
from assistant.kit import to_kit
from assistant.model import Brief, Draft

ENDINGS = ("docx", "md", "txt", "ics", "zip")


def file_of(ending: str, draft: Draft, brief: Brief) -> bytes:
    """The draft as the bytes of a file: docx, md, txt, ics (a meeting or a review), zip (the kit of a training).

    Raises:
        BadInput: an ending that is none of these, or a draft that has no such file.
    """
    match ending:
        case "docx":
            return word.to_docx(draft)
        case "ics":
            return render.to_ics(draft, brief)
        case "zip":
            return to_kit(draft, brief)
        case "md":
            return render.to_markdown(draft).encode()
        case "txt":
            return render.to_text(draft).encode()
        case _:
            raise BadInput(f"A draft is not saved as {ending!r}. Choose one of: {', '.join(ENDINGS)}.")


def save(path: Path, draft: Draft, brief: Brief) -> None:
    """Write the draft to a file; raises `BadInput` when its ending is unknown or it cannot be written."""
    content = file_of(path.suffix.lower().lstrip("."), draft, brief)
    try:
        path.write_bytes(content)
    except OSError as exc:
        raise BadInput(f"{str(path)!r} cannot be written ({exc}). Name a folder that exists.") from exc
