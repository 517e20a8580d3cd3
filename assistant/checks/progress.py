"""The check on a review of goals: evidence for each goal, help, obstacle, what follows, and the relationship."""

import re

from assistant.checks.noticing import fails, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Span, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_SLOT = re.compile(r"\[[^\]\n]+\]")
_GOAL = re.compile(
    r"^[\s\-*•#]*\**(?:(?:my |our |the |first |second |third )*goals?\b(?: \d)?"
    r"|\d[.)])\s*[:.)–—-]?\**\s*[:–—-]?\s*(?P<goal>\S.*)$",
    re.IGNORECASE | re.MULTILINE,
)
_PARTS = (
    ("helped", "what helped"),
    ("obstacle", "what got in the way"),
    ("keep", "what to keep"),
    ("change", "what to change"),
    ("drop", "what to drop"),
    ("relationship", "a line on the two of you"),
)
MANY = 3
"""So many missing parts make a review a report; a design judgement."""


def looks_back(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    text = _SLOT.sub("2 [slot]", raw)
    missing = [said for name, said in _PARTS if not phrases("progress", name).search(text)]
    unseen = _without_evidence(text)
    advice = "A number, a thing made, an event: what could somebody see?"
    if unseen is not None and (len(missing) >= MANY or unseen[1] == "all"):
        return fails("Its goals have no evidence.", unseen[0], advice)
    if len(missing) >= MANY:
        return fails(f"Not there: {', '.join(missing)}.", suggestion="One line each is enough.")
    if unseen is not None:
        return warns("This goal has no evidence.", unseen[0], advice)
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Evidence for each goal, what helped, what got in the way, and what follows.")


def _without_evidence(text: str) -> tuple[Span | None, str] | None:
    """The first goal without anything that somebody could see, and whether that holds for "all" or "some"."""
    starts = [match for match in _GOAL.finditer(text) if len(match["goal"].split()) > 1]
    if not starts:
        return None if phrases("progress", "seen").search(text) else (None, "all")
    ends = [*(match.start() for match in starts[1:]), len(text)]
    bare = [
        match.span("goal")
        for match, end in zip(starts, ends, strict=True)
        if not phrases("progress", "seen").search(_told(text[match.start("goal") : end]))
    ]
    return (bare[0], "all" if len(bare) == len(starts) else "some") if bare else None


def _told(block: str) -> str:
    """What a goal's block says of it: all after the goal itself, up to the next part of the review."""
    parts = re.split(r"\n\s*\n|(?<=[.!?:–—])\s|\n| - | – |: ", block)
    return "\n".join(parts[1:] if len(parts) > 1 else parts)


CHECKS = (
    Check(
        "PRG-1",
        "Looks back with evidence",
        "Has each goal evidence, and does it say what helped, what hindered, what follows, and how the two of you are?",
        "Checking progress helps, and helps more when it is written down and shown to somebody.",
        Grade.E1,
        "Harkin and others 2016 (138 studies); periodic review in mentoring programmes",
        looks_back,
        "reviewing-the-relationship#what-to-ask",
    ),
)
