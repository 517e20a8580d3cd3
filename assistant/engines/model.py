"""The engine with a model: better words and a second reader, and the engine without one whenever it cannot help."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.checks.drafts import values_of
from assistant.engines.calling import Calls
from assistant.engines.chat import ChatModel, ModelTrouble, Said, said
from assistant.engines.followups import whole_question
from assistant.engines.material import material, most_that_fit, passages_text, without_orders
from assistant.engines.offline import READ, OfflineEngine
from assistant.engines.requests import is_request
from assistant.engines.supported import supported_answer
from assistant.engines.understanding import is_sure, understand
from assistant.engines.wording import Wording, base_of
from assistant.model import Draft, Order
from assistant.session import Answer, FellBack, Intent, Reading, Rewriting, Session, Telling, Waiting, Writing
from knowledge.model import GUIDES, Passage, Retrieved
from prompts.loader import load_prompt

MOST_PASSAGES = 4
"""Passages that an answer is made from."""
LONGEST_ANSWER = 300
"""Tokens that an answer may have."""


class ModelEngine:
    """Reads, writes and answers with a model; every step has the offline engine under it."""

    name = "openai"

    def __init__(self, chat: ChatModel, *, hides: bool, limit: int = 0) -> None:
        self._calls = Calls(chat, hides, limit)
        self._offline = OfflineEngine()
        self._failed: dict[str, int] = {}
        """Conversations whose model failed in reading, and in which turn: it is not asked again in the same one."""

    def read(self, message: str, session: Session) -> Iterator[Telling | Reading]:
        """The offline reading, and the model's on top where that leaves something open."""
        self._failed.pop(session.id, None)
        message = message[:READ]
        offline = self._offline.understand(message, session)
        if offline.spoken not in ("", "en"):
            yield offline
            return
        self._learn(offline, session, message)
        if wished := _wish(offline, message, session):
            yield wished
            return
        if is_sure(offline, message, session):
            yield offline
            return
        try:
            yield from understand(self._calls, message, session, offline)
        except ModelTrouble as trouble:
            self._failed[session.id] = len(session.turns)
            yield FellBack(str(trouble))
            yield offline

    def write(self, order: Order, session: Session) -> Iterator[Telling | Writing | Rewriting | Draft]:
        """The draft in the model's words; when the model cannot help, the plain draft, or the one that stands."""
        plain = next(piece for piece in self._offline.write(order, session) if isinstance(piece, Draft))
        if order.task.language != "en":
            yield plain
            return
        base = base_of(order, plain, session)
        stands = base.draft if base.draft is plain else replace(base.draft, notice="The draft stays as it was.")
        if self._rests(session):
            yield stands
            return
        veil = self._calls.veil(session.id)
        standing = order.before.whole if order.before else ""
        texts = (order.said, values_of(order.brief), standing)
        veil.learn(order.brief, *texts, *order.style.wishes, *order.style.added)
        veil.spell(plain.whole)
        try:
            yield from Wording(self._calls, order, plain, base, session, self.name).write()
        except ModelTrouble as trouble:
            yield FellBack(str(trouble))
            yield stands

    def whole_question(self, question: str, session: Session) -> str:
        return whole_question(question, session)

    def answer(self, question: str, found: Retrieved, session: Session, quoted: str = "") -> Iterator[Telling | Answer]:
        """Sentences of the model that the passages bear out; where the library has no answer, none is asked for."""
        offline = next(self._offline.answer(question, found, session, quoted))
        if offline.abstained or self._rests(session):
            yield offline
            return
        passages = [hit.passage for hit in found.hits[:MOST_PASSAGES]]
        self._learn(None, session, question, *(f"{p.where()}\n{p.text}" for p in passages if p.collection != GUIDES))
        try:
            text = ""
            for piece in self._calls.ask("answer", session.id, self._question(question, passages), LONGEST_ANSWER):
                if isinstance(piece, str):
                    text += piece
                    yield Waiting(0.0)
                else:
                    yield piece
            yield supported_answer(text, passages, offline.nearest)
        except ModelTrouble as trouble:
            yield FellBack(str(trouble))
            yield offline

    def _question(self, question: str, passages: Sequence[Passage]) -> tuple[Said, ...]:
        prompt = load_prompt("answer")

        def messages(some: Sequence[Passage]) -> tuple[Said, ...]:
            return said(
                *prompt.say(
                    passages=passages_text([without_orders(one) for one in some], numbered=True),
                    question=material(question),
                )
            )

        kept = most_that_fit(passages, lambda some: self._calls.fits(messages(some), LONGEST_ANSWER))
        if not kept:
            raise ModelTrouble("overflow", "The passages are longer than the model can take at once.")
        return messages(kept)

    def _learn(self, reading: Reading | None, session: Session, *texts: str) -> None:
        """Take note of what must be hidden: the brief's values, and what was said until now."""
        self._calls.veil(session.id).learn(reading.brief if reading else None, session.said, *texts)

    def _rests(self, session: Session) -> bool:
        """Whether the model has just failed in this turn."""
        return self._failed.pop(session.id, None) == len(session.turns)


def _wish(offline: Reading, message: str, session: Session) -> Reading | None:
    """A request about the draft that the offline engine has no rule for, as a wish that a model can follow."""
    if offline.intent is not Intent.UNSURE or not session.drafted or not is_request(message):
        return None
    style = replace(offline.style, wishes=(*offline.style.wishes, message.strip()))
    return replace(offline, intent=Intent.FACTS, style=style, draft_now=True, question="", note="")
