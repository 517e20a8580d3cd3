"""Checks of texts in other languages: those whose rule or phrases are known there, with what they say in it."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

from assistant.checks.form import LIMITS
from assistant.language.text import Sentence, Span, split_sentences, words
from assistant.model import Check, Noticed, Subject, Verdict
from assistant.tasks import all_tasks
from assistant.voices.catalogue import CheckWords, Words, words_of

_SLOT = re.compile(r"\[[^\]\n]{2,120}\]")
_ITEM = re.compile(r"^\s*\d+[.)]\s+\S.*$", re.MULTILINE)
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_TOPICS = ("introductions", "goals", "expectations", "confidentiality", "logistics", "next")

Seen = tuple[str, dict[str, Any], Span | None]
"""Which of a check's sentences holds, the values in it, and the place."""
Look = Callable[[Subject, Words], Seen | None]
"""None where a check does not apply."""

OF = {
    "outreach": "OUT-1 OUT-2 OUT-5 OUT-6 OUT-8 OUT-9 OUT-10 OUT-12 OUT-14 OUT-15 GROUND-1",
    "follow_up": "FUP-1 FUP-2 FUP-4 OUT-15 GROUND-1",
    "thank_you": "THX-1 THX-3 OUT-15 GROUND-1",
    "agenda": "AGD-1 AGD-2 AGD-3 AGD-6 AGD-7 GROUND-1",
    "feedback": "FBK-1 FBK-4 FBK-6 FBK-7 FBK-8 OUT-15 GROUND-1",
}
"""The checks that a task has in other languages, by its name."""
_FAILING = frozenset(
    {("OUT-1", "few"), ("OUT-1", "too_long"), ("OUT-2", "over"), ("OUT-10", "none"), ("AGD-2", "over")}
)
"""What fails as it does in English; whatever rests on phrases only warns, for their precision is not known well."""


@cache
def checks_of(task: str, language: str) -> tuple[Check, ...]:
    """The checks of a task in a language; grade, source and passage are those of the English check."""
    english = {check.id: check for one in all_tasks() for check in one.checks}
    return tuple(_check(english[name], words_of(language)) for name in OF[task].split())


def _check(english: Check, said: Words) -> Check:
    told, look = said.checks[english.id], _LOOKS[english.id]

    def detect(subject: Subject) -> Noticed:
        return _noticed(english.id, look(subject, said), told)

    return replace(english, name=told.name, question=told.question, reason=told.reason, detect=detect, asks_only=False)


def _noticed(name: str, seen: Seen | None, told: CheckWords) -> Noticed:
    if seen is None:
        return Noticed(Verdict.NOT_APPLICABLE)
    key, values, span = seen
    verdict = Verdict.PASS if key == "ok" else Verdict.FAIL if (name, key) in _FAILING else Verdict.WARN
    fix = told.fix[key].format(**values) if key != "ok" else ""
    return Noticed(verdict, told.says[key].format(**values), span, fix)


def _body(subject: Subject, said: Words) -> tuple[str, int]:
    """The text without subject line, greeting and sign-off, and where it begins."""
    raw = subject.text.raw
    start = subject.text.body_span[0] if subject.text.subject is not None else 0
    lines = [(m.start(), m[0]) for m in re.finditer(r"[^\n]+", raw[start:])]
    if lines and said.pattern("greeting").match(lines[0][1].strip()):
        start += lines[0][0] + len(lines[0][1])
    ends = [m.start() for m in said.pattern("sign_off").finditer(raw, start)]
    return raw[start : ends[-1] if ends else len(raw)], start


def _sentences(subject: Subject, said: Words) -> list[Sentence]:
    body, start = _body(subject, said)
    return split_sentences(body, start)


def _phrase(name: str) -> Look:
    """Whether a phrase that had better not stand there does."""

    def look(subject: Subject, said: Words) -> Seen:
        found = said.pattern(name).search(subject.text.raw)
        return ("found", {"words": found[0].strip()}, found.span()) if found else ("ok", {}, None)

    return look


