"""The command line: the same coach in the terminal, and JSON for other programs."""

import json
import shutil
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.errors import BadInput, MentorError
from ui import asking, checking, doctor, documents
from ui.checking import json_of
from ui.shared_options import (
    AskedOption,
    DataOption,
    EngineOption,
    JsonFlag,
    LanguageOption,
    asked_collections,
    fell_back,
    local_library,
    settings_with,
    show,
)

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Mentor Coach: first messages, agendas, feedback, and answers from a library of guidance. Works offline.",
)
app.command()(asking.search)
app.command()(asking.ask)
app.command()(documents.add)
app.command(name="documents")(documents.documents)
app.command()(documents.remove)
app.command(name="doctor")(doctor.doctor)
app.command()(checking.check)
COMMANDS = (
    *("chat", "tasks", "draft", "converse", "check", "search", "ask", "serve", "eval", "index"),
    *("add", "documents", "remove", "doctor"),
)


def main() -> None:
    """Entry point; exits 0 fine, 1 findings, 2 user error."""
    arguments = sys.argv[1:]
    if (
        arguments
        and not arguments[0].startswith("-")
        and arguments[0] not in COMMANDS
        and (" " in arguments[0] or len(arguments) == 1)
    ):
        sys.argv.insert(1, "chat")
    from knowledge.errors import LibraryError

    try:
        app()
    except (MentorError, LibraryError) as exc:
        typer.echo(f"mentor: {exc}", err=True)
        raise SystemExit(2) from None
    except BrokenPipeError:
        raise SystemExit(0) from None


