"""Another embedder behind an address: built beside the built-in vectors, which serve meanwhile and when it fails."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from knowledge.embeddings import MiniLM
from knowledge.errors import LibraryError
from knowledge.guides import load_guides
from knowledge.library import LocalLibrary
from knowledge.remote_embeddings import RemoteEmbedder
from knowledge.second_index import FOLDER, SecondIndex
from knowledge.sources import sources_in

QUESTION = "how long should a first email be?"
GUIDES = load_guides()[:6]


class EmbeddingServer:
    """An OpenAI-compatible server of embeddings: the built-in ones, squeezed to another scale."""

    def __init__(self, embedder: MiniLM) -> None:
        self.embedder = embedder
        self.texts: list[str] = []
        self.works = True
        self.shrink = 1.0
        self.gate = threading.Event()
        self.gate.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def vectors(self, texts: list[str]) -> list[list[float]]:
        self.gate.wait(20)
        self.texts += texts
        return [[*(self.shrink * x for x in vector), 0.8] for vector in self.embedder.embed_documents(texts)]

    @contextmanager
    def running(self) -> Iterator[None]:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()
        yield
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, format: str, *args: Any) -> None:
                pass

            def do_POST(self) -> None:
                asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
                status = 200 if server.works else 503
                rows = [
                    {"object": "embedding", "index": n, "embedding": vector}
                    for n, vector in enumerate(server.vectors(asked["input"]) if server.works else [])
                ]
                body = json.dumps(
                    {"object": "list", "data": rows, "model": "x", "usage": {"prompt_tokens": 1, "total_tokens": 1}}
                )
                self.send_response(status)
                self.send_header("content-type", "application/json")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body.encode())

        return Handler


@pytest.fixture
def server(embedder: MiniLM) -> Iterator[EmbeddingServer]:
    made = EmbeddingServer(embedder)
    with made.running():
        yield made


def library_at(data: Path, server: EmbeddingServer, model: str = "squeezed") -> LocalLibrary:
    def second() -> SecondIndex:
        own = server.embedder
        return SecondIndex(data, RemoteEmbedder(server.address, model, "k", own), own)

    return LocalLibrary(data, guides=GUIDES, second=second)


def test_the_other_embedder_answers_once_it_is_built(server: EmbeddingServer, tmp_path: Path) -> None:
    library = library_at(tmp_path, server)
    library.open()
    library.settle()
    assert len(server.texts) > 100
    before = len(server.texts)
    found = library.search(QUESTION)
    assert server.texts[before:] == [QUESTION]
    alone = LocalLibrary(tmp_path, guides=GUIDES).search(QUESTION)
    assert [hit.passage.id for hit in found.hits[:3]] == [hit.passage.id for hit in alone.hits[:3]]
    assert found.covered
    assert found.hits[0].cosine == pytest.approx(alone.hits[0].cosine, abs=0.08), "cosines are on the built-in scale"
    assert not library.search("what is the boiling point of tungsten hexafluoride?").covered


def test_the_built_in_vectors_serve_while_the_others_are_made(server: EmbeddingServer, tmp_path: Path) -> None:
    server.gate.clear()
    library = library_at(tmp_path, server)
    started = time.monotonic()
    found = library.search(QUESTION)
    assert time.monotonic() - started < 15
    assert found.covered
    assert server.texts == []
    server.gate.set()
    library.settle()
    library.search(QUESTION)
    assert server.texts[-1] == QUESTION


def test_the_built_in_vectors_answer_when_the_server_does_not(server: EmbeddingServer, tmp_path: Path) -> None:
    library = library_at(tmp_path, server)
    library.open()
    library.settle()
    server.works = False
    assert library.search(QUESTION).covered


def test_a_server_that_is_not_there_at_first_leaves_the_library_as_it_is(
    server: EmbeddingServer, tmp_path: Path
) -> None:
    server.works = False
    library = library_at(tmp_path, server)
    assert library.search(QUESTION).covered
    library.settle()
    server.works = True
    again = library_at(tmp_path, server)
    again.open()
    again.settle()
    before = len(server.texts)
    again.search(QUESTION)
    assert server.texts[before:] == [QUESTION]


def test_a_new_start_embeds_nothing_again_and_another_model_everything(server: EmbeddingServer, tmp_path: Path) -> None:
    for model, anew in (("one", True), ("one", False), ("two", True)):
        before = len(server.texts)
        library = library_at(tmp_path, server, model)
        library.open()
        library.settle()
        assert (len(server.texts) > before + 100) == anew
        library.search(QUESTION)
        assert server.texts[-1] == QUESTION


def test_what_is_added_is_found_and_what_is_removed_is_gone_from_every_folder(
    server: EmbeddingServer, tmp_path: Path
) -> None:
    library = library_at(tmp_path / "data", server)
    library.open()
    library.settle()
    (tmp_path / "data" / FOLDER / "of-another-embedder").mkdir()
    paper = tmp_path / "harbour.md"
    paper.write_text("# Harbour\n\nWhoever carries the lantern speaks at the harbour, and the others listen.\n")
    list(library.add(sources_in([paper], library.limits), "ours"))
    library.settle()
    found = library.search("who carries the lantern at the harbour?")
    assert server.texts[-1].startswith("who carries")
    assert "lantern" in found.hits[0].passage.text
    assert found.hits[0].passage.names == (str(paper),)
    library.remove([document.id for document in library.documents()])
    assert "lantern" not in str([hit.passage.text for hit in library.search("who carries the lantern?").hits])
    assert [folder.name for folder in (tmp_path / "data" / FOLDER).iterdir()] == [library.second.folder.name]  # pyright: ignore[reportOptionalMemberAccess]
    kept = b"".join(file.read_bytes() for file in (tmp_path / "data").rglob("*.db*"))
    assert b"lantern speaks" not in kept


def kept(data: Path) -> bytes:
    return b"".join(file.read_bytes() for file in (data / FOLDER).rglob("*.db*"))


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "harbour.md"
    file.write_text("# Harbour\n\nWhoever carries the lantern speaks at the harbour, and the others listen.\n")
    return file


def test_what_is_removed_is_gone_though_the_server_is_down(
    server: EmbeddingServer, tmp_path: Path, paper: Path
) -> None:
    library = library_at(tmp_path / "data", server)
    list(library.add(sources_in([paper], library.limits), "ours"))
    library.settle()
    assert b"lantern speaks" in kept(tmp_path / "data")
    server.works = False
    library.remove([document.id for document in library.documents()])
    assert b"lantern speaks" not in kept(tmp_path / "data")


def test_what_another_process_removes_in_the_meantime_does_not_come_back(
    server: EmbeddingServer, tmp_path: Path, paper: Path
) -> None:
    LocalLibrary(tmp_path / "data", guides=GUIDES).open()
    alone = LocalLibrary(tmp_path / "data", guides=GUIDES)
    list(alone.add(sources_in([paper], alone.limits), "ours"))
    server.gate.clear()
    library = library_at(tmp_path / "data", server)
    library.open()
    (document,) = alone.documents()
    with alone.parts.tables.writing():
        alone.parts.catalogue.remove(document.id)
        alone.parts.tables.set("state", f"{alone.state}-later")
    server.gate.set()
    library.settle()
    assert b"lantern speaks" not in kept(tmp_path / "data")
    library.search(QUESTION)
    assert server.texts[-1] == QUESTION


def test_after_a_change_by_another_process_the_index_catches_up(
    server: EmbeddingServer, tmp_path: Path, paper: Path
) -> None:
    library = library_at(tmp_path / "data", server)
    library.open()
    library.settle()
    other = LocalLibrary(tmp_path / "data", guides=GUIDES)
    list(other.add(sources_in([paper], other.limits), "ours"))
    library.search(QUESTION)
    library.settle()
    found = library.search("who carries the lantern at the harbour?")
    assert server.texts[-1].startswith("who carries")
    assert "lantern" in found.hits[0].passage.text


def test_an_embedder_that_tells_nothing_apart_is_not_used(
    server: EmbeddingServer, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server.shrink = 0.01
    library = library_at(tmp_path, server)
    library.open()
    library.settle()
    assert "does not tell the passage" in caplog.text
    assert library.search(QUESTION).covered


@pytest.mark.parametrize(
    "sent",
    [
        {"data": [{"index": 0, "embedding": [], "object": "embedding"}]},
        {"data": []},
        {"data": [{"index": 0, "embedding": [float("nan")], "object": "embedding"}]},
        [],
    ],
)
def test_an_answer_without_vectors_is_said(sent: Any, embedder: MiniLM) -> None:
    from scripts.scripted_server import Sends, serving

    with serving(Sends(json.dumps(sent).encode(), "application/json")) as scripted:
        remote = RemoteEmbedder(scripted.address, "x", "k", embedder)
        with pytest.raises(LibraryError, match="embedding server"):
            remote.embed_query("hello")
