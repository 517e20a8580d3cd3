"""GROUND-1 notices what nobody said, in any draft and whoever wrote it."""

import pytest

from assistant.model import Verdict
from tests.talking import Conversation

OPENING = (
    "I'm Nils Berg, a trainee electrician at Borg & Sons. I want to email Dr Marit Solberg, I heard her talk on "
    "earthing in May and would like to know how she got into testing. 30 minutes by phone would be great."
)
INVENTED = {
    "a name": "Ingrid Haugen told me about you.",
    "a number": "I have worked for 17 years.",
    "a number in words": "I have worked for seventeen years.",
    "a date": "I could come on 4 October.",
    "an organisation": "I read about you at Kvaerner Power.",
    "a quotation": "You said “every wire tells a story”.",
    "a weekday": "I could come on Wednesday.",
}
SAID_OTHERWISE = (
    "Could I have half an hour, that is thirty minutes, by phone?",
    "My name is Nils and I am training as an electrician.",
    "Your talk on earthing in May is why I write, Dr Solberg.",
    "Could I ask you [one question]?",
)


@pytest.fixture
def draft(talk: Conversation) -> Conversation:
    talk.say(OPENING)
    return talk


def verdict(talk: Conversation, text: str) -> Verdict:
    review = talk.coach.recheck(text, talk.session)
    return next(f.verdict for f in review.findings if f.check.id == "GROUND-1")


@pytest.mark.parametrize("what", INVENTED)
def test_what_was_put_in_by_nobody_is_noticed(what: str, draft: Conversation) -> None:
    assert verdict(draft, draft.text) is Verdict.PASS
    assert verdict(draft, draft.text.replace("Kind regards", f"{INVENTED[what]}\n\nKind regards")) is Verdict.FAIL


@pytest.mark.parametrize("sentence", SAID_OTHERWISE)
def test_what_was_said_in_other_words_is_no_invention(sentence: str, draft: Conversation) -> None:
    assert verdict(draft, f"Dear Dr Solberg,\n\n{sentence}\n\nNils Berg") is Verdict.PASS


def test_the_place_of_an_invention_is_told(draft: Conversation) -> None:
    text = "Dear Dr Solberg,\n\nIngrid Haugen told me about you.\n\nNils Berg"
    (found,) = [f for f in draft.coach.recheck(text, draft.session).findings if f.check.id == "GROUND-1"]
    assert found.span is not None
    place = text[slice(*found.span)]
    assert place in "Ingrid Haugen told me about you."
    assert place in found.message


def test_what_is_said_later_counts_as_said(draft: Conversation) -> None:
    draft.say("add that Ingrid Haugen told me to write")
    assert "Ingrid Haugen" in draft.text
    assert verdict(draft, draft.text) is Verdict.PASS
