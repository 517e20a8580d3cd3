"""What a vendor's error means for the person: every exception of openai, langchain and httpx becomes one sentence."""

import asyncio
import concurrent.futures
import json
import math
import re
from typing import Any

from assistant.engines.chat import Connection, ModelTrouble

_KEY = re.compile(r"\b(?:sk|key|pk)-[\w*.-]{6,}")
_OVERFLOW = ("context size", "context length", "context window", "maximum context", "too many tokens", "context_length")


def trouble_of(exc: BaseException, connection: Connection) -> ModelTrouble:
    """The trouble behind an exception; only an interrupt is raised as it is."""
    import httpx
    import openai
    from langchain_core.exceptions import ModelError

    if isinstance(exc, ModelTrouble):
        return exc
    host, status = connection.host, getattr(exc, "status_code", None)
    text = _said(exc, connection.key)
    if isinstance(exc, httpx.ConnectTimeout) or isinstance(exc.__cause__, httpx.ConnectTimeout):
        return ModelTrouble("refused", f"Nobody answers at {host}. Is the server running, and is the address right?")
    if isinstance(exc, (openai.APITimeoutError, httpx.TimeoutException, TimeoutError, concurrent.futures.TimeoutError)):
        return ModelTrouble("timeout", f"{host} did not answer within {connection.timeout:g} seconds.")
    if any(words in text.lower() for words in _OVERFLOW):
        return ModelTrouble("overflow", f"The message is longer than the model on {host} can take.")
    if isinstance(status, int):
        return _by_status(status, exc, connection, text)
    if isinstance(exc, (openai.APIConnectionError, httpx.ConnectError)) and not _midway(exc):
        return ModelTrouble("refused", f"Nobody answers at {host}. Is the server running, and is the address right?")
    if isinstance(exc, (openai.APIConnectionError, httpx.HTTPError, asyncio.CancelledError)):
        return ModelTrouble("broken", f"The connection to {host} broke off.")
    if isinstance(exc, openai.APIError):
        return ModelTrouble("server", f"{host} reported an error: {text[:160]}")
    if isinstance(exc, (ModelError, json.JSONDecodeError, ValueError, LookupError, TypeError, AttributeError)):
        return ModelTrouble("broken", f"What {host} sent is no answer of a chat model. Is the address right?")
    if isinstance(exc, Exception):
        return ModelTrouble("broken", f"{host} cannot be asked ({type(exc).__name__}). Is the address right?")
    raise exc


def _by_status(status: int, exc: BaseException, connection: Connection, text: str) -> ModelTrouble:
    host = connection.host
    if status in (401, 403):
        return ModelTrouble("key", f"{host} does not accept the key. Check OPENAI_API_KEY, or the key in the app.")
    if status == 404:
        return ModelTrouble("unknown", f"{host} knows no model {connection.model!r}, or the address is not right.")
    if status == 429:
        wait = _wait(exc)
        later = f" It asks to wait {wait:g} seconds." if wait else ""
        return ModelTrouble("busy", f"{host} has too many requests, or the account has no credit left.{later}", wait)
    if status >= 500:
        return ModelTrouble("server", f"{host} reported an error of its own ({status}).", _wait(exc))
    if 300 <= status < 400:
        return ModelTrouble("broken", f"{host} sends us on to another address, which is not followed.")
    return ModelTrouble("invalid", f"{host} could not use the request ({status}): {text[:200]}")


def _said(exc: BaseException, key: str) -> str:
    """The server's own words, where it has any, without a key that it repeats."""
    text = _words_of(exc)
    return _KEY.sub("[key]", text.replace(key, "[key]") if len(key) > 5 else text)


def _words_of(exc: BaseException) -> str:
    body: Any = getattr(exc, "body", None)
    if isinstance(body, dict):
        message: Any = body.get("message") or body.get("error")  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        if isinstance(message, str):
            return message
    return str(exc)


def _wait(exc: BaseException) -> float | None:
    """Seconds of a Retry-After header, where there is one in seconds."""
    response: Any = getattr(exc, "response", None)
    value: Any = response.headers.get("retry-after", "") if response is not None else ""
    try:
        seconds = float(value)
    except ValueError:
        return None
    return max(0.0, seconds) if math.isfinite(seconds) else None


def _midway(exc: BaseException) -> bool:
    """Whether a connection broke after it had been made."""
    import httpx

    cause = exc.__cause__
    return isinstance(cause, (httpx.ReadError, httpx.RemoteProtocolError, httpx.WriteError))
