"""Questions that lean on the one before are searched with what they refer to; others are left as they are."""

from collections.abc import Callable

import pytest

from assistant.engines.followups import leans, whole_question
from assistant.session import Answer, Answered, Session, Turn
from knowledge.model import Retrieved
from tests.talking import Conversation

LIST = "Do three things first:\n\n- Write down your goal\n- Send an agenda\n- Name a time to stop"
BEFORE = Session(
    (
        Turn(
            "how do I prepare a meeting?", (Retrieved("how do I prepare a meeting?"), Answered(Answer(LIST, (), False)))
        ),
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "and for a mentor?",
        "what about the last one?",
        "why?",
        "for how long?",
        "what if she says no?",
        "tell me more",
        "how do I do that?",
        "Is it rude?",
        "an example?",
    ],
)
def test_what_leans_is_searched_with_the_question_before(question: str) -> None:
    assert leans(question)
    assert whole_question(question, BEFORE).endswith(question) or "Name a time" in whole_question(question, BEFORE)
    assert whole_question(question, BEFORE) != question


@pytest.mark.parametrize(
    "question",
    [
        "how do I give feedback to a nurse who is senior to me?",
        "What belongs in a mentoring agreement?",
        "My mentor keeps cancelling our meetings and I do not know what I should say to her about it any more",
        "Who sets the agenda for a first meeting?",
    ],
)
def test_what_stands_alone_is_left_as_it_is(question: str) -> None:
    assert whole_question(question, BEFORE) == question


@pytest.mark.parametrize(
    ("question", "item"),
    [
        ("and for the second one?", "Send an agenda"),
        ("why the first?", "Write down your goal"),
        ("tell me more about the last point", "Name a time to stop"),
    ],
)
def test_the_second_one_is_the_second_item_of_the_last_answer(question: str, item: str) -> None:
    assert whole_question(question, BEFORE).startswith(item)


def test_without_a_question_before_nothing_is_added() -> None:
    assert whole_question("and for the second one?", Session()) == "and for the second one?"


def test_a_follow_up_in_a_conversation_finds_what_it_is_about(talks: Callable[[], Conversation]) -> None:
    talk = talks()
    talk.say("How long should a first email to a stranger be?")
    steps = talk.say("And on LinkedIn?")
    found = next(step for step in steps if isinstance(step, Retrieved))
    assert found.query.startswith("How long should a first email")
    assert any(hit.passage.guide == "writing-on-short-channels" for hit in found.hits[:3])
