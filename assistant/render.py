"""Drafts as files: plain text, Markdown, calendar, and a mail link."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendors' types are partial; what leaves this module is typed)

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any
from urllib.parse import quote
from uuid import uuid4

from assistant.errors import BadInput
from assistant.model import Brief, Draft

_TIME = re.compile(r"\d{1,2}[:.]\d{2}|\d ?(?:am|pm|a\.m|p\.m|o['’]clock)|noon|midday|half past|quarter", re.IGNORECASE)
_NOTED = {"noon": "12:00", "midday": "12:00"}


def to_text(draft: Draft) -> str:
    """Without Markdown marks, as one pastes it into a mail."""
    body = re.sub(r"^#+ ", "", draft.body, flags=re.MULTILINE)
    body = re.sub(r"\*\*(.+?)\*\*", r"\1", body)
    return f"{draft.subject_label}: {draft.subject}\n\n{body}\n" if draft.subject else f"{body}\n"


def to_markdown(draft: Draft) -> str:
    return f"**{draft.subject_label}:** {draft.subject}\n\n{draft.body}\n" if draft.subject else f"{draft.body}\n"


def to_mailto(draft: Draft) -> str:
    """A link that opens the draft in the person's own mail program."""
    return f"mailto:?subject={quote(draft.subject)}&body={quote(draft.body)}"


def to_ics(draft: Draft, brief: Brief, today: datetime | None = None) -> bytes:
    """The meeting of an agenda or the review of a plan as a calendar file, with a reminder on the day before.

    A day without a time becomes an all-day entry; "every second Friday" comes again, until the plan is due.

    Raises:
        BadInput: the brief does not say when it is, or the words cannot be read as a date.
    """
    from icalendar import Alarm, Calendar, Event

    known: dict[str, Any] = brief.known
    now = today or datetime.now()  # noqa: DTZ005 - the person's own clock
    when = str(known.get("when", ""))
    rule = _recurring(when, str(known.get("by", "")), now)
    start = rule.pop("start") if rule else meeting_time(when, now, draft.language)
    event = Event()
    event.add("uid", f"{uuid4()}@mentor-coach")
    event.add("dtstamp", datetime.now(UTC))
    event.add("summary", re.sub(r"^# ", "", draft.body.split("\n", 1)[0]))
    event.add("description", to_text(draft))
    event.add("dtstart", start)
    if isinstance(start, datetime):
        event.add("dtend", start + timedelta(minutes=int(known.get("minutes", 45))))
    if "place" in known:
        event.add("location", str(known["place"]))
    if rule:
        event.add("rrule", rule)
    reminder = Alarm()
    reminder.add("action", "DISPLAY")
    reminder.add("description", event["summary"])
    reminder.add("trigger", timedelta(days=-1))
    event.add_component(reminder)
    calendar = Calendar()
    calendar.add("prodid", "-//Mentor Coach//EN")
    calendar.add("version", "2.0")
    calendar.add_component(event)
    return calendar.to_ical()


