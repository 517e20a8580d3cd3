"""Reading the guides: front matter checked, text cut into one passage a heading."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from knowledge.errors import LibraryError
from knowledge.model import FrontMatter, Guide, Passage

FOLDER = Path(__file__).parent / "guidance"
ASKED = "questions_by_writer.yaml"
"""Beside the guides: what people of other trades and tempers ask of each passage."""
_HEADING = re.compile(r"^## +(?P<heading>.+?) +\{#(?P<anchor>[a-z0-9-]+)\} *$", re.MULTILINE)
_BY_WRITER = TypeAdapter(dict[str, dict[str, list[str]]])
_ANY_HEADING = re.compile(r"^#{1,6} ", re.MULTILINE)


@cache
def load_guides(folder: Path = FOLDER) -> tuple[Guide, ...]:
    """All guides under `folder`, ordered by id.

    Raises:
        LibraryError: a file has no or wrong front matter, a heading without an anchor, an anchor or id used twice, or
            questions are listed for a passage that is not there.
    """
    asked = _asked_by_writers(folder / ASKED)
    guides = sorted((_asked(read_guide(path), asked) for path in folder.rglob("*.md")), key=lambda guide: guide.id)
    if asked:
        raise LibraryError(f"{ASKED}: questions are listed for {sorted(asked)}, which are no passages of a guide.")
    ids = [guide.id for guide in guides]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise LibraryError(f"These guide ids are used twice: {', '.join(twice)}. Give each guide an id of its own.")
    return tuple(guides)


def _asked_by_writers(path: Path) -> dict[str, list[str]]:
    """The questions to each passage, whoever wrote them."""
    if not path.exists():
        return {}
    try:
        written = _BY_WRITER.validate_python(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
    except (ValidationError, yaml.YAMLError) as exc:
        raise LibraryError(f"{path.name}: it must list each writer's questions to each passage: {exc}") from exc
    found: dict[str, list[str]] = {}
    for asked in written.values():
        for passage, questions in asked.items():
            found.setdefault(passage, []).extend(questions)
    return found


def _asked(guide: Guide, asked: dict[str, list[str]]) -> Guide:
    """The guide with more questions to its passages, which are taken out of `asked`."""
    return replace(
        guide,
        passages=tuple(
            replace(passage, questions=tuple(dict.fromkeys((*passage.questions, *asked.pop(passage.id, ())))))
            for passage in guide.passages
        ),
    )


def read_guide(path: Path) -> Guide:
    """One guide file as a `Guide`; raises `LibraryError` naming the file and what is wrong in it."""
    text = path.read_text(encoding="utf-8")
    parts = text.split("---\n", 2)
    if len(parts) != 3 or parts[0].strip():
        raise LibraryError(f"{path.name}: the file must open with front matter between two lines of '---'.")
    try:
        head = FrontMatter.model_validate(yaml.load(parts[1], Loader=yaml.CSafeLoader))
    except (ValidationError, yaml.YAMLError) as exc:
        raise LibraryError(f"{path.name}: the front matter is wrong: {exc}") from exc
    _check_head(path, head)
    opening, passages = _cut(path, head, parts[2])
    shared = head.model_dump(include={"id", "title", "roles", "tasks", "stage", "evidence", "reviewed"})
    return Guide(topic=path.parent.name, opening=opening, sources=head.sources, passages=passages, **shared)


def _check_head(path: Path, head: FrontMatter) -> None:
    if head.id != path.stem:
        raise LibraryError(f"{path.name}: the id {head.id!r} must equal the file's name.")


def _cut(path: Path, head: FrontMatter, body: str) -> tuple[str, tuple[Passage, ...]]:
    found = list(_HEADING.finditer(body))
    if not found or len(found) != len(_ANY_HEADING.findall(body)):
        raise LibraryError(f"{path.name}: every heading must read '## Words {{#anchor}}'.")
    anchors = [match["anchor"] for match in found]
    if len(set(anchors)) != len(anchors):
        raise LibraryError(f"{path.name}: an anchor is used twice among {anchors}.")
    if stray := set(head.questions) - set(anchors):
        raise LibraryError(
            f"{path.name}: questions are listed for {sorted(stray)}, which are no headings of the guide."
        )
    ends = [*(match.start() for match in found[1:]), len(body)]
    passages = tuple(
        Passage(
            id=f"{head.id}#{match['anchor']}",
            guide=head.id,
            title=head.title,
            heading=match["heading"],
            text=body[match.end() : end].strip(),
            roles=head.roles,
            tasks=head.tasks,
            questions=head.questions.get(match["anchor"], ()),
        )
        for match, end in zip(found, ends, strict=True)
    )
    return body[: found[0].start()].strip(), passages
