"""What must be known for a second message, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class FollowUpBrief(Brief):
    """What a message after an unanswered one needs: when that was, the request again, and something new."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    sent: str = Field("", title="When you wrote")
    times: int | None = Field(None, title="How often you have written", ge=1, le=20)
    goal: str = Field("", title="What it was about")
    ask: str = Field("", title="What you ask for")
    minutes: int | None = Field(None, title="Minutes", ge=1, le=480)
    news: str = Field("", title="What is new since then")
    sender_name: str = Field("", title="Your name")
    channel: Literal["email", "linkedin_message", "chat"] | None = Field(None, title="Channel")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "sent": Ask(
            question="When did you write to them?",
            why="It tells whether it is time: five to seven working days are usual, three the least.",
            example="two weeks ago, on the 10th",
            order=1,
            slot="[date]",
        ),
        "ask": Ask(
            question="What did you ask for, in one line?",
            why="They can answer at once, without looking for the first message.",
            example="20 minutes by phone about the placement",
            order=2,
            slot="[your request in one line]",
        ),
        "news": Ask(
            question="What is new since then? A fact, a date, or a smaller version of the request.",
            why="One new thing makes it more than a repeat. Skip it if there is nothing.",
            example="I have been offered a place for April",
            order=3,
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Amara Okonkwo",
            order=4,
            slot="[your name]",
        ),
    }
