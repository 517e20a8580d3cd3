"""What must be known to introduce two people, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class IntroductionBrief(Brief):
    """What an introduction needs: both people, one true thing about the mentee, the small request, an easy no."""

    contact_name: str = Field("", title="Your contact")
    contact_title: str = Field("", title="Their title")
    mentee_name: str = Field("", title="Your mentee")
    about: str = Field("", title="One true thing about your mentee")
    why: str = Field("", title="Why this contact")
    ask: str = Field("", title="The one small request")
    agreed: Literal["both"] | None = Field(None, title="Who has agreed (both, or nobody yet)")
    sender_name: str = Field("", title="Your name")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Your mentee's pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "contact_name": Ask(
            question="Whom do you ask: what is your contact's name?",
            why="They are asked alone first, before any name or address is passed on.",
            example="Ines Falcão",
            order=1,
            slot="[your contact]",
        ),
        "about": Ask(
            question="What is one true thing that you can say about your mentee?",
            why="You lend your good name; say only what you have seen.",
            example="she is in her second year as a shop manager and takes on her first team of ten",
            order=2,
            slot="[one true thing that you have seen]",
        ),
        "ask": Ask(
            question="What is the one small request, and how long does it take?",
            why="A small request is easy to grant and easy to refuse.",
            example="15 minutes by phone on how she handled her first month",
            order=3,
            slot="[one small request, with its minutes]",
        ),
        "why": Ask(
            question="Why this contact?",
            why="It shows that you did not write to everybody.",
            example="she has worked on both wards",
            order=4,
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Noor Haddad",
            order=5,
            slot="[your name]",
        ),
    }
