"""Everything for a training in one archive: the plan, slides, a role-play card, the observer's sheet, the questions.

All of it is taken from the plan as it stands, edits included, and from a card for its hard moment.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendors' types are partial; what leaves this module is typed)

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from assistant.errors import BadInput
from assistant.model import Brief, Draft, Style
from assistant.render import to_docx, to_markdown
from assistant.tasks import find_task

_HEAD = re.compile(r"^\*\*(?P<name>[^*\n]+?):?\*\*:?\s*(?P<rest>.*)$")
_ROUND = re.compile(r"Practice, round \d+ of \d+: (?P<what>.+?) \(\d+ min\)")
_SCALE = re.compile(r"\((?P<scale>[^()]+)\)")
_SAME = "the same, with the next teller"
_AIMS, _SHOW, _GROUPS, _SCENE = "By the end, everyone can", "Run of show", "Groups", "Scene"
_WATCH, _AFTER = "The observer writes down", "At the end, and again in some weeks"


@dataclass(frozen=True, slots=True)
class Plan:
    """A training plan taken apart: its title, the line below, and its parts by heading."""

    title: str
    occasion: str
    parts: Mapping[str, tuple[str, ...]]

    def lines(self, *names: str) -> tuple[str, ...]:
        """The lines of every part whose heading begins so."""
        return tuple(line for head, lines in self.parts.items() if head.startswith(names) for line in lines)

    @property
    def exercises(self) -> tuple[str, ...]:
        """What is practised, each once."""
        found = [match["what"] for line in self.lines(_SHOW) for match in _ROUND.finditer(line)]
        return tuple(dict.fromkeys(what for what in found if what != _SAME))


def to_kit(draft: Draft, brief: Brief) -> bytes:
    """The archive as bytes (ZIP).

    Raises:
        BadInput: the draft is no plan of a training with a run of show.
    """
    plan = _plan(draft.body)
    if draft.task != "session_plan" or not plan.exercises:
        raise BadInput("A kit needs a training plan with its run of show. Say how long the session is.")
    card = _card(brief)
    files = {
        "1-plan.docx": to_docx(draft),
        "2-slides.pptx": _slides(plan),
        "3-role-play-card.docx": to_docx(card),
        "4-observer-sheet.docx": _observer_sheet(plan),
        "5-before-and-now.docx": _questions(plan),
        "plan.md": to_markdown(draft).encode(),
        "role-play-card.md": to_markdown(card).encode(),
    }
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _plan(body: str) -> Plan:
    title, occasion = "", ""
    parts: dict[str, list[str]] = {}
    head = ""
    for line in filter(None, map(str.strip, body.splitlines())):
        if line.startswith("# "):
            title = line[2:]
        elif match := _HEAD.match(line):
            head = match["name"]
            parts[head] = [match["rest"]] if match["rest"] else []
        elif head:
            parts[head].append(line.removeprefix("- "))
        else:
            occasion = line
    return Plan(title, occasion, {name: tuple(lines) for name, lines in parts.items()})


def _card(brief: Brief) -> Draft:
    """A role-play card for the plan's hard moment."""
    task = find_task("scenario_card")
    assert task.compose is not None
    hard = str(brief.known.get("hard", ""))
    _, body = task.compose(task.brief.model_validate({"moment": hard} if hard else {}), Style())
    return Draft(task.name, body)


def _slides(plan: Plan) -> bytes:
    from pptx import Presentation

    show: Any = Presentation()
    cover = show.slides.add_slide(show.slide_layouts[0])
    cover.shapes.title.text = plan.title
    cover.placeholders[1].text = plan.occasion
    cover.notes_slide.notes_text_frame.text = "\n".join(plan.lines(_SHOW))
    for title, lines in _pages(plan):
        page = show.slides.add_slide(show.slide_layouts[1])
        page.shapes.title.text = title
        frame = page.placeholders[1].text_frame
        frame.text = lines[0]
        for line in lines[1:]:
            frame.add_paragraph().text = line
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def _pages(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield _AIMS, plan.lines(_AIMS)
    yield "How we practise", (*_sentences(plan.lines(_GROUPS)), *_sentences(plan.lines(_SCENE)))
    for n, exercise in enumerate(plan.exercises, 1):
        yield f"Practice {n}" if len(plan.exercises) > 1 else "Practice", tuple(_sentences((exercise,)))
    yield _WATCH, _watched(plan)
    yield "Before you go", ("Write one sentence: when, with whom, what you will do differently.",)


def _sentences(lines: tuple[str, ...]) -> list[str]:
    return [part.strip() for line in lines for part in re.split(r"(?<=[.!?;]) ", line) if part.strip()]


def _watched(plan: Plan) -> tuple[str, ...]:
    """What an observer writes down, one each."""
    return tuple(
        part.strip(" .") for line in plan.lines(_WATCH) for part in re.split(r"[;.] ?", line) if part.strip(" .")
    )


def _observer_sheet(plan: Plan) -> bytes:
    from docx import Document

    document: Any = Document()
    document.add_heading("Observer's sheet", level=1)
    document.add_paragraph("Write the words as they are spoken. Give the sheet to the person you observed.")
    table = document.add_table(rows=1, cols=2, style="Table Grid")
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "What I look for", "What I heard and saw"
    for line in _watched(plan)[:-1]:
        table.add_row().cells[0].text = f"{line}\n\n\n"
    for line in ("One thing to keep:", "One thing to try:"):
        document.add_heading(line, level=2)
        document.add_paragraph()
    return _saved(document)


def _questions(plan: Plan) -> bytes:
    from docx import Document

    told = " ".join(plan.lines(_AFTER))
    scale = _SCALE.search(told)
    steps = [step.strip() for step in scale["scale"].split(",")] if scale else ["not yet", "with help", "alone"]
    asked, _, last = _SCALE.sub("", told).partition("? ")
    document: Any = Document()
    document.add_heading("Before and now", level=1)
    document.add_paragraph(f"{asked.partition(':')[0].rstrip('?')}?")
    table = document.add_table(rows=1, cols=len(steps) + 1, style="Table Grid")
    for n, step in enumerate(steps, 1):
        table.rows[0].cells[n].text = step
    for moment in ("before today, looking back", "now", "in some weeks"):
        table.add_row().cells[0].text = moment
    document.add_heading(last.strip() or "What did I do differently, with whom?", level=2)
    document.add_paragraph()
    document.add_paragraph("For yourself. Nobody collects it, and it is no mark.")
    return _saved(document)


def _saved(document: Any) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
