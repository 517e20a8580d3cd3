"""`make bench`: how long things take and how much memory they hold, beside a fixed reference loop of this machine.

Times are medians; the last column is the ratio to the reference loop, which stays comparable between machines.
"""

import json
import os
import resource
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
MENTOR = Path(sys.executable).parent / "mentor"
TEXT = (
    "Subject: Your talk on scrap sorting\n\nDear Dr Choe,\n\nI am Lena Fischer, a junior "
    "metallurgist at the Raahe works. "
    "Your talk on scrap sorting in June is why I am writing. I would like to understand how you "
    "moved from the lab into "
    "running a plant. Could I ask you for 20 minutes by phone? I am glad to fit in with your calendar. If now is not a "
    "good time, I quite understand. Thank you for reading this.\n\nKind regards,\nLena Fischer\n"
)
MESSAGE = (
    "I want to email Dr Hyejin Choe, the plant director. I heard her talk on scrap sorting in June "
    "and would like to know "
    "how she moved from the lab into running a plant. I'm Lena Fischer, a junior metallurgist. 20 minutes by phone."
)


def main() -> None:
    reference = median(reference_loop, 5)
    print(f"{'reference loop':<44}{reference * 1000:10.1f} ms      1.0")
    from scripts.bench_model import main as model_overhead

    with tempfile.TemporaryDirectory() as folder:
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"} | {
            "MENTOR_DATA_DIR": folder
        }
        started = time.perf_counter()
        run([MENTOR, "index"], environment)
        row("first index (87 guides), whole process", time.perf_counter() - started, reference)
        for name, command, text in (
            ("mentor --help", [MENTOR, "--help"], None),
            ("mentor check, whole process", [MENTOR, "check", "outreach", "-", "--json"], TEXT),
            ("mentor draft, whole process", [MENTOR, "draft", "outreach", "--message", MESSAGE, "--json"], None),
            ("mentor ask, cold", [MENTOR, "ask", "is 20 minutes too much to ask?", "--json"], None),
        ):
            row(name, median(lambda c=command, t=text: run(c, environment, t), 5), reference)
        in_process(Path(folder), reference)
        model_overhead(Path(folder))
        app(environment, reference)
    from scripts.bench_library import main as library_at_size

    library_at_size()


def in_process(folder: Path, reference: float) -> None:
    """One turn and one search with everything loaded; each check on a page of text."""
    from assistant.build import make_coach, make_library
    from assistant.language.text import Text
    from assistant.model import Subject
    from assistant.session import Session
    from assistant.settings import read_settings
    from assistant.tasks import all_tasks

    settings = read_settings(folder)
    library = make_library(settings)
    coach = make_coach(settings, library)
    library.open()
    tuple(coach.run(MESSAGE, Session()))
    row("one turn: read, draft, check, cite", median(lambda: tuple(coach.run(MESSAGE, Session())), 30), reference)
    question = "how long should a first email be?"
    row("one turn: a question answered", median(lambda: tuple(coach.run(question, Session())), 30), reference)
    row("one search", median(lambda: library.search("my mentor keeps cancelling"), 30), reference)
    page = TEXT.split("\n\n", 2)[2] * 4
    slowest: dict[str, float] = {}
    for task in all_tasks():
        for check in task.checks:
            check.detect(Subject(Text(page), channel="email", meeting="first", facts=MESSAGE))
            slowest[check.id] = median(
                lambda c=check: c.detect(Subject(Text(page), channel="email", meeting="first", facts=MESSAGE)), 15
            )
    values = sorted(slowest.items(), key=lambda pair: -pair[1])
    row(
        f"one check on {len(page.split())} words, median of {len(values)}",
        statistics.median(slowest.values()),
        reference,
    )
    for name, value in values[:3]:
        row(f"  slowest: {name}", value, reference)


def app(environment: dict[str, str], reference: float) -> None:
    """From the start of a warm app to its first answer, and what it holds once the index is loaded."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    started = time.perf_counter()
    server = subprocess.Popen([MENTOR, "serve", "--port", str(port)], env=environment, stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                urlopen(f"http://127.0.0.1:{port}", timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        row("app ready (warm start)", time.perf_counter() - started, reference)
        time.sleep(5)
        status = Path(f"/proc/{server.pid}/status")
        if status.exists():
            held = int(next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1])
            print(f"{'app, resident memory':<44}{held / 1024:10.0f} MB")
    finally:
        server.terminate()
        server.wait()
    print(f"{'this process, peak memory':<44}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:10.0f} MB")


def reference_loop() -> None:
    """Fixed work in plain Python: a JSON round trip and a sum."""
    total = 0
    for i in range(200):
        total += len(json.dumps(json.loads(json.dumps({"i": i, "words": ["mentor"] * 50}))))
    sum(i * i for i in range(100_000))


def run(command: list[Path | str], environment: dict[str, str], text: str | None = None) -> None:
    subprocess.run(command, env=environment, input=text, text=True, capture_output=True, check=False)


def median(work: Callable[[], object], times: int) -> float:
    """Seconds, the median of some runs."""
    taken: list[float] = []
    for _ in range(times):
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def row(name: str, seconds: float, reference: float) -> None:
    print(f"{name:<44}{seconds * 1000:10.1f} ms {seconds / reference:8.1f}")


if __name__ == "__main__":
    main()
