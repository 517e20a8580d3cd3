"""Asking a model: names hidden, cut to its window, within the spending limit, and recorded word for word."""

import re
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from assistant.engines.chat import ChatModel, ModelTrouble, Prompt, Reply, Said
from assistant.engines.veil import Veil
from assistant.session import Exchange, Waiting

MOST_TALKS = 512
"""Conversations whose placeholders and use are remembered at once."""
FRAME = 60
"""Tokens that a server adds around messages, and what our estimate may be short of."""
_THINKING = re.compile(r"\s*<think(?:ing)?>")
_THOUGHT = re.compile(r"\s*<think(?:ing)?>.*?</think(?:ing)?>\s*", re.DOTALL)


@dataclass
class Talk:
    """What is kept of one conversation while the program runs: its placeholders, and the tokens it has used."""

    veil: Veil
    spent: int = 0


@dataclass
class Calls:
    """Requests to one model. `limit` is the number of tokens that one conversation may use, 0 for any."""

    chat: ChatModel
    hides: bool
    limit: int = 0
    _talks: OrderedDict[str, Talk] = field(default_factory=OrderedDict[str, Talk])

    def talk(self, conversation: str) -> Talk:
        """The record of a conversation."""
        talk = self._talks.setdefault(conversation, Talk(Veil(names_only=not self.hides)))
        self._talks.move_to_end(conversation)
        while len(self._talks) > MOST_TALKS:
            self._talks.popitem(last=False)
        return talk

    def fits(self, messages: Iterable[Said], most: int) -> bool:
        """Whether a prompt and its reply fit the model's window."""
        tokens = sum(self.chat.count(message.text) for message in messages)
        return tokens + most + FRAME <= self.chat.connection.context

    def ask(
        self,
        purpose: str,
        conversation: str,
        messages: tuple[Said, ...],
        most: int,
        schema: dict[str, Any] | None = None,
    ) -> Iterator[str | Waiting | Exchange]:
        """The reply in pieces with its values put back; last the exchange as it was.

        Raises:
            ModelTrouble: after the exchange with what came until then, when the model could not help.
        """
        talk = self.talk(conversation)
        sent = tuple(Said(one.role, talk.veil.hide(one.text)) for one in messages)
        self._afford(talk, sent, most)
        record = _Record(purpose, self.chat, sent, talk)
        try:
            with closing(self.chat.stream(Prompt(sent, most, schema))) as pieces:
                for shown in talk.veil.showing(_without_thoughts(record.taken(pieces))):
                    yield shown or Waiting(record.seconds)
        except ModelTrouble as trouble:
            yield record.exchange(trouble)
            raise
        except GeneratorExit:
            record.spend()
            raise
        yield record.exchange(None)

    def _afford(self, talk: Talk, sent: tuple[Said, ...], most: int) -> None:
        """Stop before a request that could go over the limit."""
        tokens = sum(self.chat.count(message.text) for message in sent) + most
        if self.limit and talk.spent + tokens > self.limit:
            raise ModelTrouble(
                "limit",
                f"This conversation has used {talk.spent:,} of {self.limit:,} tokens, and the next request could go "
                "over. MENTOR_TOKEN_LIMIT sets the limit.",
            )


class _Record:
    """One exchange while it goes on."""

    def __init__(self, purpose: str, chat: ChatModel, sent: tuple[Said, ...], talk: Talk) -> None:
        self._purpose, self._chat, self._sent, self._talk = purpose, chat, sent, talk
        self._received: list[str] = []
        self._reply: Reply | None = None
        self._start = monotonic()

    @property
    def seconds(self) -> float:
        return monotonic() - self._start

    def taken(self, pieces: Iterator[str | Reply]) -> Iterator[str]:
        """The text among the pieces; the figures at the end are kept."""
        for piece in pieces:
            if isinstance(piece, Reply):
                self._reply = piece
            else:
                self._received.append(piece)
                yield piece

    def spend(self) -> Reply:
        """Put on the conversation's account what was used, by the server's count or by ours."""
        reply = self._reply
        if reply is None:
            sent = sum(self._chat.count(message.text) for message in self._sent)
            text = "".join(self._received)
            reply = Reply(sent, self._chat.count(text) if text else 0, False, self._chat.connection.model)
        self._talk.spent += reply.sent + reply.received
        return reply

    def exchange(self, trouble: ModelTrouble | None) -> Exchange:
        nothing_sent = trouble is not None and trouble.kind == "refused"
        reply = Reply(0, 0, True, self._chat.connection.model) if nothing_sent else self.spend()
        return Exchange(
            purpose=self._purpose,
            server=self._chat.connection.host,
            model=reply.model or self._chat.connection.model,
            sent=tuple((message.role, message.text) for message in self._sent),
            received="".join(self._received),
            tokens_sent=reply.sent,
            tokens_received=reply.received,
            counted=reply.counted,
            seconds=self.seconds,
            spent=self._talk.spent,
            hidden=len(self._talk.veil.values),
            trouble=str(trouble) if trouble else "",
        )


def _without_thoughts(pieces: Iterable[str]) -> Iterator[str]:
    """The reply without what a reasoning model thinks aloud before it."""
    start = ""
    for piece in (pieces := iter(pieces)):
        start += piece
        if not start.strip() or "<think".startswith(start.lstrip()[:6]) and len(start.lstrip()) < 7:
            yield ""
            continue
        if _THINKING.match(start) and not _THOUGHT.match(start):
            yield ""
            continue
        break
    yield _THOUGHT.sub("", start, count=1)
    yield from pieces
