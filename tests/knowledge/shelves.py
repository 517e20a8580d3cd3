"""Small libraries for tests: a fake embedder at the seam, two guides, and files to add."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from langchain_core.embeddings import Embeddings

from knowledge.adding import Added, Outcome
from knowledge.library import LocalLibrary
from knowledge.model import Grade, Guide, Passage, Role, Stage
from knowledge.parts import Parts
from knowledge.server import ChromaServer
from knowledge.sources import sources_in

WORDS = ("ask", "agenda", "feedback", "goal", "listen", "closing")


class CountsWords(Embeddings):
    """A fake at the seam: how often each of some words is in a text, as a vector of length 1."""

    name = "counts-words/1"
    floor = 0.9
    floor_alone = 0.9

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        self.embedded += texts
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        counts = [0.01 + text.lower().count(word) for word in WORDS]
        return [count / sum(c * c for c in counts) ** 0.5 for count in counts]

    def count(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]

    def knows(self, word: str) -> bool:
        return False


def guide(name: str, *texts: str, questions: Sequence[str] = ()) -> Guide:
    """A guide of one passage a text; the questions go to the first."""
    passages = tuple(
        Passage(
            *(f"{name}#p{n}", name, name.title(), f"Part {n}", text, (Role.MENTEE,), ()),
            questions=tuple(questions) if not n else (),
        )
        for n, text in enumerate(texts)
    )
    shared = ((Role.MENTEE,), (), Stage.MEETING, Grade.D, (), date(2026, 1, 1), passages)
    return Guide(name, "topic", name.title(), "An opening.", *shared)


GUIDES = (
    guide("asking", "Ask for one thing.", "Ask again once.", questions=("may I ask",)),
    guide("goals", "A goal has a date."),
)


def small_library(
    data: Path,
    guides: Sequence[Guide] = GUIDES,
    chroma: str = "",
    embedder: CountsWords | None = None,
    **server: object,
) -> LocalLibrary:
    """A library with the fake embedder, on this folder or on a Chroma server."""

    def parts() -> Parts:
        return Parts(data, embedder or CountsWords(), chroma, **server)  # type: ignore[arg-type]

    return LocalLibrary(data, parts, guides=guides)


def added(
    library: LocalLibrary, *paths: Path, collection: str = "documents", roles: tuple[Role, ...] = ()
) -> list[Added]:
    """Every outcome of an addition."""
    results = library.add(sources_in(paths, library.limits), collection, roles)
    return [result for result in results if result.outcome is not Outcome.WORKING]


def outcomes(results: Sequence[Added]) -> dict[str, str]:
    """The outcome by the file's name."""
    return {Path(result.name).name: result.outcome.value for result in results}


def written(folder: Path, name: str, text: str | bytes) -> Path:
    """A file with this content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def _stored(store: Any, collection: str) -> list[tuple[str, tuple[float, ...]]]:
    """Every vector of a collection, rounded, whichever store holds it."""
    client = store._client if isinstance(store, ChromaServer) else store._current()
    held = client.get_collection(store._naming(collection), embedding_function=None).get(include=["embeddings"])
    pairs = zip(held["ids"], held["embeddings"], strict=True)
    return [(one, tuple(round(float(value), 4) for value in values)) for one, values in pairs]


def state(library: LocalLibrary) -> dict[str, object]:
    """All that a library holds, in a form that two of them can be compared by."""
    parts = library.parts
    store = parts.store
    passages = [p for d in parts.catalogue.documents() for p in parts.catalogue.passages_of(d.id)]
    vectors: dict[str, list[tuple[str, tuple[float, ...]]]] = {}
    numbers = {int(n): str(name) for n, name in parts.tables.rows("SELECT n, id FROM passages")}
    for collection, count in parts.ledger.counts().items():
        near = _stored(store, collection)
        assert len(near) == count
        vectors[collection] = sorted(
            (f"{numbers.get(int(one.partition('.')[0]), 'nobody')}.{one.partition('.')[2]}", values)
            for one, values in near
        )
    return {
        "passages": sorted((p.id, p.text, p.start, p.marks, p.names, p.collection) for p in passages),
        "documents": sorted((d.id, d.title, d.digest, d.names) for d in parts.catalogue.documents()),
        "vectors": vectors,
        "counts": parts.ledger.counts(),
        "due": parts.ledger.due_count(),
        "spellings": sorted(parts.tables.rows("SELECT word, count FROM spellings")),
        "words": sorted(parts.tables.rows("SELECT body, asked FROM lexical")),
    }
