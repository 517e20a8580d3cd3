"""The same passages with the vectors of another embedder, kept beside the built-in ones, which serve until it is ready.

It follows the library: what the library adds or drops it adds or drops later, in a thread of its own. While it is
behind, or when its server does not answer, the library's own vectors answer. Each embedder has a folder of its own.
"""

import hashlib
import logging
import shutil
import threading
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

import numpy as np
from filelock import FileLock

from knowledge.embeddings import Embedder
from knowledge.errors import LibraryError
from knowledge.model import GUIDES, Document, Guide, Passage, Progress, Retrieved, Role

if TYPE_CHECKING:
    from knowledge.parts import Parts

FOLDER = "embedders"
SAMPLE = 120
"""Questions by which the scale of another embedder's cosines is found."""
REST = 60.0
"""Seconds after a failure in which the server is left alone."""
LEAST_GAP, SCALES = 0.05, (0.3, 4.0)
"""Between the mean cosines of right and wrong passages, and how much they may be stretched to the built-in ones."""
_log = logging.getLogger(__name__)


class Followed(Protocol):
    """The library that an index follows; its state changes with everything that it holds."""

    @property
    def state(self) -> str: ...

    @property
    def guides(self) -> tuple[Guide, ...]: ...

    def documents(self) -> tuple[Document, ...]: ...

    def passages_of(self, document_id: str) -> tuple[Passage, ...]: ...


