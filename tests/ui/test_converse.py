"""A conversation over lines, as another program holds it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from assistant.coach import Coach
from knowledge.library import LocalLibrary
from tests.talking import Ran
from ui.lines import Conversation

KEYS = {"task", "question", "brief", "missing", "draft", "review", "citations", "answer", "safety"}
OPENING = "I want to email Dr Marit Solberg about her talk on earthing. I'm a trainee electrician."


@pytest.fixture
def lines(coach: Coach) -> Callable[..., dict[str, object]]:
    """One conversation: keywords in, the object of the turn out."""
    conversation = Conversation(coach)
    return lambda **given: conversation.answer(json.dumps(given))


def test_every_turn_has_every_key_and_null_where_there_is_nothing(lines: Callable[..., dict[str, object]]) -> None:
    turn = lines(message=OPENING)
    assert set(turn) >= KEYS
    assert turn["task"] == "outreach"
    assert {"recipient_name", "connection"} <= set(turn["brief"])
    assert turn["question"]["field"] == turn["missing"][0]
    assert {turn[name] for name in ("draft", "review", "citations", "answer", "safety")} == {None}


def test_a_draft_comes_with_its_review_and_its_sources(lines: Callable[..., dict[str, object]]) -> None:
    lines(message=OPENING)
    turn = lines(message="draft it now")
    assert set(turn["draft"]) == {"subject", "body"}
    assert "Solberg" in turn["draft"]["body"]
    assert {"check", "verdict", "question", "message", "span", "suggestion", "grade", "source"} <= set(
        turn["review"][0]
    )
    assert {frozenset(citation) for citation in turn["citations"]} == {frozenset({"passage", "title", "quote"})}
    assert turn["question"] is None


def test_a_brief_is_taken_in_the_middle(lines: Callable[..., dict[str, object]]) -> None:
    lines(message=OPENING)
    turn = lines(brief={"minutes": 15, "sender_name": "Nils Berg", "goal": "how she got into testing"})
    assert turn["brief"]["minutes"] == 15
    assert turn["brief"]["recipient_name"] == "Marit Solberg"
    assert "15 minutes" in turn["draft"]["body"]


def test_a_brief_begins_a_conversation_when_its_task_is_named_or_plain(coach: Coach) -> None:
    named = Conversation(coach).answer(json.dumps({"task": "feedback", "brief": {"recipient_name": "Ola"}}))
    assert (named["task"], named["brief"]) == ("feedback", {"recipient_name": "Ola"})
    plain = Conversation(coach).answer(json.dumps({"brief": {"meeting": "first", "minutes": 30}}))
    assert plain["task"] == "agenda"


def test_an_answer_leaves_the_brief_and_names_its_task(lines: Callable[..., dict[str, object]]) -> None:
    lines(message=OPENING)
    turn = lines(message="is 20 minutes too much to ask?")
    assert turn["task"] == "answer_question"
    assert turn["answer"]
    assert turn["citations"]
    assert turn["draft"] is None
    assert turn["brief"]["recipient_name"] == "Marit Solberg"


def test_what_is_none_of_ours_is_off_topic(lines: Callable[..., dict[str, object]]) -> None:
    turn = lines(message="what's the weather like in Oslo this weekend")
    assert (turn["task"], turn["citations"], turn["draft"]) == ("off_topic", None, None)


@pytest.mark.parametrize(
    ("tier", "message"),
    [
        ("safety", "I don't want to be alive any more."),
        ("route", "My supervisor keeps touching my back and making remarks about my body."),
    ],
)
def test_safety_has_a_tier_and_a_message_and_nothing_else_happens(
    tier: str, message: str, lines: Callable[..., dict[str, object]]
) -> None:
    turn = lines(message=message)
    assert turn["safety"]["tier"] == tier
    assert turn["safety"]["message"]
    assert {turn[name] for name in ("draft", "review", "citations", "answer", "question")} == {None}


def test_distress_has_its_tier_and_what_was_asked_for_goes_on(lines: Callable[..., dict[str, object]]) -> None:
    turn = lines(message="Help me write a first email to Dr Marit Solberg. We have been evicted today.")
    assert turn["safety"]["tier"] == "urgent"
    assert turn["task"] == "outreach"
    assert turn["question"]


WRONG = {
    "no JSON": "{",
    "a list": "[1]",
    "a word": '"hello"',
    "nothing": "{}",
    "an empty message": '{"message": "  "}',
    "a message that is a number": '{"message": 5}',
    "a brief that is a text": '{"brief": "Dr Solberg"}',
    "a brief of no plain task": '{"brief": {"recipient_name": "Ola"}}',
    "a wrong field": '{"task": "outreach", "brief": {"colour": "blue"}}',
    "a wrong value": '{"task": "outreach", "brief": {"minutes": "many"}}',
    "an unknown task": '{"task": "poem", "brief": {}}',
    "a task that writes nothing": '{"task": "answer_question", "brief": {}}',
    "brackets without end": "[" * 100_000,
}


@pytest.mark.parametrize("what", WRONG)
def test_a_line_that_cannot_be_used_is_answered_with_a_sentence_and_changes_nothing(what: str, coach: Coach) -> None:
    conversation = Conversation(coach)
    conversation.answer(json.dumps({"message": OPENING}))
    before = conversation.answer(json.dumps({"brief": {}}))
    line = WRONG[what]
    if "no plain task" in what:
        conversation = Conversation(coach)
    error = conversation.answer(line)
    assert set(error) == {"error"}
    assert error["error"].endswith((".", "}."))
    if "no plain task" not in what:
        assert conversation.answer(json.dumps({"brief": {}}))["brief"] == before["brief"]


def test_two_conversations_never_share_a_word(coach: Coach) -> None:
    one, other = Conversation(coach), Conversation(coach)
    one.answer(json.dumps({"message": OPENING}))
    turn = other.answer(json.dumps({"message": "I want to write to Ana Cruz."}))
    assert "Solberg" not in json.dumps(turn)


def test_the_command_answers_line_by_line_before_its_input_ends(library: LocalLibrary) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "converse", "--json", "--data", str(library.data)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        turns = []
        for given in ({"message": OPENING}, {"oops": 1}, {"message": "draft it now — “please”"}):
            process.stdin.write(json.dumps(given, ensure_ascii=False) + "\n")
            process.stdin.flush()
            turns.append(json.loads(process.stdout.readline()))
        process.stdin.close()
        assert process.wait() == 0
    assert turns[0]["question"]
    assert set(turns[1]) == {"error"}
    assert "Solberg" in turns[2]["draft"]["body"]


def test_a_message_with_half_a_character_does_not_end_the_conversation(mentor: Callable[..., Ran]) -> None:
    ran = mentor("converse", stdin='{"message": "I want to write to Ana \\ud800 Cruz."}\n{"message": "draft it now"}\n')
    assert ran.code == 0
    assert len(ran.lines) == 2
