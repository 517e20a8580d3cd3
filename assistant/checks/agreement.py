"""Checks on a mentoring agreement: twelve points with an answer each, both voices, and a rule for recordings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Text, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_SLOT = re.compile(r"\[[^\]\n]*\]")
_LABELLED = re.compile(
    r"^[\s\-*•#>_]*(?:(?:§\s*)?\d{1,2}[.):]?\s+|§\s*\d+\s*)?[*_]*(?P<head>[A-Za-z][^:.|\n]{1,60}?)[*_]*\s*"
    r"(?::|\.(?=\s)|\s[–—-](?=\s)|$)[*_]*[ \t]*(?P<rest>.*)$"
)
_VOICE = re.compile(r"^[\s\-*•|]*[*_]*(?P<who>[\w’'() ]{1,40}?)[*_]*\s*:", re.MULTILINE)
_SPEAKER = re.compile(r"^[\s\-*•]*[*_]*[\w’'() ]{1,40}?[*_]*:\s*")
_HEADS = re.compile(r"^\s*(?:#{1,4} .+|\*\*[^*]+\*\*:?|[A-Z][^.:|]*)\s*$")
_LONGEST_HEAD = 7
"""Words of a heading; a longer line is a sentence."""
_HEADLINE = re.compile(r"\s*(?:#{1,4} |\*\*[^*]+\*\*:?\s*$)")
TOPICS = (
    "purpose", "roles", "rhythm", "channel", "agenda", "private", "boundaries", "feedback", "review", "conflict", "end",
    "success", "recording",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """An agreement taken apart: what stands under headings that name a point, and all that is told."""

    under: Mapping[str, tuple[str, ...]]
    """By topic the answers below its heading; an empty tuple where nothing stands there."""
    told: str
    open: bool
    """Whether places to fill in are left."""


def page_of(text: Text) -> Page:
    """The agreement's answers by topic; lines that leave a point open count as no answer."""
    under: dict[str, list[str]] = {}
    told: list[str] = []
    current = ""
    for line in filter(str.strip, straight(text.raw).split("\n")):
        topic, head, rest = _headed(line)
        said = _answer(rest)
        if topic:
            current = topic if said or not rest.strip() else ""
            under.setdefault(topic, [])
        elif _HEADLINE.match(line):
            current, said = "", ""
        if said:
            told.append(f"{head}: {said}" if head else said)
            if topic or current:
                under[topic or current].append(said)
    return Page({topic: tuple(lines) for topic, lines in under.items()}, "\n".join(told), bool(_SLOT.search(text.raw)))


def _headed(line: str) -> tuple[str, str, str]:
    """The topic that a line's heading or first cell names, that heading, and the rest; any other line is all rest."""
    if line.strip().startswith("|"):
        cells = [cell.strip(" *_") for cell in line.strip().strip("|").split("|")]
        head, rest = cells[0], cells[-1] if len(cells) > 1 else ""
    elif match := _LABELLED.match(line):
        head, rest = match["head"].strip(), match["rest"]
    else:
        return "", "", line
    topic = next((topic for topic in TOPICS if phrases("agreement", f"{topic}_head").fullmatch(head)), "")
    return (topic, head, rest) if topic else ("", "", line)


def _answer(line: str) -> str:
    """What a line says, without slots; "" when it leaves the point open."""
    said = _SLOT.sub("", line).strip(" \t*_|")
    bare = _SPEAKER.sub("", said) if _SPEAKER.match(said) and ":" in said else said
    return "" if not re.search(r"\w", bare) or phrases("agreement", "empty").fullmatch(bare.strip(" .*_")) else said


def _missing(page: Page, topic: str, needs: tuple[tuple[str, str], ...]) -> list[str]:
    """The parts of a point that have no answer, under its heading or, where there is none, anywhere."""
    own = page.under.get(topic)
    if own is not None and (not own or (len(needs) == 1 and len(" ".join(own).split()) > 1)):
        return [] if own else [said for _, said in needs]
    said = page.told if own is None else f"{topic}: {' '.join(own)}\n{page.told}"
    return [part for name, part in needs if not _told(name, said)]


def _told(name: str, text: str) -> bool:
    """Whether a part of a point is told; minutes are the length of a meeting only in a line that speaks of one."""
    if name == "long":
        lines = re.split(r"\n|(?<=[.;])\s", text)
        text = "\n".join(line for line in lines if phrases("agreement", "meeting_line").search(line))
    return phrases("agreement", name).search(text) is not None


def stated(topic: str, needs: tuple[tuple[str, str], ...], subject: Subject) -> Noticed:
    """Whether every part of a point has an answer; a place to fill in is neither missing nor answered."""
    page = page_of(subject.text)
    missing = _missing(page, topic, needs)
    if not missing:
        return passes(f"It says {' and '.join(said for _, said in needs)}.")
    if page.open:
        return not_applicable(f"Still to be filled in: {' and '.join(missing)}.")
    return warns(f"It does not say {' or '.join(missing)}.", suggestion=_ADVICE)


