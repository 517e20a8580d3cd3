"""Find a mentor: a worksheet that ends in five people to look for, and the one to write to first."""

from typing import Any

from assistant.checks import grounding, safety
from assistant.model import Brief, Choice, Style, Task
from assistant.tasks import reader
from assistant.tasks.find_mentor.brief import FindMentorBrief
from assistant.tasks.find_mentor.writing import compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    return {"reckoned": "five two one"}


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the worksheet is the way it is, each with the passage behind it."""
    return (
        Choice(
            "It begins with what you want to learn, and then asks who has done it.",
            "choosing-a-mentor#start-from-need",
            "what you need before who",
        ),
        Choice(
            "It looks near before it looks far.",
            "finding-a-mentor-inside-your-organisation#where-to-look",
            "another team inside the organisation",
        ),
        Choice(
            "It asks for several people, because one rarely serves for everything.",
            "several-mentors#why-several",
            "several mentors several needs",
        ),
    )


task = Task(
    name="find_mentor",
    title="Find a mentor",
    roles=(Role.MENTEE,),
    brief=FindMentorBrief,
    cues=(
        (
            r"\b(?:find|finding|look(?:ing)? for|search(?:ing)? for|need|want|get|choose|choosing|pick) (?:a|an|my"
            r"|some|the right|suitable|possible) (?:\w+ ){0,2}?mentors?\b"
            r"|\b(?:who(?:m)? (?:could|can|should|might|would) (?:i ask|be (?:a|my) (?:good )?mentor|mentor me"
            r"|help me)|don['’]?t know (?:anyone|anybody|who to ask|whom to ask))\b",
            4.0,
        ),
        (r"\b(?:nobody (?:to ask|i know)|no contacts?|where (?:do|can|could|should) i (?:look|find|meet))\b", 2.0),
    ),
    checks=(*grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    example={
        "learn": "how to move from the ward into teaching",
        "where": "St Mary's hospital",
        "before": "the nursing college in Cork",
        "people": ["Grace Mutua", "Dr Amsel"],
    },
    opening="I am looking for a mentor who could help me move from the ward into teaching. I work at St Mary's "
    "hospital and trained at the nursing college in Cork. I don't know whom to ask.",
    order=9,
    changes=("leave out the reading list", "shorter"),
    parts={"reading list": "read_first", "last line": "next"},
)
