"""Checks on a role-play card: all its parts, signs that can be seen, and nobody real in it."""

import re
from itertools import pairwise

from assistant.checks.noticing import fails, first_match, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

MOST_MISSING = 2
_PARTS = {
    "mentee_side": "the mentee's card",
    "mentor_side": "the mentor's card",
    "goal": "what is practised",
    "trigger": "a line that sets it off",
    "signs": "signs of success",
    "debrief": "debrief questions",
}
_LABEL = re.compile(
    r"\W*(?:fold here\W+)?(?:what |brief for |for |card (?:of|for) |role:? )?(?:the "
    r"|a )?[\w'’. ]{2,40}?(?:, \d+[^:.]{0,30}| \([^)]*\))?"
    r"(?: knows)?\s*(?:[:.]| [–-]+|[–-]{2,})\s*",
    re.IGNORECASE,
)
_TO_YOU = re.compile(
    r"\W*(?:[^.]{0,60}\b)?(?:you|your)\b|\W*(?:she|he|they|the \w+) (?:is|was|has|had|took|thinks|knows)\b",
    re.IGNORECASE,
)
_SIGN_LINES = 6
"""Lines after the heading of the signs that are read for behaviour."""


def complete(subject: Subject) -> Noticed:
    lines = _lines(subject)
    there = {name for name in _PARTS if any(phrases("scenario", name).search(line) for line in lines)}
    if _briefs(lines) > 1:
        there |= {"mentee_side", "mentor_side"}
    missing = [said for name, said in _PARTS.items() if name not in there]
    if _PARTS["signs"] not in missing and not _seen(lines):
        return fails("The signs of success cannot be seen.", suggestion="“Asks two questions before any advice.”")
    if len(missing) > MOST_MISSING:
        return fails(f"Not there: {', '.join(missing)}.", suggestion="One line each is enough.")
    if missing:
        return warns(f"Not there: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Both sides, a goal, a first line, signs to see, a debrief.")


def _briefs(lines: list[str]) -> int:
    """How many lines are a brief: a label of somebody, then words to "you" or of what they know."""
    found = 0
    for line, after in pairwise([*lines, ""]):
        label = _LABEL.match(line)
        if label and (
            _TO_YOU.search(line[label.end() :][:160]) or (label.end() >= len(line) - 3 and _TO_YOU.match(after))
        ):
            found += 1
    return found


def _seen(lines: list[str]) -> bool:
    """Whether a sign of success is something that somebody does."""
    for n, line in enumerate(lines):
        match = phrases("scenario", "signs").search(line)
        around = [line[match.end() :], *lines[n + 1 : n + _SIGN_LINES]] if match else []
        if any(phrases("scenario", "behaviour").search(text) for text in around):
            return True
    return False


def nobody_real(subject: Subject) -> Noticed:
    lines = [Sentence(straight(line.text), line.start) for line in subject.text.lines]
    found = first_match(phrases("scenario", "real"), lines)
    if found and not any(phrases("scenario", "fictional").search(line.text) for line in lines):
        advice = "Change person, place and turn of events, and mark it as fictional."
        return warns("Somebody could be recognised.", found[2], advice)
    return passes("Nobody real is in it.")


def _lines(subject: Subject) -> list[str]:
    return [re.sub(r"[*_#]", "", straight(line.text)).strip() for line in subject.text.lines]


CHECKS = (
    Check(
        "SCN-1",
        "A card that can be played",
        "Are there two different sides, a goal, a first line, signs that can be seen and debrief questions?",
        "When both sides know all, there is nothing to listen for.",
        Grade.E3,
        "Practice guides on role play; experts' rules as yes or no questions (Louie and others 2024)",
        complete,
        "role-cards-and-role-play#two-sides",
        asks_only=True,
    ),
    Check(
        "SCN-2",
        "Nobody real",
        "Is the case fictional, so that nobody can be recognised?",
        "A real case puts somebody on trial who is not in the room, or who is.",
        Grade.D,
        "Our judgement, in line with rules on confidentiality",
        nobody_real,
        "role-cards-and-role-play#difficulty",
    ),
)
