"""What each conversation has used of models, and what was sent to them: whatever model, whatever became of the turn."""

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

from assistant.session import Exchange

MOST = 512
"""Conversations that are remembered at once; the one not used for longest is forgotten."""


@dataclass
class Account:
    """One conversation's use: the tokens it has spent, and every exchange, also of turns that were stopped."""

    spent: int = 0
    exchanges: list[Exchange] = field(default_factory=list[Exchange])


class Accounts:
    """The accounts of the conversations of one program, in memory only. Threads share it."""

    def __init__(self) -> None:
        self._all: OrderedDict[str, Account] = OrderedDict()
        self._guard = Lock()

    def of(self, conversation: str) -> Account:
        """A conversation's account, opened when there is none."""
        with self._guard:
            account = self._all.setdefault(conversation, Account())
            self._all.move_to_end(conversation)
            while len(self._all) > MOST:
                self._all.popitem(last=False)
            return account

    def close(self, conversation: str) -> None:
        """Forget a conversation."""
        with self._guard:
            self._all.pop(conversation, None)


ACCOUNTS = Accounts()
"""Those of this program: a conversation keeps its account when another model is chosen for it."""
