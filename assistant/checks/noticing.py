"""Small words that every detector shares: pass, warn, fail, not applicable."""

import re
from collections.abc import Iterable

from assistant.language.phrases import any_of
from assistant.language.text import Sentence, Span
from assistant.model import Noticed, Verdict

PASS = Noticed(Verdict.PASS)


def passes(message: str = "", span: Span | None = None) -> Noticed:
    return Noticed(Verdict.PASS, message, span)


def warns(message: str, span: Span | None = None, suggestion: str = "") -> Noticed:
    return Noticed(Verdict.WARN, message, span, suggestion)


def fails(message: str, span: Span | None = None, suggestion: str = "") -> Noticed:
    return Noticed(Verdict.FAIL, message, span, suggestion)


def not_applicable(message: str) -> Noticed:
    return Noticed(Verdict.NOT_APPLICABLE, message)


def first_match(pattern: re.Pattern[str], sentences: Iterable[Sentence]) -> tuple[Sentence, re.Match[str], Span] | None:
    """The first sentence that holds the pattern, the match, and its place in the whole text."""
    for sentence in sentences:
        if match := pattern.search(sentence.text):
            return sentence, match, (sentence.start + match.start(), sentence.start + match.end())
    return None


_NEGATION = any_of(
    r"not",
    r"never",
    r"no",
    r"don['’]?t",
    r"isn['’]?t",
    r"won['’]?t",
    r"wouldn['’]?t",
    r"rather than",
    r"without",
    r"instead of",
    r"far from",
)


def negated(sentence: str, start: int, window: int = 40) -> bool:
    """Whether a negation stands shortly before a place, in the same clause."""
    before = re.split(r"[.;:!?]", sentence[max(0, start - window) : start])[-1]
    return bool(_NEGATION.search(before))


def quoted(text: str, start: int) -> bool:
    """Whether a place stands inside quotation marks that open and close on both sides of it."""
    before, after = text[:start], text[start:]
    straight = before.count('"') % 2 == 1 and '"' in after
    curly = before.rfind("“") > before.rfind("”") and "”" in after
    single = re.search(r"(?:^|\s)['‘][^'‘’]*$", before) is not None and re.search(r"['’](?:\W|$)", after) is not None
    return straight or curly or single
