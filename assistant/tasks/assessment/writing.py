"""Composing the questions before and after a training from its brief and the skeleton."""

from typing import Any

from assistant.language.days import spelled
from assistant.language.voice import with_capitals
from assistant.model import Brief, Style
from assistant.tasks.assessment.brief import AssessmentBrief
from prompts.loader import load_skeleton

AREAS = {
    "communication": ("communication_1", "communication_2"),
    "expectations": ("expectations_1", "expectations_2"),
    "understanding": ("understanding_1", "understanding_2"),
    "independence": ("independence_1", "independence_2"),
    "difference": ("difference_1", "difference_2"),
    "growth": ("growth_1", "growth_2"),
}
"""The six competencies of the Mentoring Competency Assessment (Fleming and others 2013), each with two statements of
our own."""
_NUMBERS = "(before __, now __, later __)"


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, and the page."""
    assert isinstance(brief, AssessmentBrief)
    skeleton, facts = load_skeleton("assessment"), _facts(brief)
    tags = [brief.view or "mentors"]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags)

    areas = [
        "\n".join([say(area), *(f"- {say(statement)} {_NUMBERS}" for statement in statements)])
        for area, statements in AREAS.items()
        if area not in style.without
    ]
    blocks = [say("title"), say("frame"), say("dates"), *areas, say("episode"), *style.added]
    return "", "\n\n".join(filter(None, [*blocks, say("scoring"), say("limits"), say("privacy")]))


def _facts(brief: AssessmentBrief) -> dict[str, Any]:
    return {
        "title": with_capitals(brief.title),
        "who": brief.who,
        "when": spelled(brief.when.removeprefix("on ")),
        "when_slot": "" if brief.when else brief.asks["when"].slot,
        "again": spelled(brief.again),
        "again_slot": "" if brief.again else brief.asks["again"].slot,
        "seen_by": brief.seen_by,
        "seen_slot": "" if brief.seen_by else brief.asks["seen_by"].slot,
    }
