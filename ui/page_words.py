"""The page's words as tokens that the browser replaces by those of its own language."""

from typing import Any

import gradio as gr

from assistant.model import Task
from assistant.tasks import all_tasks, find_task
from assistant.voices import LANGUAGES, TASKS, task_in
from ui.wording import catalogue, preferred


def _page(language: str) -> dict[str, str]:
    """The catalogue, and the titles of tasks: in this language where the task is there in it."""
    titles = {f"task_{task.name}": _task(task.name, language).title for task in all_tasks()}
    return {**catalogue(language)["page"], **titles}


def _task(name: str, language: str) -> Task:
    return task_in(name, language) if name in TASKS else find_task(name)


WORDS: Any = gr.I18n(**{code: _page(code) for code in ("en", *LANGUAGES)})
"""`WORDS(key)` stands for the words of this key in any text of the page."""


def opening_for(name: str, accepted: str) -> str:
    """The first message that a starter sends, in the browser's language where the task is there in it."""
    return _task(name, preferred(accepted)).opening


def accepted_by(request: Any) -> str:
    """The languages that the browser asks for."""
    return str(request.headers.get("accept-language", ""))


def _empty(key: str) -> str:
    return f'<p class="empty">{WORDS(key)}</p>'


NO_CHECKS, NO_SOURCES, NO_CHANGES = map(_empty, ("no_checks", "no_sources", "no_changes"))
"""What stands in a tab before there is anything to show."""
