"""Formality and directness as dials, and the spelling of the person."""

from typing import Any

import pytest

from assistant.dials import settings_of, turned
from assistant.language.spelling import is_american, spelled_like
from assistant.model import Style, Task
from assistant.session import Reading
from assistant.tasks import all_tasks, find_task
from assistant.voices import task_in
from tests.talking import Conversation

LETTERS = [pytest.param(task, id=task.name) for task in all_tasks() if "tone" in task.brief.model_fields]


@pytest.mark.parametrize("task", LETTERS)
def test_a_dial_shows_what_the_draft_really_becomes(task: Task) -> None:
    brief = task.brief.model_validate(task.example)
    assert task.compose is not None
    now = " ".join(" ".join(task.compose(brief, Style())).split())
    for setting in settings_of(task, brief, Style()):
        facts, style = turned(task, brief, Style(), setting.dial, setting.name)
        other = " ".join(" ".join(task.compose(brief.model_copy(update=facts), style)).split())
        assert setting.chosen or setting.changes or other == now
        assert (other == now) == (not setting.changes)
        for gone, new in setting.changes:
            assert gone in now
            assert new in other


def test_outreach_has_both_dials_an_agenda_has_none() -> None:
    outreach, agenda = find_task("outreach"), find_task("agenda")
    settings = settings_of(outreach, outreach.brief.model_validate(outreach.example), Style())
    assert [(setting.dial, setting.name) for setting in settings if not setting.chosen] == [
        ("formality", "warm"),
        ("formality", "formal"),
        ("directness", "direct"),
    ]
    assert settings_of(agenda, agenda.brief.model_validate(agenda.example), Style()) == ()


def test_in_german_formality_is_the_form_of_address() -> None:
    task = task_in("thank_you", "de")
    brief = task.brief.model_validate({"occasion": "das Gespräch am Donnerstag", "recipient_name": "Frau Mutua"})
    familiar = next(setting for setting in settings_of(task, brief, Style()) if setting.name == "familiar")
    assert any("danke dir" in new.lower() for _, new in familiar.changes)


def test_a_turned_dial_writes_the_draft_anew_and_keeps_the_facts(talk: Conversation) -> None:
    talk.say(
        "I want to thank Grace Mutua for our call yesterday. She asked what the night staff "
        "would lose, and I asked three of them. Draft it now."
    )
    reading = talk.session.reading
    assert isinstance(reading, Reading)
    assert reading.task is not None
    assert reading.brief is not None
    facts, style = turned(reading.task, reading.brief, reading.style, "formality", "formal")
    steps: list[Any] = list(talk.coach.refill(facts, reading.task, talk.session, style))
    body = steps[-1].draft.body
    assert "I would like to thank you" in body
    assert "night staff" in body


def test_a_draft_is_spelled_as_the_person_spells() -> None:
    assert is_american("She organized the tour and it was a favor.")
    assert not is_american("She organised the tour and it was a favour.")
    assert not is_american("She organized the tour; a favour, from the Oxford centre.")
    assert not is_american("I have practice on Monday and write a program.")
    said = "Her behavior at the center surprised me."
    assert spelled_like("What did you practise? Apologise.", said) == "What did you practice? Apologize."
    assert spelled_like("What did you practise?", "We practise on Mondays.") == "What did you practise?"
    assert spelled_like("the programme", "My color, my center, my programme.") == "the programme"


def test_american_words_in_the_message_make_an_american_card(talk: Conversation) -> None:
    talk.say(
        "I need a role-play card for nurses in which the mentee answers fine and goes silent; our organization "
        "wants to practice that behavior. Draft it now."
    )
    body = talk.drafted.draft.body
    assert "practise" not in body
    assert "practice" in body
