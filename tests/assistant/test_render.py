"""Drafts as files: each opens with the library that reads its kind."""

import io
from contextlib import suppress
from datetime import date, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from docx import Document
from icalendar import Calendar

from assistant.errors import BadInput
from assistant.model import Brief, Draft, Style
from assistant.render import meeting_time, to_ics, to_mailto, to_markdown, to_text
from assistant.tasks import find_task
from assistant.word import to_docx
from tests.talking import read_rows

EMAIL = Draft("outreach", "Dear Dr Choe,\n\n20 minutes & a “call”?\n\nKind regards,\nÅse", "Cost + 5 % of scrap?")
AGENDA = Draft(
    "agenda",
    "# First meeting: Dan & Gaz\n\n**Purpose:** to begin.\n\n1. Goals (5 min, Dan)\n2. Next; step, then (2 min)",
)
NOW = datetime(2026, 11, 2, 9, 0)  # noqa: DTZ001 - the person's own clock, a Monday


def agenda_brief(**facts: object) -> Brief:
    return find_task("agenda").brief.model_validate(facts)


def event(**facts: object) -> dict[str, object]:
    calendar = Calendar.from_ical(to_ics(AGENDA, agenda_brief(**facts), NOW))
    (found,) = calendar.walk("VEVENT")
    return dict(found)


def test_text_has_no_marks() -> None:
    assert to_text(AGENDA).startswith("First meeting: Dan & Gaz\n\nPurpose: to begin.")
    assert to_text(EMAIL).startswith("Subject: Cost + 5 % of scrap?\n\nDear Dr Choe,")


def test_markdown_keeps_them() -> None:
    assert to_markdown(AGENDA) == f"{AGENDA.body}\n"
    assert to_markdown(EMAIL).startswith("**Subject:** Cost + 5 % of scrap?\n\nDear")


def test_a_word_document_opens_and_holds_every_word() -> None:
    document = Document(io.BytesIO(to_docx(AGENDA)))
    paragraphs = [(p.text, p.style.name if p.style else "") for p in document.paragraphs]
    assert paragraphs[0] == ("First meeting: Dan & Gaz", "Heading 1")
    assert paragraphs[1][0] == "Purpose: to begin."
    assert [run.style.name for run in document.paragraphs[1].runs] == ["Strong", "Default Paragraph Font"]
    assert [text for text, style in paragraphs if style == "List Number"] == [
        "Goals (5 min, Dan)",
        "Next; step, then (2 min)",
    ]


def test_an_email_as_a_word_document_has_its_subject_as_heading() -> None:
    document = Document(io.BytesIO(to_docx(EMAIL)))
    assert [p.text for p in document.paragraphs] == [
        "Cost + 5 % of scrap?",
        "Dear Dr Choe,",
        "20 minutes & a “call”?",
        "Kind regards,",
        "Åse",
    ]


def test_a_mail_link_holds_the_whole_draft() -> None:
    link = urlsplit(to_mailto(EMAIL))
    assert link.scheme == "mailto"
    said = parse_qs(link.query)
    assert said["subject"] == [EMAIL.subject]
    assert said["body"][0].replace("\r\n", "\n") == EMAIL.body


def test_a_calendar_file_parses_back() -> None:
    found = event(when="Tuesday 24 November at 14:00", minutes=60, place="Room 3, north")
    assert found["DTSTART"].dt == datetime(2026, 11, 24, 14, 0)  # noqa: DTZ001
    assert found["DTEND"].dt - found["DTSTART"].dt == timedelta(minutes=60)
    assert found["SUMMARY"] == "First meeting: Dan & Gaz"
    assert found["LOCATION"] == "Room 3, north"
    assert "Next; step, then (2 min)" in str(found["DESCRIPTION"])
    assert found["DTSTAMP"].dt.utcoffset() == timedelta(0)


def test_a_day_without_a_time_is_a_whole_day() -> None:
    found = event(when="24 November", minutes=45)
    assert found["DTSTART"].dt == date(2026, 11, 24)
    assert "DTEND" not in found


