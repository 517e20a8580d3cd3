"""Composing a development plan from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import with_initials
from assistant.language.text import sentence_case
from assistant.language.voice import lower_start, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.goals.brief import GoalsBrief
from prompts.loader import load_skeleton

MOST_GOALS = 3
_LEAD = re.compile(r"^(?:to|be able to|i want to|i will|i(?:['’]d| would) like to) ", re.IGNORECASE)
_TIME = re.compile(r"^(?:by|until|before|within|in|at|on|after|every|each)\b", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; the plan as Markdown, one page."""
    assert isinstance(brief, GoalsBrief)
    skeleton, facts = load_skeleton("goals"), _facts(brief)

    def say(part: str, **more: str) -> str:
        return "" if part in style.without else skeleton.say(part, {**facts, **more})

    first, *others = [_goal(goal) for goal in brief.goals] or [str(facts["goal_slot"])]
    later, aside = others[: MOST_GOALS - 1], others[MOST_GOALS - 1 :]
    lines = [say(part) for part in ("measure", "by", "plan", "obstacle", "support", "review")]
    milestones = [say("milestone_half"), say("milestone_end")] if style.length > -1 else []
    blocks = [
        say("title"),
        say("why"),
        f"## 1. {first}",
        "\n".join(f"- {line}" for line in lines if line),
        *(f"## {n}. {goal}\n\n{say('later')}" for n, goal in enumerate(later, 2)),
        say("aside", others="; ".join(map(lower_start, aside))) if aside else "",
        f"{say('milestones')}\n\n" + "\n".join(f"{n}. {line}" for n, line in enumerate(filter(None, milestones), 1))
        if any(milestones)
        else "",
        "\n".join(style.added),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _goal(words: str) -> str:
    return sentence_case(with_capitals(_LEAD.sub("", words.strip().rstrip("."))))


def _facts(brief: GoalsBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    by, when = with_capitals(brief.by), with_capitals(brief.when)
    return {
        "name": with_initials(brief.name),
        "goal_slot": slots["goals"],
        "why": re.sub(r"^because ", "", brief.why, flags=re.IGNORECASE),
        "measure": lower_start(brief.measure),
        "measure_slot": slots["measure"],
        "by": by if _TIME.match(by) or not by else f"by {by}",
        "by_slot": slots["by"],
        "plan": sentence_case(brief.plan.rstrip(".")),
        "plan_slot": slots["plan"],
        "obstacle": lower_start(brief.obstacle),
        "obstacle_slot": slots["obstacle"],
        "support": lower_start(brief.support),
        "support_slot": slots["support"],
        "when": when if _TIME.match(when) or not when else f"on {when}",
        "when_slot": slots["when"],
    }
