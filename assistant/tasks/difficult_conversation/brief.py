"""What must be known before a difficult conversation, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class DifficultBrief(Brief):
    """What a preparation needs: a purpose, facts apart from the story about them, one's own part, a wish."""

    other_name: str = Field("", title="With whom")
    purpose: str = Field("", title="What you want from it")
    facts: tuple[str, ...] = Field((), title="What a camera saw")
    story: str = Field("", title="What you tell yourself about it")
    own_part: str = Field("", title="Your own part")
    feeling: str = Field("", title="How you feel about it")
    ask: str = Field("", title="What you ask for")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "facts": Ask(
            question="What happened, as a camera would have seen it: when, what was said or done?",
            why="Facts can be talked about; a label can only be denied.",
            example="three of our last four meetings were moved on the day",
            order=1,
            slot="[what a camera saw, with the day]",
        ),
        "purpose": Ask(
            question="What do you want from the talk, in one sentence?",
            why="If the sentence says prove, punish or make them admit, wait.",
            example="to agree how often we can really meet",
            order=2,
            slot="[what you want the two of you to have settled]",
        ),
        "story": Ask(
            question="What do you tell yourself about it?",
            why="It may be wrong; on paper it stays a question.",
            example="I am not worth her time",
            order=3,
            slot="[what you tell yourself about it]",
        ),
        "own_part": Ask(
            question="What is your own part in it?",
            why="Said first, it makes theirs easier to say.",
            example="I said that it was no problem each time",
            order=4,
            slot="[your own part in it]",
        ),
        "ask": Ask(
            question="What will you ask for?",
            why="A wish that can be met ends the talk better than a complaint.",
            example="one fixed hour a month",
            order=5,
            slot="[what you ask for]",
        ),
    }
