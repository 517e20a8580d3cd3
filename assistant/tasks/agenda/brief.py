"""What must be known for an agenda, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief

Meeting = Literal["first", "recurring", "closing"]


class AgendaBrief(Brief):
    """What an agenda needs."""

    meeting: Meeting | None = Field(None, title="Which meeting")
    minutes: int | None = Field(None, title="Minutes", ge=15, le=90)
    mentee_name: str = Field("", title="Mentee")
    mentor_name: str = Field("", title="Mentor")
    when: str = Field("", title="When")
    place: str = Field("", title="Where")
    purpose: str = Field("", title="Purpose")
    topics: tuple[str, ...] = Field((), title="Topics")
    actions: tuple[str, ...] = Field((), title="Agreed last time")
    next_meeting: str = Field("", title="Next meeting")

    asks: ClassVar[dict[str, Ask]] = {
        "meeting": Ask(
            question="Is this a first meeting, one of a series, or the last one?",
            why="A first meeting needs ground rules, a later one begins with what was promised.",
            example="it is our first",
            order=1,
        ),
        "minutes": Ask(
            question="How long have you got?",
            why="The minutes of the items have to fit, with some left free.",
            example="45 minutes",
            order=2,
        ),
        "purpose": Ask(
            question="What should be different when you leave the room?",
            why="One purpose lets you drop what does not serve it.",
            example="I want us to decide whether I apply for the course",
            order=3,
            slot="[what you will have decided or learnt]",
        ),
        "topics": Ask(
            question="What must be talked about? Name one to three things.",
            why="At least half of the items should be the mentee's.",
            example="the presentation in May, and how to say no",
            order=4,
            slot="[the topic]",
        ),
        "actions": Ask(
            question="What was agreed last time?",
            why="Reviewing what was promised keeps promises alive.",
            example="call two suppliers and redo the CV",
            order=5,
        ),
        "when": Ask(
            question="When is it?",
            why="It goes into the calendar file.",
            example="Tuesday 24 November at 14:00",
            order=6,
        ),
    }