class SecondIndex:
    """Vectors of another embedder for everything that a library holds. Threads share it."""

    def __init__(self, data: Path, embedder: Embedder, builtin: Embedder, progress: Progress | None = None) -> None:
        self._embedder, self._builtin, self._progress = embedder, builtin, progress
        self._all = data / FOLDER
        self.folder = self._all / hashlib.sha256(embedder.name.encode()).hexdigest()[:12]
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None
        self._not_before = 0.0
        self._parts: Parts | None = None
        self._ready = ""
        """The state of the library that this index holds."""

    @property
    def name(self) -> str:
        return self._embedder.name

    def find(
        self, library: Followed, query: str, asked: Sequence[str], role: Role | None, task: str | None, k: int
    ) -> Retrieved | None:
        """What a search brings back with these vectors; None when they are not there, or not in time."""
        parts = self._parts
        if parts is None or self._ready != library.state:
            self.follow(library)
            return None
        try:
            return parts.search.find(query, asked, role, task, k)
        except (LibraryError, ValueError) as exc:
            _log.warning("%s The built-in vectors answer instead.", exc)
            return None

    def follow(self, library: Followed) -> None:
        """Bring the index to the state of the library: at once when it is there already, else in a thread.

        After a failure it is tried again a minute later at the earliest.
        """
        with self._starting:
            state = library.state
            if (self.folder / "library.db").exists() and self._opened().tables.get("state") == state:
                self._parts, self._ready = self._opened(), state
            elif not (self._thread and self._thread.is_alive()) and monotonic() > self._not_before:
                self._thread = threading.Thread(target=self._follow, args=(library,), daemon=True)
                self._thread.start()

    def settle(self) -> None:
        """Wait until the index has caught up, or cannot."""
        if self._thread is not None:
            self._thread.join()

    def forget(self) -> None:
        """Drop every other embedder's folder: what is removed from the library must not live on in one."""
        for folder in self._all.glob("*") if self._all.is_dir() else ():
            if folder != self.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _follow(self, library: Followed) -> None:
        try:
            parts = self._opened()
            with FileLock(str(self.folder / "second.lock"), thread_local=False):
                while (state := library.state) != parts.tables.get("state"):
                    self._take_in(parts, library)
                    parts.store.follow(parts.ledger)
                    with parts.tables.writing():
                        parts.tables.set("state", state)
            self._parts, self._ready = parts, state
        except (LibraryError, OSError) as exc:
            self._not_before = monotonic() + REST
            _log.warning("%s The built-in vectors go on serving.", exc)

    def _opened(self) -> "Parts":
        """The parts in this embedder's folder, its cosines on the built-in embedder's scale."""
        if self._parts is not None:
            return self._parts
        from knowledge.parts import Parts

        self.folder.mkdir(parents=True, exist_ok=True)
        return Parts(self.folder, self._embedder, scale=self._scale)

    def _take_in(self, parts: "Parts", library: Followed) -> None:
        """Drop what the library has no more, before anything is asked of a server; then embed what it has."""
        documents = {document.id: document for document in (*map(_of_guide, library.guides), *library.documents())}
        self._drop(parts, set(documents))
        wanted = {guide.id: guide.passages for guide in library.guides}
        wanted |= {document.id: library.passages_of(document.id) for document in library.documents()}
        texts = [text for passages in wanted.values() for passage in passages for text in passage.embedded]
        for done, total in parts.keeper.embed(texts):
            if self._progress is not None:
                self._progress(done, total)
        still = {guide.id for guide in library.guides} | {document.id for document in library.documents()}
        with parts.tables.writing():
            for document_id in still & wanted.keys() & documents.keys():
                document = documents[document_id]
                parts.keeper.put(document, wanted[document_id])
                _name(parts, document)
        if not parts.tables.get("scale"):
            scale = self._measured(library.guides)
            with parts.tables.writing():
                parts.tables.set("scale", " ".join(map(str, scale)))

    def _drop(self, parts: "Parts", wanted: set[str]) -> None:
        gone = [document.id for document in parts.catalogue.documents() if document.id not in wanted]
        if gone:
            with parts.tables.writing():
                for document_id in gone:
                    parts.catalogue.remove(document_id)
            parts.store.follow(parts.ledger)
        parts.tables.leave_no_trace()

    def _scale(self) -> tuple[float, float]:
        """Factor and shift that bring a cosine of this embedder onto the built-in one's scale."""
        kept = self._parts.tables.get("scale") if self._parts else ""
        factor, shift = map(float, kept.split()) if kept else (1.0, 0.0)
        return factor, shift

    def _measured(self, guides: Sequence[Guide]) -> tuple[float, float]:
        """Both embedders' mean cosines of questions to their own passage and to another one, made to agree.

        Raises:
            LibraryError: the embedder hardly tells a question's passage from another, or on quite another scale.
        """
        pairs = [(p.questions[0], p.searchable) for guide in guides for p in guide.passages if p.questions]
        pairs = pairs[:: max(1, len(pairs) // SAMPLE)]
        if len(pairs) < 3:
            return 1.0, 0.0
        own, theirs = (_near_and_far(embedder, pairs) for embedder in (self._builtin, self._embedder))
        gap = theirs[0] - theirs[1]
        factor = (own[0] - own[1]) / gap if gap > LEAST_GAP else 0.0
        if not SCALES[0] <= factor <= SCALES[1]:
            raise LibraryError(
                f"{self._embedder.name} does not tell the passage that answers a question from another one "
                f"(cosines {theirs[0]:.2f} and {theirs[1]:.2f}). Choose a model made for search."
            )
        return factor, own[0] - factor * theirs[0]


def _of_guide(guide: Guide) -> Document:
    return Document(guide.id, GUIDES, guide.title, "guide", "", roles=guide.roles)


def _name(parts: "Parts", document: Document) -> None:
    """Give a document the names that it has now, and no others."""
    for path, named in parts.catalogue.names(document.collection).items():
        if named == document.id and path not in document.names:
            parts.catalogue.drop_name(document.collection, path)
    for path in document.names:
        parts.catalogue.set_name(document.collection, path, document.id, "")


def _near_and_far(embedder: Embedder, pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """The mean cosine of questions to their own passages, and to those of the next question."""
    questions: np.ndarray = np.array(embedder.embed_documents([question for question, _ in pairs]), dtype=np.float32)
    passages: np.ndarray = np.array(embedder.embed_documents([passage for _, passage in pairs]), dtype=np.float32)
    others = passages[[*range(1, len(passages)), 0]]
    return float((questions * passages).sum(1).mean()), float((questions * others).sum(1).mean())
