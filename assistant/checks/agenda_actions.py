"""The check that an agenda ends with actions: owner, verb, date, and the next date."""

import re
from functools import cache

from assistant.checks.noticing import fails, passes, warns
from assistant.language.agenda import agenda_of
from assistant.language.phrases import alternatives, phrases
from assistant.language.text import straight, words
from assistant.model import Noticed, Subject

_BREAKS = re.compile(
    r"\n|;|(?<=[a-z0-9])(?<!prof)(?<!dr)(?<!mr)(?<!mrs)(?<!ms)\. |, (?=(?:and )?[a-z]+ [a-z]+s\b)", re.IGNORECASE
)
_NO_ACTION = ("next_date", "date_alone", "slack", "time_alone")
"""Lists of what stands among actions and is none."""
_NAME = r"(?:(?:prof|dr|mr|mrs|ms)\.? )?\w[\w'’.-]*(?: (?-i:[A-ZÀ-Þ])[\w'’.-]+){0,2}"


@cache
def _heading() -> re.Pattern[str]:
    heading = alternatives("agenda", "action_heading")
    before = r"^\W*(?:\d+[.)]\s*)?(?:\d+ ?min\w*\W+)?(?:new |next |last |final )?"
    return re.compile(rf"{before}{heading}\b\s*(?:\([^)]*\))?\s*[:\-–]?\s*\**", re.IGNORECASE)


@cache
def _owner() -> re.Pattern[str]:
    """A name before a colon, a "will" or a verb in the third person; I, you, both; a name in brackets."""
    verb = alternatives("agenda", "action_verb")
    bullet = r"^\W*(?:\d+[.)])?\s*\**"
    base = rf"(?!{verb}\b)"
    return re.compile(
        rf"{bullet}(?:\[[^\]]+\]|(?:i|you|we both|both|each of us|mentee|mentor|the mentee|the mentor)\b)"
        rf"|{bullet}{base}{_NAME}(?: and {_NAME})?\s?(?::|\b(?:will|to|is to)\b|(?:'ll)\b|[-–|] | (?:{verb}(?:e?s)\b))"
        rf"|\b(?:i|you)(?:'ll| will)\b|\((?:(?-i:[A-Z])[\w']+|mentee|mentor|both)\)",
        re.IGNORECASE,
    )


@cache
def _verb() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives('agenda', 'action_verb')}(?:e?s)?|will \w+)\b", re.IGNORECASE)


def ends_with_actions(subject: Subject) -> Noticed:
    agenda = agenda_of(subject.text)
    start = agenda.actions_start
    if start is None:
        suggestion = "Close with who does what by when, and the next date."
        return fails("There are no actions or next steps at the end.", suggestion=suggestion)
    raw = straight(subject.text.raw)
    tail = raw[start:]
    span = start, start + len(tail.split("\n")[0])
    next_date = bool(phrases("agenda", "next_date").search(raw) or phrases("agenda", "date_alone").search(tail))
    if phrases("agenda", "slot").search(tail):
        if next_date or "next" in tail.lower():
            return passes("Actions with slots for owner and date.", span)
        return warns("No date of a next meeting.", span, "Add a line for the next date.")
    lines = _action_lines(tail)
    if not lines or not all(_complete(line) for line in lines):
        suggestion = "“Hannah sends the form by 20 May”: owner, verb, date."
        return warns("Not every action has an owner, a verb and a date.", span, suggestion)
    if not next_date:
        return warns("No date of a next meeting.", span, "Add it, or a line to fill in.")
    return passes("Owner, verb and date in every action.", span)


def _action_lines(tail: str) -> list[str]:
    """The single actions of the closing part, without its heading and the line on the next meeting."""
    pieces = [piece for piece in _BREAKS.split(tail) if not phrases("agenda", *_NO_ACTION).search(piece)]
    lines = [_heading().sub("", piece).strip() for piece in pieces if len(words(piece)) > 2]
    return [line for line in lines if len(words(line)) > 1]


def _complete(line: str) -> bool:
    return bool(_owner().search(line) and _verb().search(line) and phrases("agenda", "due").search(line))
