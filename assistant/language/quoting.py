"""Finding in a passage the sentences that stand behind a claim; a quotation is always cut from the text itself."""

import re

from assistant.language.text import split_sentences, words
from knowledge.model import Citation, Passage

FAR_NEARER = 4.0
"""How many times nearer a later run of sentences must be to be quoted instead of the first."""

_STOP = frozenset(
    "the a an and or but of to in on at for with is are was be it this that i you my your me do does "
    "did how what when where why "
    "who should can could would if not no so as from by they them he she his her we".split()
)


def cite(passage: Passage, about: str, most: int = 1) -> Citation:
    """The run of at most `most` sentences of a passage that is nearest to some words, as it stands in the text.

    A longer run begins with the passage's first sentence unless another is far nearer: a heading answers one need, and
    its text says the answer first. A list that a quotation opens is quoted whole.
    """
    sentences = split_sentences(passage.text)
    wanted = _stems(about)
    scores = [len(wanted & _stems(sentence.text)) / (len(words(sentence.text)) + 8) ** 0.5 for sentence in sentences]
    runs = [sum(scores[i : i + most]) for i in range(len(sentences))]
    best = max(range(len(runs)), key=lambda i: (runs[i], -i))
    if most > 1 and runs[best] < FAR_NEARER * runs[0] + 0.2:
        best = 0
    last = min(best + most, len(sentences)) - 1
    if sentences[last].text.endswith(":"):
        last = len(sentences) - 1
    quote = passage.text[sentences[best].start : sentences[last].span[1]]
    return Citation(passage.id, f"{passage.title}: {passage.heading}", quote)


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s|ly)$", "", word.lower())[:7] for word in words(text) if word.lower() not in _STOP}
