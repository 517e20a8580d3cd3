"""The library of this machine: the built-in guides and the documents that people added, looked up and searched."""

import shutil
from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from uuid import uuid4

from filelock import FileLock, Timeout

from knowledge.errors import LibraryError
from knowledge.guides import load_guides
from knowledge.model import GUIDES, Document, Guide, Passage, Progress, Retrieved, Role
from knowledge.naming import collection_named, meant_by
from knowledge.reading.model import Limits

if TYPE_CHECKING:
    from knowledge.adding import Added
    from knowledge.parts import Parts
    from knowledge.second_index import SecondIndex
    from knowledge.sources import Sources

PATIENCE = 120.0
"""Seconds that a writer waits for another one to finish."""


class LocalLibrary:
    """Guides and documents in collections. Nothing is read before it is needed; threads may share it."""

    def __init__(
        self,
        data: Path,
        make_parts: "Callable[[], Parts] | None" = None,
        *,
        guides: Sequence[Guide] | None = None,
        limits: Limits | None = None,
        progress: Progress | None = None,
        second: "Callable[[], SecondIndex] | None" = None,
    ) -> None:
        self.data = data
        self.limits = limits or Limits()
        self._make_parts = make_parts
        self._own_guides = guides
        self._progress = progress
        self._make_second = second
        self._opening = Lock()
        self._opened = False

    # Looking up

    @property
    def guides(self) -> tuple[Guide, ...]:
        return load_guides() if self._own_guides is None else tuple(self._own_guides)

    def guide(self, guide_id: str) -> Guide | None:
        """The guide of this id, or None."""
        return next((guide for guide in self.guides if guide.id == guide_id), None)

    def passage(self, passage_id: str) -> Passage | None:
        """The passage `guide#anchor` or `document#anchor`, or None."""
        return self._guide_passages.get(passage_id) or (
            self.parts.catalogue.passage(passage_id) if self._exists else None
        )

    def documents(self, collection: str | None = None) -> tuple[Document, ...]:
        """What people added, by collection and title; the guides are not among them."""
        if not self._exists:
            return ()
        return tuple(d for d in self.parts.catalogue.documents(collection) if d.collection != GUIDES)

    def document(self, document_id: str) -> Document | None:
        return self.parts.catalogue.document(document_id) if self._exists else None

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages in reading order."""
        return self.parts.catalogue.passages_of(document_id) if self._exists else ()

    def collections(self) -> tuple[str, ...]:
        """Every collection that can be asked, the guides first."""
        others = self.parts.catalogue.collections() if self._exists else ()
        return (GUIDES, *(name for name in others if name != GUIDES))

    # Searching

    def open(self) -> None:
        """Load everything a search needs; bring the stored index up to date with guides and embedder first.

        Raises:
            LibraryError: the library cannot be read or written.
        """
        with self._opening:
            if self._opened:
                return
            parts = self.parts
            try:
                if self._is_behind():
                    with self._writing():
                        self._catch_up()
                elif parts.ledger.last_due() or not parts.store.is_sound(parts.ledger):
                    self._follow_if_nobody_writes()
            except OSError as exc:
                raise LibraryError(
                    f"The library under {str(self.data)!r} cannot be used ({exc.strerror or exc}). "
                    "Make the folder writable or choose another with MENTOR_DATA_DIR or --data."
                ) from exc
            parts.embedder.embed_query("mentor")
            self._opened = True
        self._tell_second()

    def search(
        self,
        query: str,
        role: Role | None = None,
        task: str | None = None,
        k: int = 5,
        collections: Sequence[str] | None = None,
    ) -> Retrieved:
        """The `k` best passages for a question in some collections (None: in all); see `Search.find`."""
        self.open()
        known = self.collections()
        asked = known if collections is None else [name for name in known if name in collections]
        found = self.second.find(self, query, asked, role, task, k) if self.second else None
        return found or self.parts.search.find(query, asked, role, task, k)

    # Adding and removing

    def add(
        self, sources: "Sources", collection: str = "documents", roles: tuple[Role, ...] = ()
    ) -> "Generator[Added]":
        """Add documents to a collection, with each one's outcome as it comes about.

        Stopping the iteration keeps what is done; a run that is killed is taken up by the next.

        Raises:
            LibraryError: the collection cannot be added to, another run goes on, or the library cannot be written.
        """
        name = collection_named(collection)
        self.open()
        with self._writing():
            try:
                yield from self.parts.adding().run(sources, name, roles, self.limits)
            finally:
                self.parts.store.follow(self.parts.ledger)
                self._tell_second(changed=True)

    def remove(self, document_ids: Sequence[str]) -> None:
        """Drop documents with all that was kept of them.

        Raises:
            LibraryError: there is no such document.
        """
        self.open()
        catalogue = self.parts.catalogue
        for document_id in document_ids:
            found = catalogue.document(document_id)
            if found is None or found.collection == GUIDES:
                raise LibraryError(f"There is no document {document_id!r}. `mentor documents` lists those there are.")
        with self._writing():
            with self.parts.tables.writing():
                for document_id in document_ids:
                    catalogue.remove(document_id)
            self.parts.store.follow(self.parts.ledger)
            self.parts.tables.leave_no_trace()
        self._tell_second(changed=True, dropped=True)

    def remove_named(self, name: str, collection: str | None = None) -> tuple[Document, ...]:
        """Drop what an id, a title, a path, or a folder or archive stands for; the documents that are gone.

        A document that also has a name elsewhere only loses the names that are meant.

        Raises:
            LibraryError: nothing has this name, or several documents in different places have.
        """
        self.open()
        meant = meant_by(name, self.documents(collection))
        gone = tuple(document for document, names in meant.items() if len(names) == len(document.names))
        with self._writing(), self.parts.tables.writing():
            for document, names in meant.items():
                for path in names:
                    self.parts.catalogue.drop_name(document.collection, path)
        self.remove([document.id for document in gone])
        return gone

    @cached_property
    def parts(self) -> "Parts":
        """What it is made of, for those who measure it."""
        if self._make_parts is not None:
            return self._make_parts()
        from knowledge.parts import Parts

        return Parts(self.data)

    @cached_property
    def second(self) -> "SecondIndex | None":
        """The index of another embedder beside this library's own, where one is chosen."""
        return self._make_second() if self._make_second else None

    def _tell_second(self, *, changed: bool = False, dropped: bool = False) -> None:
        """Let the second index follow the state that the library is in; what is dropped is dropped in it at once."""
        tables = self.parts.tables
        if changed or not self.state.startswith(self._guides_digest[:12]):
            with tables.writing():
                tables.set("state", f"{self._guides_digest[:12]}-{uuid4().hex[:12]}")
        if self.second is not None:
            self.second.follow(self)
            if dropped:
                self.second.forget()
                self.settle()
        elif dropped:
            shutil.rmtree(self.data / "embedders", ignore_errors=True)

    def settle(self) -> None:
        """Wait until the second index, if there is one, holds what the library holds."""
        if self.second is not None:
            self.second.settle()

    @property
    def state(self) -> str:
        """Changes with everything that the library holds."""
        return self.parts.tables.get("state")

    @property
    def _exists(self) -> bool:
        """Whether anything was ever stored: looking a guide up needs no database."""
        return (self.data / "library.db").exists()

    @cached_property
    def _guide_passages(self) -> dict[str, Passage]:
        return {passage.id: passage for guide in self.guides for passage in guide.passages}

    @cached_property
    def _guides_digest(self) -> str:
        said = [(p.id, p.embedded, p.roles, p.tasks) for p in self._guide_passages.values()]
        return sha256(repr(said).encode()).hexdigest()

    def _is_behind(self) -> bool:
        """Whether what is stored is of other guides or of another embedder, or has never been laid out."""
        tables = self.parts.tables
        stored = (tables.get("guides"), tables.get("embedder"))
        return stored != (self._guides_digest, self.parts.embedder.name) or not self.parts.store.exists()

    @contextmanager
    def _writing(self) -> Generator[None]:
        """The one writer's lock; it is let go of when the process dies."""
        self.data.mkdir(parents=True, exist_ok=True)
        try:
            with FileLock(str(self.data / "library.lock"), timeout=PATIENCE, thread_local=False):
                yield
        except Timeout as exc:
            raise LibraryError(
                f"Somebody else is adding to the library under {str(self.data)!r}. Try again when that is done."
            ) from exc

    def _follow_if_nobody_writes(self) -> None:
        try:
            with FileLock(str(self.data / "library.lock"), timeout=0, thread_local=False):
                self.parts.store.follow(self.parts.ledger)
        except Timeout:
            return

    def _catch_up(self) -> None:
        """Store the guides as they are now, and embed again what another embedder had embedded."""
        parts = self.parts
        if not parts.tables.get("library"):
            with parts.tables.writing():
                parts.tables.set("library", uuid4().hex)
        if parts.tables.get("embedder") not in ("", parts.embedder.name):
            for document in self.documents():
                passages = self.passages_of(document.id)
                self._embed([text for passage in passages for text in passage.embedded])
                with parts.tables.writing():
                    parts.keeper.put(document, passages)
        if (parts.tables.get("guides"), parts.tables.get("embedder")) != (self._guides_digest, parts.embedder.name):
            self._take_in_guides()
        parts.store.follow(parts.ledger)

    def _embed(self, texts: Sequence[str]) -> None:
        for done, total in self.parts.keeper.embed(texts):
            if self._progress is not None:
                self._progress(done, total)

    def _take_in_guides(self) -> None:
        parts = self.parts
        texts = [text for p in self._guide_passages.values() for text in p.embedded]
        parts.keeper.take_ready_made(texts)
        self._embed(texts)
        wanted = {guide.id for guide in self.guides}
        with parts.tables.writing():
            for guide in self.guides:
                document = Document(guide.id, GUIDES, guide.title, "guide", "", roles=guide.roles)
                parts.keeper.put(document, guide.passages)
            for document in parts.catalogue.documents(GUIDES):
                if document.id not in wanted:
                    parts.catalogue.remove(document.id)
            parts.tables.set("guides", self._guides_digest)
            parts.tables.set("embedder", parts.embedder.name)