@app.command()
def chat(
    text: Annotated[str, typer.Argument(help="What you want to say; leave it out to be asked.")] = "",
    collection: AskedOption = None,
    engine: EngineOption = "",
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Talk to the coach in the terminal. `mentor "text"` is the same for one message."""
    from assistant.session import Session, Turn
    from ui import view

    library = local_library(data)
    coach, message = _coach(data, engine, library), text
    session = Session(collections=asked_collections(library, collection))
    interactive = not text
    if interactive:
        typer.echo("What would you like to say, and to whom? (Ctrl-D ends.)")
    while True:
        if interactive:
            try:
                message = input("> ")
            except (EOFError, KeyboardInterrupt):
                return
        if not message.strip():
            continue
        steps = _lived(coach.run(message, session), aloud=interactive and not as_json)
        session = session.after(Turn(message, steps))
        show(view.turn_data(steps, session), partial(view.turn_text, steps, session.drafts), as_json)
        if not interactive:
            return


@app.command()
def tasks(as_json: JsonFlag = False) -> None:
    """List the kinds of help and what each needs to know."""
    from assistant.tasks import all_tasks
    from ui import view

    rows = [view.task_data(task) for task in all_tasks()]
    show(
        rows,
        lambda: "\n".join(f"{row['name']:<16} {row['title']} ({', '.join(row['roles'])})" for row in rows),
        as_json,
    )


@app.command()
def draft(
    task: Annotated[str, typer.Argument(help="Which kind of text; `mentor tasks` lists them.")],
    brief: Annotated[str, typer.Option(help="A JSON file with the brief, or - for standard input.")] = "",
    language: LanguageOption = "en",
    message: Annotated[str, typer.Option(help="Free text to read the facts from, instead of a brief.")] = "",
    save: Annotated[Path | None, typer.Option(help="A file: .docx, .md, .txt, .ics, or .zip for a training.")] = None,
    engine: EngineOption = "",
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Write a draft from a brief or from free text, with its review. Exit code 1 when a check fails."""
    from assistant.engines.filling import fill
    from assistant.engines.first_facts import first_facts
    from assistant.session import Drafted, Intent, Reading, Session
    from assistant.tasks import named
    from assistant.voices import task_in
    from ui import view

    kind = task_in(task, language)
    if kind.compose is None:
        raise BadInput(f"{task!r} writes nothing. Choose {named(composing=True)}.")
    if bool(brief) == bool(message):
        raise BadInput("Give either --brief FILE or --message TEXT.")
    values = _brief_values(brief, kind.brief) if brief else kind.brief()
    note = ""
    if message:
        values, note = fill(kind.brief(), first_facts(message, kind).facts)
    reading = Reading(Intent.FACTS, kind, values, draft_now=True, note=note)
    steps = list(_coach(data, engine).draft(reading, Session(), message))
    drafted = next((step for step in steps if isinstance(step, Drafted)), None)
    if drafted is None and kind.need:
        raise BadInput(f"{kind.need.says} {values.asks[kind.need.field].question}")
    assert drafted is not None
    fell_back(steps)
    if save is not None:
        from ui.files import save as write_file

        write_file(save, drafted.draft, values)
    found = {**view.drafted_data(drafted), "model": view.model_data(steps)}
    show(found, lambda: view.draft_text(drafted), as_json)
    raise typer.Exit(0 if drafted.review.ok else 1)


@app.command()
def converse(engine: EngineOption = "", data: DataOption = None, as_json: JsonFlag = True) -> None:
    """A conversation over lines: one JSON object in per line, one out per line."""
    from ui.lines import Conversation

    conversation = Conversation(_coach(data, engine))
    for line in sys.stdin:
        if line.strip():
            typer.echo(json.dumps(conversation.answer(line), ensure_ascii=False))
            sys.stdout.flush()


@app.command()
def serve(
    host: str = "",
    port: int = 0,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the browser when it answers.")] = False,
    engine: EngineOption = "",
    data: DataOption = None,
) -> None:
    """Serve the web app on this machine."""
    from ui.serving import serve as run

    settings = settings_with(data, engine)
    run(settings.model_copy(update={k: v for k, v in (("host", host), ("port", port)) if v}), open_browser)


@app.command(name="eval")
def evaluate(
    data: DataOption = None,
    shared: Annotated[Path | None, typer.Option(help="Folder with the third-party evaluation data.")] = None,
    engine: EngineOption = "",
    most: Annotated[int, typer.Option(min=0, help="With a model: rows of each set, 0 for all.")] = 0,
    as_json: JsonFlag = False,
) -> None:
    """Measure retrieval, abstention, checks and understanding; with --engine openai what the model makes of it."""
    from assistant.build import model_of
    from ui.evaluation import OWN, as_text, measure

    choice = model_of(settings_with(data, engine)) if engine else None
    if choice is not None:
        from ui.model_evaluation import with_model

        figures = with_model(local_library(data), choice, OWN, most)
    else:
        figures = measure(local_library(data), shared)
    show(figures, lambda: as_text(figures), as_json)


@app.command()
def index(data: DataOption = None, as_json: JsonFlag = False) -> None:
    """Build the index now, if it is missing or out of date."""
    library = local_library(data)
    library.open()
    library.settle()
    added = library.documents()
    count = sum(len(guide.passages) for guide in library.guides) + sum(document.passages for document in added)
    show(
        {"guides": len(library.guides), "documents": len(added), "passages": count},
        lambda: f"Ready: {len(library.guides)} guides, {len(added)} documents, {count} passages.",
        as_json,
    )


def _coach(data: Path | None, engine: str, library: Any = None) -> Any:
    from assistant.build import make_coach

    return make_coach(settings_with(data, engine), library or local_library(data))


def _lived(running: Iterator[Any], *, aloud: bool) -> tuple[Any, ...]:
    """The steps of a turn; a draft that comes slowly is shown to a person as it is written, and then gives way."""
    from assistant.session import Writing

    steps: list[Any] = []
    grown = ""
    for step in running:
        steps.append(step)
        if aloud and isinstance(step, Writing) and sys.stderr.isatty():
            typer.echo(step.delta, err=True, nl=False)
            grown += step.delta
    if grown:
        width = shutil.get_terminal_size().columns
        lines = sum(max(1, -(-len(line) // width)) for line in grown.split("\n"))
        typer.echo("\r" + "\x1b[A" * (lines - 1) + "\x1b[J", err=True, nl=False)
    return tuple(steps)


def _brief_values(file: str, kind: Any) -> Any:
    from assistant.reviewing import brief_of

    return brief_of(kind, json_of(file))


if __name__ == "__main__":
    main()
