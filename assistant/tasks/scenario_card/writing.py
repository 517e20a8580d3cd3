"""Composing a role-play card from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.text import sentence_case
from assistant.language.voice import lower_start, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.scenario_card.brief import ScenarioBrief
from assistant.tasks.scenario_card.moments import moment_of
from prompts.loader import load_skeleton

_MENTEE = ("who", "wants", "keeps", "first_line", "opens", "closes")
_MENTOR = ("mentor", "knows", "task")
_SIGNS = ("sign_ask", "sign_back", "sign_step")
_DEBRIEF = ("debrief_turn", "debrief_mentee", "debrief_next")


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; the card as Markdown: the mentee's side, the mentor's, the observer's."""
    assert isinstance(brief, ScenarioBrief)
    skeleton, facts = load_skeleton("scenario_card"), _facts(brief)
    tags = [moment_of(brief.moment), brief.level or "middle"]

    without = {*style.without, *(("note", "level", "stop") if style.length < 0 else ())}

    def say(part: str) -> str:
        return "" if part in without else skeleton.say(part, facts, tags, style.opening)

    def listed(parts: tuple[str, ...]) -> str:
        return "\n".join(f"- {line}" for part in parts if (line := say(part)))

    blocks = [
        say("title"),
        say("note"),
        say("goal"),
        f"{say('mentee_card')}\n\n{listed(_MENTEE)}",
        f"{say('mentor_card')}\n\n{listed(_MENTOR)}",
        f"{say('observer_card')}\n\n{listed(_SIGNS)}",
        say("level"),
        f"{say('debrief')}\n\n{listed(_DEBRIEF)}",
        *style.added,
        say("stop"),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _facts(brief: ScenarioBrief) -> dict[str, Any]:
    moment, trade = with_capitals(brief.moment), with_capitals(brief.trade)
    return {
        "moment": sentence_case(moment),
        "moment_slot": "" if moment else brief.asks["moment"].slot,
        "trade": _place(lower_start(trade)),
        "minutes": brief.minutes,
    }


def _place(trade: str) -> str:
    """A trade as it stands after "working": "in a hospital ward", "among nurses", "as a welder"."""
    if not trade or re.match(r"(?:in|at|on|as|for|with|among)\b", trade):
        return trade
    if re.match(r"(?:a|an|the|our|my)\b", trade) or not trade.endswith("s"):
        return f"in {trade}"
    return f"among {trade}"
