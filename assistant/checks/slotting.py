"""Visible slots in the stead of what a model made up."""

import re
from collections.abc import Iterator, Sequence

from assistant.checks.inventions import SLOTS, Invention, clauses, facts_told, tells
from assistant.language.facts import Facts
from assistant.language.text import Sentence, Span, split_sentences

_INSIDE = frozenset(("name", "number", "date", "address"))
"""Kinds that are replaced by themselves; of the others the clause goes."""
_SUBJECT_SLOT = "[the topic in three to eight words]"


def with_slots(text: str, found: Sequence[Invention], said: str) -> str:
    """The text with a visible slot for each invention: for a name, number, date or address in its place, for anything
    else instead of its clause, and of the clauses around it that hold nothing told."""
    pieces: list[str] = []
    at = 0
    for (start, end), kind in sorted(_gaps(text, found, facts_told(said))):
        if end <= at:
            continue
        slot = _SUBJECT_SLOT if _in_subject(text, start) else SLOTS[kind]
        pieces += [text[at : max(at, start)], slot]
        at = end
    filled = "".join([*pieces, text[at:]])
    return re.sub(r"(\[[^\]\n]+\])(?:[ ]*\1)+", r"\1", filled)


def _gaps(text: str, found: Sequence[Invention], facts: Facts) -> Iterator[tuple[Span, str]]:
    """What is taken out for the inventions: places, and the kind of each."""
    claims = [one for one in found if one.kind not in _INSIDE]
    yield from ((one.span, one.kind) for one in found if one.kind in _INSIDE)
    for line in re.finditer(r"[^\n]+", text):
        for sentence in split_sentences(line[0], line.start()):
            inside = [one for one in claims if one.span[0] < sentence.span[1] and one.span[1] > sentence.start]
            if inside and _in_subject(text, sentence.start):
                yield (text.index(":") + 2, sentence.span[1]), inside[0].kind
            elif inside:
                yield from _without_clauses(sentence, inside, facts)


def _without_clauses(sentence: Sentence, inside: Sequence[Invention], facts: Facts) -> Iterator[tuple[Span, str]]:
    """The runs of clauses that go: those with an invention, and those beside them that hold nothing told."""
    run: list[Span] = []
    for start, end in clauses(sentence):
        holds = any(one.span[0] < end and one.span[1] > start for one in inside)
        if not holds and tells(sentence.text[start - sentence.start : end - sentence.start], facts):
            if run:
                yield (run[0][0], run[-1][1]), inside[0].kind
            run = []
        else:
            run.append((start, end))
    if run:
        yield (run[0][0], run[-1][1]), inside[0].kind


def _in_subject(text: str, place: int) -> bool:
    head = re.match(r"subject:[^\n]*", text, re.IGNORECASE)
    return head is not None and place < head.end()
