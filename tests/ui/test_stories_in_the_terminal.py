"""The three stories over the lines of `mentor converse`, each in a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.stories import MOST_QUESTIONS, Story, invented, lost, read_stories

MENTOR = str(Path(sys.executable).with_name("mentor"))


class Talk:
    """One conversation: a message in, an object out."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def say(self, message: str) -> dict[str, Any]:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"message": message}) + "\n")
        self._process.stdin.flush()
        return json.loads(self._process.stdout.readline())


@dataclass(frozen=True)
class Played:
    """A story told to its end: the turn that brought the draft, and what was asked on the way."""

    story: Story
    turn: dict[str, Any]
    asked: tuple[str, ...]
    shorter: dict[str, Any]
    undone: dict[str, Any]


@contextmanager
def talking(data: Path) -> Iterator[Talk]:
    clean = {name: value for name, value in os.environ.items() if not name.startswith("MENTOR_")}
    command = [MENTOR, "converse", "--data", str(data)]
    with (
        (data / "errors.log").open("a", encoding="utf-8") as errors,
        subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors, text=True, encoding="utf-8",
            env=clean, cwd=data,
        ) as process,
    ):  # fmt: skip
        yield Talk(process)
        assert process.stdin is not None
        process.stdin.close()
        assert process.wait(timeout=30) == 0


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("terminal")


@pytest.fixture(scope="module", params=read_stories(), ids=lambda story: story.name)
def played(request: pytest.FixtureRequest, data: Path) -> Played:
    story: Story = request.param
    asked: tuple[str, ...] = ()
    with talking(data) as talk:
        turn = talk.say(story.opening)
        while turn["question"]:
            field = turn["question"]["field"]
            assert field in story.answers, f"asks for {field}, which was said; understood: {turn['brief']}"
            assert field not in asked, f"asks for {field} again; understood: {turn['brief']}"
            asked = (*asked, field)
            turn = talk.say(story.answers[field])
        return Played(story, turn, asked, talk.say("shorter"), talk.say("undo"))


def test_a_story_ends_with_a_draft_that_passes_its_own_checks(played: Played) -> None:
    assert played.turn["task"] == played.story.task
    assert played.turn["draft"]
    assert len(played.asked) <= MOST_QUESTIONS
    assert [found["check"] for found in played.turn["review"] if found["verdict"] == "fail"] == []


def test_every_fact_that_was_typed_is_understood(played: Played) -> None:
    expected = played.story.brief
    held = {name: played.turn["brief"].get(name) for name in expected}
    wrong = {name: value for name, value in held.items() if str(expected[name]).lower() not in str(value).lower()}
    assert wrong == {}


def test_a_draft_keeps_the_facts_that_were_typed(played: Played) -> None:
    assert lost(played.story, played.turn["draft"]["body"]) == []


def test_a_draft_holds_no_name_or_number_that_nobody_typed(played: Played) -> None:
    draft = played.turn["draft"]
    whole = f"{draft['subject'] or ''}\n{draft['body']}"
    assert invented(whole, played.story.typed(played.asked), played.story.task) == []


def test_a_draft_cites_the_passages_behind_it(played: Played) -> None:
    cited = {citation["passage"]: citation["quote"] for citation in played.turn["citations"]}
    assert set(played.story.passages) <= set(cited)
    assert all(cited.values())


def test_shorter_makes_a_draft_shorter_and_undo_brings_it_back(played: Played) -> None:
    assert len(played.shorter["draft"]["body"]) < len(played.turn["draft"]["body"])
    assert [found["check"] for found in played.shorter["review"] if found["verdict"] == "fail"] == []
    assert played.undone["draft"] == played.turn["draft"]


def test_a_question_in_the_middle_is_answered_and_the_draft_goes_on(data: Path) -> None:
    story = read_stories()[0]
    with talking(data) as talk:
        talk.say(story.opening)
        talk.say("draft it now")
        answer = talk.say("is 20 minutes too much to ask?")
        assert answer["answer"]
        assert answer["citations"]
        assert answer["draft"] is None
        assert "15 minutes" in talk.say("make it 15 minutes")["draft"]["body"]


def test_two_conversations_side_by_side_never_mix(data: Path) -> None:
    one, other, *_ = read_stories()
    with talking(data) as first, talking(data) as second:
        first.say(one.opening)
        second.say(other.opening)
        mine, theirs = first.say("draft it now"), second.say("draft it now")
    assert mine["draft"]
    assert theirs["draft"]
    assert other.secret not in json.dumps(mine)
    assert one.secret not in json.dumps(theirs)
