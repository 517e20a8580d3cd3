"""Adding documents: what is unchanged costs nothing, what changes follows, and nothing is lost or doubled."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from knowledge.errors import LibraryError
from knowledge.library import LocalLibrary
from knowledge.model import Role
from knowledge.sources import sources_in, uploaded
from tests.knowledge.servers import ChromaRun
from tests.knowledge.shelves import CountsWords, added, outcomes, small_library, state, written

Make = Callable[..., LocalLibrary]
FIRST = (
    "# Handbook\n\n## First meeting\n\nAgree on a goal and an agenda.\n\n## Closing\n\nEnd with a closing and thanks.\n"
)
OTHER = "# Notes\n\nListen first, then ask.\n"


@pytest.fixture(scope="module")
def chroma(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ChromaRun]:
    with ChromaRun(tmp_path_factory.mktemp("chroma")) as server:
        yield server


@pytest.fixture(params=["embedded", "server"])
def make(request: pytest.FixtureRequest, tmp_path: Path) -> Make:
    """Libraries on one folder, with the vectors embedded or behind a real Chroma server."""
    url = request.getfixturevalue("chroma").url if request.param == "server" else ""
    return lambda data=tmp_path / "data", **more: small_library(data, chroma=url, **more)


def found(library: LocalLibrary, query: str) -> list[str]:
    return [hit.passage.text for hit in library.search(query, k=10, collections=["documents"]).hits]


def test_a_document_is_found_and_cited_by_title_and_heading(make: Make, tmp_path: Path) -> None:
    library = make()
    (result,) = added(library, written(tmp_path, "in/hand.md", FIRST))
    assert (result.outcome, result.title, result.passages) == ("added", "Handbook", 1)
    (hit,) = library.search("closing", collections=["documents"]).hits
    assert hit.passage.cited(hit.passage.text.index("End with")) == "Handbook, Closing"
    assert library.passage(hit.passage.id) == hit.passage
    assert library.collections() == ("guides", "documents")


def test_what_is_unchanged_costs_nothing(make: Make, tmp_path: Path) -> None:
    embedder = CountsWords()
    library = make(embedder=embedder)
    folder = written(tmp_path, "in/hand.md", FIRST).parent
    written(tmp_path, "in/notes.md", OTHER)
    assert outcomes(added(library, folder)) == {"hand.md": "added", "notes.md": "added"}
    before, embedded = state(library), len(embedder.embedded)
    assert outcomes(added(library, folder)) == {"hand.md": "unchanged", "notes.md": "unchanged"}
    assert state(library) == before
    assert len(embedder.embedded) == embedded


def test_a_file_that_was_only_touched_is_unchanged(make: Make, tmp_path: Path) -> None:
    library = make()
    file = written(tmp_path, "in/hand.md", FIRST)
    added(library, file)
    before = state(library)
    os.utime(file, (1, 1))
    assert outcomes(added(library, file)) == {"hand.md": "unchanged"}
    assert state(library) == before


def test_a_changed_file_replaces_its_passages_and_keeps_its_id(make: Make, tmp_path: Path) -> None:
    embedder = CountsWords()
    library = make(embedder=embedder)
    long = FIRST + "\n# More\n\n" + "Feedback is a gift. " * 60
    file = written(tmp_path, "in/hand.md", long)
    added(library, file)
    (before,) = library.documents()
    embedded = len(embedder.embedded)
    written(tmp_path, "in/hand.md", long.replace("Agree on a goal", "Agree on a listen"))
    assert outcomes(added(library, file)) == {"hand.md": "changed"}
    (after,) = library.documents()
    assert after.id == before.id
    assert not any("Agree on a goal" in text for text in found(library, "goal"))
    assert any("Agree on a listen" in text for text in found(library, "listen"))
    assert len(embedder.embedded) == embedded + 1
    assert state(library) == state(rebuilt(make, tmp_path, file))


def rebuilt(make: Make, tmp_path: Path, *paths: Path) -> LocalLibrary:
    """A library of the same files made from nothing."""
    fresh = make(data=tmp_path / f"fresh-{random.random()}")
    added(fresh, *paths)
    return fresh


def test_a_file_that_is_gone_from_its_folder_disappears(make: Make, tmp_path: Path) -> None:
    library = make()
    folder = written(tmp_path, "in/hand.md", FIRST).parent
    gone = written(tmp_path, "in/notes.md", OTHER)
    added(library, folder)
    gone.unlink()
    assert outcomes(added(library, folder)) == {"hand.md": "unchanged", "notes.md": "removed"}
    assert found(library, "listen") != ["Listen first, then ask."]
    assert state(library) == state(rebuilt(make, tmp_path, folder))


def test_adding_one_file_takes_no_other_away(make: Make, tmp_path: Path) -> None:
    library = make()
    added(library, written(tmp_path, "in/hand.md", FIRST))
    assert outcomes(added(library, written(tmp_path, "in/notes.md", OTHER))) == {"notes.md": "added"}
    assert len(library.documents()) == 2


def test_a_moved_file_keeps_its_id(make: Make, tmp_path: Path) -> None:
    library = make()
    file = written(tmp_path, "in/hand.md", FIRST)
    added(library, file)
    (before,) = library.documents()
    moved = tmp_path / "elsewhere.md"
    file.rename(moved)
    assert outcomes(added(library, moved)) == {"elsewhere.md": "same text"}
    (after,) = library.documents()
    assert (after.id, after.names) == (before.id, (str(moved),))


def test_the_same_text_twice_is_stored_once_and_cited_with_both_names(make: Make, tmp_path: Path) -> None:
    library = make()
    folder = written(tmp_path, "in/hand.md", FIRST).parent
    written(tmp_path, "in/copies/hand.md", FIRST)
    assert sorted(result.outcome for result in added(library, folder)) == ["added", "same text"]
    (document,) = library.documents()
    assert len(document.names) == 2
    (hit,) = library.search("closing", collections=["documents"]).hits
    assert hit.passage.cited() == "Handbook, First meeting (in copies/hand.md and in/hand.md)"


def test_when_one_of_two_copies_changes_the_other_stays(make: Make, tmp_path: Path) -> None:
    library = make()
    folder = written(tmp_path, "in/hand.md", FIRST).parent
    written(tmp_path, "in/copy.md", FIRST)
    added(library, folder)
    written(tmp_path, "in/copy.md", OTHER)
    added(library, folder)
    assert sorted(document.title for document in library.documents()) == ["Handbook", "Notes"]
    written(tmp_path, "in/copy.md", FIRST)
    added(library, folder)
    assert [document.title for document in library.documents()] == ["Handbook"]


def test_the_same_file_may_stand_in_two_collections_for_two_roles(make: Make, tmp_path: Path) -> None:
    library = make()
    file = written(tmp_path, "in/hand.md", FIRST)
    added(library, file, collection="one", roles=(Role.MENTOR,))
    added(library, file, collection="two")
    assert [(d.collection, d.roles) for d in library.documents()] == [("one", (Role.MENTOR,)), ("two", ())]
    assert outcomes(added(library, file, collection="one", roles=(Role.TRAINER,))) == {"hand.md": "changed"}
    assert library.search("closing", Role.TRAINER, collections=["one"]).hits[0].passage.roles == (Role.TRAINER,)


def test_removing_takes_passages_names_words_and_vectors_along(make: Make, tmp_path: Path) -> None:
    library = make()
    library.open()
    empty = state(library)
    added(library, written(tmp_path, "in/hand.md", FIRST), written(tmp_path, "in/notes.md", OTHER))
    library.remove([document.id for document in library.documents()])
    assert state(library) == empty
    assert library.collections() == ("guides",)
    assert b"Agree on a goal" not in (library.data / "library.db").read_bytes()


def test_an_archive_is_read_without_unpacking_it(make: Make, tmp_path: Path) -> None:
    library = make()
    archive = tmp_path / "handbooks.zip"
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("docs/hand.md", FIRST)
        z.writestr("../../evil.md", OTHER)
        z.writestr("docs/picture.png", b"\x89PNG")
        z.writestr("__MACOSX/._hand.md", b"x")
    results = added(library, archive)
    assert sorted(r.name.removeprefix(f"{archive}/") for r in results) == ["docs/hand.md", "evil.md"]
    assert not (tmp_path.parent / "evil.md").exists()
    assert {r.outcome for r in added(library, archive)} == {"unchanged"}
    with zipfile.ZipFile(archive, "w") as z:
        z.writestr("docs/hand.md", FIRST)
    assert sorted(r.outcome for r in added(library, archive)) == ["removed", "unchanged"]


def test_an_archive_in_a_folder_is_read_too(make: Make, tmp_path: Path) -> None:
    library = make()
    written(tmp_path, "in/notes.md", OTHER)
    with zipfile.ZipFile(tmp_path / "in" / "more.zip", "w") as z:
        z.writestr("hand.md", FIRST)
    assert outcomes(added(library, tmp_path / "in")) == {"notes.md": "added", "hand.md": "added"}
    assert {r.outcome for r in added(library, tmp_path / "in")} == {"unchanged"}


def test_an_upload_is_known_by_its_name_and_replaced_by_the_next_of_that_name(make: Make, tmp_path: Path) -> None:
    library = make()
    for text, expected in ((FIRST, "added"), (FIRST, "unchanged"), (OTHER, "changed")):
        file = written(tmp_path, f"upload-{random.random()}/Handbook.md", text)
        results = list(library.add(uploaded([("Handbook.md", file)], library.limits)))
        assert [(r.name, r.outcome.value) for r in results] == [("Handbook.md", expected)]
        file.unlink()
    assert [document.title for document in library.documents()] == ["Notes"]


def test_one_bad_file_is_told_and_the_rest_goes_on(make: Make, tmp_path: Path) -> None:
    library = make()
    folder = written(tmp_path, "in/empty.md", "").parent
    written(tmp_path, "in/hand.md", FIRST)
    written(tmp_path, "in/broken.pdf", b"%PDF-1.7 and no more")
    results = {Path(r.name).name: r for r in added(library, folder)}
    assert {name: r.outcome.value for name, r in results.items()} == {
        "empty.md": "failed",
        "hand.md": "added",
        "broken.pdf": "failed",
    }
    assert results["empty.md"].reason == "It is empty."
    assert "damaged" in results["broken.pdf"].reason


def test_what_cannot_be_read_any_more_keeps_what_was_read(make: Make, tmp_path: Path) -> None:
    library = make()
    folder = written(tmp_path, "in/hand.md", FIRST).parent
    added(library, folder)
    written(tmp_path, "in/hand.md", b"\x00\x01\x02" * 50)
    (result,) = added(library, folder)
    assert result.outcome == "failed"
    assert result.reason.endswith("What was read of it before stays.")
    assert found(library, "closing") != []


def test_a_path_that_is_not_there_is_told(make: Make, tmp_path: Path) -> None:
    (result,) = added(make(), tmp_path / "nowhere")
    assert (result.outcome, result.reason) == ("failed", "There is no such file or folder. Check the path.")


@pytest.mark.parametrize("name", ["guides", "GUIDES", "", "   ", "x" * 61, "a\tb\x00"])
def test_a_collection_needs_a_name_of_its_own(name: str, tmp_path: Path) -> None:
    library = small_library(tmp_path / "data")
    with pytest.raises(LibraryError, match="collection"):
        added(library, written(tmp_path, "in/hand.md", FIRST), collection=name)


def test_stopping_a_run_keeps_what_is_done(make: Make, tmp_path: Path) -> None:
    library = make()
    for n in range(150):
        written(tmp_path, f"in/{n:03}.md", f"# Page {n}\n\nGoal number {n} is a goal.\n")
    running = library.add(sources_in([tmp_path / "in"], library.limits))
    next(running)
    running.close()
    done = len(library.documents())
    assert 0 < done < 150
    assert state(library)["due"] == 0
    results = added(library, tmp_path / "in")
    assert sum(r.outcome == "unchanged" for r in results) == done
    assert state(library) == state(rebuilt(make, tmp_path, tmp_path / "in"))


def test_a_second_open_library_sees_what_another_added(make: Make, tmp_path: Path) -> None:
    reader, writer = make(), make()
    assert found(reader, "closing") == []
    added(writer, written(tmp_path, "in/hand.md", FIRST))
    assert found(reader, "closing") == found(writer, "closing") != []
    writer.remove([document.id for document in writer.documents()])
    assert found(reader, "closing") == []


def test_guides_that_change_are_taken_in_and_documents_stay(make: Make, tmp_path: Path) -> None:
    added(make(), written(tmp_path, "in/hand.md", FIRST))
    library = make(guides=())
    assert library.search("goal", k=20).hits[0].passage.collection == "documents"
    assert make().search("goal", k=20, collections=["guides"]).hits[0].passage.id == "goals#p0"


def test_another_embedder_embeds_everything_anew(make: Make, tmp_path: Path) -> None:
    class Later(CountsWords):
        name = "counts-words/2"

    added(make(), written(tmp_path, "in/hand.md", FIRST))
    embedder = Later()
    library = make(embedder=embedder)
    assert found(library, "closing") != []
    assert any("Agree on a goal" in text for text in embedder.embedded)
    assert state(library)["due"] == 0


ADD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.knowledge.shelves import added, small_library
library = small_library(Path(sys.argv[2]))
library.open()
print("ready", flush=True)
added(library, Path(sys.argv[3]))
print("done", flush=True)
"""


