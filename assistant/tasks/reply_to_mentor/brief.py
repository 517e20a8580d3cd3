"""What must be known to answer a mentor's message, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class MentorReplyBrief(Brief):
    """What an answer to a mentor needs: what they wrote, the answer to it, and what follows."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    asked: str = Field("", title="What they wrote or asked")
    answer: Literal["yes", "no"] | None = Field(None, title="Can you, or do you want to?")
    slot: str = Field("", title="The time they named")
    instead: str = Field("", title="The time you propose instead")
    reply: str = Field("", title="Your answer, in your own words")
    reason: str = Field("", title="Short reason, if you give one")
    will_do: str = Field("", title="What you do next")
    sender_name: str = Field("", title="Your name")
    channel: Literal["email", "linkedin_message", "chat"] | None = Field(None, title="Channel")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "asked": Ask(
            question="What did they write or ask? One line.",
            why="The answer begins where their message stopped.",
            example="whether I can come on Tuesday at three",
            order=1,
        ),
        "reply": Ask(
            question="And what is your answer?",
            why="They look for it in the first line.",
            example="Yes, Tuesday at three suits me",
            order=2,
            slot="[your answer]",
        ),
        "instead": Ask(
            question="Which time could you offer instead?",
            why="A no with a time is half a yes.",
            example="Wednesday after four",
            order=3,
            slot="[a time you can offer]",
        ),
        "will_do": Ask(
            question="What will you do or bring next?",
            why="It shows that their time leads somewhere.",
            example="I'll send you my two questions by Sunday",
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
