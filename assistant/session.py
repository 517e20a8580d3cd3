"""A conversation: what is understood, the steps of a run, and the session that they add up to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from uuid import uuid4

from assistant.model import YOURS, Brief, Draft, Review, Style, Task
from knowledge.model import Citation, Passage, Retrieved, Role


class Intent(StrEnum):
    """What a message is for, in the conversation that it stands in."""

    FACTS = "facts"
    UNDO = "undo"
    ASK = "ask"
    CHECK = "check"
    OFF_TOPIC = "off_topic"
    UNSURE = "unsure"
    OFFER = "offer"


@dataclass(frozen=True, slots=True)
class Question:
    """The next question to the person: about one field, with its reason and an example of a good answer."""

    field: str
    text: str
    why: str
    example: str
    offered: str = ""
    """Words of the person's that may be the answer already; "yes" takes them."""


@dataclass(frozen=True, slots=True)
class Safety:
    """Something in a message that comes before any draft. `tier` is safety, urgent or route."""

    tier: str
    message: str
    sure: bool = True
    """Else it may be misread: it is asked about, and "go on" takes the message up again."""

    def naming(self, contacts: Sequence[str]) -> "Safety":
        """The same with the programme's own contacts at its end, each on a line."""
        lines = "".join(f"\n- {contact}" for contact in contacts)
        return (
            replace(self, message=f"{self.message}\n\nIn your programme you can turn to:\n{lines}") if lines else self
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What the person was taken to mean: the task and every fact known so far."""

    intent: Intent
    task: Task | None = None
    brief: Brief | None = None
    style: Style = field(default_factory=Style)
    skipped: tuple[str, ...] = ()
    draft_now: bool = False
    question: str = ""
    """A question of the person's to be answered from the library."""
    text: str = ""
    """A text of the person's own to be reviewed; never altered."""
    note: str = ""
    """What was understood, in words, when it is not plain from the brief."""
    options: tuple[Task, ...] = ()
    """The two likeliest tasks, when neither is likely enough; `question` then holds the message."""
    concerns: tuple[str, ...] = ()
    """Kinds of wishes that work against the person, as a second reader saw them."""
    language: str = ""
    """The language of a message that asks for no task yet; else the task has it."""
    asks: Question | None = None
    """What is asked at once, before anything else is done."""
    offered: tuple[tuple[str, str], ...] = ()
    """Fields, and words of the message that may tell them; asked about when their turn comes."""

    @property
    def spoken(self) -> str:
        """The language that the person was taken to speak; "" where nothing tells."""
        return self.language or (self.task.language if self.task else "")

    @property
    def choice(self) -> Question:
        """The question between the two tasks that are offered."""
        first, second = (task.title for task in self.options)
        asked = f"I can take this in two ways: “{first}” or “{second}”. Which do you mean?"
        return Question("", asked, "They need different facts.", first.lower())

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


@dataclass(frozen=True, slots=True)
class Asked:
    """The person is asked something; nothing more happens in this turn."""

    question: Question


@dataclass(frozen=True, slots=True)
class Writing:
    """The draft as far as it is written."""

    delta: str


@dataclass(frozen=True, slots=True)
class Cautioned:
    """The coach says that a wish works against the person, with the passage that says why; the work goes on."""

    concern: str
    """Which kind of wish, as in `checks/concerns.yaml`; each is said once in a conversation."""
    says: str
    citation: Citation


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The draft is written once more; the reasons, in words."""

    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A model has not said anything new yet; seconds since it was asked."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Exchange:
    """What was sent to a model and what came back, word for word, names hidden as they were."""

    purpose: str
    """"read", "write", "rewrite" or "answer"."""
    server: str
    model: str
    sent: tuple[tuple[str, str], ...]
    """Messages as (role, text)."""
    received: str
    tokens_sent: int
    tokens_received: int
    counted: bool
    """Whether the server counted the tokens; else they are estimated."""
    seconds: float
    spent: int
    """Tokens that the conversation has used, this exchange included."""
    hidden: int
    """Values for which a placeholder stands ready."""
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class FellBack:
    """The model could not help, in one sentence; the engine without a model goes on."""

    reason: str


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


_Kept = Reading | Cautioned | Asked | Retrieved | Exchange | FellBack | Drafted | Answered | Flagged
Step = _Kept | Writing | Rewriting | Waiting
PASSING = (Writing, Rewriting, Waiting)
"""Steps that only tell how a turn is coming along; nothing of them is kept."""
Telling = Waiting | Exchange | FellBack
"""Steps that an engine tells of along the way, besides its result."""


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
    collections: tuple[str, ...] | None = None
    """The collections of the library that are asked; None asks all."""
    id: str = field(default_factory=lambda: uuid4().hex)
    """Tells one conversation from another while the program runs."""

    def after(self, turn: Turn) -> "Session":
        """The conversation with one turn more."""
        kept = tuple(step for step in turn.steps if not isinstance(step, PASSING))
        return replace(self, turns=(*self.turns, replace(turn, steps=kept)))

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """All that was sent to a model, first to last."""
        return tuple(step for turn in self.turns for step in turn.steps if isinstance(step, Exchange))

    @property
    def reading(self) -> Reading | None:
        """The latest state of the brief; turns that only ask a question leave it as it was."""
        return next(
            (s for s in self._steps() if isinstance(s, Reading) and s.task is not None and s.task.compose), None
        )

    @property
    def language(self) -> str:
        """The language that the conversation is in, an ISO 639-1 code."""
        return next((step.spoken for step in self._steps() if isinstance(step, Reading) and step.spoken), "en")

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
    def offer(self) -> Reading | None:
        """The choice between two tasks that the last turn left open."""
        steps = self.turns[-1].steps if self.turns else ()
        return next((s for s in steps if isinstance(s, Reading) and s.intent is Intent.OFFER), None)

    @property
    def answered(self) -> Answer | None:
        """The last answer, whatever came after it."""
        return next((step.answer for step in self._steps() if isinstance(step, Answered)), None)

    @property
    def said(self) -> str:
        """All that the person has typed, for grounding: messages, and lines written into drafts by hand."""
        return "\n".join([*(turn.message for turn in self.turns), *self._by_hand()])

    def _by_hand(self) -> Iterator[str]:
        """The lines of drafts edited by hand that did not stand in the draft before."""
        before = ""
        for draft in (drafted.draft for drafted in self.drafts):
            if draft.edited:
                yield from (line for line in draft.whole.splitlines() if line.strip() and line not in before)
            before = draft.whole

    def _steps(self) -> Iterator[Step]:
        for turn in reversed(self.turns):
            yield from reversed(turn.steps)
