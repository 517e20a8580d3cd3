"""Trying out a connection: what a server can do, one thing after the other, each with a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from assistant.engines.chat import ModelTrouble, Prompt, Reply, Said
from assistant.engines.openai import OpenAIChat
from assistant.engines.structured import parsed
from assistant.engines.understanding import Understood, reading_schema

MOST = 160
_NO_CHAT = re.compile(
    r"embed|rerank|whisper|tts|transcribe|dall-e|image|audio|moderation|realtime|bge-|ocr", re.IGNORECASE
)
_HELLO = (Said("user", "Say hello in five words."),)
_READ = (
    Said("system", 'Give JSON only: {"task": "outreach", "facts": [], "question": "", "wish": ""}'),
    Said("user", "I want to write to a plant director."),
)


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing that was tried: whether it works, and a sentence about it."""

    name: str
    works: bool
    sentence: str


def likely_chat(names: Sequence[str]) -> str:
    """The first of a server's models that is not plainly for something else than talking."""
    return next((name for name in names if not _NO_CHAT.search(name)), names[0])


def probe(chat: OpenAIChat, names: Sequence[str] = ()) -> Iterator[Probe]:
    """The list of models, if not known yet, a chat with its streaming, and JSON. Nothing of a conversation is sent."""
    try:
        names = names or chat.models()
        yield Probe("models", True, f"{len(names)}: {', '.join(names[:8])}{' …' if len(names) > 8 else ''}")
    except ModelTrouble as trouble:
        yield Probe("models", False, str(trouble))
        if trouble.kind in ("refused", "key", "timeout"):
            return
    try:
        yield from _talked(chat)
        yield _structured(chat)
    except ModelTrouble as trouble:
        yield Probe("chat", False, str(trouble))


def _talked(chat: OpenAIChat) -> Iterator[Probe]:
    start, first, pieces = monotonic(), 0.0, 0
    counted = False
    try:
        for piece in chat.stream(Prompt(_HELLO, MOST)):
            if isinstance(piece, Reply):
                counted = piece.counted
            elif piece:
                first, pieces = first or monotonic() - start, pieces + 1
    except ModelTrouble as trouble:
        if trouble.kind != "endless":
            raise
    usage = "The server counts tokens." if counted else "The server does not count tokens; they are estimated."
    yield Probe("chat", True, f"{chat.connection.model} answers after {first:.1f} s. {usage}")
    yield Probe(
        "streaming",
        pieces > 1,
        "Words come as they are written." if pieces > 1 else "Answers come in one piece; drafts appear when finished.",
    )


def _structured(chat: OpenAIChat) -> Probe:
    try:
        text = "".join(piece for piece in chat.stream(Prompt(_READ, MOST, reading_schema())) if isinstance(piece, str))
    except ModelTrouble as trouble:
        if trouble.kind not in ("endless", "empty"):
            raise
        text = ""
    way = chat.structure
    if parsed(text, Understood) is not None:
        return Probe("JSON", True, f"Messages can be read with its help ({way}).")
    return Probe("JSON", False, f"No JSON came back ({way}); messages are read without its help.")
