"""What a model adds to the reading of a message: only what stands in the person's own words."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from assistant.checks.concerns import all_concerns
from assistant.engines.answers import value_of
from assistant.engines.calling import Calls
from assistant.engines.chat import Said, said
from assistant.engines.first_facts import first_facts
from assistant.engines.material import facts_text, material
from assistant.engines.offline import fill
from assistant.engines.routing import ranked
from assistant.engines.structured import parsed
from assistant.language.text import straight, words
from assistant.language.times import minutes_in
from assistant.model import Brief, Facts, Task
from assistant.session import Exchange, Intent, Reading, Session, Waiting
from assistant.tasks import all_tasks
from prompts.loader import load_prompt

MOST = 400
"""Tokens that the reading of a message may have."""
LEAST = 400
"""Characters of a message that are sent in any case."""
LONGEST_VALUE = 240
"""Characters of a value that is taken for a fact."""


class Fact(BaseModel):
    """A fact that a model read: the field, and the words of the message that say it."""

    model_config = ConfigDict(extra="ignore")

    field: str = ""
    words: str = ""


MOST_TASKS = 4
"""So many of the likeliest tasks are described to a model; all of them would fill a small window."""


class Understood(BaseModel):
    """What a model read in a message, before anything of it is believed."""

    model_config = ConfigDict(extra="ignore")

    task: str = ""
    facts: list[Fact] = Field(default_factory=list[Fact])
    question: str = ""
    wish: str = ""
    concern: str = ""
    concern_words: str = ""


def is_sure(reading: Reading, message: str, session: Session) -> bool:
    """Whether the offline reading needs no second reader: a form that is plain, or nothing left to find."""
    match reading.intent:
        case Intent.UNDO | Intent.CHECK:
            return True
        case Intent.ASK:
            return "?" in message
        case Intent.FACTS:
            return bool(session.pending or session.drafted) or not reading.missing
        case _:
            return False


def understand(
    calls: Calls, message: str, session: Session, offline: Reading
) -> Iterator[Waiting | Exchange | Reading]:
    """The offline reading with what a model adds to it; the reading as it was when the model's answer is no JSON."""
    text, shown = "", message
    while not calls.fits(_messages(shown, session, offline), MOST) and len(shown) > LEAST:
        shown = shown[: int(0.8 * len(shown))]
    for piece in calls.ask("read", session.id, _messages(shown, session, offline), MOST, schema=reading_schema()):
        if isinstance(piece, str):
            text += piece
            yield Waiting(0.0)
        else:
            yield piece
    found = parsed(text, Understood)
    yield _concerned(merged(offline, found, message, session), found, message) if found else offline


def _concerned(reading: Reading, found: Understood, message: str) -> Reading:
    """With what the model sees amiss in a wish, when it shows the words."""
    known = {concern.id for concern in all_concerns()}
    seen = found.concern in known and located(found.concern_words, message)
    return replace(reading, concerns=(found.concern,)) if seen else reading


def merged(offline: Reading, found: Understood, message: str, session: Session) -> Reading:
    """Both readings in one: what the offline reader found stands; of the model's, what the message's words bear out."""
    task = _task(offline, found)
    if task is not None and task.compose is not None:
        same = offline.task is task and offline.brief is not None
        brief = offline.brief if same and offline.brief else task.brief()
        if not same:
            if task not in offline.options and not facts_in(found, message, brief):
                return offline
            brief, _ = fill(brief, first_facts(message, task).facts)
        facts = facts_in(found, message, brief)
        filled, note = fill(brief, facts)
        wish = located(found.wish, message) if not session.drafted or offline.intent is Intent.UNSURE else ""
        drafted = session.drafted is not None and session.reading is not None and session.reading.task is task
        if filled != brief or (wish and drafted) or not same:
            style = offline.style if same else replace(offline.style)
            style = replace(style, wishes=(*style.wishes, wish)) if wish else style
            now = offline.draft_now or drafted
            taken = f"I took this as a wish for the draft: {wish}." if wish and drafted else ""
            read = Reading(
                Intent.FACTS, task, filled, style, offline.skipped, now, offered=offline.offered if same else ()
            )
            return replace(read, note=note or offline.note or taken)
    if offline.intent is Intent.UNSURE and (question := located(found.question, message)) and len(question) > 8:
        return replace(offline, intent=Intent.ASK, question=question if question.endswith("?") else f"{question}?")
    return offline


