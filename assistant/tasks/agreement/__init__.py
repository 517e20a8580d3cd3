"""Agreement: one page with a line for each of the two, and one for what they agree."""

from typing import Any

from assistant.checks import agreement as agreement_checks
from assistant.checks import grounding, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.agreement.brief import AgreementBrief
from assistant.tasks.agreement.writing import POINTS, compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    return {"meeting": "agreement", "reckoned": " ".join(map(str, range(1, len(POINTS) + 1)))}


def evidence(message: str, told: Told) -> float:
    """Several points at once; a single one is a wish for a meeting, a goal or a rule."""
    return 0.5 * max(0, sum(name in told("agreement") for name in POINTS) - 1)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the page is the way it is, each with the passage behind it."""
    return (
        Choice(
            "Each of you has a line of your own, because the useful part is where they differ.",
            "writing-a-mentoring-agreement#both-voices",
            "three columns where the columns differ",
        ),
        Choice(
            "Privacy comes with its limits, so that nobody has to break a promise.",
            "confidentiality-and-its-limits#what-to-promise",
            "promise discretion with stated limits never total secrecy",
        ),
        Choice(
            "It has an end and a way out without blame.",
            "writing-a-mentoring-agreement#what-to-include",
            "end date leaving without blame",
        ),
        Choice(
            "What is open stays open on the page, with a place to fill in.",
            "writing-a-mentoring-agreement#what-to-include",
            "point is open when you will settle it",
        ),
    )


task = Task(
    name="agreement",
    title="Write an agreement",
    roles=(Role.MENTEE, Role.MENTOR, Role.TRAINER),
    brief=AgreementBrief,
    cues=(
        (
            r"\b(?:mentoring|mentorship|written|our|a|an|the|partnership|learning)(?: \w+)? (?:agreement|contract"
            r"|compact"
            r"|charter|pact)\b|\bground rules\b",
            3.4,
        ),
        (
            r"\b(?:put|write|get|have|want) (?:it|this|that|what we (?:agreed|settled)|everything"
            r"|our \w+) (?:all )?(?:down"
            r"|in writing|on paper|on (?:a|one) page)\b|\bon paper\b",
            2.4,
        ),
        (
            r"\b(?:confidential\w*|how often(?: we meet)?|stays? (?:between|private)|expectations|who does what"
            r"|no[- ]fault)\b",
            1.0,
        ),
    ),
    checks=(*agreement_checks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "mentee_name": "Tomasz",
        "mentor_name": "Leila",
        "voice": "mentee",
        "purpose": "to lead the Monday stand-up alone by Easter",
        "rhythm": "every second Tuesday for 45 minutes",
        "channel": "by email, with an answer within two working days",
        "agenda": "Tomasz sends two questions by Sunday",
        "end": "it ends in June",
        "success": "Leila no longer needs to step in",
    },
    opening="Help me write a mentoring agreement with my mentor Leila. I'd like to meet every second Tuesday for 45 "
    "minutes, answers to mails should come within two working days, and it ends in June.",
    order=24,
    changes=("leave out the recordings", "undo"),
    parts={
        "recording": "recording",
        "notes": "recording",
        "boundaries": "boundaries",
        "success": "success",
        "feedback": "feedback",
        "disagree": "conflict",
    },
)
