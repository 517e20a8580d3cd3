"""The engine without a model: cues, questions and skeletons."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pydantic import ValidationError

from assistant.engines.answering import compose_answer
from assistant.engines.requests import correction, corrects, is_undo, restyle
from assistant.engines.routing import kind_of_text, own_text, route
from assistant.language.spans import correct_case, tidy
from assistant.language.times import minutes_in
from assistant.model import Answer, Brief, Draft, Facts, Intent, Order, Question, Reading, Session, Writing
from assistant.tasks import find_task
from knowledge.model import Retrieved
from prompts.loader import load_skeleton

_SKIP = re.compile(
    r"^\W*(?:skip(?: (?:it|this|that))?|pass|no idea|i (?:really )?(?:do(?: not|n['’]?t)|dont) "
    r"know(?: yet)?|not sure(?: yet)?|dunno|idk|none|nothing|n/?a|next(?: question)?|leave (?:it "
    r")?(?:open|blank|empty)|no)\W*$",
    re.IGNORECASE,
)
_NOW = re.compile(
    r"\b(?:just (?:write|draft|do|show) (?:it|me|something)|(?:draft|write|show) (?:it|me the draft"
    r"|the draft|that)? ?(?:now|please|already)|go ahead|that['’]?s (?:all|it|everything)|enough "
    r"questions|no more questions|show me (?:the|a) draft|draft (?:it )?now|write it)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:\W*(?:but|and|so|well|hm+|wait|ok(?:ay)?|also|quick question)[,:]? )?(?:is|are|was|should"
    r"|shall|do|does|did|can|could|may|must|would|will|what|whats|how|why|when|where|which|who"
    r"|isn['’]?t|am i)\b.*\?\s*$",
    re.IGNORECASE | re.DOTALL,
)
_FILLER = re.compile(
    r"^(?:(?:well|so|um+|uh|ok(?:ay)?|yes|yeah|yep|sure|oh|hm+|i think|i guess|probably|maybe|it "
    r"(?:was|is|would be)|it['’]?s|that (?:was|is)|because(?: of)?|just|i(?:['’]d| would) (?:like"
    r"|ask)(?: for| to ask for)?|to ask for|ask(?:ing)? for|for)[,: ]+)+",
    re.IGNORECASE,
)
_NO_FILLER = frozenset({"connection", "belief", "strength", "standard"})


class OfflineEngine:
    """Understands by form, writes from skeletons, answers by quoting. Needs nothing but this package."""

    name = "offline"

    def read(self, message: str, session: Session) -> Reading:
        """The message in its conversation: facts, a change, a question, a text to check, or something else."""
        before = session.reading
        if before is None or before.brief is None or before.task is None:
            return self._first(message, session)
        if is_undo(message) and session.drafts:
            return replace(before, intent=Intent.UNDO, question="", text="", note="Back to the draft before.")
        if own := self._asks_review(message):
            return own
        pending = session.pending
        if change := self._changed(message, session, before, pending):
            return change
        if pending and not _QUESTION.match(message):
            return self._answered(message, before, pending)
        if self._asks(message, pending):
            return replace(before, intent=Intent.ASK, question=message.strip(), text="", note="")
        other = route(message)
        if (
            other is not None
            and other.name != before.task.name
            and other.compose is not None
            and len(message.split()) > 7
        ):
            return self._first(message, session)
        return self._more_facts(message, before)

    def write(self, order: Order) -> Iterator[Draft | Writing]:
        """The draft of a task's skeleton: first as it grows, line by line, then whole."""
        if order.task.compose is None:
            return
        subject, body = order.task.compose(order.brief, order.style)
        for line in body.splitlines(keepends=True):
            yield Writing(line)
        yield Draft(order.task.name, body, subject, self.name, load_skeleton(order.task.name).label)

    def answer(self, question: str, found: Retrieved) -> Answer:
        return compose_answer(question, found)

    def _first(self, message: str, session: Session) -> Reading:
        if review := self._asks_review(message):
            return review
        task = route(message)
        if task is None:
            return Reading(Intent.UNSURE, question=message.strip())
        if task.compose is None:
            return Reading(Intent.ASK, find_task("answer_question"), question=message.strip())
        brief, note = fill(task.brief(), task.read(message))
        return Reading(Intent.FACTS, task, brief, draft_now=bool(_NOW.search(message)), note=note)

    def _asks_review(self, message: str) -> Reading | None:
        task = route(message) if own_text(message) else None
        if task is None or task.name != "check_text":
            return None
        text = own_text(message)
        around = message.replace(text, " ")
        kind = kind_of_text(text, around)
        facts: Facts = {"kind": kind.name}
        read = kind.read(around)
        for name in ("channel", "meeting"):
            if name in read:
                facts[name] = read[name]
        brief, _ = fill(task.brief(), facts)
        return Reading(Intent.CHECK, task, brief, text=text)

    def _changed(self, message: str, session: Session, before: Reading, pending: Question | None) -> Reading | None:
        assert before.task is not None
        assert before.brief is not None
        change = None
        if pending is None or corrects(message) or re.search(r"\b(?:spelled|spelt)\b", message):
            change = correction(message, before.task, before.brief)
            if change:
                change = replace(change, style=before.style)
        if change is None and session.drafted is not None and (pending is None):
            change = restyle(message, before.task, before.brief, before.style)
        if change is None:
            return None
        brief, note = fill(before.brief, change.facts)
        return Reading(Intent.FACTS, before.task, brief, change.style, before.skipped, True, note=note or change.note)

    def _answered(self, message: str, before: Reading, pending: Question) -> Reading:
        """The answer to the open question, and whatever else it holds."""
        assert before.task is not None
        assert before.brief is not None
        now = bool(_NOW.search(message))
        if _SKIP.match(message) or (now and len(message.split()) < 8):
            return replace(
                before,
                intent=Intent.FACTS,
                skipped=(*before.skipped, pending.field),
                draft_now=now,
                question="",
                text="",
                note="",
            )
        facts = {name: value for name, value in before.task.read(message).items() if name not in before.brief.known}
        field = _meant(pending.field, message, before)
        facts[field] = _value(field, message, facts, before.brief)
        if facts[field] is None:
            del facts[field]
        brief, note = fill(before.brief, facts)
        if field != pending.field:
            return replace(before, intent=Intent.FACTS, brief=brief, draft_now=now, question="", text="", note=note)
        skipped = before.skipped if pending.field in brief.known else (*before.skipped, pending.field)
        return Reading(Intent.FACTS, before.task, brief, before.style, skipped, now, note=note)

    def _asks(self, message: str, pending: Question | None) -> bool:
        if _QUESTION.match(message) and not restyling(message):
            return True
        return pending is None and message.rstrip().endswith("?") and len(message.split()) > 3

    def _more_facts(self, message: str, before: Reading) -> Reading:
        assert before.task is not None
        assert before.brief is not None
        facts = before.task.read(message)
        if not corrects(message):
            facts = {name: value for name, value in facts.items() if name not in before.brief.known}
        brief, note = fill(before.brief, facts)
        changed = brief != before.brief
        return Reading(
            Intent.FACTS if changed or _NOW.search(message) else Intent.UNSURE,
            before.task,
            brief,
            before.style,
            before.skipped,
            True,
            question="" if changed else message.strip(),
            note=note,
        )


