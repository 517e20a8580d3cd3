"""The parts of a library on one machine, wired together."""

from collections.abc import Sequence
from pathlib import Path

from knowledge.adding import Adding, put
from knowledge.catalogue import Catalogue
from knowledge.embeddings import Embedder, MiniLM
from knowledge.ledger import Ledger, digest_of
from knowledge.lexical import Lexical
from knowledge.model import Document, Passage, Progress
from knowledge.search import Search
from knowledge.server import ChromaServer
from knowledge.snapshots import Snapshots
from knowledge.tables import Tables
from knowledge.vectors import VectorStore

_CHUNK = 64


class Parts:
    """Tables, catalogue, ledger, vector store and search of the library in one folder."""

    def __init__(
        self,
        data: Path,
        embedder: Embedder | None = None,
        chroma_url: str = "",
        token: str = "",
        ca: Path | None = None,
    ) -> None:
        self.embedder: Embedder = embedder or MiniLM()
        self.tables = Tables(data / "library.db")
        self.ledger = Ledger(self.tables)
        self.lexical = Lexical(self.tables)
        self.catalogue = Catalogue(self.tables, self.lexical, self.ledger)
        self.store: VectorStore = (
            ChromaServer(chroma_url, self.tables, self.embedder.name, token, ca)
            if chroma_url
            else Snapshots(data / "vectors", self.tables, self.embedder.name)
        )
        self.search = Search(self.catalogue, self.lexical, self.store, self.embedder)

    def adding(self) -> Adding:
        """A run that adds documents."""
        return Adding(self.tables, self.catalogue, self.ledger, self.embedder)

    def embed(self, texts: Sequence[str], progress: Progress | None = None) -> None:
        """Make and keep the vectors of texts that have none, a few at a time, so that a stopped run goes on later."""
        named = {digest_of(text, self.embedder.name): text for text in texts}
        lacking = self.ledger.unknown(named)
        wanted = [(digest, text) for digest, text in named.items() if digest in lacking]
        for start in range(0, len(wanted), _CHUNK):
            some = wanted[start : start + _CHUNK]
            vectors = self.embedder.embed_documents([text for _, text in some])
            with self.tables.writing():
                self.ledger.keep(zip((digest for digest, _ in some), vectors, strict=True))
            if progress is not None:
                progress(start + len(some), len(wanted))

    def put(self, document: Document, passages: Sequence[Passage]) -> None:
        """Write a document whose vectors are kept."""
        put(self.catalogue, document, passages, self.embedder.name)
