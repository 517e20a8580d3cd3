"""The nouns of the library: guides, the passages they are cut into, and what a search brings back."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Role(StrEnum):
    """Who is asking."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    TRAINER = "trainer"


class Stage(StrEnum):
    """When in a mentoring relationship a guide is needed."""

    EXPLORING = "exploring"
    FINDING = "finding"
    APPROACHING = "approaching"
    STARTING = "starting"
    MEETING = "meeting"
    GROWING = "growing"
    CLOSING = "closing"
    PROGRAMME = "programme"


class Grade(StrEnum):
    """How strong the evidence behind a claim is."""

    E1 = "E1"
    E2 = "E2"
    E3 = "E3"
    D = "D"

    @property
    def meaning(self) -> str:
        """The grade in words, as shown beside every check and guide."""
        return {
            Grade.E1: "randomised trial or meta-analysis",
            Grade.E2: "large observational data",
            Grade.E3: "expert or practice guidance",
            Grade.D: "our own judgement",
        }[self]


class _Checked(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(_Checked):
    """A work that a guide stands on. `year` is "n.d." (no date) for undated pages and the founding articles."""

    title: str = Field(min_length=3)
    by: str = Field(min_length=2)
    year: int | Literal["n.d."]

    def __str__(self) -> str:
        return f"{self.by}, {self.title} ({self.year})"


class FrontMatter(_Checked):
    """The head of a guide file; a wrong or missing field is an error when the library loads."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(min_length=5)
    roles: tuple[Role, ...] = Field(min_length=1)
    tasks: tuple[str, ...] = Field(min_length=1)
    stage: Stage
    evidence: Grade
    sources: tuple[Source, ...] = Field(min_length=1)
    reviewed: date
    questions: dict[str, tuple[str, ...]] = Field(default_factory=dict[str, tuple[str, ...]])


@dataclass(frozen=True, slots=True)
class Passage:
    """One heading of a guide and the text under it.

    `id` is `guide#anchor` and does not change when the library is indexed again. `questions` are ways in which people
    ask for this passage; they help to find it and are never shown as its text.
    """

    id: str
    guide: str
    title: str
    heading: str
    text: str
    roles: tuple[Role, ...]
    tasks: tuple[str, ...]
    questions: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return self.id.partition("#")[2]

    @property
    def searchable(self) -> str:
        """The text that is embedded: the path of headings, then the words under it."""
        return f"{self.title} > {self.heading}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Guide:
    """One page of guidance, with its passages in reading order."""

    id: str
    topic: str
    title: str
    opening: str
    roles: tuple[Role, ...]
    tasks: tuple[str, ...]
    stage: Stage
    evidence: Grade
    sources: tuple[Source, ...]
    reviewed: date
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a piece of advice comes from: a passage and a quotation that code found in its text."""

    passage: str
    title: str
    quote: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found, with its fused score and the cosine similarity of its best vector (both higher is better)."""

    passage: Passage
    score: float
    cosine: float


@dataclass(frozen=True, slots=True)
class Retrieved:
    """What a search brought back, best first. `covered` says whether the library has an answer at all."""

    query: str
    hits: tuple[Hit, ...] = ()
    covered: bool = False
    repaired: str | None = field(default=None)
    """The query after spelling repair, when that changed it."""


Progress = Callable[[int, int], None]
"""Called with (passages done, passages in all) while an index is built."""