def _there(name: str) -> Look:
    """Whether a phrase that should stand there does."""

    def look(subject: Subject, said: Words) -> Seen:
        found = said.pattern(name).search(subject.text.raw)
        return ("ok", {}, found.span()) if found else ("none", {}, None)

    return look


def _email_length(subject: Subject, said: Words) -> Seen | None:
    if subject.channel != "email":
        return None
    n = len(words(_body(subject, said)[0]))
    key = "few" if n < 35 else "short" if n < 50 else "too_long" if n > 200 else "long" if n > 125 else "ok"
    return key, {"n": n}, None


def _characters(subject: Subject, said: Words) -> Seen | None:
    if subject.channel not in LIMITS:
        return None
    good, most = LIMITS[subject.channel]
    n = len(subject.text.raw.strip())
    return "over" if n > most else "tight" if n > good else "ok", {"n": n, "good": good, "most": most}, None


def _one_ask(subject: Subject, said: Words) -> Seen:
    asked = [sentence for sentence in _sentences(subject, said) if sentence.text.endswith("?")]
    if not asked and not said.pattern("request").search(subject.text.raw) and not _SLOT.search(subject.text.raw):
        return "none", {}, None
    return ("many", {"n": len(asked)}, asked[2].span) if len(asked) > 2 else ("ok", {}, None)


def _size(subject: Subject, said: Words) -> Seen | None:
    if subject.channel == "linkedin_note":
        return None
    found = said.pattern("minutes").search(subject.text.raw)
    if found:
        n = int(found[1])
        return "long" if n > 60 else "ok", {"n": n}, found.span()
    hour, written = said.pattern("hour").search(subject.text.raw), said.pattern("in_writing").search(subject.text.raw)
    return ("long", {"n": 60}, hour.span()) if hour else ("ok" if written else "none", {}, None)


def _easy_out(subject: Subject, said: Words) -> Seen | None:
    return None if subject.channel == "linkedin_note" else _there("easy_out")(subject, said)


def _gratitude(subject: Subject, said: Words) -> Seen:
    sentences = _sentences(subject, said)
    found = list(said.pattern("thanks").finditer(subject.text.raw))
    if len(found) > 2:
        return "many", {"n": len(found)}, found[2].span()
    tail = sentences[-2].start if len(sentences) > 1 else 0
    last = next((match for match in found if match.start() >= tail), None)
    return ("ok", {}, last.span()) if last else ("none", {}, None)


