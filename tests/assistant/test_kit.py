"""The kit of a training: files that open, made of the plan as it stands."""

import io
import re
from zipfile import ZipFile

import pytest
from docx import Document
from pptx import Presentation

from assistant.errors import BadInput
from assistant.kit import to_kit
from assistant.model import Draft, Style
from assistant.tasks import find_task

PLAN = find_task("session_plan")
BRIEF = PLAN.brief.model_validate(PLAN.example)


def plan(**facts: object) -> Draft:
    assert PLAN.compose is not None
    _, body = PLAN.compose(PLAN.brief.model_validate({**PLAN.example, **facts}), Style())
    return Draft("session_plan", body)


def kit(draft: Draft) -> ZipFile:
    return ZipFile(io.BytesIO(to_kit(draft, BRIEF)))


def slides(archive: ZipFile) -> list[list[str]]:
    show = Presentation(io.BytesIO(archive.read("2-slides.pptx")))
    return [[shape.text_frame.text for shape in page.shapes if shape.has_text_frame] for page in show.slides]  # pyright: ignore[reportAttributeAccessIssue]


def test_what_stands_on_a_slide_stays_on_it() -> None:
    show = Presentation(io.BytesIO(kit(plan()).read("2-slides.pptx")))
    assert show.slide_width is not None
    assert show.slide_height is not None
    for shape in (shape for page in show.slides for shape in page.placeholders):
        assert 0 <= shape.left < shape.left + shape.width <= show.slide_width
        assert 0 < shape.top < shape.top + shape.height <= show.slide_height


def words(archive: ZipFile, name: str) -> str:
    document = Document(io.BytesIO(archive.read(name)))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_the_kit_holds_everything_for_the_room() -> None:
    archive = kit(plan())
    assert archive.testzip() is None
    names = ["1-plan", "3-role-play-card", "4-observer-sheet", "5-before-now-later", "6-hand-out"]
    assert set(archive.namelist()) == {
        "2-slides.pptx",
        *(f"{name}.docx" for name in names),
        *(f"text/{name}.md" for name in names),
    }
    assert "Thursday 3 December" in words(archive, "1-plan.docx")
    assert "goes silent" in words(archive, "3-role-play-card.docx")
    assert "Two questions, as they were spoken" in words(archive, "4-observer-sheet.docx")
    assert re.search(r"A round takes \d+ minutes", words(archive, "4-observer-sheet.docx"))
    rated = Document(io.BytesIO(archive.read("5-before-now-later.docx"))).tables
    assert [cell.text for cell in rated[0].rows[0].cells] == ["", "Before", "Now", "Later"]
    assert len(rated) == 6
    [show] = Document(io.BytesIO(archive.read("1-plan.docx"))).tables
    assert [show.rows[1].cells[place].text for place in (0, 2)] == ["13:00", "5"]
    assert "My sentence" in words(archive, "6-hand-out.docx")


def test_the_slides_say_what_the_plan_says_each_exercise_once() -> None:
    pages = slides(kit(plan()))
    assert pages[0][0] == "Listening without giving advice at once: 2 hours"
    assert [page[0] for page in pages] == [
        pages[0][0],
        "By the end, everyone can",
        "How we practise",
        "Practice 1",
        "Practice 2",
        "The observer writes down",
        "Before you go",
    ]
    assert all(text for page in pages for text in page)
    assert "minutes a round, a debrief after each" in pages[3][1]


def test_a_plan_edited_by_hand_is_what_goes_into_the_kit() -> None:
    draft = plan()
    edited = Draft("session_plan", draft.body.replace("# Listening", "# Hearing").replace("say back", "mirror"))
    pages = slides(kit(edited))
    assert pages[0][0].startswith("Hearing")
    assert "Mirror" in pages[1][1]


@pytest.mark.parametrize("minutes", [30, 90, 240, 480])
@pytest.mark.parametrize("topic", ["giving feedback", "how to end a relationship", "open questions", "first messages"])
def test_every_plan_has_a_kit_that_opens(minutes: int, topic: str) -> None:
    archive = kit(plan(minutes=minutes, topic=topic, hard="", days=2))
    assert len(slides(archive)) >= 6
    assert words(archive, "4-observer-sheet.docx").count("\n") > 4


@pytest.mark.parametrize("draft", [plan(minutes=None), Draft("agenda", "# Plan"), Draft("session_plan", "")])
def test_what_is_no_plan_with_minutes_has_no_kit(draft: Draft) -> None:
    with pytest.raises(BadInput, match="run of show"):
        to_kit(draft, BRIEF)
