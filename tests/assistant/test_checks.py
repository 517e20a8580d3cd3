"""Every check against its own examples, and every check complete."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.language.text import Text
from assistant.model import Check, Subject, Verdict
from assistant.tasks import all_tasks

FOLDER = Path(__file__).parents[2] / "assistant" / "checks" / "examples"
CHECKS: dict[str, Check] = {check.id: check for task in all_tasks() for check in task.checks}
FIRING = (Verdict.WARN, Verdict.FAIL)


def _examples() -> dict[str, list[tuple[str, dict[str, Any]]]]:
    found: dict[str, list[tuple[str, dict[str, Any]]]] = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        for check, rows in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader).items():
            found.setdefault(check, []).extend((path.stem, row) for row in rows)
    return found


EXAMPLES = _examples()
ALL = [
    pytest.param(check, family, row, id=f"{check}-{n}-{row['verdict']}")
    for check, rows in EXAMPLES.items()
    for n, (family, row) in enumerate(rows)
]


def subject(family: str, row: dict[str, Any]) -> Subject:
    return Subject(
        Text(row["text"].rstrip("\n")),
        channel=row.get("channel", "email" if family == "outreach" else ""),
        meeting=row.get("meeting") or "",
        facts=row.get("facts"),
    )


@pytest.mark.parametrize(("check", "family", "row"), ALL)
def test_a_check_says_of_its_example_what_it_must(check: str, family: str, row: dict[str, Any]) -> None:
    given = subject(family, row)
    noticed = CHECKS[check].detect(given)
    assert noticed.verdict == row["verdict"], f"{row['why']}: {noticed.message}"
    if noticed.span is not None:
        start, end = noticed.span
        assert 0 <= start < end <= len(given.text.raw)
    if noticed.verdict in FIRING:
        assert noticed.message


def test_every_check_has_examples_and_every_example_a_check() -> None:
    assert set(EXAMPLES) == set(CHECKS)


def test_all_the_checks_that_were_promised_are_there() -> None:
    promised = {
        *(f"OUT-{n}" for n in range(1, 16)),
        *(f"AGD-{n}" for n in range(1, 8)),
        *(f"FBK-{n}" for n in range(1, 12)),
        *(f"SAFE-{n}" for n in range(1, 5)),
        "GROUND-1",
    }
    assert promised <= set(CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_eight_examples_where_it_fires_and_eight_where_it_is_silent(check: str) -> None:
    verdicts = [Verdict(row["verdict"]) for _, row in EXAMPLES[check]]
    assert sum(verdict in FIRING for verdict in verdicts) >= 8
    assert sum(verdict not in FIRING for verdict in verdicts) >= 8


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_draws_on_near_misses_of_its_rule(check: str) -> None:
    reasons = [row["why"].lower() for _, row in EXAMPLES[check] if row["verdict"] in ("pass", "not_applicable")]
    assert any(why.startswith(("near miss", "false positive")) for why in reasons)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_says_what_it_asks_why_and_on_what_ground(check: str) -> None:
    rule = CHECKS[check]
    assert rule.question.endswith("?")
    assert rule.name
    assert rule.reason.endswith(".")
    assert len(rule.source) > 3
    assert rule.grade.meaning


def test_no_two_examples_of_a_check_are_the_same() -> None:
    for check, rows in EXAMPLES.items():
        texts = [(row["text"], row.get("channel"), row.get("meeting"), row.get("facts")) for _, row in rows]
        assert len(texts) == len(set(texts)), check


@pytest.mark.parametrize("raw", ["", " ", "\n\n", "?", "a" * 5000, "😀 " * 50, "1. (5 min)\n" * 60, "Subject:"])
def test_no_text_is_too_strange_for_a_check(raw: str) -> None:
    for channel, meeting in (("email", "first"), ("linkedin_note", "recurring"), ("", "")):
        for check in CHECKS.values():
            noticed = check.detect(Subject(Text(raw), channel=channel, meeting=meeting, facts="nothing"))
            assert noticed.span is None or 0 <= noticed.span[0] <= noticed.span[1] <= len(raw), check.id
