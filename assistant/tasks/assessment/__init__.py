"""Assessment: questions before, now and later along six competencies, with scoring and what it cannot show."""

from typing import Any

from assistant.checks import grounding, safety, sheets
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.assessment.brief import AssessmentBrief
from assistant.tasks.assessment.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    """The numbers of the scale, and the spans that the statements name."""
    return {"meeting": "training", "reckoned": "1 5 two three four twice once"}


def evidence(message: str, told: Told) -> float:
    mine = told("assessment")
    return 0.5 * ("again" in mine) + 0.3 * ("who" in mine and "title" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the page is the way it is, each with the passage behind it."""
    return (
        Choice(
            "It asks for before twice over: at the end, looking back, people know better what they could not do.",
            "evaluating-a-programme#before-and-after",
            "look back at the end randomised trial larger",
        ),
        Choice(
            "Its six areas are those of a curriculum that was tested in a trial; the statements are our own.",
            "training-mentors-and-mentees#six-competencies",
            "six competencies of the trial's curriculum",
        ),
        Choice(
            "It asks for one episode, because behaviour counts for more than satisfaction.",
            "evaluating-a-programme#few-questions",
            "behaviour as well as satisfaction",
        ),
        Choice(
            "It says what it cannot show.",
            "evaluating-a-programme#what-it-proves",
            "claim what your design allows",
        ),
    )


task = Task(
    name="assessment",
    title="Before and after a training",
    roles=(Role.TRAINER,),
    brief=AssessmentBrief,
    cues=(
        (
            r"\b(?:questionnaires?|surveys?|assessments?|evaluation(?: forms?| sheets?)?|pre[- /](?:and )?post"
            r"|self[- ]?(?:rating|assessment|test)"
            r"|before[- ](?:and[- ])?after|feedback forms?|quiz|test items)\b",
            3.4,
        ),
        (
            r"\b(?:(?:did|does|do|whether|if) (?:it|the (?:training|workshop|course|day)|they"
            r"|our \w+)(?: \w+){0,3} (?:work\w*|learn\w*|help\w*"
            r"|change\w*|anything|stick\w*|stuck|any (?:good|use))|measure (?:the|whether|if|what|how)"
            r"|know(?: \w+){0,3} (?:worked|learned|learnt|changed|made a"
            r" difference)|effect of|impact of|made any difference)\b",
            2.2,
        ),
        (r"\b(?:training|workshop|course|programme|program)\b", 0.7),
    ),
    checks=(*sheets.ASSESSING, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "title": "mentor training",
        "when": "12 May",
        "again": "in the first week of July",
        "who": "20 nurses who mentor",
        "seen_by": "Keiko, as averages",
    },
    opening="I want to find out whether our mentor training on 12 May changes anything. Can you make a questionnaire "
    "for 20 nurses, before and after, and again eight weeks later?",
    order=31,
    changes=("leave out the scoring", "undo"),
    parts={"scoring": "scoring", "limits": "limits", "difference": "difference", "episode": "episode"},
)
