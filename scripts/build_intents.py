"""Train what tells first messages apart, from assistant/engines/openings.yaml; writes assistant/engines/intents.npz."""

from typing import Any

import numpy as np

from assistant.engines.intents import SLOTS, WEIGHTS, digest, openings, slots_of
from knowledge.embeddings import mini_lm

RATE, MOMENTUM = 1.0, 0.9
MEANING, WORDS = (2e-3, 400), (5e-4, 600)
"""Penalty of the squared weights and steps; chosen on messages whose errors have been seen, see docs/benchmarks.md."""


def main() -> None:
    """The weights of both classifiers; the same openings give the same."""
    learned = openings()
    labels = np.array([n for n, messages in enumerate(learned.values()) for _ in messages])
    told = [message for messages in learned.values() for message in messages]
    weights, bias = _trained(np.array(mini_lm().embed_documents(told)), labels, *MEANING)
    words, words_bias = _trained(_words(told), labels, *WORDS)
    np.savez_compressed(
        WEIGHTS,
        names=np.array(list(learned)),
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        words=words.astype(np.float16),
        words_bias=words_bias.astype(np.float32),
        digest=np.array(digest()),
    )


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
