"""The terminal's commands for documents of one's own: add, list, remove."""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from ui.shared_options import DataOption, JsonFlag, choice, local_library

CollectionOption = Annotated[str, typer.Option("--collection", help="The collection to put them in.")]


def add(
    paths: Annotated[list[str], typer.Argument(help="Files, folders, ZIP archives, or addresses of pages.")],
    role: Annotated[str, typer.Option(help="Whom they are for: mentee, mentor or trainer (default: all).")] = "",
    collection: CollectionOption = "documents",
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Add documents to the library; unchanged ones cost nothing. Exit code 1 when one could not be read."""
    from assistant.build import web_rules
    from assistant.settings import read_settings
    from knowledge.adding import Added, Outcome
    from knowledge.fetching import web_sources
    from knowledge.model import Role
    from knowledge.sources import sources_in

    roles = (choice(Role, role),) if role else ()
    library = local_library(data)
    pages = [path for path in paths if "://" in path]
    runs = [sources_in([Path(path) for path in paths if "://" not in path], library.limits)]
    if pages:
        runs.append(web_sources(pages, web_rules(read_settings(data)), library.limits))
    running = (added for sources in runs for added in library.add(sources, collection, roles))
    try:
        results: list[Added] = list(_told(running, quiet=as_json))
    except KeyboardInterrupt:
        running.close()
        typer.echo("\nStopped. What is done is kept; the same command goes on from here.", err=True)
        raise typer.Exit(130) from None
    counts = Counter(added.outcome.value for added in results)
    if as_json:
        typer.echo(json.dumps([_added_data(added) for added in results], ensure_ascii=False))
    else:
        typer.echo(", ".join(f"{count} {outcome}" for outcome, count in counts.items()) or "Nothing to add.")
    raise typer.Exit(1 if counts[Outcome.FAILED.value] else 0)


def _told(running: Iterator[Any], *, quiet: bool) -> Iterator[Any]:
    """Each result as it comes, with a line for those that matter and a counter on the error stream."""
    shows = sys.stderr.isatty() and not quiet
    for added in running:
        if shows:
            typer.echo(f"\r{added.done} of {added.total} {added.note[:60]}\x1b[K", err=True, nl=False)
        if added.outcome == "working":
            continue
        if not quiet and added.outcome not in ("unchanged", "passed over"):
            if shows:
                typer.echo("\r\x1b[K", err=True, nl=False)
            typer.echo(added_text(added))
        yield added
    if shows:
        typer.echo("\r\x1b[K", err=True, nl=False)


def added_text(added: Any) -> str:
    """What became of one document, in a line."""
    if added.reason:
        return f"{added.outcome.value}: {added.name}: {added.reason}"
    from ui.view import passages_text

    passages = f" ({passages_text(added.passages)})" if added.passages else ""
    note = f" [{added.note}]" if added.note else ""
    return f"{added.outcome.value}: {added.name}{passages}{note}"


def _added_data(added: Any) -> dict[str, Any]:
    return {
        "name": added.name,
        "outcome": added.outcome.value,
        "title": added.title or None,
        "passages": added.passages,
        "reason": added.reason or None,
        "note": added.note or None,
    }


def documents(
    collection: Annotated[str, typer.Option("--collection", help="Only those of one collection.")] = "",
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """List the documents that were added, by collection."""
    from ui.view import passages_text

    found = local_library(data).documents(collection or None)
    if as_json:
        typer.echo(json.dumps([document_data(document) for document in found], ensure_ascii=False))
        return
    if not found:
        typer.echo("No documents yet. `mentor add PATH` adds some; the built-in guides are always there.")
    for document in found:
        typer.echo(
            f"{document.collection}  {document.id}  {document.title} "
            f"({document.kind}, {passages_text(document.passages)})\n    {', '.join(document.names)}"
        )


def document_data(document: Any) -> dict[str, Any]:
    return {
        "id": document.id,
        "collection": document.collection,
        "title": document.title,
        "kind": document.kind,
        "names": list(document.names),
        "roles": [role.value for role in document.roles],
        "words": document.words,
        "passages": document.passages,
        "note": document.note or None,
        "added": document.added,
    }


def remove(
    names: Annotated[list[str], typer.Argument(help="Ids, titles, paths, or the folder that they came from.")],
    collection: Annotated[str, typer.Option("--collection", help="Only from this collection.")] = "",
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Remove documents, with everything that was kept of them."""
    library = local_library(data)
    gone = [document for name in names for document in library.remove_named(name, collection or None)]
    if as_json:
        typer.echo(json.dumps([document_data(document) for document in gone], ensure_ascii=False))
    else:
        typer.echo("\n".join(f"removed: {document.title} ({document.id})" for document in gone) or "Nothing but names.")
