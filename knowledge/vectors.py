"""The port to a store of vectors, and what both stores do with a Chroma client.

Vectors are always passed in and collections are opened without an embedding function: Chroma's own would download a
model, and one that a server names is not to be trusted.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Protocol

from knowledge.ledger import Due, Ledger

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

BATCH = 2_000
"""Vectors in one call; Chroma takes at most 5,461."""
HNSW = {"space": "cosine", "ef_search": 200, "ef_construction": 150}
"""Cosine must be asked for. With these, 98 of the 100 nearest of 100,000 are found (docs/benchmarks.md)."""


class VectorStore(Protocol):
    """Keeps vectors by id in collections and finds the nearest."""

    def exists(self) -> bool:
        """Whether anything was ever laid out here for this library."""
        ...

    def is_sound(self, ledger: Ledger) -> bool:
        """Whether the store can be read and holds what the ledger says, but for what is due."""
        ...

    def nearest(self, collection: str, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        """Ids and cosines (-1..1) of the `k` nearest vectors of a collection, best first."""
        ...

    def follow(self, ledger: Ledger) -> None:
        """Take in all that is due and cross it out. Called by the one writer, under the library's lock."""
        ...


def store_name(collection: str, embedder: str, library: str = "") -> str:
    """A collection's name in Chroma: any name may be given to a collection, Chroma allows few characters."""
    return f"mentor-{sha256(f'{library}|{embedder}|{collection}'.encode()).hexdigest()[:20]}"


def opened(client: "ClientAPI", name: str) -> Any:
    """The collection of this name, made when it is missing."""
    return client.get_or_create_collection(name, embedding_function=None, configuration={"hnsw": dict(HNSW)})  # pyright: ignore[reportArgumentType]


def existing(client: "ClientAPI", name: str) -> Any:
    """The collection of this name, or None."""
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(name, embedding_function=None)
    except NotFoundError:
        return None


def found(collection: Any, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
    """Ids and cosines of a collection's nearest vectors; nothing when there is no collection."""
    if collection is None:
        return []
    result: Any = collection.query(query_embeddings=[list(vector)], n_results=k, include=["distances"])
    return [(str(i), 1.0 - float(d)) for i, d in zip(result["ids"][0], result["distances"][0], strict=True)]


def apply(client: "ClientAPI", changes: Iterable[Due], naming: "Naming") -> None:
    """Bring a client's collections to where the changes lead, in any order; doing it twice does no harm."""
    waiting: dict[tuple[str, bool], dict[str, Any]] = {}
    for due in changes:
        key = (due.collection, due.values is None)
        held = waiting.setdefault(key, {})
        held[due.id] = due.values
        if len(held) >= BATCH:
            _send(client, naming(due.collection), waiting.pop(key), dropped=key[1])
    for (collection, dropped), held in waiting.items():
        _send(client, naming(collection), held, dropped=dropped)


class Naming(Protocol):
    """Collection to its name in Chroma."""

    def __call__(self, collection: str) -> str: ...


def _send(client: "ClientAPI", name: str, held: dict[str, Any], *, dropped: bool) -> None:
    collection = opened(client, name)
    if dropped:
        collection.delete(ids=list(held))
    else:
        collection.upsert(ids=list(held), embeddings=list(held.values()))


def differing(client: "ClientAPI", counts: dict[str, int], naming: Naming) -> Iterator[str]:
    """The collections whose number of vectors is not what it must be."""
    for collection, count in counts.items():
        held = existing(client, naming(collection))
        if (0 if held is None else held.count()) != count:
            yield collection
