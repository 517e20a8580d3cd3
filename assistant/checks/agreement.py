"""Checks on a mentoring agreement: twelve points with an answer each, both voices, and a rule for recordings."""

import re
from functools import partial

from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.phrases import alternatives, phrases
from assistant.language.text import Text, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_SLOT = re.compile(r"\[[^\]\n]*\]")
_MARKS = r"[\s\-*•#|>_]*(?:\d{1,2}[.)]\s*)?[*_]*"
_HEAD = re.compile(rf"^{_MARKS}(?P<head>[^:|\n]{{3,60}}?)[*_]*\s*(?::|\||–|—|$)[*_\s]*(?P<rest>.*)$")
_VOICE = re.compile(r"^[\s\-*•|]*[*_]*(?P<who>[\w’'() ]{1,40}?)[*_]*\s*:", re.MULTILINE)


_HEADLINE = re.compile(r"^\s*(?:#{1,4} .*|\*\*[^*\n]+\*\*:?)\s*$", re.MULTILINE)


def points(text: Text) -> str:
    """The text without lines that leave their point open, and without headings that have nothing below."""
    lines = [line for line in straight(text.raw).split("\n") if line.strip()]
    kept: list[str] = []
    for n, line in enumerate(lines):
        bare = line.strip(" -*•#|_\t")
        match = _HEAD.match(line)
        rest = match["rest"].strip(" |*_.") if match else ""
        if phrases("agreement", "empty").fullmatch(rest or bare.rstrip(".")):
            continue
        if match and not rest and _is_heading(line) and (n + 1 == len(lines) or _is_heading(lines[n + 1])):
            continue
        kept.append(line)
    return "\n".join(kept)


def _is_heading(line: str) -> bool:
    bare = line.strip()
    return bool(re.match(r"#{1,4} |\*\*[^*]+\*\*:?$|[A-Z][\w ,'-]{2,40}:", bare)) or (
        bare.endswith(":") and len(bare) < 60
    )


def _has(name: str, text: str) -> bool:
    """Whether a point is answered by a sentence of its own, or by words after a heading that names it."""
    if phrases("agreement", name).search(_HEADLINE.sub("", text)):
        return True
    if name not in _HEADED:
        return False
    head = alternatives("agreement", f"{name}_head")
    answered = rf"(?:^|\n){_MARKS}{head}\s*[*_]*(?::|\||–|—|\n)[*_\s|]*(?:-\s*)?(?P<value>[^\n|]+)"
    return any(len(match["value"].split()) >= 2 for match in re.finditer(answered, text, re.IGNORECASE))


_HEADED = frozenset({"purpose", "roles", "boundaries", "feedback", "success"})


def stated(needs: tuple[tuple[str, str], ...], subject: Subject) -> Noticed:
    """Whether every part of a point has an answer; a place to fill in is neither missing nor answered."""
    raw = points(subject.text)
    text = _SLOT.sub(" ", raw)
    missing = [said for name, said in needs if not _has(name, text)]
    if not missing:
        return passes(f"It says {' and '.join(said for _, said in needs)}.")
    if _SLOT.search(raw):
        return not_applicable(f"Still to be filled in: {' and '.join(missing)}.")
    return warns(f"It does not say {' or '.join(missing)}.", suggestion=_ADVICE)


_ADVICE = "One plain sentence that one could check. If it is open, write when you will settle it."


def private_with_limits(subject: Subject) -> Noticed:
    text = _SLOT.sub(" ", points(subject.text))
    private, limits = _has("private", text), _has("limits", text)
    if private and limits:
        return passes("It says what stays between you, and where that ends.")
    if private:
        found = phrases("agreement", "private").search(straight(subject.text.raw))
        advice = "“… except where someone is at risk, the law is involved, or the rules require a report.”"
        return fails("It promises privacy without its limits.", found.span() if found else None, advice)
    if _SLOT.search(points(subject.text)):
        return not_applicable("Still to be filled in: what stays between you.")
    return warns("It does not say what stays between you.", suggestion="What is private, and where does that end?")


