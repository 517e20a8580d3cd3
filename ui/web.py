"""The web app's layout: what stands where, and which handler each press calls."""

import os
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import uuid4

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
import gradio as gr

from assistant.coach import Coach
from assistant.dials import Dial
from assistant.engines.accounts import ACCOUNTS
from assistant.model import Brief
from assistant.session import Session
from assistant.settings import Settings
from assistant.tasks import all_tasks
from knowledge.library import LocalLibrary
from knowledge.model import Role
from ui import handlers, talk
from ui.handlers import PRESS, Handlers
from ui.model_tab import ModelTab
from ui.page_words import NO_CHANGES, NO_CHECKS, NO_SOURCES, WORDS, accepted_by, opening_for
from ui.shelf import Shelf
from ui.wording import say

_COPY = """(subject, body) => {
  const label = document.querySelector('#subject [data-testid="block-info"]');
  const head = subject ? (label ? label.innerText.trim() : 'Subject') + ': ' + subject + '\\n\\n' : '';
  navigator.clipboard.writeText(head + body);
}"""
_SAVE = """() => { setTimeout(() => {
  const link = document.querySelector('#saver a, a#saver') || document.querySelector('#saver');
  if (link) link.click();
}, 300); }"""
_FILES = (("word", "docx"), ("markdown", "md"), ("text", "txt"), ("calendar", "ics"), ("kit", "zip"))
_SOMETIMES = ("ics", "zip")
_TURN: dict[str, Any] = {"concurrency_limit": 8, "concurrency_id": "turn"}
_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}


def build(coach: Coach, library: LocalLibrary, settings: Settings, *, may_change: bool = True) -> gr.Blocks:
    """The page. Every visitor has a session of their own on the server; nothing is kept after the tab is closed.

    `may_change` says whether documents may be added and removed here and another model chosen: only where the page is
    this machine's alone.
    """
    with gr.Blocks(title="Mentor Coach", fill_width=True, analytics_enabled=False, delete_cache=(3600, 3600)) as page:
        shelf, model = Shelf(library, may_change=may_change), ModelTab(settings, coach, may_change=may_change)
        _Page(Handlers(coach, library), shelf, model, page)
    return page


