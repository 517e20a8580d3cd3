"""Scenario card: a hard moment to play, with two sides that know different things and signs to tick."""

from typing import Any

from assistant.checks import grounding, safety, scenario
from assistant.model import Brief, Choice, Style, Task
from assistant.tasks import reader
from assistant.tasks.scenario_card.brief import ScenarioBrief
from assistant.tasks.scenario_card.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    """A card is for training: what happens in it is fiction, and no claim of the user's."""
    return {"meeting": "training", "reckoned": "one two three four"}


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the card is the way it is, each with the passage behind it."""
    return (
        Choice(
            "The two sides know different things; otherwise there is nothing to listen for.",
            "role-cards-and-role-play#two-sides",
            "two cards hold different facts nothing left to listen for",
        ),
        Choice(
            "One thing makes it harder at a time.",
            "role-cards-and-role-play#difficulty",
            "change one thing at a time",
        ),
        Choice(
            "The observer ticks what was said and done, and gives no marks.",
            "observing-and-debriefing#observer-sheet",
            "words not opinions boxes",
        ),
    )


task = Task(
    name="scenario_card",
    title="Make a role-play card",
    roles=(Role.TRAINER,),
    brief=ScenarioBrief,
    cues=(
        (
            r"\b(?:write|make|need|want|give me|invent|create|build|design)(?: me| us)? (?:a|an|one|two|three|some"
            r"|another|\d) "
            r"(?:\w+ )?(?:case|situation|scene|dialogue)s?\b",
            3.0,
        ),
        (
            r"\b(?:role[- ]?play(?:ing)?s?|role cards?|scenario(?: card)?s?|practice (?:case|card|scenario"
            r"|situation)s?|case (?:card|study|to practi[sc]e))\b",
            4.5,
        ),
        (
            r"\b(?:card|case|situation|dialogue|scene)s? (?:to|for|where|in which|about) (?:play|practi[sc]e|act"
            r"|rehearse|the|a|an|my|our)\b",
            1.6,
        ),
        (
            r"\b(?:act(?:ing)? out|play(?:ing)? (?:the|a) (?:mentee|mentor|part|role)|rehearse|observer sheet"
            r"|two sides)\b",
            1.4,
        ),
    ),
    checks=(*scenario.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    example={"moment": "the mentee answers “fine” and goes silent", "trade": "a hospital ward", "level": "middle"},
    opening="I need a role-play card for nurses in which the mentee answers “fine” and goes silent. Make it hard.",
    order=29,
    changes=("leave out the note", "leave out the debrief"),
    parts={"debrief": "debrief", "goal": "goal", "note": "note"},
)
