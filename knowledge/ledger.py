"""Which vectors passages have, the vectors themselves by content, and what the vector store has yet to take in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from knowledge.tables import Tables

Vector = Sequence[float] | np.ndarray


@dataclass(frozen=True, slots=True)
class Due:
    """A vector that the store must take in, or drop when it has no values."""

    seq: int
    collection: str
    id: str
    """The passage's number and the vector's within it, as `17.0`: its text; `17.1` and on: its questions."""
    values: np.ndarray | None


def digest_of(text: str, embedder: str) -> bytes:
    """What a vector is kept under: the text and the embedder that made it."""
    return sha256(f"{embedder}\n{text}".encode()).digest()[:16]


class Ledger:
    """Written in the transactions of the catalogue; vectors are kept by content, so nothing is embedded twice."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    # What passages have

    def of(self, n: int) -> list[bytes]:
        """The digests of a passage's vectors."""
        rows = self._tables.rows("SELECT digest FROM entries WHERE n = ? ORDER BY k", (n,))
        return [bytes(row[0]) for row in rows]

    def add(self, collection: str, n: int, digests: Sequence[bytes]) -> None:
        self._tables.write_all("INSERT INTO entries VALUES (?, ?, ?)", [(n, k, d) for k, d in enumerate(digests)])
        self._note(collection, n, len(digests), removed=False)

    def drop(self, collection: str, n: int) -> None:
        count = len(self.of(n))
        self._tables.write("DELETE FROM entries WHERE n = ?", (n,))
        self._note(collection, n, count, removed=True)

    def counts(self) -> dict[str, int]:
        """How many vectors each collection has."""
        rows = self._tables.rows(
            "SELECT p.collection, count(*) FROM entries e JOIN passages p ON p.n = e.n GROUP BY p.collection"
        )
        return {str(collection): int(count) for collection, count in rows}

    # Vectors by content

    def unknown(self, digests: Iterable[bytes]) -> set[bytes]:
        """Those of some digests whose vectors are not kept yet."""
        wanted = set(digests)
        rows = self._tables.within("SELECT digest FROM vectors WHERE digest IN", list(wanted))
        return wanted - {bytes(row[0]) for row in rows}

    def values(self, digests: Sequence[bytes]) -> dict[bytes, np.ndarray]:
        """The vectors that are kept of some digests."""
        rows = self._tables.within("SELECT digest, vector FROM vectors WHERE digest IN", digests)
        return {bytes(digest): np.frombuffer(vector, dtype=np.float32) for digest, vector in rows}

    def keep(self, vectors: Iterable[tuple[bytes, Vector]]) -> None:
        self._tables.write_all(
            "INSERT OR IGNORE INTO vectors VALUES (?, ?)",
            [(digest, np.asarray(vector, dtype=np.float32).tobytes()) for digest, vector in vectors],
        )

    def forget_unused(self) -> None:
        """Drop vectors that no passage has any more."""
        self._tables.write("DELETE FROM vectors WHERE digest NOT IN (SELECT digest FROM entries)")

    # What is due

    def last_due(self) -> int:
        """The number of the latest change that the store has yet to take in, 0 when there is none."""
        row = self._tables.one("SELECT coalesce(max(seq), 0) FROM due")
        return int(row[0]) if row else 0

    def due_count(self) -> int:
        row = self._tables.one("SELECT count(*) FROM due")
        return int(row[0]) if row else 0

    def due(self, through: int) -> Iterator[Due]:
        """Changes up to a number, in order; a passage that is gone again is only dropped."""
        rows = self._tables.each(
            "SELECT d.seq, d.collection, d.n, d.k, d.removed, v.vector FROM due d LEFT JOIN entries e ON e.n = d.n "
            "AND e.k = d.k LEFT JOIN vectors v ON v.digest = e.digest WHERE d.seq <= ? ORDER BY d.seq",
            (through,),
        )
        for seq, collection, n, k, removed, vector in rows:
            values = None if removed or vector is None else np.frombuffer(vector, dtype=np.float32)
            yield Due(int(seq), str(collection), f"{n}.{k}", values)

    def everything(self) -> Iterator[Due]:
        """All vectors of all passages, for a store that is made anew."""
        rows = self._tables.each(
            "SELECT p.collection, e.n, e.k, v.vector FROM entries e JOIN passages p ON p.n = e.n "
            "JOIN vectors v ON v.digest = e.digest ORDER BY e.n, e.k"
        )
        for collection, n, k, vector in rows:
            yield Due(0, str(collection), f"{n}.{k}", np.frombuffer(vector, dtype=np.float32))

    def cross_out(self, through: int) -> None:
        """Forget what was due up to a number: the store has it."""
        self._tables.write("DELETE FROM due WHERE seq <= ?", (through,))

    def _note(self, collection: str, n: int, vectors: int, *, removed: bool) -> None:
        self._tables.write_all(
            "INSERT INTO due (collection, n, k, removed) VALUES (?, ?, ?, ?)",
            [(collection, n, k, int(removed)) for k in range(vectors)],
        )
