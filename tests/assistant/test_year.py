"""The texts that come after a first message: what is read from free words, and what stands in the draft."""

import re
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest

from assistant.engines.routing import route
from assistant.language.days import dated, exact, shown
from assistant.language.past_days import day_after, past_day, working_days
from assistant.language.text import words
from assistant.model import Draft, Style
from assistant.render import to_ics
from assistant.session import Drafted
from assistant.tasks import find_task
from tests.talking import Conversation, finding

TODAY = date(2026, 11, 26)

MESSAGES: list[tuple[str, str, dict[str, Any], list[str]]] = [
    (
        "follow_up",
        "emailed prof lindqvist last monday asking if she would read my draft chapter, nothing back. since then ive "
        "rewritten the intro. can u help me nudge her. im Tomas",
        {
            "recipient_name": "lindqvist",
            "sent": "last monday",
            "ask": "read my draft chapter",
            "news": "I've rewritten the intro",
            "sender_name": "Tomas",
        },
        ["Dear Professor Lindqvist,", "last Monday", "would you read my draft chapter?", "Since then I've rewritten"],
    ),
    (
        "follow_up",
        "So I messaged the head chef at Noma, Anders Holm, on 3 November about a stage in the kitchen. It's been three "
        "weeks and not a word. I have now passed my level 3 exam. What do I send? Name's Kofi Mensah",
        {"recipient_name": "Anders Holm", "sent": "on 3 November", "goal": "a stage in the kitchen"},
        ["from 3 November", "a stage in the kitchen", "Since then I have passed my level 3 exam", "Kofi Mensah"],
    ),
    (
        "follow_up",
        "I asked Ms Tran whether she could meet me for a coffee to talk about library apprenticeships, that was about "
        "a month ago. I've written twice already. What now?",
        {"recipient_title": "Ms", "times": 2, "sent": "about a month ago"},
        ["would you meet me for a coffee to talk about library apprenticeships?", "my last message about it"],
    ),
    (
        "thank_you",
        "hi i had a coffee with Dr Bello on tuesday and she told me to bring two drawings instead of ten to the "
        "interview. i did and i got the place!! how do i thank her. ",
        {"recipient_name": "Bello", "said": "told me to bring two drawings instead of ten to the interview"},
        ["Thank you for the coffee on Tuesday.", "You told me to bring two drawings", "I did and I got the place."],
    ),
    (
        "thank_you",
        "My mentor Ruth lent me her torque tables after our meeting last Friday, I've used them on three jobs already. "
        "I want to send her a few words of thanks. I'm Ben",
        {"recipient_name": "Ruth", "occasion": "our meeting last Friday", "sender_name": "Ben"},
        ["Thank you for our meeting last Friday. You lent me your torque tables. I've used them on three jobs"],
    ),
    (
        "reply_to_request",
        "a student called Yusuf wrote to me asking if i could read his thesis on bridge bearings, all 90 pages. i can "
        "read the first chapter but not the whole thing because i have exams to mark until the 20th. what do i write "
        "back? Im Dr Lena Sol",
        {"recipient_name": "Yusuf", "answer": "smaller", "offer": "read the first chapter", "sender_name": "Lena Sol"},
        ["asking me to read your thesis", "I can say yes to a part of it.", "exams to mark until the 20th"],
    ),
    (
        "reply_to_request",
        "My neighbour's daughter Mia wants me to be her mentor, she is starting as a vet nurse. I'd love to do it, can "
        "offer an hour a month on Saturdays. Need a short reply",
        {"recipient_name": "Mia", "answer": "accept", "offer": "an hour a month on Saturdays"},
        ["asking me to be your mentor. Yes, I would be glad to.", "I can offer an hour a month on Saturdays."],
    ),
    (
        "reply_to_request",
        "Got an email from a Mr Haddad who would like me to have a coffee with him about moving into logistics. I'm "
        "away until May and honestly not the right person, Sanne Visser in planning would be better. want to decline "
        "without hurting him",
        {"recipient_title": "Mr", "answer": "decline", "alternative": "Sanne Visser in planning would be better"},
        ["I have to say no.", "I'm away until May", "Sanne Visser in planning would be better."],
    ),
    (
        "goals",
        "I'm Priya and for this year my goals are: to run a tasting menu on my own by June, and to get better at "
        "talking to suppliers. I'll know I've managed when chef lets me write the order alone. when the order list "
        "comes on tuesday i will ring one supplier myself. review it every month",
        {"name": "Priya", "measure": "chef lets me write the order alone", "by": "June", "when": "every month"},
        ["## 1. Run a tasting menu on my own", "Plan: When the order list comes", "## 2. Get better at talking"],
    ),
    (
        "reply_to_mentor",
        "My mentor Marit wrote back and suggested Tuesday at 3. I can't make that, I'm on shift. I'm free on Wednesday "
        "after four. How do I answer her?",
        {"recipient_name": "Marit", "answer": "no", "slot": "Tuesday at 3", "instead": "on Wednesday after four"},
        ["Dear Marit,", "I cannot make Tuesday at 3. I'm on shift.", "Could it be Wednesday after four?"],
    ),
    (
        "reply_to_mentor",
        "My mentor Ms Adeyemi asked me how the exam went. I passed with 71. She also wants to know if we can meet next "
        "Thursday at 10. That works. I'll bring the drawings. How do I reply to her? I'm Sade.",
        {"answer": "yes", "slot": "next Thursday at 10", "reply": "I passed with 71", "sender_name": "Sade"},
        ["Dear Ms Adeyemi,", "Next Thursday at 10 suits me well. I passed with 71.", "I'll bring the drawings."],
    ),
    (
        "agreement",
        "Write our mentoring agreement. My apprentice Dario and I have agreed: we meet every Friday after shift "
        "for half an hour, he brings the "
        "questions, what we say stays in the van unless someone could get hurt, it ends when he has his ticket in "
        "July.",
        {"mentee_name": "Dario", "voice": "both", "rhythm": "every Friday after shift for half an hour"},
        [
            "- Together: Every Friday after shift for half an hour",
            "- Together: Dario brings the questions",
            "- Together: What we say stays in the van unless someone could get hurt",
            "- Together: It ends when he has his ticket in July",
        ],
    ),
    (
        "progress_review",
        "My apprentice Dario and I are six months in. His goals were to pass the first exam and to stop hiding "
        "mistakes. "
        "He passed with 78 percent, and he told the foreman about the wrong pipe in May. What helped was the walk "
        "after "
        "lunch. Time got in the way. I'd keep the walk, move the meeting to Friday and drop the book.",
        {"goals": ["pass the first exam", "stop hiding mistakes"], "keep": "the walk", "drop": "the book"},
        ["**Goal 2:** stop hiding mistakes\n- What has happened: He told the foreman", "**Keep:** the walk"],
    ),
    (
        "session_notes",
        "Clean up these notes: met Olga 14/3, talked abt exam stress, she will ask for extension by fri, i send "
        "her the "
        "reading list, decided to skip the certificate this yr",
        {"other_name": "Olga"},
        [
            "- Skip the certificate this yr (note 4)",
            "- **Olga**: ask for extension, by Friday",
            "- **I**: send her the",
        ],
    ),
    (
        "observer_sheet",
        "I need a sheet for the observers in my workshop. They practise giving feedback in rounds of 8 minutes.",
        {"topic": "giving feedback", "minutes": 8},
        ["# Observer's sheet: giving feedback", "A round takes 8 minutes", "The act that was named: __________"],
    ),
    (
        "assessment",
        "I want a questionnaire for our mentor training on 12 May, 20 nurses, before and after, and again eight "
        "weeks later",
        {"title": "mentor training", "when": "12 May", "again": "eight weeks later", "who": "20 nurses"},
        ["For 20 nurses.", "at the end of the training on 12 May", "eight weeks later", "before __, now __, later __"],
    ),
]


