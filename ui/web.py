"""The web app: layout and thin handlers; what is shown comes from `talk` and `panels`."""

import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
import gradio as gr

from assistant import render
from assistant.coach import Coach
from assistant.errors import MentorError
from assistant.model import Brief, Draft, Drafted, Reading, Review, Session, Turn
from assistant.reviewing import brief_of
from assistant.tasks import all_tasks
from knowledge.errors import LibraryError
from knowledge.model import Role
from knowledge.search import GuideLibrary
from ui import panels, talk

CSS = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
LONGEST = 20_000
"""Characters of one message; a page of text has about 3,000."""
SCOPE = (
    "Drafting, practice and reflection. Not therapy, law, medicine or HR decisions. Everything stays on this machine."
)
_COPY = (
    "(subject, body) => { navigator.clipboard.writeText((subject ? 'Subject: ' + subject + '\\n\\n' : '') + body); }"
)
_SAVE = (
    "() => { setTimeout(() => { const a = document.querySelector('#saver a') || "
    "document.querySelector('#saver'); a && a.click(); }, 300); }"
)
_FILES = {"Word": "docx", "Markdown": "md", "Text": "txt", "Calendar": "ics"}


def theme() -> gr.themes.Base:
    """Calm and plain: slate neutrals, one hue, thin borders, no shadows; fonts from the package itself."""
    return gr.themes.Base(
        primary_hue=gr.themes.colors.teal,
        neutral_hue=gr.themes.colors.slate,
        radius_size=gr.themes.sizes.radius_md,
        font=[gr.themes.LocalFont("IBM Plex Sans", weights=(400, 700)), "system-ui", "sans-serif"],
        font_mono=["ui-monospace", "monospace"],
    ).set(
        button_primary_background_fill="*primary_700",
        button_primary_background_fill_hover="*primary_800",
        button_primary_background_fill_dark="*primary_700",
        button_primary_text_color="white",
        block_shadow="none",
        button_primary_shadow="none",
        block_label_text_color="*neutral_700",
        block_label_text_color_dark="*neutral_200",
        body_text_color_subdued="*neutral_600",
        body_text_color_subdued_dark="*neutral_300",
        input_placeholder_color="*neutral_600",
        input_placeholder_color_dark="*neutral_400",
    )


