"""The Model tab: which server and model are used, a test of the connection, and what was sent, word for word."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import gradio as gr

from assistant.build import ModelChoice, choose_model, make_engine, model_of
from assistant.coach import Coach
from assistant.engines.accounts import ACCOUNTS
from assistant.engines.chat import ModelTrouble
from assistant.engines.openai import OpenAIChat
from assistant.engines.probing import Probe, likely_chat, probe
from assistant.errors import MentorError
from assistant.session import Session
from assistant.settings import Settings
from ui import model_html
from ui.page_words import WORDS

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
PRESETS = (
    "http://127.0.0.1:11434/v1",
    "http://127.0.0.1:1234/v1",
    "http://127.0.0.1:8080/v1",
    "https://api.openai.com/v1",
    "https://openrouter.ai/api/v1",
)
"""Addresses of Ollama, LM Studio and llama.cpp on this machine, of OpenAI and of OpenRouter."""


@dataclass(frozen=True)
class Running:
    """A visitor's own engine: the model that they chose, and the coach on it. It ends with their page, key and all."""

    choice: ModelChoice | None
    coach: Coach


class ModelTab:
    """The tab's parts and what happens when they are used. The key stays in the visitor's part of memory."""

    def __init__(self, settings: Settings, coach: Coach, *, may_change: bool) -> None:
        self._settings = settings
        self._coach = coach
        self._may_change = may_change
        self.default = model_of(settings)

    def build(self) -> None:
        """Lay the tab out; call inside a `gr.Tab`."""
        self.about: Any = gr.HTML(model_html.engine_html(self.default), elem_id="engine-in-tab", padding=False)
        if self._may_change:
            connection = self.default.connection if self.default else None
            self.address: Any = gr.Dropdown(
                list(dict.fromkeys([*([connection.base_url] if connection else []), *PRESETS])),
                value=connection.base_url if connection else PRESETS[0],
                allow_custom_value=True,
                label=WORDS("server"),
                info=WORDS("server_info"),
                elem_id="address",
            )
            self.key: Any = gr.Textbox(label=WORDS("key"), type="password", info=WORDS("key_info"), elem_id="key")
            self.test: Any = gr.Button(WORDS("test_model"), size="sm", elem_id="test-model")
            self.found: Any = gr.HTML("", elem_id="probes", padding=False)
            self.model: Any = gr.Dropdown(
                [connection.model] if connection and connection.model else [],
                value=connection.model if connection else None,
                allow_custom_value=True,
                label=WORDS("model"),
                elem_id="model",
            )
            self.hides: Any = gr.Radio(
                [(WORDS(f"hide_{choice}"), choice) for choice in ("auto", "on", "off")],
                value=self._settings.privacy,
                label=WORDS("hide"),
                info=WORDS("hide_info"),
                elem_id="hides",
            )
            with gr.Row():
                self.use: Any = gr.Button(WORDS("use_model"), variant="primary", size="sm", elem_id="use-model")
                self.without: Any = gr.Button(WORDS("without_model"), size="sm", elem_id="without-model")
        gr.HTML("<h4>What was sent</h4>", padding=False)
        self.sent: Any = gr.HTML(model_html.sent_html(()), elem_id="sent", padding=False)

    def wire(self, page: Any, session: Any, running: Any, line: Any) -> None:
        """Connect the tab to the page's session, to its engine, and to the line that says which one runs."""
        session.change(_sent, [session], [self.sent], **_QUIET)
        page.load(self.show, [running], [self.about, line], **_QUIET)
        if not self._may_change:
            return
        given = [self.address, self.key, self.model, self.hides]
        self.test.click(self.try_out, given, [self.found, self.model], concurrency_limit=2, **_QUIET)
        shown = [running, self.about, line]
        self.use.click(self.change, given, shown, **_QUIET)
        self.without.click(lambda: self._run(None), None, shown, **_QUIET)

    def follow(self, event: Any, session: Any) -> None:
        """Show what was sent after an event that leaves the session as it is: a turn that was stopped."""
        event.then(_sent, [session], [self.sent], **_QUIET)

    def show(self, running: Running | None) -> list[str]:
        """The engine's line, in the tab and under the message box."""
        text = model_html.engine_html(running.choice if running else self.default)
        return [text, text]

    def try_out(self, address: str, key: str, model: str | None, hides: str) -> Iterator[Any]:
        """Test a connection line by line; the server's models come into the list."""
        probes: list[Probe] = []
        try:
            choice = self._chosen(address, key, model, hides)
            chat = OpenAIChat(choice.connection)
            names = self._names(chat)
            if not choice.connection.model and names:
                chat = OpenAIChat(replace(choice.connection, model=likely_chat(names)))
            for found in probe(chat, names):
                probes.append(found)
                yield model_html.probes_html(probes), gr.update(choices=names, value=chat.connection.model or None)
        except MentorError as exc:
            raise gr.Error(str(exc), print_exception=False) from exc

    def change(self, address: str, key: str, model: str | None, hides: str) -> list[Any]:
        """Go on with this model from the next message on."""
        try:
            return self._run(self._chosen(address, key, model, hides))
        except MentorError as exc:
            raise gr.Error(str(exc), print_exception=False) from exc

    def _run(self, choice: ModelChoice | None) -> list[Any]:
        running = Running(choice, self._coach.on(make_engine(choice)))
        return [running, *self.show(running)]

    def _names(self, chat: OpenAIChat) -> list[str]:
        """The server's models; none when it does not list them, which the probe then says."""
        try:
            return chat.models()
        except ModelTrouble:
            return []

    def _chosen(self, address: str, key: str, model: str | None, hides: str) -> ModelChoice:
        address = (address or "").strip()
        same = self.default is not None and self.default.connection.base_url == address.rstrip("/")
        own = self.default.connection.key if self.default and same else ""
        settings = self._settings.model_copy(update={"privacy": hides})
        return choose_model(settings, address, (model or "").strip(), key.strip() or own)


def _sent(state: Session) -> str:
    return model_html.sent_html(ACCOUNTS.of(state.id).exchanges)
