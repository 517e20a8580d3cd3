"""Finding passages: vectors and words together, and an honest "the library does not say"."""

import threading
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from knowledge.embeddings import MiniLM
from knowledge.index import Index, Near, open_index
from knowledge.lexical import Lexical
from knowledge.model import Hit, Passage, Progress, Retrieved, Role

VECTORS = 200
"""Vectors taken from the index, and passages from the search by words, before the two are fused."""
LEXICAL_WEIGHT = 0.2
GUIDE_WEIGHT = 0.2
"""Score = (cosine to the text + cosine to its nearest question) / 2 + 0.2 · BM25 / max BM25 + 0.2 · the guide's two
best cosines. Chosen among 17 fusions on our own questions (docs/benchmarks.md): the figure for these is kind."""
TAG_BONUS = 0.015
"""Added for each of role and task that the passage is tagged with: breaks ties, never hides a better passage."""


class PassageSearch:
    """Passages, searchable by meaning and by words. Opens its index at the first search; threads may share it."""

    def __init__(
        self, passages: Sequence[Passage], data: Path, embedder: MiniLM | None = None, progress: Progress | None = None
    ) -> None:
        self._passages = tuple(passages)
        self._data = data
        self._embedder = embedder or MiniLM()
        self._progress = progress
        self._opening = threading.Lock()

    def open(self) -> None:
        """Load everything a search needs, building the index when it is missing or out of date."""
        with self._opening:
            _ = self._index, self._lexical

    def search(self, query: str, role: Role | None = None, task: str | None = None, k: int = 5) -> Retrieved:
        """The `k` best passages for a question, and whether they answer it.

        `role` and `task` prefer passages with that tag. Spelling is repaired first, so that a typo hides nothing.

        Raises:
            LibraryError: the index cannot be opened or built.
        """
        if not query.strip():
            return Retrieved(query)
        self.open()
        repaired = self._lexical.repair(query, self._vocabulary)
        near = self._index.nearest(repaired, VECTORS)
        lexical = self._lexical.scores(repaired)
        top = float(lexical.max()) or 1.0
        order: list[int] = np.argsort(-lexical)[:VECTORS].tolist()
        by_words = {self._ids[i]: float(lexical[i]) / top for i in order if lexical[i] > 0}
        guides = self._guide_scores(near)
        hits = [
            self._hit(
                passage_id, near.get(passage_id, Near(0.0, 0.0)), by_words.get(passage_id, 0.0), guides, role, task
            )
            for passage_id in near.keys() | by_words.keys()
        ]
        hits.sort(key=lambda hit: (-hit.score, hit.passage.id))
        covered = max((one.best for one in near.values()), default=0.0) >= self._embedder.floor
        return Retrieved(query, tuple(hits[:k]), covered, repaired if repaired != query else None)

    def passage(self, passage_id: str) -> Passage | None:
        """The passage of this id, or None."""
        return self._by_id.get(passage_id)

    def _guide_scores(self, near: dict[str, Near]) -> dict[str, float]:
        """For each guide with passages among the nearest, the mean of its two best cosines."""
        found: dict[str, list[float]] = {}
        for passage_id, one in near.items():
            found.setdefault(self._by_id[passage_id].guide, []).append(one.best)
        found.pop("", None)
        return {guide: sum(sorted(cosines)[-2:]) / len(cosines[-2:]) for guide, cosines in found.items()}

    def _hit(
        self,
        passage_id: str,
        near: Near,
        by_words: float,
        guides: dict[str, float],
        role: Role | None,
        task: str | None,
    ) -> Hit:
        passage = self._by_id[passage_id]
        bonus = TAG_BONUS * ((role in passage.roles) + (task in passage.tasks))
        meaning = (near.text + near.question) / 2 + GUIDE_WEIGHT * guides.get(passage.guide, 0.0)
        return Hit(passage, meaning + LEXICAL_WEIGHT * by_words + bonus, near.best)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return tuple(passage.id for passage in self._passages)

    @cached_property
    def _by_id(self) -> dict[str, Passage]:
        return {passage.id: passage for passage in self._passages}

    @cached_property
    def _index(self) -> Index:
        return open_index(self._data, self._passages, self._embedder, self._progress)

    @cached_property
    def _lexical(self) -> Lexical:
        return Lexical([" ".join((p.searchable, *p.questions)) for p in self._passages])

    @cached_property
    def _vocabulary(self) -> frozenset[str]:
        return self._embedder.vocabulary()
