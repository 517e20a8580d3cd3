"""The built-in guides as a library: looked up at once, searched when somebody asks."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge.guides import load_guides
from knowledge.model import Guide, Passage, Progress, Retrieved, Role

if TYPE_CHECKING:
    from knowledge.embeddings import MiniLM
    from knowledge.search import PassageSearch


class GuideLibrary:
    """The built-in guides, searchable. Nothing is read before it is needed."""

    def __init__(self, data: Path, embedder: "MiniLM | None" = None, progress: Progress | None = None) -> None:
        self.data = data
        self._embedder = embedder
        self._progress = progress

    @property
    def guides(self) -> tuple[Guide, ...]:
        return load_guides()

    def guide(self, guide_id: str) -> Guide | None:
        """The guide of this id, or None."""
        return next((guide for guide in self.guides if guide.id == guide_id), None)

    def passage(self, passage_id: str) -> Passage | None:
        """The passage `guide#anchor`, or None."""
        return self._passages.get(passage_id)

    def open(self) -> None:
        """Load everything a search needs, building the index when it is missing or out of date."""
        self._search.open()

    def search(self, query: str, role: Role | None = None, task: str | None = None, k: int = 5) -> Retrieved:
        """The `k` best passages for a question, and whether they answer it; see `PassageSearch.search`."""
        return self._search.search(query, role, task, k)

    @cached_property
    def _passages(self) -> dict[str, Passage]:
        return {passage.id: passage for guide in self.guides for passage in guide.passages}

    @cached_property
    def _search(self) -> "PassageSearch":
        from knowledge.search import PassageSearch

        return PassageSearch(tuple(self._passages.values()), self.data, self._embedder, self._progress)
