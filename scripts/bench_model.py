"""What our engine adds to a model's server: time before the first word, and tokens around the passages.

The server is scripted: the first word comes after 150 ms and then one each 20 ms, whatever is asked.
"""

import re
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from assistant.coach import Coach
from assistant.engines.chat import Connection
from assistant.engines.material import material
from assistant.engines.model import ModelEngine
from assistant.engines.openai import OpenAIChat
from assistant.session import Answered, Session, Step, Writing
from knowledge.library import LocalLibrary
from scripts.scripted_server import Received, Says, ScriptedServer, serving

MESSAGE = (
    "I want to email Dr Hyejin Choe, the plant director. I heard her talk on scrap sorting in June and would like to "
    "know how she moved from the lab into running a plant. I'm Lena Fischer, a junior metallurgist. 20 minutes by "
    "phone."
)
QUESTION = "How long should a first email to a mentor be?"
FIRST, BETWEEN, TIMES = 0.15, 0.02, 15
_INSTRUCTIONS = {
    "<passages>": "Answer the question from the passages.",
    "<draft>": "Write this message in better words.",
}


def main(data: Path) -> None:
    """Print the figures; `data` is the folder of a library that is built."""
    library = LocalLibrary(data)
    library.open()
    with serving(script=lambda body: Says(_draft(body), FIRST, BETWEEN)) as server:
        coach = Coach(ModelEngine(OpenAIChat(Connection(server.address, "scripted")), hides=True), library)
        tuple(coach.run(MESSAGE, Session()))
        before, after = zip(*(_first_word(coach, server) for _ in range(TIMES)), strict=True)
        _row("from the message to the request leaving", before)
        _row("from the server's first word to ours", after)
        calls = len(server.received) / (TIMES + 1)
        print(f"{'calls before the first word, reader sure':<44}{calls:10.1f}")
        _ratio("tokens of a draft's prompt / plain prompt", server.received[-1], coach)
    answer = "Keep the body between 50 and 125 words [1]. Messages of that length were answered most often [1]."
    with serving(Says(answer, FIRST, BETWEEN)) as server:
        coach = Coach(ModelEngine(OpenAIChat(Connection(server.address, "scripted")), hides=True), library)
        tuple(coach.run(QUESTION, Session()))
        whole = [_until(lambda step: isinstance(step, Answered), coach, QUESTION)[1] for _ in range(TIMES)]
        alone = FIRST + BETWEEN * (len(answer.split()) - 1)
        _row("an answer, beyond the server's own time", [seconds - alone for seconds in whole])
        _ratio("tokens of an answer's prompt / plain prompt", server.received[-1], coach)


def _draft(body: dict[str, object]) -> str:
    """The draft of the request, as it came."""
    found = re.search(r"<draft>\\n(.*?)\\n</draft>", str(body["messages"]), re.DOTALL)
    return found[1].replace("\\n", "\n") if found else "{}"


def _first_word(coach: Coach, server: ScriptedServer) -> tuple[float, float]:
    started = time.monotonic()
    at, _ = _until(lambda step: isinstance(step, Writing), coach, MESSAGE)
    received = server.received[-1]
    return received.at - started, at - received.first_at


def _until(wanted: Callable[[Step], bool], coach: Coach, message: str) -> tuple[float, float]:
    """When a step came, and after how many seconds; the turn is then stopped."""
    started = time.monotonic()
    running = coach.run(message, Session())
    next(step for step in running if wanted(step))
    at = time.monotonic()
    running.close()
    return at, at - started


def _ratio(name: str, received: Received, coach: Coach) -> None:
    """The tokens of a prompt to those of the same material with a sentence of instruction."""
    user = received.said("user")
    instruction = next(text for mark, text in _INSTRUCTIONS.items() if mark in user)
    bare = re.sub(r"</?\w+>|A reader will ask:|The draft in better words[^\n]*|\[\d\] ", "", user)
    count = OpenAIChat(Connection("http://127.0.0.1", "x")).count
    ours = count(received.said("system")) + count(user)
    plain = count(instruction) + count(material(re.sub(r"\n{2,}", "\n", bare)))
    print(f"{name:<44}{ours / plain:10.2f}  ({ours} / {plain})")


def _row(name: str, seconds: "list[float] | tuple[float, ...]") -> None:
    values = sorted(seconds)
    print(f"{name:<44}{statistics.median(values) * 1000:10.1f} ms, p95 {values[int(0.95 * len(values))] * 1000:.1f} ms")