@pytest.mark.parametrize(("task", "message", "facts", "keeps"), MESSAGES, ids=lambda value: str(value)[:24])
def test_free_words_become_facts_and_a_draft(task: str, message: str, facts: dict[str, Any], keeps: list[str]) -> None:
    kind = route(message)
    assert kind is find_task(task)
    read = kind.read(message)
    assert {name: read.get(name) for name in facts} == facts
    assert kind.compose is not None
    _, body = kind.compose(kind.brief.model_validate(read), Style())
    assert [part for part in keeps if part not in body] == []


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("yesterday", date(2026, 11, 25)),
        ("two weeks ago", date(2026, 11, 12)),
        ("nearly three weeks ago", date(2026, 11, 5)),
        ("a month ago", date(2026, 10, 26)),
        ("a fortnight ago", date(2026, 11, 12)),
        ("three weeks", date(2026, 11, 5)),
        ("last monday", date(2026, 11, 23)),
        ("on Tuesday", date(2026, 11, 24)),
        ("on 3 November", date(2026, 11, 3)),
        ("3rd nov", date(2026, 11, 3)),
        ("in early October", date(2026, 10, 1)),
        ("when the moon was full", None),
        ("", None),
    ],
)
def test_a_day_gone_by_is_read_as_people_name_it(said: str, day: date | None) -> None:
    assert past_day(said, TODAY) == day