def _subject_line(subject: Subject, said: Words) -> Seen | None:
    if subject.channel != "email":
        return None
    line = subject.text.subject or ""
    if _SLOT.search(line) or not words(line):
        return "none", {}, None
    letters = [c for c in line if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return "capitals", {}, None
    if said.pattern("generic_subject").match(line.strip()):
        return "generic", {"words": line.strip()}, None
    n = len(words(line))
    return ("ok" if said.subject_least <= n <= 8 else "count"), {"n": n}, None


def _plain(subject: Subject, said: Words) -> Seen | None:
    sentences = _sentences(subject, said)
    if not sentences:
        return None
    longest = max(sentences, key=lambda sentence: len(sentence.words))
    n = len(longest.words)
    return ("long", {"n": n}, longest.span) if n > 25 else ("ok", {"n": n}, None)


def _template(subject: Subject, said: Words) -> Seen:
    slots = list(_SLOT.finditer(subject.text.raw))
    if slots:
        return "slots", {"n": len(slots), "words": slots[0][0]}, slots[0].span()
    return _phrase("boilerplate")(subject, said) or ("ok", {}, None)


def _waited(subject: Subject, said: Words) -> Seen | None:
    if subject.waited is None:
        return None
    return "soon" if subject.waited < 3 else "ok", {"n": subject.waited}, None


def _times(subject: Subject, said: Words) -> Seen | None:
    if subject.earlier is None:
        return None
    return "many" if subject.earlier >= 3 else "ok", {"n": subject.earlier}, None


def _soon(subject: Subject, said: Words) -> Seen | None:
    if subject.days is None:
        return None
    return "late" if subject.days > 2 else "ok", {"n": subject.days}, None


def _new_request(subject: Subject, said: Words) -> Seen:
    for sentence in _sentences(subject, said):
        if found := said.pattern("request").search(sentence.text):
            start = sentence.start + found.start()
            return "found", {"words": found[0]}, (start, start + len(found[0]))
    return "ok", {}, None


def _timing(subject: Subject, said: Words) -> Seen | None:
    items = _ITEM.findall(subject.text.raw)
    if len(items) < 2:
        return None
    spent = [next((int(m[1] or m[2]) for m in said.pattern("minutes_of_item").finditer(item)), None) for item in items]
    total, length = sum(n or 0 for n in spent), subject.minutes
    if not total:
        return "none", {}, None
    if length is not None and total > length:
        return "over", {"n": total, "length": length}, None
    if None in spent:
        return "some", {}, None
    if len(items) > 6:
        return "many", {"n": len(items)}, None
    if length is not None and length >= 30 and length - total < 5:
        return "tight", {"n": length - total}, None
    return "ok", {"n": len(items)}, None


def _first_meeting(subject: Subject, said: Words) -> Seen | None:
    if subject.meeting != "first":
        return None
    missing = [topic for topic in _TOPICS if not said.pattern(f"topic_{topic}").search(subject.text.raw)]
    named = ", ".join(said.checks["AGD-3"].topics[topic] for topic in missing)
    return ("missing", {"words": named}, None) if missing else ("ok", {}, None)


def _inquiry(subject: Subject, said: Words) -> Seen | None:
    """Praise needs no question."""
    return None if subject.kind == "appreciative" else _there("open_question")(subject, said)


def _open_questions(subject: Subject, said: Words) -> Seen:
    n = len(said.pattern("open_question").findall(subject.text.raw))
    return "few" if n < 2 else "ok", {"n": n}, None


def _numbers(subject: Subject, said: Words) -> Seen | None:
    """The first number that was not told; those of a plan are worked out from its length."""
    if subject.facts is None:
        return None
    told = set(_NUMBER.findall(f"{subject.facts} {subject.reckoned}"))
    body = _SLOT.sub(lambda slot: " " * len(slot[0]), subject.text.raw)
    if subject.meeting:
        body = said.pattern("minutes_of_item").sub(lambda m: " " * len(m[0]), body)
        body = re.sub(r"(?m)^\s*\d+[.)]", lambda m: " " * len(m[0]), body)
    found = next((match for match in _NUMBER.finditer(body) if match[0] not in told), None)
    return ("found", {"words": found[0]}, found.span()) if found else ("ok", {}, None)


_LOOKS: dict[str, Look] = {
    "OUT-1": _email_length,
    "OUT-2": _characters,
    "OUT-5": _one_ask,
    "OUT-6": _size,
    "OUT-8": _easy_out,
    "OUT-9": _gratitude,
    "OUT-10": _subject_line,
    "OUT-12": _phrase("first_touch"),
    "OUT-14": _plain,
    "OUT-15": _template,
    "FUP-1": _waited,
    "FUP-2": _times,
    "FUP-4": _phrase("guilt"),
    "THX-1": _soon,
    "THX-3": _new_request,
    "AGD-1": _there("purpose"),
    "AGD-2": _timing,
    "AGD-3": _first_meeting,
    "AGD-6": _open_questions,
    "AGD-7": _there("actions"),
    "FBK-1": _there("occasion"),
    "FBK-4": _inquiry,
    "FBK-6": _phrase("traits"),
    "FBK-7": _phrase("absolutes"),
    "FBK-8": _phrase("hearsay"),
    "GROUND-1": _numbers,
}