def build(coach: Coach, library: GuideLibrary) -> gr.Blocks:
    """The page. Every visitor has a session of their own on the server; nothing is kept after the tab is closed."""
    with gr.Blocks(title="Mentor Coach", fill_width=True, analytics_enabled=False, delete_cache=(3600, 3600)) as page:
        session = gr.State(Session())
        sending = gr.State("")
        with gr.Row(elem_id="top"):
            gr.HTML(f'<h1>Mentor Coach</h1><p class="scope">{SCOPE}</p>', elem_id="title")
            role = gr.Radio(
                [("Mentee", "mentee"), ("Mentor", "mentor"), ("Trainer", "trainer")],
                value="mentee",
                label="I am a",
                elem_id="role",
                scale=0,
                min_width=300,
            )
        with gr.Row(elem_id="main"):
            with gr.Column(scale=5, min_width=320, elem_id="conversation"):
                chat = gr.Chatbot(
                    label="Conversation", elem_id="chat", height="58vh", min_height=280, buttons=["copy"], editable="user", layout="bubble", allow_tags=False,
                    placeholder="**What would you like to say, and to whom?**\n\nTell me in your own words. I ask for what only "
"you know, write a draft, and show what each check found.",
                )  # fmt: skip
                with gr.Row(elem_id="examples") as examples:
                    starters = [
                        gr.Button(task.title, size="sm", elem_classes="starter", visible=Role.MENTEE in task.roles)
                        for task in all_tasks()
                    ]
                box = gr.Textbox(
                    label="Your message",
                    placeholder="I want to write to …",
                    lines=2,
                    max_lines=8,
                    max_length=LONGEST,
                    autofocus=True,
                    elem_id="box",
                )
                with gr.Row(elem_id="actions"):
                    new = gr.Button("New conversation", size="sm", min_width=60)
                    stop = gr.Button("Stop", size="sm", min_width=60, elem_id="stop")
                    send = gr.Button("Send", variant="primary", size="sm", min_width=80, elem_id="send")
            with gr.Column(scale=4, min_width=320, elem_id="beside"), gr.Tabs():
                with gr.Tab("Draft", elem_id="draft-tab"):
                    subject = gr.Textbox(label="Subject", visible=False, elem_id="subject")
                    body = gr.Textbox(
                        label="Draft (edit it freely; the checks follow)",
                        lines=12,
                        max_lines=24,
                        elem_id="body",
                        placeholder="The draft appears here.",
                    )
                    with gr.Row(elem_id="save"):
                        copy = gr.Button("Copy", size="sm", min_width=60)
                        savers = {
                            ending: gr.Button(
                                label, size="sm", min_width=60, elem_id=f"save-{ending}", visible=ending != "ics"
                            )
                            for label, ending in _FILES.items()
                        }
                        mail = gr.HTML("", elem_id="mail", min_height=0)
                    saver = gr.DownloadButton("Download", elem_id="saver")
                    changed = gr.HTML(panels.changes_html((), ""), elem_id="changes")
                with gr.Tab("Checks", elem_id="checks-tab"):
                    checks = gr.HTML(panels.checks_html(Review()), elem_id="checks")
                with gr.Tab("Brief", elem_id="brief-tab"):
                    _brief_form(coach, session, chat, [])
                with gr.Tab("Sources", elem_id="sources-tab"):
                    sources = gr.HTML(panels.sources_html(Session(), library), elem_id="sources")

        shown = [subject, body, checks, sources, changed, mail, savers["ics"], examples]

        def show(state: Session) -> list[Any]:
            return _panel(state, library)

        def respond(message: str, state: Session) -> Iterator[Any]:
            if not message.strip():
                yield gr.skip(), gr.skip()
                return
            try:
                for said, after in talk.run(coach, message[:LONGEST], state):
                    yield said, (after if after is not None else gr.skip())
            except (MentorError, LibraryError) as exc:
                raise gr.Error(str(exc)) from exc

        def take(message: str) -> tuple[str, str]:
            return message, ""

        def chain(event: Any) -> Any:
            """After a message was taken: run the turn, then show what came of it."""
            running = event.then(
                respond,
                [sending, session],
                [chat, session],
                concurrency_limit=8,
                concurrency_id="turn",
                show_progress="hidden",
                api_visibility="private",
            )
            running.then(show, [session], shown, show_progress="hidden", api_visibility="private")
            return running

        quiet: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
        runs = [
            chain(box.submit(take, [box], [sending, box], **quiet)),
            chain(send.click(take, [box], [sending, box], **quiet)),
        ]
        for button, task in zip(starters, all_tasks(), strict=True):
            runs.append(chain(button.click(lambda opening=task.opening: (opening, ""), None, [sending, box], **quiet)))
        runs.append(chain(chat.retry(_again, [session], [sending, session], **quiet)))
        runs.append(chain(chat.edit(_edited, [session], [sending, session], **quiet)))
        chat.undo(_undone, [session], [session, chat, box], **quiet).then(show, [session], shown, **quiet)
        stop.click(
            lambda message, state: (message, talk.messages(state)),
            [sending, session],
            [box, chat],
            cancels=runs,
            **quiet,
        )
        new.click(lambda chosen: (Session(role=Role(chosen)), [], ""), [role], [session, chat, sending], **quiet).then(
            show, [session], shown, **quiet
        )
        role.change(
            lambda chosen, state: [
                replace(state, role=Role(chosen)),
                *(gr.update(visible=Role(chosen) in task.roles) for task in all_tasks()),
            ],
            [role, session],
            [session, *starters],
            **quiet,
        )
        for field in (subject, body):
            field.input(
                lambda s, b, state: _reviewed(coach, s, b, state),
                [subject, body, session],
                [checks, changed],
                trigger_mode="always_last",
                **quiet,
            )
        copy.click(None, [subject, body], None, js=_COPY)
        for ending, button in savers.items():
            button.click(_writer(ending), [subject, body, session], [saver], **quiet).then(None, None, None, js=_SAVE)
        session.change(show, [session], shown, **quiet)
    return page


