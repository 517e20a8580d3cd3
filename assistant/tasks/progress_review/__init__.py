"""Progress review: the goals half-way, with what somebody could see, what follows, and how the two are."""

import re
from typing import Any

from assistant.checks import grounding, progress, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.progress_review.brief import ProgressBrief
from assistant.tasks.progress_review.writing import compose, on_day
from knowledge.model import Role

_LATER = re.compile(
    r"\b(?:half[- ]?way|mid[- ]?(?:way|year|term|point)|(?:after|in) (?:three|four|five|six) months|so far"
    r"|(?:three|four|five|six)"
    r" months (?:in|ago|on)|quarter(?:ly)?|where (?:do )?(?:we|i) stand|look(?:ing)? back|since (?:we|january"
    r"|spring|autumn))\b",
    re.IGNORECASE,
)


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, ProgressBrief)
    return {"reckoned": " ".join([*map(str, range(1, len(brief.goals) + 2)), on_day(brief)])}


def evidence(message: str, told: Told) -> float:
    """Goals that were set and something that came of them; goals alone are still to be set."""
    mine = told("progress_review")
    return 0.8 * ("goals" in mine and "evidence" in mine) + 0.8 * bool(_LATER.search(message))


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the page is the way it is, each with the passage behind it."""
    return (
        Choice(
            "Each goal is held against something that somebody could see.",
            "smart-goals#does-it-work",
            "checking progress meta-analysis recorded",
        ),
        Choice(
            "It asks about the two of you as well, after the goals.",
            "reviewing-the-relationship#what-to-ask",
            "goals first then the two of you",
        ),
        Choice(
            "It ends with one change and a date.",
            "reviewing-the-relationship#change-one-thing",
            "one change and a date",
        ),
    )


task = Task(
    name="progress_review",
    title="Look back at goals",
    roles=(Role.MENTEE, Role.MENTOR),
    brief=ProgressBrief,
    cues=(
        (
            r"\b(?:progress|half[- ]?way|mid[- ]?(?:way|year|term|point)|quarterly|interim|goal)[ -](?:review"
            r"|report|check(?:[- ]in)?"
            r"|talk|look)\b|\breview (?:of )?(?:my|our|the|his|her|their) (?:goals?|progress)\b",
            3.4,
        ),
        (
            r"\b(?:where (?:do )?(?:we|i) stand|take stock|look(?:ing)? back (?:at|on) (?:my|our|the|what)"
            r"|how far (?:we|i)"
            r"|what (?:we|i)(?:['’]ve| have)? (?:reached|achieved|managed)|keep,? change|what to (?:keep|drop))\b",
            2.8,
        ),
        (r"\b(?:half[- ]?way|so far|since we (?:started|began)|of (?:my|our|the) (?:two|three|four) goals)\b", 1.2),
    ),
    checks=(*progress.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "goals": ["lead the Monday stand-up alone", "hand in the plan for the new line"],
        "evidence": ["I led four of six stand-ups", "the plan is in its second draft"],
        "helped": "the dry run on Sunday evening",
        "obstacle": "I lose my nerve when the manager sits in",
        "keep": "the dry run",
        "change": "the day to Thursday",
        "drop": "the reading list",
        "between_us": "I would like more questions and fewer stories",
        "other_name": "Leila",
        "when": "on 4 December",
    },
    opening="We are half-way and I want to look back at my goals with my mentor Leila. My goal was to lead the Monday "
    "stand-up alone. I led four of six. The dry run helped.",
    order=44,
    changes=("shorter", "leave out what got in the way"),
    parts={"got in the way": "obstacle", "obstacle": "obstacle", "helped": "helped", "two of us": "between_us"},
)
