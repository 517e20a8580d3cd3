"""Composing the preparation of a difficult conversation from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.text import sentence_case
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.difficult_conversation.brief import DifficultBrief
from prompts.loader import load_skeleton

_LEAD = re.compile(r"^(?:i (?:want|would like)(?: us)? )?to (?=\w)", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; one page to take along, not to read out."""
    assert isinstance(brief, DifficultBrief)
    skeleton, facts = load_skeleton("difficult_conversation"), _facts(brief)

    without = {*style.without, *(("if_they", "after") if style.length < 0 else ())}

    def say(part: str) -> str:
        return "" if part in without else skeleton.say(part, facts, [], style.opening)

    def listed(heading: str, *parts: str) -> str:
        lines = [f"- {line}" for part in parts if (line := say(part))]
        return f"{say(heading)}\n\n" + "\n".join(lines) if heading not in without else ""

    seen = [f"- {sentence_case(fact)}" for fact in _told(brief)] or [f"- {facts['fact_slot']}"]
    blocks = [
        say("title"),
        say("purpose"),
        f"{say('seen')}\n\n" + "\n".join(seen),
        "\n\n".join(line for part in ("story", "own_part") if (line := say(part))),
        " ".join(line for part in ("open_topic", "open_fact", "open_feeling", "open_ask") if (line := say(part))),
        listed("then_ask", "ask_happened", "ask_matters"),
        listed("if_they", "if_silent", "if_angry", "if_agree"),
        say("wish"),
        say("stop"),
        *style.added,
        say("after"),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _told(brief: DifficultBrief) -> list[str]:
    return [with_capitals(fact).rstrip(".") for fact in brief.facts]


def _facts(brief: DifficultBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    purpose = _LEAD.sub("", with_capitals(brief.purpose))
    first = brief.facts[0].rstrip(".") if brief.facts else ""
    opening = to_you(
        name_to_you(with_capitals(first), brief.other_name) if brief.other_name else first, brief.pronoun or ""
    )
    return {
        "name": brief.other_name,
        "purpose": lower_start(purpose),
        "purpose_slot": "" if purpose else slots["purpose"],
        "fact": sentence_case(opening),
        "fact_slot": "" if first else slots["facts"],
        "story": sentence_case(with_capitals(brief.story)),
        "story_slot": "" if brief.story else slots["story"],
        "own_part": sentence_case(with_capitals(brief.own_part)),
        "own_slot": "" if brief.own_part else slots["own_part"],
        "feeling": brief.feeling,
        "wish": lower_start(with_capitals(brief.ask)),
        "wish_slot": "" if brief.ask else slots["ask"],
    }
