"""Any server that speaks the OpenAI protocol, through langchain: OpenAI, Azure, Ollama, LM Studio, llama.cpp, vLLM."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

import asyncio
import queue
import random
import threading
from collections.abc import Generator, Iterator
from contextlib import aclosing
from dataclasses import replace
from functools import cache, cached_property
from time import monotonic, sleep
from typing import Any

from assistant.engines.chat import Connection, ModelTrouble, Prompt, Reply
from assistant.engines.troubles import trouble_of

BEAT = 0.2
"""Seconds after which a waiting reader hears that nothing came yet."""
RETRIES = 2
LONGEST_WAIT = 8.0
"""Seconds that a server may ask us to wait; a longer wait is not worth a person's while."""
LONGEST_REPLY = 300.0
"""Seconds that one reply may take in all."""
CONNECT = 5.0
_NOTHING, _DONE = object(), object()
_OPENAI = ("api.openai.com", "openai.azure.com", "services.ai.azure.com")
THOUGHTS = 2_000
"""Tokens more for a model that thinks before it answers: its thoughts count against the reply's limit."""
_FEATURES = ("temperature", "stream_options")
_ABOUT_JSON = ("response_format", "json", "schema", "grammar", "guided")
_HEADERS = frozenset("accept accept-encoding authorization connection content-length content-type host".split())
"""Headers that are sent; what the vendor's client adds of the machine and of the environment is taken out."""


