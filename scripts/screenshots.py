"""Play stories in the real app as people type them, for the browser tests and for the pictures in docs/screenshots."""

import io
import os
import re
import socket
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Playwright, expect, sync_playwright

from assistant.tasks import find_task
from scripts.ensure_chromium import find_chromium
from scripts.scripted_server import Says
from scripts.scripted_server import serving as scripted
from tests.stories import MOST_QUESTIONS, Story, read_stories

TARGET = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
SIZES = {1280: 900, 390: 844}
SCHEMES = ("light", "dark")
LARGEST = 200_000
"""Bytes of one picture in the repository."""
_CHROMIUM = (
    "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync "
    "--no-first-run"
).split()
_MENTOR = str(Path(sys.executable).with_name("mentor"))
_TURN_DONE = """([turns, questions]) => {
    const said = [...document.querySelectorAll('#chat [data-testid=bot]')];
    const last = said.length >= turns ? said[said.length - 1].innerText : '';
    const question = questions.findIndex(text => last.includes(text));
    return question >= 0 || document.querySelector('#body textarea').value ? [question] : null;
}"""


@dataclass(frozen=True)
class App:
    """The running app: where it answers, and what it writes about trouble."""

    address: str
    errors: Path


@contextmanager
def serving(data: Path) -> Generator[App]:
    """The app on a free port of this machine, once it answers and its index is ready."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("MENTOR_", "GRADIO_"))}
    clean |= {"TMPDIR": str(data), "GRADIO_TEMP_DIR": str(data / "files")}
    errors = data / "errors.log"
    command = [_MENTOR, "serve", "--port", str(_free_port()), "--data", str(data)]
    with (
        errors.open("w", encoding="utf-8") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True, env=clean, cwd=data) as process,
    ):
        assert process.stdout is not None
        try:
            printed = re.search(r"http://[\d.:]+", process.stdout.readline())
            if printed is None:
                raise RuntimeError(f"The app did not start: {errors.read_text(encoding='utf-8')}")
            subprocess.run([_MENTOR, "index", "--data", str(data)], check=True, capture_output=True, env=clean)
            yield App(printed[0], errors)
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def launch(playwright: Playwright) -> Browser:
    return playwright.chromium.launch(executable_path=find_chromium(), args=_CHROMIUM)


class Visitor:
    """A person at the page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.turns = 0
        self.complaints: list[str] = []
        """Errors that the page wrote to its console."""
        page.context.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)
        page.context.on("weberror", lambda found: self.complaints.append(str(found.error)))

    @property
    def body(self) -> Locator:
        return self.page.locator("#body textarea")

    @property
    def subject(self) -> Locator:
        return self.page.locator("#subject textarea, #subject input")

    def open(self, role: str = "mentee") -> None:
        self.page.goto(self.address)
        self.page.get_by_role("radio", name=role.capitalize()).check()
        expect(self.page.locator("#send")).to_be_enabled()

    def say(self, message: str) -> None:
        """Type a message and send it; what came of it is the caller's to wait for."""
        self.turns += 1
        self.page.locator("#box textarea").fill(message)
        self.page.locator("#send").click()

    def play(self, story: Story) -> tuple[str, ...]:
        """Open the page and tell a story until there is a draft; the fields that were asked for on the way."""
        self.open(story.role)
        return self.tell(story)

    def tell(self, story: Story) -> tuple[str, ...]:
        """As `play`, on the page as it is open."""
        asks = find_task(story.task).brief.asks
        fields, questions = list(asks), [ask.question for ask in asks.values()]
        asked: tuple[str, ...] = ()
        self.say(story.opening)
        for _ in range(MOST_QUESTIONS + 1):
            found: int = self.page.wait_for_function(_TURN_DONE, arg=[self.turns, questions]).json_value()[0]
            if found < 0:
                return asked
            field = fields[found]
            if field in asked or field not in story.answers:
                raise AssertionError(f"The app asks for {field}, which was said.")
            asked = (*asked, field)
            self.say(story.answers[field])
        raise AssertionError(f"The app asks more than {MOST_QUESTIONS} questions: {asked}.")

    def tab(self, name: str) -> Locator:
        """The panel of a tab, opened."""
        tab = self.page.get_by_role("tab", name=name)
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        panel = self.page.get_by_role("tabpanel")
        expect(panel).to_have_count(1)
        return panel


