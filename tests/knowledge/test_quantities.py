"""A question for a quantity is answered by no text that has none of its kind."""

import pytest

from knowledge.quantities import held

HELD = [
    ("how many weeks does the programme run?", "It is a 16-week programme with calls every week."),
    ("How many mentees can one mentor look after?", "No more than three mentees for each mentor."),
    ("How often should we meet?", "Meet once a month at first."),
    ("how long do i wait before i nudge her", "Wait five working days."),
    ("How old must a project be?", "Projects are at least two years old."),
    ("What share of pairs stays together?", "About 70 % of the pairs do."),
    ("what does a fellow get paid per term", "Fellows receive a stipend."),
    ("How much does a seat cost?", "A seat is $500."),
    ("What score do I need to pass the quiz?", "You pass with 8 out of 10 points."),
]
NOT_HELD = [
    ("How many sick days does an intern have?", "Interns who are ill tell their mentor. There are two intakes."),
    ("How many mentees can one mentor look after?", "Mentors look after their mentees. Two calls are usual."),
    ("How often should a director visit?", "Directors visit when they can."),
    ("What percentage of mentees find work?", "Many mentees find work afterwards."),
    ("what does a fellow get paid per term", "Fellows work with a mentor for 12 weeks."),
    ("How much does a seat cost?", "Seats are reserved by email within 3 days."),
    ("What score do I need to pass the quiz?", "Take the quiz within 2 weeks."),
]


@pytest.mark.parametrize(("question", "text"), HELD)
def test_a_quantity_of_the_kind_asked_for_is_found(question: str, text: str) -> None:
    assert held(question, [text])


@pytest.mark.parametrize(("question", "text"), NOT_HELD)
def test_another_number_or_none_does_not_answer(question: str, text: str) -> None:
    assert not held(question, [text])


@pytest.mark.parametrize("question", ["How do I say no?", "What does a mentor do?", "How much should I praise her?"])
def test_what_asks_for_no_quantity_needs_none(question: str) -> None:
    assert held(question, ["Say it plainly."])


def test_one_of_several_texts_is_enough() -> None:
    assert held("How often do we meet?", ["Meet where it is quiet.", "Meet every two weeks."])


def test_nothing_found_holds_nothing() -> None:
    assert not held("How often do we meet?", [])
