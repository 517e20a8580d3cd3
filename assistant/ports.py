"""The two ports of the main job: an engine that understands, writes and answers, and a library that finds."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from assistant.model import Draft, Order
from assistant.session import Answer, Reading, Rewriting, Session, Telling, Writing
from knowledge.model import Guide, Passage, Retrieved, Role


class Engine(Protocol):
    """Understands, writes, answers: streams that end with their result. The main job does not know which one runs."""

    @property
    def name(self) -> str: ...

    def read(self, message: str, session: Session) -> Iterator[Telling | Reading]: ...

    def write(self, order: Order, session: Session) -> Iterator[Telling | Writing | Rewriting | Draft]: ...

    def whole_question(self, question: str, session: Session) -> str:
        """A question that leans on the conversation, made whole for the search."""
        ...

    def answer(self, question: str, found: Retrieved, session: Session, quoted: str = "") -> Iterator[Telling | Answer]:
        """An answer from what was found; `quoted` is what was quoted just before."""
        ...


class Library(Protocol):
    """Finds passages."""

    def search(
        self,
        query: str,
        role: Role | None = None,
        task: str | None = None,
        k: int = 5,
        collections: Sequence[str] | None = None,
    ) -> Retrieved: ...

    def passage(self, passage_id: str) -> Passage | None: ...

    def guide(self, guide_id: str) -> Guide | None: ...
