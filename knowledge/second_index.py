"""The same passages with the vectors of another embedder, kept beside the built-in ones, which serve until it is ready.

It follows the library: what the library adds or drops it adds or drops later, in a thread of its own. While it is
behind, or when its server does not answer, the library's own vectors answer. Each embedder has a folder of its own.
"""

import hashlib
import logging
import shutil
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from knowledge.embeddings import Embedder
from knowledge.errors import LibraryError
from knowledge.model import GUIDES, Document, Guide, Passage, Progress, Retrieved, Role

if TYPE_CHECKING:
    from knowledge.parts import Parts

FOLDER = "embedders"
SAMPLE = 120
"""Questions by which the scale of another embedder's cosines is found."""
_log = logging.getLogger(__name__)


class SecondIndex:
    """Vectors of another embedder for everything that a library holds. Threads share it."""

    def __init__(self, data: Path, embedder: Embedder, builtin: Embedder, progress: Progress | None = None) -> None:
        self._embedder, self._builtin, self._progress = embedder, builtin, progress
        self._all = data / FOLDER
        self.folder = self._all / hashlib.sha256(embedder.name.encode()).hexdigest()[:12]
        self._lock = threading.Lock()
        self._parts: Parts | None = None
        self._ready = ""
        """The state of the library that this index holds."""

    @property
    def name(self) -> str:
        return self._embedder.name

    def find(
        self, state: str, query: str, asked: Sequence[str], role: Role | None, task: str | None, k: int
    ) -> Retrieved | None:
        """What a search brings back with these vectors; None when they are not there, or not in time."""
        parts = self._parts
        if parts is None or self._ready != state:
            return None
        try:
            return parts.search.find(query, asked, role, task, k)
        except LibraryError as exc:
            _log.warning("%s The built-in vectors answer instead.", exc)
            return None

    def follow(
        self, state: str, guides: Sequence[Guide], documents: Sequence[Document], of: Callable[[str], Sequence[Passage]]
    ) -> threading.Thread:
        """Bring the index to a state of the library: at once when it is there already, else in a thread."""
        thread = threading.Thread(target=self._follow, args=(state, guides, documents, of), daemon=True)
        if (self.folder / "library.db").exists() and self._opened().tables.get("state") == state:
            self._parts, self._ready = self._opened(), state
        else:
            thread.start()
        return thread

    def forget(self) -> None:
        """Drop every other embedder's folder: what is removed from the library must not live on in one."""
        for folder in self._all.glob("*") if self._all.is_dir() else ():
            if folder != self.folder:
                shutil.rmtree(folder, ignore_errors=True)

    def _follow(
        self, state: str, guides: Sequence[Guide], documents: Sequence[Document], of: Callable[[str], Sequence[Passage]]
    ) -> None:
        with self._lock:
            try:
                parts = self._opened()
                if parts.tables.get("state") != state:
                    self._take_in(parts, guides, documents, of)
                    parts.store.follow(parts.ledger)
                    parts.tables.leave_no_trace()
                    with parts.tables.writing():
                        parts.tables.set("state", state)
                self._parts, self._ready = parts, state
            except (LibraryError, OSError) as exc:
                _log.warning("%s The built-in vectors go on serving.", exc)

    def _opened(self) -> "Parts":
        """The parts in this embedder's folder, its cosines on the built-in embedder's scale."""
        if self._parts is not None:
            return self._parts
        from knowledge.parts import Parts

        self.folder.mkdir(parents=True, exist_ok=True)
        return Parts(self.folder, self._embedder, scale=self._scale)

    def _take_in(
        self,
        parts: "Parts",
        guides: Sequence[Guide],
        documents: Sequence[Document],
        of: Callable[[str], Sequence[Passage]],
    ) -> None:
        wanted: dict[str, tuple[Document, Sequence[Passage]]] = {
            guide.id: (Document(guide.id, GUIDES, guide.title, "guide", "", roles=guide.roles), guide.passages)
            for guide in guides
        }
        wanted |= {document.id: (document, of(document.id)) for document in documents}
        texts = [text for _, passages in wanted.values() for passage in passages for text in passage.embedded]
        for done, total in parts.keeper.embed(texts):
            if self._progress is not None:
                self._progress(done, total)
        with parts.tables.writing():
            for document, passages in wanted.values():
                parts.keeper.put(document, passages)
                for name in document.names:
                    parts.catalogue.set_name(document.collection, name, document.id, "")
            for document in parts.catalogue.documents():
                if document.id not in wanted:
                    parts.catalogue.remove(document.id)
        if not parts.tables.get("scale"):
            with parts.tables.writing():
                parts.tables.set("scale", " ".join(map(str, self._measured(guides))))

    def _scale(self) -> tuple[float, float]:
        """Factor and shift that bring a cosine of this embedder onto the built-in one's scale."""
        kept = self._parts.tables.get("scale") if self._parts else ""
        factor, shift = map(float, kept.split()) if kept else (1.0, 0.0)
        return factor, shift

    def _measured(self, guides: Sequence[Guide]) -> tuple[float, float]:
        """Both embedders' mean cosines of questions to their own passage and to another one, made to agree."""
        pairs = [(p.questions[0], p.searchable) for guide in guides for p in guide.passages if p.questions]
        pairs = pairs[:: max(1, len(pairs) // SAMPLE)]
        if len(pairs) < 3:
            return 1.0, 0.0
        own, theirs = (_near_and_far(embedder, pairs) for embedder in (self._builtin, self._embedder))
        factor = (own[0] - own[1]) / max(1e-3, theirs[0] - theirs[1])
        return factor, own[0] - factor * theirs[0]


def _near_and_far(embedder: Embedder, pairs: Sequence[tuple[str, str]]) -> tuple[float, float]:
    """The mean cosine of questions to their own passages, and to those of the next question."""
    questions: np.ndarray = np.array(embedder.embed_documents([question for question, _ in pairs]), dtype=np.float32)
    passages: np.ndarray = np.array(embedder.embed_documents([passage for _, passage in pairs]), dtype=np.float32)
    others = passages[[*range(1, len(passages)), 0]]
    return float((questions * passages).sum(1).mean()), float((questions * others).sum(1).mean())
