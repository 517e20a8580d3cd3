"""What must be known to look for a mentor, and how it is asked for."""

from typing import ClassVar

from pydantic import Field

from assistant.model import Ask, Brief


class FindMentorBrief(Brief):
    """What a search needs: what is to be learned, where one stands, and people who come to mind already."""

    learn: str = Field("", title="What you want to learn")
    where: str = Field("", title="Where you work or study")
    before: str = Field("", title="Schools, trainings, places before")
    people: tuple[str, ...] = Field((), title="People who come to mind")

    asks: ClassVar[dict[str, Ask]] = {
        "learn": Ask(
            question="What would you like to learn or decide with somebody's help?",
            why="You look for somebody who has done just that, not for the most famous name.",
            example="how to move from the ward into teaching",
            order=1,
            slot="[what you want to learn]",
        ),
        "people": Ask(
            question="Who comes to mind already, even if it seems too bold? Names, parted by commas.",
            why="Most people know two; the sheet asks where the others could be.",
            example="Grace Mutua, Dr Amsel",
            order=2,
        ),
        "where": Ask(
            question="Where do you work or study?",
            why="The nearest people are often a floor away.",
            example="St Mary's hospital",
            order=3,
            slot="[where you work or study]",
        ),
        "before": Ask(
            question="Which school, training or former job could you ask?",
            why="Former pupils answer more often than strangers.",
            example="the nursing college in Cork",
            order=4,
            slot="[your school, training or former job]",
        ),
    }
