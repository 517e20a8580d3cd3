"""The main job: a message in its conversation becomes a stream of steps."""

import re
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import Any, TypeVar

from assistant.checks.concerns import all_concerns
from assistant.checks.drafts import review_draft, subject_of
from assistant.checks.review import review
from assistant.first_aid import comes_first, halts, taken_up
from assistant.language.quoting import cite
from assistant.model import YOURS, Brief, Draft, Facts, Need, Order, Review, Style, Task
from assistant.ports import Engine, Library
from assistant.reasons import reason_asked
from assistant.session import (
    Answer,
    Answered,
    Asked,
    Cautioned,
    Drafted,
    Flagged,
    Intent,
    Question,
    Reading,
    Session,
    Step,
)
from assistant.voices import task_in
from knowledge.model import GUIDES, Retrieved

R = TypeVar("R")

_FIELD = re.compile(
    r"\b(?:mentor\w*|mentee\w*|prot[eé]g[eé]\w*|feedback|agenda|one-to-one|1:1|coach\w*|sponsor\w*"
    r"|confidential\w*|career|network\w*|role[- ]?play|debrief|professor|colleague|boss|manager"
    r"|director|trainee|apprentice)\b",
    re.IGNORECASE,
)
OPENING = Question(
    "",
    "What would you like to say, and to whom?",
    "One sentence in your own words is enough to begin.",
    "I want to write to the plant director whose talk I heard in June",
)
CHANGE = Question(
    "",
    "What shall I change?",
    "Say it in your own words, or edit the draft by hand.",
    "shorter, warmer, another opening, leave out the thanks, add that I will be in town in May",
)
NOTHING_ASKED = "No collection of the library is asked: tick one under Library, or name one with --collection."


