"""Checks on questions that a mentor prepares: open, one at a time, none that carries its answer."""

import re
from collections.abc import Callable, Iterator

from assistant.checks.noticing import fails, passes, warns
from assistant.language.durations import BULLET
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Span, straight, words
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_PIECE = re.compile(r"[^.!?:;]*[.!?:;]?")
_STACKED = re.compile(
    r"\b(?:what|how|who|why|where|which|when|did|do|is|was|were|are|could|would|will|have)\b.{6,},? (?:and|or"
    r"|but)(?: also| then| so)? "
    r"(?:what|how|who|whom|why|where|which|when|did|do|does|is|was|were|are|could|would|will|have|has"
    r"|can)\b(?! (?:not|you know|to|else)\b)",
    re.IGNORECASE,
)
_ONE_WORD = re.compile(r"^\W*(?:and|or|so|why|how|when|what else|what|really|yes|no)\W*$", re.IGNORECASE)


def open_questions(subject: Subject) -> Noticed:
    for text, span in _questions(subject):
        closed = phrases("questions", "closed").match(text)
        if closed and not phrases("questions", "open_in_effect").match(text):
            advice = "Begin with what or how: “What happened in …?”"
            return warns(f"Yes, no or a number answers “{text}”.", span, advice)
    return passes("All are open.")


def one_at_a_time(subject: Subject) -> Noticed:
    for line in _lines(subject):
        asked = [text for text, _ in _asked(line)]
        joined = _STACKED.search(straight(line.text))
        if len(asked) > 1 or joined:
            advice = "Keep the better one; ask the other after the answer."
            return warns("Two questions in one.", line.span, advice)
    return passes("Each line asks one thing.")


def not_leading(subject: Subject) -> Noticed:
    for line in _lines(subject):
        said = straight(line.text)
        match = phrases("questions", "leading").search(said)
        if match and "?" in said:
            advice = "Could the answer surprise you? If not, say your view openly and ask for theirs."
            span = line.start + match.start(), line.start + match.end()
            return fails(f"“{match[0].strip(' ,;–-')}” carries its answer.", span, advice)
    return passes("None carries its answer.")


def _lines(subject: Subject) -> list[Sentence]:
    return [line for line in subject.text.lines if "?" in line.text]


def _asked(line: Sentence) -> Iterator[tuple[str, Span]]:
    """The questions of a line without bullet and lead-in, and their places."""
    bullet = BULLET.match(line.text)
    start = bullet.start("rest") if bullet else 0
    for piece in _PIECE.finditer(line.text, start):
        text = piece[0].strip(" “”\"'*-–")
        if text.endswith("?") and len(words(text)) > 1 and not _ONE_WORD.match(text):
            at = line.start + piece.start() + piece[0].index(text)
            yield straight(text), (at, at + len(text))
        elif text.endswith("?") and _ONE_WORD.match(text) and "?" in line.text[start : piece.start()]:
            yield text, (line.start + piece.start(), line.start + piece.end())


def _questions(subject: Subject) -> Iterator[tuple[str, Span]]:
    for line in _lines(subject):
        yield from _asked(line)


def _check(
    number: str, name: str, question: str, reason: str, source: str, detect: Callable[[Subject], Noticed], at: str
) -> Check:
    return Check(number, name, question, reason, Grade.E3, source, detect, f"open-questions#{at}")


CHECKS = (
    _check(
        "LIS-2",
        "Open",
        "Is every question open?",
        "Yes or no ends the thought; what and how begin one.",
        "Manual of motivational interviewing integrity (MITI 4.2.1) and ICF core competencies",
        open_questions,
        "open-not-closed",
    ),
    _check(
        "LIS-3",
        "One at a time",
        "Does each line ask one thing?",
        "Of several questions people answer the easiest.",
        "ICF core competencies: one question at a time",
        one_at_a_time,
        "one-at-a-time",
    ),
    _check(
        "LIS-4",
        "Not leading",
        "Could the answer to every question surprise you?",
        "A question that carries its answer leaves only to agree or to defend.",
        "ICF core competencies",
        not_leading,
        "not-leading",
    ),
)
