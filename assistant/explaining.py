"""What a check asks, why, on what evidence, and how it does on its own examples."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.errors import BadInput
from assistant.language.text import Text
from assistant.model import Check, Subject, Verdict
from assistant.tasks import all_tasks

EXAMPLES = Path(__file__).parent / "checks" / "examples"
_AROUND = ("meeting", "minutes", "facts", "earlier", "waited", "days")
_FIRES = (Verdict.WARN, Verdict.FAIL)


@dataclass(frozen=True, slots=True)
class Example:
    """A text, what is known around it, and what the check must say of it."""

    subject: Subject
    verdict: Verdict
    why: str


@dataclass(frozen=True)
class Explanation:
    """A check with the tasks that it serves, its examples, and how often it is right on them."""

    check: Check
    tasks: tuple[str, ...]
    examples: tuple[Example, ...] = ()
    counts: Counter[str] = field(default_factory=Counter[str])

    @property
    def precision(self) -> float | None:
        """Of the examples on which it fires, the share on which it should; None when it never does."""
        fired = self.counts["hit"] + self.counts["false alarm"]
        return self.counts["hit"] / fired if fired else None

    @property
    def recall(self) -> float | None:
        """Of the examples on which it should fire, the share on which it does; None when there are none."""
        due = self.counts["hit"] + self.counts["miss"]
        return self.counts["hit"] / due if due else None


def explain(name: str) -> Explanation:
    """All about one check, by its id in any case; raises `BadInput` naming those there are."""
    found = _checks()
    key = name.strip().upper()
    if key not in found:
        raise BadInput(f"There is no check {name!r}. Choose one of: {', '.join(found)}.")
    check, tasks = found[key]
    examples = tuple(_examples().get(key, ()))
    return Explanation(check, tasks, examples, Counter(_outcome(check, example) for example in examples))


def explanations() -> Iterator[Explanation]:
    """Every check, in the order of the tasks."""
    yield from map(explain, _checks())


def as_table() -> str:
    """The page of all checks, in Markdown."""
    lines = [
        "# The checks",
        "",
        "Made from the code by `python -m scripts.write_checks`; a test compares. Each check is a question to a "
        "text; it "
        "fires when the answer is no. The grade is shown beside every finding: **E1** randomised trial or "
        "meta-analysis, "
        "**E2** large observational data, **E3** expert or practice guidance, **D** our own judgement. Advice that "
        "rests "
        "on E3 or D is advice, however popular it is. Precision and recall are those on the check's own development "
        "examples (firing + silent); on texts that nobody tuned for they are lower: [benchmarks.md](benchmarks.md).",
        "",
        "| check | question | grade and source | examples | precision | recall |",
        "|---|---|---|---|---|---|",
    ]
    for one in explanations():
        check = one.check
        asked = " Put as a question, never as a fault." if check.asks_only else ""
        firing = sum(example.verdict in _FIRES for example in one.examples)
        lines.append(
            f"| {check.id} {check.name} | {check.question}{asked} | **{check.grade.value}** {check.source} | "
            f"{firing} + {len(one.examples) - firing} | {_share(one.precision)} | {_share(one.recall)} |"
        )
    return "\n".join(lines) + "\n"


def as_data(one: Explanation) -> dict[str, Any]:
    """All about one check, for programs."""
    check = one.check
    return {
        "check": check.id,
        "name": check.name,
        "question": check.question,
        "asks_only": check.asks_only,
        "reason": check.reason,
        "grade": check.grade.value,
        "source": check.source,
        "passage": check.passage,
        "tasks": list(one.tasks),
        "examples": [
            {"verdict": example.verdict.value, "why": example.why, "text": example.subject.text.raw}
            for example in one.examples
        ],
        "precision": one.precision,
        "recall": one.recall,
    }


def as_text(one: Explanation) -> str:
    """All about one check, for the terminal."""
    check = one.check
    firing = [example for example in one.examples if example.verdict in _FIRES]
    near = [example for example in one.examples if example.why.lower().startswith(("near miss", "false positive"))]
    lines = [
        f"{check.id} {check.name}",
        f"  Asks      {check.question}",
        f"  Because   {check.reason}",
        f"  Evidence  {check.grade.value}, {check.grade.meaning}: {check.source}",
        f"  Read      {check.passage} (mentor search “{check.name}”)",
        f"  For       {', '.join(one.tasks)}",
        f"  Examples  {len(firing)} where it fires, {len(one.examples) - len(firing)} where it is silent; precision "
        f"{_share(one.precision)}, recall {_share(one.recall)} on these",
    ]
    lines += ["", "  Fires, for example:", *_quoted(firing[:2])] if firing else []
    lines += ["", "  Silent although near:", *_quoted(near[:2])] if near else []
    return "\n".join(lines)


def _quoted(examples: list[Example]) -> Iterator[str]:
    for example in examples:
        yield f"    {example.why}"
        yield from (f"      | {line}" for line in example.subject.text.raw.splitlines() if line.strip())


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _outcome(check: Check, example: Example) -> str:
    fires, due = check.detect(example.subject).verdict in _FIRES, example.verdict in _FIRES
    return "hit" if fires and due else "false alarm" if fires else "miss" if due else "quiet"


@cache
def _checks() -> dict[str, tuple[Check, tuple[str, ...]]]:
    found: dict[str, tuple[Check, tuple[str, ...]]] = {}
    for task in all_tasks():
        for check in task.checks:
            found[check.id] = (check, (*found.get(check.id, (check, ()))[1], task.name))
    return found


@cache
def _examples() -> dict[str, list[Example]]:
    found: dict[str, list[Example]] = {}
    for path in sorted(EXAMPLES.glob("*.yaml")):
        for check, rows in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).items():
            found.setdefault(check, []).extend(_example(path.stem, row) for row in rows)
    return found


def _example(family: str, row: dict[str, Any]) -> Example:
    around = {name: row[name] for name in _AROUND if row.get(name) is not None}
    channel = row.get("channel", "email" if family == "outreach" else "")
    return Example(
        Subject(Text(row["text"].rstrip("\n")), channel=channel, **around), Verdict(row["verdict"]), row["why"]
    )