class OpenAIChat:
    """One connection. What the server turns out not to know (a schema, a temperature) is left out from then on."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._lacks: set[str] = set()
        official = any(connection.host.endswith(name) for name in _OPENAI)
        self._limit_name = "max_completion_tokens" if official else "max_tokens"
        self._thinks = False
        """Whether the model was seen to think before it answers."""
        self._starting = threading.Lock()

    @property
    def connection(self) -> Connection:
        return self._connection

    @property
    def structure(self) -> str:
        """How the server is asked for JSON, as far as is known: by schema, as JSON, or in plain words."""
        if "json_object" in self._lacks:
            return "asked in plain words"
        return "JSON mode" if "json_schema" in self._lacks else "JSON schema"

    def count(self, text: str) -> int:
        """Approximate: one token for four characters, as langchain counts, and three for each message."""
        from langchain_core.messages import HumanMessage
        from langchain_core.messages.utils import count_tokens_approximately

        return count_tokens_approximately([HumanMessage(text)])

    def load(self) -> None:
        """Import and connect now rather than at the first message."""
        with self._starting:
            _ = _loop(), self._client, self._vendor

    def models(self) -> list[str]:
        """The names of the server's models; raises `ModelTrouble`."""
        self.load()

        async def listed() -> list[str]:
            import openai

            key, url = self._connection.key or "none", self._connection.base_url
            client = openai.AsyncOpenAI(api_key=key, base_url=url, http_client=self._client, max_retries=0)
            return sorted(model.id for model in (await client.models.list()).data)

        try:
            return asyncio.run_coroutine_threadsafe(listed(), _loop()).result(self._connection.timeout)
        except Exception as exc:
            raise trouble_of(exc, self._connection) from exc

    def stream(self, prompt: Prompt) -> Generator[str | Reply, None, None]:
        """See `ChatModel.stream`. Retries come only before the first word, few, jittered and bounded."""
        if not self._connection.model:
            self._connection = replace(self._connection, model=self._only_model())
        self.load()
        tries, plainly = 0, False
        while True:
            started, thought = False, self._thinks
            try:
                for piece in self._once(prompt, plainly=plainly):
                    started = started or bool(piece)
                    yield piece
                return
            except ModelTrouble as trouble:
                if started:
                    raise
                learnt = self._thinks and not thought
                if not learnt and not self._learns(trouble):
                    if trouble.kind == "invalid" and prompt.schema and not plainly:
                        plainly = True
                    elif not self._again(trouble, tries):
                        raise
                waits = self._pause(trouble, tries)
                tries += trouble.passing
            until = monotonic() + waits
            while (left := until - monotonic()) > 0:
                yield ""
                sleep(min(BEAT, left))

    def _only_model(self) -> str:
        """The name of the server's only model; raises `ModelTrouble` naming the choice where there are several."""
        names = self.models()
        if len(names) == 1:
            return names[0]
        shown = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        raise ModelTrouble(
            "unknown",
            f"{self._connection.host} has {len(names)} models. Choose one in the app or by MENTOR_MODEL: {shown}",
        )

    def _again(self, trouble: ModelTrouble, tries: int) -> bool:
        return trouble.passing and tries < RETRIES and (trouble.wait or 0.0) <= LONGEST_WAIT

    def _pause(self, trouble: ModelTrouble, tries: int) -> float:
        if not trouble.passing:
            return 0.0
        asked = trouble.wait if trouble.wait is not None else 0.4 * 2**tries
        return asked * (1 + random.random() / 4)  # noqa: S311 - jitter

    def _learns(self, trouble: ModelTrouble) -> bool:
        """Whether the server says what it does not know, and the request can be made again without it."""
        if trouble.kind != "invalid":
            return False
        text = str(trouble).lower()
        other = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}[self._limit_name]
        if self._limit_name in text and "limit" not in self._lacks:
            self._lacks.add("limit")
            self._limit_name = other
            return True
        named: set[str] = {feature for feature in _FEATURES if feature in text} - self._lacks
        if not named and any(word in text for word in _ABOUT_JSON) and "json_object" not in self._lacks:
            named = {"json_object" if "json_schema" in self._lacks else "json_schema"}
        self._lacks |= named
        return bool(named)

    def _once(self, prompt: Prompt, *, plainly: bool = False) -> Iterator[str | Reply]:
        """One request; `plainly` without a form for the answer, for a server that refuses it for no reason given."""
        if plainly:
            prompt = replace(prompt, schema=None)
        if self._thinks:
            free = self._connection.context - sum(self.count(message.text) for message in prompt.messages)
            prompt = replace(prompt, most=max(prompt.most, min(prompt.most + THOUGHTS, free)))
        arrived: queue.Queue[Any] = queue.Queue()
        task = asyncio.run_coroutine_threadsafe(self._produce(prompt, arrived), _loop())
        ending = _Ending(self, prompt)
        until = monotonic() + LONGEST_REPLY
        try:
            while True:
                try:
                    item = arrived.get(timeout=BEAT)
                except queue.Empty:
                    item = _NOTHING
                if monotonic() > until:
                    raise ModelTrouble("endless", f"{self._connection.host} did not come to an end.")
                if isinstance(item, Exception):
                    raise trouble_of(item, self._connection) from item
                if item is _DONE:
                    self._thinks = self._thinks or ending.thought
                    yield ending.reply()
                    return
                yield "" if item is _NOTHING else ending.take(item)
        finally:
            task.cancel()

    async def _produce(self, prompt: Prompt, arrived: "queue.Queue[Any]") -> None:
        """Put every chunk into the queue, and how it ended."""
        messages = [(message.role, message.text) for message in prompt.messages]
        try:
            chunks = self._model.astream(messages, config={"callbacks": []}, **self._request(prompt))
            async with aclosing(chunks):  # pyright: ignore[reportArgumentType]
                async for chunk in chunks:
                    arrived.put(chunk)
            arrived.put(_DONE)
        except Exception as exc:  # noqa: BLE001 - mapped where it is taken out
            arrived.put(exc)

    def _request(self, prompt: Prompt) -> dict[str, Any]:
        body: dict[str, Any] = {}
        if prompt.schema and "json_schema" not in self._lacks:
            body["response_format"] = {
                "type": "json_schema",
                "json_schema": {"name": "reading", "schema": prompt.schema, "strict": False},
            }
        elif prompt.schema and "json_object" not in self._lacks:
            body["response_format"] = {"type": "json_object"}
        body[self._limit_name] = prompt.most
        if "temperature" not in self._lacks:
            body["temperature"] = 0
        return {"extra_body": body, "stream_usage": "stream_options" not in self._lacks}

    @cached_property
    def _client(self) -> Any:
        """Never through a proxy to this machine; no server may send us on to another; no header but the needed ones."""
        import httpx

        async def bare(request: httpx.Request) -> None:
            for name in set(request.headers) - _HEADERS:
                del request.headers[name]

        return httpx.AsyncClient(
            event_hooks={"request": [bare]},
            trust_env=not self._connection.local,
            follow_redirects=False,
            timeout=httpx.Timeout(self._connection.timeout, connect=CONNECT),
        )

    @cached_property
    def _vendor(self) -> Any:
        """langchain's class for this protocol, with its own tracing switched off whatever the environment says."""
        import langsmith
        from langchain_openai import ChatOpenAI

        langsmith.configure(enabled=False)
        return ChatOpenAI

    @cached_property
    def _model(self) -> Any:
        return self._vendor(
            base_url=self._connection.base_url,
            api_key=self._connection.key or "none",
            model=self._connection.model,
            timeout=self._connection.timeout,
            max_retries=0,
            http_async_client=self._client,
            stream_chunk_timeout=self._connection.timeout,
            cache=False,
            openai_proxy="",
        )


