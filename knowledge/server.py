"""Vectors in Chroma's own server, for libraries that several machines ask or one machine cannot hold.

The catalogue stays on the machine that writes; the server follows it. When it does not answer, what is due stays due
and is sent when it is there again.
"""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import re
import threading
import warnings
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from knowledge.errors import LibraryError
from knowledge.ledger import Ledger
from knowledge.tables import Tables
from knowledge.vectors import apply, differing, existing, found, store_name

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

CONNECT_SECONDS, ANSWER_SECONDS = 3.0, 60.0
"""Chroma's client waits for ever by itself."""


class ChromaServer:
    """A `VectorStore` behind `MENTOR_CHROMA_URL`. Threads share it."""

    def __init__(self, url: str, tables: Tables, embedder: str, token: str = "", ca: Path | None = None) -> None:
        self._url = url
        self._tables = tables
        self._embedder = embedder
        self._token = token
        self._ca = ca
        self._held: ClientAPI | None = None
        self._connecting = threading.Lock()

    def exists(self) -> bool:
        return True

    def is_sound(self, ledger: Ledger) -> bool:
        with self._explained():
            return bool(ledger.last_due()) or not any(differing(self._client, ledger.counts(), self._naming))

    def nearest(self, collection: str, vector: Sequence[float], k: int) -> list[tuple[str, float]]:
        with self._explained():
            return found(existing(self._client, self._naming(collection)), vector, k)

    def follow(self, ledger: Ledger) -> None:
        through = ledger.last_due()
        counts = ledger.counts()
        with self._explained():
            if through:
                apply(self._client, ledger.due(through), self._naming)
            wrong = set(differing(self._client, counts, self._naming))
            for collection in wrong:
                self._start_over(collection)
            if wrong:
                apply(self._client, (due for due in ledger.everything() if due.collection in wrong), self._naming)
        if through:
            with self._tables.writing():
                ledger.cross_out(through)
                ledger.forget_unused()

    def _start_over(self, collection: str) -> None:
        """Drop a collection that is not what it must be, as after a server came back without its data."""
        from chromadb.errors import NotFoundError

        try:
            self._client.delete_collection(self._naming(collection))
        except NotFoundError:
            return

    @property
    def _client(self) -> "ClientAPI":
        with self._connecting:
            if self._held is None:
                self._held = self._connected()
            return self._held

    def _connected(self) -> "ClientAPI":
        import chromadb
        import httpx
        from chromadb.config import Settings

        parts = urlsplit(self._url)
        secure = parts.scheme == "https"
        settings = Settings(anonymized_telemetry=False, chroma_server_ssl_verify=str(self._ca) if self._ca else None)
        headers = {"Authorization": f"Bearer {self._token}", "X-Chroma-Token": self._token} if self._token else {}
        with warnings.catch_warnings():
            # Chroma hands the file's name to httpx, which would rather have a context.
            warnings.filterwarnings("ignore", "`verify=<str>`", DeprecationWarning)
            client = chromadb.HttpClient(
                host=parts.hostname or "",
                port=parts.port or (443 if secure else 80),
                ssl=secure,
                headers=headers,
                settings=settings,
            )
        session: httpx.Client = client._server._session  # pyright: ignore
        session.timeout = httpx.Timeout(ANSWER_SECONDS, connect=CONNECT_SECONDS)
        return client

    @property
    def _library(self) -> str:
        return self._tables.get("library")

    def _naming(self, collection: str) -> str:
        return store_name(collection, self._embedder, self._library)

    @contextmanager
    def _explained(self) -> Generator[None]:
        """Whatever the client raises as one sentence; the next call connects anew."""
        import httpx
        from chromadb.errors import ChromaAuthError, ChromaError

        try:
            yield
        except (ChromaError, httpx.HTTPError, ValueError, OSError) as exc:
            self._held = None
            refused = isinstance(exc, ChromaAuthError) or bool(re.search(r"Unauthorized|Forbidden", str(exc)))
            raise LibraryError(_refused(self._url) if refused else _silent(self._url, exc)) from exc


def _refused(url: str) -> str:
    return f"The Chroma server at {url} does not let us in. See MENTOR_CHROMA_TOKEN."


def _silent(url: str, exc: Exception) -> str:
    return (
        f"The Chroma server at {url} does not answer as it should ({type(exc).__name__}). "
        "Start it or check MENTOR_CHROMA_URL and MENTOR_CHROMA_CA; nothing that was added is lost."
    )
