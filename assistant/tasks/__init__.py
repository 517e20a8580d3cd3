"""The kinds of help, one file each, found by looking into this folder."""

import importlib
import pkgutil
from functools import cache

from assistant.errors import BadInput
from assistant.model import Task


@cache
def all_tasks() -> tuple[Task, ...]:
    """Every task of this folder, drafting tasks first, by name."""
    modules = (
        importlib.import_module(f"{__name__}.{info.name}")
        for info in pkgutil.iter_modules(__path__)
        if not info.name.startswith("_")
    )
    return tuple(sorted((module.task for module in modules), key=lambda task: (task.compose is None, task.name)))


def find_task(name: str) -> Task:
    """The task of this name; raises `BadInput` naming those there are."""
    for task in all_tasks():
        if task.name == name:
            return task
    names = ", ".join(task.name for task in all_tasks())
    raise BadInput(f"There is no task {name!r}. Choose one of: {names}.")
