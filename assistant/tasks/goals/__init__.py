"""Goals: from a wish to a plan on one page, with a measure, a date, an if-then sentence and a review."""

from typing import Any

from assistant.checks import goals as goal_checks
from assistant.checks import grounding, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.goals.brief import GoalsBrief
from assistant.tasks.goals.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    return {}


def evidence(message: str, told: Told) -> float:
    """A wish with a measure, a date or a moment to act."""
    mine = told("goals")
    return 0.5 * sum(name in mine for name in ("measure", "plan", "when")) + 0.5 * ("goals" in mine and "by" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the plan is the way it is, each with the passage behind it."""
    assert isinstance(brief, GoalsBrief)
    listed = [
        Choice(
            "It says what you will do, because specific goals lead further than “do your best”.",
            "setting-goals#specific-beats-best",
            "specific goals do your best",
        ),
        Choice(
            "It ties a moment to an act, which has the best evidence of all that can be added to a goal.",
            "if-then-plans#what-it-is",
            "if then situation act",
        ),
        Choice(
            "It names the day on which you look at it again, because checking progress helps.",
            "smart-goals#does-it-work",
            "checking progress meta-analysis",
        ),
    ]
    if len(brief.goals) > 1:
        listed.append(
            Choice("One goal goes first and the others wait.", "smart-goals#smart-mistakes", "five tidy goals at once")
        )
    return tuple(listed)


task = Task(
    name="goals",
    title="Set goals",
    roles=(Role.MENTEE,),
    brief=GoalsBrief,
    cues=(
        (r"\b(?:my |a |some |smart |these |set(?:ting)? |development |learning |career )+goals?\b|\bgoals? for\b", 3.0),
        (
            r"\b(?:development|personal|learning|action|career|growth) (?:plan|road ?map)\b|\broad ?map\b|\b(?:plan"
            r"|objectives?|"
            r"milestones?) for (?:my|the|this|next) (?:year|term|months?|half|six months|career|development)\b",
            2.6,
        ),
        (
            r"\b(?:i(?:['’]d| would)? (?:want|like|hope|wish)|my aim is) to (?:be(?:come)? (?:able|better|more|good)"
            r"|get (?:better|good)"
            r"|learn (?:how )?to|stop|start|improve|lead|speak up|be promoted|grow|develop)\b",
            1.4,
        ),
        (
            r"\b(?:by|until|before|within|in the next) (?:the end of |the |next |this )*(?:year|summer|spring|autumn"
            r"|winter|easter"
            r"|christmas|\w+ months?|term|january|february|march|april|may|june|july|august|september|october"
            r"|november|december)\b",
            0.8,
        ),
        (r"\b(?:measure|milestones?|if-then|smart|achieve|progress|work towards|review (?:it|them))\b", 0.8),
    ),
    checks=(*goal_checks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    example={
        "goals": ["lead the Monday stand-up alone"],
        "why": "I need it for the team lead course in May",
        "measure": "four Mondays in a row, and Leila agrees that she need not step in",
        "by": "by Easter",
        "plan": "When the Friday report is sent, I will write my three points for Monday",
        "obstacle": "I lose my nerve when the manager sits in",
        "support": "Leila watches and tells me one thing each time",
        "when": "every second Friday",
        "name": "Tomasz",
    },
    opening="Help me set goals for my mentoring year. I want to lead the Monday stand-up alone by Easter, but I lose "
    "my nerve when the manager sits in.",
    order=20,
    changes=("shorter", "leave out the milestones"),
    parts={
        "milestones": "milestones",
        "reason": "why",
        "obstacle": "obstacle",
        "help": "support",
        "review": "review",
    },
)
