"""Logistic regressions on sentence vectors and on words, for the scripts that train what the coach has learned."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from assistant.language.grams import SLOTS, slots_of
from knowledge.embeddings import mini_lm

RATE, MOMENTUM = 1.0, 0.9
Penalty = tuple[float, int]
"""Of the squared weights, and how many steps are gone."""


def learned(
    messages: Sequence[str], labels: Sequence[int], meaning: Penalty, words: Penalty
) -> dict[str, "np.ndarray[Any, Any]"]:
    """Weights and biases on the sentence vector, shape (classes, 384), and on the words, as they are stored."""
    told = np.array(labels)
    weights, bias = _trained(np.array(mini_lm().embed_documents(list(messages))), told, *meaning)
    of_words, words_bias = _trained(_words(messages), told, *words)
    return {
        "weights": weights.astype(np.float32),
        "bias": bias.astype(np.float32),
        "words": of_words.astype(np.float16),
        "words_bias": words_bias.astype(np.float32),
    }


def _words(messages: Sequence[str]) -> Any:
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
