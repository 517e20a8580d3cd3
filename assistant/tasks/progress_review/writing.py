"""Composing a review of goals from its brief and the skeleton."""

from datetime import date
from itertools import zip_longest
from typing import Any

from assistant.language.days import shown
from assistant.language.text import sentence_case
from assistant.language.voice import lower_start
from assistant.model import Brief, Style
from assistant.tasks.progress_review.brief import ProgressBrief
from prompts.loader import load_skeleton

_SLOTTED = ("evidence", "helped", "obstacle", "keep")


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, and the page: each goal with what happened, then what follows from it."""
    assert isinstance(brief, ProgressBrief)
    skeleton, facts = load_skeleton("progress_review"), _facts(brief)

    def say(part: str, **more: Any) -> str:
        return "" if part in style.without else skeleton.say(part, {**facts, **more})

    goals = brief.goals or (brief.asks["goals"].slot,)
    pairs = zip_longest(goals, brief.evidence[: len(goals)], fillvalue="")
    told = [
        f"{say('goal', number=n, goal=goal)}\n{say('evidence', evidence=sentence_case(evidence))}"
        for n, (goal, evidence) in enumerate(pairs, 1)
    ]
    decided = "\n".join(filter(None, (say(name) for name in ("keep", "change", "drop"))))
    rest = [say("helped"), say("obstacle"), decided, *style.added, say("between_us"), say("next")]
    return "", "\n\n".join(filter(None, [say("title"), *told, *rest]))


def on_day(brief: ProgressBrief) -> str:
    """The day of the talk, with its date where the words name one."""
    return shown(brief.when, date.today())  # noqa: DTZ011 - the person's own calendar


def _facts(brief: ProgressBrief) -> dict[str, Any]:
    return {
        "other": brief.other_name,
        "when": on_day(brief),
        **{name: lower_start(getattr(brief, name)) for name in ("helped", "obstacle", "keep", "change", "drop")},
        "between_us": sentence_case(brief.between_us),
        **{
            f"{name}_slot": "" if name != "evidence" and getattr(brief, name) else brief.asks[name].slot
            for name in _SLOTTED
        },
    }
