"""Looking things up in the library from the terminal."""

from typing import Annotated, Any

import typer

from ui.shared_options import (
    AskedOption,
    DataOption,
    EngineOption,
    JsonFlag,
    asked_collections,
    choice,
    fell_back,
    local_library,
    settings_with,
    show,
)


def search(
    query: str,
    k: Annotated[int, typer.Option("-k", min=1, max=50, help="How many passages.")] = 5,
    role: str = "",
    task: str = "",
    collection: AskedOption = None,
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Find passages in the library."""
    from knowledge.model import Role
    from ui import view

    chosen = choice(Role, role) if role else None
    library = local_library(data)
    found = library.search(query, chosen, task or None, k, asked_collections(library, collection))
    rows = [view.hit_data(hit) for hit in found.hits]
    show(
        rows,
        lambda: "\n".join(f"{row['score']:.3f}  {row['passage']}\n       {row['where']}" for row in rows),
        as_json,
    )


def ask(
    question: str,
    collection: AskedOption = None,
    engine: EngineOption = "",
    data: DataOption = None,
    as_json: JsonFlag = False,
) -> None:
    """Ask the library a question. It says so when it has no answer."""
    from assistant.build import make_engine, model_of
    from assistant.session import Answer, Session
    from ui import view

    library = local_library(data)
    found = library.search(question, collections=asked_collections(library, collection))
    steps = list(make_engine(model_of(settings_with(data, engine))).answer(question, found, Session()))
    answer = next(step for step in steps if isinstance(step, Answer))
    fell_back(steps)
    rows: dict[str, Any] = {
        "answer": view.answer_text(answer),
        "citations": [view.citation_data(c) for c in answer.citations],
        "abstained": answer.abstained,
        "model": view.model_data(steps),
    }
    show(
        rows,
        lambda: rows["answer"] + "".join(f"\n  — {c['title']} [{c['passage']}]" for c in rows["citations"]),
        as_json,
    )
