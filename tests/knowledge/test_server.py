"""Vectors behind Chroma's own server: a clear word when it is gone, nothing lost when it is back, TLS and a token."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.errors import LibraryError
from knowledge.library import LocalLibrary
from knowledge.sources import sources_in
from tests.knowledge.servers import ChromaRun, Gate
from tests.knowledge.shelves import added, small_library, state, written

PAGES = 30


@pytest.fixture
def chroma(tmp_path: Path) -> Iterator[ChromaRun]:
    with ChromaRun(tmp_path / "chroma") as server:
        yield server


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for n in range(PAGES):
        written(tmp_path, f"in/{n:02}.md", f"# Page {n}\n\nGoal {n} is a goal.\n")
    return tmp_path / "in"


def test_a_server_that_is_gone_is_said_and_one_that_is_back_answers(
    chroma: ChromaRun, folder: Path, tmp_path: Path
) -> None:
    library = small_library(tmp_path / "data", chroma=chroma.url)
    added(library, folder)
    before = state(library)
    chroma.kill()
    with pytest.raises(LibraryError, match=r"does not answer.*MENTOR_CHROMA_URL.*nothing that was added is lost"):
        library.search("goal")
    chroma.start()
    assert library.search("goal").hits
    assert state(library) == before


def test_what_is_added_while_the_server_is_gone_is_sent_when_it_is_back(
    chroma: ChromaRun, folder: Path, tmp_path: Path
) -> None:
    library = small_library(tmp_path / "data", chroma=chroma.url)
    library.open()
    running = library.add(sources_in([folder], library.limits))
    next(running)
    chroma.kill()
    with pytest.raises(LibraryError, match="does not answer"):
        list(running)
    assert len(library.documents()) == PAGES
    chroma.start()
    again = small_library(tmp_path / "data", chroma=chroma.url)
    assert again.search("goal", collections=["documents"]).hits
    fresh = small_library(tmp_path / "fresh", chroma=chroma.url)
    added(fresh, folder)
    assert state(again) == state(fresh)


def test_a_server_that_comes_back_empty_is_filled_again(chroma: ChromaRun, folder: Path, tmp_path: Path) -> None:
    library = small_library(tmp_path / "data", chroma=chroma.url)
    added(library, folder)
    before = state(library)
    chroma.kill()
    shutil.rmtree(chroma.folder)
    chroma.start()
    again = small_library(tmp_path / "data", chroma=chroma.url)
    assert again.search("goal").hits
    assert state(again) == before


def test_two_libraries_on_one_server_do_not_mix(chroma: ChromaRun, tmp_path: Path) -> None:
    one = small_library(tmp_path / "one", chroma=chroma.url)
    two = small_library(tmp_path / "two", chroma=chroma.url)
    added(one, written(tmp_path, "in/a.md", "# A\n\nA goal of one.\n"))
    added(two, written(tmp_path, "in/b.md", "# B\n\nA goal of two.\n"))
    assert [hit.passage.title for hit in one.search("goal", collections=["documents"]).hits] == ["A"]
    assert [hit.passage.title for hit in two.search("goal", collections=["documents"]).hits] == ["B"]


def test_a_library_moves_from_the_folder_to_a_server_and_back(chroma: ChromaRun, folder: Path, tmp_path: Path) -> None:
    local = small_library(tmp_path / "data")
    added(local, folder)
    before = state(local)
    assert state(opened(tmp_path, chroma.url)) == before
    assert state(opened(tmp_path, "")) == before


def opened(tmp_path: Path, url: str) -> LocalLibrary:
    library = small_library(tmp_path / "data", chroma=url)
    library.open()
    return library


def test_tls_and_the_token_are_used_and_a_wrong_token_is_said(chroma: ChromaRun, tmp_path: Path) -> None:
    gate = Gate(chroma, "open sesame", tmp_path)
    try:
        library = small_library(tmp_path / "data", chroma=gate.url, token="open sesame", ca=gate.ca)
        added(library, written(tmp_path, "in/a.md", "# A\n\nA goal of one.\n"))
        assert library.search("goal", collections=["documents"]).hits
        assert gate.refused == 0
        with pytest.raises(LibraryError, match="does not let us in"):
            small_library(tmp_path / "other", chroma=gate.url, token="wrong", ca=gate.ca).open()
        with pytest.raises(LibraryError, match="does not answer"):
            small_library(tmp_path / "third", chroma=gate.url, token="open sesame").open()
    finally:
        gate.close()
