"""What must be known for a training session, and how it is asked for."""

from typing import ClassVar

from pydantic import Field

from assistant.model import Ask, Brief


class SessionBrief(Brief):
    """What a plan for a room needs: what people shall do better, how long, how many, and the moment they find hard."""

    topic: str = Field("", title="What they shall do better")
    minutes: int | None = Field(None, title="Minutes (of a day)", ge=30, le=480)
    days: int | None = Field(None, title="Days", ge=1, le=2)
    people: int | None = Field(None, title="How many people", ge=2, le=60)
    who: str = Field("", title="Who they are")
    hard: str = Field("", title="The moment they find hard")
    when: str = Field("", title="When")
    place: str = Field("", title="Where")
    needs: str = Field("", title="What somebody in the room needs")

    asks: ClassVar[dict[str, Ask]] = {
        "topic": Ask(
            question="What shall people do better when they leave?",
            why="It decides what they practise; a session without it becomes a lecture.",
            example="listening without giving advice at once",
            order=1,
            slot="[what people shall do better]",
        ),
        "minutes": Ask(
            question="How long do you have?",
            why="The blocks must add up, with a debrief after each practice.",
            example="90 minutes",
            order=2,
            slot="[length]",
        ),
        "people": Ask(
            question="How many people come?",
            why="They practise in threes; the number tells who observes.",
            example="12",
            order=3,
            slot="[how many]",
        ),
        "hard": Ask(
            question="Which moment with a mentee or mentor do they find hardest? Ask a few of them ahead.",
            why="The practice is built on it; an invented worry trains nobody.",
            example="the mentee answers “fine” and goes silent",
            order=4,
            slot="[the moment that they find hard]",
        ),
        "needs": Ask(
            question="Does somebody in the room need something: steps, hearing, sight, language, breaks?",
            why="It is easy to arrange ahead and hard on the day.",
            example="one person lip-reads",
            order=5,
            slot="[ask ahead: steps, hearing, sight, language, breaks]",
        ),
        "when": Ask(
            question="When does it start?",
            why="The plan then shows clock times, and goes into a calendar.",
            example="Thursday 3 December at 13:00",
            order=6,
        ),
    }
