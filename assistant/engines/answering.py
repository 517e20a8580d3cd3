"""Answers made of sentences that stand in the library, each with its passage."""

from assistant.language.quoting import cite
from assistant.session import Answer
from knowledge.model import GUIDES, Hit, Retrieved

_SECOND = 0.97
"""A second passage is quoted when its score is at least this share of the first's."""
_OURS = 0.85
"""A programme's own document speaks first, before the guides, from this share of the best score on."""


def compose_answer(question: str, found: Retrieved, said: str = "") -> Answer:
    """The best passage's sentences nearest to the question, in their order; a no when the library has no answer.

    Where guides and documents of one's own both have something near, the document is quoted first and the guide after
    it: a programme's own rules come before general advice. `said` is what was quoted just before.
    """
    if not found.covered or not found.hits:
        nearest = found.hits[0].passage if found.hits else None
        return Answer("The library does not say.", (), True, nearest)
    first, *others = _in_order(found.hits)
    citations = [cite(first.passage, question, 3, said)]
    least = _OURS if (first.passage.collection == GUIDES) != (found.hits[0].passage.collection == GUIDES) else _SECOND
    for hit in others[:3]:
        apart = hit.passage.guide != first.passage.guide and hit.passage.where() != first.passage.where()
        if apart and hit.score >= least * found.hits[0].score:
            citations.append(cite(hit.passage, question, 2, said))
            break
    return Answer("\n\n".join(citation.quote for citation in citations), tuple(citations), False, first.passage)


def _in_order(hits: tuple[Hit, ...]) -> list[Hit]:
    """The hits to quote from: as they were found, but for a near document that is put before the guides."""
    ours = next((hit for hit in hits if hit.passage.collection != GUIDES), None)
    if ours is None or ours.score < _OURS * hits[0].score:
        return list(hits)
    return [ours, *(hit for hit in hits if hit is not ours)]
