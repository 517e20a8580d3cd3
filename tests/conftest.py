"""What every test stands on: a closed network, a clean environment, one library, and a coach to talk to."""

import io
import json
import os
import runpy
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import pytest

from assistant.coach import Coach
from assistant.engines.offline import OfflineEngine
from assistant.model import Answered, Asked, Brief, Drafted, Reading, Session, Step, Turn
from knowledge.embeddings import MiniLM
from knowledge.search import GuideLibrary

ROOT = Path(__file__).resolve().parents[1]
CLOSED = ROOT / "tests" / "closed_network"
S = TypeVar("S")


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
def embedder() -> MiniLM:
    return MiniLM()


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory, embedder: MiniLM) -> GuideLibrary:
    """The built-in guides with an index built once for the whole run."""
    built = GuideLibrary(tmp_path_factory.mktemp("library"), embedder)
    built.open()
    return built


@pytest.fixture(scope="session")
def coach(library: GuideLibrary) -> Coach:
    return Coach(OfflineEngine(), library)


@dataclass
class Conversation:
    """A conversation with a coach as a test holds it: `say` a message, then look at what came of it."""

    coach: Coach
    session: Session = field(default_factory=Session)

    def say(self, *messages: str) -> tuple[Step, ...]:
        """Say each message in turn; the steps of the last."""
        steps: tuple[Step, ...] = ()
        for message in messages:
            steps = tuple(self.coach.run(message, self.session))
            self.session = Session((*self.session.turns, Turn(message, steps)), self.session.role)
        return steps

    def refill(self, **facts: Any) -> tuple[Step, ...]:
        """Correct the brief by hand."""
        reading = self.session.reading
        assert reading is not None
        assert reading.task is not None
        steps = tuple(self.coach.refill(facts, reading.task, self.session))
        self.session = Session((*self.session.turns, Turn("", steps)), self.session.role)
        return steps

    def last(self, kind: type[S]) -> S | None:
        """The last turn's step of a kind, or None."""
        return next((step for step in self.session.turns[-1].steps if isinstance(step, kind)), None)

    @property
    def asked(self) -> str | None:
        """The field that the last turn asked for."""
        asked = self.last(Asked)
        return asked.question.field if asked else None

    @property
    def answer(self) -> Answered | None:
        return self.last(Answered)

    @property
    def drafted(self) -> Drafted:
        """The newest draft; a test that asks for one expects it to be there."""
        assert self.session.drafted is not None, "there is no draft yet"
        return self.session.drafted

    @property
    def text(self) -> str:
        return self.drafted.draft.whole

    @property
    def brief(self) -> Brief:
        reading = self.session.reading
        assert reading is not None
        assert reading.brief is not None
        return reading.brief

    @property
    def note(self) -> str:
        reading = self.last(Reading)
        return reading.note if reading else ""


@pytest.fixture
def talk(coach: Coach) -> Conversation:
    """A fresh conversation."""
    return Conversation(coach)


@pytest.fixture
def talks(coach: Coach) -> Callable[[], Conversation]:
    """As many fresh conversations as a test needs."""
    return lambda: Conversation(coach)


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def mentor(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], library: GuideLibrary
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
