"""What must be known to ask for feedback, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class AskFeedbackBrief(Brief):
    """What a request for advice needs: one point to look at, where they saw or will see it, and by when."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    point: str = Field("", title="The one point")
    occasion: str = Field("", title="Where they saw it, or will")
    own_view: str = Field("", title="What you think of it yourself")
    by: str = Field("", title="By when")
    sender_name: str = Field("", title="Your name")
    channel: Literal["email", "linkedin_message", "chat"] | None = Field(None, title="Channel")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "point": Ask(
            question="Which one skill or part shall they look at?",
            why="“Any feedback?” gets “it was good”; one named point gets something to work on.",
            example="how I close a sales call",
            order=1,
            slot="[one skill or part]",
        ),
        "occasion": Ask(
            question="Where did they see it, or where will they?",
            why="People recall one occasion and not a habit; asked before, they watch for it.",
            example="the call that you heard on Tuesday",
            order=2,
            slot="[where they saw it, or will]",
        ),
        "own_view": Ask(
            question="What do you think of it yourself? Skip it if you would rather not say.",
            why="Who begins with a weak spot of their own makes it safe to name another.",
            example="I think that I spoke too fast at the end",
            order=3,
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Oskar Lind",
            order=4,
            slot="[your name]",
        ),
    }
