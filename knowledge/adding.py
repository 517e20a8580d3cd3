"""Adding documents: read, cut, embedded once, written in small transactions; a run that is stopped loses nothing."""

import logging
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from itertools import chain, count
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.cutting import CUTTING, Piece, cut
from knowledge.embeddings import Embedder
from knowledge.errors import LibraryError
from knowledge.keeping import Keeper
from knowledge.model import Document, Passage, Role
from knowledge.reading import Contents, Limits, Unreadable, read
from knowledge.sources import Source, Sources
from knowledge.tables import Tables

READING = "1"
"""Version of the way files are read; a change reads and cuts a document again when it is next added."""
_BATCH = 64
"""Passages written at a time, but for documents that have more."""
_log = logging.getLogger(__name__)


class Outcome(StrEnum):
    """What became of one document."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NAMED = "same text"
    """Known already: moved, or there twice; stored once, with all its names."""
    REMOVED = "removed"
    FAILED = "failed"
    PASSED = "passed over"
    """Of a kind that is not read, in a folder."""
    WORKING = "working"
    """Not done yet: tells how far a large document is, in `note`."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one document: `reason` says why it failed and what to do, `note` what to know of its reading."""

    name: str
    outcome: Outcome
    title: str = ""
    passages: int = 0
    reason: str = ""
    note: str = ""
    done: int = 0
    total: int = 0
    """How far the run is: documents done, documents in all."""


@dataclass(frozen=True, slots=True)
class _Ready:
    """A document that only lacks its vectors."""

    document: Document
    passages: tuple[Passage, ...]
    name: str
    stamp: str
    outcome: Outcome


class Adding:
    """One run over some sources; the caller holds the library's lock."""

    def __init__(self, tables: Tables, catalogue: Catalogue, keeper: Keeper, embedder: Embedder) -> None:
        self._tables = tables
        self._catalogue = catalogue
        self._keeper = keeper
        self._embedder = embedder
        self._batch: list[_Ready] = []

    def run(self, sources: Sources, collection: str, roles: tuple[Role, ...], limits: Limits) -> Iterator[Added]:
        """Each document's outcome as it comes about; what fails is told, and the rest goes on."""
        total = len(sources.documents)
        for name, why in sources.refused:
            yield Added(name, Outcome.FAILED, reason=why)
        for name in sources.passed:
            yield Added(name, Outcome.PASSED)
        done = 0
        for source in sources.documents:
            result = self._take(source, collection, roles, limits)
            if isinstance(result, Added):
                done += 1
                yield replace(result, done=done, total=total)
            else:
                self._batch.append(result)
            if sum(len(ready.passages) for ready in self._batch) >= _BATCH:
                for told in self._flush():
                    done += told.outcome is not Outcome.WORKING
                    yield replace(told, done=done, total=total)
        for told in self._flush():
            done += told.outcome is not Outcome.WORKING
            yield replace(told, done=done, total=total)
        for gone in self._prune(sources, collection):
            yield replace(gone, done=done, total=total)

    def _take(self, source: Source, collection: str, roles: tuple[Role, ...], limits: Limits) -> Added | _Ready:
        known, stamp = self._catalogue.by_name(collection, source.name)
        tag = f"{source.stamp}|{CUTTING}|{READING}|{' '.join(roles)}" if source.stamp else ""
        if known and tag and stamp == tag:
            return Added(source.name, Outcome.UNCHANGED)
        try:
            data = source.load()
            digest = sha256(
                b"\0".join([data, CUTTING.encode(), READING.encode(), " ".join(roles).encode()])
            ).hexdigest()
            if any(ready.document.digest == digest for ready in self._batch):
                return self._named_in_batch(source, collection, digest, tag)
            if (same := self._catalogue.by_digest(collection, digest)) and self._is_waiting(same):
                # The document of these bytes is about to become another one: look again when it has.
                self._write(self._batch)
                known, _ = self._catalogue.by_name(collection, source.name)
                same = self._catalogue.by_digest(collection, digest)
            if same:
                return self._name(source, collection, same, known, tag)
            contents = read(data, source.name, limits)
            pieces = cut(contents, self._embedder.count)
        except Exception as exc:
            if isinstance(exc, LibraryError) and not isinstance(exc, Unreadable):
                raise
            kept = " What was read of it before stays." if known else ""
            return Added(source.name, Outcome.FAILED, reason=f"{_why_failed(exc)}{kept}")
        shared = bool(known) and len(self._catalogue.names_of(known)) > 1
        identity = known if known and not shared else self._new_id(collection, source.name, digest)
        document = Document(
            id=identity,
            collection=collection,
            title=contents.title,
            kind=contents.kind,
            digest=digest,
            roles=roles,
            words=contents.words,
            note=contents.note,
            added=datetime.now(UTC).isoformat(timespec="seconds"),
        )
        passages = tuple(_passages(document, contents, pieces))
        return _Ready(document, passages, source.name, tag, Outcome.CHANGED if known else Outcome.ADDED)

    def _new_id(self, collection: str, name: str, digest: str) -> str:
        """An id that no other document has: one that was first found here may live on under another name."""
        identity, tries = document_id(collection, name), 0
        while self._is_waiting(identity) or self._catalogue.document(identity) is not None:
            tries += 1
            identity = document_id(collection, name, f"{digest}{tries}")
        return identity

    def _is_waiting(self, document: str) -> bool:
        return any(ready.document.id == document for ready in self._batch)

    def _named_in_batch(self, source: Source, collection: str, digest: str, tag: str) -> Added:
        """A second file with the same bytes in one run: the first is written, and has both names."""
        self._write(self._batch)
        known, _ = self._catalogue.by_name(collection, source.name)
        return self._name(source, collection, self._catalogue.by_digest(collection, digest), known, tag)

    def _name(self, source: Source, collection: str, document: str, known: str, tag: str) -> Added:
        """A file whose text is known: it gets the name; names of files that are no longer there go."""
        with self._tables.writing():
            self._catalogue.set_name(collection, source.name, document, tag)
            for path in self._catalogue.names_of(document):
                if path != source.name and Path(path).is_absolute() and not _is_there(path):
                    self._catalogue.drop_name(collection, path)
            if known and known != document:
                self._drop_nameless(known)
        return Added(source.name, Outcome.UNCHANGED if known == document else Outcome.NAMED)

    def _flush(self) -> Iterator[Added]:
        """Embed and write what is ready, telling how far that is."""
        batch = self._batch
        texts = [text for ready in batch for passage in ready.passages for text in passage.embedded]
        for embedded, lacking in self._keeper.embed(texts):
            if embedded < lacking:
                yield Added(batch[-1].name, Outcome.WORKING, note=f"{embedded:,} of {lacking:,} passages")
        written = self._write(batch)
        self._batch = []
        yield from written

    def _write(self, batch: list[_Ready]) -> list[Added]:
        """Write what is ready, all of it or nothing."""
        pending = [r for r in batch if not self._catalogue.by_digest(r.document.collection, r.document.digest)]
        for _ in self._keeper.embed([text for r in pending for passage in r.passages for text in passage.embedded]):
            pass
        with self._tables.writing():
            for ready in pending:
                self._keeper.put(ready.document, ready.passages)
                before, _ = self._catalogue.by_name(ready.document.collection, ready.name)
                self._catalogue.set_name(ready.document.collection, ready.name, ready.document.id, ready.stamp)
                if before and before != ready.document.id:
                    self._drop_nameless(before)
        return [Added(r.name, r.outcome, r.document.title, len(r.passages), note=r.document.note) for r in batch]

    def _drop_nameless(self, document: str) -> None:
        found = self._catalogue.document(document)
        if found is not None and not found.names:
            self._catalogue.remove(document)

    def _prune(self, sources: Sources, collection: str) -> Iterator[Added]:
        """What was known under a folder or an archive and is not there any more."""
        seen = {source.name for source in sources.documents}
        unread = tuple(name for name, _ in sources.refused)
        for path, document in self._catalogue.names(collection).items():
            spared = path in seen or path.startswith(unread)
            if not spared and path.startswith(sources.roots):
                with self._tables.writing():
                    self._catalogue.drop_name(collection, path)
                    self._drop_nameless(document)
                yield Added(path, Outcome.REMOVED)


