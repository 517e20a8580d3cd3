"""Reviewing a text on its own, for programs and the terminal."""

from typing import Any

from pydantic import ValidationError

from assistant.checks.review import review
from assistant.errors import BadInput
from assistant.language.text import Text
from assistant.model import Brief, Review, Subject, Task
from assistant.tasks import find_task, named

CHANNELS = ("email", "linkedin_note", "linkedin_message", "chat", "in_person")
MEETINGS = ("first", "recurring", "closing")


def review_text_of(
    task: str | Task,
    text: str,
    *,
    channel: str = "",
    meeting: str = "",
    brief: dict[str, Any] | None = None,
    facts: str | None = None,
) -> Review:
    """Every check of a task on a text. GROUND-1 is judged against `facts` or the brief, else not at all.

    Raises:
        BadInput: an unknown task, channel or meeting, a wrong brief, an empty text.
    """
    kind = find_task(task) if isinstance(task, str) else task
    if not kind.checks:
        raise BadInput(f"{kind.name!r} has no checks. Choose {named()}.")
    if not text.strip():
        raise BadInput("The text is empty. Give the message, agenda or feedback to check.")
    for value, allowed, name in ((channel, CHANNELS, "channel"), (meeting, MEETINGS, "meeting")):
        if value and value not in allowed:
            raise BadInput(f"There is no {name} {value!r}. Choose one of: {', '.join(allowed)}.")
    values = brief_of(kind.brief, brief or {})
    around: dict[str, Any] = kind.setting(values)
    around |= {name: value for name, value in (("channel", channel), ("meeting", meeting)) if value}
    if not brief and not meeting:
        around["meeting"] = ""
    if kind.name == "agenda" and not around.get("meeting"):
        around["meeting"] = kind.read(text).get("meeting", "")
    said = facts if facts is not None else "\n".join(map(str, values.known.values())) if brief else None
    return review(Subject(Text(text.rstrip("\n")), facts=said, **around), kind.checks)


def brief_of(kind: type[Brief], values: dict[str, Any]) -> Brief:
    """A brief from JSON; raises `BadInput` that names the wrong field and those there are."""
    try:
        return kind.model_validate(values)
    except ValidationError as exc:
        error = exc.errors()[0]
        name = ".".join(map(str, error["loc"]))
        fields = ", ".join(kind.model_fields)
        raise BadInput(f"The brief's field {name!r} cannot be used: {error['msg']}. The fields are: {fields}.") from exc