class _Page:
    """The parts of one page and the wires between them."""

    def __init__(self, act: Handlers, shelf: Shelf, model: ModelTab, page: gr.Blocks) -> None:
        self.act = act
        self.shelf = shelf
        self.model = model
        self.session: Any = gr.State(_begun, delete_callback=_ended)
        self.running: Any = gr.State(None)
        self.sending: Any = gr.State("")
        self.given: Any = gr.State({})
        self.by_hand = [self.session, self.running, self.given]
        self._top()
        with gr.Row(elem_id="main"):
            with gr.Column(scale=5, min_width=320, elem_id="conversation"):
                self._conversation()
            with gr.Column(scale=4, min_width=320, elem_id="beside"), gr.Tabs():
                self._beside()
        self._wire_turns()
        self._wire_draft()
        self.shelf.wire(page, self.session, self.asked)
        self.model.wire(page, self.session, self.running, self.engine)

    def _top(self) -> None:
        with gr.Row(elem_id="top"):
            gr.HTML(f'<h1>Mentor Coach</h1><p class="scope">{WORDS("scope")}</p>', elem_id="title")
            roles = [(WORDS(role.value), role.value) for role in (Role.MENTEE, Role.MENTOR, Role.TRAINER)]
            self.role: Any = gr.Radio(
                roles, value="mentee", label=WORDS("i_am"), elem_id="role", scale=0, min_width=356
            )

    def _conversation(self) -> None:
        self.chat: Any = gr.Chatbot(
            label=WORDS("conversation"),
            show_label=False,
            elem_id="chat",
            height="52vh",
            min_height=260,
            buttons=["copy"],
            editable="user",
            layout="bubble",
            placeholder=WORDS("placeholder"),
        )
        with gr.Row(elem_id="examples") as self.examples:
            self.starters: list[Any] = [
                gr.Button(
                    WORDS(f"task_{task.name}"),
                    size="sm",
                    min_width=40,
                    elem_classes="starter",
                    visible=Role.MENTEE in task.roles,
                )
                for task in all_tasks()
            ]
        self.box: Any = gr.Textbox(
            label=WORDS("your_message"),
            placeholder=WORDS("box"),
            lines=1,
            max_lines=8,
            max_length=handlers.LONGEST,
            autofocus=True,
            elem_id="box",
        )
        self.asked: Any = gr.HTML("", elem_id="asked", padding=False)
        self.engine: Any = gr.HTML("", elem_id="engine", padding=False)
        with gr.Row(elem_id="actions"):
            self.new: Any = gr.Button(WORDS("new"), size="sm", min_width=60)
            self.stop: Any = gr.Button(WORDS("stop"), size="sm", min_width=60, elem_id="stop")
            self.send: Any = gr.Button(WORDS("send"), variant="primary", size="sm", min_width=80, elem_id="send")

    def _beside(self) -> None:
        with gr.Tab(WORDS("draft")):
            self.subject: Any = gr.Textbox(label=WORDS("subject"), visible=False, elem_id="subject", interactive=True)
            self.body: Any = gr.Textbox(
                label=WORDS("edit"),
                lines=10,
                max_lines=24,
                elem_id="body",
                interactive=True,
                placeholder=WORDS("draft_here"),
            )
            with gr.Row(elem_id="save"):
                self.copy: Any = gr.Button(WORDS("copy"), size="sm", min_width=60)
                self.savers: dict[str, Any] = {
                    ending: gr.Button(
                        WORDS(label),
                        size="sm",
                        min_width=60,
                        elem_id=f"save-{ending}",
                        visible=ending not in _SOMETIMES,
                    )
                    for label, ending in _FILES
                }
                self.mail: Any = gr.HTML("", elem_id="mail", min_height=0)
            with gr.Row(elem_id="dials"):
                self.dials: dict[Dial, Any] = {
                    dial: gr.Radio([], visible=False, elem_id=f"dial-{dial}", min_width=160) for dial in handlers.DIALS
                }
            self.would: Any = gr.HTML("", elem_id="would", padding=False)
            self.saver: Any = gr.DownloadButton(WORDS("download"), elem_id="saver")
            self.changed: Any = gr.HTML(NO_CHANGES, elem_id="changes")
        with gr.Tab(WORDS("checks")):
            self.checks: Any = gr.HTML(NO_CHECKS, elem_id="checks")
        with gr.Tab(WORDS("brief")):
            self._brief()
        with gr.Tab(WORDS("sources")):
            self.sources: Any = gr.HTML(NO_SOURCES, elem_id="sources")
        with gr.Tab(WORDS("library")):
            self.shelf.build()
        with gr.Tab(WORDS("model")):
            self.model.build()

    def _brief(self) -> None:
        """The brief as fields that can be corrected by hand."""

        @gr.render(inputs=[self.session], triggers=[self.session.change])
        def form(state: Session) -> None:  # pyright: ignore[reportUnusedFunction]
            reading = state.reading
            if reading is None or reading.brief is None:
                gr.HTML(f'<p class="empty">{WORDS("no_brief")}</p>')
                return
            brief = reading.brief
            names = [name for name in type(brief).model_fields if name != "pronoun"]
            boxes = [_field(brief, name, state.language) for name in names]
            apply: Any = gr.Button(WORDS("use_facts"), variant="primary", size="sm", elem_id="apply-brief")

            def given(*values: str) -> dict[str, str]:
                return {**dict(zip(names, values, strict=True)), PRESS: uuid4().hex}

            apply.click(given, boxes, [self.given], **_QUIET)

    @property
    def shown(self) -> list[Any]:
        """What `Handlers.show` fills, in its order."""
        draft = [self.subject, self.body, self.checks, self.sources, self.changed, self.mail]
        savers = [self.savers[ending] for ending in _SOMETIMES]
        return [*draft, *savers, *self.dials.values(), self.would, self.examples]

    def _wire_turns(self) -> None:
        taken = [self.sending, self.box]
        edit = [self.subject, self.body, self.session]

        def take(message: str) -> tuple[str, str]:
            return message, ""

        sent = (self.box.submit(take, [self.box], taken, **_QUIET), self.send.click(take, [self.box], taken, **_QUIET))
        runs: list[Any] = [self._run(event.then(self.act.keep, edit, [self.session], **_QUIET)) for event in sent]
        for button, task in zip(self.starters, all_tasks(), strict=True):

            def start(request: gr.Request, name: str = task.name) -> tuple[str, str]:
                return opening_for(name, accepted_by(request)), ""

            runs.append(self._run(button.click(start, None, taken, **_QUIET)))
        before = [self.sending, self.session]
        runs.append(self._run(self.chat.retry(handlers.again, [self.session], before, **_QUIET)))
        runs.append(self._run(self.chat.edit(handlers.edited, [self.session], before, **_QUIET)))
        self.chat.undo(handlers.undone, [self.session], [self.session, self.chat, self.box], **_QUIET)
        runs.append(self.given.change(self.act.use_brief, self.by_hand, [self.chat, self.session], **_TURN, **_QUIET))
        stopped = self.stop.click(_stopped, before, [self.box, self.chat], cancels=runs, **_QUIET)
        self.model.follow(stopped, self.session)
        fresh = [self.session, self.chat, self.sending]
        self.new.click(_fresh, [self.session], fresh, **_QUIET)
        self.chat.clear(_fresh, [self.session], fresh, **_QUIET)
        self.role.change(_as_role, [self.role, self.session], [self.session, *self.starters], **_QUIET)

    def _run(self, event: Any) -> Any:
        """After a message was taken: run the turn."""
        given = [self.sending, self.session, self.running]
        run = event.then(self.act.respond, given, [self.chat, self.session], **_TURN, **_QUIET)
        run.failure(_given_back, [self.sending], [self.box], **_QUIET)
        return run

    def _wire_draft(self) -> None:
        edit = [self.subject, self.body, self.session]
        self.session.change(self.act.show, [self.session], self.shown, **_QUIET)
        for field in (self.subject, self.body):
            for event in (field.input, field.blur):
                event(self.act.recheck, edit, [self.checks, self.changed], trigger_mode="always_last", **_QUIET)
        for dial, radio in self.dials.items():
            given = [self.session, self.running, radio]
            kept = radio.input(self.act.keep, edit, [self.session], **_QUIET)
            kept.then(partial(self.act.turn, dial), given, [self.chat, self.session], **_TURN, **_QUIET)
        self.copy.click(None, [self.subject, self.body], None, js=_COPY)
        for ending, button in self.savers.items():
            button.click(self.act.writer(ending), edit, [self.saver], **_QUIET).success(None, None, None, js=_SAVE)