def test_twenty_kills_at_random_moments_lose_nothing_and_double_nothing(tmp_path: Path, root: Path) -> None:
    random.seed(20)
    folder, data = tmp_path / "in", tmp_path / "data"
    for n in range(60):
        written(folder, f"{n:02}.md", f"# Page {n}\n\n" + f"Goal {n} and feedback {n}. " * 40)
    kills = 0
    for round_ in range(200):
        if kills >= 20:
            break
        # Each round changes some files, so that there is always something to write.
        for n in random.sample(range(60), 12):
            written(folder, f"{n:02}.md", f"# Page {n}\n\n" + f"Goal {n} in round {round_}, ask {n * round_}. " * 30)
        arguments = [sys.executable, "-c", ADD, str(root), str(data), str(folder)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(random.random() * 0.4)
            process.send_signal(signal.SIGKILL)
        kills += process.returncode == -signal.SIGKILL
        reader = small_library(data)
        assert reader.search("goal", k=3).hits, "the index is readable throughout"
    assert kills == 20
    library = small_library(data)
    added(library, folder)
    fresh = small_library(tmp_path / "fresh")
    added(fresh, folder)
    assert state(library) == state(fresh)
    assert [p for p in (data / "vectors").iterdir() if p.name.startswith("building-")] == []


def test_two_writers_at_once_end_with_one_right_library(tmp_path: Path, root: Path) -> None:
    for side in ("left", "right"):
        for n in range(30):
            written(tmp_path, f"{side}/{n}.md", f"# {side} {n}\n\nGoal {n} of {side}.\n")
    both = [
        subprocess.Popen(
            [sys.executable, "-c", ADD, str(root), str(tmp_path / "data"), str(tmp_path / side)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for side in ("left", "right")
    ]
    assert [process.communicate()[0] for process in both] == ["ready\ndone\n"] * 2
    fresh = small_library(tmp_path / "fresh")
    added(fresh, tmp_path / "left", tmp_path / "right")
    assert state(small_library(tmp_path / "data")) == state(fresh)


@pytest.mark.parametrize("damage", ["vector files", "sqlite", "snapshot", "all vectors"])
def test_damaged_vectors_are_laid_out_again_from_what_is_kept(damage: str, tmp_path: Path) -> None:
    """The copy is damaged, because Chroma keeps what it opened at a path."""
    original = small_library(tmp_path / "original")
    for n in range(40):
        written(tmp_path, f"in/{n}.md", f"# Page {n}\n\nGoal {n} is a goal.\n")
    added(original, tmp_path / "in")
    data = shutil.copytree(tmp_path / "original", tmp_path / "copy")
    (snapshot,) = [p for p in (data / "vectors").iterdir() if p.name == original.parts.tables.get("snapshot")]
    match damage:
        case "vector files":
            for folder in [p for p in snapshot.iterdir() if p.is_dir()]:
                shutil.rmtree(folder)
        case "sqlite":
            (snapshot / "chroma.sqlite3").write_bytes(b"no database " * 1000)
        case "snapshot":
            shutil.rmtree(snapshot)
        case _:
            shutil.rmtree(data / "vectors")
    embedder = CountsWords()
    library = small_library(data, embedder=embedder)
    library.open()
    assert state(library) == state(original)
    assert embedder.embedded == []


def test_a_damaged_catalogue_is_set_aside_and_the_guides_come_back(tmp_path: Path) -> None:
    written(tmp_path, "data/library.db", b"no database at all, but some bytes " * 100)
    library = small_library(tmp_path / "data")
    assert library.search("goal").hits[0].passage.id == "goals#p0"
    assert list((tmp_path / "data").glob("library.db.unreadable-*"))


def test_an_unwritable_folder_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryError, match="MENTOR_DATA_DIR"):
        small_library(tmp_path / "file").open()


def test_chromas_own_embedding_is_never_reached(tmp_path: Path, root: Path) -> None:
    """It would download a model to a folder in the home directory; here home is empty and the network closed."""
    home = tmp_path / "home"
    home.mkdir()
    written(tmp_path, "in/hand.md", FIRST)
    script = f"{ADD}\nlibrary.search('goal')\nprint('onnxruntime' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, str(root), str(tmp_path / "data"), str(tmp_path / "in")],
        env={**os.environ, "HOME": str(home)},
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout.split("\n") == ["ready", "done", "False", ""], done.stderr
    assert [p for p in home.rglob("*") if "chroma" in p.name or p.suffix == ".onnx"] == []


def test_files_that_change_places_lose_nothing(make: Make, tmp_path: Path) -> None:
    """Last year's handbook gets another name, and this year's takes its place."""
    library = make()
    folder = written(tmp_path, "in/handbook.md", FIRST).parent
    added(library, folder)
    (folder / "handbook.md").rename(folder / "old.md")
    written(tmp_path, "in/handbook.md", OTHER)
    added(library, folder)
    assert {Path(n).name: d.title for d in library.documents() for n in d.names} == {
        "handbook.md": "Notes",
        "old.md": "Handbook",
    }
    written(tmp_path, "in/handbook.md", FIRST)
    written(tmp_path, "in/old.md", OTHER)
    added(library, folder)
    assert {Path(n).name: d.title for d in library.documents() for n in d.names} == {
        "handbook.md": "Handbook",
        "old.md": "Notes",
    }


def test_headings_that_are_alike_get_anchors_of_their_own(make: Make, tmp_path: Path) -> None:
    library = make()
    text = "".join(f"# {heading}\n\n{'goal ' * 150}\n\n" for heading in ("Step", "Step", "Step 2", "Step", "???"))
    (result,) = added(library, written(tmp_path, "in/steps.md", text))
    assert (result.outcome, result.passages) == ("added", 5)


def test_one_odd_file_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library = small_library(tmp_path / "data")
    written(tmp_path, "in/a.md", "---\na: " + "[" * 100_000 + "\n---\n\n# A\n\nA goal.\n")
    written(tmp_path, "in/b.md", "---\ntitle: !!bool x\nx: !!timestamp foo\n---\n\n# B\n\nB goal.\n")
    written(tmp_path, "in/c.html", "<!-- a -->" * 60 + "<p>C goal.</p>")
    written(tmp_path, "in/d.md", "\n" * 60_000 + "D goal." + " " * 60_000)
    written(tmp_path, "in/e.md", ("Long goal. " * 300) + "\n\n&#8203;\n\n&#8203;\n")
    written(tmp_path, "in/f.md", FIRST)
    assert {r.outcome.value for r in added(library, tmp_path / "in")} == {"added"}
    assert [d.title for d in library.documents()].count("Handbook") == 1


def test_a_damaged_archive_in_a_folder_keeps_what_was_read_of_it(make: Make, tmp_path: Path) -> None:
    library = make()
    written(tmp_path, "in/notes.md", OTHER)
    with zipfile.ZipFile(tmp_path / "in" / "more.zip", "w") as z:
        z.writestr("hand.md", FIRST)
    added(library, tmp_path / "in")
    whole = (tmp_path / "in" / "more.zip").read_bytes()
    (tmp_path / "in" / "more.zip").write_bytes(whole[: len(whole) // 2])
    assert outcomes(added(library, tmp_path / "in")) == {"notes.md": "unchanged", "more.zip": "failed"}
    assert len(library.documents()) == 2


def test_files_of_other_kinds_are_told_and_archives_in_archives_too(make: Make, tmp_path: Path) -> None:
    library = make()
    written(tmp_path, "in/hand.md", FIRST)
    written(tmp_path, "in/old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    with zipfile.ZipFile(tmp_path / "in" / "more.zip", "w") as z:
        z.writestr("inner.zip", b"PK\x05\x06" + b"\0" * 18)
    results = {Path(r.name).name: r for r in added(library, tmp_path / "in")}
    assert results["old.doc"].outcome == "passed over"
    assert "archive inside an archive" in results["inner.zip"].reason


def test_two_files_of_one_name_in_one_drop_are_both_kept(make: Make, tmp_path: Path) -> None:
    library = make()
    drop = [("README.md", written(tmp_path, f"{n}/README.md", text)) for n, text in enumerate((FIRST, OTHER))]
    list(library.add(uploaded(drop, library.limits)))
    assert sorted(name for d in library.documents() for name in d.names) == ["README (2).md", "README.md"]


def test_removing_by_a_name_takes_only_what_is_meant(make: Make, tmp_path: Path) -> None:
    library = make()
    written(tmp_path, "one/hand.md", FIRST)
    written(tmp_path, "two/hand.md", FIRST)
    written(tmp_path, "two/notes.md", OTHER)
    added(library, tmp_path / "one", tmp_path / "two")
    for nothing in ("", "   ", "nowhere"):
        with pytest.raises(LibraryError, match="mentor documents"):
            library.remove_named(nothing)
    assert [d.title for d in library.remove_named(str(tmp_path / "two"))] == ["Notes"]
    (left,) = library.documents()
    assert left.names == (str(tmp_path / "one" / "hand.md"),)
    assert [d.title for d in library.remove_named("Handbook")] == ["Handbook"]


def test_a_library_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    small_library(tmp_path / "data").open()
    import sqlite3

    with sqlite3.connect(tmp_path / "data" / "library.db") as db:
        db.execute("PRAGMA user_version = 99")
    with pytest.raises(LibraryError, match="made by a newer Mentor Coach"):
        small_library(tmp_path / "data").open()


READ = """
import sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from tests.knowledge.shelves import small_library
library = small_library(Path(sys.argv[2]))
library.open()
print("ready", flush=True)
until, asked = time.monotonic() + 6, 0
while time.monotonic() < until:
    assert library.search("goal", collections=["guides"]).hits
    asked += 1
print("asked", asked > 20, flush=True)
"""


def test_readers_answer_all_the_time_beside_a_writer(tmp_path: Path, root: Path) -> None:
    library = small_library(tmp_path / "data")
    added(library, written(tmp_path, "in/hand.md", FIRST))
    command = [sys.executable, "-c", READ, str(root), str(tmp_path / "data")]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "ready\n"
    n = 0
    while any(reader.poll() is None for reader in readers):
        n += 1
        added(library, written(tmp_path, "in/hand.md", f"{FIRST}\n\nGoal number {n}.\n"))
    said = [reader.communicate() for reader in readers]
    assert [out for out, _ in said] == ["asked True\n"] * 2, [err[-500:] for _, err in said]
    assert n > 5
