"""What must be known to end a mentoring relationship well, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class ClosingBrief(Brief):
    """What a closing message needs: one gain, a short reason, what continues, and thanks for something exact."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    side: Literal["mentee", "mentor"] | None = Field(None, title="You are the")
    ends: str = Field("", title="When it ends")
    reason: str = Field("", title="Short reason, if you give one")
    gain: str = Field("", title="One thing that has changed")
    thanks_for: str = Field("", title="What you thank them for")
    continues: str = Field("", title="What continues")
    sender_name: str = Field("", title="Your name")
    channel: Literal["email", "linkedin_message", "chat"] | None = Field(None, title="Channel")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "gain": Ask(
            question="What has changed since you began, as somebody could see it?",
            why="“It was great” is forgotten by Friday; evidence is not.",
            example="in January I would not speak at handover, and last week I ran it",
            order=1,
            slot="[one thing that has changed, as somebody could see it]",
        ),
        "reason": Ask(
            question="Why do you end it? One short reason, or skip it.",
            why="A short true reason needs no fault on either side.",
            example="my work has moved to research",
            order=2,
        ),
        "continues": Ask(
            question="What continues: nothing regular, one coffee a year, a question now and then?",
            why="Said aloud, neither of you has to guess.",
            example="I would like to write to you once a year",
            order=3,
            slot="[what continues, or that it ends here]",
        ),
        "thanks_for": Ask(
            question="What one thing do you thank them for?",
            why="One exact thing is remembered.",
            example="asking what I would do if nobody could refuse me",
            order=4,
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Rosalind Achterberg",
            order=5,
            slot="[your name]",
        ),
    }
