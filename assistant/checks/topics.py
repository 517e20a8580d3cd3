"""The check that feedback keeps to one matter: where each begins is told by its form."""

import re

from assistant.checks.feedback_parts import act_in, occasion_in
from assistant.checks.feedback_talk import criticises, plain, step_of
from assistant.checks.noticing import PASS, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Span
from assistant.language.verbs import BASE_ACTS
from assistant.model import Noticed, Subject

_ITEM = re.compile(r"(?:^|[.:;] )\s*(?:[-*•]|\d[.)])\s+(?P<first>[\w'’-]+)", re.MULTILINE)
_LINKED = re.compile(r"\b(?:same|again|(?:each|both|that) times?|likewise|too|did (?:it|that|so)|once more)\b", re.I)
_STRUNG = re.compile(
    r"(?:,| and| or)(?: you)?(?: also| then)? (?:(?:did|had|have)n['’]?t|did not|never|(?!need)\w{3,}ed|left|sent|put"
    r"|took|told|threw)\b",
    re.IGNORECASE,
)
_YOUR = re.compile(r"(?:^\W*(?:and |but |then )?|, and )(?:your (?P<thing>[\w-]+)|the way you\b)", re.IGNORECASE)
_YOU = re.compile(r"^\W*(?:and |but |then )?(?:(?:on|in|at|during|yesterday|then) ?[^,]{0,25},? )?you\b", re.IGNORECASE)


def one_topic(subject: Subject) -> Noticed:
    text = subject.text
    start = text.body_span[0]
    items = [m.span() for m in _ITEM.finditer(text.raw, *text.body_span) if m["first"].lower() not in BASE_ACTS]
    announced = phrases("fairness", "announced").search(text.body)
    long = len(text.sentences) >= 3 or len(re.findall(r",| and ", text.body)) >= 2
    listed = [(start + announced.start(), start + announced.end())] if announced and long else []
    for spans in (items[2:], listed, _topics(text.sentences)[2:]):
        if spans:
            advice = "Keep the one that matters most; two at most, and the second only if they ask."
            return warns("It raises three matters or more.", spans[0], advice)
    return PASS


def _topics(sentences: tuple[Sentence, ...]) -> list[Span]:
    """Where each matter begins: at a word like "also", at "your report", at an act with its own occasion."""
    found: list[Span] = []
    said: set[str] = set()
    listing = False
    for sentence in sentences:
        text = plain(sentence.text)
        if "?" in text or (step_of(text) and act_in(text) is None):
            continue
        opened = _opened(text, said, first=not found)
        if listing and not opened and _new_fault(text, said):
            opened = _faults(text)
        listing = listing or bool(phrases("fairness", "next_topic").search(text[:22]))
        found += [sentence.span] * opened
        said |= _content(text)
    return found


def _opened(sentence: str, said: set[str], first: bool) -> int:
    """How many matters a sentence opens."""
    things = [m for m in _YOUR.finditer(sentence) if not m["thing"] or _is_new(m["thing"].lower(), said)]
    acted = act_in(sentence) is not None
    if first:
        return max(len(things), int(acted or criticises(sentence)))
    marked = phrases("fairness", "next_topic").search(sentence[:22])
    if marked and acted and criticises(sentence):
        return _faults(sentence)
    if marked or things:
        return max(1, len(things) + int(bool(marked) and acted and not any(m.start() == 0 for m in things)))
    if not acted or not _YOU.match(sentence) or _LINKED.search(sentence) or _content(sentence) & said:
        return 0
    return int(bool(phrases("feedback_parts", "exact_time").search(sentence)) or occasion_in(sentence))


def _new_fault(sentence: str, said: set[str]) -> bool:
    """Whether a sentence names a fault that is not the one spoken of so far."""
    told = act_in(sentence) is not None and criticises(sentence)
    return told and not _LINKED.search(sentence) and not _content(sentence) & said


def _faults(sentence: str) -> int:
    """How many acts a sentence strings together: "you left it open, filled it in at home and didn't sign"."""
    return 1 + len(_STRUNG.findall(sentence))


def _content(sentence: str) -> set[str]:
    return {w for w in re.findall(r"[\w'’-]{4,}", sentence.lower()) if not phrases("fairness", "small").fullmatch(w)}


def _is_new(thing: str, said: set[str]) -> bool:
    return thing not in said and not phrases("fairness", "part").fullmatch(thing)
