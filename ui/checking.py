"""Reviewing a text, or explaining a check, from the terminal."""

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.errors import BadInput
from ui.shared_options import JsonFlag, LanguageOption, show


def check(
    task: Annotated[str, typer.Argument(help="Which kind of text; `mentor tasks` lists them.")] = "",
    file: Annotated[str, typer.Argument(help="The text, or - for standard input.")] = "",
    channel: Annotated[str, typer.Option(help="email, linkedin_note, linkedin_message, chat, in_person")] = "",
    meeting: Annotated[str, typer.Option(help="first, recurring, closing")] = "",
    brief: Annotated[str, typer.Option(help="A JSON file with the brief.")] = "",
    facts: Annotated[str, typer.Option(help="A file with all that the writer has said, free text.")] = "",
    language: LanguageOption = "en",
    explain: Annotated[str, typer.Option(help="A check (OUT-8): what it asks, why, its evidence, examples.")] = "",
    as_json: JsonFlag = False,
) -> None:
    """Review a text, or explain a check. No text is ever altered. Exit code 1 when a check fails."""
    from assistant.reviewing import review_text_of
    from assistant.voices import task_in
    from ui import view

    if explain:
        from assistant import explaining

        about = explaining.explain(explain)
        show(explaining.as_data(about), lambda: explaining.as_text(about), as_json)
        return
    if not task or not file:
        raise BadInput("Say which kind of text and which file: `mentor check outreach message.txt`; - reads the input.")
    known, text = json_of(brief) if brief else {}, read_text(file)
    kind = task_in(task, language)
    found = review_text_of(
        kind, text, channel=channel, meeting=meeting, brief=known, facts=read_text(facts) if facts else None
    )
    said = [view.review_text(found, everything=True, language=language), view.swap_text(kind, text)]
    said.append(view.twin_text(kind, text))
    show(
        {"review": view.review_data(found), "swap": view.swap_data(kind, text), "twin": view.twin_data(kind, text)},
        lambda: "\n".join(filter(None, said)),
        as_json,
    )
    raise typer.Exit(0 if found.ok else 1)


def read_text(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as exc:
        raise BadInput(f"{file!r} cannot be read ({exc}). Give a text file in UTF-8, or - for standard input.") from exc


def json_of(file: str) -> dict[str, Any]:
    values: Any
    try:
        values = json.loads(read_text(file))
    except json.JSONDecodeError as exc:
        raise BadInput(f"{file!r} is no JSON: {exc}.") from exc
    if not isinstance(values, dict):
        raise BadInput(f"{file!r} must hold one JSON object with the fields of the brief.")
    return dict(values)  # pyright: ignore[reportUnknownArgumentType]
