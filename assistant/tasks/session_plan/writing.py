"""Composing the plan of a training session from its brief, its minutes and the skeleton."""

import re
from collections.abc import Iterator
from typing import Any

from assistant.language.text import sentence_case
from assistant.language.times import clock_in
from assistant.language.verbs import BASE_ACTS
from assistant.language.voice import lower_start, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.session_plan.brief import SessionBrief
from assistant.tasks.session_plan.timing import Block, groups, run_of_show
from prompts.loader import Skeleton, load_skeleton

_THEMES = (
    ("feedback", r"feedback|critic\w+|prais\w+|apprecia\w+"),
    ("conflict", r"conflict|difficult|hard (?:talk|conversation)|boundar\w+|say(?:ing)? no|confront\w*|disagree\w*"),
    ("first", r"first (?:message|contact|e-?mail|line)|approach\w*|writing to|outreach|introduc\w+ themsel\w+"),
    ("goals", r"goals?|goal[- ]setting|development plans?|if-then"),
    ("questions", r"questions?|asking|ask\b|curio\w+|coach\w*"),
    ("listening", r"listen\w*|hear(?:ing)?\b|silence|advi[cs]e|advising|paraphras\w+|reflect\w*|empath\w+"),
)
_MOVES = {
    "listening": "say back what I heard before I answered",
    "questions": "ask a question that took up the last answer",
    "feedback": "name what I saw before I judged",
}
"""What each looks back on, by theme."""
_COUNT = "no one two three four five six seven eight nine ten eleven twelve".split()
_PRESS = 5
"""A debrief of fewer minutes is told in fewer words."""


def theme_of(topic: str) -> str:
    """Which of the practised moves a topic is about; "general" when none."""
    return next((name for name, words in _THEMES if re.search(rf"\b(?:{words})", topic, re.IGNORECASE)), "general")


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; the plan as Markdown. Without a length it says that the blocks are still missing."""
    assert isinstance(brief, SessionBrief)
    skeleton, facts = load_skeleton("session_plan"), _facts(brief)
    theme = theme_of(brief.topic)
    without = {*style.without, *(("notes", "watch", "after") if style.length < 0 else ())}

    def say(part: str) -> str:
        return "" if part in without else skeleton.say(part, facts, [theme])

    aims = [say(part) for part in ("aim_move", "aim_tell", "aim_write")]
    notes = [say(part) for part in ("note_play", "note_advice", "note_upset", "note_late", "note_safe")]
    blocks = [
        say("title"),
        say("occasion"),
        f"{say('aims')}\n\n{_listed(aims)}",
        *_show(brief, skeleton, facts, theme),
        say("groups"),
        say("scene"),
        say("watch"),
        "" if "notes" in without else f"{say('notes')}\n\n{_listed(notes)}",
        "\n\n".join(style.added),
        say("materials"),
        say("access"),
        say("after"),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _listed(lines: list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def _show(brief: SessionBrief, skeleton: Skeleton, facts: dict[str, Any], theme: str) -> Iterator[str]:
    if not brief.minutes:
        yield f"{skeleton.say('show', facts)}\n\n{skeleton.say('missing_show', facts)}"
        return
    days = brief.days or 1
    plan = run_of_show(brief.minutes, days=days, fours=bool(brief.people and groups(brief.people)[1]))
    for n, blocks in enumerate(plan, 1):
        heading = skeleton.say("show_day" if days > 1 else "show", {**facts, "round": n})
        yield f"{heading}\n\n" + "\n".join(_lines(blocks, brief, skeleton, facts, theme))


def _lines(
    blocks: list[Block], brief: SessionBrief, skeleton: Skeleton, facts: dict[str, Any], theme: str
) -> Iterator[str]:
    at = clock_in(brief.when) or 0
    for block in blocks:
        tags = [theme, *_level(block.sitting, bool(brief.hard))]
        tags += ["last"] if block.round == block.rounds else []
        tags += ["short"] if block.minutes < _PRESS else []
        part = "practice_next" if block.round > 1 and block.part == "practice" else block.part
        part = "demo_harder" if part == "demo" and block.sitting > 1 else part
        said = skeleton.say(part, {**facts, "round": block.round, "rounds": block.rounds}, tags)
        clock = f"{at // 60}:{at % 60:02d}"
        yield f"- {clock} {said} ({block.minutes} min)"
        at += block.minutes


def _level(sitting: int, hard: bool) -> list[str]:
    """The first sitting trains the move, the next a harder version, then the hard moment, then own cases."""
    if sitting == 1:
        return []
    if sitting == 2:
        return ["harder"]
    return ["harder", "hardest", *(["later"] if sitting > 3 or not hard else [])]


def length_of(brief: SessionBrief) -> str:
    """The length as people say it: "90 minutes", "2 hours", "2 days of 6 hours"."""
    if not brief.minutes:
        return ""
    hours, rest = divmod(brief.minutes, 60)
    said = f"{brief.minutes} minutes" if hours < 2 and (rest or not hours) else ""
    said = said or f"{hours}{f':{rest:02d}' if rest else ''} hour{'s' if hours > 1 or rest else ''}"
    return f"{brief.days} days of {said}" if (brief.days or 1) > 1 else said


def _facts(brief: SessionBrief) -> dict[str, Any]:
    threes, fours, pairs = groups(brief.people) if brief.people else (0, 0, 0)
    who = with_capitals(brief.who)
    crowd = f"{brief.people} {who or 'people'}" if brief.people else who
    topic = with_capitals(brief.topic)
    does = topic.partition(" ")[0].lower() in BASE_ACTS
    return {
        "title": sentence_case(topic),
        "topic_do": lower_start(topic) if does else "",
        "topic": "" if does else lower_start(topic),
        "topic_slot": "" if topic else brief.asks["topic"].slot,
        "length": length_of(brief),
        "occasion": ", ".join(part for part in (crowd, with_capitals(brief.when), brief.place) if part),
        "move": _MOVES.get(theme_of(topic), ""),
        "hard": sentence_case(with_capitals(brief.hard)),
        "hard_slot": "" if brief.hard else brief.asks["hard"].slot,
        "needs": sentence_case(with_capitals(brief.needs)),
        "needs_slot": "" if brief.needs else brief.asks["needs"].slot,
        "threes": _groups(threes),
        "fours": _groups(fours),
        "pairs": "one" if pairs else "",
    }


def _groups(count: int) -> str:
    """How many groups, as one says it at the start of a sentence."""
    return f"{_COUNT[count] if count < len(_COUNT) else count} group{'s' if count > 1 else ''}" if count else ""
