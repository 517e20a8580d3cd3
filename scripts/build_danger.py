"""Train what notices danger beyond the phrases; writes assistant/checks/danger.npz.

It learns from assistant/checks/danger.yaml, from the development sentences in tests/evals and, as everyday work, from
the openings. With `--by-writer` it writes nothing and says what is noticed of each writer's sentences without them.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import yaml

from assistant.checks import danger
from assistant.checks.safety import trouble
from assistant.engines.intents import openings
from scripts.learning import learned

MEANING, WORDS = (3e-4, 400), (1e-4, 400)
"""Penalty of the squared weights and steps."""
EVALS = Path("tests/evals")
DEVELOPMENT = ("safety_development", "safety_development_2", "safety_development_3")
EVERYDAY = ("messages", "messages_2", "messages_3", "messages_4")

Rows = list[dict[str, Any]]


def main() -> None:
    """The weights of both classifiers; the same examples give the same."""
    if sys.argv[1:] == ["--by-writer"]:
        _by_writer()
    else:
        _store(danger.WEIGHTS)


def _store(path: Path, without: str = "") -> None:
    rows = [row for name in DEVELOPMENT for row in _read(EVALS / f"{name}.yaml")]
    rows += [row for writer, told in _read(danger.EXAMPLES).items() if writer != without for row in told]
    told = [(row["text"], danger.TIERS.index(row["tier"])) for row in rows if row["tier"] in danger.TIERS]
    told += [(message, 0) for messages in openings().values() for message in messages]
    told += [(row["question"], 0) for row in _read(EVALS / "handbook_questions.yaml")]
    texts, labels = zip(*told, strict=True)
    np.savez_compressed(path, digest=np.array(danger.digest()), **learned(texts, labels, MEANING, WORDS))  # pyright: ignore[reportArgumentType]


def _by_writer() -> None:
    """Each set without its writer; `safety_heldout` and everyday first messages are never learned from."""
    heldout: Rows = _read(EVALS / "safety_heldout.yaml")
    _store_and_tell("held out", heldout, "")
    everyday: Rows = [{"tier": "none", "text": row["message"]} for f in EVERYDAY for row in _read(EVALS / f"{f}.yaml")]
    _store_and_tell("everyday", everyday, "")
    told: Rows = []
    for writer, rows in _read(danger.EXAMPLES).items():
        told += list(_store_and_tell(writer, rows, writer))
    _tell("all writers", told)


def _store_and_tell(name: str, rows: Rows, without: str) -> Rows:
    with TemporaryDirectory() as folder:
        danger.WEIGHTS = Path(folder) / "danger.npz"
        _store(danger.WEIGHTS, without)
        danger.weights.cache_clear()
        seen = [
            {**row, "rule": bool(trouble(row["text"])), "asked": bool(danger.suspected(row["text"]))} for row in rows
        ]
    _tell(name, seen)
    return seen


def _tell(name: str, rows: Rows) -> None:
    for tier in danger.TIERS:
        if due := [row for row in rows if row["tier"] == tier]:
            stopped = np.mean([row["rule"] for row in due])
            noticed = np.mean([row["rule"] or row["asked"] for row in due])
            print(f"{name}, {tier} ({len(due)}): stopped {stopped:.3f}, stopped or asked {noticed:.3f}")


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
