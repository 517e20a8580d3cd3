"""What must be known to prepare questions for a meeting, and how it is asked for."""

from typing import ClassVar

from pydantic import Field

from assistant.model import Ask, Brief


class QuestionsBrief(Brief):
    """What questions are tied to: what the mentee wants to reach, where it is stuck, what was agreed last time."""

    mentee_name: str = Field("", title="Mentee")
    goal: str = Field("", title="What they want to reach")
    obstacle: str = Field("", title="Where it is stuck")
    agreed: str = Field("", title="What they meant to do since last time")
    pronoun: str = Field("", title="Their pronoun, as you used it", pattern=r"^(?:she|he|they)?$")

    asks: ClassVar[dict[str, Ask]] = {
        "goal": Ask(
            question="What does your mentee want to reach?",
            why="Questions that belong to a goal lead somewhere; a list from a book does not.",
            example="lead the Monday stand-up alone",
            order=1,
            slot="[what they want to reach]",
        ),
        "agreed": Ask(
            question="What did they mean to do since last time? Skip it for a first talk.",
            why="It is where the talk begins, before anything new.",
            example="ask two colleagues how they prepare",
            order=2,
        ),
        "obstacle": Ask(
            question="Where is it stuck, in their own words?",
            why="A word of theirs in a question shows that you heard it.",
            example="he loses his nerve when the manager sits in",
            order=3,
        ),
    }
