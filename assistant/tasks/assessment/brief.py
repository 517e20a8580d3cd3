"""What must be known for the questions before and after a mentor training, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class AssessmentBrief(Brief):
    """What the questions need: the training, its day, who answers, and the day on which they are asked again."""

    title: str = Field("", title="The training")
    when: str = Field("", title="Day of the training")
    again: str = Field("", title="When you ask again")
    who: str = Field("", title="Who answers")
    seen_by: str = Field("", title="Who sees the answers")
    view: Literal["mentors", "mentees"] | None = Field(None, title="Mentors about themselves, or mentees about them")

    asks: ClassVar[dict[str, Ask]] = {
        "when": Ask(
            question="On which day is the training?",
            why="The questions are asked at its end, about before and now.",
            example="12 May",
            order=1,
            slot="[day of the training]",
        ),
        "again": Ask(
            question="When will you ask again? Six to twelve weeks later is usual.",
            why="What people do some weeks later is what counts.",
            example="in the first week of July",
            order=2,
            slot="[date, six to twelve weeks later]",
        ),
        "seen_by": Ask(
            question="Who will see the answers?",
            why="People answer honestly when they know who reads.",
            example="only Keiko, as averages",
            order=3,
            slot="[name the one who reads them]",
        ),
        "who": Ask(
            question="Who answers?",
            why="With few people an answer tells who gave it.",
            example="20 nurses who mentor",
            order=4,
        ),
    }