@cache
def _loop() -> asyncio.AbstractEventLoop:
    """Requests run in a loop of their own, so that a reader who goes away can end one at once."""
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True, name="mentor-model").start()
    return loop


class _Ending:
    """What a stream of chunks adds up to besides its text."""

    def __init__(self, chat: OpenAIChat, prompt: Prompt) -> None:
        self._chat, self._prompt = chat, prompt
        self._pieces: list[str] = []
        self._finish = self._model = ""
        self._usage: Any = None

    def take(self, chunk: Any) -> str:
        """The text of a chunk; raises `ModelTrouble` for a refusal and for text beyond all bounds."""
        self._finish = chunk.response_metadata.get("finish_reason") or self._finish
        self._model = chunk.response_metadata.get("model_name") or self._model
        self._usage = chunk.usage_metadata or self._usage
        host = self._chat.connection.host
        if chunk.additional_kwargs.get("refusal") or self._finish == "content_filter":
            raise ModelTrouble("refusal", f"The model on {host} declined to answer.")
        text = chunk.content if isinstance(chunk.content, str) else ""
        self._pieces.append(text)
        if sum(map(len, self._pieces)) > 12 * self._prompt.most + 2000:
            raise ModelTrouble("endless", f"The model on {host} did not come to an end.")
        return text

    @property
    def thought(self) -> bool:
        """Whether the model used up its tokens without a word, or says that it thought."""
        details: dict[str, int] = (self._usage or {}).get("output_token_details") or {}
        text = "".join(self._pieces).strip()
        return bool(details.get("reasoning") or text.startswith("<think")) or (not text and self._finish == "length")

    def reply(self) -> Reply:
        """The reply's figures; raises `ModelTrouble` when it is empty or broke off."""
        host, text = self._chat.connection.host, "".join(self._pieces)
        if not text.strip():
            raise ModelTrouble("empty", f"The model on {host} said nothing.")
        if self._finish == "length":
            raise ModelTrouble("endless", f"The model on {host} did not come to an end.")
        if not self._finish:
            raise ModelTrouble("broken", f"The answer of {host} broke off.")
        if self._usage:
            return Reply(self._usage["input_tokens"], self._usage["output_tokens"], True, self._model)
        sent = sum(self._chat.count(message.text) for message in self._prompt.messages)
        return Reply(sent, self._chat.count(text), False, self._model)