def _field(brief: Brief, name: str, language: str) -> Any:
    """One fact of the brief: a choice where only some values are possible, else free text."""
    value: Any = handlers.shown(getattr(brief, name))
    if allowed := handlers.allowed(type(brief), name):
        choices = [("", ""), *((say(f"choice_{one}", language), one) for one in allowed)]
        return gr.Dropdown(choices, value=value, label=brief.label(name), key=name, interactive=True)
    return gr.Textbox(value, label=brief.label(name), key=name, max_lines=4, interactive=True)


def _begun() -> Session:
    """A conversation of a visitor's own."""
    return Session()


def _ended(state: Session) -> None:
    """When a visitor has gone, nothing of what was sent is kept."""
    ACCOUNTS.close(state.id)


def _stopped(message: str, state: Session) -> tuple[str, Any]:
    """What was typed comes back into the box; half a draft is not kept."""
    return message, talk.messages(state)


def _given_back(message: str) -> str:
    """After an error, what was typed stands in the box again."""
    return message


def _fresh(state: Session) -> tuple[Session, list[Any], str]:
    """An empty conversation of the same person about the same collections."""
    return Session(role=state.role, collections=state.collections), [], ""


def _as_role(role: str, state: Session) -> list[Any]:
    chosen = Role(role)
    return [replace(state, role=chosen), *(gr.update(visible=chosen in task.roles) for task in all_tasks())]
