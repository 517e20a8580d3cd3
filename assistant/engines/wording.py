"""A draft in a model's words: streamed, checked, once mended, and never with a fact that nobody told."""

import re
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

from assistant.checks.drafts import review_draft, values_of
from assistant.checks.inventions import SLOT, Invention, inventions
from assistant.checks.slotting import with_slots
from assistant.engines.calling import Calls
from assistant.engines.chat import ModelTrouble, Said, said
from assistant.engines.material import facts_text, material, most_that_fit, passages_text, questions_text
from assistant.engines.sieve import Sieve
from assistant.language.facts import Facts
from assistant.language.text import words
from assistant.model import Draft, Order
from assistant.session import Exchange, Rewriting, Session, Telling, Waiting, Writing
from knowledge.model import Passage
from prompts.loader import load_prompt, load_skeleton

MOST_SLOTS = 2
"""Slots put in for inventions; with more of them the plain draft serves better."""
_START = 60
KEPT = 0.7
"""A fact is kept when so much of its words that stand in the plain draft stands in the model's."""
_FENCE = re.compile(r"\A\s*```\w*\n(.*?)\n?```\s*\Z", re.DOTALL)
_PREAMBLE = re.compile(
    r"\A\s*(?:(?:sure|certainly|of course|okay|ok)[,.!]? *)?(?:here(?:'s| is| are)|below is|this is|the (?:improved|"
    r"revised|rewritten|better))[^\n]{0,120}:\s*\n+",
    re.IGNORECASE,
)
_TAGS = re.compile(r"</?(?:draft|facts|text|guidance|wishes)>\n?", re.IGNORECASE)
_SUBJECT = re.compile(r"\A\s*\**subject\**\s*:\**\s*(?P<subject>[^\n]*)\n*", re.IGNORECASE)
_SPEAKER = re.compile(r"\A(?!subject\b)[A-Za-z][\w ]{1,20}:\s+", re.IGNORECASE)
_DECLINED = re.compile(
    r"\A\W*(?:i(?:'m| am) (?:sorry|unable|afraid)|sorry,|i (?:can't|cannot|won't)|as an ai\b|unfortunately, i)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Attempt:
    """A text of the model with what is wrong with it."""

    subject: str
    body: str
    found: tuple[Invention, ...]
    faults: tuple[str, ...]

    @property
    def whole(self) -> str:
        return f"Subject: {self.subject}\n\n{self.body}" if self.subject else self.body

    @property
    def rank(self) -> tuple[int, int]:
        """Fewer is better: inventions, then faults."""
        return len(self.found), len(self.faults)


@dataclass(frozen=True)
class Base:
    """The draft to start from, and the wishes to follow."""

    draft: Draft
    wishes: tuple[str, ...]


def base_of(order: Order, plain: Draft, session: Session) -> Base:
    """What to start from: the newest wish changes the draft that stands, anything else the plain one."""
    standing, before = order.before, session.reading
    if standing and before and before.brief == order.brief:
        old = before.style.wishes
        if replace(order.style, wishes=()) == replace(before.style, wishes=()) and order.style.wishes != old:
            return Base(standing, order.style.wishes[len(old) :])
    return Base(plain, order.style.wishes)


class Wording:
    """One draft in the making."""

    def __init__(self, calls: Calls, order: Order, plain: Draft, base: Base, session: Session, engine: str) -> None:
        self._calls, self._order, self._plain, self._session, self._engine = calls, order, plain, session, engine
        self._base = base
        self._said = f"{order.said}\n{values_of(order.brief)}\n{plain.whole}"
        self._meeting = bool(order.task.setting(order.brief).get("meeting"))

    def write(self) -> Iterator[Telling | Writing | Rewriting | Draft]:
        """The draft as it grows, then whole. Raises `ModelTrouble` when nothing usable came."""
        first = yield from self._first()
        best = first
        if first.faults or first.found:
            yield Rewriting(first.faults)
            try:
                second = yield from self._second(first)
            except ModelTrouble:
                second = first
            best = min((first, second), key=lambda attempt: attempt.rank)
        yield self._finished(best)

    def _first(self) -> Generator[Telling | Writing, None, _Attempt]:
        messages, label = self._messages()
        sieve = Sieve(self._said, meeting=self._meeting)
        text = ""
        with closing(self._calls.ask("write", self._session.id, messages, self._most)) as pieces:
            for piece in pieces:
                if isinstance(piece, str):
                    text += piece
                    if self._repeats(text):
                        raise ModelTrouble("broken", f"The model on {self._host} repeats its instructions.")
                    if shown := sieve.feed(piece):
                        yield Writing(shown)
                else:
                    yield piece
        if rest := sieve.end():
            yield Writing(rest)
        self._label = label
        return self._attempt(text)

    def _repeats(self, text: str) -> bool:
        """Whether a text begins with the prompt's guidance instead of a draft."""
        start = " ".join(words(text))[:_START]
        return len(start) == _START and any(
            start in " ".join(words(f"guidance {passage.where()} {passage.text}")) for passage in self._order.passages
        )

    @property
    def _host(self) -> str:
        return self._calls.chat.connection.host

    def _second(self, first: _Attempt) -> Generator[Waiting | Exchange, None, _Attempt]:
        messages = said(
            *load_prompt("revise").say(
                title=self._order.task.title,
                subject=bool(self._plain.subject),
                facts=facts_text(self._order.brief),
                draft=material(first.whole),
                faults=material("\n".join(f"- {fault}" for fault in first.faults)),
            )
        )
        text = ""
        for piece in self._calls.ask("rewrite", self._session.id, messages, self._most):
            if isinstance(piece, str):
                text += piece
                yield Waiting(0.0)
            else:
                yield piece
        return self._attempt(text)

    def _messages(self) -> tuple[tuple[Said, ...], str]:
        """The prompt, with as many passages as the window takes."""
        order, prompt = self._order, load_prompt("write")
        values = {
            "title": order.task.title,
            "advice": load_skeleton(order.task.name).advice,
            "subject": bool(self._plain.subject),
            "facts": facts_text(order.brief),
            "questions": questions_text(order.task.checks),
            "draft": material(self._base.draft.whole),
            "wishes": material("\n".join(self._base.wishes)),
        }

        def messages(passages: Sequence[Passage]) -> tuple[Said, ...]:
            return said(*prompt.say(**values, guidance=passages_text(passages, numbered=False)))

        kept = most_that_fit(order.passages, lambda some: self._calls.fits(messages(some), self._most))
        if not kept and not self._calls.fits(messages(()), self._most):
            raise ModelTrouble("overflow", "These facts are longer than the model can take at once.")
        return messages(kept), prompt.label

    @property
    def _most(self) -> int:
        """Tokens that the reply may have."""
        return round(1.6 * self._calls.chat.count(self._plain.whole)) + 100

    def _attempt(self, text: str) -> _Attempt:
        subject, body = self._parts(text)
        whole = f"Subject: {subject}\n\n{body}" if subject else body
        found = inventions(whole, self._said, meeting=self._meeting)
        faults = [f"Nobody told this: “{one.words}”." for one in found]
        mine = review_draft(self._order.task, self._order.brief, whole, self._order.said)
        plain = review_draft(self._order.task, self._order.brief, self._plain.whole, self._order.said)
        known = {finding.check.id for finding in plain.firing}
        faults += [f"{f.check.question} {f.message}" for f in mine.firing if f.check.id not in known]
        faults += [f"It leaves out: {label}." for label in self._lost(whole)]
        return _Attempt(subject, body, found, tuple(dict.fromkeys(faults)))

    def _parts(self, text: str) -> tuple[str, str]:
        """Subject and body of a reply without what models put around one; raises `ModelTrouble` for none."""
        text = _TAGS.sub("", text).replace("‹", "<").replace("›", ">")
        if fenced := _FENCE.match(text):
            text = fenced[1]
        text = _PREAMBLE.sub("", text).strip()
        if _DECLINED.match(text):
            raise ModelTrouble("refusal", f"The model on {self._host} declined to write this.")
        label = _SPEAKER.match(text)
        if label and label[0].strip() not in self._plain.whole:
            text = text[label.end() :]
        head = _SUBJECT.match(text)
        body = text[head.end() :].strip() if head else text
        subject = head["subject"].strip() if head and self._plain.subject else ""
        if len(words(body)) < 0.4 * len(words(self._plain.body)):
            raise ModelTrouble("empty", f"The model on {self._host} wrote next to nothing.")
        return (subject or self._plain.subject) if self._plain.subject else "", body

    def _lost(self, text: str) -> list[str]:
        """The fields whose words stand in the plain draft and not in this one."""
        brief, here, there = self._order.brief, Facts(text), Facts(self._plain.whole)
        lost: list[str] = []
        known: dict[str, object] = brief.known
        for name, value in known.items():
            if name not in type(brief).model_fields or name == "pronoun":
                continue
            said = [word for word in words(str(value)) if len(word) > 2 and there.hold(word)]
            if said and sum(here.hold(word) for word in said) < KEPT * len(said):
                lost.append(f"{brief.label(name)} ({value})")
        return lost

    def _finished(self, best: _Attempt) -> Draft:
        """The better attempt with a slot for each invention; raises `ModelTrouble` when too little is left."""
        text = with_slots(best.whole, best.found, self._said)
        again = inventions(text, self._said, meeting=self._meeting)
        if again:
            text = with_slots(text, again, self._said)
        new = len(SLOT.findall(text)) - len(SLOT.findall(self._plain.whole))
        if new > MOST_SLOTS or inventions(text, self._said, meeting=self._meeting):
            raise ModelTrouble("broken", f"The model on {self._host} said too much that nobody told.")
        if self._lost(text):
            raise ModelTrouble("broken", f"The model on {self._host} left out what you had said.")
        subject, body = self._parts(text)
        return Draft(self._order.task.name, body, subject, self._engine, self._label)
