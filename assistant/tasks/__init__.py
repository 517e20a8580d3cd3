"""The kinds of help, one file each, found by looking into this folder."""

import importlib
import pkgutil
from collections.abc import Callable
from functools import cache

from assistant.errors import BadInput
from assistant.model import Facts, Task


@cache
def all_tasks() -> tuple[Task, ...]:
    """Every task of this folder, drafting tasks first, in their order."""
    found = (find_task(info.name) for info in pkgutil.iter_modules(__path__))
    return tuple(sorted(found, key=lambda task: (task.compose is None, task.order, task.name)))


def named(*, composing: bool = False) -> str:
    """The names of the tasks with checks, or of those that write something, as a person reads a list."""
    names = [task.name for task in all_tasks() if (task.compose if composing else task.checks)]
    return f"{', '.join(names[:-1])} or {names[-1]}"


@cache
def find_task(name: str) -> Task:
    """The task of this name, alone; raises `BadInput` naming those there are."""
    names = [info.name for info in pkgutil.iter_modules(__path__)]
    if name not in names:
        raise BadInput(f"There is no task {name!r}. Choose one of: {', '.join(sorted(names))}.")
    task: Task = importlib.import_module(f"{__name__}.{name}").task
    return task


def reader(package: str) -> Callable[[str], Facts]:
    """The `read` of a task's module `reading`; its many patterns are compiled when first needed."""

    def read(message: str) -> Facts:
        return importlib.import_module(f"{package}.reading").read(message)

    return read
