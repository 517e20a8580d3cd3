"""An answer in a model's words, each sentence borne out by its passage; what is not is dropped."""

import re
from collections.abc import Sequence
from itertools import pairwise

from assistant.checks.grounding import plain
from assistant.checks.inventions import general
from assistant.engines.material import without_orders
from assistant.language.facts import NUMBER, Facts, number
from assistant.language.quoting import cite
from assistant.language.text import split_sentences, words
from assistant.session import Answer
from knowledge.model import Citation, Passage

BORNE_OUT = 0.7
"""Share of a sentence's words of weight that must stand in its passage."""
NEAR = 0.45
"""Share of them that must stand in one or two sentences of it that follow each other."""
MOST_SENTENCES = 6
NO_ANSWER = "The library does not say."
_MARK = re.compile(r"\s*\[(\d{1,2})\](?:\s*,?\s*\[(\d{1,2})\])*")
_MARK_AFTER = re.compile(r"([.!?])((?:\s*\[\d{1,2}\])+)")
_SAYS_NO = re.compile(
    r"\blibrary does not (?:say|answer|cover)|passages? (?:do(?:es)?|did) not (?:say|answer|mention)", re.IGNORECASE
)
_NEGATION = re.compile(
    r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|avoid|rather than|instead of|cannot|seldom|rarely|less"
    r"|fewer)\b|n['’]t\b",
    re.IGNORECASE,
)


def supported_answer(text: str, passages: Sequence[Passage], nearest: Passage | None) -> Answer:
    """What of a reply the passages bear out, with a number for each passage; an honest no when nothing is left."""
    kept: list[str] = []
    cited: list[Citation] = []
    places: list[str] = []
    for sentence, numbers in _sentences(text):
        passage = next((p for p in _named(numbers, passages) if bears_out(without_orders(p), sentence)), None)
        if passage is None or len(kept) == MOST_SENTENCES or sentence in kept:
            continue
        if passage.id not in places:
            places.append(passage.id)
            cited.append(cite(passage, sentence))
        kept.append(f"{sentence} [{places.index(passage.id) + 1}]")
    if not kept:
        return Answer(NO_ANSWER, (), True, nearest)
    return Answer(" ".join(kept), tuple(cited), False, passages[0])


def bears_out(passage: Passage, sentence: str) -> bool:
    """Whether a passage says what a sentence says: its words but for general ones, its numbers, no "not" more or less.

    A rule of thumb that drops rather than lets through; how well it does is measured in docs/benchmarks.md.
    """
    there = Facts(f"{passage.title} {' '.join(passage.headings)} {passage.text}")
    weighty = [word for word in words(sentence) if not plain(word)]
    strange = [word for word in weighty if not there.hold(word)]
    if len(weighty) < 2 or len(strange) > (1 - BORNE_OUT) * len(weighty) or not all(map(general, strange)):
        return False
    values = [value for match in NUMBER.finditer(sentence) if (value := number(match[0])) is not None]
    if any(value not in there.numbers for value in values if value > 1):
        return False
    names = re.findall(r"(?<=[a-z,;] )[A-Z]\w+", sentence)
    if not all(there.hold(name) or plain(name) for name in names):
        return False
    nearest, share = _nearest(passage, weighty)
    return share >= NEAR and bool(_NEGATION.search(nearest)) == bool(_NEGATION.search(sentence))


def _nearest(passage: Passage, weighty: Sequence[str]) -> tuple[str, float]:
    """The sentence of a passage, or the two in a row, that share most with some words, and the share."""
    parts = [sentence.text for sentence in split_sentences(passage.text)]
    runs = [*parts, *(f"{a} {b}" for a, b in pairwise(parts))]
    shares = [(sum(map(Facts(run).hold, weighty)) / len(weighty), -len(run), run) for run in runs]
    share, _, run = max(shares, default=(0.0, 0, ""))
    return run, share


def _sentences(text: str) -> list[tuple[str, list[int]]]:
    """Sentences with the numbers after them, wherever the mark stands: "so. [1]" as "so [1]."."""
    text = re.sub(r"^\s*(?:[-*•]|\d+[.)])\s+", "", _MARK_AFTER.sub(r"\2\1", text), flags=re.MULTILINE)
    found: list[tuple[str, list[int]]] = []
    for sentence in split_sentences(text.replace("\n", "\n\n")):
        if _SAYS_NO.search(sentence.text):
            continue
        numbers = [int(n) for n in re.findall(r"\[(\d{1,2})\]", sentence.text)]
        said = " ".join(_MARK.sub("", sentence.text).split())
        found.append((said, numbers))
    return found


def _named(numbers: Sequence[int], passages: Sequence[Passage]) -> list[Passage]:
    """The passages that a sentence names, or all when it names none that is there."""
    named = [passages[n - 1] for n in numbers if 0 < n <= len(passages)]
    return named or list(passages)