def test_working_days_leave_out_the_weekend() -> None:
    friday, monday = date(2026, 11, 20), date(2026, 11, 23)
    assert working_days(friday, monday) == 1
    assert working_days(monday, TODAY) == 3
    assert working_days(TODAY, TODAY) == working_days(TODAY, monday) == 0
    assert day_after(friday, 1) == monday


def ago(days: int) -> str:
    day = date.today() - timedelta(days=days)  # noqa: DTZ011 - as the task itself reckons
    return f"{day:%d %B}"


def drafted(talk: Conversation, task: str, **facts: Any) -> Drafted:
    kind = find_task(task)
    list(talk.coach.refill({**kind.example, **facts}, kind, talk.session))
    steps = list(talk.coach.refill({**kind.example, **facts}, kind, talk.session))
    return next(step for step in steps if isinstance(step, Drafted))


def test_a_reminder_that_comes_too_soon_is_told_when_to_go(talk: Conversation) -> None:
    soon = finding(drafted(talk, "follow_up", sent=ago(0)), "FUP-1")
    assert soon.verdict == "fail"
    assert soon.suggestion.startswith("Send it on ")
    assert finding(drafted(talk, "follow_up", sent=ago(9)), "FUP-1").verdict == "pass"
    assert finding(drafted(talk, "follow_up", sent="once"), "FUP-1").verdict == "not_applicable"


@pytest.mark.parametrize(
    ("times", "verdict", "words"),
    [(1, "pass", "20 minutes"), (2, "pass", "last"), (3, "pass", "again")],
)
def test_after_two_reminders_the_draft_lets_the_matter_rest(
    times: int, verdict: str, words: str, talk: Conversation
) -> None:
    found = drafted(talk, "follow_up", times=times)
    assert finding(found, "FUP-2").verdict == verdict
    assert words in found.draft.body
    assert ("20 minutes" in found.draft.body) == (times < 3)


@pytest.mark.parametrize("task", ["follow_up", "thank_you", "reply_to_request", "goals"])
@pytest.mark.parametrize("tone", ["warm", "neutral", "formal"])
def test_a_draft_passes_its_own_checks_in_every_tone(task: str, tone: str, talk: Conversation) -> None:
    kind = find_task(task)
    if "tone" not in kind.brief.model_fields:
        return
    found = drafted(talk, task, tone=tone)
    assert [(f.check.id, f.message) for f in found.review.findings if f.fires] == []


@pytest.mark.parametrize("answer", ["accept", "smaller", "decline"])
def test_each_answer_is_plain_in_the_first_two_sentences(answer: str, talk: Conversation) -> None:
    found = drafted(talk, "reply_to_request", answer=answer, offer="one call of half an hour in March")
    assert found.review.ok
    assert finding(found, "DEC-1").verdict == "pass"


def test_more_than_three_goals_are_set_aside_and_none_is_lost(talk: Conversation) -> None:
    wishes = ["lead the stand-up", "pass the G3 weld test", "read one paper a week", "write a guide", "train Ola"]
    body = drafted(talk, "goals", goals=wishes).draft.body
    assert body.count("\n## ") == 4
    assert "**Not now:** write a guide; train Ola." in body.replace("Write", "write").replace("Train", "train")


