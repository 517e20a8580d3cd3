"""The nouns of the library: guides, the passages they are cut into, and what a search brings back."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
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


GUIDES = "guides"
"""The collection of the built-in guides."""


@dataclass(frozen=True, slots=True)
class Mark:
    """From `start` (characters from a passage's first) on, its text stands under these headings, on this page."""

    start: int
    headings: tuple[str, ...]
    place: str
    """As cited: "p. 12", "slide 3"; empty where a format has no pages."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A part of a guide or of a document: a heading and the text under it.

    `id` is `guide#anchor` and does not change when the library is indexed again. `questions` are ways in which people
    ask for this passage; they help to find it and are never shown as its text.
    """

    id: str
    guide: str
    """The guide or document that it belongs to."""
    title: str
    heading: str
    text: str
    roles: tuple[Role, ...]
    tasks: tuple[str, ...]
    questions: tuple[str, ...] = ()
    collection: str = GUIDES
    start: int = 0
    """Where it begins in its document's text, in characters."""
    marks: tuple[Mark, ...] = ()
    names: tuple[str, ...] = ()
    """The names under which its document was found: file paths, addresses."""

    @property
    def anchor(self) -> str:
        return self.id.partition("#")[2]

    @property
    def headings(self) -> tuple[str, ...]:
        """The path of headings that it opens under."""
        return self.marks[0].headings if self.marks else (self.heading,)

    @property
    def searchable(self) -> str:
        """The text that is embedded: the path of headings, then the words under it."""
        return f"{' > '.join((self.title, *self.headings))}\n{self.text}"

    @property
    def embedded(self) -> tuple[str, ...]:
        """The texts that have vectors: its own, and the questions it answers."""
        return (self.searchable, *self.questions)

    @property
    def asked(self) -> str:
        """Words by which it is looked for, apart from its text."""
        return " ".join(
            (self.title, *(h for mark in self.marks for h in mark.headings), *self.headings, *self.questions)
        )

    def says_the_same(self, other: "Passage") -> bool:
        """Whether nothing that is searched or shown differs, wherever in the document it stands."""
        return replace(self, start=0, names=()) == replace(other, start=0, names=())

    def where(self, offset: int = 0) -> str:
        """How a character of it is cited: title, page, nearest heading ("Handbook, p. 12, First meeting")."""
        if not self.marks:
            return f"{self.title}: {self.heading}"
        mark = next((m for m in reversed(self.marks) if m.start <= offset), self.marks[0])
        nearest = mark.headings[-1] if mark.headings else ""
        said = self.title
        for part in (mark.place, nearest):
            said += f", {part}" if part and part != self.title else ""
        return said

    def cited(self, offset: int = 0) -> str:
        """The same with the names of all files that hold this text, where there are several."""
        if len(self.names) < 2:
            return self.where(offset)
        return f"{self.where(offset)} (in {' and '.join(told_apart(self.names))})"


def told_apart(names: tuple[str, ...]) -> tuple[str, ...]:
    """The ends of some paths, as long as it takes for no two to be the same."""
    if not names:
        return ()
    parts = [re.split(r"[/\\]", name) for name in names]
    for length in range(1, max(map(len, parts)) + 1):
        ends = ["/".join(one[-length:]) for one in parts]
        if len(set(ends)) == len(ends):
            return tuple(ends)
    return names


@dataclass(frozen=True, slots=True)
class Document:
    """A document that somebody added, or a built-in guide, as the library knows it."""

    id: str
    collection: str
    title: str
    kind: str
    """What it was read as: "PDF", "Word", "Markdown" …"""
    digest: str
    """SHA-256 of its bytes, or of a guide's passages."""
    names: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()
    words: int = 0
    passages: int = 0
    note: str = ""
    added: str = ""
    """When, as ISO 8601 in UTC."""


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
