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
from assistant.engines.intents import SLOTS, WEIGHTS, openings, openings_by_writer, slots_of
from assistant.engines.routing import ranked, undecided
from knowledge.embeddings import mini_lm

RATE, MOMENTUM = 1.0, 0.9
MEANING, WORDS = (2e-3, 400), (2e-4, 500)
"""Penalty of the squared weights and steps; chosen on messages whose errors have been seen, see docs/benchmarks.md."""


def main() -> None:
    """The weights of both classifiers; the same openings give the same."""
    if sys.argv[1:] == ["--by-writer"]:
        _by_writer()
    else:
        _store(openings(), WEIGHTS)


def _store(learned: Mapping[str, Sequence[str]], path: Path) -> None:
    labels = np.array([n for n, messages in enumerate(learned.values()) for _ in messages])
    told = [message for messages in learned.values() for message in messages]
    weights, bias = _trained(np.array(mini_lm().embed_documents(told)), labels, *MEANING)
    words, words_bias = _trained(_words(told), labels, *WORDS)
    np.savez_compressed(
        path,
        names=np.array(list(learned)),
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        words=words.astype(np.float16),
        words_bias=words_bias.astype(np.float32),
        digest=np.array(intents.digest()),
    )


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


def _words(messages: list[str]) -> Any:
    """One row a message, of length one: which words and pairs it has."""
    rows = np.zeros((len(messages), SLOTS), np.float32)
    for row, message in zip(rows, messages, strict=True):
        slots = slots_of(message)
        row[slots] = 1 / np.sqrt(max(1, len(slots)))
    return rows


def _trained(vectors: Any, labels: Any, penalty: float, steps: int) -> tuple[Any, Any]:
    """Gradient descent on the cross-entropy."""
    told = np.eye(labels.max() + 1)[labels]
    share = (1 / told.sum(axis=0))[labels][:, None]
    share /= share.mean()
    weights, bias = np.zeros((told.shape[1], vectors.shape[1])), np.zeros(told.shape[1])
    moved, moved_bias = np.zeros_like(weights), np.zeros_like(bias)
    for _ in range(steps):
        logits = vectors @ weights.T + bias
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        slope = (odds / odds.sum(axis=1, keepdims=True) - told) * share / len(vectors)
        moved = MOMENTUM * moved + slope.T @ vectors + penalty * weights
        moved_bias = MOMENTUM * moved_bias + slope.sum(axis=0)
        weights, bias = weights - RATE * moved, bias - RATE * moved_bias
    return weights, bias


if __name__ == "__main__":
    main()