@pytest.mark.parametrize(
    ("when", "rule"),
    [
        ("every second Friday", {"FREQ": ["WEEKLY"], "INTERVAL": [2]}),
        ("every month", {"FREQ": ["MONTHLY"], "INTERVAL": [1]}),
        ("weekly", {"FREQ": ["WEEKLY"], "INTERVAL": [1]}),
    ],
)
def test_a_review_that_comes_again_is_one_entry_of_a_calendar_with_a_reminder(when: str, rule: dict[str, Any]) -> None:
    kind = find_task("goals")
    brief = kind.brief.model_validate({**kind.example, "when": when, "by": "30 April"})
    assert kind.compose is not None
    _, body = kind.compose(brief, Style())
    calendar = icalendar.Calendar.from_ical(to_ics(Draft("goals", body), brief))
    (event,) = calendar.walk("VEVENT")
    assert {name: event["RRULE"][name] for name in rule} == rule
    assert event["RRULE"]["UNTIL"][0].month == 4
    assert len(event.walk("VALARM")) == 1
    assert event["DTSTART"].dt > date.today()  # noqa: DTZ011 - as the calendar reckons


def test_a_single_review_is_a_day_without_a_rule() -> None:
    kind = find_task("goals")
    brief = kind.brief.model_validate({**kind.example, "when": "15 January"})
    calendar = icalendar.Calendar.from_ical(to_ics(Draft("goals", "# Plan"), brief))
    (event,) = calendar.walk("VEVENT")
    assert "RRULE" not in event
    assert (event["DTSTART"].dt.month, event["DTSTART"].dt.day) == (1, 15)


NOTES = """Write up my notes from today's meeting with Tomasz:
- good energy today
- agreed: we meet every second Tuesday
- T to send the first plan by Friday
-> me: ask Leila about the budget
- ?? does the licence cover night work
- his wife is ill, he is tired
- next time: the talk in May"""


def test_each_line_of_a_record_has_the_words_of_the_note_whose_number_it_names(talk: Conversation) -> None:
    talk.say(NOTES, "draft it now")
    notes = talk.brief.known["notes"]
    lines = re.findall(r"^- (?:\*\*(.+?)\*\*: )?(.+) \(note (\d+)\)$", talk.text, re.MULTILINE)
    assert [int(number) for _, _, number in lines] == [2, 3, 4, 5, 7]
    for _, what, number in lines:
        said = words(notes[int(number) - 1].lower())
        kept = words(re.sub(r",? by .*| \(\d.*?\)", "", what).lower())
        assert kept
        assert set(kept) <= set(said), (what, notes[int(number) - 1])


def test_private_notes_stay_out_until_they_are_wanted_and_that_is_said(talk: Conversation) -> None:
    talk.say(NOTES, "draft it now")
    assert "wife" not in talk.text
    assert "note 6 (health)" in talk.drafted.draft.notice
    assert not talk.drafted.review.firing
    talk.say("keep the private lines")
    assert talk.brief.known["private_lines"] == "keep"
    assert talk.drafted.draft.notice == ""
    assert "- His wife is ill, he is tired (note 6)" in talk.text
    assert finding(talk.drafted, "SUM-2").verdict.value == "pass"


def test_a_day_in_a_record_is_shown_with_its_date() -> None:
    thursday = date(2026, 11, 26)
    assert exact("Friday", thursday) == date(2026, 11, 27)
    assert exact("next Tuesday", thursday) == date(2026, 12, 1)
    assert exact("next Friday", thursday) == date(2026, 12, 4)
    assert exact("Tuesday", thursday, past=True) == date(2026, 11, 24)
    assert exact("Friday 4 December", thursday) is None
    assert shown("fri", thursday) == "Friday (27 November)"
    assert shown("the end of May", thursday) == "the end of May"
    assert dated("today", thursday) == "Thursday 26 November"
    assert dated("24 november", thursday) == "24 November"


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("headed customs for ten years", "one reason: you headed customs for ten years."),
        ("runs the bridge lab", "one reason: you run the bridge lab."),
        ("Ms Leclerc headed customs", "one reason: you headed customs."),
        ("retired judge", "one reason: retired judge."),
    ],
)
def test_a_contact_is_told_why_in_a_whole_sentence_about_them(why: str, said: str) -> None:
    kind = find_task("introduction")
    assert kind.compose is not None
    facts = {"contact_name": "Leclerc", "contact_title": "Ms", "mentee_name": "Fatou", "why": why}
    _, body = kind.compose(kind.brief.model_validate(facts), Style())
    assert said in body
