"""The port to a chat model: what is asked of it, what comes back, and what can go wrong."""

import ipaddress
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit

from assistant.errors import MentorError


@dataclass(frozen=True, slots=True)
class Connection:
    """Where a model is, and how it may be used. The key is never shown."""

    base_url: str
    model: str = ""
    """Empty for the only one that the server has."""
    key: str = field(default="", repr=False)
    context: int = 4096
    """Tokens that a request and its reply may have together."""
    timeout: float = 60.0
    """Seconds without a word from the server."""

    @property
    def host(self) -> str:
        """The server as people name it: host, and port where it is not the usual one."""
        return urlsplit(self.base_url).netloc.rpartition("@")[2] or self.base_url

    @property
    def local(self) -> bool:
        """Whether the server runs on this machine."""
        name = urlsplit(self.base_url).hostname or ""
        if name == "localhost":
            return True
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return False


@dataclass(frozen=True, slots=True)
class Said:
    """One message of a prompt."""

    role: Literal["system", "user", "assistant"]
    text: str


def said(system: str, user: str) -> tuple[Said, ...]:
    """A prompt's two blocks as messages."""
    return Said("system", system), Said("user", user)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A request: its messages, the tokens that the reply may have, and the JSON schema that it must fit, if any."""

    messages: tuple[Said, ...]
    most: int
    schema: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """How a reply ended: tokens sent and received (`counted` by the server, else estimated), and its model."""

    sent: int
    received: int
    counted: bool
    model: str


Kind = Literal[
    "refused", "timeout", "key", "unknown", "busy", "server", "overflow", "empty", "endless", "broken", "refusal",
    "limit", "invalid", "stopped",
]  # fmt: skip
"""What went wrong: nobody there, no answer in time, key not accepted, no such model, too many requests, an error of the
server, prompt too long, nothing said, no end, an answer that breaks off or is no answer, a model that declines, our
own spending limit, a request that the server cannot use, a person who stops it."""


class ModelTrouble(MentorError):
    """A model could not help; the message is one sentence for the person."""

    def __init__(self, kind: Kind, sentence: str, wait: float | None = None) -> None:
        super().__init__(sentence)
        self.kind: Kind = kind
        self.wait = wait
        """Seconds after which the server would be asked again, where it says so."""

    @property
    def passing(self) -> bool:
        """Whether the same request may work in a moment."""
        return self.kind in ("busy", "server", "refused")


class ChatModel(Protocol):
    """A model that answers in pieces of text, "" for a moment in which nothing came, and at the end a `Reply`."""

    @property
    def connection(self) -> Connection: ...

    def stream(self, prompt: Prompt) -> Generator[str | Reply, None, None]:
        """The reply as it grows; raises `ModelTrouble`. Closing the iterator ends the request on the server."""
        ...

    def count(self, text: str) -> int:
        """About how many tokens a text has, counted without a download."""
        ...
