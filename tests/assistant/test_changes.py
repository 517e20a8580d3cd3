"""What people say about a draft: put that right, change it so, leave that out, take it back."""

from collections.abc import Callable

import pytest

from assistant.model import Verdict
from assistant.session import Drafted
from knowledge.library import LocalLibrary
from tests.talking import Conversation, finding

OPENING = (
    "I'm Nils Berg, a trainee electrician at Borg & Sons. I want to email Dr Marit Solberg, I heard her talk on "
    "earthing in May and would like to know how she got into testing. 30 minutes by phone would be great."
)


@pytest.fixture
def draft(talk: Conversation) -> Conversation:
    """A conversation in which a first message is drafted."""
    talk.say(OPENING)
    assert talk.last(Drafted) is not None
    return talk


CORRECTIONS = {
    "a name": ("her name is spelled Solbergh", "Solbergh", "Solberg,"),
    "a name, once more": ("Sorry, Solberg is spelt Sohlberg", "Sohlberg", "Solberg"),
    "my name": ("my name is spelled Niels", "Niels", "Nils"),
    "minutes": ("it's 20 minutes, not 30", "20 minutes", "30 minutes"),
    "minutes, shortly": ("make it 15 minutes", "15 minutes", "30 minutes"),
    "a word for another": ("it was on bonding, not earthing", "bonding", "earthing"),
    "not this but that": ("not May but June", "June", "May"),
    "a replacement": ("change earthing to lightning protection", "lightning protection", "earthing"),
}


@pytest.mark.parametrize("said", CORRECTIONS)
def test_a_fact_is_put_right_by_saying_so(said: str, draft: Conversation) -> None:
    message, new, old = CORRECTIONS[said]
    assert new not in draft.text
    draft.say(message)
    assert draft.last(Drafted) is not None
    assert new in draft.text
    assert old not in draft.text
    assert finding(draft.drafted, "GROUND-1").verdict is Verdict.PASS


def test_a_fact_is_put_right_before_there_is_a_draft(talk: Conversation) -> None:
    talk.say("I want to write to Marit Solberg about her talk on earthing")
    talk.say("her name is spelled Solbergh")
    assert talk.brief.known["recipient_name"] == "Marit Solbergh"


def test_a_fact_is_put_right_by_hand(draft: Conversation) -> None:
    draft.refill(recipient_name="Marit Lund", minutes=15)
    assert "Lund" in draft.text
    assert "15 minutes" in draft.text
    assert finding(draft.drafted, "GROUND-1").verdict is Verdict.PASS


STYLES = (
    "shorter", "longer", "make it warmer", "more formal please", "more direct", "another opening", "too long",
    "make it a LinkedIn message", "make it a LinkedIn note", "for Slack instead", "as something I say in person",
    "leave out the thanks", "drop the easy out", "add that I will be in Bergen in June",
)  # fmt: skip


@pytest.mark.parametrize("message", STYLES)
def test_a_draft_changes_as_asked_and_stays_grounded(message: str, draft: Conversation) -> None:
    before = draft.text
    draft.say(message)
    assert draft.last(Drafted) is not None
    assert draft.text != before
    assert finding(draft.drafted, "GROUND-1").verdict is Verdict.PASS
    assert draft.drafted.review.ok, [(f.check.id, f.message) for f in draft.drafted.review.firing]
    assert draft.note


@pytest.mark.parametrize("message", STYLES)
def test_undo_brings_back_the_draft_before_to_the_letter(message: str, draft: Conversation) -> None:
    before = draft.text
    draft.say(message, "undo")
    assert draft.text == before


def test_shorter_has_fewer_words_and_longer_more(talks: Callable[[], Conversation]) -> None:
    counts: dict[str, int] = {}
    for wish in ("shorter", "as it is", "longer"):
        talk = talks()
        talk.say(OPENING)
        if wish != "as it is":
            talk.say(wish)
        counts[wish] = len(talk.drafted.draft.body.split())
    assert counts["shorter"] < counts["as it is"] < counts["longer"]


def test_each_channel_keeps_its_own_length(draft: Conversation) -> None:
    draft.say("make it a LinkedIn note")
    assert len(draft.drafted.draft.whole) <= 200
    draft.say("make it a LinkedIn message")
    assert 200 < len(draft.drafted.draft.whole) <= 400
    draft.say("turn it into a slack message")
    assert len(draft.drafted.draft.whole.split()) <= 65
    draft.say("make it an email again")
    assert draft.text.startswith("Subject: ")


def test_only_an_email_has_a_subject_line(draft: Conversation) -> None:
    assert draft.drafted.draft.subject
    draft.say("for Slack instead")
    assert draft.drafted.draft.subject == ""


def test_tones_greet_in_their_own_way(draft: Conversation) -> None:
    draft.say("make it warmer")
    assert "Hello" in draft.text
    draft.say("more formal please")
    assert "Dear Dr Solberg" in draft.text
    assert "Yours sincerely" in draft.text


def test_what_is_left_out_is_gone(draft: Conversation) -> None:
    assert "Thank you" in draft.text
    draft.say("leave out the thanks")
    assert "Thank" not in draft.text


def test_what_is_added_is_there_in_the_persons_words(draft: Conversation) -> None:
    draft.say("add that I will be in Bergen in June")
    assert "I will be in Bergen in June." in draft.text


def test_a_change_keeps_what_was_changed_before(draft: Conversation) -> None:
    draft.say("add that I will be in Bergen in June", "make it warmer", "it's 20 minutes, not 30")
    assert "I will be in Bergen in June." in draft.text
    assert "20 minutes" in draft.text
    assert "Hello" in draft.text


def test_undo_twice_goes_back_two_drafts(draft: Conversation) -> None:
    first = draft.text
    draft.say("make it warmer", "it's 20 minutes, not 30", "undo", "undo")
    assert draft.text == first


def test_after_undo_a_change_starts_from_the_draft_that_came_back(draft: Conversation) -> None:
    draft.say("it's 20 minutes, not 30", "undo", "make it warmer")
    assert "30 minutes" in draft.text
    assert "Hello" in draft.text


def test_undo_without_an_earlier_draft_says_so(draft: Conversation) -> None:
    before = draft.text
    draft.say("undo")
    assert "no earlier draft" in draft.note
    assert draft.text == before


def test_feedback_changes_from_spoken_to_written(talk: Conversation) -> None:
    talk.say(
        "Feedback for Ola: yesterday in the morning meeting he cut Ines off twice and she said nothing more. "
        "Next time he should let her finish. I can sit in on Friday."
    )
    talk.say("draft it now")
    talk.say("make it an email")
    assert "Dear Ola," in talk.text
    assert finding(talk.drafted, "GROUND-1").verdict is Verdict.PASS


def test_an_agenda_takes_another_length_and_its_minutes_still_add_up(talk: Conversation, library: LocalLibrary) -> None:
    talk.say("First meeting with my mentee Ola on Friday at 10, 60 minutes, about his training plan.", "draft it now")
    for minutes in (30, 90, 15):
        talk.say(f"make it {minutes} minutes")
        assert f"{minutes} minutes" in talk.text
        assert finding(talk.drafted, "AGD-2").verdict is Verdict.PASS, talk.text