def main() -> None:
    TARGET.mkdir(parents=True, exist_ok=True)
    story = next(story for story in read_stories() if story.name == "metallurgist")
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(Path(folder)) as app,
        sync_playwright() as playwright,
        launch(playwright) as browser,
    ):
        for width, height in SIZES.items():
            for scheme in SCHEMES:
                page = browser.new_page(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if scheme == "dark" else "light",
                    reduced_motion="reduce",
                )
                visitor = Visitor(page, app.address)
                visitor.play(story)
                _pictures(visitor, f"{width}-{scheme}")
                _library(visitor, Path(folder), f"{width}-{scheme}")
                _model(visitor, f"{width}-{scheme}")
                page.close()


def _pictures(visitor: Visitor, suffix: str) -> None:
    """The conversation with its draft, the checks with what is fine, the sources with their marked passages."""
    page = visitor.page
    page.evaluate("scrollTo(0, 0)")
    _save(page, f"conversation-{suffix}")
    for name, shown in (("Checks", "article.finding"), ("Sources", "article.source mark")):
        panel = visitor.tab(name)
        expect(panel.locator(shown).first).to_be_attached()
        for closed in panel.locator("details.more:not([open]) > summary").all():
            closed.click()
        expect(panel.locator(shown).first).to_be_visible()
        page.evaluate("scrollTo(0, 0)")
        if "390" in suffix:
            page.get_by_role("tab", name=name).evaluate("tab => tab.scrollIntoView({block: 'start'})")
        _save(page, f"{name.lower()}-{suffix}")


HANDBOOK = """# Harbour mentoring handbook

## Who can be a mentor

Anybody with two years at the harbour. Line managers do not mentor people who report to them.

## How often you meet

Every second Tuesday, for forty minutes, on the quay or by telephone.
"""


def _library(visitor: Visitor, folder: Path, suffix: str) -> None:
    """The library with a document of one's own."""
    file = folder / "Harbour handbook.md"
    file.write_text(HANDBOOK, encoding="utf-8")
    panel = visitor.tab("Library")
    page = visitor.page
    page.locator("#files input[type=file]").set_input_files(str(file))
    expect(page.locator("#adding .summary")).to_be_visible(timeout=30_000)
    expect(panel.locator("#documents li")).to_have_count(1)
    page.evaluate("scrollTo(0, 0)")
    if "390" in suffix:
        page.get_by_role("tab", name="Library").evaluate("tab => tab.scrollIntoView({block: 'start'})")
    _save(page, f"library-{suffix}")


def _model(visitor: Visitor, suffix: str) -> None:
    """A model on this machine, tried out and used, with what was sent to it opened."""

    def coach(body: dict[str, Any]) -> Says:
        draft = re.search(r"<draft>\n(.*?)\n</draft>", body["messages"][-1]["content"], re.DOTALL)
        return Says(draft[1] if draft else '{"task": "none"}')

    with scripted(script=coach, models=("coach-8b",)) as server:
        panel, page = visitor.tab("Model"), visitor.page
        panel.locator("#address input").fill(server.address)
        panel.locator("#address input").press("Enter")
        panel.locator("#test-model").click()
        expect(panel.locator("#probes")).to_contain_text("JSON", timeout=60_000)
        panel.locator("#hides").get_by_role("radio", name="Always").check()
        panel.locator("#use-model").click()
        expect(page.locator("#engine")).to_contain_text("coach-8b")
        visitor.say("make it sound less like a robot")
        panel.locator("#sent summary").first.click()
        page.evaluate("scrollTo(0, 0)")
        if "390" in suffix:
            page.get_by_role("tab", name="Model").evaluate("tab => tab.scrollIntoView({block: 'start'})")
        _save(page, f"model-{suffix}", whole="1280" in suffix)


def _save(page: Page, name: str, *, whole: bool = False) -> None:
    path = TARGET / f"{name}.png"
    path.write_bytes(_smaller(page.screenshot(animations="disabled", caret="hide", full_page=whole)))
    print(path.name, path.stat().st_size)


def _smaller(picture: bytes) -> bytes:
    """The picture with a palette, small enough for a repository; as it is where Pillow is not there."""
    try:
        from PIL import Image
    except ImportError:
        return picture
    for colours in (256, 128, 64, 32):
        buffer = io.BytesIO()
        Image.open(io.BytesIO(picture)).convert("RGB").quantize(colours).save(buffer, "PNG", optimize=True)
        if buffer.tell() <= LARGEST:
            break
    return buffer.getvalue()


if __name__ == "__main__":
    main()
