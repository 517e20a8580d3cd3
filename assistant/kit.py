"""Everything for a training in one archive: plan, slides, role-play card, observer's sheet, questions, hand-out.

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
from assistant.render import to_markdown
from assistant.tasks import find_task
from assistant.word import to_docx

_HEAD = re.compile(r"^\*\*(?P<name>[^*\n]+?):?\*\*:?\s*(?P<rest>.*)$")
_ROUND = re.compile(r"Practice, round \d+ of \d+: (?P<what>.+?) \((?P<minutes>\d+) min\)")
_SAME = "the same, with the next teller"
_AIMS, _SHOW, _GROUPS, _SCENE = "By the end, everyone can", "Run of show", "Groups", "Scene"
_WATCH, _BLANK = "The observer writes down", "__________"


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

    @property
    def round_minutes(self) -> int | None:
        """The minutes of the first practice."""
        rounds = (match for line in self.lines(_SHOW) if (match := _ROUND.search(line)))
        first = next(rounds, None)
        return int(first["minutes"]) if first else None


def to_kit(draft: Draft, brief: Brief) -> bytes:
    """The archive as bytes (ZIP).

    Raises:
        BadInput: the draft is no plan of a training with a run of show.
    """
    plan = _plan(draft.body)
    if draft.task != "session_plan" or not plan.exercises:
        raise BadInput("A kit needs a training plan with its run of show. Say how long the session is.")
    known: dict[str, Any] = brief.known
    pages = {
        "1-plan": draft,
        "3-role-play-card": _drafted("scenario_card", moment=known.get("hard")),
        "4-observer-sheet": _drafted("observer_sheet", topic=known.get("topic"), minutes=plan.round_minutes),
        "5-before-now-later": _drafted(
            "assessment",
            title=known.get("topic"),
            when=known.get("when"),
            who=_crowd(known.get("people"), known.get("who")),
        ),
        "6-hand-out": _hand_out(plan),
    }
    files = {f"{name}.docx": to_docx(page) for name, page in pages.items()}
    files["2-slides.pptx"] = _slides(plan)
    files |= {f"text/{name}.md": to_markdown(page).encode() for name, page in pages.items()}
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
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


def _drafted(name: str, **facts: Any) -> Draft:
    """The draft of another task from what the plan's brief holds."""
    task = find_task(name)
    assert task.compose is not None
    told = {field: value for field, value in facts.items() if value}
    _, body = task.compose(task.brief.model_validate(told), Style())
    return Draft(name, body)


def _crowd(people: int | None, who: str | None) -> str:
    return f"{people} {who or 'people'}" if people else who or ""


def _hand_out(plan: Plan) -> Draft:
    """The page that people take home: what they can do now, how it goes, and their own sentence."""
    moves = [f"- {sentence}" for exercise in plan.exercises for sentence in _sentences((exercise,))]
    blocks = [
        f"# {plan.title.partition(':')[0]}",
        plan.occasion,
        "\n".join([f"**{_AIMS}**", *(f"- {line}" for line in plan.lines(_AIMS))]),
        "\n".join(["**How it goes**", *moves]),
        f"**My sentence** (when, with whom, what I do differently): {_BLANK}",
        f"**Who asks me about it, and on which day:** {_BLANK}",
    ]
    return Draft("session_plan", "\n\n".join(filter(None, blocks)))


def _slides(plan: Plan) -> bytes:
    from pptx import Presentation

    show: Any = Presentation()
    _widen(show)
    cover = show.slides.add_slide(show.slide_layouts[0])
    cover.shapes.title.text = plan.title
    cover.placeholders[1].text = plan.occasion
    cover.notes_slide.notes_text_frame.text = "\n".join(plan.lines(_SHOW))
    for title, lines in _pages(plan):
        page = show.slides.add_slide(show.slide_layouts[1])
        page.shapes.title.text = title
        frame = page.placeholders[1].text_frame
        frame.text = _begun(lines[0])
        for line in lines[1:]:
            frame.add_paragraph().text = _begun(line)
    buffer = io.BytesIO()
    show.save(buffer)
    return buffer.getvalue()


def _widen(show: Any) -> None:
    """Make the slides 16:9 instead of the 4:3 of the vendor's template, with what stands on them."""
    before, show.slide_width = show.slide_width, show.slide_height * 16 // 9
    shapes = [shape for layout in (show.slide_master, *show.slide_layouts) for shape in layout.placeholders]
    placed = [(shape, shape.left, shape.top, shape.width, shape.height) for shape in shapes]
    for (
        shape,
        left,
        top,
        width,
        height,
    ) in placed:  # one that has no place of its own takes its master's: all four at once
        shape.left, shape.width = (side * show.slide_width // before for side in (left, width))
        shape.top, shape.height = top, height


def _begun(line: str) -> str:
    """A line with a capital at its beginning."""
    return line[:1].upper() + line[1:]


def _pages(plan: Plan) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield _AIMS, plan.lines(_AIMS)
    scene = [f"{_SCENE}: {line}" for line in plan.lines(_SCENE)]
    yield "How we practise", (*_sentences(plan.lines(_GROUPS)), *_sentences(tuple(scene)))
    for n, exercise in enumerate(plan.exercises, 1):
        title = f"Practice {n}" if len(plan.exercises) > 1 else "Practice"
        yield title, (*_sentences((exercise,)), *_rounds(plan, exercise))
    yield _WATCH, _watched(plan)
    yield "Before you go", ("Write one sentence: when, with whom, what you will do differently.",)


def _sentences(lines: tuple[str, ...]) -> list[str]:
    return [part.strip() for line in lines for part in re.split(r"(?<=[.!?;]) ", line) if part.strip()]


def _rounds(plan: Plan, exercise: str) -> Iterator[str]:
    """How long a round of an exercise is, and what comes after it."""
    found = (match for line in plan.lines(_SHOW) for match in _ROUND.finditer(line) if match["what"] == exercise)
    if match := next(found, None):
        yield f"{match['minutes']} minutes a round, a debrief after each; then the roles move on"


def _watched(plan: Plan) -> tuple[str, ...]:
    """What an observer writes down, one each."""
    return tuple(
        part.strip(" .") for line in plan.lines(_WATCH) for part in re.split(r"[;.] ?", line) if part.strip(" .")
    )
