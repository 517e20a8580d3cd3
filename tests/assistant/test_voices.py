"""Texts in other languages: what is asked and drafted in them, what the checks notice, what is never mixed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.checks.drafts import review_draft
from assistant.coach import Coach
from assistant.errors import BadInput
from assistant.language.text import Text
from assistant.model import Style, Subject, Task, Verdict
from assistant.session import Asked, Drafted, Flagged, Intent, Reading, Session, Step
from assistant.voices import LANGUAGES, TASKS, task_in, tasks_in
from assistant.voices.briefs import FIELDS
from assistant.voices.catalogue import words_of
from assistant.voices.checks import OF
from assistant.voices.spoken import language_of
from prompts.loader import load_skeleton
from tests.talking import Conversation, read_rows

HERE = Path(__file__).parent
TALKS: dict[str, dict[str, Any]] = yaml.safe_load((HERE / "voices" / "talks.yaml").read_text(encoding="utf-8"))
EXAMPLES = {code: yaml.safe_load((HERE / "voices" / f"{code}.yaml").read_text(encoding="utf-8")) for code in LANGUAGES}


def every_task() -> list[Any]:
    return [pytest.param(task, id=f"{code}-{task.name}") for code in LANGUAGES for task in tasks_in(code)]


def every_example() -> Iterator[Any]:
    for code, rows in EXAMPLES.items():
        for row in rows:
            for key in ("fires", "silent"):
                for n, text in enumerate(row[key]):
                    yield pytest.param(code, row, key, text, id=f"{code}-{row['check']}-{key}-{n}")


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_has_the_same_words_as_german(code: str) -> None:
    german, other = words_of("de"), words_of(code)
    assert set(other.patterns) == set(german.patterns)
    assert set(other.checks) == set(german.checks) == {name for names in OF.values() for name in names.split()}
    for name, told in german.checks.items():
        assert (set(other.checks[name].says), set(other.checks[name].fix)) == (set(told.says), set(told.fix))
        for key, text in told.says.items():
            assert _braces(other.checks[name].says[key]) == _braces(text), (name, key)
    for name in TASKS:
        assert set(other.tasks[name].choices) == set(german.tasks[name].choices)
        skeletons = load_skeleton(name, code), load_skeleton(name, "de")
        assert set(skeletons[0].parts) == set(skeletons[1].parts)
        assert skeletons[0].layout == skeletons[1].layout
        assert all(field in other.tasks[name].fields or field in other.fields for field in FIELDS[name])


def _braces(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("task", every_task())
def test_a_draft_of_an_empty_brief_is_all_slots_and_invents_nothing(task: Task) -> None:
    assert task.compose is not None
    subject, body = task.compose(task.brief(), Style())
    assert body
    numbers = re.findall(r"\d+", re.sub(r"\[[^\]]*\]|\(\d+ min|^\d+\.|\b45 min", "", body, flags=re.MULTILINE))
    assert numbers == []
    assert "{" not in subject + body
    assert "None" not in subject + body


@pytest.mark.parametrize("task", every_task())
def test_the_draft_of_the_examples_passes_its_own_checks_and_keeps_every_answer(task: Task) -> None:
    assert task.compose is not None
    said = words_of(task.language)
    facts = {name: _example(task, name, ask.example) for name, ask in task.brief.asks.items()}
    brief = task.brief.model_validate(facts)
    subject, body = task.compose(brief, Style())
    review = review_draft(task, brief, f"{said.subject_label}: {subject}\n\n{body}" if subject else body, "")
    assert [(f.check.id, f.message) for f in review.firing] == []
    flat = " ".join(body.split()).lower()
    for name, value in facts.items():
        if isinstance(value, str) and name not in ("meeting", "sent", "ask"):
            assert value.rstrip(".").lower() in flat, name


def _example(task: Task, name: str, example: str) -> Any:
    if name == "meeting":
        return "first"
    if name == "minutes":
        return 45
    return [part.strip() for part in example.split(",")] if name in ("topics", "actions") else example


@pytest.mark.parametrize("task", every_task())
def test_the_opening_of_a_task_is_in_its_language_and_routes_to_it(task: Task, coach: Coach) -> None:
    assert language_of(task.opening) == task.language
    reading = next(step for step in coach.run(task.opening, Session()) if isinstance(step, Reading))
    assert reading.task is task


@pytest.mark.parametrize(("code", "row", "key", "text"), list(every_example()))
def test_a_check_in_another_language_does_on_its_examples_what_they_say(
    code: str, row: dict[str, Any], key: str, text: str
) -> None:
    task = task_in(row["task"], code)
    check = next(check for check in task.checks if check.id == row["check"])
    noticed = check.detect(Subject(Text(text), **task.setting(task.brief(**row.get("brief", {})))))
    fires = noticed.verdict in (Verdict.WARN, Verdict.FAIL)
    assert fires == (key == "fires"), noticed.message
    if noticed.span:
        assert text[slice(*noticed.span)].strip()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_conversation_stays_in_its_language_from_the_question_to_the_draft(code: str, talks: Any) -> None:
    talk: Conversation = talks()
    for message in TALKS[code]["outreach"]:
        talk.say(message)
    draft = talk.drafted.draft
    assert (draft.task, draft.language) == ("outreach", code)
    assert "[" not in draft.body
    for fact in TALKS[code]["kept"]:
        assert fact in draft.body
    assert language_of(draft.body) == code


@pytest.mark.parametrize("code", LANGUAGES)
def test_shorter_familiar_and_undo_are_understood_in_each_language(code: str, talks: Any) -> None:
    talk: Conversation = talks()
    for message in TALKS[code]["outreach"]:
        talk.say(message)
    first = talk.drafted.draft.body
    talk.say(TALKS[code]["shorter"])
    assert len(talk.drafted.draft.body) < len(first)
    talk.say(TALKS[code]["undo"])
    assert talk.drafted.draft.body == first
    talk.say(TALKS[code]["familiar"])
    assert talk.drafted.draft.body != first


@pytest.mark.parametrize("code", LANGUAGES)
def test_danger_comes_first_in_each_language_whatever_the_conversation(code: str, coach: Coach) -> None:
    for message in TALKS[code]["danger"]:
        steps: list[Step] = list(coach.run(message, Session()))
        assert [type(step) for step in steps] == [Flagged], message
    for message in TALKS[code]["harmless"]:
        assert not any(isinstance(step, Flagged) for step in coach.run(message, Session())), message


def test_english_of_danger_as_a_topic_is_not_taken_for_another_language(coach: Coach) -> None:
    message = (
        "Please write an agenda for our suicide awareness course; the racist remarks of last year are a topic, too."
    )
    assert not any(isinstance(step, Flagged) for step in coach.run(message, Session()))


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_question_to_the_library_is_told_that_the_guides_are_english(code: str, coach: Coach) -> None:
    steps = list(coach.run(TALKS[code]["question"], Session()))
    assert isinstance(steps[-1], Asked)
    assert isinstance(steps[0], Reading)
    assert steps[0].note == words_of(code).no_answers


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_pasted_text_is_checked_in_its_language_and_left_as_it_is(code: str, coach: Coach) -> None:
    steps = list(coach.run(TALKS[code]["check"], Session()))
    reading, drafted = (next(s for s in steps if isinstance(s, kind)) for kind in (Reading, Drafted))
    assert isinstance(reading, Reading)
    assert isinstance(drafted, Drafted)
    assert reading.intent is Intent.CHECK
    assert drafted.draft.body in TALKS[code]["check"]
    assert drafted.review.firing
    assert all(f.check.name == words_of(code).checks[f.check.id].name for f in drafted.review.firing)


def test_feedback_without_an_act_is_not_written_in_any_language(talks: Any) -> None:
    for code in LANGUAGES:
        talk: Conversation = talks()
        talk.say(task_in("feedback", code).opening)
        for _ in range(6):
            talk.say(TALKS[code]["skip"])
        assert not talk.session.drafts, code


def test_english_stays_english_and_a_wish_for_another_language_is_understood(talks: Any) -> None:
    assert language_of("rafael de la cruz") == "en"
    assert all(language_of(row["message"]) == "en" for row in read_rows("messages_4.yaml"))
    assert language_of("Mentor: Leila Haddad, Mentee: Tomasz Nowak") == "en"
    talk: Conversation = talks()
    talk.say("Please write an email in German to my professor")
    assert talk.session.language == "de"
    assert talk.asked is not None
    talk.say("auf Englisch bitte")
    assert talk.session.language == "en"
    talk.say("I want to email Dr Hyejin Choe, a plant director. I heard her talk in June.")
    assert talk.session.reading is not None
    assert talk.session.reading.task is task_in("outreach", "en")


def test_a_question_that_begins_with_one_letter_keeps_its_space() -> None:
    task = task_in("outreach", "pt")
    assert task.compose is not None
    _, body = task.compose(task.brief.model_validate({"goal": "O que você mudaria hoje?"}), Style())
    assert "o que você mudaria hoje" in body


def test_unknown_languages_and_tasks_are_refused_in_a_sentence() -> None:
    with pytest.raises(BadInput, match=r"Deutsch"):
        task_in("outreach", "it")
    with pytest.raises(BadInput, match=r"English only"):
        task_in("goals", "de")
