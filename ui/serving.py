"""Starting the web app: on this machine only, with nothing that could call out."""

import threading
import time
import webbrowser
from typing import Any
from urllib.request import urlopen

import typer

from assistant.build import make_coach, make_library, preload
from assistant.errors import BadSettings
from assistant.settings import Settings
from assistant.voices.spoken import language_of
from knowledge.library import LocalLibrary

POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:; style-src 'self' "
    "'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'self'; base-uri "
    "'self'; object-src 'none'"
)
_EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - compared with, never bound here
_HERE = ("127.0.0.1", "localhost", "::1")
"""Hosts on which nobody but this machine's user can come to the page."""
_FETCHES = ("/gradio_api/file=http", "/gradio_api/proxy=", "/file=http", "/proxy=")


class Guard:
    """ASGI middleware: the content policy on every answer, and no route that fetches for others."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "http" and str(scope["path"]).lower().startswith(_FETCHES):
            await send({"type": "http.response.start", "status": 403, "headers": [(b"content-type", b"text/plain")]})
            await send({"type": "http.response.body", "body": b"Not served here."})
            return

        async def guarded(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message["headers"],
                    (b"content-security-policy", POLICY.encode()),
                    (b"referrer-policy", b"no-referrer"),
                    (b"x-content-type-options", b"nosniff"),
                ]
            await send(message)

        await self._app(scope, receive, guarded)


def launch(settings: Settings, *, block: bool = False) -> Any:
    """Start serving and return the page; the index and the model load beside it."""
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware

    from ui import theme, web
    from ui.page_words import WORDS

    library = make_library(settings)
    page = web.build(make_coach(settings, library), library, settings, may_change=settings.host in _HERE)
    page.queue(max_size=64, default_concurrency_limit=8, api_open=False)
    guards = [Middleware(TrustedHostMiddleware, allowed_hosts=_hosts(settings.host)), Middleware(Guard)]
    try:
        page.launch(
            server_name=settings.host,
            server_port=settings.port,
            prevent_thread_lock=True,
            quiet=True,
            share=False,
            show_error=False,
            inbrowser=False,
            footer_links=[],
            run_history=False,
            enable_monitoring=False,
            ssr_mode=False,
            max_file_size=f"{settings.max_file_mb}mb",
            strict_cors=True,
            theme=theme.theme(),
            css=theme.CSS,
            head=theme.HEAD,
            i18n=WORDS,
            app_kwargs={"middleware": guards, "docs_url": None, "redoc_url": None},
        )
    except OSError as exc:
        raise BadSettings(
            f"Port {settings.port} is taken. Stop what runs there, or choose another: MENTOR_PORT=7861 make start."
        ) from exc
    threading.Thread(target=_warm_up, args=(library, settings), daemon=True).start()
    return page


def _warm_up(library: LocalLibrary, settings: Settings) -> None:
    library.open()
    language_of("Which language is this?")
    preload(settings)


def _hosts(host: str) -> list[str]:
    """The names by which a browser may call: this machine's, or any when served to a network on purpose."""
    return ["*"] if host in _EVERYWHERE else ["127.0.0.1", "localhost", "[::1]", host]


def serve(settings: Settings, open_browser: bool) -> None:
    """Serve until interrupted; print the address once it answers."""
    page = launch(settings)
    address = f"http://{settings.host}:{settings.port}"
    for _ in range(100):
        try:
            urlopen(address, timeout=2).close()
            break
        except OSError:
            time.sleep(0.1)
    typer.echo(f"Mentor Coach is at {address} (Ctrl-C stops it).")
    if open_browser:
        webbrowser.open(address)
    page.block_thread()
