"""What several commands of the terminal have in common: options, the library, choices."""

import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.errors import BadInput

LanguageOption = Annotated[str, typer.Option(help="Language of the text: en, de, es, fr or pt.")]
JsonFlag = Annotated[bool, typer.Option("--json", help="Print JSON.")]
DataOption = Annotated[Path | None, typer.Option("--data", help="Folder for the library (instead of MENTOR_DATA_DIR).")]
AskedOption = Annotated[
    list[str] | None,
    typer.Option("--collection", help="Ask only this collection; may be given again. The guides are 'guides'."),
]


EngineOption = Annotated[
    str, typer.Option("--engine", help="offline, openai (any OpenAI-compatible server) or auto; else MENTOR_ENGINE.")
]


def settings_with(data: Path | None, engine: str) -> Any:
    """The settings in force, with another engine where one is named."""
    from assistant.settings import read_settings

    settings = read_settings(data)
    if engine and engine not in ("auto", "offline", "openai"):
        raise BadInput(f"There is no engine {engine!r}. Choose offline, openai or auto.")
    return settings.model_copy(update={"engine": engine}) if engine else settings


def local_library(data: Path | None) -> Any:
    """The library that the settings name, telling how far the index is when it has to be built."""
    from assistant.build import make_library
    from assistant.settings import read_settings

    return make_library(read_settings(data), progress)


def asked_collections(library: Any, names: list[str] | None) -> tuple[str, ...] | None:
    """The collections to ask, checked; None for all."""
    if not names:
        return None
    known = library.collections()
    for name in names:
        if name not in known:
            raise BadInput(f"There is no collection {name!r}. There are: {', '.join(known)}.")
    return tuple(names)


def progress(done: int, total: int) -> None:
    """How far the index is, for a person who watches."""
    if not sys.stderr.isatty():
        return
    typer.echo(f"\rBuilding the index: {done} of {total}" + ("\n" if done == total else ""), err=True, nl=False)


def choice(kind: Any, value: str) -> Any:
    """A member of an enumeration by its value."""
    try:
        return kind(value)
    except ValueError as exc:
        raise BadInput(f"{value!r} is none of: {', '.join(kind)}.") from exc


def fell_back(steps: Iterable[Any]) -> None:
    """Tell a person, beside the result, that the model could not help."""
    from assistant.session import FellBack
    from ui.view import WITHOUT

    for step in steps:
        if isinstance(step, FellBack):
            typer.echo(f"{step.reason} {WITHOUT}", err=True)


def show(data: Any, text: Callable[[], str], as_json: bool) -> None:
    """Print the data as JSON, or as text for a person."""
    typer.echo(json.dumps(data, ensure_ascii=False) if as_json else text())
