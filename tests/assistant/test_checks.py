"""Every check against its own examples, and every check complete."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from assistant.errors import BadInput
from assistant.explaining import EXAMPLES as EXAMPLE_FILES
from assistant.explaining import Example, as_data, as_table, as_text, explain, explanations
from assistant.language.text import Text
from assistant.model import Subject, Verdict

CHECKS = {one.check.id: one.check for one in explanations()}
EXAMPLES = {one.check.id: one.examples for one in explanations()}
FIRING = (Verdict.WARN, Verdict.FAIL)
ALL = [
    pytest.param(check, example, id=f"{check}-{n}-{example.verdict}")
    for check, examples in EXAMPLES.items()
    for n, example in enumerate(examples)
]


@pytest.mark.parametrize(("check", "example"), ALL)
def test_a_check_says_of_its_example_what_it_must(check: str, example: Example) -> None:
    noticed = CHECKS[check].detect(example.subject)
    assert noticed.verdict == example.verdict, f"{example.why}: {noticed.message}"
    if noticed.span is not None:
        start, end = noticed.span
        assert 0 <= start < end <= len(example.subject.text.raw)
    if noticed.verdict in FIRING:
        assert noticed.message


def test_every_check_has_examples_and_every_example_a_check() -> None:
    files = [yaml.load(p.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for p in EXAMPLE_FILES.glob("*.yaml")]
    assert {check for rows in files for check in rows} == set(CHECKS)
    assert [check for check, examples in EXAMPLES.items() if not examples] == []


def test_all_the_checks_that_were_promised_are_there() -> None:
    promised = {
        *(f"OUT-{n}" for n in range(1, 16)),
        *(f"AGD-{n}" for n in range(1, 8)),
        *(f"FBK-{n}" for n in range(1, 12)),
        *(f"SAFE-{n}" for n in range(1, 5)),
        *(f"FUP-{n}" for n in range(1, 5)),
        *(f"THX-{n}" for n in range(1, 4)),
        *(f"GOL-{n}" for n in range(1, 7)),
        *(f"LIS-{n}" for n in range(2, 5)),
        *(f"TRN-{n}" for n in (1, 2, 3, 4, 5, 10)),
        *(f"DCP-{n}" for n in range(1, 5)),
        "INT-1",
        "DEC-1",
        "SCN-1",
        "SCN-2",
        "END-1",
        "FBK-13",
        "GROUND-1",
    }
    assert promised <= set(CHECKS)


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_has_eight_examples_where_it_fires_and_eight_where_it_is_silent(check: str) -> None:
    verdicts = [example.verdict for example in EXAMPLES[check]]
    assert sum(verdict in FIRING for verdict in verdicts) >= 8
    assert sum(verdict not in FIRING for verdict in verdicts) >= 8


@pytest.mark.parametrize("check", CHECKS)
def test_a_check_draws_on_near_misses_of_its_rule(check: str) -> None:
    reasons = [example.why.lower() for example in EXAMPLES[check] if example.verdict not in FIRING]
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
        texts = [repr(replace(row.subject, text=Text(""))) + row.subject.text.raw for row in rows]
        assert len(texts) == len(set(texts)), check


@pytest.mark.parametrize("raw", ["", " ", "\n\n", "?", "a" * 5000, "😀 " * 50, "1. (5 min)\n" * 60, "Subject:"])
def test_no_text_is_too_strange_for_a_check(raw: str) -> None:
    for channel, meeting in (("email", "first"), ("linkedin_note", "recurring"), ("", "")):
        for check in CHECKS.values():
            noticed = check.detect(Subject(Text(raw), channel=channel, meeting=meeting, facts="nothing"))
            assert noticed.span is None or 0 <= noticed.span[0] <= noticed.span[1] <= len(raw), check.id


def test_the_page_of_checks_says_what_the_code_says() -> None:
    page = (Path(__file__).parents[2] / "docs" / "checks.md").read_text(encoding="utf-8")
    assert page == as_table(), "run `.venv/bin/python -m scripts.write_checks`"


def test_a_check_is_explained_with_its_evidence_and_examples() -> None:
    about = explain("out-8")
    text, data = as_text(about), as_data(about)
    for part in (about.check.question, about.check.source, about.check.grade.meaning, "outreach", about.check.passage):
        assert part in text
    assert data["examples"][0]["text"]
    assert data["precision"] == data["recall"] == 1.0


def test_an_unknown_check_is_said_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="OUT-1, "):
        explain("OUT-99")
