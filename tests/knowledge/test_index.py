"""The stored index: built when it must be, never half seen, safe with two writers, mended when damaged."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from knowledge.index import Index, open_index
from langchain_core.embeddings import Embeddings

from knowledge.errors import LibraryError
from knowledge.model import Passage

WORDS = ("ask", "agenda", "feedback", "goal")


class CountsWords(Embeddings):
    """A fake at the seam: four numbers a text, how often each of four words is in it."""

    name = "counts-words/1"
    dimension = 4

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        return [self.embed_query(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        counts = [0.01 + text.lower().count(word) for word in WORDS]
        return [count / sum(c * c for c in counts) ** 0.5 for count in counts]


def passages(*extra: str) -> list[Passage]:
    texts = [*(f"{word} {word} and more" for word in WORDS), *extra]
    return [Passage(f"guide#{i}", "guide", "Guide", f"Heading {i}", text, (), (), ()) for i, text in enumerate(texts)]


def opened(data: Path, texts: Sequence[Passage]) -> tuple[Index, int]:
    """The index, and how often it was built to get it."""
    builds: list[int] = []
    index = open_index(data, texts, CountsWords(), lambda done, total: builds.append(done))
    return index, len(builds)


def ids(index: Index, k: int = 50) -> set[str]:
    return set(index.nearest("ask agenda feedback goal", k))


BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import test_index as t
def wait(done, total):
    print("built", flush=True)
    if sys.argv[4] == "stop here":
        sys.stdin.readline()
print("ready", flush=True)
sys.stdin.readline()
index = t.open_index(Path(sys.argv[2]), t.passages(*sys.argv[3].split("|")), t.CountsWords(), wait)
print("count", len(t.ids(index)), flush=True)
"""


def builder(data: Path, extra: str, how: str = "go on") -> subprocess.Popen[str]:
    """Another process that builds once it is told to by a line."""
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(Path(__file__).parent), str(data), extra, how],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def tell(process: subprocess.Popen[str]) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


