"""Finding in a passage the sentences that stand behind a claim; a quotation is always cut from the text itself."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.text import Sentence, split_sentences, words
from knowledge.model import Citation, Passage

FAR_NEARER = 4.0
"""How many times nearer a later run of sentences must be to be quoted instead of the first."""
MOST_ITEMS = 10
"""Items of a list that are quoted with the sentence that opens it."""
_STOP = frozenset(
    "the a an and or but of to in on at for with is are was be it this that i you my your me do does "
    "did how what when where why "
    "who should can could would if not no so as from by they them he she his her we".split()
)
_LEANS = re.compile(
    r"\W*(?:but|however|instead|otherwise|also|then|so|this|that|these|those|it|they|he|she|nor|neither|still|yet"
    r"|likewise|conversely|on the other hand|in that case|for example|for instance|unlike)\b",
    re.IGNORECASE,
)
"""Sentences that begin so lean on the one before; quoted without it they may say something else."""


@dataclass(frozen=True, slots=True)
class _Part:
    """The sentences under one heading of a passage."""

    heading: str
    sentences: tuple[Sentence, ...]


def cite(passage: Passage, about: str, most: int = 1) -> Citation:
    """The run of at most `most` sentences of a passage that is nearest to some words, as it stands in the text.

    In a guide a longer run begins with the passage's first sentence unless another is far nearer: its heading answers
    one need, and its text says the answer first. What leans on the sentence before is quoted with it, an item of a
    list with what opens the list, and a list that a quotation opens is quoted with it.
    """
    parts = _parts(passage)
    wanted = _stems(about)
    best: tuple[float, int, int] | None = None
    for p, part in enumerate(parts):
        scores = [_nearness(sentence.text, wanted) for sentence in part.sentences]
        opening = 0.3 * _nearness(part.heading, wanted) if passage.marks else 0.0
        for i in range(len(scores)):
            near = (sum(scores[i : i + most]) + opening, p, i)
            if best is None or near[0] > best[0]:
                best = near
    if best is None:
        return Citation(passage.id, passage.cited(), passage.text)
    score, p, first = best
    sentences = parts[p].sentences
    if not passage.marks and most > 1:
        opening = sum(_nearness(sentence.text, wanted) for sentence in sentences[:most])
        first = first if score >= FAR_NEARER * opening + 0.2 else 0
    start, end = _whole(sentences, first, min(first + most, len(sentences)) - 1)
    quote = passage.text[sentences[start].start : sentences[end].span[1]]
    return Citation(passage.id, passage.cited(sentences[start].start), quote)


def _parts(passage: Passage) -> list[_Part]:
    """A passage's sentences by heading; the lines that are headings themselves are not among them."""
    if not passage.marks:
        return [_Part(passage.heading, tuple(split_sentences(passage.text)))]
    parts: list[_Part] = []
    ends = [*(mark.start for mark in passage.marks[1:]), len(passage.text)]
    for mark, end in zip(passage.marks, ends, strict=True):
        start = mark.start
        heading = mark.headings[-1] if mark.headings else ""
        if heading and passage.text.startswith(heading, start) and start + len(heading) < end:
            start += len(heading)
        if found := split_sentences(passage.text[start:end], start):
            parts.append(_Part(heading, tuple(found)))
    return parts


def _whole(sentences: Sequence[Sentence], first: int, last: int) -> tuple[int, int]:
    """A run of sentences grown until it can stand alone without its meaning changing."""
    for _ in range(2):
        if first and _LEANS.match(sentences[first].text) and not _is_item(sentences[first]):
            first -= 1
    if _is_item(sentences[first]):
        opener = first
        while opener and _is_item(sentences[opener]):
            opener -= 1
        if sentences[opener].text.endswith(":"):
            first = opener
    if sentences[last].text.endswith(":") or _is_item(sentences[last]):
        opener = max((i for i in range(first, last + 1) if not _is_item(sentences[i])), default=first)
        while last + 1 < len(sentences) and last - opener < MOST_ITEMS and _is_item(sentences[last + 1]):
            last += 1
        if sentences[last].text.endswith(":") and last + 1 < len(sentences):
            last += 1
    return first, last


def _is_item(sentence: Sentence) -> bool:
    return bool(re.match(r"(?:[-*•]|\d{1,2}[.)])\s", sentence.text))


def _nearness(text: str, wanted: set[str]) -> float:
    return len(wanted & _stems(text)) / (len(words(text)) + 8) ** 0.5


def _stems(text: str) -> set[str]:
    return {re.sub(r"(?:ing|ed|es|s|ly)$", "", word.lower())[:7] for word in words(text) if word.lower() not in _STOP}
