"""Introduction: two people put in touch once both have agreed."""

from typing import Any

from assistant.checks import grounding, introducing, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.introduction.brief import IntroductionBrief
from assistant.tasks.introduction.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    return {"channel": "email"}


def evidence(message: str, told: Told) -> float:
    """Two people, and one of them the writer's mentee."""
    mine = told("introduction")
    return 0.5 * ("mentee_name" in mine and "contact_name" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the drafts are the way they are, each with the passage behind it."""
    return (
        Choice(
            "Your contact is asked alone first, so that nobody is put on the spot.",
            "networks-and-introductions#double-opt-in",
            "both to say yes before anyone is copied in",
        ),
        Choice(
            "The note can be passed on unchanged.",
            "asking-for-a-warm-introduction#forwardable-note",
            "three to five lines pass on unchanged",
        ),
        Choice(
            "Your mentee writes next, and you step out.",
            "asking-for-a-warm-introduction#both-agree",
            "mentee answers first within a day moves out",
        ),
    )


task = Task(
    name="introduction",
    title="Introduce two people",
    roles=(Role.MENTOR,),
    brief=IntroductionBrief,
    cues=(
        (
            r"\b(?:introduc(?:e|ing) (?!myself|yourself|me\b)(?:\w+ ){1,4}?(?:to|and|with)\b|(?:an?|the"
            r"|warm) introduction (?:of|for|between|to)|put (?:\w+ ){1,4}?in (?:touch|contact)"
            r"|connect (?:\w+ ){1,4}?(?:with|to|and)\b|bring (?:them|the two) together|link (?:up )?two"
            r"|double opt-in|intro (?:between|for|of))\b",
            4.0,
        ),
        (
            r"\b(?:my (?:mentee|apprentice|student|trainee)|two (?:people|former students)"
            r"|(?:should|could|ought to|want them to) meet (?:my|our|an?|each other|with)\b)",
            0.6,
        ),
    ),
    checks=(*introducing.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "contact_name": "Ines Falcão",
        "mentee_name": "Rohan Mistry",
        "about": "he is in his second year as a shop manager and takes on his first team of ten",
        "why": "she has built two teams from nothing",
        "ask": "15 minutes by phone on her first month",
        "sender_name": "Noor Haddad",
        "pronoun": "he",
    },
    opening="I want to introduce my mentee Rohan Mistry to Ines Falcão, a friend of mine. He is in his second year as "
    "a shop manager and would like 15 minutes by phone.",
    order=47,
    changes=("warmer", "more formal"),
    parts={"greeting": "greeting", "note": "to_forward", "reason": "why"},
)
