"""The nouns of the main job: what must be known, what is noticed, what is written, a kind of help."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict
from pydantic.fields import FieldInfo

from assistant.language.text import Text
from knowledge.model import Grade, Passage, Role


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
Told = Callable[[str], Facts]
"""The facts that a task, by its name, reads in a message."""


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
    wishes: tuple[str, ...] = ()
    """What else the person wishes of the words, as said; only a model can follow."""


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
    """Which meeting or training it plans: a plan claims nothing that has happened."""
    kind: str = ""
    minutes: int | None = None
    facts: str | None = None
    """All that the writer has said; None when nothing is known, and then grounding is not judged."""
    reckoned: str = ""
    """Figures that the draft works out from what was said: sums, shares, groups."""
    earlier: int | None = None
    """Messages that went to the reader before this one, unanswered."""
    waited: int | None = None
    """Working days since the last of them."""
    days: int | None = None
    """Days since the occasion that the text is about."""


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
    edited: bool = False
    """Whether the person changed it by hand."""
    language: str = "en"
    """An ISO 639-1 code."""
    subject_label: str = "Subject"
    """What stands before the subject in this language."""

    @property
    def whole(self) -> str:
        """Subject line and body as one text, as it is checked and copied."""
        return f"{self.subject_label}: {self.subject}\n\n{self.body}" if self.subject else self.body


@dataclass(frozen=True, slots=True)
class Order:
    """All that a writer needs for one draft."""

    task: "Task"
    brief: Brief
    style: Style
    said: str = ""
    """All that the person has said: whatever else a draft claims is invented."""
    passages: tuple[Passage, ...] = ()
    """What the library says about such texts."""
    before: Draft | None = None
    """The draft that stands now, to be changed; None for a first one."""


@dataclass(frozen=True, slots=True)
class Need:
    """A fact without which nothing is written: what is said instead, and the passage that stands behind it."""

    field: str
    says: str
    passage: str
    about: str
    """Words that the quotation should be near to."""


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
    setting: Callable[[Brief], dict[str, Any]]
    """What the checks must know of the brief: channel, meeting, minutes."""
    choices: Callable[[Brief, Style], tuple[Choice, ...]]
    wanted: Callable[[Brief], tuple[str, ...]] = lambda brief: tuple(brief.asks)
    """The fields worth asking for, given what is known."""
    evidence: Callable[[str, Told], float] = lambda message, told: 0.0
    """What a first message says for or against this task beyond its cues: the message, and what each task reads in
    it."""
    need: Need | None = None
    notice: Callable[[Brief], str] = lambda brief: ""
    """What the person should know of a draft at once, in a sentence; "" for nothing."""
    to_one: bool = False
    """Whether it goes to one reader, so that one may ask who else could have received it."""
    about_one: bool = False
    """Whether it judges somebody, so that one may ask whether one would say the same of somebody else."""
    example: Facts = field(default_factory=dict[str, Any])
    opening: str = ""
    """A first message that starts real work, offered in the app."""
    language: str = "en"
    """An ISO 639-1 code: a task in another language is one of its own, with the same name."""
    subject_label: str = "Subject"
    """What stands before the subject of a draft."""
    nothing_earlier: str = "There is no earlier draft to go back to."
    """What is said when the first draft is taken back."""
    nothing_changed: str = "This changes nothing in the draft: tell me a fact or a sentence to add or leave out."
    """What is said of a draft that a wish has left as it was."""
    questions: int = 4
    """Most questions before a draft exists; every one more loses people."""
    order: int = 90
    """Its place among the tasks as they are offered, the lowest first."""
    changes: tuple[str, ...] = ("shorter", "warmer", "another opening")
    """Wishes that change a draft of this kind, to show what can be said."""
    parts: dict[str, str] = field(default_factory=dict[str, str])
    """Words by which people name a part of the draft ("leave out the thanks") to the skeleton's part."""
