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
    "who should can could would will may might must if not no so as from by they them he she his her we us our their "
    "have has had am were been there any some more most than then about into out up also".split()
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


def cite(passage: Passage, about: str, most: int = 1, said: str = "") -> Citation:
    """The run of at most `most` sentences of a passage that is nearest to some words, as it stands in the text.

    In a guide a longer run begins with the passage's first sentence unless another is far nearer: its heading answers
    one need, and its text says the answer first. In a document it begins with the nearest sentence; what stands in
    `said` already is quoted again only when nothing else is near. What leans on the sentence before is quoted with it,
    an item of a list with what opens the list, and a list that a quotation opens is quoted with it.
    """
    parts = [part for part in _parts(passage) if part.sentences]
    if not parts:
        return Citation(passage.id, passage.cited(), passage.text)
    wanted = _stems(about)
    place = _nearest_sentence(parts, wanted, said) if passage.marks else (0, _opening(parts[0], wanted, most))
    sentences = parts[place[0]].sentences
    start, end = _whole(sentences, place[1], min(place[1] + most, len(sentences)) - 1)
    quote = passage.text[sentences[start].start : sentences[end].span[1]]
    return Citation(passage.id, passage.cited(sentences[start].start), quote)


def _opening(part: _Part, wanted: set[str], most: int) -> int:
    """Where a quotation from a guide begins."""
    scores = [_nearness(sentence.text, wanted) for sentence in part.sentences]
    runs = [sum(scores[i : i + most]) for i in range(len(scores))]
    best = max(range(len(runs)), key=lambda i: (runs[i], -i))
    return 0 if most > 1 and runs[best] < FAR_NEARER * runs[0] + 0.2 else best


def _nearest_sentence(parts: Sequence[_Part], wanted: set[str], said: str) -> tuple[int, int]:
    """The part and the sentence that share most with some words; a word that stands everywhere counts little."""
    sentences = [(p, i, sentence) for p, part in enumerate(parts) for i, sentence in enumerate(part.sentences)]
    stems = [_stems(sentence.text) for _, _, sentence in sentences]
    often = {word: sum(word in one for one in stems) for word in wanted}

    def near(n: int) -> float:
        p, _, sentence = sentences[n]
        shared = sum(1 / often[word] ** 0.5 for word in wanted & stems[n])
        under = 0.3 * len(wanted & _stems(parts[p].heading))
        length = (len(words(sentence.text)) + 20) ** 0.25
        return (shared + under) / length * (0.2 if said and sentence.text in said else 1.0)

    best = max(range(len(sentences)), key=lambda n: (near(n), -n))
    return sentences[best][0], sentences[best][1]


def _parts(passage: Passage) -> list[_Part]:
    """A passage's sentences by heading; the lines that are headings themselves are not among them."""
    if not passage.marks:
        return [_Part(passage.heading, tuple(split_sentences(passage.text)))]
    parts: list[_Part] = []
    ends = [*(mark.start for mark in passage.marks[1:]), len(passage.text)]
    for mark, end in zip(passage.marks, ends, strict=True):
        start = mark.start
        heading = mark.headings[-1] if mark.headings else ""
        if heading and passage.text.startswith(f"{heading}\n", start) and start + len(heading) < end:
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
