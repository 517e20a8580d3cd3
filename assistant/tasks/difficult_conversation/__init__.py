"""Difficult conversation: a page to prepare it, facts apart from the story, with a way to stop."""

from typing import Any

from assistant.checks import difficult, grounding, safety
from assistant.model import Brief, Choice, Style, Task
from assistant.tasks import reader
from assistant.tasks.difficult_conversation.brief import DifficultBrief
from assistant.tasks.difficult_conversation.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    return {"reckoned": "five two"}


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the page is the way it is, each with the passage behind it."""
    return (
        Choice(
            "Facts stand apart from the story, because you cannot argue anyone out of theirs.",
            "difficult-conversations#facts-and-story",
            "camera story facts left right",
        ),
        Choice(
            "It opens with a fact and a question, in under thirty seconds.",
            "difficult-conversations#opening-line",
            "topic facts wish to hear their side under thirty seconds",
        ),
        Choice(
            "Their likely reactions have an answer before you go in.",
            "difficult-conversations#their-reaction",
            "two likely answers and your reply to each",
        ),
        Choice(
            "It says when you stop, which keeps the next talk possible.",
            "difficult-conversations#when-to-stop",
            "stopping keeps the next talk possible",
        ),
    )


task = Task(
    name="difficult_conversation",
    title="Prepare a hard talk",
    roles=(Role.MENTOR, Role.MENTEE),
    brief=DifficultBrief,
    cues=(
        (
            r"\b(?:difficult|hard|tough|awkward|uncomfortable|dreaded|tricky|delicate) (?:talk|conversation|chat"
            r"|discussion|meeting|word)\b|\bclear the air\b"
            r"|\b(?:confront|stand up to|have it out with|raise (?:it|this) with)\b",
            4.0,
        ),
        (
            r"\b(?:conflict|argument|tension|row|fell out|falling out|fight|takes? (?:the )?credit|broke (?:her|his"
            r"|their|a) promise|behind my back|lets? me down"
            r"|let me down)\b",
            1.8,
        ),
        (r"\bi (?:dread|am dreading|'m dreading|keep putting (?:it )?off|am afraid of)\b", 1.4),
    ),
    checks=(*difficult.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    example={
        "other_name": "Marta",
        "purpose": "to agree how often we can really meet",
        "facts": ["three of our last four meetings were moved on the day"],
        "story": "I am not worth her time",
        "own_part": "I said that it was no problem each time",
        "feeling": "disappointed",
        "ask": "one fixed hour a month",
        "pronoun": "she",
    },
    opening="I have to have a difficult conversation with my mentor Marta. She moved three of our last four meetings "
    "on the day. I never said anything. How do I prepare?",
    order=46,
    changes=("leave out the story", "leave out the reactions"),
    parts={"story": "story", "own part": "own_part", "reactions": "if_they", "last line": "after"},
)
