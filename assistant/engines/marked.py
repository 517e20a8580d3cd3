"""First messages in which the words that tell each fact are marked."""

import re
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("marked.txt")
_MARK = re.compile(r"\{([a-z_]+): ?([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Marked:
    """A message to one task, with the field and the place (first character, last plus one) of each fact in it."""

    task: str
    message: str
    spans: tuple[tuple[str, int, int], ...]


def marked_messages() -> list[Marked]:
    """Those that stand in marked.txt, in order."""
    return [unmarked(line) for line in FILE.read_text(encoding="utf-8").splitlines() if line[:1] not in ("", "#")]


def unmarked(line: str) -> Marked:
    """A line "task | message with {field: words}" as the message that it was, with the places of its marks.

    Raises:
        ValueError: the line names no task, or a brace is left over.
    """
    task, bar, text = (part.strip() for part in line.partition("|"))
    message, at = "", 0
    spans: list[tuple[str, int, int]] = []
    for mark in _MARK.finditer(text):
        message += text[at : mark.start()]
        spans.append((mark[1], len(message), len(message) + len(mark[2])))
        message += mark[2]
        at = mark.end()
    message += text[at:]
    if not bar or "{" in message or "}" in message:
        raise ValueError(f"No task, or a mark that is not closed: {line}")
    return Marked(task, message, tuple(spans))
