"""Three whole stories in the real app, typed as people type, and what any visit must hold."""

import io
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from axe_playwright_python.sync_playwright import Axe
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Locator, Page, expect

from scripts.screenshots import Visitor
from tests.stories import Story, invented, lost, read_stories

pytestmark = pytest.mark.browser
STORIES = pytest.mark.parametrize("story", read_stories(), ids=lambda story: story.name)
METALLURGIST = read_stories()[0]
TABS = ("Draft", "Checks", "Brief", "Sources")
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}
Visit = Callable[..., Visitor]


def saved(visitor: Visitor, ending: str) -> Path:
    with visitor.page.expect_download() as download:
        visitor.page.locator(f"#save-{ending}").click()
    assert download.value.suggested_filename.endswith(f".{ending}")
    return Path(download.value.path())


def flat(text: str) -> str:
    return " ".join(text.split())


@STORIES
def test_a_story_ends_with_a_draft_that_passes_its_own_checks(story: Story, visit: Visit) -> None:
    visitor = visit()
    visitor.play(story)
    checks = visitor.tab("Checks")
    expect(checks.locator(".summary")).to_contain_text("fine")
    expect(checks).not_to_contain_text("change this")
    expect(checks.locator(".finding.fail")).to_have_count(0)


@STORIES
def test_a_draft_keeps_the_facts_and_invents_nothing(story: Story, visit: Visit) -> None:
    visitor = visit()
    asked = visitor.play(story)
    body = visitor.body.input_value()
    subject = visitor.subject.input_value() if visitor.subject.is_visible() else ""
    assert lost(story, body) == []
    assert invented(f"{subject}\n{body}", story.typed(asked), story.task) == []


@STORIES
def test_the_brief_shows_what_was_understood(story: Story, visit: Visit) -> None:
    visitor = visit()
    visitor.play(story)
    brief = visitor.tab("Brief")
    expect(brief.locator("#apply-brief")).to_be_visible()
    shown = " | ".join(field.input_value() for field in brief.locator("textarea, input").all()).lower()
    assert [value for value in story.brief.values() if str(value).lower() not in shown] == []


