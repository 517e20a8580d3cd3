"""The stored index: passage vectors in an embedded Chroma, built beside and switched to at once.

Chroma loses vectors when two processes write to one path, so there is one writer under a file lock, and what it writes
is a new folder named by a digest of guides, cutting and embedder. A finished folder is never written again; a reader
opens it or does not see it. A process killed while building leaves a `building-…` folder that the next writer removes.
"""

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from filelock import FileLock

from knowledge.embeddings import MiniLM
from knowledge.errors import LibraryError
from knowledge.model import Passage, Progress

if TYPE_CHECKING:
    from langchain_chroma import Chroma

CUTTING = "heading/2"
"""Name and version of the way guides are cut into passages; a change rebuilds the index."""
_COLLECTION = "guides"
_CHUNK = 64
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One vector to store: the passage's own text (n = 0) or one of its questions."""

    passage: str
    n: int
    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """Cosine similarities (-1..1) of a question to a passage's text and to the nearest question that it answers."""

    text: float
    question: float

    @property
    def best(self) -> float:
        return max(self.text, self.question)


class Index:
    """Vectors of passages and of the questions they answer, opened for reading."""

    def __init__(self, store: "Chroma", embedder: MiniLM) -> None:
        self._store = store
        self._embedder = embedder

    def nearest(self, query: str, k: int) -> dict[str, Near]:
        """The passages of the `k` best vectors: for each, how near its own text and its nearest question are."""
        vector = self._embedder.embed_query(query)
        found = self._store.similarity_search_by_vector_with_relevance_scores(vector, k=k)
        own: dict[str, float] = {}
        asked: dict[str, float] = {}
        least = 1.0
        for document, distance in found:
            passage, least = str(document.metadata["passage"]), 1.0 - distance
            side = own if document.metadata["kind"] == "text" else asked
            side.setdefault(passage, least)
        if not asked:
            return {name: Near(cosine, cosine) for name, cosine in own.items()}
        # What was not among the best vectors is at most as near as the last of them.
        return {name: Near(own.get(name, least), asked.get(name, least)) for name in own.keys() | asked.keys()}


def open_index(data: Path, passages: Sequence[Passage], embedder: MiniLM, progress: Progress | None = None) -> Index:
    """The index of these passages under `data`, built first when there is none that fits.

    Raises:
        LibraryError: the data folder cannot be written or read.
    """
    entries = _entries(passages)
    folder = data / "index" / _digest(entries, embedder)
    try:
        if (index := _open(folder, entries, embedder)) is not None:
            return index
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(str(folder.parent / "writer.lock")):
            if (index := _open(folder, entries, embedder)) is not None:
                return index
            _build(folder, entries, embedder, progress)
            _sweep(folder)
        index = _open(folder, entries, embedder)
    except OSError as exc:
        raise LibraryError(
            f"The index under {str(data)!r} cannot be used ({exc.strerror or exc}). "
            "Make the folder writable or choose another with MENTOR_DATA_DIR or --data."
        ) from exc
    if index is None:
        raise LibraryError(
            f"The index under {str(data)!r} was built but cannot be read. Delete {str(folder.parent)!r} and try again."
        )
    return index


def _entries(passages: Sequence[Passage]) -> list[_Entry]:
    return [
        _Entry(passage.id, n, text)
        for passage in passages
        for n, text in enumerate((passage.searchable, *passage.questions))
    ]


def _digest(entries: Sequence[_Entry], embedder: MiniLM) -> str:
    content = json.dumps([CUTTING, embedder.name, embedder.dimension, [(e.passage, e.n, e.text) for e in entries]])
    return hashlib.sha256(content.encode()).hexdigest()[:16]


def _open(folder: Path, entries: Sequence[_Entry], embedder: MiniLM) -> Index | None:
    """The finished index in `folder`, or None when there is none or it is damaged."""
    if not (folder / "manifest.json").is_file() or not (folder / "chroma" / "chroma.sqlite3").is_file():
        return None
    try:
        store = _store(folder / "chroma", embedder)
        probe = embedder.embed_query("mentor")
        complete = len(store.get(include=[])["ids"]) == len(entries)
        if complete and store.similarity_search_by_vector_with_relevance_scores(probe, k=1):
            return Index(store, embedder)
        _close(store)
    except Exception as exc:  # noqa: BLE001 - a damaged store fails in ways that Chroma does not name
        _log.warning("The stored index cannot be read and is built again: %s", type(exc).__name__)
    _forget_clients()
    return None


def _forget_clients() -> None:
    """Drop the clients that Chroma keeps for each path, or a rebuilt folder would be read through a broken one."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _build(folder: Path, entries: Sequence[_Entry], embedder: MiniLM, progress: Progress | None) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    building = folder.parent / f"building-{os.getpid()}"
    building.mkdir()
    vectors: list[list[float]] = []
    # Texts of like length in one batch: padding is what costs.
    order = sorted(range(len(entries)), key=lambda i: len(entries[i].text))
    for start in range(0, len(order), _CHUNK):
        vectors += embedder.embed_documents([entries[i].text for i in order[start : start + _CHUNK]])
        if progress is not None:
            progress(len(vectors), len(entries))
    store = _store(building / "chroma", embedder)
    ordered = [entries[i] for i in order]
    # The collection's own `add` takes ready vectors; the langchain store would embed the texts a second time.
    store._collection.add(  # pyright: ignore[reportPrivateUsage]
        ids=[f"{entry.passage}/{entry.n}" for entry in ordered],
        embeddings=[list(vector) for vector in vectors],
        documents=[entry.text for entry in ordered],
        metadatas=[{"passage": entry.passage, "kind": "question" if entry.n else "text"} for entry in ordered],
    )
    _close(store)
    manifest = {"vectors": len(entries), "embedder": embedder.name, "dimension": embedder.dimension, "cutting": CUTTING}
    (building / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    building.rename(folder)


def _store(path: Path, embedder: MiniLM) -> "Chroma":
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    client = chromadb.PersistentClient(path=str(path), settings=Settings(anonymized_telemetry=False))
    return Chroma(
        collection_name=_COLLECTION,
        embedding_function=embedder,
        client=client,
        collection_configuration={"hnsw": {"space": "cosine", "ef_search": 100}},
    )


def _close(store: "Chroma") -> None:
    store._client.close()  # pyright: ignore


def _sweep(current: Path) -> None:
    """Remove what killed writers left and all but the two newest indexes; called by the one writer."""
    for leftover in current.parent.glob("building-*"):
        shutil.rmtree(leftover, ignore_errors=True)
    finished = sorted((p for p in current.parent.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime)
    for old in finished[:-2]:
        shutil.rmtree(old, ignore_errors=True)