def _brief_form(coach: Coach, session: gr.State, chat: gr.Chatbot, _: list[Any]) -> None:
    """The brief as fields that can be corrected by hand."""

    @gr.render(inputs=[session], triggers=[session.change])
    def form(state: Session) -> None:  # pyright: ignore[reportUnusedFunction]
        reading = state.reading
        if reading is None or reading.brief is None or reading.task is None:
            gr.HTML('<p class="empty">What I understood appears here. You can correct it by hand, or by saying so.</p>')
            return
        task, brief = reading.task, reading.brief
        names = [name for name in type(brief).model_fields if name not in ("pronoun",)]
        boxes = [
            gr.Textbox(_shown(getattr(brief, name)), label=brief.label(name), key=name, lines=1, max_lines=4)
            for name in names
        ]
        apply = gr.Button("Use these facts", variant="primary", size="sm", elem_id="apply-brief")

        def use(now: Session, *values: str) -> tuple[Session, list[dict[str, str]]]:
            try:
                facts = {name: _typed(type(brief), name, value) for name, value in zip(names, values, strict=True)}
                brief_of(task.brief, facts)
                steps = tuple(coach.refill(facts, task, now))
            except (MentorError, LibraryError) as exc:
                raise gr.Error(str(exc)) from exc
            after = Session((*now.turns, Turn("", steps)), now.role)
            return after, talk.messages(after)

        apply.click(use, [session, *boxes], [session, chat], show_progress="hidden", api_visibility="private")


def _shown(value: Any) -> str:
    return "" if value is None else "\n".join(value) if isinstance(value, list) else str(value)


def _typed(kind: type[Brief], name: str, value: str) -> Any:
    """A form's text as the field's type; empty text means unknown."""
    field = kind.model_fields[name]
    text = value.strip()
    if not text:
        return field.get_default(call_default_factory=True)
    if "list" in str(field.annotation):
        return [line.strip() for line in text.splitlines() if line.strip()]
    return int(text) if "int" in str(field.annotation) and text.isdigit() else text


def _panel(state: Session, library: GuideLibrary) -> list[Any]:
    """Everything beside the conversation, from the session alone."""
    latest = next((s for t in reversed(state.turns) for s in t.steps if isinstance(s, Drafted)), None)
    sources = panels.sources_html(state, library)
    if latest is None:
        return [
            gr.update(value="", visible=False),
            "",
            panels.checks_html(Review()),
            sources,
            panels.changes_html((), ""),
            "",
            gr.update(visible=False),
            gr.update(visible=not state.turns),
        ]
    draft = latest.draft
    mail = f'<a href="{render.to_mailto(draft)}" class="mail">Open in mail</a>' if draft.subject else ""
    return [
        gr.update(value=draft.subject, visible=bool(draft.subject)), draft.body, panels.checks_html(latest.review), sources, panels.changes_html(state.drafts, draft.whole),
        mail, gr.update(visible=draft.task == "agenda"), gr.update(visible=False),
    ]  # fmt: skip


def _reviewed(coach: Coach, subject: str, body: str, state: Session) -> tuple[str, str]:
    text = f"Subject: {subject}\n\n{body}" if subject else body
    return panels.checks_html(coach.recheck(text, state)), panels.changes_html(state.drafts, text)


def _again(state: Session) -> tuple[str, Session]:
    """The last message once more."""
    return (state.turns[-1].message, replace(state, turns=state.turns[:-1])) if state.turns else ("", state)


def _edited(state: Session, data: gr.EditData) -> tuple[str, Session]:
    """An edited message: everything after it is taken back."""
    index = data.index[0] if isinstance(data.index, tuple | list) else data.index
    return str(data.value)[:LONGEST], replace(state, turns=state.turns[: int(index) // 2])


def _undone(state: Session) -> tuple[Session, list[dict[str, str]], str]:
    """Without the last turn; what was typed comes back into the box."""
    if not state.turns:
        return state, [], ""
    after = replace(state, turns=state.turns[:-1])
    return after, talk.messages(after), state.turns[-1].message


def _writer(ending: str) -> Callable[[str, str, Session], Any]:
    """A handler that writes the draft as it stands in the boxes to a file of its own."""

    def write(subject: str, body: str, state: Session) -> Any:
        if not body.strip():
            raise gr.Error("There is no draft to save yet.")
        reading: Reading | None = state.reading
        draft = Draft(reading.task.name if reading and reading.task else "draft", body, subject)
        folder = Path(tempfile.mkdtemp(prefix="mentor-coach-"))
        path = folder / f"{draft.task}.{ending}"
        try:
            match ending:
                case "docx":
                    path.write_bytes(render.to_docx(draft))
                case "ics":
                    path.write_bytes(render.to_ics(draft, reading.brief if reading and reading.brief else Brief()))
                case "md":
                    path.write_text(render.to_markdown(draft), encoding="utf-8")
                case _:
                    path.write_text(render.to_text(draft), encoding="utf-8")
        except MentorError as exc:
            raise gr.Error(str(exc)) from exc
        return gr.update(value=str(path))

    return write