class Coach:
    """Reads, asks, retrieves, writes, checks; does no input or output, and does not know which engine runs."""

    def __init__(self, engine: Engine, library: Library, contacts: Mapping[str, Sequence[str]] | None = None) -> None:
        """`contacts` are the people whom a programme names, by tier of what is said first."""
        self._engine = engine
        self._library = library
        self._contacts = contacts or {}

    def on(self, engine: Engine) -> "Coach":
        """The same coach on another engine."""
        return Coach(engine, self._library, self._contacts)

    def run(self, message: str, session: Session) -> Generator[Step, None, None]:
        """The steps of one turn, as they come about."""
        if (found := comes_first(message, session)) is not None:
            yield Flagged(found.naming(self._contacts.get(found.tier, ())))
            if halts(found, message):
                return
        message = taken_up(message, session) or message
        reading = yield from _result(Reading, self._engine.read(message, session))
        if reading.asks:
            yield reading
            yield Asked(reading.asks)
            return
        if reading.intent is Intent.FACTS:
            yield from self._cautions(message, reading.concerns, session)
        match reading.intent:
            case Intent.ASK | Intent.UNSURE:
                yield from self._answer(reading, session)
            case Intent.OFFER:
                yield reading
                yield Asked(reading.choice)
            case Intent.UNDO:
                yield from self._undo(reading, session)
            case Intent.CHECK:
                yield from self._check(reading, session)
            case _:
                yield from self._go_on(reading, session, message)

    def _cautions(self, message: str, seen: Sequence[str], session: Session) -> Iterator[Step]:
        """What has to be said of a wish before it is worked on; each kind once."""
        said = {step.concern for turn in session.turns for step in turn.steps if isinstance(step, Cautioned)}
        for concern in all_concerns():
            if concern.id not in seen and not concern.holds(message):
                continue
            passage = self._library.passage(concern.passage)
            if concern.id not in said and passage is not None:
                yield Cautioned(concern.id, concern.says, cite(passage, concern.about))

    def refill(self, facts: Facts, task: Task, session: Session, style: Style | None = None) -> Generator[Step]:
        """A brief given or corrected by hand, or another style; goes on as if it had been said."""
        before = session.reading
        same = before is not None and before.task is task and before.brief is not None
        held = {**(before.brief.model_dump() if same and before.brief else {}), **facts}  # pyright: ignore[reportOptionalMemberAccess]
        brief = task.brief.model_validate(held)
        before_style, skipped = (before.style, before.skipped) if same and before else (Style(), ())
        drafted = session.drafted is not None
        yield from self._go_on(Reading(Intent.FACTS, task, brief, style or before_style, skipped, drafted), session, "")

    def recheck(self, text: str, session: Session) -> Review:
        """The review of a draft that was edited by hand, against the same brief."""
        reading = session.reading
        if reading is None or reading.task is None or reading.brief is None:
            return Review()
        return review_draft(reading.task, reading.brief, text, session.said)

    def _go_on(self, reading: Reading, session: Session, message: str) -> Iterator[Step]:
        yield reading
        if reading.task is None or reading.brief is None:
            return
        drafted = session.drafted is not None and session.reading is not None and session.reading.task is reading.task
        asked = _asked_for(session, reading.task)
        if reading.missing and not reading.draft_now and not drafted and asked < reading.task.questions:
            field = reading.missing[0]
            yield _asked(field, reading.brief, dict(reading.offered).get(field, ""))
            return
        yield from self.draft(reading, session, message)

    def draft(self, reading: Reading, session: Session, message: str) -> Generator[Step]:
        """Write, check and cite for what is known now; asks only for what nothing can be written without."""
        task, brief = reading.task, reading.brief
        assert task is not None
        assert brief is not None
        if task.need and task.need.field not in brief.known:
            yield from self._withhold(task.need, brief)
            return
        choices = task.choices(brief, reading.style)
        cited = [
            (choice.why, passage, cite(passage, f"{choice.about} {choice.why}"))
            for choice in choices
            if (passage := self._library.passage(choice.passage)) is not None
        ]
        before, said = _standing(session, task), f"{session.said}\n{message}".strip()
        order = Order(task, brief, reading.style, said, tuple(passage for _, passage, _ in cited), before)
        draft = yield from _result(Draft, self._engine.write(order, session))
        if before and draft.whole == before.whole and reading.note:
            draft = replace(draft, notice=task.nothing_changed)
        elif not draft.notice:
            draft = replace(draft, notice=task.notice(brief))
        yield Drafted(
            draft,
            review_draft(task, brief, draft.whole, said),
            tuple(citation for _, _, citation in cited),
            tuple(why for why, _, _ in cited),
        )

    def _withhold(self, need: Need, brief: Brief) -> Iterator[Step]:
        """Why nothing is written yet, and the question whose answer would change that."""
        passage = self._library.passage(need.passage)
        if passage is not None:
            yield Cautioned(need.field, need.says, cite(passage, need.about))
        yield _asked(need.field, brief)

    def _check(self, reading: Reading, session: Session) -> Iterator[Step]:
        assert reading.task is not None
        assert reading.brief is not None
        yield reading
        kind = task_in(str(reading.brief.known.get("kind", "outreach")), reading.task.language)
        found = review(subject_of(reading.task, reading.brief, reading.text, None), kind.checks)
        passages = [self._library.passage(finding.check.passage) for finding in found.firing[:4]]
        cited = tuple(
            cite(passage, f"{finding.check.reason} {finding.check.name}")
            for passage, finding in zip(passages, found.firing, strict=False)
            if passage is not None
        )
        yield Drafted(
            Draft(reading.task.name, reading.text, engine=YOURS, language=reading.task.language),
            found,
            cited,
            tuple(f.check.reason for f in found.firing[:4]),
        )

    def _undo(self, reading: Reading, session: Session) -> Iterator[Step]:
        """Back by one draft; a second undo goes back by one more."""
        stack: list[tuple[Reading, Drafted]] = []
        for turn in session.turns:
            state = next((s for s in turn.steps if isinstance(s, Reading) and s.task and s.task.compose), None)
            drafted = next(
                (s for s in reversed(turn.steps) if isinstance(s, Drafted) and s.draft.engine != YOURS), None
            )
            if state and drafted and state.intent is Intent.UNDO:
                stack.pop()
            elif state and drafted:
                stack.append((state, drafted))
        if len(stack) < 2:
            yield replace(reading, note=reading.task.nothing_earlier if reading.task else "")
            return
        state, drafted = stack[-2]
        yield replace(state, intent=Intent.UNDO, note=reading.note)
        yield drafted

    def _answer(self, reading: Reading, session: Session) -> Iterator[Step]:
        unclear = reading.intent is Intent.UNSURE and "?" not in reading.question
        if unclear and (
            len(reading.question.split()) < 4
            or (session.drafted and not _none_of_ours(reading.question, self._library.search(reading.question)))
        ):
            yield reading
            yield Asked(CHANGE if session.drafted else OPENING)
            return
        drafted = session.drafted
        if drafted and (why := reason_asked(reading.question, drafted)):
            yield reading
            yield Answered(why)
            return
        task = reading.task.name if reading.task and reading.task.compose else None
        question = self._engine.whole_question(reading.question, session)
        found = self._library.search(question, session.role, task, collections=session.collections)
        if session.collections == ():
            yield replace(reading, note=NOTHING_ASKED)
            yield Answered(Answer("", (), True, None))
            return
        if _none_of_ours(question, found):
            yield replace(reading, intent=Intent.OFF_TOPIC)
            yield Answered(Answer("", (), True, None))
            return
        yield reading
        yield found
        before = session.answered
        leaned = question != reading.question
        asked = reading.question if leaned and len(reading.question.split()) > 2 else question
        quoted = before.text if before and leaned else ""
        yield Answered((yield from _result(Answer, self._engine.answer(asked, found, session, quoted))))


def _result(kind: type[R], steps: Iterator[Any]) -> Generator[Step, None, R]:
    """Pass on what an engine tells along the way; returns its result."""
    with closing(steps):  # pyright: ignore[reportArgumentType]
        for step in steps:
            if isinstance(step, kind):
                return step
            yield step
    raise RuntimeError(f"The engine ended without a {kind.__name__}.")


def _asked(field: str, brief: Brief, offered: str = "") -> Asked:
    ask = brief.asks[field]
    return Asked(Question(field, ask.question, ask.why, ask.example, offered))


def _standing(session: Session, task: Task) -> Draft | None:
    """The draft that stands now, when it is one of this task."""
    return session.drafted.draft if session.drafted and session.drafted.draft.task == task.name else None


def _none_of_ours(question: str, found: Retrieved) -> bool:
    """Whether the library does not cover a question that uses no word of the field either.

    Documents of one's own may be about anything: where some are asked, the library is the one to say no.
    """
    documents = any(hit.passage.collection != GUIDES for hit in found.hits)
    return not found.covered and not documents and not _FIELD.search(question)


def _asked_for(session: Session, task: Task) -> int:
    """Questions asked since this task began."""
    count = 0
    for turn in session.turns:
        named = next((step.task for step in turn.steps if isinstance(step, Reading) and step.brief is not None), None)
        if named is not None and named is not task:
            count = 0
        count += any(isinstance(step, Asked) for step in turn.steps)
    return count
