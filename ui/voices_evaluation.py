"""How well first messages and whole texts in another language are understood and checked, for `mentor eval`."""

from pathlib import Path
from typing import Any

import yaml

from assistant.checks.review import review
from assistant.engines.offline import OfflineEngine
from assistant.language.text import Text
from assistant.model import Finding, Subject
from assistant.session import Session
from assistant.voices import task_in
from assistant.voices.spoken import language_of

JUDGED = {
    "outreach": "OUT-8 OUT-9 OUT-12 OUT-15",
    "follow_up": "FUP-4",
    "thank_you": "THX-3",
    "feedback": "FBK-1 FBK-4 FBK-6 FBK-7 FBK-8",
}
"""By kind of text the checks that its readers were asked to judge."""


def voice(language: str, path: Path) -> dict[str, Any]:
    """Shares of messages told to be in the language and routed right; precision and recall over all judged checks."""
    rows: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    engine = OfflineEngine()
    read = [engine.understand(row["text"], Session()) for row in rows["messages"]]
    tasks = [one.task.name if one.task else "asked" for one in read]
    due = [row["task"] for row in rows["messages"]]
    texts = [(row, _judged(row, language)) for row in rows["texts"]]
    found = [(finding.check.id in row["due"], finding.fires) for row, findings in texts for finding in findings]
    hits = sum(wanted and fires for wanted, fires in found)
    return {
        "messages": len(due),
        "language told": sum(language_of(row["text"]) == language for row in rows["messages"]) / len(due),
        "task right": sum(one == other for one, other in zip(tasks, due, strict=True)) / len(due),
        "asked which": tasks.count("asked") / len(due),
        "texts": len(texts),
        "checks precision": hits / (sum(fires for _, fires in found) or 1),
        "checks recall": hits / (sum(wanted for wanted, _ in found) or 1),
    }


def _judged(row: dict[str, Any], language: str) -> list[Finding]:
    task = task_in(row["kind"], language)
    checks = tuple(check for check in task.checks if check.id in JUDGED[row["kind"]].split())
    return list(review(Subject(Text(row["text"]), **task.setting(task.brief())), checks).findings)