def hear(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def test_the_nearest_passage_is_told_by_its_cosine(tmp_path: Path) -> None:
    index, _ = opened(tmp_path, passages())
    found = index.nearest("feedback", 4)
    assert max(found, key=lambda name: found[name].best) == "guide#2"
    assert 0.99 < found["guide#2"].text <= 1.001
    assert found["guide#1"].best < 0.5


def test_a_question_leads_to_its_passage_and_is_told_from_its_text(tmp_path: Path) -> None:
    asked = Passage("guide#q", "guide", "Guide", "Nothing", "quite other words", (), (), ("goal?", "goal agenda?"))
    index, _ = opened(tmp_path, [*passages(), asked])
    near = index.nearest("goal", 7)["guide#q"]
    assert near.question == near.best > 0.99
    assert near.text < 0.9


def test_the_index_is_built_once_and_then_only_opened(tmp_path: Path) -> None:
    assert opened(tmp_path, passages())[1] == 1
    assert opened(tmp_path, passages())[1] == 0


def test_a_changed_text_builds_it_again_and_not_twice(tmp_path: Path) -> None:
    opened(tmp_path, passages())
    index, builds = opened(tmp_path, passages("ask about the goal"))
    assert (len(ids(index)), builds) == (5, 1)
    assert opened(tmp_path, passages("ask about the goal"))[1] == 0


def test_a_changed_question_or_embedder_builds_it_again(tmp_path: Path) -> None:
    class Later(CountsWords):
        name = "counts-words/2"

    opened(tmp_path, passages())
    builds: list[int] = []
    open_index(tmp_path, passages(), Later(), lambda done, total: builds.append(done))
    assert len(builds) == 1


def test_old_indexes_are_swept_but_for_the_one_before(tmp_path: Path) -> None:
    for extra in ("one", "two", "three", "four"):
        opened(tmp_path, passages(extra))
    assert len([p for p in (tmp_path / "index").iterdir() if p.is_dir()]) == 2


def test_a_killed_build_leaves_the_old_index_readable_and_the_next_one_clears_up(tmp_path: Path) -> None:
    before, _ = opened(tmp_path, passages())
    with builder(tmp_path, "ask about the goal", "stop here") as process:
        assert hear(process) == "ready"
        tell(process)
        assert hear(process) == "built"
        os.kill(process.pid, signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL
    assert len(list((tmp_path / "index").glob("building-*"))) == 1
    assert len(ids(before)) == 4
    again, builds = opened(tmp_path, passages())
    assert (len(ids(again)), builds) == (4, 0)
    after, builds = opened(tmp_path, passages("ask about the goal"))
    assert (len(ids(after)), builds) == (5, 1)
    assert list((tmp_path / "index").glob("building-*")) == []


def test_a_reader_sees_nothing_of_an_index_that_is_being_built(tmp_path: Path) -> None:
    with builder(tmp_path, "extra", "stop here") as process:
        hear(process)
        tell(process)
        assert hear(process) == "built"
        assert [p.name for p in (tmp_path / "index").iterdir() if p.is_dir()] == [f"building-{process.pid}"]
        tell(process)
        assert hear(process) == "count 5"
    assert opened(tmp_path, passages("extra"))[1] == 0


def test_two_processes_that_build_at_once_end_with_one_right_index(tmp_path: Path) -> None:
    extra = "|".join(f"{word} number {n}" for n in range(5) for word in WORDS)
    both = [builder(tmp_path, extra) for _ in range(2)]
    assert [hear(process) for process in both] == ["ready", "ready"]
    for process in both:
        tell(process)
    said = [process.communicate()[0].split("\n") for process in both]
    assert [process.returncode for process in both] == [0, 0]
    assert [lines[-2] for lines in said] == ["count 24", "count 24"]
    assert sum(lines.count("built") for lines in said) == 1
    index, builds = opened(tmp_path, passages(*extra.split("|")))
    assert (len(ids(index)), builds) == (24, 0)


def test_an_index_without_its_manifest_is_built_again(tmp_path: Path) -> None:
    """The copy is damaged, because Chroma keeps what it opened at a path."""
    opened(tmp_path / "whole", passages())
    shutil.copytree(tmp_path / "whole", tmp_path / "copy")
    (manifest,) = (tmp_path / "copy").glob("index/*/manifest.json")
    manifest.unlink()
    index, builds = opened(tmp_path / "copy", passages())
    assert (len(ids(index)), builds) == (4, 1)
    assert opened(tmp_path / "copy", passages())[1] == 0


def test_an_unwritable_folder_is_said_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(LibraryError, match="MENTOR_DATA_DIR"):
        opened(tmp_path / "file", passages())


def test_the_manifest_says_what_it_was_built_with(tmp_path: Path) -> None:
    opened(tmp_path, passages())
    (manifest,) = (tmp_path / "index").glob("*/manifest.json")
    said = json.loads(manifest.read_text(encoding="utf-8"))
    assert (said["vectors"], said["embedder"], said["dimension"]) == (4, "counts-words/1", 4)


def test_chromas_own_embedding_is_never_reached(tmp_path: Path) -> None:
    """It would download a model to a folder in the home directory; here home is empty and the network closed."""
    home = tmp_path / "home"
    home.mkdir()
    script = f"{BUILD}\nimport sys\nprint('onnxruntime' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, str(Path(__file__).parent), str(tmp_path / "data"), "extra", "go on"],
        input="go\n",
        env={**os.environ, "HOME": str(home)},
        text=True,
        capture_output=True,
        check=False,
    )
    assert done.stdout.split("\n") == ["ready", "built", "count 5", "False", ""], done.stderr
    assert [p for p in home.rglob("*") if "chroma" in p.name or p.suffix == ".onnx"] == []
