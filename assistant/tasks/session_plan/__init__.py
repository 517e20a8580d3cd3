"""Session plan: a room of people, what they practise minute by minute, and what the trainer needs for it."""

from typing import Any

from assistant.checks import grounding, safety, training
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.session_plan.brief import SessionBrief
from assistant.tasks.session_plan.timing import groups
from assistant.tasks.session_plan.writing import compose
from knowledge.model import Role

_SHORT_DOSE = 480
"""Minutes of the curriculum that was tested in a randomised trial (Pfund and others 2014)."""


def setting(brief: Brief) -> dict[str, Any]:
    """The length, and the figures that the plan reckons from it."""
    assert isinstance(brief, SessionBrief)
    days = brief.days or 1
    counted = [*(groups(brief.people) if brief.people else ()), 1, 2, 3, 4, (brief.minutes or 0) // 60]
    return {
        "meeting": "training",
        "minutes": brief.minutes * days if brief.minutes else None,
        "reckoned": " ".join(str(n) for n in counted),
    }


def evidence(message: str, told: Told) -> float:
    """A room with a number of people, a length, and something they shall do better."""
    mine = told("session_plan")
    return 0.8 * ("people" in mine) + 0.4 * ("people" in mine and "minutes" in mine) + 0.4 * ("topic" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the plan is the way it is, each with the passage behind it."""
    assert isinstance(brief, SessionBrief)
    listed = [
        Choice(
            "A debrief follows each practice, because practice alone can teach the wrong thing.",
            "observing-and-debriefing#after-every-practice",
            "debrief every round half as long",
        ),
        Choice(
            "More than half of the minutes are theirs, not yours.",
            "running-a-mentor-training-session#active-half",
            "count the minutes rehearse observe debrief",
        ),
        Choice(
            "They work in threes, so that everybody observes once.",
            "role-cards-and-role-play#rotation",
            "threes mentor mentee observer",
        ),
        Choice(
            "The objectives are things that an observer could tick.",
            "running-a-mentor-training-session#objectives",
            "objectives an observer could tick",
        ),
    ]
    if brief.minutes and brief.minutes * (brief.days or 1) < _SHORT_DOSE:
        listed.append(
            Choice(
                "It is an introduction: the course that was tested in a trial took longer.",
                "running-a-mentor-training-session#objectives",
                "two hours introduction curriculum randomised trial eight",
            )
        )
    return tuple(listed)


task = Task(
    name="session_plan",
    title="Plan a training",
    roles=(Role.TRAINER,),
    brief=SessionBrief,
    cues=(
        (
            r"\b(?:at|by) the end,? (?:they|everyone|everybody|people|the group)(?: all)? (?:should|can|must|shall)\b",
            1.2,
        ),
        (
            r"\b(?:workshop|training (?:session|day|course|module|for|on|plan)|(?:mentor|mentee|listening|feedback"
            r"|questioning)"
            r" (?:training|course|skills session)|train[- ]the[- ]trainer|session plan|run[- ]of[- ]show|seminar)\b",
            3.0,
        ),
        (
            r"\b(?:train|teach|coach) (?:a |the |my |our |some |new |these |this )*(?:\d+|room|group|team|dozen"
            r"|mentors|mentees"
            r"|volunteers|supervisors|managers|seniors|buddies|staff|people)\b",
            2.4,
        ),
        (
            r"\b(?:a room (?:of|full)|room with|(?:\d+|ten|twelve|fifteen|twenty|thirty"
            r"|dozen)(?: \w+){0,3} (?:people|mentors|mentees"
            r"|volunteers|participants|trainees|supervisors|managers|staff|of them))\b",
            1.4,
        ),
        (
            r"\b(?:(?:half|whole|full) (?:a )?day|half-day|one-day|two-day|(?:two|three|four|2|3|4)[- ]hours?"
            r"|morning with|afternoon with"
            r"|i(?:['’]m| am) (?:running|facilitating|training|teaching|leading|giving)|facilitat\w+|trainer)\b",
            1.0,
        ),
        (r"\b(?:they|people|everyone|the room) (?:must|need to|should|have to) (?:learn|leave|go home)\b", 1.4),
        (r"\b(?:role[- ]?play|exercises?|practi[sc]e (?:listening|asking|it|in)|participants|objectives)\b", 1.0),
    ),
    checks=(*training.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "topic": "listening without giving advice at once",
        "minutes": 120,
        "people": 13,
        "who": "new mentors from the hospital",
        "hard": "the mentee answers “fine” and goes silent",
        "when": "Thursday 3 December at 13:00",
        "place": "Room 4",
        "needs": "one person lip-reads",
    },
    opening="I have a room of 14 new mentors for two hours on Thursday and they should leave listening better. They "
    "always jump in with advice. Plan the training session.",
    order=28,
    changes=("leave out the notes", "leave out the groups"),
    parts={
        "notes": "notes",
        "groups": "groups",
        "scene": "scene",
        "materials": "materials",
        "observer": "watch",
        "questions at the end": "after",
    },
)
