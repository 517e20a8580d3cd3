"""Briefs in other languages: fewer fields than in English, each asked for so that the answer fits a draft as it is."""

from functools import cache
from typing import Any, ClassVar, Literal

from pydantic import Field, create_model

from assistant.model import Ask, Brief
from assistant.voices.catalogue import words_of

_TEXT, _NUMBER, _LIST = (str, ""), (int | None, None), (tuple[str, ...], ())
_ADDRESS = (Literal["formal", "familiar"] | None, None)
_TONE = (Literal["warm", "neutral"] | None, None)
_CHANNEL = (Literal["email", "linkedin_note", "linkedin_message", "chat"] | None, None)
_LETTER = (Literal["email", "linkedin_message", "chat"] | None, None)
FIELDS: dict[str, dict[str, tuple[Any, Any]]] = {
    "outreach": {
        "recipient_name": _TEXT, "connection": _TEXT, "goal": _TEXT, "sender_role": _TEXT, "ask": _TEXT,
        "minutes": _NUMBER, "sender_name": _TEXT, "address": _ADDRESS, "tone": _TONE, "channel": _CHANNEL,
    },
    "follow_up": {
        "recipient_name": _TEXT, "sent": _TEXT, "times": _NUMBER, "ask": _TEXT, "news": _TEXT, "sender_name": _TEXT,
        "address": _ADDRESS, "tone": _TONE, "channel": _LETTER,
    },
    "thank_you": {
        "recipient_name": _TEXT, "occasion": _TEXT, "said": _TEXT, "done": _TEXT, "sender_name": _TEXT,
        "address": _ADDRESS, "tone": _TONE, "channel": _LETTER,
    },
    "agenda": {
        "meeting": (Literal["first", "recurring", "closing"] | None, None), "minutes": _NUMBER, "purpose": _TEXT,
        "topics": _LIST, "actions": _LIST, "mentee_name": _TEXT, "mentor_name": _TEXT, "when": _TEXT, "place": _TEXT,
        "next_meeting": _TEXT,
    },
    "feedback": {
        "recipient_name": _TEXT, "behaviour": _TEXT, "situation": _TEXT, "impact": _TEXT, "next_step": _TEXT,
        "support": _TEXT, "strength": _TEXT, "kind": (Literal["critical", "appreciative"] | None, None),
        "address": _ADDRESS, "tone": _TONE, "channel": (Literal["spoken", "written"] | None, None),
    },
}  # fmt: skip
"""Per task the fields with type and default, in the order in which they are asked for."""
LIMITS = {"agenda": (15, 90), "outreach": (1, 480)}
"""The least and the most minutes of a task, as in English."""


class VoiceBrief(Brief):
    """A brief in another language."""

    language: ClassVar[str] = ""
    task: ClassVar[str] = ""


@cache
def brief_of(task: str, language: str) -> type[VoiceBrief]:
    """The brief of a task in a language, with labels, questions and slots in that language."""
    words = words_of(language)
    fields: dict[str, Any] = {}
    asks: dict[str, Ask] = {}
    for name, (kind, default) in FIELDS[task].items():
        said = words.label(task, name)
        least, most = LIMITS.get(task, (None, None)) if name == "minutes" else (None, None)
        fields[name] = (kind, Field(default, title=said.label, ge=least, le=most))
        if said.question:
            asks[name] = Ask(
                question=said.question, why=said.why, example=said.example, order=len(asks) + 1, slot=said.slot
            )
    made: Any = create_model(f"{task}_{language}", __base__=VoiceBrief, **fields)
    made.asks, made.language, made.task = asks, language, task
    return made
