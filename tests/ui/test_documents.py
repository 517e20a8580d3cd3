"""Documents in the terminal: added, listed, asked and removed; the shape of the JSON, exit codes, errors."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.library import LocalLibrary
from tests.talking import Ran

Mentor = Callable[..., Ran]
HANDBOOK = """# Harbour mentoring handbook

## Tide meetings

Mentors and mentees of the harbour meet at every spring tide, on the quay, for forty minutes.

## Lantern rule

Whoever carries the lantern speaks, and everybody else listens until it is passed on.
"""


@pytest.fixture
def handbook(tmp_path: Path) -> Path:
    file = tmp_path / "harbour.md"
    file.write_text(HANDBOOK, encoding="utf-8")
    return file


@pytest.fixture(autouse=True)
def cleared(library: LocalLibrary) -> Iterator[None]:
    """The library that all tests share has no documents before and after."""
    yield
    library.remove([document.id for document in library.documents()])


def test_a_handbook_is_added_listed_asked_and_removed(mentor: Mentor, handbook: Path) -> None:
    ran = mentor("add", str(handbook), "--collection", "harbour", "--role", "mentor", "--json")
    assert ran.code == 0
    (row,) = ran.json
    assert row == {
        "name": str(handbook),
        "outcome": "added",
        "title": "Harbour mentoring handbook",
        "passages": 1,
        "reason": None,
        "note": None,
    }
    (listed,) = mentor("documents", "--json").json
    assert {"id", "collection", "title", "kind", "names", "roles", "words", "passages", "note", "added"} == set(listed)
    assert (listed["collection"], listed["kind"], listed["roles"]) == ("harbour", "Markdown", ["mentor"])
    answer = mentor("ask", "who may speak at the harbour when there is a lantern?", "--json").json
    assert not answer["abstained"]
    assert answer["citations"][0]["title"] == "Harbour mentoring handbook, Lantern rule"
    assert answer["citations"][0]["quote"] in HANDBOOK
    (gone,) = mentor("remove", str(handbook), "--json").json
    assert gone["id"] == listed["id"]
    assert mentor("documents").out.startswith("No documents yet.")


def test_only_the_collections_that_are_named_are_asked(mentor: Mentor, handbook: Path) -> None:
    mentor("add", str(handbook), "--collection", "harbour")
    question = "who may speak at the harbour when there is a lantern?"
    assert not mentor("ask", question, "--collection", "harbour", "--json").json["abstained"]
    titles = [c["title"] for c in mentor("ask", question, "--collection", "guides", "--json").json["citations"]]
    assert not any("Harbour" in title for title in titles)
    found = mentor("search", question, "--collection", "harbour", "--json").json
    assert {row["collection"] for row in found} == {"harbour"}
    assert found[0]["where"].startswith("Harbour mentoring handbook")
    said = mentor("chat", question, "--collection", "harbour").out
    assert "Whoever carries the lantern speaks" in said


def test_what_became_of_each_file_is_told_and_a_bad_one_sets_the_exit_code(
    mentor: Mentor, handbook: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty.md").touch()
    ran = mentor("add", str(tmp_path))
    assert ran.code == 1
    assert f"failed: {tmp_path}/empty.md: It is empty." in ran.out
    assert f"added: {handbook} (1 passage)" in ran.out
    assert ran.out.splitlines()[-1] == "1 failed, 1 added"
    assert mentor("add", str(handbook)).out == "1 unchanged\n"


def test_a_folder_is_removed_by_its_name(mentor: Mentor, handbook: Path) -> None:
    mentor("add", str(handbook.parent))
    assert mentor("remove", str(handbook.parent)).code == 0
    assert mentor("documents", "--json").json == []


WRONG = {
    "a role that is none": (("add", "x.md", "--role", "boss"), "'boss' is none of: mentee, mentor, trainer."),
    "the guides' collection": (("add", "x.md", "--collection", "guides"), "holds the built-in guides"),
    "a collection that is none": (("ask", "why?", "--collection", "nowhere"), "There are: guides"),
    "a document that is none": (("remove", "nothing"), "`mentor documents` lists those there are"),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_error_of_use_is_one_sentence_and_exit_code_2(case: str, mentor: Mentor) -> None:
    arguments, said = WRONG[case]
    ran = mentor(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_a_page_from_the_web_is_refused_until_its_host_is_allowed(
    mentor: Mentor, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = mentor("add", "https://example.org/handbook")
    assert ran.code == 1
    assert "switched off. Name the hosts that are allowed in MENTOR_URL_HOSTS" in ran.out
    monkeypatch.setenv("MENTOR_URL_HOSTS", "intranet.example, *.example.net")
    assert "example.org is not among the hosts" in mentor("add", "https://example.org/handbook").out


def test_limits_are_settings(mentor: Mentor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "large.txt").write_text("word " * 300_000, encoding="utf-8")
    monkeypatch.setenv("MENTOR_MAX_FILE_MB", "1")
    assert (
        "It is 2 MB; files up to 1 MB are read. Split it, or raise MENTOR_MAX_FILE_MB."
        in mentor("add", str(tmp_path / "large.txt")).out
    )


def _heed_ctrl_c() -> None:
    """A shell starts what runs in its background deaf to Ctrl-C; this command must hear it wherever it is tested."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


MANY = 400
"""Documents that take far longer to add than a key press."""


def test_ctrl_c_keeps_what_is_done_and_says_so(tmp_path: Path) -> None:
    for n in range(MANY):
        (tmp_path / f"{n:04}.md").write_text(
            f"# Page {n}\n\n" + f"Mentoring note {n} about goals. " * 30, encoding="utf-8"
        )
    mentor = str(Path(sys.executable).with_name("mentor"))
    data = tmp_path / ".data"
    subprocess.run([mentor, "index", "--data", str(data)], check=True, capture_output=True)
    command = [mentor, "add", str(tmp_path), "--data", str(data)]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=_heed_ctrl_c,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("added:")
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Stopped. What is done is kept; the same command goes on from here." in complaint
    listed = json.loads(
        subprocess.run([mentor, "documents", "--json", "--data", str(data)], capture_output=True, check=True).stdout
    )
    assert 0 < len(listed) < MANY
