"""Composing the questions for a meeting from a brief and the skeleton."""

import re
from typing import Any

from assistant.language.verbs import BASE_ACTS, with_you
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.questions.brief import QuestionsBrief
from prompts.loader import load_skeleton

_STEPS = (
    ("step_goal", ("goal_see", "goal_today")),
    ("step_reality", ("agreed", "now", "stuck")),
    ("step_options", ("could", "else", "friend")),
    ("step_will", ("first", "stop", "tell")),
)
"""The four steps of GROW (Whitmore 1992), and the questions of each."""
_MORE_BASE = frozenset(
    "be become get have lead speak pass find decide think learn know understand say choose do feel stop stay publish "
    "win open join move switch return earn grow improve manage organise".split()
)
_SAID = re.compile(r"^(?:[“\"]|(?:never|not|no|always|too|afraid|scared|stuck|unable|unsure)\b)", re.IGNORECASE)
_CLAUSE = re.compile(r"^(?:you|i|it|there|nobody|the \w+|your \w+)\b(?:['’]\w+)? \w+", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject; the questions under four headings, one a line."""
    assert isinstance(brief, QuestionsBrief)
    skeleton, facts = load_skeleton("questions"), _facts(brief)
    turn = sum(map(ord, brief.goal)) + style.opening

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, [], turn)

    blocks = [say("title")]
    for step, parts in _STEPS:
        lines = [line for part in (parts[:2] if style.length < 0 else parts) if (line := say(part))]
        if step not in style.without and lines:
            blocks.append(f"{say(step)}\n\n" + "\n".join(f"- {line}" for line in lines))
    blocks += [*style.added, say("hold")]
    return "", "\n\n".join(block for block in blocks if block)


def _facts(brief: QuestionsBrief) -> dict[str, Any]:
    goal, obstacle, agreed = (_to_mentee(brief, text) for text in (brief.goal, brief.obstacle, brief.agreed))
    goal, told = re.subn(r"^to (?=\w)", "", lower_start(goal))
    verbal = bool(told or goal.partition(" ")[0] in BASE_ACTS | _MORE_BASE)
    weighing = goal.startswith(("whether ", "between "))
    first, _, rest = obstacle.partition(" ")
    does = with_you(first.lower())
    if does != first.lower() and does in BASE_ACTS | _MORE_BASE:
        obstacle = f"you {does} {rest}"
    said = bool(_SAID.match(obstacle))
    return {
        "name": brief.mentee_name.split()[0] if brief.mentee_name else "",
        "goal_do": goal if verbal else "",
        "goal_whether": goal if weighing else "",
        "goal": "" if verbal or weighing else goal,
        "goal_slot": "" if goal else brief.asks["goal"].slot,
        "stuck_clause": lower_start(obstacle) if _CLAUSE.match(obstacle) else "",
        "stuck": "" if said or _CLAUSE.match(obstacle) else lower_start(obstacle),
        "stuck_said": lower_start(obstacle).strip('“”"') if said else "",
        "agreed": re.sub(r"^to (?=\w)", "", lower_start(agreed)),
    }


def _to_mentee(brief: QuestionsBrief, text: str) -> str:
    text = name_to_you(text, brief.mentee_name) if brief.mentee_name else text
    text = re.sub(r"\bmy (?:mentee|apprentice|student|trainee)\b", "you", text, flags=re.IGNORECASE)
    return with_capitals(to_you(text, brief.pronoun))
