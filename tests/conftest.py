"""What every test stands on: a closed network, a clean environment, one library, and a coach to talk to."""

import io
import os
import runpy
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.coach import Coach
from assistant.engines.offline import OfflineEngine
from knowledge.embeddings import Embedder, mini_lm
from knowledge.library import LocalLibrary
from tests.talking import Conversation, Ran

ROOT = Path(__file__).resolve().parents[1]
CLOSED = ROOT / "tests" / "closed_network"


@pytest.fixture(scope="session", autouse=True)
def closed_network() -> Iterator[None]:
    """Nothing but loopback, here and in every Python started from here."""
    runpy.run_path(str(CLOSED / "sitecustomize.py"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join([str(CLOSED), str(ROOT)]))
        yield


@pytest.fixture(scope="session", autouse=True)
def clean_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No MENTOR_* variable and no .env of the machine's owner; the data folder is a temporary one."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.upper().startswith("MENTOR_")]:
            patch.delenv(name)
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("home")))
        patch.chdir(tmp_path_factory.mktemp("elsewhere"))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def embedder() -> Embedder:
    return mini_lm()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> LocalLibrary:
    """The built-in guides with an index built once for the whole run."""
    built = LocalLibrary(tmp_path_factory.mktemp("library"))
    built.open()
    return built


@pytest.fixture(scope="session")
def coach(library: LocalLibrary) -> Coach:
    return Coach(OfflineEngine(), library)


@pytest.fixture
def talk(coach: Coach) -> Conversation:
    """A fresh conversation."""
    return Conversation(coach)


@pytest.fixture
def talks(coach: Coach) -> Callable[[], Conversation]:
    """As many fresh conversations as a test needs."""
    return lambda: Conversation(coach)


@pytest.fixture
def mentor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: LocalLibrary
) -> Callable[..., Ran]:
    """Run the command in this process, on the index that is already built: `mentor("ask", "…", "--json")`."""
    from ui.cli import main

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["mentor", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        monkeypatch.setenv("MENTOR_DATA_DIR", str(library.data))
        capsys.readouterr()
        with pytest.raises(SystemExit) as exited:
            main()
        captured = capsys.readouterr()
        return Ran(int(exited.value.code or 0), captured.out, captured.err)

    return run
