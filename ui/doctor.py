"""`mentor doctor`: what is set, what works, and what to do about what does not."""

import json
from typing import TYPE_CHECKING, Any

import typer

from ui.shared_options import DataOption, EngineOption, JsonFlag, settings_with

if TYPE_CHECKING:
    from assistant.build import ModelChoice


def doctor(engine: EngineOption = "", data: DataOption = None, as_json: JsonFlag = False) -> None:
    """Say which engine is used, whether its server works, where the library lies. Exit code 1 when not all works."""
    from assistant.build import make_library, model_of

    settings = settings_with(data, engine)
    library = make_library(settings)
    library.open()
    choice = model_of(settings)
    rows: list[dict[str, Any]] = [
        _row(
            "library", True, f"{len(library.guides)} guides and {len(library.documents())} documents in {library.data}"
        )
    ]
    if choice is None:
        rows.append(_row("engine", True, "offline: nothing leaves this machine. MENTOR_BASE_URL names a model server."))
    else:
        from assistant.engines.openai import OpenAIChat
        from assistant.engines.probing import probe

        rows += about(choice)
        rows += [_row(one.name, one.works, one.sentence) for one in probe(OpenAIChat(choice.connection))]
    works = all(row["works"] for row in rows)
    if as_json:
        typer.echo(json.dumps(rows, ensure_ascii=False))
    else:
        typer.echo("\n".join(f"{'✓' if row['works'] else '✗'} {row['name']:<10} {row['says']}" for row in rows))
    raise typer.Exit(0 if works else 1)


def about(choice: "ModelChoice") -> list[dict[str, Any]]:
    """What is known of a server before it is asked anything."""
    connection = choice.connection
    where = "on this machine" if connection.local else "on another machine"
    names = "names are hidden from it" if choice.hides else "it is sent what you say as it is"
    rows = [_row("engine", True, f"{connection.host}, {where}; {names}")]
    if not connection.local and connection.base_url.startswith("http:"):
        rows.append(_row("encryption", False, "The address begins with http: words and key can be read on the way."))
    return rows


def _row(name: str, works: bool, says: str) -> dict[str, Any]:
    return {"name": name, "works": works, "says": says}
