"""Questions: what a mentor takes into one meeting, tied to the mentee's goal along GROW."""

import re
from typing import Any

from assistant.checks import grounding, questioning, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.questions.brief import QuestionsBrief
from assistant.tasks.questions.writing import compose
from knowledge.model import Role

_ASKING = re.compile(
    r"\bquestions?\b|\bwhat (?:do|should|could|can) i ask\b|\b(?:ask|asking) (?:her|him|them)\b", re.IGNORECASE
)


def setting(brief: Brief) -> dict[str, Any]:
    return {}


def evidence(message: str, told: Told) -> float:
    """A mentee with a goal or a place where it is stuck, and a mentor who looks for questions."""
    mine, asking = told("questions"), bool(_ASKING.search(message))
    return 0.8 * asking * (("goal" in mine) + ("obstacle" in mine)) + 0.4 * asking * ("agreed" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the questions are the way they are, each with the passage behind it."""
    return (
        Choice(
            "They go from the goal to what will be done, which is a handrail and no form to fill in.",
            "grow-conversation#four-steps",
            "goal reality options will handrail",
        ),
        Choice(
            "Every one is open: it cannot be answered with yes, no or a number.",
            "open-questions#open-not-closed",
            "open question yes no number",
        ),
        Choice(
            "They are few, because the best next question comes from the last answer.",
            "open-questions#follow-up",
            "next question from their last answer not from your list",
        ),
    )


task = Task(
    name="questions",
    title="Prepare questions",
    roles=(Role.MENTOR,),
    brief=QuestionsBrief,
    cues=(
        (
            r"\b(?:questions? (?:i (?:can|could|should|might)|(?:can|could|should|do) i|to ask|for (?:my|the|our|a"
            r"|him|her|them|[A-Z])"
            r"|that (?:help|make|get|open)|which|along)|(?:good|open|better"
            r"|right|some|few|three|five|powerful|useful) questions?|what (?:do|should|could|can|might) i ask (?:her"
            r"|him|them|my|[A-Z])|ask (?:her|him|them) (?:instead"
            r"|without|so that))\b",
            3.2,
        ),
        (
            r"\b(?:without (?:telling|giving|pushing|steering|handing|just)[^.!?]{0,30}(?:answer|advice|what to do"
            r"|solution|direction)|instead of (?:giving advice|telling"
            r"|solving|answering)|find (?:her|his|their) own|think (?:it )?(?:through|for)|grow model|\bGROW\b"
            r"|draw (?:her|him|them|it) out|get (?:her|him|them) (?:to talk"
            r"|talking|to think|thinking))\b",
            2.2,
        ),
        (r"\b(?:my mentee|my apprentice|my trainee|my student|mentoring)\b", 0.6),
    ),
    checks=(*questioning.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "mentee_name": "Tomasz",
        "goal": "lead the Monday stand-up alone",
        "obstacle": "he loses his nerve when the manager sits in",
        "agreed": "ask two colleagues how they prepare",
        "pronoun": "he",
    },
    opening="Which questions could I ask my mentee Tomasz? He wants to lead the Monday stand-up alone, but he loses "
    "his nerve when the manager sits in.",
    order=45,
    changes=("shorter", "leave out the options"),
    parts={"options": "step_options", "goal": "step_goal", "reality": "step_reality", "last line": "hold"},
)
