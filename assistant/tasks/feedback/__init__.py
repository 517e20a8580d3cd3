"""Feedback: words for somebody about what they did, with situation, behaviour and impact."""

import re
from typing import Any

from assistant.checks import fairness, feedback_parts, feedback_talk, grounding, safety
from assistant.language.people import CONTACTED
from assistant.model import Brief, Choice, Need, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.feedback.brief import FeedbackBrief
from assistant.tasks.feedback.writing import compose
from knowledge.model import Role

_KIND_NEEDS = {"appreciative": ("behaviour", "situation", "impact")}


def wanted(brief: Brief) -> tuple[str, ...]:
    """The fields worth asking for, given the kind: praise needs no next step."""
    assert isinstance(brief, FeedbackBrief)
    needs = _KIND_NEEDS.get(brief.kind or "critical", ("behaviour", "situation", "impact", "next_step", "support"))
    return (*needs, "strength") if brief.kind == "mixed" else needs


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, FeedbackBrief)
    return {"kind": brief.kind or ""}


def acted(message: str, told: Told) -> bool:
    """Whether somebody's act is told of, and not the wish to write to them."""
    return "behaviour" in told("feedback") and not (CONTACTED.search(message) and "goal" in told("outreach"))


def evidence(message: str, told: Told) -> float:
    """An act to speak of, and what should come next."""
    spoken = "feedback" in message.lower() or re.search(
        r"\b(?:say to|tell|talk to|speak (?:to|with)|thank|words)\b", message, re.IGNORECASE
    )
    act = acted(message, told)
    return 1.6 * act + 0.8 * ("next_step" in told("feedback")) - 1.0 * (not act and not spoken)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the draft is the way it is, each with the passage behind it."""
    assert isinstance(brief, FeedbackBrief)
    if brief.kind == "appreciative":
        return (
            Choice(
                "It names the occasion and the act, because “great job” cannot be repeated.",
                "appreciative-feedback#three-parts",
                "situation behaviour impact praise",
            ),
            Choice(
                "There is no “but” after the praise, because it deletes what stands before it.",
                "appreciative-feedback#no-sandwich",
                "but praise sandwich",
            ),
        )
    listed = [
        Choice(
            "It begins with when and where, so that you both speak of the same moment.",
            "sbi-feedback#situation",
            "when where situation",
        ),
        Choice("It says what was done, not what they are like.", "sbi-feedback#behaviour", "camera behaviour"),
    ]
    if "inquiry" not in style.without:
        listed.append(
            Choice("It asks how they saw it before it goes on.", "sbi-feedback#intent", "ask open question intent")
        )
    listed.append(
        Choice("It turns to the next time, which is easier to accept.", "feedforward#what-it-is", "future next time")
    )
    if brief.support or brief.belief:
        listed.append(
            Choice(
                "It sets the standard beside your help.",
                "critical-feedback-with-high-standards#three-parts",
                "standard belief help",
            )
        )
    return tuple(listed)


task = Task(
    name="feedback",
    title="Prepare feedback",
    roles=(Role.MENTOR, Role.TRAINER),
    brief=FeedbackBrief,
    cues=(
        (r"\bfeedback\b(?! (?:from|on my|about me))", 2.5),
        (
            r"\b(?:give|giving|prepare|preparing|word|wording|write|writing) (?:\w+ ){0,5}?feedback (?:to|for|about"
            r"|on (?!my|how i))|\bfeedback (?:to|for) (?:my|the|a|an|her|him|them|[A-Z])",
            12.0,
        ),
        (
            r"\b(?:tell|telling|say (?:something|it|this|that|thank|to|both)|talk (?:to|with)|speak (?:to|with)"
            r"|something nice|have a word"
            r"|serious word|raise it|bring (?:it|this) up|nice words|good words|words for|find words|praise"
            r"|thank) ?(?:her|him|them|[A-ZŁÉÖ][\w'’-]+|my|to)?\b",
            1.5,
        ),
        (
            r"\b(?:she|he|they)(?:['’]s|['’]d| has| had)? (?:just |also |never |\w+ly )?(?:cut|interrupted"
            r"|left|missed|forgot|sent|shouted|snapped|ignored|argued|read|told|rolled|turned up|came|asked"
            r"|rang|answered|agreed|walked|skipped|broke|talked|raised|explained|helped|handled|stayed"
            r"|unclipped|mispronounced|kept|put|took|wrote|gave|ran)\b",
            1.4,
        ),
        (
            r"\b(?:my (?:mentee|apprentice|trainee|student|intern|junior|report)|(?:a |the )?(?:young "
            r")?(?:trainee|apprentice|junior|resident|new starter))\b",
            1.0,
        ),
        (
            r"\b(?:next time|from now on|from what (?:she|he) did|i want (?:her|him|them) to|i(?:['’]d| "
            r"would) like (?:her|him|them) to|without crushing|soften|went wrong|the way (?:she|he) said)\b",
            1.6,
        ),
        (
            r"\b(?:yesterday|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|night|\w+day)|this morning)\b",
            0.6,
        ),
        (r"\b(?:sbi|situation[- ]behaviou?r[- ]impact|constructive criticism|critical|appreciative)\b", 1.5),
    ),
    checks=(*feedback_parts.CHECKS, *feedback_talk.CHECKS, *fairness.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    wanted=wanted,
    setting=setting,
    choices=choices,
    evidence=evidence,
    need=Need(
        "behaviour",
        "There is not enough to say yet: without an act that somebody saw, feedback is a verdict, and I do not write "
        "one. Collect three observations: one moment with its day and place; what was said or done in it, word for "
        "word; and what happened next.",
        "sbi-feedback#behaviour",
        "what a camera would record",
    ),
    to_one=True,
    about_one=True,
    example={
        "recipient_name": "Ioana",
        "kind": "critical",
        "situation": "yesterday on the ward round",
        "behaviour": "cut the patient's sister off twice",
        "impact": "the sister went quiet",
        "next_step": "let relatives finish and then ask one question back",
        "support": "come along on Thursday's round and watch",
        "belief": "I have seen you calm a whole family in March",
        "standard": "The standard here is that relatives are heard",
        "pronoun": "she",
    },
    opening="My mentee Ioana cut the patient's sister off twice yesterday on the ward round, and the sister "
    "went quiet. I need to tell her, and I don't want to crush her.",
    order=40,
    changes=("shorter", "warmer", "leave out the question"),
    parts={
        "question": "inquiry",
        "help": "support",
        "support": "support",
        "offer": "support",
        "standard": "standard",
        "next step": "next",
        "opening": "opening",
        "thanks": "thanks",
        "thank you": "thanks",
        "impact": "impact",
        "strength": "strength",
        "praise": "strength",
    },
)
