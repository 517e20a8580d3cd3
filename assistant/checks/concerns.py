"""Wishes that work against the person who has them: an insult for feedback, a request that overreaches, a pretence."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.language.phrases import any_of
from assistant.language.text import straight

_FILE = Path(__file__).parent / "concerns.yaml"


@dataclass(frozen=True)
class Concern:
    """One kind of such a wish: what it is, what the coach says, the passage that says why, what to quote."""

    id: str
    means: str
    says: str
    passage: str
    about: str
    when: tuple[re.Pattern[str], ...]
    together: re.Pattern[str] | None
    unless: re.Pattern[str] | None

    def holds(self, message: str) -> bool:
        """Whether a message has a cue, with what must stand beside it, and nothing that takes it back."""
        message = straight(message)
        return (
            any(cue.search(message) for cue in self.when)
            and (self.together is None or bool(self.together.search(message)))
            and not (self.unless and self.unless.search(message))
        )


@cache
def all_concerns() -> tuple[Concern, ...]:
    """Every kind, in the order of the file."""
    rows: list[dict[str, Any]] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return tuple(
        Concern(
            row["id"],
            row["means"],
            row["says"],
            row["passage"],
            row["about"],
            tuple(_cue(pattern) for pattern in row["when"]),
            any_of(*row["with"]) if "with" in row else None,
            any_of(*row["unless"]) if "unless" in row else None,
        )
        for row in rows
    )


def _cue(pattern: str) -> re.Pattern[str]:
    """A cue; one in capitals ("ALWAYS") means just that."""
    capitals = pattern.startswith(r"\b(?:ALWAYS")
    return re.compile(pattern, 0 if capitals else re.IGNORECASE)
