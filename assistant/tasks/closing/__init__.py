"""Closing: the end of a mentoring relationship, with what was gained and nobody at fault."""

import re
from typing import Any

from assistant.checks import closing as closing_checks
from assistant.checks import grounding, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.closing.brief import ClosingBrief
from assistant.tasks.closing.writing import compose
from knowledge.model import Role

_MEETING = re.compile(
    r"\b(?:agenda|plan (?:it|the|our|for)|last (?:meeting|session|one|hour|call)|final (?:meeting|session|one|hour"
    r"|call)|\d+ min\w*"
    r"|last time we|lay it out|divide)\b",
    re.IGNORECASE,
)


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, ClosingBrief)
    return {"channel": brief.channel or "email"}


def evidence(message: str, told: Told) -> float:
    """An end with a reason or a gain; a last meeting that is to be planned is an agenda."""
    mine = told("closing")
    return (
        0.4 * ("gain" in mine)
        + 0.4 * ("reason" in mine)
        + 0.4 * ("continues" in mine)
        - 2.5 * bool(_MEETING.search(message))
    )


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the message is the way it is, each with the passage behind it."""
    return (
        Choice(
            "It says the end plainly at the start, with one short reason at most.",
            "ending-early#what-to-say",
            "plainly first two sentences reason gain thanks",
        ),
        Choice(
            "It names a gain that somebody could see.",
            "last-meeting#name-gains",
            "gains somebody could see evidence",
        ),
        Choice(
            "It says what continues, so that neither has to guess.",
            "last-meeting#what-continues",
            "say it aloud guess",
        ),
    )


task = Task(
    name="closing",
    title="End it well",
    roles=(Role.MENTEE, Role.MENTOR),
    brief=ClosingBrief,
    cues=(
        (
            r"\b(?:end(?:ing)?|close|closing|finish(?:ing)?|stop(?:ping)?|quit(?:ting)?|leave|leaving"
            r"|break(?:ing)? off|get out of|step(?:ping)? (?:back|down|out)"
            r" (?:from|of)|wrap(?:ping)? up|dissolve|terminate|cancel) (?:(?:the|my|our|this|being|with|having|it"
            r"|her|his|a) ){0,3}"
            r"(?:(?:formal|official|whole) )?(?:mentoring|mentorship|mentor\b|mentee\b|relationship|pairing|match"
            r"|programme with)",
            3.4,
        ),
        (
            r"\b(?:mentoring|mentorship|pairing|(?:our|the) (?:year|time|programme|program|scheme|meetings)"
            r"|match) (?:\w+ ){0,2}?(?:ends?|ending|is over|comes? to an end|finish(?:es|ed)?"
            r"|has run its course|is (?:ending|done|finished|coming to an end)|stops?)\b",
            3.0,
        ),
        (
            r"\b(?:say goodbye|farewell (?:message|note|e-?mail|letter|words)|goodbye (?:message|note|e-?mail"
            r"|letter)|(?:don['’]?t|do not|no longer) want (?:to (?:go on"
            r"|continue|carry on|meet|have)|(?:her|him|a|this)\b)|outgrown|part ways|stop (?:meeting|seeing)"
            r"|not (?:to )?(?:continue|carry on|go on)"
            r"|without (?:burning|hurting|blam))\b",
            2.4,
        ),
    ),
    checks=(*closing_checks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Marek Novak",
        "side": "mentee",
        "ends": "at the end of this month",
        "reason": "my work has moved to research",
        "gain": "in January I would not speak at handover, and last week I ran it",
        "continues": "I would like to write to you once a year and tell you how it goes",
        "thanks_for": "asking what I would do if nobody could refuse me",
        "sender_name": "Rosalind",
        "pronoun": "he",
    },
    opening="I want to end the mentoring with Marek Novak at the end of this month because my work has moved to "
    "research. I don't want to hurt him. In January I would not speak at handover, and last week I ran it.",
    order=48,
    changes=("shorter", "warmer", "leave out the reason"),
    parts={"reason": "reason", "greeting": "greeting", "thanks": "thanks", "what continues": "continues"},
)
