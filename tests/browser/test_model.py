"""A model in the real app: tried out, chosen, streamed, shown word for word, stopped, and let go again."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from scripts.screenshots import Visitor
from scripts.scripted_server import Fails, Reply, Says, ScriptedServer, serving
from tests.assistant.models import OPENING, draft_in

pytestmark = pytest.mark.browser
Visit = Callable[..., Visitor]
WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], "resultTypes": ["violations"]}


def coach(body: dict[str, Any]) -> Reply:
    """A model that changes one sentence of each draft, slowly enough to watch."""
    draft = draft_in(body)
    if not draft:
        return Says('{"task": "none"}')
    return Says(draft.replace("Kind regards", "With kind regards"), first=0.2, between=0.01)


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with serving(script=coach) as running:
        yield running


def choose(visitor: Visitor, address: str, hides: str = "Always") -> None:
    """Point the page at a server and take its model."""
    tab = visitor.tab("Model")
    tab.locator("#address input").fill(address)
    tab.locator("#address input").press("Enter")
    tab.locator("#key input, #key textarea").first.fill("sk-secret-of-the-visitor")
    tab.locator("#test-model").click()
    expect(tab.locator("#probes")).to_contain_text("JSON", timeout=60_000)
    tab.locator("#hides").get_by_role("radio", name=hides).check()
    tab.locator("#use-model").click()
    expect(visitor.page.locator("#engine")).to_contain_text("scripted")


def test_a_model_is_tried_out_chosen_and_writes(visit: Visit, server: ScriptedServer) -> None:
    visitor = visit()
    visitor.open()
    expect(visitor.page.locator("#engine")).to_contain_text("Nothing leaves this machine")
    choose(visitor, server.address)
    expect(visitor.page.locator("#engine")).to_contain_text("Names and addresses are replaced")
    tried = len(server.received)
    visitor.say(OPENING)
    visitor.tab("Draft")
    expect(visitor.body).to_have_value(re.compile("With kind regards"))
    expect(visitor.body).to_have_value(re.compile("Dear Dr Choe"))
    raw = b"".join(one.raw for one in server.received[tried:])
    assert b"Choe" not in raw
    assert b"Raahe" not in raw
    assert server.received[-1].headers["authorization"] == "Bearer sk-secret-of-the-visitor"
    sent = visitor.tab("Model").locator("#sent")
    expect(sent).to_contain_text("tokens")
    sent.locator("summary").first.click()
    expect(sent).to_contain_text("PERSON_1")
    assert "sk-secret" not in visitor.page.content()


def test_another_visitor_is_not_on_ones_model(visit: Visit, server: ScriptedServer) -> None:
    first, second = visit(), visit()
    first.open()
    second.open()
    choose(first, server.address)
    before = len(server.received)
    second.say(OPENING)
    expect(second.body).to_have_value(re.compile("Dear Dr Choe"))
    assert len(server.received) == before
    second.tab("Model")
    expect(second.page.locator("#sent")).to_contain_text("Nothing was sent")


def test_a_model_is_let_go_again(visit: Visit, server: ScriptedServer) -> None:
    visitor = visit()
    visitor.open()
    choose(visitor, server.address)
    visitor.page.locator("#without-model").click()
    expect(visitor.page.locator("#engine")).to_contain_text("Nothing leaves this machine")
    before = len(server.received)
    visitor.say(OPENING)
    visitor.tab("Draft")
    expect(visitor.body).to_have_value(re.compile("Dear Dr Choe"))
    assert len(server.received) == before


def test_stop_ends_the_request_and_gives_the_message_back(visit: Visit) -> None:
    with serving(Says('{"task": "none"}'), script=None) as server:
        visitor = visit()
        visitor.open()
        choose(visitor, server.address)
        server._replies[:] = [Says("Dear Dr Choe, " * 50, first=20.0)]  # pyright: ignore[reportPrivateUsage]
        visitor.say(OPENING)
        expect(visitor.page.locator("#chat")).to_contain_text("Waiting for the model", timeout=15_000)
        visitor.page.locator("#stop").click()
        expect(visitor.page.locator("#box textarea")).to_have_value(OPENING)
        assert server.received[-1].left.wait(5.0)


def test_trouble_is_one_sentence_and_the_draft_is_there(visit: Visit) -> None:
    with serving(Says('{"task": "none"}')) as server:
        visitor = visit()
        visitor.open()
        choose(visitor, server.address)
        server._replies[:] = [Fails(401)]  # pyright: ignore[reportPrivateUsage]
        visitor.say(OPENING)
        expect(visitor.page.locator("#chat")).to_contain_text("does not accept the key")
        expect(visitor.page.locator("#chat")).to_contain_text("This was done without the model")
        visitor.tab("Draft")
        expect(visitor.body).to_have_value(re.compile("Dear Dr Choe"))


def test_an_address_that_is_none_is_refused_with_what_to_do(visit: Visit) -> None:
    visitor = visit()
    visitor.open()
    tab = visitor.tab("Model")
    tab.locator("#address input").fill("my laptop")
    tab.locator("#address input").press("Enter")
    tab.locator("#use-model").click()
    expect(visitor.page.locator("body")).to_contain_text("is no address of a server")
    expect(visitor.page.locator("#engine")).to_contain_text("Nothing leaves this machine")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_the_tab_can_be_read_by_everybody(width: int, scheme: str, visit: Visit, server: ScriptedServer) -> None:
    visitor = visit(width, scheme)
    visitor.open()
    choose(visitor, server.address)
    visitor.say(OPENING)
    visitor.tab("Model").locator("#sent summary").first.click()
    found = Axe().run(visitor.page, options=WCAG).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= width