def facts_in(found: Understood, message: str, brief: Brief) -> Facts:
    """The facts that are borne out: a field that is open, words that stand in the message, a value that fits."""
    facts: Facts = {}
    for fact in found.facts:
        name, there = fact.field.strip(), located(fact.words, message)
        if name not in type(brief).model_fields or name in brief.known or not there or len(there) > LONGEST_VALUE:
            continue
        value = _value(name, there, facts, brief)
        if value in (None, "", []):
            continue
        if name in facts:
            if isinstance(value, list) and isinstance(facts[name], list):
                facts[name] += value
            continue
        facts[name] = value
    return facts


def located(said: str, message: str) -> str:
    """Some words as they stand in a message, or "" when they do not."""
    parts = re.findall(r"\w+", straight(said))
    if not parts:
        return ""
    pattern = r"\W{1,4}".join(map(re.escape, parts))
    match = re.search(rf"(?<!\w){pattern}(?!\w)", straight(message), re.IGNORECASE)
    return message[match.start() : match.end()] if match else ""


def _value(name: str, said: str, facts: Facts, brief: Brief) -> Any:
    """Words as the field's type: one of its choices, minutes, a list, or the words without what leads up to them."""
    annotation = type(brief).model_fields[name].annotation
    choices = [choice for one in (annotation, *get_args(annotation)) for choice in _choices(one)]
    if choices:
        low = said.lower().replace(" ", "_")
        return next((choice for choice in choices if choice == low), None)
    if name == "minutes":
        return minutes_in(said)
    if name.startswith(("sender_name", "recipient_name", "mentee_name", "mentor_name")) and len(words(said)) > 5:
        return None
    return value_of(name, said, dict(facts), brief)


def _choices(annotation: Any) -> tuple[Any, ...]:
    return get_args(annotation) if getattr(annotation, "__origin__", None) is Literal else ()


def _task(offline: Reading, found: Understood) -> Task | None:
    """The task that the offline reader saw, or that of the model where it saw nothing at all."""
    if offline.task is not None and offline.task.compose is not None:
        return offline.task
    if offline.intent is Intent.ASK:
        return None
    named = [task for task in all_tasks() if task.compose and task.name == found.task.strip().lower()]
    return named[0] if named else None


def _messages(message: str, session: Session, offline: Reading) -> tuple[Said, ...]:
    known_task = offline.task if offline.task and offline.task.compose else None
    likely = [task for task, _ in ranked(message) if task is not None and task.compose]
    drafting = [known_task] if known_task else likely[:MOST_TASKS]
    fields = [_fields(task) for task in drafting]
    prompt = load_prompt("understand")
    pending = session.pending
    prompted = prompt.say(
        tasks=", ".join(f"{task.name} ({task.title.lower()})" for task in drafting),
        drafted=session.drafted is not None,
        fields="\n".join(fields),
        concerns=", ".join(f"{concern.id} ({concern.means})" for concern in all_concerns()),
        known=facts_text(offline.brief) if offline.brief else "",
        asked=pending.text if pending else "",
        message=material(message),
    )
    return said(*prompted)


def _fields(task: Task) -> str:
    """The fields of a task in one line, with what each stands for."""
    shown = [f"{name} ({task.brief.label(name).lower()})" for name in task.brief.model_fields if name != "pronoun"]
    return f"{task.name}: {', '.join(shown)}"


def reading_schema() -> dict[str, Any]:
    """The JSON schema of the answer, in the part of the language that servers know."""
    text = {"type": "string"}
    fact = {
        "type": "object",
        "properties": {"field": text, "words": text},
        "required": ["field", "words"],
        "additionalProperties": False,
    }
    names = [task.name for task in all_tasks() if task.compose]
    return {
        "type": "object",
        "properties": {
            "task": {"type": "string", "enum": [*names, "none"]},
            "facts": {"type": "array", "items": fact, "maxItems": 14},
            "question": text,
            "wish": text,
            "concern": text,
            "concern_words": text,
        },
        "required": ["task", "facts", "question", "wish"],
        "additionalProperties": False,
    }
