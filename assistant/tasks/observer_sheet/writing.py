"""Composing an observer's sheet from what is practised and the skeleton."""

from typing import Any

from assistant.language.text import sentence_case
from assistant.model import Brief, Style
from assistant.tasks.observer_sheet.brief import ObserverBrief
from assistant.tasks.session_plan.writing import theme_of
from prompts.loader import load_skeleton

_LINE = "__________"


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, and the sheet."""
    assert isinstance(brief, ObserverBrief)
    skeleton = load_skeleton("observer_sheet")
    facts: dict[str, Any] = {
        "topic": brief.topic,
        "minutes": brief.minutes,
        "topic_slot": "" if brief.topic else brief.asks["topic"].slot,
        "minutes_slot": "" if brief.minutes else brief.asks["minutes"].slot,
    }
    theme = theme_of(brief.topic)

    def listed(heading: str, *parts: str, more: tuple[str, ...] = ()) -> str:
        if heading in style.without:
            return ""
        lines = [line for part in parts if (line := skeleton.say(part, facts, [theme]))]
        return "\n".join([skeleton.say(heading, facts), *(f"- {line}" for line in (*lines, *more))])

    own = tuple(f"{sentence_case(line)}: {_LINE}" for line in brief.watch)
    blocks = [
        skeleton.say("title", facts),
        skeleton.say("frame", facts),
        listed("write", "first", "second", "third", "fourth", more=own),
        listed("count", "open", "closed", "stacked") if style.length >= 0 else "",
        listed("after", "keep", "try"),
        *style.added,
        skeleton.say("say", facts),
    ]
    return "", "\n\n".join(filter(None, blocks))
