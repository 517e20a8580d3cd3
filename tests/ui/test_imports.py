"""What the quick commands do not load, and what serving says when it cannot."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.tasks import find_task

HEAVY = ("gradio", "chromadb", "langchain", "langchain_chroma", "onnxruntime", "openai", "torch")
RUN = """
import json, sys
sys.argv = ["mentor", *sys.argv[1:]]
from ui.cli import main
try:
    main()
except SystemExit as exited:
    print(json.dumps([exited.code, sorted({name.partition(".")[0] for name in sys.modules})]), file=sys.stderr)
"""
COMMANDS = {
    "help": (["--help"], ""),
    "tasks": (["tasks", "--json"], ""),
    "check": (["check", "outreach", "-"], "Dear Dr Choe,\n\nI am a nurse. Could I ask you one question?\n\nAnn"),
    "draft": (["draft", "outreach", "--brief", "-"], json.dumps(find_task("outreach").example)),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_quick_command_loads_nothing_heavy(command: str, tmp_path: Path) -> None:
    arguments, given = COMMANDS[command]
    ran = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        input=given,
        env={**os.environ, "MENTOR_DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    code, loaded = json.loads(ran.stderr.splitlines()[-1])
    assert code in (0, 1, None)
    assert [name for name in HEAVY if name in loaded] == []
    assert list(tmp_path.iterdir()) == []


def test_a_port_that_is_taken_is_said_with_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        ran = subprocess.run(
            [sys.executable, "-m", "ui.cli", "serve", "--port", port, "--data", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
        )
    assert ran.returncode == 2
    assert port in ran.stderr
    assert "MENTOR_PORT" in ran.stderr
    assert "Traceback" not in ran.stderr
