"""What search weighs, compared on the questions of writers whose questions are then not in the library.

`python -m scripts.compare_fusion`. The embedding model did not learn from these writers either; a question's one right
answer is the passage that its writer had in mind.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path

from knowledge import search
from knowledge.guides import load_guides
from knowledge.library import LocalLibrary
from knowledge.model import GUIDES
from scripts.asked import held_back
from ui.retrieval_evaluation import Bench, measured, ours

EVERY = 4
"""Of the questions, one in so many is asked."""
NAMES = ("ASKED_SHARE", "WORDS", "DOCUMENT", "NEAREST_QUESTIONS")


def main() -> None:
    """One line for each set of weights: nDCG@10 and Recall@5."""
    told = held_back()
    unheard = {question for question, _ in told}
    guides = [
        replace(guide, passages=tuple(replace(p, questions=_without(p.questions, unheard)) for p in guide.passages))
        for guide in load_guides()
    ]
    some = told[::EVERY]
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(
            LocalLibrary(Path(folder), guides=guides),
            (GUIDES,),
            {str(n): question for n, (question, _) in enumerate(some)},
            {str(n): {passage: 1} for n, (_, passage) in enumerate(some)},
        )
        print(f"{len(some)} of {len(told)} questions;", ", ".join(NAMES))
        for weights in _weights():
            for name, weight in zip(NAMES, weights, strict=True):
                setattr(search, name, weight)
            found = measured(bench, ours(bench))
            print(weights, f"nDCG@10 {found['nDCG@10']:.3f}, Recall@5 {found['Recall@5']:.3f}", flush=True)


def _without(questions: tuple[str, ...], unheard: set[str]) -> tuple[str, ...]:
    return tuple(question for question in questions if question not in unheard)


def _weights() -> Iterator[tuple[float, ...]]:
    """One weight moved at a time from where they stand, then the nearest questions that count."""
    here = (search.ASKED_SHARE, search.WORDS, search.DOCUMENT)
    yield (*here, search.NEAREST_QUESTIONS)
    for place, moved in product(range(3), (0.5, 0.75, 1.25, 1.5)):
        yield (*here[:place], round(here[place] * moved, 3), *here[place + 1 :], search.NEAREST_QUESTIONS)
    for nearest in (1, 2, 4, 6):
        yield (*here, nearest)


if __name__ == "__main__":
    main()
