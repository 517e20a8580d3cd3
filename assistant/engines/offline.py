"""The engine without a model: cues, questions and skeletons."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.checks.drafts import values_of
from assistant.engines.answering import compose_answer
from assistant.engines.answers import meant, value_of
from assistant.engines.corrections import correction, corrects, puts_right
from assistant.engines.filling import fill
from assistant.engines.first_facts import first_facts
from assistant.engines.followups import leans, whole_question
from assistant.engines.requests import is_request, is_undo, restyle
from assistant.engines.routing import chosen, kind_of_text, own_text, ranked, route, undecided, wants_words
from assistant.engines.voices import asked_language, in_language, language_for, understand_in
from assistant.language.spelling import spelled_like
from assistant.model import Draft, Facts, Order, Task
from assistant.session import Answer, Intent, Question, Reading, Session, Writing
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
YES_TO_WHAT = "I cannot write “yes” into it: say what it is, or “skip”."
_YES = re.compile(
    r"^\W*(?:yes|yep|yeah|yup|ok(?:ay)?|right|exactly|correct|sure|that['’]?s (?:it|right)|it is)\b[^a-z]*$",
    re.IGNORECASE,
)
_NOT_THAT = re.compile(r"^\W*(?:no|nope|not (?:that|it|quite)|wrong)\W*$", re.IGNORECASE)
_QUESTION = re.compile(
    r"^(?:\W*(?:but|and|so|well|hm+|wait|ok(?:ay)?|also|quick question)[,:]? )?(?:is|are|was|should"
    r"|shall|do|does|did|can|could|may|must|would|will|what|whats|how|why|when|where|which|who"
    r"|isn['’]?t|am i)\b.*\?\s*$",
    re.IGNORECASE | re.DOTALL,
)


READ = 6000
"""Characters of a message that are read for facts; two pages, more than anybody types."""


class OfflineEngine:
    """Understands by form, writes from skeletons, answers by quoting. Needs nothing but this package."""

    name = "offline"

    def read(self, message: str, session: Session) -> Iterator[Reading]:
        """The message in its conversation: facts, a change, a question, a text to check, or something else."""
        yield self.understand(message[:READ], session)

    def understand(self, message: str, session: Session) -> Reading:
        """What a message is taken to mean."""
        if abroad := _abroad(message, session):
            return abroad
        before = session.reading if session.reading and session.reading.spoken == "en" else None
        if offer := session.offer:
            return self._taken_up(message, offer)
        if before is None or before.brief is None or before.task is None:
            if session.answered is not None and leans(message):
                return Reading(Intent.ASK, find_task("answer_question"), question=message.strip())
            return self._first(message, session)
        pending = session.pending
        if is_undo(message):
            return self._undone(before, pending, session)
        if own := self._asks_review(message):
            return own
        if change := self._changed(message, session, before, pending):
            return change
        if _QUESTION.match(message) and not restyling(message):
            return replace(before, intent=Intent.ASK, question=message.strip(), text="", note="")
        if pending:
            return self._answered(message, before, pending)
        if message.rstrip().endswith("?") and len(message.split()) > 3:
            return replace(before, intent=Intent.ASK, question=message.strip(), text="", note="")
        if self._begins_anew(message, before):
            return self._first(message, session)
        return self._more_facts(message, before)

    def write(self, order: Order, session: Session) -> Iterator[Draft | Writing]:
        """The draft of a task's skeleton: first as it grows, line by line, then whole."""
        if order.task.compose is None:
            return
        subject, body = order.task.compose(order.brief, order.style)
        if order.task.language == "en":
            told = f"{order.said}\n{values_of(order.brief)}"
            subject, body = spelled_like(subject, told), spelled_like(body, told)
        for line in body.splitlines(keepends=True):
            yield Writing(line)
        label = load_skeleton(order.task.name, order.task.language).label
        draft = Draft(order.task.name, body, subject, self.name, label, language=order.task.language)
        yield replace(draft, subject_label=order.task.subject_label)

    def whole_question(self, question: str, session: Session) -> str:
        return whole_question(question, session)

    def answer(self, question: str, found: Retrieved, session: Session, quoted: str = "") -> Iterator[Answer]:
        yield compose_answer(question, found, quoted)

    def _first(self, message: str, session: Session) -> Reading:
        if review := self._asks_review(message):
            return review
        ranking = ranked(message)
        if options := undecided(ranking):
            return Reading(Intent.OFFER, question=message.strip(), options=options)
        return self._begun(message, ranking[0][0])

    def _begun(self, message: str, task: Task | None) -> Reading:
        """The first reading of a message that is for this task; None is none of ours."""
        if task is None:
            return Reading(Intent.UNSURE, question=message.strip())
        if task.compose is None:
            return Reading(Intent.ASK, find_task("answer_question"), question=message.strip())
        read = first_facts(message, task)
        brief, note = fill(task.brief(), read.facts)
        offered = tuple(read.offered.items())
        return Reading(Intent.FACTS, task, brief, draft_now=bool(_NOW.search(message)), note=note, offered=offered)

    def _taken_up(self, message: str, offer: Reading) -> Reading:
        """The message that was left open, for the task that the answer names, or with all that the answer adds."""
        task = chosen(message, offer.options)
        if task is not None:
            return self._begun(offer.question, task)
        whole = f"{offer.question}\n{message}"
        return self._begun(whole, route(whole))

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

    def _undone(self, before: Reading, pending: Question | None, session: Session) -> Reading:
        """Back to the draft before, or, while questions are open, to before the last answer."""
        if pending is None:
            return replace(before, intent=Intent.UNDO, question="", text="", note="Back to the draft before.")
        states = [s for t in session.turns for s in t.steps if isinstance(s, Reading) and s.task is before.task]
        last = next((state for state in reversed(states) if state.brief != before.brief), before)
        return replace(last, intent=Intent.FACTS, draft_now=False, note="I took the last answer back.")

    def _begins_anew(self, message: str, before: Reading) -> bool:
        """Whether a message asks for another kind of help, in so many words."""
        other = route(message) if wants_words(message) and len(message.split()) > 5 else None
        return other is not None and other.compose is not None and other is not before.task

    def _changed(self, message: str, session: Session, before: Reading, pending: Question | None) -> Reading | None:
        """A fact put right or a wish about the draft; with a question open, only what has the form of one."""
        assert before.task is not None
        assert before.brief is not None
        change = correction(message, before.task, before.brief) if pending is None or puts_right(message) else None
        if change:
            change = replace(change, style=before.style)
        elif is_request(message) or (pending is None and session.drafted is not None and not _QUESTION.match(message)):
            change = restyle(message, before.task, before.brief, before.style)
        if change is None:
            return None
        brief, note = fill(before.brief, change.facts)
        drafted = session.drafted is not None and pending is None
        return Reading(
            Intent.FACTS, before.task, brief, change.style, before.skipped, drafted, note=note or change.note
        )

    def _answered(self, message: str, before: Reading, pending: Question) -> Reading:
        """The answer to the open question; what answers another question is kept for that."""
        assert before.task is not None
        assert before.brief is not None
        now = bool(_NOW.search(message))
        if pending.offered and _NOT_THAT.match(message):
            left = tuple(one for one in before.offered if one[0] != pending.field)
            return replace(before, intent=Intent.FACTS, offered=left, question="", text="", note="")
        if pending.offered and _YES.match(message):
            taken: Facts = {}
            taken[pending.field] = value_of(pending.field, pending.offered, taken, before.brief)
            brief, note = fill(before.brief, taken)
            return replace(before, intent=Intent.FACTS, brief=brief, question="", text="", note=note)
        if _YES.match(message) and isinstance(getattr(before.brief, pending.field), (str, tuple)):
            return replace(before, intent=Intent.FACTS, question="", text="", note=YES_TO_WHAT)
        if _SKIP.match(message) or (now and len(message.split()) < 8):
            skipped = (*before.skipped, pending.field)
            return replace(before, intent=Intent.FACTS, skipped=skipped, draft_now=now, question="", text="", note="")
        known = before.brief.known
        facts = {name: value for name, value in before.task.read(message).items() if name not in known}
        field = meant(pending.field, message, facts, before.missing)
        if field and (value := value_of(field, message, facts, before.brief)) is not None:
            facts[field] = value
        brief, note = fill(before.brief, facts)
        answered = pending.field in brief.known
        skipped = before.skipped if answered or brief != before.brief else (*before.skipped, pending.field)
        return Reading(Intent.FACTS, before.task, brief, before.style, skipped, now, note=note, offered=before.offered)

    def _more_facts(self, message: str, before: Reading) -> Reading:
        """Something said after a draft: new facts, or nothing that could be understood."""
        assert before.task is not None
        assert before.brief is not None
        facts = before.task.read(message)
        if not corrects(message):
            facts = {name: value for name, value in facts.items() if name not in before.brief.known}
        brief, note = fill(before.brief, facts)
        changed = brief != before.brief or bool(_NOW.search(message))
        intent = Intent.FACTS if changed else Intent.UNSURE
        question = "" if changed else message.strip()
        return Reading(intent, before.task, brief, before.style, before.skipped, True, question=question, note=note)


def _abroad(message: str, session: Session) -> Reading | None:
    """A message in another language than English, or an English wish for a text in one."""
    if (language := language_for(message, session)) != "en":
        return understand_in(language, message, session)
    return in_language(asked) if (asked := asked_language(message)) else None


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
