"""Agenda: a plan for one mentoring meeting, with minutes that add up."""

from typing import Any

from assistant.checks import agenda as agenda_checks
from assistant.checks import grounding, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.agenda.brief import AgendaBrief
from assistant.tasks.agenda.writing import compose
from assistant.tasks.feedback import acted
from knowledge.model import Role


def wanted(brief: Brief) -> tuple[str, ...]:
    """The fields worth asking for: only a later meeting has actions to review."""
    assert isinstance(brief, AgendaBrief)
    if brief.meeting == "recurring":
        return ("meeting", "minutes", "topics", "actions", "when")
    return (
        ("meeting", "minutes", "purpose", "topics", "when")
        if brief.meeting != "first"
        else ("meeting", "minutes", "topics", "when")
    )


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, AgendaBrief)
    return {"meeting": brief.meeting or "recurring", "minutes": brief.minutes}


def evidence(message: str, told: Told) -> float:
    """A meeting with its time, its topics or what was promised at the last."""
    mine, act = told("agenda"), acted(message, told)
    return (
        1.0 * ("minutes" in mine and "when" in mine)
        + 0.6 * ("when" in mine and "meeting" in mine and not act)
        + 0.8 * (("mentee_name" in mine or "mentor_name" in mine) and "minutes" in mine)
        + 0.8 * ("meeting" in mine and not act)
        + 0.6 * ("topics" in mine)
        + 0.6 * ("actions" in mine)
    )


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the agenda is the way it is, each with the passage behind it."""
    assert isinstance(brief, AgendaBrief)
    meeting = setting(brief)["meeting"]
    listed = [
        Choice(
            "Some minutes are left free, for what comes up.",
            "time-boxing-a-meeting#minutes-and-slack",
            "minutes slack free",
        ),
        Choice(
            "Most items belong to the mentee, who sends it ahead.",
            "owning-the-agenda#who-drafts",
            "mentee drafts agenda",
        ),
    ]
    if meeting == "first":
        listed.insert(
            0,
            Choice(
                "Confidentiality stands there with its limits, before anything is promised.",
                "confidentiality-and-its-limits#what-to-promise",
                "promise limits",
            ),
        )
        listed.insert(
            0,
            Choice(
                "These are the topics that a first meeting needs.",
                "first-meeting#agenda",
                "agenda introductions goals expectations",
            ),
        )
    elif meeting == "recurring":
        listed.insert(
            0,
            Choice(
                "What was promised comes first, while both remember.",
                "recurring-agenda#actions-first",
                "actions first review",
            ),
        )
    else:
        listed.insert(
            0, Choice("It names what was gained before it says goodbye.", "last-meeting#name-gains", "name gains")
        )
    listed.append(
        Choice("It ends with who does what by when.", "ending-with-actions#owner-verb-date", "owner verb date")
    )
    return tuple(listed)


task = Task(
    name="agenda",
    title="Plan a meeting",
    roles=(Role.MENTEE, Role.MENTOR, Role.TRAINER),
    brief=AgendaBrief,
    cues=(
        (r"\bagenda\b", 3.0),
        (r"\b(?:catch[- ]?up|check[- ]?in|one-to-one|1:1|sit[- ]?down|kick-?off)\b", 1.2),
        (
            r"\b(?:plan|prepare|preparing|structure|lay out|set up|divide|cut up|organi[sz]e|fill|outline"
            r"|schedule)\b(?: [\w'’-]+){0,6}? (?:meeting|session|talk|time|slot|conversation|chat|hour|minutes|it"
            r"|one)\b|\bneed a plan\b|\bno plan\b|\bwithout a plan\b",
            2.0,
        ),
        (
            r"\b(?:first|1st|second|third|fourth|fifth|sixth|last|final|next|closing|kick-?off|monthly|weekly"
            r"|recurring|check-?in|catch[- ]?up|farewell) (?:half )?(?:mentoring |video |phone |zoom )?(?:meeting"
            r"|session|time|talk|sit[- ]?down|hour|call"
            r"|get-together|one-to-one|1:1|catch[- ]?up|conversation|one)\b",
            1.8,
        ),
        (
            r"\b(?:i(?:['’]m| am|['’]ve)? (?:meeting|seeing|meet|see)|we(?:['’]re| are)? (?:meet|meeting|sit "
            r"down|sitting down|on for)|meeting [A-Z]\w+|meet(?:ing)? (?:with )?my (?:new )?(?:mentee|mentor)"
            r"|we(?:['’]ve| have) (?:booked|got))\b",
            1.8,
        ),
        (
            r"\b(?:\d{2}|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|an|half an)[- ]?(?:min(?:ute)?s?|hour)\b",
            0.8,
        ),
        (
            r"\b(?:run out of (?:subjects|topics|things)|divide the time|topics (?:are|to)|things to (?:get "
            r"through|cover)|what (?:should|do) we (?:talk|cover|discuss)|how should i lay it out|to fill"
            r"|last time (?:she|he|they|we|i))\b",
            1.6,
        ),
        (
            r"\b(?:look like|what (?:do )?(?:u|you|people|we) do in (?:these|them|it)|in (?:what|which) order"
            r"|how long "
            r"for each|outline"
            r"|(?:that['’]?s|thats) it so far|what else\?|get to know each other|quick \d+ min|back to back)",
            1.4,
        ),
        (r"\b(?:my mentor|my mentee|mentor is|mentee is|new mentee|new mentor|mentor:|mentee:)\b", 0.7),
    ),
    checks=(*agenda_checks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    wanted=wanted,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "meeting": "first",
        "minutes": 60,
        "mentee_name": "Dan",
        "mentor_name": "Gaz Tilley",
        "when": "Tuesday 24 November at 14:00",
        "topics": ["the three-phase test"],
    },
    opening="Tomorrow I meet my new mentee Iker for the first time. We have 60 minutes and I don't want to "
    "lecture him. Can you plan it?",
    order=30,
    changes=("shorter", "add a topic: …", "leave out the questions"),
    parts={
        "questions": "questions",
        "owner": "owner",
        "confidentiality": "first_confidentiality",
        "logistics": "first_logistics",
        "introductions": "first_introductions",
        "wins": "recurring_wins",
        "actions": "actions",
        "expectations": "first_expectations",
    },
)