def restyling(message: str) -> bool:
    """Whether a question is a polite request for a change ("could you make it shorter?")."""
    return bool(
        re.search(
            r"\b(?:make it|shorten|rewrite|rephrase|change|turn it|warmer|shorter|longer|more (?:formal|direct"
            r"|friendly))\b",
            message,
            re.IGNORECASE,
        )
    ) and not message.lower().lstrip().startswith(("why", "should", "is "))


def fill(brief: Brief, facts: Facts) -> tuple[Brief, str]:
    """The brief with these facts, and a sentence about any that cannot be used. None removes a fact."""
    kind = type(brief)
    held = {
        **brief.model_dump(),
        **{
            name: (kind.model_fields[name].get_default(call_default_factory=True) if value is None else value)
            for name, value in facts.items()
        },
    }
    notes: list[str] = []
    for _ in range(len(facts) + 1):
        try:
            return kind.model_validate(held), " ".join(notes)
        except ValidationError as exc:
            error = exc.errors()[0]
            name = str(error["loc"][0])
            notes.append(f"I could not use {facts.get(name)!r} as {kind.label(name).lower()}: {error['msg'].lower()}.")
            held[name] = getattr(brief, name, None)
            if name not in kind.model_fields:
                held.pop(name)
    return brief, " ".join(notes)


_NAME_ONLY = re.compile(r"^\W*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}\W*$")


def _meant(field: str, message: str, before: Reading) -> str:
    """The field that an answer is for: a bare name is the sender's, a stretch of time the request."""
    assert before.brief is not None
    open_ = {name for name in before.missing if name != field}
    if field in ("ask", "goal", "sender_role") and "sender_name" in open_ and _NAME_ONLY.match(message):
        return "sender_name"
    if field == "sender_name" and "ask" in open_ and minutes_in(message) is not None:
        return "ask"
    return field


def _value(name: str, message: str, facts: Facts, brief: Brief) -> object:
    """What an answer says for the field that was asked for."""
    if name in facts:
        return facts[name]
    if name == "minutes":
        number = re.search(r"\b\d{1,3}\b", message)
        return minutes_in(message) or (int(number[0]) if number else None)
    if name == "ask" and (minutes := minutes_in(message)) is not None and "minutes" not in brief.known:
        facts["minutes"] = minutes
    if name == "meeting":
        return None
    said = message.strip()
    cleaned = tidy(said if name in _NO_FILLER else _FILLER.sub("", said))
    if name in ("topics", "actions"):
        return [
            correct_case(tidy(re.sub(r"^(?:and|to) ", "", part)))
            for part in re.split(r",\s*|\n+|;\s*| and (?=[a-z]+ )", cleaned)
            if part.strip()
        ]
    return correct_case(cleaned) or None
