"""Observer's sheet: what to write down while others practise, as words and acts, and how to say it after."""

from typing import Any

from assistant.checks import grounding, safety, sheets
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.observer_sheet.brief import ObserverBrief
from assistant.tasks.observer_sheet.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    """What the sheet itself counts: lines to fill, and the two minutes after a round."""
    return {"meeting": "training", "reckoned": "one two first"}


def evidence(message: str, told: Told) -> float:
    mine = told("observer_sheet")
    return 0.5 * ("topic" in mine) + 0.4 * ("watch" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the sheet is the way it is, each with the passage behind it."""
    return (
        Choice(
            "It asks for words instead of opinions, and has no marks.",
            "observing-and-debriefing#observer-sheet",
            "words not opinions counts score",
        ),
        Choice(
            "The one who practised speaks first, then the partner, then the observer.",
            "observing-and-debriefing#debrief-order",
            "person who practised speaks first",
        ),
        Choice(
            "One thing to keep and one to try: a list of seven is forgotten.",
            "observing-and-debriefing#observer-words",
            "list of seven points common mistakes",
        ),
    )


task = Task(
    name="observer_sheet",
    title="Sheet for observers",
    roles=(Role.TRAINER,),
    brief=ObserverBrief,
    cues=(
        (
            r"\b(?:observ\w+|watch(?:er|ers|ing)|third (?:person|one|seat))(?:['’]s?)?(?: \w+){0,3} (?:sheets?"
            r"|forms?|grid|checklist|list|card"
            r"|page|paper|guide|protocol)\b|\b(?:sheets?|forms?|grid|checklist|list|card|page|paper|protocol"
            r"|something)(?: \w+){0,3} (?:for|to) (?:the"
            r" |an |our |my )?(?:observers?|watchers?|third|ones? who watch\w*|those who watch|people who watch"
            r"|observe|tick)\b",
            3.6,
        ),
        (
            r"\b(?:what (?:should|do|does|can|to) (?:the |they |an |people )?(?:observers?|watch\w*|look (?:for"
            r"|out)|note)|observers?)\b",
            2.0,
        ),
        (r"\b(?:role[- ]?play\w*|practice|practise|trios?|triads?|fishbowl|exercise|rounds?)\b", 0.8),
    ),
    checks=(*sheets.OBSERVING, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "topic": "listening without giving advice at once",
        "minutes": 8,
        "watch": ["whether the mentor looks at the clock"],
    },
    opening="I need a sheet for the observers in my workshop. They practise giving feedback in rounds of 8 minutes, "
    "and the third person has nothing to do.",
    order=30,
    changes=("shorter", "leave out the counting"),
    parts={"counting": "count", "strokes": "count"},
)