def test_a_fact_put_right_by_hand_in_the_brief_changes_the_draft(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    brief = visitor.tab("Brief")
    brief.get_by_label("To (name)").fill("Hyejin Choi")
    brief.get_by_role("button", name="Use these facts").click()
    visitor.tab("Draft")
    expect(visitor.body).to_have_value(re.compile("Dear Dr Choi,"))


@STORIES
def test_the_sources_open_at_the_right_passage(story: Story, visit: Visit) -> None:
    visitor = visit()
    visitor.play(story)
    sources = visitor.tab("Sources")
    expect(sources.locator("article.source").first).to_be_visible()
    for passage in story.passages:
        expect(sources.locator("code", has_text=passage).first).to_be_visible()
    for source in sources.locator("article.source").all():
        opens_at_its_passage(source)


def opens_at_its_passage(source: Locator) -> None:
    """The quotation stands marked in its passage, and the whole guide opens with that heading in sight."""
    mark = source.locator("mark").first
    mark.scroll_into_view_if_needed()
    expect(mark).to_be_visible()
    quoted = flat(source.locator("mark").first.inner_text())
    assert len(flat(" ".join(source.locator("mark").all_inner_texts()))) > 20
    guide, here = source.locator(".guide"), source.locator(".guide h5.here")
    expect(guide).to_be_hidden()
    source.get_by_text("The whole guide").click()
    expect(guide).to_be_visible()
    expect(here).to_have_count(1)
    assert source.locator("h4").first.inner_text().endswith(f": {here.inner_text()}")
    assert quoted in flat(guide.inner_text())
    expect(here).to_be_in_viewport()


@STORIES
def test_a_word_file_of_the_draft_opens(story: Story, visit: Visit) -> None:
    visitor = visit()
    visitor.play(story)
    document = Document(io.BytesIO(saved(visitor, "docx").read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    written = flat(" ".join([*(paragraph.text for paragraph in document.paragraphs), *cells]))
    assert lost(story, written) == lost(story, visitor.body.input_value())
    last = visitor.body.input_value().splitlines()[-1]
    assert flat(last.replace("**", "")) in written


def test_the_calendar_file_of_an_agenda_opens(visit: Visit) -> None:
    visitor = visit()
    visitor.play(next(story for story in read_stories() if story.task == "agenda"))
    calendar: Any = Calendar.from_ical(saved(visitor, "ics").read_bytes())
    [event] = calendar.walk("VEVENT")
    start, end = event["dtstart"].dt, event["dtend"].dt
    assert (start.month, start.day, start.hour, start.minute) == (11, 24, 14, 0)
    assert end - start == timedelta(minutes=45)
    assert "library" in event["location"]
    assert "foreman" in event["description"]


def test_the_kit_of_a_training_opens(visit: Visit) -> None:
    visitor = visit()
    visitor.play(next(story for story in read_stories() if story.task == "session_plan"))
    with ZipFile(saved(visitor, "zip")) as archive:
        assert archive.testzip() is None
        assert "hospice" in archive.read("text/1-plan.md").decode()
        assert "comfort" in archive.read("text/3-role-play-card.md").decode()


def test_every_kind_of_file_holds_the_draft_as_it_stands(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    visitor.body.press_sequentially(" PS")
    for ending in ("txt", "md", "docx", "txt"):
        content = saved(visitor, ending).read_bytes()
        text = (
            content.decode()
            if ending != "docx"
            else "\n".join(paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs)
        )
        assert visitor.subject.input_value() in text
        assert text.rstrip().endswith(" PS")


@STORIES
def test_shorter_shows_the_change_and_undo_takes_it_back(story: Story, visit: Visit) -> None:
    visitor = visit()
    visitor.play(story)
    first = visitor.body.input_value()
    visitor.say("shorter")
    expect(visitor.body).not_to_have_value(first)
    assert len(visitor.body.input_value()) < len(first)
    changes = visitor.page.locator("#changes")
    expect(changes.locator("del").first).to_be_visible()
    visitor.say("undo")
    expect(visitor.body).to_have_value(first)


def test_words_typed_into_the_draft_are_checked_as_they_are_typed(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    visitor.body.press("Control+End")
    visitor.body.press_sequentially("\nPS. Professor Zarathustra of Uppsala sends his regards.")
    expect(visitor.page.locator("#changes ins").first).to_be_visible()
    expect(visitor.tab("Checks").locator(".finding.fail")).to_contain_text("Zarathustra")


def test_words_taken_out_of_the_draft_are_checked_as_they_go(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    before, added = visitor.body.input_value(), "\nPS. I met Zarathustra."
    visitor.body.press("Control+End")
    visitor.body.press_sequentially(added)
    expect(visitor.tab("Checks").locator(".finding.fail")).to_contain_text("Zarathustra")
    visitor.tab("Draft")
    visitor.body.press("Control+End")
    for _ in added:
        visitor.body.press("Backspace")
    expect(visitor.body).to_have_value(before)
    expect(visitor.tab("Checks").locator(".finding.fail")).to_have_count(0)


def test_words_pasted_into_the_draft_are_checked(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    visitor.body.fill(f"{visitor.body.input_value()}\nPS. Professor Zarathustra sends his regards.")
    expect(visitor.tab("Checks").locator(".finding.fail")).to_contain_text("Zarathustra")


def test_a_change_asked_for_keeps_what_was_edited_by_hand(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    visitor.body.press("Control+End")
    visitor.body.press_sequentially("\nPS. I am in the lab on Mondays.")
    edited = visitor.body.input_value()
    visitor.say("shorter")
    expect(visitor.body).not_to_have_value(edited)
    visitor.say("undo")
    expect(visitor.body).to_have_value(edited)


def test_two_visitors_side_by_side_never_see_each_others_words(visit: Visit) -> None:
    one, other, *_ = read_stories()
    first, second = visit(), visit()
    first.play(one)
    second.play(other)
    first.say("shorter")
    second.say("warmer")
    for visitor, foreign in ((first, other), (second, one)):
        expect(visitor.page.locator("#chat [data-testid=bot]")).to_have_count(visitor.turns)
        for name in TABS:
            visitor.tab(name)
            assert foreign.secret not in everything(visitor.page)


def everything(page: Page) -> str:
    """The page's text with what stands in its fields."""
    return page.evaluate(
        "[document.documentElement.outerHTML, ...[...document.querySelectorAll('textarea, input')].map(x => x.value)]"
    ).__repr__()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
@pytest.mark.parametrize("tab", TABS)
def test_no_wcag_violation_is_found_after_a_draft(width: int, scheme: str, tab: str, visit: Visit) -> None:
    visitor = visit(width, scheme)
    visitor.play(METALLURGIST)
    for closed in visitor.tab(tab).locator("summary").all():
        closed.click()
    found = Axe().run(visitor.page, options=WCAG).response["violations"]
    assert [(rule["id"], node["html"][:160]) for rule in found for node in rule["nodes"]] == []


@pytest.mark.parametrize("tab", TABS)
def test_nothing_runs_out_of_a_page_of_390_pixels(tab: str, visit: Visit) -> None:
    visitor = visit(390)
    visitor.play(METALLURGIST)
    parts = [visitor.tab(tab), *(visitor.page.locator(part) for part in ("#title", "#role", "#chat", "#box", "#send"))]
    assert visitor.page.evaluate("document.scrollingElement.scrollWidth") <= 390
    for part in parts:
        box = part.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390, part


def test_the_tab_key_reaches_the_message_and_send(visit: Visit) -> None:
    visitor = visit()
    visitor.open()
    visitor.page.locator("#title h1").click()
    reached: list[str] = []
    while "send" not in reached and len(reached) < 40:
        visitor.page.keyboard.press("Tab")
        reached.append(visitor.page.evaluate("document.activeElement.closest('#box, #send')?.id ?? ''"))
    assert "box" in reached
    assert reached[-1] == "send"


def test_enter_sends_the_message(visit: Visit) -> None:
    visitor = visit()
    visitor.open()
    box = visitor.page.locator("#box textarea")
    box.press_sequentially("how long should a first meeting be?")
    box.press("Enter")
    expect(visitor.page.locator("#chat [data-testid=user]")).to_have_text("how long should a first meeting be?")
    expect(box).to_have_value("")


def test_a_message_can_be_sent_with_the_keyboard_alone(visit: Visit) -> None:
    visitor = visit()
    visitor.open()
    visitor.page.locator("#box textarea").focus()
    visitor.page.keyboard.type(METALLURGIST.opening)
    for _ in range(40):
        visitor.page.keyboard.press("Tab")
        if visitor.page.evaluate("document.activeElement.closest('#send') !== null"):
            break
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#chat [data-testid=bot]")).to_have_count(1)


MARKUP = 'write to Dr Choe <img src="stolen.png" onerror="window.hurt = true"> ![seen](http://elsewhere.example/x.png)'


def test_markup_in_a_message_is_shown_as_text_and_loads_nothing(visit: Visit) -> None:
    visitor = visit()
    asked_for: list[str] = []
    visitor.page.on("request", lambda request: asked_for.append(request.url))
    visitor.open()
    visitor.say(MARKUP)
    expect(visitor.page.locator("#chat [data-testid=bot]")).to_have_count(1)
    typed = visitor.page.locator("#chat [data-testid=user]")
    expect(typed.locator("img")).to_have_count(0)
    expect(typed).to_have_text(MARKUP)
    assert [url for url in asked_for if url.endswith(".png")] == []
    assert visitor.page.evaluate("window.hurt") is None


def test_markup_in_a_draft_is_shown_as_text_and_loads_nothing(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    asked_for: list[str] = []
    visitor.page.on("request", lambda request: asked_for.append(request.url))
    before = visitor.body.input_value()
    visitor.say(
        'add that I saw <img src="stolen.png" onerror="window.hurt = true"> ![seen](http://elsewhere.example/x.png)'
    )
    expect(visitor.body).not_to_have_value(before)
    expect(visitor.page.locator("#changes ins").first).to_be_visible()
    for name in TABS:
        visitor.tab(name)
    expect(visitor.page.locator("#chat [data-testid] img, #beside img")).to_have_count(0)
    assert [url for url in asked_for if url.endswith(".png")] == []
    assert visitor.page.evaluate("window.hurt") is None


def test_a_reloaded_page_keeps_working(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    assert visitor.complaints == []
    visitor.page.reload()
    expect(visitor.page.locator("#send")).to_be_enabled()
    visitor.complaints.clear()  # what the old page said about answers that it could no longer wait for
    visitor.turns = 0
    visitor.tell(METALLURGIST)
    expect(visitor.body).not_to_have_value("")
    expect(visitor.page.locator("#chat [data-testid=user]")).to_have_count(visitor.turns)


def test_a_new_conversation_begins_with_nothing(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    visitor.page.get_by_role("button", name="New conversation").click()
    expect(visitor.body).to_have_value("")
    expect(visitor.page.locator("#chat [data-testid=user]")).to_have_count(0)
    for name in TABS:
        visitor.tab(name)
        assert METALLURGIST.secret not in everything(visitor.page)


def test_a_dial_shows_what_it_would_change_and_changes_it(visit: Visit) -> None:
    visitor = visit()
    visitor.play(METALLURGIST)
    formality = visitor.page.locator("#dial-formality")
    expect(formality).to_be_visible()
    visitor.page.locator(".dials summary").click()
    promised = visitor.page.locator(".dials ins", has_text="Yours sincerely").first
    expect(promised).to_be_visible()
    before = visitor.body.input_value()
    formality.get_by_label("formal", exact=True).check()
    expect(visitor.body).to_have_value(re.compile("Yours sincerely"))
    assert visitor.body.input_value() != before
    expect(visitor.page.locator("#changes")).to_contain_text("Yours sincerely")


def test_a_german_browser_gets_a_german_page_and_conversation(visit: Visit) -> None:
    visitor = visit(locale="de-DE")
    page = visitor.page
    page.goto(visitor.address)
    expect(page.get_by_role("tab", name="Prüfungen")).to_be_visible()
    expect(page.locator("#title")).to_contain_text("Keine Therapie")
    page.get_by_role("button", name="Danke sagen").click()
    expect(page.locator("#chat")).to_contain_text("Was war der Anlass")
    answers = ("das Gespräch am Donnerstag", "Sie haben nach der Nachtschicht gefragt", "Ich habe drei gefragt", "Lena")
    asked = ("Was hat die Person gesagt", "Was haben Sie damit gemacht", "Und Ihr Name", "Sagen Sie mir")
    for answer, question in zip(answers, asked, strict=True):
        visitor.say(answer)
        expect(page.locator("#chat")).to_contain_text(question)
    expect(visitor.body).to_have_value(re.compile("Gespräch am Donnerstag"))
    expect(page.locator("#subject")).to_contain_text("Betreff")
    page.get_by_role("tab", name="Angaben").click()
    expect(page.get_by_label("Sie oder du")).to_be_visible()
