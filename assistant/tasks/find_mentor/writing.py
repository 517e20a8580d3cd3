"""Composing the worksheet of a search for a mentor from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.verbs import BASE_ACTS
from assistant.language.voice import lower_start, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.find_mentor.brief import FindMentorBrief
from prompts.loader import load_skeleton

_TO = re.compile(r"^(?:how )?to (?=\w)")
_PLACES = ("inside", "former", "association", "event", "online")
"""Where the five could be, the nearest first."""


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; one page: whom to look for and where, what to read before, and the one to write to first."""
    assert isinstance(brief, FindMentorBrief)
    skeleton = load_skeleton("find_mentor")
    facts = _facts(brief)

    without = {*style.without, *(("read_work", "read_path", "next") if style.length < 0 else ())}

    def say(part: str, **more: str) -> str:
        return "" if part in without else skeleton.say(part, {**facts, **more}, [], style.opening)

    named = [say("named", name=name) for name in brief.people[: len(_PLACES)]]
    five = [line for line in (*named, *map(say, _PLACES[: len(_PLACES) - len(named)])) if line]
    blocks = [
        say("title"),
        say("look_for"),
        f"{say('five')}\n\n" + "\n".join(f"{n}. {line}" for n, line in enumerate(five, 1)),
        f"{say('read_first')}\n\n"
        + "\n".join(f"- {line}" for part in ("read_work", "read_path", "read_link") if (line := say(part))),
        say("first"),
        *style.added,
        say("next"),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _facts(brief: FindMentorBrief) -> dict[str, Any]:
    learn = _TO.sub("", lower_start(with_capitals(brief.learn)))
    told = bool(_TO.match(lower_start(brief.learn)))
    does = (
        told
        or learn.partition(" ")[0] in BASE_ACTS
        or learn.partition(" ")[0]
        in (
            "become",
            "move",
            "get",
            "be",
            "switch",
            "open",
            "start",
        )
    )
    return {
        "learn_do": learn if does else "",
        "learn": "" if does else learn,
        "learn_slot": "" if learn else brief.asks["learn"].slot,
        "where": brief.where or brief.asks["where"].slot,
        "before": brief.before or brief.asks["before"].slot,
        "name": "",
    }
