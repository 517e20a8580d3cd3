"""Vectors in an embedded Chroma: immutable snapshots, each made beside the last one and switched to at once.

Chroma loses vectors when two processes write to one path, and a reader beside a writer may see half of a change. So
what is open for reading gets no new vectors: a writer copies the current snapshot, changes the copy, checks it,
and names it in the catalogue in the same transaction that crosses out what was due. A process killed on the way
leaves a `building-…` folder, which the next writer removes.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import logging
import os
import shutil
import sqlite3
import threading
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from knowledge.errors import LibraryError
from knowledge.ledger import Ledger
from knowledge.tables import Tables
from knowledge.vectors import apply, differing, existing, found, store_name

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

_CURRENT = "snapshot"
RETIREMENT, GRACE = 10.0, 60.0
"""Seconds after which a client of an earlier snapshot is closed, and the snapshot itself removed."""
_log = logging.getLogger(__name__)


class Snapshots:
    """A `VectorStore` in a folder of this machine. Threads share it."""

    def __init__(self, folder: Path, tables: Tables, embedder: str) -> None:
        self._folder = folder
        self._tables = tables
        self._embedder = embedder
        self._held: tuple[str, ClientAPI | None] = ("", None)
        self._retired: list[tuple[float, ClientAPI]] = []
        self._switching = threading.Lock()
        self._collections: tuple[object, dict[str, Any]] = (None, {})

    def nearest(self, collection: str, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        try:
            return self._found(collection, vector, k)
        except BaseException as exc:
            _refuse_unless_chromas(exc)
            # A snapshot that was swept, or damaged, while it was being asked: once more, on the one that is named now.
            self._let_go()
        try:
            return self._found(collection, vector, k)
        except BaseException as exc:
            _refuse_unless_chromas(exc)
            raise LibraryError(
                f"The vectors under {str(self._folder)!r} cannot be read ({type(exc).__name__}). Try again; "
                "mentor index lays them out again."
            ) from exc

    def _found(self, collection: str, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        client = self._current()
        if client is None:
            return []
        return found(self._collection(client, self._naming(collection)), vector, k)

    def exists(self) -> bool:
        return bool(self._tables.get(_CURRENT))

    def is_sound(self, ledger: Ledger) -> bool:
        """Whether the current snapshot can be read and holds what the catalogue says, but for what is due."""
        name = self._tables.get(_CURRENT)
        if not name or not (self._folder / name / "chroma.sqlite3").is_file():
            return not name and not ledger.counts()
        if ledger.last_due():
            return True
        try:
            client = self._current()
            counts = ledger.counts()
            if client is None or any(differing(client, counts, self._naming)):
                return False
            return all(self._answers(client, collection) for collection in counts)
        except BaseException as exc:
            _refuse_unless_chromas(exc)
            _log.warning("The stored vectors cannot be read and are laid out again: %s", type(exc).__name__)
            self._let_go()
            return False

    def follow(self, ledger: Ledger) -> None:
        through = ledger.last_due()
        if through == 0 and self.is_sound(ledger):
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        self._sweep(self._tables.get(_CURRENT))
        total = sum(ledger.counts().values())
        name = self._tables.get(_CURRENT)
        anew = not name or through == 0 or ledger.due_count() > total // 2
        if anew or not self._made(ledger, through, name):
            self._made(ledger, through, "")

    def _made(self, ledger: Ledger, through: int, base: str) -> bool:
        """Make the next snapshot from the one before, or from nothing; False when the one before is damaged."""
        building = self._folder / f"building-{os.getpid()}-{uuid4().hex[:6]}"
        try:
            if base:
                _copy(self._folder / base, building)
            client = _client(building)
            apply(client, ledger.due(through) if base else ledger.everything(), self._naming)
            wrong = list(differing(client, ledger.counts(), self._naming))
            client.close()  # pyright: ignore[reportAttributeAccessIssue]
        except BaseException as exc:
            shutil.rmtree(building, ignore_errors=True)
            _refuse_unless_chromas(exc)
            if not base:
                raise LibraryError(
                    f"The vectors under {str(self._folder)!r} cannot be written ({type(exc).__name__}). "
                    "See that there is room on the disk, and try again."
                ) from exc
            _log.warning("The stored vectors cannot be changed and are laid out again: %s", type(exc).__name__)
            return False
        if wrong and base:
            shutil.rmtree(building, ignore_errors=True)
            return False
        name = f"vectors-{uuid4().hex[:12]}"
        if base:
            os.utime(self._folder / base)
        building.rename(self._folder / name)
        with self._tables.writing():
            self._tables.set(_CURRENT, name)
            ledger.cross_out(through)
            ledger.forget_unused()
        self._sweep(name)
        return True

    def _current(self) -> "ClientAPI | None":
        """A client on the snapshot that the catalogue names now; reopened when a writer has named another."""
        name = self._tables.get(_CURRENT)
        held, client = self._held
        if name == held:
            return client
        with self._switching:
            for _ in range(3):
                name = self._tables.get(_CURRENT)
                if name == self._held[0]:
                    break
                # Another writer may sweep a snapshot between the look at its name and the look at its files.
                if name and (self._folder / name / "chroma.sqlite3").is_file():
                    self._retire()
                    self._held = (name, _client(self._folder / name))
            return self._held[1]

    def _collection(self, client: "ClientAPI", name: str) -> Any:
        """A collection of a snapshot; a snapshot never changes, so it is looked up once."""
        known = self._collections
        if known[0] is not client:
            known = self._collections = (client, {})
        if name not in known[1]:
            known[1][name] = existing(client, name)
        return known[1][name]

    def _retire(self) -> None:
        """Close the clients of earlier snapshots once nobody can still be asking them."""
        if self._held[1] is not None:
            self._retired.append((time.monotonic(), self._held[1]))
        for since, client in list(self._retired):
            if time.monotonic() - since > RETIREMENT:
                client.close()  # pyright: ignore[reportAttributeAccessIssue]
                self._retired.remove((since, client))

    def _let_go(self) -> None:
        """Close the client. Chroma keeps clients by path; without this a damaged folder stays open in this process."""
        if self._held[1] is not None:
            self._held[1].close()  # pyright: ignore[reportAttributeAccessIssue]
        self._held = ("", None)

    def _answers(self, client: "ClientAPI", collection: str) -> bool:
        """Whether a search brings anything back: with its vector files gone, Chroma answers with nothing."""
        held = existing(client, self._naming(collection))
        some: Any = held.get(limit=1, include=["embeddings"])["embeddings"]
        return some is not None and len(some) > 0 and bool(found(held, some[0].tolist(), 1))

    def _naming(self, collection: str) -> str:
        return store_name(collection, self._embedder)

    def _sweep(self, current: str) -> None:
        """Remove what killed writers left, and snapshots that nobody has asked for a while."""
        for path in self._folder.iterdir():
            if not path.is_dir() or path.name == current:
                continue
            building, old = path.name.startswith("building-"), path.name.startswith("vectors-")
            if building or (old and time.time() - path.stat().st_mtime > GRACE):
                shutil.rmtree(path, ignore_errors=True)


def _copy(snapshot: Path, building: Path) -> None:
    """A consistent copy: a reader that opens the snapshot lets Chroma touch its database."""
    shutil.copytree(snapshot, building, ignore=shutil.ignore_patterns("chroma.sqlite3*"))
    with (
        closing(sqlite3.connect(snapshot / "chroma.sqlite3")) as source,
        closing(sqlite3.connect(building / "chroma.sqlite3")) as target,
    ):
        source.backup(target)


def _refuse_unless_chromas(exc: BaseException) -> None:
    """Raise what is not Chroma's own: its panics are no `Exception`, and neither are a stop or an exit."""
    if not isinstance(exc, Exception) and type(exc).__name__ != "PanicException":
        raise exc


def _client(path: Path) -> "ClientAPI":
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(path=str(path), settings=Settings(anonymized_telemetry=False))
