"""Which task a first message is for: what was learned from openings, and where two are offered."""

import numpy as np
import pytest
import yaml

from assistant.engines.intents import OFF_TOPIC, OPENINGS, WEIGHTS, digest, likelihoods
from assistant.engines.routing import CLOSE, chosen, ranked, route, undecided
from assistant.model import Task
from assistant.tasks import all_tasks, find_task
from tests.talking import read_rows

SETS = ("messages.yaml", "messages_2.yaml", "messages_3.yaml", "messages_4.yaml")
COMPOSING = [pytest.param(task, id=task.name) for task in all_tasks() if task.compose]


def test_the_weights_are_made_from_the_openings_that_stand_there() -> None:
    with np.load(WEIGHTS) as stored:
        assert str(stored["digest"]) == digest(), "run `.venv/bin/python -m scripts.build_intents`"


def test_every_task_has_openings_and_none_stands_in_a_set_that_measures() -> None:
    openings = yaml.safe_load(OPENINGS.read_text(encoding="utf-8"))
    assert set(openings) == {task.name for task in all_tasks() if task.name != "check_text"} | {OFF_TOPIC}
    assert min(len(messages) for messages in openings.values()) >= 15
    measured = {row["message"].lower() for name in SETS for row in read_rows(name)}
    assert [message for messages in openings.values() for message in messages if message.lower() in measured] == []


@pytest.mark.parametrize("task", COMPOSING)
def test_a_message_unlike_all_openings_is_told_apart_by_what_it_means(task: Task) -> None:
    said = {
        "find_mentor": "I would love to learn glass blowing from someone good, and I do not know a soul who does it.",
        "outreach": "Ms Ottesen from the weather station doesn't know me. I'd like two lines from her on reading fog.",
        "follow_up": "A month has passed since my mail to Mr Wren. He must be busy. I have a new address now.",
        "thank_you": "Our call on Monday was such a gift. Thanks to Imke's question I rewrote the budget.",
        "ask_feedback": "All I ever hear about my lessons is that they are nice. Mrs Oduya saw one on Friday.",
        "closing": "It has run its course. I would rather stop now with my mentor Lars than drift apart.",
        "goals": "By next spring I'd like to hold a shift on my own, and I have no idea how to get there.",
        "agenda": "First hour with my mentor Edda on 4 April. What should be on the list?",
        "feedback": "Ivo hung up on a supplier on Tuesday. They put us on cash terms. I want to tell him what I saw.",
        "questions": "How could my mentee find out for herself whether to stay or leave? I would rather not steer her.",
        "reply_to_request": "Somebody I met once wants me to guide him through his first year. I am full until June.",
        "session_plan": "Twenty nurses, an afternoon, and at the end they should be able to let others finish.",
        "difficult_conversation": "Since the argument about the van Piet and I avoid each other. I want to sort it.",
        "introduction": "Wim should meet my old boss at the lock. I would like to bring the two together.",
        "reply_to_mentor": "Ms Bello offers me Monday at nine, and I would rather come at noon. What do I write back?",
        "session_notes": "We sat for an hour. Ravi brings the drawings on Monday; I ask for the key; open: who pays?",
        "agreement": "Before the first meeting we want it on paper: how often, what stays private, when it stops.",
        "progress_review": "Half the year is over. Of the two goals one moved. We go through it on Friday.",
        "observer_sheet": "While two of them practise, what can the third one write down that is of use afterwards?",
        "assessment": "Does our course for mentors do anything? I'd like to ask them on the day and again in June.",
        "scenario_card": "Two of them should play it and one should watch: the mentee bursts into tears.",
    }[task.name]
    near = ranked(said)[0][1] - CLOSE
    assert task in [likely for likely, score in ranked(said) if score >= near]


def test_likelihoods_are_logarithms_of_shares_that_add_up() -> None:
    found = likelihoods("I want to write to a plant director")
    assert sum(np.exp(list(found.values()))) == pytest.approx(1)
    assert max(found, key=lambda name: found[name]) == "outreach"


def test_a_clear_wish_is_not_put_as_a_choice() -> None:
    assert undecided(ranked("I need an agenda for tomorrow's meeting with my mentor")) == ()
    assert undecided(ranked("what is the capital of peru")) == ()


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("the first", 0),
        ("1", 0),
        ("Second one please", 1),
        ("2.", 1),
        ("feedback!", 1),
        ("plan a meeting", 0),
        ("a friend told me about it, more later", None),
        ("One more thing: we meet at noon", None),
        ("neither of them", None),
        ("", None),
    ],
)
def test_an_answer_to_the_choice_names_one_by_place_or_title(answer: str, place: int | None) -> None:
    options = (find_task("agenda"), find_task("feedback"))
    assert chosen(answer, options) is (None if place is None else options[place])


@pytest.mark.parametrize("raw", ["\ud83d", "😀" * 400, "a" * 5000, "¿?", "\n\n"])
def test_no_message_is_too_strange_to_be_ranked(raw: str) -> None:
    assert len(ranked(raw)) > 1
    route(raw)
