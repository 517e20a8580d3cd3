"""What the reader of facts learns from: marked messages, and labelled ones whose values stand in them word for word."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from assistant.engines.marked import Marked, marked_messages

ROOT = Path(__file__).resolve().parents[1]
LABELLED = (
    ROOT / "tests" / "evals" / "messages.yaml",
    ROOT / "tests" / "evals" / "messages_5_development.yaml",
    ROOT / "tests" / "evals" / "messages_6_development.yaml",
)
"""Messages whose labels the rules were made on as well; what is measured is none of these."""
READINGS = ROOT / "tests" / "assistant" / "readings.yaml"
_CHOSEN = frozenset(("answer", "kind", "level", "meeting", "pronoun", "side", "tone", "voice"))
_CHOSEN_HERE = frozenset(
    (
        ("agreed", "introduction"),
        *(
            ("channel", task)
            for task in (
                "outreach",
                "follow_up",
                "thank_you",
                "ask_feedback",
                "reply_to_mentor",
                "reply_to_request",
                "closing",
                "feedback",
            )
        ),
    )
)
"""Fields that take one of a few values: rules read them, for their words seldom stand in a message as they are."""


def every_message() -> list[Marked]:
    """All that is learned from, in order."""
    found = marked_messages()
    for path in LABELLED:
        found += [_located(row["task"], row) for row in _stored(path) if row.get("facts")]
    for task, rows in _stored(READINGS).items():
        found += [_located(task, row) for row in rows if row.get("facts")]
    return found


def digest_of(messages: Sequence[Marked]) -> str:
    """Tells what was learned from."""
    return hashlib.sha256(repr(messages).encode()).hexdigest()


def _located(task: str, row: dict[str, Any]) -> Marked:
    """A labelled message: each value that stands in it word for word, at its first place that is free."""
    message = row["message"]
    spans: list[tuple[str, int, int]] = []
    for field, value in row["facts"].items():
        if field in _CHOSEN or (field, task) in _CHOSEN_HERE:
            continue
        for one in _texts(value):
            for place in re.finditer(rf"(?<!\w){re.escape(one)}(?!\w)", message, re.IGNORECASE):
                if all(place.end() <= start or place.start() >= end for _, start, end in spans):
                    spans.append((field, *place.span()))
                    break
    return Marked(task, message, tuple(spans))


def _texts(value: Any) -> list[str]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, str)]  # pyright: ignore[reportUnknownVariableType]


def _stored(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
