"""Steps as data and text, and changes word by word."""

import json
import re
from pathlib import Path

import pytest

from tests.talking import Conversation
from ui import evaluation, view
from ui import talk as chat
from ui.comparing import changes, moved, moved_since_first, moved_text

OPENING = "I want to email Dr Marit Solberg about her talk on earthing. I'm a trainee electrician."


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("one two three", "one two three"),
        ("one two three", "one three"),
        ("one three", "one two three"),
        ("one two", "three four"),
        ("", "one"),
        ("one", ""),
        ("a\n\nb c", "a\n\nb d"),
        ("the cat the cat", "the dog the cat"),
    ],
    ids=range(8),
)
def test_changes_hold_both_texts_whole(before: str, after: str) -> None:
    found = changes(before, after)
    assert " ".join(words for kind, words in found if kind != "new") == before
    assert " ".join(words for kind, words in found if kind != "gone") == after


def test_changes_tell_what_is_the_same_gone_and_new() -> None:
    assert changes("Dear Dr Choe, thank you", "Hello Dr Choe, thank you so much") == [
        ("gone", "Dear"),
        ("new", "Hello"),
        ("same", "Dr Choe, thank you"),
        ("new", "so much"),
    ]


def test_a_turn_is_plain_data(talk: Conversation) -> None:
    for message in (OPENING, "is 20 minutes too much to ask?", "draft it now", "shorter", "undo"):
        data = view.turn_data(talk.say(message), talk.session)
        assert json.loads(json.dumps(data)) == data


def test_the_terminal_shows_the_question_with_its_reason(talk: Conversation) -> None:
    text = view.turn_text(talk.say(OPENING))
    ask = talk.brief.asks[talk.asked or ""]
    for part in (ask.question, ask.why, ask.example, "skip"):
        assert part in text


def test_the_terminal_shows_draft_checks_and_reasons(talk: Conversation) -> None:
    text = view.turn_text(talk.say(OPENING, "draft it now"))
    assert talk.text in text
    assert "Checks:" in text
    for reason, citation in zip(talk.drafted.reasons, talk.drafted.citations, strict=True):
        assert f"{reason} [{citation.passage}]" in text


def test_an_off_topic_message_is_told_what_the_coach_is_for(talk: Conversation) -> None:
    text = view.turn_text(talk.say("what's the weather like in Oslo this weekend"))
    assert text == view.OFF_TOPIC


def test_a_no_names_the_nearest_page(talk: Conversation) -> None:
    text = view.turn_text(talk.say("Can my firm deduct the coffee I buy for my mentee as a business expense?"))
    assert text.startswith("The library does not say. The nearest page is “")


def test_the_chat_has_one_message_of_each_side_a_turn(talk: Conversation) -> None:
    talk.say(OPENING, "is 20 minutes too much to ask?", "draft it now", "make it warmer")
    messages = chat.messages(talk.session)
    assert [message["role"] for message in messages] == ["user", "assistant"] * 4
    assert all(message["content"].strip() for message in messages)
    assert "Warmer" in messages[-1]["content"]


def test_a_running_turn_grows_and_ends_with_the_new_session(talk: Conversation) -> None:
    talk.say(OPENING)
    shown = list(chat.run(talk.coach, "draft it now", talk.session))
    assert shown[0][1] is None
    assert shown[0][0][-1] == {"role": "user", "content": "draft it now"}
    last, session = shown[-1]
    assert session is not None
    assert session.drafted is not None
    assert last == chat.messages(session)
    assert len(session.turns) == len(talk.session.turns) + 1


def test_what_became_of_the_checks_since_the_first_draft_is_said_in_words(talk: Conversation) -> None:
    talk.say(OPENING, "draft it now")
    assert moved_since_first(talk.session.drafts) is None
    first = {one.check.id for one in talk.drafted.review.firing}
    talk.say("ask her for 20 minutes by phone next week. My name is Nils Berg")
    found = moved_since_first(talk.session.drafts)
    assert found is not None
    assert {one.check.id for one in (*found.mended, *found.left)} <= first
    assert found.mended
    said = moved_text(found)
    assert said.startswith("Since the first draft, fine now: ")
    assert all(one.check.name.lower() in said for one in (*found.mended, *found.new, *found.left))
    assert said in chat.messages(talk.session)[-1]["content"]
    assert view.turn_data(talk.session.turns[-1].steps, talk.session)["moved"]["mended"] == [
        one.check.id for one in found.mended
    ]


def test_nothing_moved_is_nothing_said(talk: Conversation) -> None:
    talk.say(OPENING, "draft it now")
    review = talk.drafted.review
    same = moved(review, review)
    assert (same.mended, same.new) == ((), ())
    assert set(same.left) == set(review.firing)
    assert moved_text(None) == ""


def test_every_set_that_an_evaluation_names_is_there() -> None:
    named = re.findall(r'OWN / "([^"]+)"', Path(evaluation.__file__).read_text(encoding="utf-8"))
    assert len(named) > 8
    assert [name for name in named if not (evaluation.OWN / name).exists()] == []
