"""Adding documents: read, cut, embedded once, written in small transactions; a run that is stopped loses nothing."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from knowledge.catalogue import Catalogue
from knowledge.cutting import CUTTING, Piece, cut
from knowledge.embeddings import Embedder
from knowledge.ledger import Ledger, digest_of
from knowledge.model import Document, Passage, Role
from knowledge.reading import Contents, Limits, Unreadable, read
from knowledge.sources import Source, Sources
from knowledge.tables import Tables

READING = "1"
"""Version of the way files are read; a change reads and cuts a document again when it is next added."""
_BATCH = 64
"""Passages embedded and written at a time; what a killed run can lose at most."""


class Outcome(StrEnum):
    """What became of one document."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    NAMED = "same text"
    """Known already: moved, or there twice; stored once, with all its names."""
    REMOVED = "removed"
    FAILED = "failed"


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

    def __init__(self, tables: Tables, catalogue: Catalogue, ledger: Ledger, embedder: Embedder) -> None:
        self._tables = tables
        self._catalogue = catalogue
        self._ledger = ledger
        self._embedder = embedder
        self._batch: list[_Ready] = []

    def run(self, sources: Sources, collection: str, roles: tuple[Role, ...], limits: Limits) -> Iterator[Added]:
        """Each document's outcome as it comes about; what fails is told, and the rest goes on."""
        total = len(sources.documents)
        for name, why in sources.refused:
            yield Added(name, Outcome.FAILED, reason=why)
        done = 0
        for source in sources.documents:
            result = self._take(source, collection, roles, limits)
            if isinstance(result, Added):
                done += 1
                yield replace(result, done=done, total=total)
            else:
                self._batch.append(result)
            if sum(len(ready.passages) for ready in self._batch) >= _BATCH:
                for written in self._flush():
                    done += 1
                    yield replace(written, done=done, total=total)
        for written in self._flush():
            done += 1
            yield replace(written, done=done, total=total)
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
            if same := self._catalogue.by_digest(collection, digest):
                return self._name(source, collection, same, known, tag)
            contents = read(data, source.name, limits)
        except Unreadable as exc:
            kept = " What was read of it before stays." if known else ""
            return Added(source.name, Outcome.FAILED, reason=f"{exc}{kept}")
        shared = bool(known) and len(self._catalogue.names_of(known)) > 1
        identity = known if known and not shared else self._new_id(collection, source.name, digest)
        pieces = cut(contents, self._embedder.count)
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
        identity = document_id(collection, name)
        taken = any(ready.document.id == identity for ready in self._batch)
        return document_id(collection, name, digest) if taken or self._catalogue.document(identity) else identity

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

    def _flush(self) -> list[Added]:
        written = self._write(self._batch)
        self._batch = []
        return written

    def _write(self, batch: list[_Ready]) -> list[Added]:
        """Embed and write what is ready, all of it or nothing."""
        pending = [
            ready
            for ready in batch
            if self._catalogue.by_digest(ready.document.collection, ready.document.digest) == ""
        ]
        texts = {
            digest_of(text, self._embedder.name): text
            for ready in pending
            for p in ready.passages
            for text in p.embedded
        }
        lacking = self._ledger.unknown(texts)
        wanted = [(digest, text) for digest, text in texts.items() if digest in lacking]
        vectors = self._embedder.embed_documents([text for _, text in wanted])
        with self._tables.writing():
            self._ledger.keep(zip((digest for digest, _ in wanted), vectors, strict=True))
            for ready in pending:
                put(self._catalogue, ready.document, ready.passages, self._embedder.name)
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
        seen = {source.name for source in sources.documents} | {name for name, _ in sources.refused}
        for path, document in self._catalogue.names(collection).items():
            if path not in seen and path.startswith(sources.roots):
                with self._tables.writing():
                    self._catalogue.drop_name(collection, path)
                    self._drop_nameless(document)
                yield Added(path, Outcome.REMOVED)


def put(catalogue: Catalogue, document: Document, passages: Sequence[Passage], embedder: str) -> None:
    """Write a document whose vectors are kept."""
    catalogue.put(document, passages, [[digest_of(text, embedder) for text in p.embedded] for p in passages])


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
    used: dict[str, int] = {}
    for number, piece in enumerate(pieces, 1):
        first = piece.marks[0]
        heading = first.headings[-1] if first.headings else document.title
        anchor = slug(first.headings[-1] if first.headings else first.place)[:60].strip("-") or f"part-{number}"
        used[anchor] = used.get(anchor, 0) + 1
        if used[anchor] > 1:
            anchor = f"{anchor}-{used[anchor]}"
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
