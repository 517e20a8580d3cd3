"""The parts of a library on one machine, wired together."""

from collections.abc import Callable
from pathlib import Path

from knowledge.adding import Adding
from knowledge.catalogue import Catalogue
from knowledge.embeddings import Embedder, mini_lm
from knowledge.keeping import Keeper
from knowledge.ledger import Ledger
from knowledge.lexical import Lexical
from knowledge.search import Search
from knowledge.server import ChromaServer
from knowledge.snapshots import Snapshots
from knowledge.tables import Tables
from knowledge.vectors import VectorStore


class Parts:
    """Tables, catalogue, ledger, vector store and search of the library in one folder."""

    def __init__(
        self,
        data: Path,
        embedder: Embedder | None = None,
        chroma_url: str = "",
        token: str = "",
        ca: Path | None = None,
        scale: Callable[[], tuple[float, float]] = lambda: (1.0, 0.0),
    ) -> None:
        self.embedder: Embedder = embedder or mini_lm()
        self.tables = Tables(data / "library.db")
        self.ledger = Ledger(self.tables)
        self.lexical = Lexical(self.tables)
        self.catalogue = Catalogue(self.tables, self.lexical, self.ledger)
        self.keeper = Keeper(self.tables, self.catalogue, self.ledger, self.embedder)
        self.store: VectorStore = (
            ChromaServer(chroma_url, self.tables, self.embedder.name, token, ca)
            if chroma_url
            else Snapshots(data / "vectors", self.tables, self.embedder.name)
        )
        self.search = Search(self.catalogue, self.lexical, self.store, self.embedder, scale)

    def adding(self) -> Adding:
        """A run that adds documents."""
        return Adding(self.tables, self.catalogue, self.keeper, self.embedder)
