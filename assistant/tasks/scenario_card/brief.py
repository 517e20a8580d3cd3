"""What must be known for a role-play card, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class ScenarioBrief(Brief):
    """What a card needs: the hard moment, the trade it is set in, and how hard it shall be."""

    moment: str = Field("", title="The hard moment")
    trade: str = Field("", title="Trade or place")
    level: Literal["easy", "middle", "hard"] | None = Field(None, title="How hard")
    minutes: int | None = Field(None, title="Minutes of a round", ge=3, le=30)

    asks: ClassVar[dict[str, Ask]] = {
        "moment": Ask(
            question="Which moment shall they practise?",
            why="Twelve frequent moments are ready; any other becomes a card with places to fill.",
            example="the mentee answers “fine” and goes silent",
            order=1,
            slot="[the hard moment]",
        ),
        "trade": Ask(
            question="In which trade or place is it set?",
            why="People play what they know.",
            example="a hospital ward",
            order=2,
        ),
        "level": Ask(
            question="How hard shall it be: easy, middle or hard?",
            why="Change one thing at a time; begin where it can succeed.",
            example="middle",
            order=3,
        ),
    }
