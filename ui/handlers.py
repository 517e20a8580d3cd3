"""What happens when something is pressed: thin steps from a session to a session, without layout."""

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import gradio as gr

from assistant import render
from assistant.coach import Coach
from assistant.dials import Dial, settings_of, turned
from assistant.errors import MentorError
from assistant.model import Brief, Draft
from assistant.reviewing import brief_of
from assistant.session import Drafted, Intent, Reading, Session
from assistant.tasks import find_task
from assistant.voices import task_in, task_of
from knowledge.errors import LibraryError
from knowledge.library import LocalLibrary
from ui import panels, talk
from ui.files import file_of
from ui.model_tab import Running
from ui.page_words import NO_CHANGES, NO_CHECKS, WORDS
from ui.wording import say

LONGEST = 12_000
"""Characters of one message; a page of text has about 3,000."""
DIALS: tuple[Dial, ...] = ("formality", "directness")
PRESS = "press"
"""Beside the facts given by hand: what tells one press of the button from the next."""
SKIP: Any = gr.skip()  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


class Handlers:
    """The handlers of one page. Sessions come in and go out; nothing is kept here between two visitors."""

    def __init__(self, coach: Coach, library: LocalLibrary) -> None:
        self._coach = coach
        self._library = library

    def respond(self, message: str, state: Session, running: Running | None = None) -> Iterator[Any]:
        """The turn as it grows: (messages, session); the session changes with the last of them."""
        if not message.strip():
            yield SKIP, SKIP
            return
        try:
            for said, after in talk.run(self._by(running), message[:LONGEST], state):
                yield said, (after if after is not None else SKIP)
        except (MentorError, LibraryError) as exc:
            raise gr.Error(str(exc)) from exc

    def _by(self, running: Running | None) -> Coach:
        """The coach on the visitor's own model, else the one that all start with."""
        return running.coach if running else self._coach

    def show(self, state: Session) -> list[Any]:
        """Everything beside the conversation, in the order of `shown` on the page."""
        latest = latest_draft(state)
        sources = panels.sources_html(state, self._library)
        if latest is None:
            none, hidden = gr.update(value="", visible=False), gr.update(visible=False)
            return [none, "", NO_CHECKS, sources, NO_CHANGES, "", hidden, hidden, *_dials(state), _start(state)]
        draft = latest.draft
        mail = f'<a href="{render.to_mailto(draft)}" class="mail">{WORDS("mail")}</a>' if draft.subject else ""
        return [
            gr.update(value=draft.subject, label=draft.subject_label, visible=bool(draft.subject)),
            draft.body,
            panels.checks_html(latest.review, _beside(state, draft.whole), draft.language),
            sources,
            panels.changes_html(state.drafts, draft.whole),
            mail,
            gr.update(visible="when" in task_of(draft).brief.model_fields),
            gr.update(visible=draft.task == "session_plan"),
            *_dials(state),
            _start(state),
        ]

    def recheck(self, subject: str, body: str, state: Session) -> tuple[str, str]:
        """Checks and changes of a draft that is being edited by hand."""
        latest = state.drafted
        label = latest.draft.subject_label if latest else "Subject"
        text = f"{label}: {subject}\n\n{body}" if subject else body
        review = self._coach.recheck(text, state)
        return panels.checks_html(review, _beside(state, text), state.language), panels.changes_html(
            state.drafts, text, review
        )

    def keep(self, subject: str, body: str, state: Session) -> Session:
        """An edit by hand as a version of its own, so that the next change does not lose it."""
        latest = state.drafted
        if latest is None or not body.strip() or (body == latest.draft.body and subject == latest.draft.subject):
            return state
        edited = replace(
            latest.draft, subject=subject, body=body, notice=say("edited", latest.draft.language), edited=True
        )
        review = self._coach.recheck(edited.whole, state)
        step = replace(latest, draft=edited, review=review)
        *before, last = state.turns
        return replace(state, turns=(*before, replace(last, steps=(*last.steps, step))))

    def use_brief(self, state: Session, running: Running | None, given: dict[str, str]) -> Iterator[Any]:
        """The brief as corrected by hand: the draft follows, as it grows: (messages, session)."""
        reading = state.reading
        if reading is None or reading.task is None or reading.brief is None:
            yield SKIP, SKIP
            return
        kind = type(reading.brief)
        try:
            facts = {name: typed(kind, name, value) for name, value in given.items() if name != PRESS}
            brief_of(reading.task.brief, facts)
            for said, after in talk.grow(self._by(running).refill(facts, reading.task, state), "", state):
                yield said, (after if after is not None else SKIP)
        except (MentorError, LibraryError) as exc:
            raise gr.Error(str(exc)) from exc

    def turn(self, dial: Dial, state: Session, running: Running | None, name: str) -> Iterator[Any]:
        """The draft with a dial turned, as it grows: (messages, session)."""
        reading = state.reading
        if reading is None or reading.task is None or reading.brief is None:
            yield SKIP, SKIP
            return
        facts, style = turned(reading.task, reading.brief, reading.style, dial, name)
        try:
            steps = self._by(running).refill(facts, reading.task, state, style)
            for said, after in talk.grow(steps, "", state):
                yield said, (after if after is not None else SKIP)
        except (MentorError, LibraryError) as exc:
            raise gr.Error(str(exc)) from exc

    def writer(self, ending: str) -> Callable[[str, str, Session], Any]:
        """A handler that writes the draft as it stands in the boxes to a file."""

        def write(subject: str, body: str, state: Session) -> Any:
            if not body.strip():
                raise gr.Error("There is no draft to save yet.")
            latest = latest_draft(state)
            draft = replace(latest.draft, body=body, subject=subject) if latest else Draft("draft", body, subject)
            path = Path(tempfile.mkdtemp(prefix="mentor-coach-")) / f"{draft.task}.{ending}"
            try:
                path.write_bytes(file_of(ending, draft, _brief_of(state)))
            except MentorError as exc:
                raise gr.Error(str(exc)) from exc
            return gr.update(value=str(path))

        return write


