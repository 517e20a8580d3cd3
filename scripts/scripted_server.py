"""A server that speaks the OpenAI protocol from a script, over real sockets: for tests of faults, and for the bench."""

import json
import threading
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Says:
    """An answer word by word: `first` seconds before the first, `between` before each other."""

    text: str
    first: float = 0.0
    between: float = 0.0
    finish: str | None = "stop"
    usage: bool = True
    pieces: tuple[str, ...] = ()
    """The pieces to send, where words will not do."""
    drops: bool = False
    """Close the connection in the middle instead of ending."""
    counts: dict[str, int] | None = None
    """The usage to report, where the true one will not do."""


@dataclass(frozen=True)
class Fails:
    """An answer with an error's status."""

    status: int
    message: str = "no"
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Sends:
    """Bytes as they are, as an answer of this type."""

    body: bytes
    kind: str = "text/event-stream"


@dataclass(frozen=True)
class Hangs:
    """No answer for so many seconds, then none."""

    seconds: float = 30.0


Reply = Says | Fails | Sends | Hangs
Script = Callable[[dict[str, Any]], Reply]


@dataclass
class Received:
    """One request as it came: its path, headers, and body as bytes."""

    path: str
    headers: dict[str, str]
    raw: bytes
    at: float = field(default_factory=time.monotonic)
    """When it had come, and when the first word of the answer was sent."""
    first_at: float = 0.0
    left: threading.Event = field(default_factory=threading.Event)
    """Set when the client went away before the answer's end."""

    @property
    def body(self) -> dict[str, Any]:
        return json.loads(self.raw)

    def said(self, role: str) -> str:
        """The messages of a role."""
        return "\n".join(one["content"] for one in self.body["messages"] if one["role"] == role)


class ScriptedServer:
    """Answers each chat with what the script says of it, and keeps what came."""

    def __init__(self, *replies: Reply, script: Script | None = None, models: tuple[str, ...] = ("scripted",)) -> None:
        self._replies = list(replies)
        self._script = script
        self.models = models
        self.received: list[Received] = []
        self._guard = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (_Handler,), {"scripted": self}))
        self._server.daemon_threads = True

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    def answer_with(self, *replies: Reply) -> None:
        """Go on with these answers."""
        with self._guard:
            self._replies = list(replies)

    def start(self) -> None:
        threading.Thread(target=self._server.serve_forever, args=(0.02,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def next_reply(self, received: Received) -> Reply:
        """The script's answer, or the next of the list; the last of it again and again."""
        with self._guard:
            self.received.append(received)
            if self._script is not None:
                return self._script(received.body)
            return self._replies.pop(0) if len(self._replies) > 1 else self._replies[0]


class _Handler(BaseHTTPRequestHandler):
    """One connection to the scripted server that a subclass names."""

    scripted: ScriptedServer
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the standard library's
        pass

    def do_GET(self) -> None:
        rows = [{"id": name, "object": "model", "created": 0, "owned_by": "x"} for name in self.scripted.models]
        self._send(200, json.dumps({"object": "list", "data": rows}).encode(), "application/json")

    def do_POST(self) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        received = Received(self.path, {k.lower(): v for k, v in self.headers.items()}, raw)
        try:
            self._answer(self.scripted.next_reply(received), received)
        except (BrokenPipeError, ConnectionResetError):
            received.left.set()
            self.close_connection = True

    def _answer(self, reply: Reply, received: Received) -> None:
        match reply:
            case Says():
                self._stream(reply, received)
            case Fails(status, message, headers):
                body = json.dumps({"error": {"message": message, "type": "x", "code": None}}).encode()
                self._send(status, body, "application/json", headers)
            case Sends(body, kind):
                self._send(200, body, kind)
            case Hangs(seconds):
                self._wait(seconds, received)
                self.close_connection = True

    def _stream(self, says: Says, received: Received) -> None:
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.send_header("connection", "close")
        self.end_headers()
        self.close_connection = True
        words = [f"{word} " for word in says.text.split(" ")]
        pieces = says.pieces or (*words[:-1], words[-1][:-1])
        for n, piece in enumerate(pieces):
            self._wait(says.between if n else says.first, received)
            received.first_at = received.first_at or time.monotonic()
            self._event({"choices": [{"index": 0, "delta": {"role": "assistant", "content": piece}}]})
        if says.drops:
            self.connection.shutdown(2)
            return
        if says.finish:
            self._event({"choices": [{"index": 0, "delta": {}, "finish_reason": says.finish}]})
        if says.usage:
            counted = {"prompt_tokens": len(received.raw) // 4, "completion_tokens": len(pieces)}
            total = sum(counted.values())
            self._event({"choices": [], "usage": says.counts or {**counted, "total_tokens": total}})
        self.wfile.write(b"data: [DONE]\n\n")

    def _event(self, data: dict[str, Any]) -> None:
        head = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": self.scripted.models[0]}
        self.wfile.write(f"data: {json.dumps({**head, **data})}\n\n".encode())
        self.wfile.flush()

    def _wait(self, seconds: float, received: Received) -> None:
        """Wait, and notice when the client goes away."""
        until = time.monotonic() + seconds
        self.connection.setblocking(False)
        try:
            while (left := until - time.monotonic()) > 0:
                time.sleep(min(0.02, left))
                try:
                    if self.connection.recv(1) == b"":
                        raise BrokenPipeError
                except BlockingIOError:
                    pass
        finally:
            self.connection.setblocking(True)

    def _send(self, status: int, body: bytes, kind: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serving(
    *replies: Reply, script: Script | None = None, models: tuple[str, ...] = ("scripted",)
) -> Generator[ScriptedServer]:
    """A scripted server while a block runs."""
    server = ScriptedServer(*replies, script=script, models=models)
    server.start()
    try:
        yield server
    finally:
        server.stop()
