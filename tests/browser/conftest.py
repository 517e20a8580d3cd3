"""The real app, once a session, and visitors to it in Chromium."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from scripts.screenshots import App, Visitor, launch, serving

Visit = Callable[..., Visitor]


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    with serving(tmp_path_factory.mktemp("served")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """For one module only: while it lives, an event loop runs in this thread."""
    with sync_playwright() as playwright, launch(playwright) as chromium:
        yield chromium


@pytest.fixture
def visit(app: App, browser: Browser) -> Iterator[Visit]:
    """Lets a person come to the page. Whatever they do, nothing leaves this machine and nothing is complained about."""
    visitors: list[Visitor] = []
    outside: list[str] = []

    def come(width: int = 1280, scheme: str = "light", locale: str = "en-GB") -> Visitor:
        context = browser.new_context(
            viewport={"width": width, "height": 860},
            color_scheme=_scheme(scheme),
            accept_downloads=True,
            locale=locale,
        )
        context.set_default_timeout(10_000)
        context.on("request", lambda request: None if _ours(request.url, app) else outside.append(request.url))
        visitors.append(Visitor(context.new_page(), app.address))
        return visitors[-1]

    before = app.errors.stat().st_size
    yield come
    for visitor in visitors:
        visitor.page.context.close()
    assert outside == []
    assert [said for visitor in visitors for said in visitor.complaints] == []
    assert "Traceback" not in app.errors.read_bytes()[before:].decode()


def _scheme(name: str) -> Any:
    return name


def _ours(url: str, app: App) -> bool:
    return url.startswith((f"{app.address}/", "data:", "blob:"))