_EVERY = re.compile(
    r"\b(?:every|each)(?: (?P<n>second|other|third|fourth|two|three|four))? (?P<unit>week|month|(?P<day>\w+?day)"
    r"|weeks|months)s?"
    r"\b|\b(?P<adverb>weekly|fortnightly|monthly)\b",
    re.IGNORECASE,
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_STEP = {"second": 2, "other": 2, "two": 2, "third": 3, "three": 3, "fourth": 4, "four": 4}


def _recurring(when: str, by: str, today: datetime) -> dict[str, Any]:
    """The rule of something that comes again, with its first day; empty for a single day."""
    import dateparser

    match = _EVERY.search(when)
    if match is None or (match["day"] and match["day"].lower() not in _DAYS):
        return {}
    step = 2 if (match["adverb"] or "").lower() == "fortnightly" else _STEP.get((match["n"] or "").lower(), 1)
    monthly = "month" in match[0].lower()
    start = today.date() + timedelta(days=30 if monthly else 7)
    if match["day"]:
        start = today.date() + timedelta(days=(_DAYS.index(match["day"].lower()) - today.weekday() - 1) % 7 + 1)
    rule: dict[str, Any] = {"start": start, "freq": "monthly" if monthly else "weekly", "interval": step}
    words = re.sub(r"^(?:by|until|before|the|end of| )+", "", by, flags=re.IGNORECASE)
    due = dateparser.parse(
        words, languages=["en"], settings={"PREFER_DATES_FROM": "future", "RELATIVE_BASE": today, "DATE_ORDER": "DMY"}
    )
    if words and due is not None and due.date() > start:
        rule["until"] = due.date()
    return rule


def meeting_time(when: str, today: datetime, language: str = "en") -> datetime | date:
    """When a meeting is, in the person's own time: a moment, or a day when no time was said.

    Raises:
        BadInput: there are no words, or they cannot be read as a date in this language.
    """
    import dateparser

    if not when:
        raise BadInput("There is no date yet. Say when it is, for example “Tuesday 24 November at 14:00”.")
    if language != "en":
        return _meeting_abroad(when, today, language)
    words = re.sub(r"\b(?:noon|midday)\b", lambda m: _NOTED[m[0].lower()], when, flags=re.IGNORECASE)
    words = re.sub(r"\b(?:next|this|coming|on)\b (?=\w+day)|,|\bafter the \w+ shift\b", " ", words, flags=re.IGNORECASE)
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": today, "DATE_ORDER": "DMY"}
    day_only = re.sub(r"\b(?:at|from|around) .*$", "", words).strip()
    found = dateparser.parse(words, languages=["en"], settings=settings)
    if found is None and (day := dateparser.parse(day_only, languages=["en"], settings=settings)):
        return day.date()
    if found is None:
        raise BadInput(f"I cannot read {when!r} as a date. Say it like “Tuesday 24 November at 14:00”.")
    return found.replace(second=0, microsecond=0) if _TIME.search(when) else found.date()


_CLOCK = re.compile(
    r"\b(?:(?:um|à|a las?|às)\s+)?(?P<hour>\d{1,2})(?:\s?[:h](?P<minute>\d{2})(?:\s*uhr\b)?|\s*(?:uhr|horas?|h)\b)"
    r"|\b(?:um|à|a las?|às)\s+(?P<bare>\d{1,2})\b",
    re.IGNORECASE,
)
"""A time of the day in German, Spanish, French or Portuguese: "14:30", "14 Uhr", "14h30", "a las 10"."""
_BEFORE_A_DAY = re.compile(
    r"^\W*(?:am|le|la|el|na|no|em|nächsten?|nächster|kommenden|próxim[oa]|proch\w+)\s+|\s+proch\w+\s*$|,", re.IGNORECASE
)


def _meeting_abroad(when: str, today: datetime, language: str) -> datetime | date:
    """The day by its words, the time apart from it: an hour alone would be taken for a year."""
    import dateparser

    clock = _CLOCK.search(when)
    words = re.sub(r"\b(\d{1,2})\. ?(\d{1,2})\.?(?!\w)", r"\1/\2", _CLOCK.sub(" ", when, count=1))
    while (shorter := _BEFORE_A_DAY.sub(" ", words).strip()) != words:
        words = shorter
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "future", "RELATIVE_BASE": today, "DATE_ORDER": "DMY"}
    day = dateparser.parse(words, languages=[language], settings=settings) if words else None
    if day is None:
        raise BadInput(f"I cannot read {when!r} as a date. Give the day and the month, and the time as 14:00.")
    if clock is None:
        return day.date()
    hour, minute = int(clock["hour"] or clock["bare"]), int(clock["minute"] or 0)
    if hour > 23 or minute > 59:
        raise BadInput(f"I cannot read {clock[0].strip()!r} as a time. Give it as 14:00.")
    return day.replace(hour=hour, minute=minute, second=0, microsecond=0)