def _brief_of(state: Session) -> Brief:
    """The brief of the conversation; an empty one of a meeting when nothing is known yet."""
    reading = state.reading
    return reading.brief if reading and reading.brief else find_task("agenda").brief()


def latest_draft(state: Session) -> Drafted | None:
    """The last draft or checked text of a session."""
    return next((s for turn in reversed(state.turns) for s in reversed(turn.steps) if isinstance(s, Drafted)), None)


def _beside(state: Session, text: str) -> str:
    """What stands beside the checks of a text of the kind that was last drafted or reviewed."""
    turn = next((turn for turn in reversed(state.turns) if any(isinstance(step, Drafted) for step in turn.steps)), None)
    reading = next((step for step in turn.steps if isinstance(step, Reading) and step.task), None) if turn else None
    if reading is None or reading.brief is None:
        return ""
    known = reading.brief.known
    if reading.intent is Intent.CHECK and reading.task:
        kind = task_in(str(known.get("kind", "outreach")), reading.task.language)
    else:
        kind = reading.task
    return panels.beside_html(kind, text, str(known.get("recipient_name", "")))


def _dials(state: Session) -> list[Any]:
    """The dials of the draft that stands: each with its positions, and what each would change."""
    reading = state.reading
    settings = (
        settings_of(reading.task, reading.brief, reading.style)
        if state.drafted and reading and reading.task and reading.brief and latest_draft(state) is state.drafted
        else ()
    )
    shown: list[Any] = []
    for dial in DIALS:
        mine = [setting for setting in settings if setting.dial == dial]
        chosen = next((setting.name for setting in mine if setting.chosen), None)
        choices = [(say(f"dial_{setting.name}", state.language), setting.name) for setting in mine]
        label = say(dial, state.language)
        shown.append(gr.update(choices=choices, value=chosen, label=label, visible=bool(mine)))
    return [*shown, panels.dials_html(settings, state.language)]


def _start(state: Session) -> Any:
    return gr.update(visible=not state.turns)


def again(state: Session) -> tuple[str, Session]:
    """The last message once more."""
    return (state.turns[-1].message, replace(state, turns=state.turns[:-1])) if state.turns else ("", state)


def edited(state: Session, data: gr.EditData) -> tuple[str, Session]:
    """An edited message: everything after it is taken back."""
    index: Any = data.index[0] if isinstance(data.index, tuple | list) else data.index
    return talk.as_typed(str(data.value))[:LONGEST], replace(state, turns=state.turns[: int(index) // 2])


def undone(state: Session) -> tuple[Session, Any, str]:
    """Without the last turn; what was typed comes back into the box."""
    if not state.turns:
        return state, [], ""
    after = replace(state, turns=state.turns[:-1])
    return after, talk.messages(after), state.turns[-1].message


def shown(value: Any) -> str:
    """A fact as a form shows it."""
    if isinstance(value, tuple):
        return "\n".join(map(str, value))  # pyright: ignore[reportUnknownArgumentType]
    return "" if value is None else str(value)


def allowed(kind: type[Brief], name: str) -> tuple[str, ...]:
    """The values that a field can have, where only some are possible."""
    return tuple(value for part in get_args(kind.model_fields[name].annotation) for value in get_args(part))


def typed(kind: type[Brief], name: str, value: str) -> Any:
    """A form's text as the field's type; empty text means unknown."""
    field = kind.model_fields[name]
    text = value.strip()
    if not text:
        return field.get_default(call_default_factory=True)
    if "tuple" in str(field.annotation):
        return [line.strip() for line in text.splitlines() if line.strip()]
    return int(text) if "int" in str(field.annotation) and text.isdigit() else text