def test_two_calendar_files_are_two_events() -> None:
    assert event(when="tomorrow at 9:00")["UID"] != event(when="tomorrow at 9:00")["UID"]


@pytest.mark.parametrize(
    ("when", "moment"),
    [
        ("Tuesday 24 November at 14:00", datetime(2026, 11, 24, 14, 0)),  # noqa: DTZ001
        ("tomorrow at 9:30", datetime(2026, 11, 3, 9, 30)),  # noqa: DTZ001
        ("Thursday at noon", datetime(2026, 11, 5, 12, 0)),  # noqa: DTZ001
        ("Friday at 3 pm", datetime(2026, 11, 6, 15, 0)),  # noqa: DTZ001
        ("next Thursday at 10am", datetime(2026, 11, 5, 10, 0)),  # noqa: DTZ001
        ("on Wednesday", date(2026, 11, 4)),
        ("tomorrow", date(2026, 11, 3)),
        ("5 December 2026", date(2026, 12, 5)),
    ],
)
def test_a_time_is_read_as_people_say_it(when: str, moment: date) -> None:
    assert meeting_time(when, NOW) == moment


@pytest.mark.parametrize(
    ("language", "when", "moment"),
    [
        ("de", "Dienstag, 1. Dezember um 14 Uhr", datetime(2026, 12, 1, 14, 0)),  # noqa: DTZ001
        ("de", "1.12. um 9 Uhr", datetime(2026, 12, 1, 9, 0)),  # noqa: DTZ001
        ("de", "nächsten Donnerstag", date(2026, 11, 5)),
        ("es", "el jueves a las 10", datetime(2026, 11, 5, 10, 0)),  # noqa: DTZ001
        ("es", "1 de diciembre a las 14:30", datetime(2026, 12, 1, 14, 30)),  # noqa: DTZ001
        ("fr", "mardi 1er décembre à 14 h", datetime(2026, 12, 1, 14, 0)),  # noqa: DTZ001
        ("fr", "jeudi prochain", date(2026, 11, 5)),
        ("pt", "terça-feira, 1 de dezembro às 14h", datetime(2026, 12, 1, 14, 0)),  # noqa: DTZ001
        ("pt", "na quinta às 10", datetime(2026, 11, 5, 10, 0)),  # noqa: DTZ001
    ],
)
def test_a_time_is_read_in_other_languages(language: str, when: str, moment: date) -> None:
    assert meeting_time(when, NOW, language) == moment


def test_what_is_no_time_in_another_language_is_a_sentence() -> None:
    with pytest.raises(BadInput, match="day and the month"):
        meeting_time("irgendwann", NOW, "de")
    with pytest.raises(BadInput, match="as a time"):
        meeting_time("am Dienstag um 27 Uhr", NOW, "de")


def test_every_time_that_people_typed_is_a_time_to_come_or_a_sentence() -> None:
    for when in {row["facts"]["when"] for row in read_rows("messages.yaml") if "when" in row["facts"]}:
        with suppress(BadInput):
            found = meeting_time(when, NOW)
            day = found.date() if isinstance(found, datetime) else found
            assert day >= NOW.date(), when


@pytest.mark.parametrize("when", ["", "whenever Dan likes"])
def test_no_date_is_said_with_what_to_do(when: str) -> None:
    with pytest.raises(BadInput, match="24 November at 14:00"):
        to_ics(AGENDA, agenda_brief(when=when), NOW)


def test_an_agreement_is_a_table_in_word_with_a_column_for_each_voice() -> None:
    task = find_task("agreement")
    assert task.compose is not None
    _, body = task.compose(task.brief.model_validate(task.example), Style())
    document = Document(io.BytesIO(to_docx(Draft("agreement", body))))
    [table] = document.tables
    assert [cell.text for cell in table.rows[0].cells] == ["", "Tomasz (mentee)", "Leila (mentor)", "Together"]
    assert len(table.rows) == 14
    assert all(all(cell.text for cell in row.cells) for row in table.rows[1:])
    assert "law is involved" in table.rows[6].cells[0].text
    assert document.paragraphs[-1].text.startswith("Date:")
