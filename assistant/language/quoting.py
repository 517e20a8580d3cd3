"""Finding in a passage the sentences that stand behind a claim; a quotation is always cut from the text itself."""

import re

from assistant.language.text import split_sentences, words
from knowledge.model import Citation, Passage

_STOP = frozenset(
    "the a an and or but of to in on at for with is are was be it this that i you my your me do does "
    "did how what when where why "
    "who should can could would if not no so as from by they them he she his her we".split()
)


def cite(passage: Passage, about: str, most: int = 1) -> Citation:
    """The run of at most `most` sentences of a passage that is nearest to some words, as it stands in the text."""
    sentences = split_sentences(passage.text)
    wanted = _stems(f"{about} {passage.heading}") if most > 1 else _stems(about)
    scores = [len(wanted & _stems(sentence.text)) / (len(words(sentence.text)) + 8) ** 0.5 for sentence in sentences]
    if most > 1 and scores:
        scores[0] += 0.35
    best = max(range(len(sentences)), key=lambda i: sum(scores[i : i + most]) - (0.01 * i))
    last = sentences[min(best + most, len(sentences)) - 1]
    quote = passage.text[sentences[best].start : last.span[1]]
    return Citation(passage.id, f"{passage.title}: {passage.heading}", quote)


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s|ly)$", "", word.lower())[:7] for word in words(text) if word.lower() not in _STOP}
