"""Answers made of sentences that stand in the library, each with its passage."""

from assistant.language.quoting import cite
from assistant.session import Answer
from knowledge.model import Retrieved

_SECOND = 0.93
"""A second passage is quoted when its score is at least this share of the first's."""


def compose_answer(question: str, found: Retrieved) -> Answer:
    """The best passage's sentences nearest to the question, in their order; a no when the library has no answer."""
    if not found.covered or not found.hits:
        nearest = found.hits[0].passage if found.hits else None
        return Answer("The library does not say.", (), True, nearest)
    first = found.hits[0]
    citations = [cite(first.passage, question, 3)]
    for hit in found.hits[1:3]:
        apart = hit.passage.guide != first.passage.guide and hit.passage.where() != first.passage.where()
        if hit.score >= _SECOND * first.score and apart:
            citations.append(cite(hit.passage, question, 2))
            break
    return Answer("\n\n".join(citation.quote for citation in citations), tuple(citations), False, first.passage)
