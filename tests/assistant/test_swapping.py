"""The swap test: which sentences would be as true with another name at the top."""

import pytest

from assistant.checks.swapping import swap
from assistant.language.text import Text
from tests.talking import read_rows

FOR_ONE = (
    "Dear Dr Choe,\n\nI am a trainee at the north plant. In your talk on scrap sorting you showed the belt that runs "
    "backwards. You built it from spare parts. Could I ask you for 15 minutes?\n\nKind regards,\nMia"
)
FOR_ANYBODY = "Dear Sir,\n\nI admire your impressive career. Could I pick your brain some time? I would be so glad."


def test_what_only_they_did_is_bound_to_them_and_the_rest_survives() -> None:
    tested = swap(Text(FOR_ONE))
    assert [sentence.text for sentence in tested.bound] == [
        "In your talk on scrap sorting you showed the belt that runs backwards.",
        "You built it from spare parts.",
    ]
    assert [sentence.text for sentence in tested.survivors] == [
        "I am a trainee at the north plant.",
        "Could I ask you for 15 minutes?",
    ]
    assert tested.verdict == "It is written for one reader."
    for sentence in (*tested.bound, *tested.survivors):
        assert FOR_ONE[slice(*sentence.span)] == sentence.text


def test_praise_that_fits_anybody_binds_nothing() -> None:
    tested = swap(Text(FOR_ANYBODY))
    assert tested.bound == ()
    assert tested.verdict.startswith("It could go to anybody")


def test_courtesies_and_empty_texts_are_not_counted() -> None:
    assert swap(Text("")).count == 0
    assert swap(Text("Dear Ken,\n\nMany thanks.\n\nMia")).count == 0


@pytest.mark.parametrize("name", ["heldout_checks.yaml", "heldout_checks_2.yaml"])
def test_it_agrees_with_people_on_messages_that_no_rule_was_made_on(name: str) -> None:
    """A message that people found to have a reason for this reader holds a bound sentence, and no other does."""
    rows = [row for row in read_rows(name) if "OUT-4" in row["labels"]]
    right = [bool(swap(Text(row["text"])).bound) == (row["labels"]["OUT-4"] == "pass") for row in rows]
    assert sum(right) >= 0.95 * len(rows)