def both_voices(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    names = ("voice_mentee", "voice_mentor", "voice_both")
    labels = [match["who"] for match in _VOICE.finditer(raw)]
    if all(any(phrases("agreement", name).search(label) for label in labels) for name in names):
        return passes("Each of you has a line, and there is one for what you agree.")
    for line in raw.split("\n"):
        cells = [cell for cell in line.split("|") if cell.strip(" -:")]
        if len(cells) >= 3 and any(phrases("agreement", "voice_both").fullmatch(cell.strip(" *_")) for cell in cells):
            return passes("Three columns: each of you, and both.", None)
    advice = "Each fills in the page alone first; where the columns differ is what to talk about."
    return warns("One voice only: who of you wants what?", suggestion=advice)


_POINTS: tuple[tuple[str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("MAG-1", "What for", "Does it say what the mentoring is for?", (("purpose", "what it is for"),)),
    ("MAG-2", "Roles", "Does it say who does what?", (("roles", "who does what"),)),
    ("MAG-3", "Rhythm", "Does it say how often and how long you meet?", (("often", "how often"), ("long", "how long"))),
    (
        "MAG-4",
        "Between meetings",
        "Does it name a channel and how soon an answer comes?",
        (("channel", "by which channel"), ("answer_time", "how soon an answer comes")),
    ),
    ("MAG-5", "Agenda", "Does it say who sets the agenda?", (("agenda", "who sets the agenda"),)),
    ("MAG-7", "Boundaries", "Does it say what stays out?", (("boundaries", "what stays out"),)),
    ("MAG-8", "Feedback", "Does it say how you give each other feedback?", (("feedback", "how feedback is given"),)),
    ("MAG-9", "Review date", "Does it say when you look at it again?", (("review", "when you look at it again"),)),
    (
        "MAG-10",
        "If you disagree",
        "Does it say what happens if you disagree, and who can help?",
        (("conflict", "what happens if you disagree"), ("third", "who can help")),
    ),
    (
        "MAG-11",
        "How it ends",
        "Does it name an end, and a way out without blame?",
        (("end", "when it ends"), ("exit", "that either may stop without blame")),
    ),
    ("MAG-12", "Success", "Does it say how you will know that it worked?", (("success", "how you know it worked"),)),
    (
        "MAG-14",
        "Notes, recordings, AI",
        "Does it say what may be noted, recorded or given to an AI tool?",
        (("recording", "what may be recorded"), ("recording_rule", "under which rule")),
    ),
)
_REASON = "What is not said is assumed, and two people assume different things."
_SOURCE = "Mentoring agreements in published programmes; NASEM 2019 on explicit expectations"
_PASSAGE = "writing-a-mentoring-agreement#what-to-include"

CHECKS = (
    *(
        Check(key, name, question, _REASON, Grade.E3, _SOURCE, partial(stated, needs), _PASSAGE)
        for key, name, question, needs in _POINTS[:5]
    ),
    Check(
        "MAG-6",
        "Privacy with limits",
        "Does it say what stays private, and where that ends?",
        "A promise that you may have to break does more harm than a modest one that you keep.",
        Grade.E3,
        "ICF and EMCC codes of ethics; safety rule on confidentiality",
        private_with_limits,
        "confidentiality-and-its-limits#what-to-promise",
    ),
    *(
        Check(key, name, question, _REASON, Grade.E3, _SOURCE, partial(stated, needs), _PASSAGE)
        for key, name, question, needs in _POINTS[5:11]
    ),
    Check(
        "MAG-13",
        "Both voices",
        "Has each of you a say, and what you agree a place of its own?",
        "The useful part is where the two columns differ.",
        Grade.E3,
        "Compacts with separate columns in mentor training",
        both_voices,
        "writing-a-mentoring-agreement#both-voices",
    ),
    *(
        Check(key, name, question, _REASON, Grade.E3, _SOURCE, partial(stated, needs), _PASSAGE)
        for key, name, question, needs in _POINTS[11:]
    ),
)
