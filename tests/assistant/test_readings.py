"""What is read from first messages, form by form, and what must be left alone."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.tasks import find_task
from ui.evaluation import same

ROWS: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("readings.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("task", ROWS)
def test_facts_are_read_as_told(task: str) -> None:
    wrong: list[str] = []
    for row in ROWS[task]:
        said = find_task(task).read(row["message"])
        due: dict[str, Any] = row.get("facts", {})
        wrong += [
            f"{name} is {said.get(name)!r}, not {value!r}: {row['message']}"
            for name, value in due.items()
            if name not in said or not same(value, said[name])
        ]
        wrong += [
            f"{name} is read as {said[name]!r}: {row['message']}" for name in row.get("absent", []) if name in said
        ]
    assert wrong == []
