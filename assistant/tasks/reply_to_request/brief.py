"""What must be known to answer somebody's request, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class ReplyBrief(Brief):
    """What an answer to a request needs: the request, the answer, and unless it is a yes a reason or another way."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    request: str = Field("", title="What they asked for")
    answer: Literal["accept", "smaller", "decline"] | None = Field(None, title="Your answer")
    offer: str = Field("", title="What you can do")
    reason: str = Field("", title="Your reason, in brief")
    alternative: str = Field("", title="Another way or person")
    sender_name: str = Field("", title="Your name")
    channel: Literal["email", "linkedin_message", "chat"] | None = Field(None, title="Channel")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "answer": Ask(
            question="What is your answer: yes, a smaller yes, or no?",
            why="It belongs into the first two sentences; “maybe later” keeps them waiting.",
            example="a smaller yes",
            order=1,
            slot="[your answer: yes, this much, or no]",
        ),
        "offer": Ask(
            question="What exactly can you do, and when?",
            why="A named piece of help can be taken up; “happy to help” cannot.",
            example="one call of half an hour in the second week of March",
            order=2,
            slot="[what you can do, and when]",
        ),
        "reason": Ask(
            question="What is the reason, in half a sentence?",
            why="A short true reason shows that it is not about them.",
            example="I have two apprentices and no spare evenings",
            order=3,
            slot="[a short true reason]",
        ),
        "alternative": Ask(
            question="Is there another person, group or place that could help them? Only if it is real.",
            why="It turns a no into a next step.",
            example="the association runs a scheme with a spring intake",
            order=4,
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Ilse Brandt",
            order=5,
            slot="[your name]",
        ),
    }
