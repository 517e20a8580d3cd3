"""Checks on the record of a meeting: what was decided, who does what by when, what is open, and nothing private."""

import re

from assistant.checks.noticing import fails, passes, warns
from assistant.language.note_lines import note_lines
from assistant.language.notes import Note, notes_of, private_in
from assistant.language.text import Span, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

KEEP = "private lines kept"
"""The kind of a record whose writer chose to keep private lines."""
_SOURCE = re.compile(r"\s*\(notes? \d+(?:, ?\d+)*\)", re.IGNORECASE)
_ROW = re.compile(r"^\s*\|(?P<cells>.+)\|\s*$", re.MULTILINE)
_RULE = re.compile(r"^[\s|:\-–]+$|\b(?:owner|who|responsible)\b[^\n]*\|", re.IGNORECASE)
_KIND = re.compile(r"(?P<action>actions?|to[- ]?dos?|tasks?)\b|decisions?\b|open\b|questions?\b|next\b", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<head>\b(?:decisions?|decided|agreed|actions?(?: points?| items?)?|to[- ]?dos?|next steps|open(?: questions?"
    r"| points?)?|still open|questions|for next time|next time)\b(?: \([^)]*\))?\W{0,2}:)[*_ ]*(?=\S)",
    re.IGNORECASE,
)


def complete(subject: Subject) -> Noticed:
    raw = subject.text.raw
    found = notes_of(_lines(raw))
    actions = [note for note in found if note.kind == "action"]
    if not actions:
        return fails("It holds no action.", suggestion="“Tom sends the CV by Friday”: owner, verb, date.")
    for action in actions:
        lacking = [said for said, there in (("owner", action.owner), ("date", action.due)) if not there]
        if lacking and "[" not in action.text:
            advice = "Begin with a name and end with a date."
            return warns(f"This action has no {' and no '.join(lacking)}.", _place(raw, action), advice)
    missing = [said for said, kinds in _PARTS if not any(note.kind in kinds for note in found)]
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="Write “none” where there is none.")
    return passes("Decisions, actions with owner and date, and what comes next.")


_PARTS = (("what was decided", ("decision",)), ("what is open, or comes next time", ("question", "next")))


def nothing_private(subject: Subject) -> Noticed:
    if subject.kind == KEEP:
        return passes("You chose to keep private lines: ask the other person before you share it.")
    raw = straight(subject.text.raw)
    for line in re.finditer(r"[^\n.!?;]+[.!?]?", raw):
        if topic := private_in(line[0]):
            place = line.start() + len(line[0]) - len(line[0].lstrip()), line.end()
            advice = "Leave it out, unless both of you want it written down."
            return fails(f"This speaks of {_SAID[topic]}.", place, advice)
    return passes("Nothing on health, family, work records or other people.")


_SAID = {
    "health": "somebody's health",
    "family": "somebody's family or home",
    "work record": "a work record or pay",
    "another person": "another person in private",
}


def _lines(raw: str) -> tuple[str, ...]:
    """The record's lines as notes; a row of a table reads as owner, matter and date."""

    def cells(row: re.Match[str]) -> str:
        if _RULE.search(row["cells"] + "|"):
            return "Actions:" if re.search(r"\w", row["cells"]) else ""
        parts = [part.strip() for part in row["cells"].split("|") if part.strip(" -–")]
        if len(parts) < 2:
            return row[0]
        if kind := _KIND.match(parts[0]):
            done = f"{parts[2]}: {parts[1]}" + (f", by {parts[3]}" if len(parts) > 3 else "") if len(parts) > 2 else ""
            return done if kind["action"] and done else f"{parts[0]}: {parts[1]}"
        return f"{parts[0]}: {parts[1]}" + (f", by {parts[2]}" if len(parts) > 2 else "")

    text = _ROW.sub(cells, _SOURCE.sub("", straight(raw)).replace("**", ""))
    return note_lines(_LABEL.sub(lambda label: f"\n{label['head']}\n", text))


def _place(raw: str, note: Note) -> Span | None:
    start = straight(raw).find(note.text[:40])
    return (start, start + len(note.text.rstrip())) if start >= 0 else None


CHECKS = (
    Check(
        "SUM-1",
        "Decisions, actions, next",
        "Does it say what was decided, who does what by when, and what comes next?",
        "A record of what happened is read once; a record of what happens next is used.",
        Grade.D,
        "Design judgement; recorded progress is monitored better (Harkin and others 2016)",
        complete,
        "writing-up-a-meeting#four-parts",
        asks_only=True,
    ),
    Check(
        "SUM-2",
        "Nothing private",
        "Is it free of health, family, work records and other people's matters?",
        "A shared page travels further than the talk did.",
        Grade.E3,
        "Sensitive fields are left out by mentoring programmes",
        nothing_private,
        "writing-up-a-meeting#leave-out",
    ),
)
