"""What must be known for an observer's sheet, and how it is asked for."""

from typing import ClassVar

from pydantic import Field

from assistant.model import Ask, Brief


class ObserverBrief(Brief):
    """What a sheet needs: what is practised, for how long, and what else the trainer wants watched."""

    topic: str = Field("", title="What is practised")
    minutes: int | None = Field(None, title="Minutes of a round", ge=2, le=60)
    watch: tuple[str, ...] = Field((), title="What else to watch, one each")

    asks: ClassVar[dict[str, Ask]] = {
        "topic": Ask(
            question="What do they practise?",
            why="It decides which words and acts the observer writes down.",
            example="listening without giving advice at once",
            order=1,
            slot="[what is practised]",
        ),
        "minutes": Ask(
            question="How long is a round?",
            why="The observer keeps the time, and has it on the sheet.",
            example="8 minutes",
            order=2,
            slot="[minutes]",
        ),
        "watch": Ask(
            question="Is there anything else that you want watched, in this room?",
            why="The sheet has four things already; a fifth of your own is plenty.",
            example="whether the mentor looks at the clock",
            order=3,
        ),
    }
