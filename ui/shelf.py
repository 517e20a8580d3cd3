"""The Library tab: which collections are asked, documents added by dragging them in, and removed again."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from time import monotonic
from typing import Any

import gradio as gr

from assistant.session import Session
from knowledge.adding import Added, Outcome
from knowledge.errors import LibraryError
from knowledge.library import LocalLibrary
from knowledge.model import Role
from knowledge.sources import uploaded
from ui import shelf_html
from ui.page_words import WORDS

_QUIET: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private"}
_EVERYBODY = "everybody"
PAUSE = 0.3
"""Seconds between two updates of the page while documents are added."""


class Shelf:
    """The tab's parts and what happens when they are used. Nothing is kept here between two visitors."""

    def __init__(self, library: LocalLibrary, *, may_change: bool) -> None:
        self._library = library
        self._may_change = may_change

    def build(self) -> None:
        """Lay the tab out; call inside a `gr.Tab`."""
        self.asked: Any = gr.CheckboxGroup(
            choices=[], value=[], label=WORDS("answers_from"), elem_id="collections", interactive=True
        )
        if self._may_change:
            self.files: Any = gr.File(
                label=WORDS("add_documents"),
                file_count="multiple",
                type="filepath",
                elem_id="files",
                height=130,
            )
            gr.HTML(shelf_html.formats_html(self._library.limits.file_mb), padding=False)
            with gr.Row():
                self.collection: Any = gr.Textbox(
                    "documents", label=WORDS("into_collection"), max_length=60, min_width=140
                )
                self.role: Any = gr.Dropdown(
                    [(WORDS(role), role) for role in (_EVERYBODY, *Role)],
                    value=_EVERYBODY,
                    label=WORDS("for_whom"),
                    min_width=120,
                    elem_id="for",
                )
            self.stop: Any = gr.Button(WORDS("stop_adding"), size="sm", visible=False, elem_id="stop-adding")
        self.progress: Any = gr.HTML("", elem_id="adding", padding=False)
        self.list: Any = gr.HTML("", elem_id="documents", padding=False)
        if self._may_change:
            with gr.Row(elem_id="removing"):
                self.chosen: Any = gr.Dropdown([], multiselect=True, label=WORDS("remove"), elem_id="chosen", scale=3)
                self.remove: Any = gr.Button(WORDS("remove"), size="sm", min_width=80, elem_id="remove", scale=0)

    def wire(self, page: Any, session: Any, line: Any) -> None:
        """Connect the tab to the page's session and to the line that shows what is asked."""
        lists = [self.asked, self.list, *([self.chosen] if self._may_change else [])]
        page.load(self.fill, [session], [*lists, line], **_QUIET)
        self.asked.change(self.ask, [self.asked, session], [session, line], **_QUIET)
        if not self._may_change:
            return
        begin = self.files.upload(lambda: gr.update(visible=True), None, [self.stop], **_QUIET)
        run = begin.then(
            self.add, [self.files, self.collection, self.role], [self.progress], concurrency_limit=1, **_QUIET
        )
        tidy = [self.files, self.stop]
        for event in (run.then, self.stop.click(None, None, None, cancels=[run], **_QUIET).then):
            event(lambda: (None, gr.update(visible=False)), None, tidy, **_QUIET).then(
                self.fill, [session], [*lists, line], **_QUIET
            )
        self.remove.click(self.drop, [self.chosen], [self.progress], **_QUIET).then(
            self.fill, [session], [*lists, line], **_QUIET
        )

    def fill(self, state: Session) -> list[Any]:
        """What is there now: the collections (new ones are asked until they are unticked), the list, what can go."""
        known = self._library.collections()
        asked = self._asked(state)
        documents = self._library.documents()
        shown: list[Any] = [
            gr.update(choices=[(shelf_html.label(name), name) for name in known], value=list(asked)),
            shelf_html.documents_html(documents, len(self._library.guides), whole_paths=self._may_change),
        ]
        if self._may_change:
            titles = [(f"{document.title} ({document.collection})", document.id) for document in documents]
            shown.append(gr.update(choices=titles, value=[]))
        return [*shown, shelf_html.asked_html(asked)]

    def ask(self, chosen: list[str], state: Session) -> tuple[Session, str]:
        """The person's choice of collections; all of them is kept as "all", so that new ones are asked too."""
        known = self._library.collections()
        kept = tuple(name for name in known if name in chosen)
        asked = None if kept == known else kept
        return replace(state, collections=asked), shelf_html.asked_html(kept)

    def add(self, files: list[str] | None, collection: str, role: str) -> Iterator[str]:
        """Add what was dragged in, telling how far it is; the uploaded copies are deleted."""
        paths = [Path(file) for file in files or []]
        results: list[Added] = []
        try:
            sources = uploaded([(path.name, path) for path in paths], self._library.limits)
            roles = () if role == _EVERYBODY else (Role(role),)
            yield shelf_html.PREPARING
            with closing(self._library.add(sources, collection, roles)) as running:
                shown = 0.0
                for added in running:
                    if added.outcome is not Outcome.WORKING:
                        results.append(added)
                    if monotonic() - shown > PAUSE:
                        shown = monotonic()
                        yield shelf_html.progress_html(results, added)
            yield shelf_html.progress_html(results)
        except LibraryError as exc:
            yield shelf_html.progress_html(results, trouble=str(exc))
        finally:
            for path in paths:
                with suppress(OSError):
                    path.unlink()

    def drop(self, chosen: list[str]) -> str:
        """Remove documents; says which."""
        found = [document for name in chosen if (document := self._library.document(name)) is not None]
        try:
            self._library.remove([document.id for document in found])
        except LibraryError as exc:
            raise gr.Error(str(exc)) from exc
        titles = ", ".join(document.title for document in found)
        return f'<p class="summary">Removed: {shelf_html.escape(titles)}</p>' if found else ""

    def _asked(self, state: Session) -> tuple[str, ...]:
        known = self._library.collections()
        return known if state.collections is None else tuple(name for name in known if name in state.collections)
