"""Asking a model: names hidden, cut to its window, within the spending limit, and recorded word for word."""

import re
from collections import OrderedDict
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from assistant.engines.accounts import ACCOUNTS, Account, Accounts
from assistant.engines.chat import ChatModel, ModelTrouble, Prompt, Reply, Said
from assistant.engines.veil import Veil
from assistant.session import Exchange, Waiting

MOST_TALKS = 512
"""Conversations whose placeholders are remembered at once."""
FRAME = 60
"""Tokens that a server adds around messages, and what our estimate may be short of."""
_UNPAID = ("refused", "key", "unknown", "invalid", "busy", "overflow")
"""Kinds of trouble in which a server has not begun to work."""
_BELIEVED = 0.5
"""A server's count under this share of our own estimate is not believed."""
_THINKING = re.compile(r"\s*<think(?:ing)?>")
_THOUGHT = re.compile(r"\s*<think(?:ing)?>.*?</think(?:ing)?>\s*", re.DOTALL)


@dataclass
class Calls:
    """Requests to one model. `limit` is the number of tokens that one conversation may use, 0 for any."""

    chat: ChatModel
    hides: bool
    limit: int = 0
    accounts: Accounts = ACCOUNTS
    _veils: OrderedDict[str, Veil] = field(default_factory=OrderedDict[str, Veil])

    def veil(self, conversation: str) -> Veil:
        """The placeholders of a conversation."""
        veil = self._veils.setdefault(conversation, Veil(names_only=not self.hides))
        self._veils.move_to_end(conversation)
        while len(self._veils) > MOST_TALKS:
            self._veils.popitem(last=False)
        return veil

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
    ) -> Generator[str | Waiting | Exchange]:
        """The reply in pieces with its values put back; last the exchange as it was, which is on the account by then.

        Raises:
            ModelTrouble: after the exchange with what came until then, when the model could not help.
        """
        veil, account = self.veil(conversation), self.accounts.of(conversation)
        sent = tuple(Said(one.role, veil.hide(one.text)) for one in messages)
        self._afford(account, sent, most)
        record = _Record(purpose, self.chat, sent, account, len(veil.values))
        try:
            with closing(self.chat.stream(Prompt(sent, most, schema))) as pieces:
                for shown in veil.showing(_without_thoughts(record.taken(pieces))):
                    yield shown or Waiting(record.seconds)
        except ModelTrouble as trouble:
            yield record.closed(trouble)
            raise
        except GeneratorExit:
            record.closed(ModelTrouble("stopped", "It was stopped here."))
            raise
        yield record.closed(None)

    def _afford(self, account: Account, sent: tuple[Said, ...], most: int) -> None:
        """Stop before a request that could go over the limit."""
        tokens = sum(self.chat.count(message.text) for message in sent) + most
        if self.limit and account.spent + tokens > self.limit:
            raise ModelTrouble(
                "limit",
                f"This conversation has used {account.spent:,} of {self.limit:,} tokens, and the next request could go "
                "over. MENTOR_TOKEN_LIMIT sets the limit.",
            )


class _Record:
    """One exchange while it goes on."""

    def __init__(self, purpose: str, chat: ChatModel, sent: tuple[Said, ...], account: Account, hidden: int) -> None:
        self._purpose, self._chat, self._sent, self._account, self._hidden = purpose, chat, sent, account, hidden
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

    def closed(self, trouble: ModelTrouble | None) -> Exchange:
        """The exchange as it was, put on the account."""
        reply = self._used(trouble)
        self._account.spent += reply.sent + reply.received
        exchange = Exchange(
            purpose=self._purpose,
            server=self._chat.connection.host,
            model=reply.model or self._chat.connection.model,
            sent=tuple((message.role, message.text) for message in self._sent),
            received="".join(self._received),
            tokens_sent=reply.sent,
            tokens_received=reply.received,
            counted=reply.counted,
            seconds=self.seconds,
            spent=self._account.spent,
            hidden=self._hidden,
            trouble=str(trouble) if trouble else "",
        )
        self._account.exchanges.append(exchange)
        return exchange

    def _used(self, trouble: ModelTrouble | None) -> Reply:
        """What was used, by the server's count or by our estimate."""
        model = self._chat.connection.model
        if trouble is not None and trouble.kind in _UNPAID and not "".join(self._received):
            return Reply(0, 0, True, model)
        sent = sum(self._chat.count(message.text) for message in self._sent)
        text = "".join(self._received)
        estimate = Reply(sent, self._chat.count(text) if text else 0, False, model)
        told = self._reply
        if told is None or told.sent < _BELIEVED * estimate.sent or told.received < 0:
            return estimate
        return told


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
