"""The vectors of the guides as they ship, so that a first start need not make them."""

from collections.abc import Collection, Iterator

import numpy as np

from knowledge.embeddings import WEIGHTS

FILE = WEIGHTS / "guides.npz"
"""Made by scripts/build_guide_vectors.py: digests as the ledger has them, and int8 numbers."""


def ready_made(wanted: Collection[bytes]) -> Iterator[tuple[bytes, np.ndarray]]:
    """Digest and vector (float32, shape (384,)) of those texts that ship; what changed since does not."""
    with np.load(FILE) as stored:
        digests, numbers = stored["digests"], stored["numbers"]
    for digest, row in zip(map(bytes, digests), numbers, strict=True):
        if digest in wanted:
            vector = row.astype(np.float32)
            yield digest, vector / np.linalg.norm(vector)
