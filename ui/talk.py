"""A session as chat messages, and the steps of a running turn as they grow."""

import re
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import asdict
from html import escape, unescape
from time import monotonic
from typing import TypeGuard

from assistant.coach import Coach
from assistant.model import YOURS
from assistant.session import (
    PASSING,
    Answered,
    Asked,
    Cautioned,
    Drafted,
    FellBack,
    Flagged,
    Intent,
    Reading,
    Rewriting,
    Session,
    Step,
    Turn,
    Waiting,
    Writing,
)
from assistant.voices import task_of
from ui.comparing import moved_since_first, moved_text
from ui.view import WITHOUT, answer_text
from ui.wording import language_of, named, say

LONG = 2.0
"""Seconds of waiting for a model after which the page says so."""
Message = dict[str, str]
PAUSE = 0.08
"""Seconds between two updates of the page while a draft grows."""


def messages(session: Session) -> list[Message]:
    """The conversation as the chat shows it: one message of the person and one of the coach a turn."""
    found: list[Message] = []
    drafts: list[Drafted] = []
    for turn in session.turns:
        drafts += [step for step in turn.steps if isinstance(step, Drafted) and step.draft.engine != YOURS]
        found.append(_typed(turn.message, language_of(list(turn.steps))))
        found.append({"role": "assistant", "content": said(turn.steps, drafts)})
    return found


def as_text(typed: str) -> str:
    """What a person typed as Markdown that shows it as text: no tags, no images, no links."""
    return escape(typed, quote=False).replace("![", "!\\[").replace("](", "]\\(")


def as_quoted(text: str) -> str:
    """A quotation as Markdown in which lists are lists, and nothing is a link, a heading or code."""
    return re.sub(r"^(\s*)([#=`~|])", r"\1\\\2", as_text(text).replace("[", "\\["), flags=re.MULTILINE)


def as_typed(shown: str) -> str:
    """The reverse of `as_text`, for a message that is edited in the chat."""
    return unescape(shown.replace("!\\[", "![").replace("]\\(", "]("))


def said(steps: Iterable[Step], drafts: Sequence[Drafted] = ()) -> str:
    """The coach's message of a turn, in Markdown; `drafts` are those up to it, its own among them."""
    steps = list(steps)
    parts: list[str] = []
    grown, language = "", language_of(steps)
    reading: Reading | None = None
    for step in steps:
        match step:
            case Reading():
                reading = step
                parts += [f"*{as_text(step.note)}*"] if step.note else []
            case Cautioned(_, says, citation):
                parts.append(f"{says}\n\n> {as_quoted(citation.quote)}\n\n— *{as_quoted(citation.title)}*")
            case Asked(question):
                told = {**asdict(question), "offered": as_text(question.offered)}
                parts.append(say("offered" if question.offered else "asked", language, **told))
            case Writing(delta):
                grown += as_text(delta)
            case Rewriting():
                grown += f"\n\n*{say('looking_again', language)}*"
            case FellBack(reason):
                grown = ""
                parts.append(f"*{as_text(reason)} {WITHOUT}*")
            case Drafted():
                grown = ""
                parts.append(_drafted(step, moved_text(moved_since_first(drafts), step.draft.language)))
            case Answered(answer):
                off = reading is not None and reading.intent is Intent.OFF_TOPIC
                sources = "".join(f"\n\n— *{as_quoted(citation.title)}*" for citation in answer.citations)
                parts.append(as_quoted(answer_text(answer, off_topic=off)) + sources)
            case Flagged(safety):
                parts.append(safety.message)
            case _:
                pass
    return "\n\n".join([*parts, *([grown] if grown else [])])


def _drafted(drafted: Drafted, since: str) -> str:
    draft, firing = drafted.draft, drafted.review.firing
    language = draft.language
    notice = f"*{draft.notice}*\n\n" if draft.notice else ""
    listed = "; ".join(f"{named(f.check, language)} ({f.message.rstrip('.')})" for f in firing[:4])
    found = say("to_look_at", language, findings=listed) if firing else say("all_pass", language)
    if draft.engine == YOURS:
        return say("own_text", language, found=found)
    subject = f"**{draft.subject_label}:** {as_text(draft.subject)}\n\n" if draft.subject else ""
    quoted = "\n".join(
        f"> {line}" if line else ">" for line in (subject + _hard_breaks(as_text(draft.body))).splitlines()
    )
    wishes = ", ".join(f"*{wish}*" for wish in task_of(draft).changes)
    found = f"{since}\n\n{found}" if since else found
    return f"{notice}{quoted}\n\n{found}\n\n{say('change', language, wishes=wishes)}"


def _hard_breaks(body: str) -> str:
    lines = body.splitlines()
    return "\n".join(
        line + ("  " if line and following and not line.startswith("#") else "")
        for line, following in zip(lines, [*lines[1:], ""], strict=True)
    )


def _long(step: Step) -> TypeGuard[Waiting]:
    """Whether a wait is long enough to be told of."""
    return isinstance(step, Waiting) and step.seconds > LONG


def _typed(message: str, language: str) -> Message:
    return {"role": "user", "content": as_text(message) or say("changed_brief", language)}


def run(coach: Coach, message: str, session: Session) -> Iterator[tuple[list[Message], Session | None]]:
    """The turn that a message makes, as it grows."""
    return grow(coach.run(message, session), message, session)


def grow(turn: Generator[Step], message: str, session: Session) -> Iterator[tuple[list[Message], Session | None]]:
    """A turn as it grows: messages to show, and the new session with the last of them."""
    shown = [*messages(session), _typed(message, session.language)]
    steps: list[Step] = []
    yield shown, None
    last = monotonic()
    with closing(turn) as running:
        for step in running:
            steps += [] if isinstance(step, Waiting) else [step]
            if isinstance(step, PASSING) and monotonic() - last > PAUSE:
                waited = f"\n\n*Waiting for the model … {step.seconds:.0f} s*" if _long(step) else ""
                yield [*shown, {"role": "assistant", "content": (said(steps) + waited).strip() or "…"}], None
                last = monotonic()
    after = session.after(Turn(message, tuple(steps)))
    yield messages(after), after
