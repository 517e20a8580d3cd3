"""Days that people name from where they stand ("by Friday", "tomorrow"), shown with their date."""

import re
from datetime import date, datetime, timedelta
from typing import Any

_SHORT = {
    "mon": "Monday", "tue": "Tuesday", "tues": "Tuesday", "wed": "Wednesday", "weds": "Wednesday", "thu": "Thursday",
    "thur": "Thursday", "thurs": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday", "tmrw": "tomorrow",
    "tmr": "tomorrow", "tmw": "tomorrow",
}  # fmt: skip
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_NAMED = re.compile(rf"\b(?:{'|'.join(_SHORT)}|{_WEEKDAY})\b\.?", re.IGNORECASE)
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may(?=$| \d)|june|july|august|september|october|november|december)\b"
)
_RELATIVE = re.compile(
    rf"(?P<which>this |next |last |(?:this |the )?coming |on )?(?P<day>{_WEEKDAY})|today|tomorrow|tonight|yesterday"
    r"|this (?:morning|afternoon|evening)|last night",
    re.IGNORECASE,
)
_MEANT = {"tonight": "today", "last night": "yesterday"}


def spelled(words: str) -> str:
    """The words with the names of days and months written out and capitalised."""
    named = _NAMED.sub(lambda day: _SHORT.get(day[0].lower().rstrip("."), day[0].capitalize()), words)
    return _MONTH.sub(lambda month: month[0].capitalize(), named)


def exact(words: str, start: date, past: bool = False) -> date | None:
    """The date that a day named from `start` has; None for words that name no single day, or hold a date already.

    "Friday" is the first one after `start` (with `past`, before it), "next Friday" the one of the week after.
    """
    import dateparser

    match = _RELATIVE.fullmatch(words.strip())
    if match is None:
        return None
    plain = match["day"] or _MEANT.get(match[0].lower(), re.sub(r"^this \w+$", "today", match[0].lower()))
    which = (match["which"] or "").strip().lower()
    settings: dict[str, Any] = {
        "PREFER_DATES_FROM": "past" if past or which == "last" else "future",
        "RELATIVE_BASE": datetime.combine(start, datetime.min.time()),
    }
    found = dateparser.parse(plain, languages=["en"], settings=settings)
    if found is None:
        return None
    day = found.date()
    return day + timedelta(days=7) if which == "next" and day.isocalendar()[:2] == start.isocalendar()[:2] else day


def shown(words: str, start: date, past: bool = False) -> str:
    """The words as they are, written out, and in brackets the date that they are taken to mean."""
    day = exact(spelled(words), start, past)
    return f"{spelled(words)} ({day.day} {day:%B})" if day else spelled(words)


def dated(words: str, start: date, past: bool = False) -> str:
    """The day that the words name with its date alone ("Thursday 26 November"); other words written out."""
    day = exact(spelled(words), start, past)
    return f"{day:%A} {day.day} {day:%B}" if day else spelled(words)
