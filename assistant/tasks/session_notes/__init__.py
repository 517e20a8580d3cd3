"""Session notes: from raw notes to a record of decisions and actions, each line tied to the note it comes from."""

import re
from typing import Any

from assistant.checks import grounding, record, safety
from assistant.language.notes import noted, notes_of
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.session_notes.brief import NotesBrief
from assistant.tasks.session_notes.writing import compose, worked_out
from knowledge.model import Role

_PAST = re.compile(
    r"\b(?:met|talked|spoke|sat|saw|we (?:agreed|decided)|(?:today|yesterday|this morning)['’]?s? (?:meeting"
    r"|session|talk"
    r"|call)|just (?:had|finished|came|out of))\b",
    re.IGNORECASE,
)


def setting(brief: Brief) -> dict[str, Any]:
    """What the record works out from the notes, and whether private lines are wanted."""
    assert isinstance(brief, NotesBrief)
    return {"reckoned": worked_out(brief), "kind": record.KEEP if brief.private_lines == "keep" else ""}


def evidence(message: str, told: Told) -> float:
    """Notes of something past, set apart from each other; lines of a meeting to come are an agenda."""
    notes = told("session_notes").get("notes", ())
    apart = len(re.findall(r"\n|;|->|→", message)) > 1
    return (1.2 if apart else 0.3) * min(3, noted(notes) / 2) + 0.6 * bool(notes and _PAST.search(message))


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the record is the way it is, and which notes it leaves out."""
    assert isinstance(brief, NotesBrief)
    found = notes_of(brief.notes)
    listed = [
        Choice(
            "Each action has an owner, a verb and a date, and each line the number of the note that it comes from.",
            "writing-up-a-meeting#who-when",
            "a name something one can watch a date",
        ),
        Choice(
            "It can go out today: a few lines, written down, are enough.",
            "writing-up-a-meeting#share-it",
            "sends it within a day recorded shown",
        ),
    ]
    if notice(brief):
        listed.insert(
            0,
            Choice(
                notice(brief),
                "writing-up-a-meeting#leave-out",
                "leave out unless both want them in page travels",
            ),
        )
    if unused := [str(note.number) for note in found if note.kind == "other" and not note.private]:
        listed.append(
            Choice(
                f"Not used: note {', '.join(unused)}, neither decision nor action nor question.",
                "writing-up-a-meeting#four-parts",
                "leave the story of the conversation out",
            )
        )
    return tuple(listed)


def notice(brief: Brief) -> str:
    """Which notes are left out because they are private, and how to have them in."""
    assert isinstance(brief, NotesBrief)
    private = [f"{note.number} ({note.private})" for note in notes_of(brief.notes) if note.private]
    if not private or brief.private_lines == "keep":
        return ""
    return f"Left out: note {', '.join(private)}. Say “keep the private lines” if both of you want them in."


task = Task(
    name="session_notes",
    title="Write up a meeting",
    roles=(Role.MENTEE, Role.MENTOR),
    brief=NotesBrief,
    cues=(
        (
            r"\b(?:write|type|clean|tidy|turn|sort|make|put)\b.{0,60}\b(?:notes|minutes|scribbles|scrawl|jottings|record"
            r"|recap|write[- ]?up)\b|\b(?:my|our|the|raw|messy|rough) (?:\w+ )?(?:notes|scribbles|scrawl|jottings)\b",
            4.0,
        ),
        (
            r"\b(?:meeting|session|call) (?:notes|minutes|record|summary|protocol|recap)\b|\bminutes (?:of"
            r"|from) (?:our|the"
            r"|my|today)"
            r"|\b(?:record|summary|recap|write[- ]?up) (?:of|from) (?:our|my|the|today|yesterday)",
            3.2,
        ),
        (r"\b(?:what (?:we|was) (?:agreed|decided)|who does what|action points|to-?dos|decisions)\b", 1.4),
    ),
    checks=(*record.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    notice=notice,
    example={
        "notes": [
            "agreed: we meet every second Tuesday",
            "Tomasz to send the first plan by Friday",
            "me: ask Leila about the budget by 2 December",
            "does the licence cover night work?",
            "next time: the talk in May",
        ],
        "other_name": "Tomasz",
        "when": "Tuesday 24 November",
        "next_meeting": "8 December at 14:00",
        "sender_name": "Karin",
    },
    opening="Write up my notes from today's meeting with Tomasz: agreed we meet every second Tuesday; T to send "
    "the first plan by Friday; me: ask Leila about the budget; does the licence cover night work? "
    "next time: the talk in May",
    order=42,
    changes=("leave out the open questions", "keep the private lines", "undo"),
    parts={
        "open questions": "open",
        "questions": "open",
        "decisions": "decided",
        "next time": "next",
        "actions": "actions",
    },
)