_ADVICE = "One plain sentence that one could check. If it is open, write when you will settle it."


def private_with_limits(subject: Subject) -> Noticed:
    page = page_of(subject.text)
    private = bool(page.under.get("private")) or bool(phrases("agreement", "private").search(page.told))
    limits = phrases("agreement", "limits").search("\n".join(page.under.get("private", ())) or page.told)
    if private and limits:
        return passes("It says what stays between you, and where that ends.")
    if private:
        found = phrases("agreement", "private").search(straight(subject.text.raw))
        advice = "“… except where someone is at risk, the law is involved, or the rules require a report.”"
        return fails("It promises privacy without its limits.", found.span() if found else None, advice)
    if page.open:
        return not_applicable("Still to be filled in: what stays between you.")
    return warns("It does not say what stays between you.", suggestion="What is private, and where does that end?")


def _for_both(cell: str) -> bool:
    """Whether a column's head says that it holds what both agree."""
    return len(cell.split()) < 4 and phrases("agreement", "voice_both").search(cell) is not None


def both_voices(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    names = ("voice_mentee", "voice_mentor", "voice_both")
    labels = [match["who"] for match in _VOICE.finditer(raw)]
    labels += [line for line in raw.split("\n") if _HEADS.match(line) and len(line.split()) <= _LONGEST_HEAD]
    if all(any(phrases("agreement", name).search(label) for label in labels) for name in names):
        return passes("Each of you has a line, and there is one for what you agree.")
    for line in raw.split("\n"):
        cells = [cell for cell in line.split("|") if cell.strip(" -:")]
        if len(cells) >= 3 and any(_for_both(cell) for cell in cells):
            return passes("Three columns: each of you, and both.", None)
    advice = "Each fills in the page alone first; where the columns differ is what to talk about."
    return warns("One voice only: who of you wants what?", suggestion=advice)


_POINTS: tuple[tuple[str, str, str, str, tuple[tuple[str, str], ...]], ...] = (
    ("MAG-1", "purpose", "What for", "Does it say what the mentoring is for?", (("purpose", "what it is for"),)),
    ("MAG-2", "roles", "Roles", "Does it say who does what?", (("roles", "who does what"),)),
    (
        "MAG-3",
        "rhythm",
        "Rhythm",
        "Does it say how often and how long you meet?",
        (("often", "how often"), ("long", "how long")),
    ),
    (
        "MAG-4",
        "channel",
        "Between meetings",
        "Does it name a channel and how soon an answer comes?",
        (("channel", "by which channel"), ("answer_time", "how soon an answer comes")),
    ),
    ("MAG-5", "agenda", "Agenda", "Does it say who sets the agenda?", (("agenda", "who sets the agenda"),)),
    ("MAG-7", "boundaries", "Boundaries", "Does it say what stays out?", (("boundaries", "what stays out"),)),
    (
        "MAG-8",
        "feedback",
        "Feedback",
        "Does it say how you give each other feedback?",
        (("feedback", "how feedback is given"),),
    ),
    (
        "MAG-9",
        "review",
        "Review date",
        "Does it say when you look at it again?",
        (("review", "when you look at it again"),),
    ),
    (
        "MAG-10",
        "conflict",
        "If you disagree",
        "Does it say what happens if you disagree, and who can help?",
        (("conflict", "what happens if you disagree"), ("third", "who can help")),
    ),
    (
        "MAG-11",
        "end",
        "How it ends",
        "Does it name an end, and a way out without blame?",
        (("end", "when it ends"), ("exit", "that either may stop without blame")),
    ),
    (
        "MAG-12",
        "success",
        "Success",
        "Does it say how you will know that it worked?",
        (("success", "how you know it worked"),),
    ),
    (
        "MAG-14",
        "recording",
        "Notes, recordings, AI",
        "Does it say what may be noted, recorded or given to an AI tool?",
        (("recording", "what may be recorded"), ("recording_rule", "under which rule")),
    ),
)
_ASKED = frozenset({"MAG-1", "MAG-2", "MAG-7", "MAG-8", "MAG-10"})
"""Points that people make in so many ways that no program tells precisely enough whether they are there."""
_REASON = "What is not said is assumed, and two people assume different things."
_SOURCE = "Mentoring agreements in published programmes; NASEM 2019 on explicit expectations"
_PASSAGE = "writing-a-mentoring-agreement#what-to-include"

CHECKS = (
    *(
        Check(key, name, question, _REASON, Grade.E3, _SOURCE, partial(stated, topic, needs), _PASSAGE, key in _ASKED)
        for key, topic, name, question, needs in _POINTS[:5]
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
        Check(key, name, question, _REASON, Grade.E3, _SOURCE, partial(stated, topic, needs), _PASSAGE, key in _ASKED)
        for key, topic, name, question, needs in _POINTS[5:11]
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
        Check(key, name, question, _REASON, Grade.E3, _SOURCE, partial(stated, topic, needs), _PASSAGE, key in _ASKED)
        for key, topic, name, question, needs in _POINTS[11:]
    ),
)
