"""Composing the record of a meeting from notes: each line keeps the words of its note, and its number."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from assistant.language.days import dated, exact, shown, spelled
from assistant.language.notes import Note, notes_of
from assistant.language.past_days import past_day
from assistant.language.text import sentence_case
from assistant.model import Brief, Style
from assistant.tasks.session_notes.brief import NotesBrief
from prompts.loader import load_skeleton

_NO_BY = re.compile(
    r"^(?:then|before|after|until|on|in|this|next|today|tonight|tomorrow|end of|every|we meet)\b", re.IGNORECASE
)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, and the record: what was decided, done by whom and when, open, and for next time."""
    assert isinstance(brief, NotesBrief)
    skeleton, facts = load_skeleton("session_notes"), _facts(brief)
    kept = [note for note in notes_of(brief.notes) if not note.private or brief.private_lines == "keep"]

    def part(name: str, lines: Sequence[str]) -> str:
        return "\n".join([skeleton.say(name, facts), *lines]) if lines and name not in style.without else ""

    def told(*notes: Note) -> list[str]:
        return [skeleton.say("line", {**facts, "what": note.what, "number": note.number}) for note in notes]

    def of(kind: str) -> list[Note]:
        return [note for note in kept if note.kind == kind]

    actions = [skeleton.say("action", {**facts, **_action(note, brief)}) for note in of("action")]
    blocks = [
        f"{skeleton.say('title', facts)}\n{skeleton.say('day', facts)}",
        part("decided", told(*of("decision"))),
        part("actions", actions or [skeleton.say("no_action", facts)]),
        part("open", told(*of("question"))),
        part("next", told(*of("next"))),
        part("also", told(*(note for note in of("other") if note.private))),
        "\n".join(style.added),
        skeleton.say("date", facts),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _action(note: Note, brief: NotesBrief) -> dict[str, Any]:
    """Owner, matter and date of an action; a date that stands within the matter is not said twice."""
    due = shown(note.due, held_on(brief))
    within = due and note.due.lower() in note.what.lower()
    when = f"{'' if _NO_BY.match(due) else 'by '}{due}" if due else "by [when]"
    return {
        "who": owner_of(note, brief) or "[who]",
        "what": f"{note.what[:1].lower()}{note.what[1:]}",
        "due": "" if within else when,
        "number": note.number,
    }


def held_on(brief: NotesBrief) -> date:
    """The day of the meeting, from which "by Friday" counts; today where it is not known."""
    return exact(spelled(brief.when), _today(), past=True) or past_day(brief.when) or _today()


def worked_out(brief: NotesBrief) -> str:
    """What the record says beyond the notes: their numbers, and the dates of the days that they name."""
    start = held_on(brief)
    days = [shown(words, start) for words in (*(note.due for note in notes_of(brief.notes)), brief.next_meeting)]
    return " ".join((*map(str, range(1, len(brief.notes) + 1)), *days, dated(brief.when, _today(), past=True)))


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the person's own calendar


def owner_of(note: Note, brief: NotesBrief) -> str:
    """Who does it: the writer's name for "I", and the one other person's for "she" or a first letter."""
    owner, other = note.owner, brief.other_name
    if owner == "I" or (brief.sender_name and owner in ("Me", brief.sender_name[0])):
        return brief.sender_name or "I"
    stands_for = owner.lower() in ("she", "he", "they") or (len(owner) == 1 and owner == other[:1])
    return other if other and stands_for else owner


def _facts(brief: NotesBrief) -> dict[str, Any]:
    upcoming = brief.next_meeting
    return {
        "other": brief.other_name,
        "when": sentence_case(dated(brief.when.removeprefix("on "), _today(), past=True)),
        "when_slot": "" if brief.when else brief.asks["when"].slot,
        "next_meeting": sentence_case(shown(upcoming, held_on(brief))),
        "next_slot": "" if upcoming else brief.asks["next_meeting"].slot,
    }
