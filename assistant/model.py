"""The nouns of the main job and its two ports, `Engine` and `Library`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from assistant.language.text import Text
from knowledge.model import Citation, Grade, Guide, Passage, Retrieved, Role

# ---------------------------------------------------------------- what must be known


class Ask(BaseModel):
    """How one field of a brief is asked for: the question, why it matters, what a good answer looks like."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    why: str
    example: str
    order: int = 0
    """1 is asked first; 0 is never asked, only understood when said."""
    slot: str = ""
    """What stands in brackets in a draft while the answer is unknown."""


class Brief(BaseModel):
    """What must be known before writing; one model a task, every field optional until asked."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    asks: ClassVar[dict[str, Ask]] = {}

    @property
    def known(self) -> dict[str, Any]:
        """The fields that hold something, by name."""
        return {name: value for name, value in self.model_dump(mode="json").items() if value not in (None, "", [])}

    @classmethod
    def label(cls, name: str) -> str:
        """The field's name as people read it."""
        info: FieldInfo = cls.model_fields[name]
        return info.title or name.replace("_", " ")


YOURS = "yours"
"""The engine named on a text that the person wrote; it is reviewed and never altered."""

Facts = dict[str, Any]
"""Field names of a brief to the values that a message holds."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a draft is to be phrased: changed by the person's requests, never by facts."""

    length: int = 0
    """-2 (barest) to 1 (all that fits)."""
    directness: int = 0
    opening: int = 0
    """Which of the possible openings; each request for another one adds 1."""
    without: tuple[str, ...] = ()
    """Parts of the skeleton to leave out."""
    added: tuple[str, ...] = ()
    """Sentences that the person asked to have in, in their own words."""


# ---------------------------------------------------------------- what is noticed


class Verdict(StrEnum):
    """What a check says of a text."""

    PASS = "pass"  # noqa: S105 - a verdict
    WARN = "warn"
    FAIL = "fail"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Subject:
    """A text under review and what is known around it."""

    text: Text
    channel: str = ""
    meeting: str = ""
    kind: str = ""
    minutes: int | None = None
    facts: str | None = None
    """All that the writer has said; None when nothing is known, and then grounding is not judged."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """One answer of a detector: the verdict, where in the text, and what to say about it."""

    verdict: Verdict
    message: str = ""
    span: tuple[int, int] | None = None
    """Start and end in the text as given, in characters."""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A rule for a text: one yes/no question, its reason, how strong the evidence is, and the detector."""

    id: str
    name: str
    question: str
    reason: str
    grade: Grade
    source: str
    detect: Callable[[Subject], Noticed]
    passage: str
    """The passage of the library that teaches it, `guide#anchor`."""
    asks_only: bool = False
    """True when no program tells this precisely enough: what it notices is put as a question, never as a fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check said of one text."""

    check: Check
    verdict: Verdict
    message: str
    span: tuple[int, int] | None
    suggestion: str

    @property
    def fires(self) -> bool:
        return self.verdict in (Verdict.WARN, Verdict.FAIL)


@dataclass(frozen=True, slots=True)
class Review:
    """All findings on one text, in the order of the checks."""

    findings: tuple[Finding, ...] = ()

    @property
    def ok(self) -> bool:
        """No check failed; warnings are advice."""
        return not any(finding.verdict is Verdict.FAIL for finding in self.findings)

    @property
    def firing(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.fires)


# ---------------------------------------------------------------- what is written


@dataclass(frozen=True, slots=True)
class Choice:
    """Why a draft is the way it is: a sentence, and the passage that stands behind it."""

    why: str
    passage: str
    about: str
    """Words that the quotation should be near to; code finds the sentence."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Words to send or say, with where they come from. `subject` is empty where the channel has none."""

    task: str
    body: str
    subject: str = ""
    engine: str = ""
    prompt: str = ""
    """Version and digest of the skeleton or prompt, as `2/ab12cd34`."""
    notice: str = ""

    @property
    def whole(self) -> str:
        """Subject line and body as one text, as it is checked and copied."""
        return f"Subject: {self.subject}\n\n{self.body}" if self.subject else self.body


@dataclass(frozen=True, slots=True)
class Order:
    """All that a writer needs for one draft."""

    task: "Task"
    brief: Brief
    style: Style
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """One kind of help, as a value. `cues` are weighted patterns that tell it from the others in a first message."""

    name: str
    title: str
    roles: tuple[Role, ...]
    brief: type[Brief]
    cues: tuple[tuple[str, float], ...]
    checks: tuple[Check, ...]
    read: Callable[[str], Facts]
    """Facts that a message holds, by field."""
    compose: Callable[[Brief, Style], tuple[str, str]] | None
    """Subject and body from a brief; None for tasks that write nothing."""
    wanted: Callable[[Brief], tuple[str, ...]]
    """The fields worth asking for, given what is known."""
    setting: Callable[[Brief], dict[str, Any]]
    """What the checks must know of the brief: channel, meeting, minutes."""
    choices: Callable[[Brief, Style], tuple[Choice, ...]]
    example: Facts = field(default_factory=dict[str, Any])
    opening: str = ""
    """A first message that starts real work, offered in the app."""
    parts: dict[str, str] = field(default_factory=dict[str, str])
    """Words by which people name a part of the draft ("leave out the thanks") to the skeleton's part."""


