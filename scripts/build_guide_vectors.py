"""Make the vectors of the guides that ship; to be run after a change of the guides, their questions or the embedder.

`python -m scripts.build_guide_vectors` writes knowledge/weights/guides.npz. A text that it lacks is embedded at the
next start instead, so that nothing is wrong when it is out of date, only slower.
"""

from typing import Any

import numpy as np

from knowledge.embeddings import mini_lm
from knowledge.guides import load_guides
from knowledge.ledger import digest_of
from knowledge.ready_made import FILE

LARGEST = 127
"""Of the numbers in a vector, after scaling."""


def main() -> None:
    """One row a text, ordered by digest: the same guides give the same file."""
    embedder = mini_lm()
    texts = {text for guide in load_guides() for passage in guide.passages for text in passage.embedded}
    named = sorted((digest_of(text, embedder.name), text) for text in texts)
    vectors = np.array(embedder.embed_documents([text for _, text in named]), dtype=np.float32)
    scales: np.ndarray[Any, Any] = np.abs(vectors).max(axis=1) / LARGEST
    numbers: np.ndarray[Any, Any] = np.round(vectors / scales[:, None]).astype(np.int8)
    np.savez_compressed(
        FILE,
        digests=np.array([list(digest) for digest, _ in named], dtype=np.uint8),
        numbers=numbers,
    )
    print(f"{len(named)} vectors, {FILE.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
