"""A text of the person's own: reviewed, cited, and never altered."""

import pytest

from assistant.checks.review import review
from assistant.errors import BadInput
from assistant.language.text import Text
from assistant.model import YOURS, Subject, Verdict
from assistant.reviewing import review_text_of
from assistant.session import Drafted, Reading
from assistant.tasks import find_task
from knowledge.library import LocalLibrary
from tests.talking import Conversation

TEXTS = {
    "an email": "Dear Dr Solberg,\n\nI am a trainee at Borg.  Your talk on earthing,, made me think …\nWould you have "
    "15 minutes?\n\nThanks,\nNils",
    "an email with a subject": "Subject: earthing\n\nDear Dr Solberg,\nwill you be my mentor? I'd LOVE to pick your "
    "brain!!!\n\n\nNils",
    "odd spaces and signs": "Hello Marit,\n\tI  saw\u00a0your talk – “great” — and 2 × 3 ½ €…\n  Could we talk for ten "
    "minutes?\nN.",
}


@pytest.mark.parametrize("kind", TEXTS)
def test_what_is_pasted_comes_back_to_the_byte(kind: str, talk: Conversation) -> None:
    text = TEXTS[kind]
    talk.say(f"Could you check this before I send it?\n\n{text}")
    drafted = talk.last(Drafted)
    assert drafted is not None
    assert drafted.draft.engine == YOURS
    assert drafted.draft.body.encode() == text.encode()
    assert drafted.draft.subject == ""
    assert drafted.review.findings


def test_a_fault_is_shown_in_its_place_with_a_suggestion_beside_it(talk: Conversation) -> None:
    text = TEXTS["an email with a subject"]
    talk.say(f"is this any good?\n\n{text}")
    drafted = talk.last(Drafted)
    assert drafted is not None
    (brain,) = [f for f in drafted.review.findings if f.check.id == "OUT-12"]
    assert brain.verdict is Verdict.FAIL
    assert brain.span is not None
    assert text[slice(*brain.span)].lower() in ("be my mentor", "will you be my mentor", "pick your brain")
    assert brain.suggestion


def test_the_review_cites_the_passages_behind_what_it_found(talk: Conversation, library: LocalLibrary) -> None:
    talk.say(f"is this any good?\n\n{TEXTS['an email with a subject']}")
    drafted = talk.last(Drafted)
    assert drafted is not None
    assert drafted.citations
    for citation in drafted.citations:
        passage = library.passage(citation.passage)
        assert passage is not None
        assert citation.quote in passage.text


def test_the_kind_of_text_is_told_by_its_form(talk: Conversation) -> None:
    talk.say("Please check my agenda:\n\n1. Hello (5 min)\n2. Your plan (20 min)\n3. Who does what (5 min)")
    reading, drafted = talk.last(Reading), talk.last(Drafted)
    assert reading is not None
    assert reading.brief is not None
    assert reading.brief.known["kind"] == "agenda"
    assert drafted is not None
    assert any(f.check.id == "AGD-1" for f in drafted.review.findings)


def test_a_pasted_text_is_no_draft_of_ours_to_undo_or_restyle(talk: Conversation) -> None:
    talk.say("I want to write to Marit Solberg about her talk on earthing", "draft it now")
    ours = talk.text
    talk.say(f"Could you check this before I send it?\n\n{TEXTS['an email']}")
    assert talk.text == ours
    talk.say("shorter")
    assert "Borg" not in talk.text
    assert "Solberg" in talk.text


def test_every_check_of_a_task_answers_for_a_program() -> None:
    found = review_text_of("outreach", TEXTS["an email"])
    assert [f.check.id for f in found.findings] == [check.id for check in find_task("outreach").checks]


def test_grounding_is_judged_only_against_something() -> None:
    text = TEXTS["an email"]
    (silent,) = [f for f in review_text_of("outreach", text).findings if f.check.id == "GROUND-1"]
    assert silent.verdict is Verdict.NOT_APPLICABLE
    (other,) = [f for f in review_text_of("outreach", text, facts="I bake bread.").findings if f.check.id == "GROUND-1"]
    assert other.verdict is Verdict.FAIL


def test_a_check_that_only_asks_never_blames() -> None:
    for task in ("outreach", "agenda", "feedback"):
        checks = [check for check in find_task(task).checks if check.asks_only]
        for text in TEXTS.values():
            for finding in review(Subject(Text(text)), checks).findings:
                assert finding.verdict in (Verdict.PASS, Verdict.NOT_APPLICABLE)


WRONG = {
    "an unknown task": (("poem", "Dear Ann"), {}, "outreach"),
    "a task without checks": (("answer_question", "Dear Ann"), {}, "no checks"),
    "an empty text": (("outreach", "  \n"), {}, "empty"),
    "an unknown channel": (("outreach", "Dear Ann"), {"channel": "pigeon"}, "linkedin_note"),
    "an unknown meeting": (("agenda", "1. Hello"), {"meeting": "second"}, "recurring"),
    "a brief with a wrong field": (("outreach", "Dear Ann"), {"brief": {"colour": "blue"}}, "recipient_name"),
    "a brief with a wrong value": (("outreach", "Dear Ann"), {"brief": {"minutes": "many"}}, "minutes"),
}


@pytest.mark.parametrize("what", WRONG)
def test_what_cannot_be_used_is_said_with_what_can(what: str) -> None:
    given, options, said = WRONG[what]
    with pytest.raises(BadInput, match=said):
        review_text_of(*given, **options)
