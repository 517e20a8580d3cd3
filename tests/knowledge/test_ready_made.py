"""The vectors of the guides that ship: all of them, the right ones, and none is made again at a first start."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.embeddings import MiniLM
from knowledge.guides import load_guides
from knowledge.ledger import digest_of
from knowledge.library import LocalLibrary
from knowledge.parts import Parts
from knowledge.ready_made import ready_made

TEXTS = sorted({text for guide in load_guides() for passage in guide.passages for text in passage.embedded})


class Counting(MiniLM):
    """The built-in embedder, which notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        self.made += texts
        return super().embed_documents(texts)


def test_every_text_of_the_guides_has_its_vector_ready_made(embedder: MiniLM) -> None:
    wanted = {digest_of(text, embedder.name): text for text in TEXTS}
    missing = wanted.keys() - {digest for digest, _ in ready_made(wanted)}
    assert not missing, "run `python -m scripts.build_guide_vectors`"


def test_a_ready_made_vector_is_the_one_that_would_be_made_here(embedder: MiniLM) -> None:
    some = TEXTS[:: len(TEXTS) // 24]
    digests = [digest_of(text, embedder.name) for text in some]
    found = dict(ready_made(digests))
    made = np.array(embedder.embed_documents(some))
    shipped = np.array([found[digest] for digest in digests])
    assert (shipped * made).sum(axis=1).min() > 0.999
    assert np.abs(np.linalg.norm(shipped, axis=1) - 1).max() < 1e-5


def test_a_text_that_does_not_ship_has_no_vector(embedder: MiniLM) -> None:
    assert list(ready_made([digest_of("A sentence that stands in no guide.", embedder.name)])) == []


def test_a_first_start_makes_no_vector_of_the_guides(tmp_path: Path) -> None:
    embedder = Counting()
    library = LocalLibrary(tmp_path, lambda: Parts(tmp_path, embedder))
    library.open()
    assert set(embedder.made) & set(TEXTS) == set()
    assert library.search("what do I put in the subject line", k=1).hits[0].passage.guide == "writing-a-first-email"
