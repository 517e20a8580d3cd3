"""Reviewing a draft of a task beside its brief, with slots that are still open taken for what they are."""

import re
from dataclasses import replace

from assistant.checks.review import review
from assistant.language.text import Text
from assistant.model import Brief, Finding, Review, Subject, Task, Verdict

_FILLABLE = frozenset(
    "OUT-3 OUT-4 OUT-5 OUT-10 FBK-1 FBK-2 FBK-3 FBK-5 AGD-1 AGD-7 FUP-3 THX-2 DEC-1 FBK-13 END-1".split()
)
"""Checks that a slot left open makes fail: the draft says so with a warning until the slot is filled."""
_SLOT = re.compile(r"\[[^\]\n]{3,90}\]")


def review_draft(task: Task, brief: Brief, text: str, said: str) -> Review:
    """The review of a draft; `said` is what the person has told besides the brief."""
    found = review(subject_of(task, brief, text, f"{said}\n{values_of(brief)}"), task.checks)
    slots = _SLOT.findall(text)
    if not slots:
        return found
    return Review(tuple(_open(finding, slots, task.language) for finding in found.findings))


def subject_of(task: Task, brief: Brief, text: str, said: str | None) -> Subject:
    """A text with all that the checks may know around it."""
    return Subject(Text(text), facts=said, **task.setting(brief))


def values_of(brief: Brief) -> str:
    """Everything that a brief holds, as text: what was filled in by hand was said as well."""
    known: dict[str, str | int | list[str]] = brief.known
    return "\n".join(" ".join(value) if isinstance(value, list) else str(value) for value in known.values())


def _open(finding: Finding, slots: list[str], language: str) -> Finding:
    """A failure that an open slot explains is a warning: the person knows what is missing."""
    if finding.verdict is not Verdict.FAIL or finding.check.id not in _FILLABLE:
        return finding
    if language != "en":
        return replace(finding, verdict=Verdict.WARN)
    return replace(
        finding, verdict=Verdict.WARN, message=f"Open until you fill in what stands in brackets ({len(slots)})."
    )
