"""Train what tells first messages apart, from the openings; writes assistant/engines/intents.npz.

With `--by-writer` it writes nothing and says how well each writer's openings are told apart by what the others wrote.
"""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from assistant.engines import intents
from assistant.engines.intents import WEIGHTS, openings, openings_by_writer
from assistant.engines.routing import ranked, undecided
from scripts.learning import learned

MEANING, WORDS = (2e-3, 400), (2e-4, 500)
"""Penalty of the squared weights and steps; chosen on messages whose errors have been seen, see docs/benchmarks.md."""


def main() -> None:
    """The weights of both classifiers; the same openings give the same."""
    if sys.argv[1:] == ["--by-writer"]:
        _by_writer()
    else:
        _store(openings(), WEIGHTS)


def _store(told: Mapping[str, Sequence[str]], path: Path) -> None:
    labels = [n for n, messages in enumerate(told.values()) for _ in messages]
    found = learned([message for messages in told.values() for message in messages], labels, MEANING, WORDS)
    np.savez_compressed(path, names=np.array(list(told)), digest=np.array(intents.digest()), **found)  # pyright: ignore[reportArgumentType]


def _by_writer() -> None:
    """Routing as the coach does it, of what nothing was learned from: right, and right or among the two offered."""
    figures: list[tuple[bool, bool]] = []
    for writer, told in openings_by_writer().items():
        with TemporaryDirectory() as folder:
            intents.WEIGHTS = Path(folder) / "intents.npz"
            _store(openings(without=writer), intents.WEIGHTS)
            intents.weights.cache_clear()
            found = [(task, ranked(message)) for task, messages in told.items() for message in messages]
        right = [_named(ranking[0][0]) == task for task, ranking in found]
        offered = [task in map(_named, undecided(ranking)) for task, ranking in found]
        figures += zip(right, offered, strict=True)
        print(f"{writer}: {np.mean(right):.3f} right")
    print(f"all {len(figures)}: {np.mean([right for right, _ in figures]):.3f} right,", end=" ")
    print(f"{np.mean([right or offered for right, offered in figures]):.3f} right or among the two offered")


def _named(task: Any) -> str:
    return task.name if task else intents.OFF_TOPIC


if __name__ == "__main__":
    main()
