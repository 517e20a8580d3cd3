"""Days gone by as people name them ("two weeks ago", "last Monday"), and the working days since."""

import re
from datetime import date, datetime
from typing import Any

import numpy as np

_NUMBER = r"(?:\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few|several)"
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
SPAN = rf"{_NUMBER} (?:working |business )?(?:days?|weeks?|months?|fortnights?)"
_ROUGHLY = r"(?:(?:about|nearly|almost|over|more than|exactly|some) )?"
PAST = re.compile(
    rf"\b(?P<day>{_ROUGHLY}(?:{SPAN} (?:ago|back)|fortnight ago)|last (?:{_DAY}|week|month)|yesterday"
    rf"|(?:on |this |the )*{_DAY}(?: (?:morning|afternoon|evening|last week|before last))?"
    rf"|(?:on )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}|(?:on )?{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?"
    rf"|(?:at the )?(?:(?:beginning|start|end|middle) of |in (?:early |mid |late |mid-)?){_MONTH}"
    r"|on the \d{1,2}(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^(?:(?:on|in|the|at|about|nearly|almost|over|more than|exactly|some|early|late|mid|since|this|for|beginning of"
    r"|start of|end of|middle of)[ -])+",
    re.IGNORECASE,
)
_COUNTS = (
    (r"a couple of", "two"), (r"a few|several", "three"), (r"(?:a )?fortnight", "two weeks"), (r"back", "ago"),
)  # fmt: skip


def past_day(words: str, today: date | None = None) -> date | None:
    """The day that some words name, the last such day before today; None when they name none.

    A span without "ago" ("three weeks") is taken for the time since then. Months alone mean their first day.
    """
    import dateparser

    now = today or date.today()  # noqa: DTZ011 - the person's own calendar
    plain = _LEAD.sub("", words.strip().lower())
    for said, meant in _COUNTS:
        plain = re.sub(rf"\b(?:{said})\b", meant, plain)
    plain = re.sub(r"\b(?:working|business) | (?:morning|afternoon|evening)$", "", plain)
    if re.fullmatch(SPAN, plain):
        plain += " ago"
    settings: dict[str, Any] = {
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first" if re.fullmatch(_MONTH, plain) else "current",
        "RELATIVE_BASE": datetime.combine(now, datetime.min.time()),
        "DATE_ORDER": "DMY",
    }
    found = dateparser.parse(plain, languages=["en"], settings=settings) if plain else None
    return found.date() if found and found.date() <= now else None


def working_days(start: date, end: date) -> int:
    """Days from Monday to Friday after `start`, up to and with `end`; holidays are not known."""
    return int(np.busday_count(start, end)) if end > start else 0


def day_after(start: date, working: int) -> date:
    """The day that many working days after `start`."""
    return np.busday_offset(start, working, roll="backward").astype(date)
