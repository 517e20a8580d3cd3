"""Finding passages: vectors and words together, and an honest "the library does not say"."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from knowledge.catalogue import Catalogue
from knowledge.embeddings import Embedder
from knowledge.lexical import Lexical
from knowledge.model import Hit, Passage, Retrieved, Role
from knowledge.quantities import held
from knowledge.vectors import VectorStore

VECTORS, BY_WORDS = 300, 150
"""Vectors taken from each collection, and passages from the search by words, before the two are fused."""
ASKED_SHARE = 2 / 3
"""Of a passage with questions, what the mean cosine to its three nearest counts; the rest is the cosine to its text."""
ALONE = -0.03
"""Added for a passage without questions, so that documents and guides stand on one scale."""
WORDS, WORDS_ALONE = 0.1, 0.4
"""What BM25, as a share of the best, counts for a passage with questions and for one without."""
DOCUMENT = 0.2
"""What the two best cosines of the whole document count. All five were chosen on questions to the guides, questions to
real handbooks, and both at once (docs/benchmarks.md)."""
NEAREST_QUESTIONS = 3
COVERAGE = 0.5
"""What the share of the question's words in the best passages counts for whether there is an answer."""
TAG_BONUS = 0.015
"""Added for each of role and task that the passage is tagged with: breaks ties, never hides a better passage."""


@dataclass(frozen=True, slots=True)
class Near:
    """Cosines (-1..1) of a question to a passage's text and to the nearest questions that it answers."""

    text: float
    questions: tuple[float, ...] = ()

    @property
    def best(self) -> float:
        return max(self.text, *self.questions) if self.questions else self.text


class Search:
    """Fuses the vector store and the word index over the passages of the catalogue. Threads may share it."""

    def __init__(
        self,
        catalogue: Catalogue,
        lexical: Lexical,
        store: VectorStore,
        embedder: Embedder,
        scale: Callable[[], tuple[float, float]] = lambda: (1.0, 0.0),
    ) -> None:
        self._catalogue = catalogue
        self._lexical = lexical
        self._store = store
        self._embedder = embedder
        self._scale = scale
        """Factor and shift for cosines of another embedder than the one that the weights were chosen with."""
        self._beside = ThreadPoolExecutor(4, "search-by-words")
        """Both searches run at once: each waits for a library in C that leaves Python free."""

    def find(
        self,
        query: str,
        collections: Sequence[str],
        role: Role | None = None,
        task: str | None = None,
        k: int = 5,
    ) -> Retrieved:
        """The `k` best passages of some collections for a question, and whether they answer it.

        `role` and `task` prefer passages with that tag. Spelling is repaired first, so that a typo hides nothing.

        Raises:
            LibraryError: the library or its vector store cannot be read.
        """
        if not query.strip() or not collections:
            return Retrieved(query)
        repaired = self._lexical.repair(query, self._embedder.knows)
        by_words = self._beside.submit(self._lexical.scores, repaired, collections, BY_WORDS)
        near = self._near(self._lexical.as_spelt_here(repaired), collections)
        lexical = by_words.result()
        facts = self._catalogue.candidates([*near.keys(), *(lexical.keys() - near.keys())])
        top = max(lexical.values(), default=0.0) or 1.0
        documents = _document_scores({n: one for n, one in near.items() if n in facts}, facts)
        tags = {str(role), str(task)} - {"None"}
        scored: list[tuple[float, int]] = []
        for n, (document, tagged, asked) in facts.items():
            meaning = _meaning(near.get(n, _NOT_NEAR), asked=asked)
            words = (WORDS if asked else WORDS_ALONE) * lexical.get(n, 0.0) / top
            whole = DOCUMENT * documents.get(document, 0.0)
            scored.append((meaning + words + whole + TAG_BONUS * len(tags & tagged), n))
        scored.sort(key=lambda pair: (-pair[0], pair[1]))
        hits = self._hits(scored, near, k)
        covered = self._covers(repaired, hits, near)
        return Retrieved(query, hits, covered, repaired if repaired != query else None)

    def _covers(self, query: str, hits: Sequence[Hit], near: dict[int, Near]) -> bool:
        """Whether the library has an answer: something near in meaning, and the question's rare words in what is found.

        The embedder's two floors are for the best cosine plus half the coverage. A question for a quantity is answered
        by none that holds no such quantity.
        """
        if not held(query, (hit.passage.text for hit in hits[:5])):
            return False
        texts = [f"{hit.passage.asked} {hit.passage.text}" for hit in hits[:5]]
        coverage = COVERAGE * self._lexical.coverage(query, texts, self._catalogue.size())
        asked = max((one.best for one in near.values() if one.questions), default=-1.0)
        alone = max((one.text for one in near.values() if not one.questions), default=-1.0)
        return asked + coverage >= self._embedder.floor or alone + coverage >= self._embedder.floor_alone

    def _near(self, query: str, collections: Sequence[str]) -> dict[int, Near]:
        """How near each passage of the nearest vectors is, its text and its questions."""
        vector = self._embedder.embed_query(query)
        factor, shift = self._scale()
        near: dict[int, Near] = {}
        for collection in collections:
            texts: dict[int, float] = {}
            questions: dict[int, list[float]] = {}
            least = 1.0
            for identity, measured in self._store.nearest(collection, vector, VECTORS):
                cosine = factor * measured + shift
                n, _, kind = identity.partition(".")
                least = min(least, cosine)
                if kind == "0":
                    texts[int(n)] = cosine
                else:
                    questions.setdefault(int(n), []).append(cosine)
            # What was not among the nearest is at most as near as the last of them.
            for n in texts.keys() | questions.keys():
                asked = questions.get(n, [])[:NEAREST_QUESTIONS]
                filled = [*asked, *[least] * (NEAREST_QUESTIONS - len(asked))] if questions else []
                near[n] = Near(texts.get(n, least), tuple(filled))
        return near

    def _hits(self, scored: Sequence[tuple[float, int]], near: dict[int, Near], k: int) -> tuple[Hit, ...]:
        """The best passages with their text; the same text twice is one hit that names both documents."""
        hits: dict[str, Hit] = {}
        for start in range(0, len(scored), 2 * k):
            some = scored[start : start + 2 * k]
            passages = self._catalogue.passages([n for _, n in some])
            for score, n in some:
                passage = passages.get(n)
                if passage is None:
                    continue
                if (twin := hits.get(passage.text)) is not None:
                    hits[passage.text] = replace(twin, passage=_named_too(twin.passage, passage))
                elif len(hits) < k:
                    hits[passage.text] = Hit(passage, score, near.get(n, _NOT_NEAR).best)
            if len(hits) >= k:
                break
        return tuple(hits.values())


_NOT_NEAR = Near(0.0)


def _meaning(near: Near, *, asked: bool) -> float:
    if not asked:
        return near.text + ALONE
    questions = sum(near.questions) / len(near.questions) if near.questions else near.text
    return (1 - ASKED_SHARE) * near.text + ASKED_SHARE * questions


def _document_scores(near: dict[int, Near], facts: dict[int, tuple[str, frozenset[str], bool]]) -> dict[str, float]:
    """For each document with passages among the nearest, the mean of its two best cosines."""
    cosines: dict[str, list[float]] = {}
    for n, one in near.items():
        cosines.setdefault(facts[n][0], []).append(one.best)
    return {document: sum(sorted(some)[-2:]) / len(some[-2:]) for document, some in cosines.items()}


def _named_too(passage: Passage, twin: Passage) -> Passage:
    return replace(passage, names=tuple(dict.fromkeys((*passage.names, *twin.names))))
