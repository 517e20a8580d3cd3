"""The fairness twin: the same feedback about somebody else, and the checks that must not care."""

import pytest

from assistant.checks.twins import compare, twin_of
from assistant.language.text import Text
from assistant.model import Subject
from assistant.tasks import find_task
from tests.talking import read_rows

FEEDBACK = find_task("feedback")


@pytest.mark.parametrize(
    ("text", "twin"),
    [
        ("She cut her off. I told her so.", "He cut him off. I told him so."),
        ("He read his notes, and I asked him why.", "She read her notes, and I asked her why."),
        ("HER plan is hers.", "HIS plan is his."),
        ("Mr Bello and his wife", "Ms Bello and her husband"),
        ("You answered before the client had finished.", "You answered before the client had finished."),
        ("There is the other theatre.", "There is the other theatre."),
    ],
)
def test_pronouns_titles_and_kin_change_places(text: str, twin: str) -> None:
    assert twin_of(text)[0] == twin


@pytest.mark.parametrize("text", ["She cut in twice, and I asked her why.", "Ola, on Tuesday he left his bench open."])
def test_the_twin_of_the_twin_is_the_text(text: str) -> None:
    assert twin_of(twin_of(text)[0])[0] == text


def test_the_name_changes_too() -> None:
    assert twin_of("Ola, on Tuesday you left the bench open.", "Ola Berg") == (
        "Daniel, on Tuesday you left the bench open.",
        1,
    )


def test_what_the_checks_say_differently_is_named() -> None:
    subject = Subject(Text("On Tuesday at noon she is lazy. You cut in twice, and the client left."))
    found = compare(subject, FEEDBACK.checks)
    assert found.swapped == 1
    assert found.differs == ()


@pytest.mark.parametrize("name", ["heldout_checks.yaml", "heldout_checks_2.yaml"])
def test_the_checks_say_the_same_of_every_twin(name: str) -> None:
    """FBK-12: on feedback that no rule was made on, no verdict may hang on a pronoun."""
    rows = [row for row in read_rows(name) if "FBK-1" in row["labels"]]
    assert len(rows) > 10
    differing = {
        row["text"][:60]: found.differs
        for row in rows
        if (found := compare(Subject(Text(row["text"])), FEEDBACK.checks)).differs
    }
    assert differing == {}
