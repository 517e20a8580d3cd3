"""Documents written with their vectors: each text embedded once, a few at a time, and kept by content."""

from collections.abc import Iterator, Sequence

from knowledge.catalogue import Catalogue
from knowledge.embeddings import Embedder
from knowledge.ledger import Ledger, digest_of
from knowledge.model import Document, Passage
from knowledge.ready_made import ready_made
from knowledge.tables import Tables

_CHUNK = 64
"""Texts embedded at a time; what a killed run can lose at most."""


class Keeper:
    """Makes vectors and writes documents with them."""

    def __init__(self, tables: Tables, catalogue: Catalogue, ledger: Ledger, embedder: Embedder) -> None:
        self._tables = tables
        self._catalogue = catalogue
        self._ledger = ledger
        self._embedder = embedder

    def embed(self, texts: Sequence[str]) -> Iterator[tuple[int, int]]:
        """Make and keep the vectors of texts that have none; yields how many are done, of how many.

        A run that is stopped or killed goes on from there.
        """
        named = {digest_of(text, self._embedder.name): text for text in texts}
        lacking = self._ledger.unknown(named)
        wanted = [(digest, text) for digest, text in named.items() if digest in lacking]
        for start in range(0, len(wanted), _CHUNK):
            some = wanted[start : start + _CHUNK]
            vectors = self._embedder.embed_documents([text for _, text in some])
            with self._tables.writing():
                self._ledger.keep(zip((digest for digest, _ in some), vectors, strict=True))
            yield start + len(some), len(wanted)

    def take_ready_made(self, texts: Sequence[str]) -> None:
        """Keep those vectors of some texts that ship with the library."""
        lacking = self._ledger.unknown(digest_of(text, self._embedder.name) for text in texts)
        if lacking:
            with self._tables.writing():
                self._ledger.keep(ready_made(lacking))

    def put(self, document: Document, passages: Sequence[Passage]) -> None:
        """Write a document whose vectors are kept."""
        digests = [[digest_of(text, self._embedder.name) for text in passage.embedded] for passage in passages]
        self._catalogue.put(document, passages, digests)