def _why_failed(exc: Exception) -> str:
    if isinstance(exc, Unreadable):
        return str(exc)
    _log.warning("A file could not be read: %s", type(exc).__name__)
    return f"It could not be read ({type(exc).__name__}). Save it again, or as PDF or text."


def document_id(collection: str, name: str, salt: str = "") -> str:
    """A document's id: its name for people to recognise, and a digest of its first place that makes it unique."""
    last = re.split(r"[/\\]", name.rstrip("/"))[-1]
    stem = slug(last.rpartition(".")[0] or last)[:40].strip("-") or "document"
    return f"{stem}-{_short(f'{collection}|{name}|{salt}')}"


def slug(text: str) -> str:
    """Lower-case letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _short(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _is_there(path: str) -> bool:
    """Whether a named file still exists; a name inside an archive exists while the archive does."""
    here = Path(path)
    return here.exists() or any(parent.suffix.lower() == ".zip" and parent.is_file() for parent in here.parents)


def _passages(document: Document, contents: Contents, pieces: Sequence[Piece]) -> Iterator[Passage]:
    used: set[str] = set()
    for number, piece in enumerate(pieces, 1):
        first = piece.marks[0]
        heading = first.headings[-1] if first.headings else document.title
        anchor = slug(first.headings[-1] if first.headings else first.place)[:60].strip("-") or f"part-{number}"
        anchor = next(one for one in chain([anchor], (f"{anchor}-{n}" for n in count(2))) if one not in used)
        used.add(anchor)
        yield Passage(
            id=f"{document.id}#{anchor}",
            guide=document.id,
            title=document.title,
            heading=heading,
            text=piece.text,
            roles=document.roles,
            tasks=(),
            collection=document.collection,
            start=piece.start,
            marks=piece.marks,
        )
