"""Asking for feedback: advice on one point, from one occasion, answerable in two lines."""

import re
from typing import Any

from assistant.checks import asking_back, grounding, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.ask_feedback.brief import AskFeedbackBrief
from assistant.tasks.ask_feedback.writing import compose
from knowledge.model import Role

_FROM_THEM = re.compile(
    r"\b(?:ask(?:ing)?|get(?:ting)?|want|need|like|hear|request(?:ing)?|invite)\b(?! to (?:give|prepare|write"
    r"|say))[^.!?\n]{0,50}\b(?:feedback"
    r"|advice on|honest"
    r"|opinion|critique|what (?:she|he|they) (?:thinks?|thought))\b|\b(?:feedback|critique) (?:from|by) (?:my|the|a"
    r"|her|him|them|[A-Z])",
    re.IGNORECASE,
)


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, AskFeedbackBrief)
    return {"channel": brief.channel or "email"}


def evidence(message: str, told: Told) -> float:
    """Something of one's own that somebody saw or will see, and a wish to hear about it."""
    mine, wanted = told("ask_feedback"), bool(_FROM_THEM.search(message))
    return 1.0 * wanted + 0.6 * (wanted and "occasion" in mine) + 0.6 * (wanted and "point" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the message is the way it is, each with the passage behind it."""
    return (
        Choice(
            "It asks for advice, which brings more to work on than asking for feedback.",
            "asking-for-feedback#ask-for-advice",
            "advice feedback experiments",
        ),
        Choice(
            "It names one point and one occasion.",
            "asking-for-feedback#name-one-skill",
            "one thing occasion",
        ),
        Choice(
            "It asks early, because prepared eyes see more.",
            "asking-for-feedback#before-not-after",
            "beforehand watch",
        ),
    )


task = Task(
    name="ask_feedback",
    title="Ask for feedback",
    roles=(Role.MENTEE,),
    brief=AskFeedbackBrief,
    cues=(
        (
            r"\b(?:ask(?:ing)?|get(?:ting)?|request(?:ing)?|invite|want|need|would like|['’]d like|hoping for|after) "
            r"(?!to (?:give|prepare|write|say|tell)\b)"
            r"(?:(?:my|her|him|them|the|a|some|for|honest|real|useful|to (?:ask|get|hear)|dr|prof|mr|ms|mrs"
            r"|\w+) ){0,5}?(?:feedback"
            r"|critique)\b(?! to\b)",
            3.4,
        ),
        (
            r"\b(?:what (?:she|he|they) (?:really )?(?:thinks?|thought) (?:of|about) (?:my|how)|(?:advice|opinion"
            r"|critique|comments?) on"
            r" (?:my|how i)|how i (?:did|could (?:do|get) better|came across))\b",
            2.4,
        ),
        (
            r"\b(?:always|only|just) (?:says?|tells? me|answers?|writes?)(?: that)?(?: it(?:['’]s| is| was))? ?"
            r"[\"“'‘]?(?:fine|good|great|nice|ok)",
            1.8,
        ),
        (
            r"\bmy (?:[\w-]+ ){0,2}(?:handover|presentation|talk|lesson|draft|chapter|weld|pitch|demo|shift"
            r"|performance)\b",
            1.0,
        ),
    ),
    checks=(*asking_back.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Birgit Sommer",
        "point": "how I open the handover",
        "occasion": "the night shift on Tuesday",
        "own_view": "I think that I lost the staff after the second patient",
        "sender_name": "Oskar Lind",
        "pronoun": "she",
    },
    opening="I want to ask Birgit Sommer for feedback on how I open the handover. She was there on the night shift on "
    "Tuesday, and all she ever says is “fine”.",
    order=13,
    parts={"last line": "easy", "greeting": "greeting", "own view": "view"},
)
