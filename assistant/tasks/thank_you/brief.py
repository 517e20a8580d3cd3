"""What must be known for a thank-you, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class ThankYouBrief(Brief):
    """What a thank-you needs: the occasion, one thing that was said or given, and what came of it."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    occasion: str = Field("", title="What it was, and when")
    said: str = Field("", title="One thing they said or gave you")
    done: str = Field("", title="What you did or will do with it")
    sender_name: str = Field("", title="Your name")
    channel: Literal["email", "linkedin_message", "chat"] | None = Field(None, title="Channel")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "said": Ask(
            question="What is the one thing that they said, asked or gave you?",
            why="“Your advice was great” could go to anybody; one sentence of theirs cannot.",
            example="she asked what the night staff would lose if I changed the rota",
            order=1,
            slot="[one thing that they said, asked or gave you]",
        ),
        "done": Ask(
            question="What did you do with it, or what will you do, and when?",
            why="It shows that their time changed something.",
            example="I asked three of them yesterday and will redraft it by the 20th",
            order=2,
            slot="[what you did with it, or will do]",
        ),
        "occasion": Ask(
            question="What was the occasion, and when?",
            why="They see at once what you thank them for; within two days is best.",
            example="our call on Thursday",
            order=3,
            slot="[the occasion]",
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Leilani Akana",
            order=4,
            slot="[your name]",
        ),
    }