# ---------------------------------------------------------------- what is understood


class Intent(StrEnum):
    """What a message is for, in the conversation that it stands in."""

    FACTS = "facts"
    UNDO = "undo"
    ASK = "ask"
    CHECK = "check"
    OFF_TOPIC = "off_topic"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Question:
    """The next question to the person: about one field, with its reason and an example of a good answer."""

    field: str
    text: str
    why: str
    example: str


@dataclass(frozen=True, slots=True)
class Safety:
    """Something in a message that comes before any draft. `tier` is safety, urgent or route."""

    tier: str
    message: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the person was taken to mean: the task and every fact known so far."""

    intent: Intent
    task: Task | None = None
    brief: Brief | None = None
    style: Style = Style()
    skipped: tuple[str, ...] = ()
    draft_now: bool = False
    question: str = ""
    """A question of the person's to be answered from the library."""
    text: str = ""
    """A text of the person's own to be reviewed; never altered."""
    note: str = ""
    """What was understood, in words, when it is not plain from the brief."""

    @property
    def missing(self) -> tuple[str, ...]:
        """Fields still worth asking for, the most telling first; skipped ones are not asked again."""
        if self.brief is None or self.task is None:
            return ()
        known, asks = self.brief.known, self.brief.asks
        open_ = (name for name in self.task.wanted(self.brief) if name not in known and name not in self.skipped)
        return tuple(sorted(open_, key=lambda name: asks[name].order))


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer from the library: located sentences with their passages, or an honest no."""

    text: str
    citations: tuple[Citation, ...]
    abstained: bool
    nearest: Passage | None = None


# ---------------------------------------------------------------- a run is a stream of these


@dataclass(frozen=True, slots=True)
class Asked:
    """The person is asked something; nothing more happens in this turn."""

    question: Question


@dataclass(frozen=True, slots=True)
class Writing:
    """The draft as far as it is written."""

    delta: str


@dataclass(frozen=True, slots=True)
class Drafted:
    """A finished draft, its review, and the passages behind its choices."""

    draft: Draft
    review: Review
    citations: tuple[Citation, ...]
    reasons: tuple[str, ...] = ()
    """Why it is the way it is, one sentence a citation."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the person's, answered from the library."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Flagged:
    """Something in the message comes first; with tiers "safety" and "route" nothing is written in this turn."""

    safety: Safety


Step = Reading | Asked | Retrieved | Writing | Drafted | Answered | Flagged


@dataclass(frozen=True, slots=True)
class Turn:
    """A message and everything that came of it."""

    message: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation: its turns, and what they add up to."""

    turns: tuple[Turn, ...] = ()
    role: Role | None = None

    @property
    def reading(self) -> Reading | None:
        """The latest state of the brief; turns that only ask a question leave it as it was."""
        return next(
            (s for s in self._steps() if isinstance(s, Reading) and s.task is not None and s.task.compose), None
        )

    @property
    def drafted(self) -> Drafted | None:
        return self.drafts[-1] if self.drafts else None

    @property
    def drafts(self) -> tuple[Drafted, ...]:
        """Every draft that was written here, first to last; texts that were only checked are not among them."""
        return tuple(s for turn in self.turns for s in turn.steps if isinstance(s, Drafted) and s.draft.engine != YOURS)

    @property
    def pending(self) -> Question | None:
        """The question that is still open, the last turn's or that of a turn before a side question."""
        for step in self._steps():
            if isinstance(step, Drafted):
                return None
            if isinstance(step, Asked):
                return step.question if step.question.field else None
        return None

    @property
    def said(self) -> str:
        """All that the person has typed, for grounding."""
        return "\n".join(turn.message for turn in self.turns)

    def _steps(self) -> Iterator[Step]:
        for turn in reversed(self.turns):
            yield from reversed(turn.steps)


# ---------------------------------------------------------------- the two ports


class Engine(Protocol):
    """Understands, writes, answers. The main job does not know which one runs."""

    @property
    def name(self) -> str: ...

    def read(self, message: str, session: Session) -> Reading: ...

    def write(self, order: Order) -> Iterator[Draft | Writing]: ...

    def answer(self, question: str, found: Retrieved) -> Answer: ...


class Library(Protocol):
    """Finds passages."""

    def search(self, query: str, role: Role | None = None, task: str | None = None, k: int = 5) -> Retrieved: ...

    def passage(self, passage_id: str) -> Passage | None: ...

    def guide(self, guide_id: str) -> Guide | None: ...
