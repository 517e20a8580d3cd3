"""Ways to talk to the coach in a test: a conversation that is held, and a command that has run."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml

from assistant.coach import Coach
from assistant.model import Brief, Finding
from assistant.session import Answered, Asked, Drafted, Reading, Session, Step, Turn

EVALS = Path(__file__).parent / "evals"
S = TypeVar("S")


def read_rows(name: str) -> list[dict[str, Any]]:
    """A labelled set of tests/evals."""
    return yaml.load((EVALS / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def finding(drafted: Drafted, check: str) -> Finding:
    """What one check said of a draft."""
    return next(found for found in drafted.review.findings if found.check.id == check)


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
            self.session = self.session.after(Turn(message, steps))
        return steps

    def refill(self, **facts: Any) -> tuple[Step, ...]:
        """Correct the brief by hand."""
        reading = self.session.reading
        assert reading is not None
        assert reading.task is not None
        steps = tuple(self.coach.refill(facts, reading.task, self.session))
        self.session = self.session.after(Turn("", steps))
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
