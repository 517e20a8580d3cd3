"""What must be known for a first message, and how it is asked for."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief

Channel = Literal["email", "linkedin_note", "linkedin_message", "chat", "in_person"]


Tone = Literal["warm", "neutral", "formal"]


class OutreachBrief(Brief):
    """What a first message needs."""

    recipient_name: str = Field("", title="To (name)")
    recipient_title: str = Field("", title="Their title")
    recipient_role: str = Field("", title="Their role")
    recipient_organisation: str = Field("", title="Their organisation")
    connection: str = Field("", title="Why this person")
    goal: str = Field("", title="What you hope to learn")
    ask: str = Field("", title="What you ask for")
    minutes: int | None = Field(None, title="Minutes", ge=1, le=480)
    timing: str = Field("", title="When it would suit")
    sender_name: str = Field("", title="Your name")
    sender_role: str = Field("", title="Who you are")
    sender_organisation: str = Field("", title="Where you work or study")
    channel: Channel | None = Field(None, title="Channel")
    tone: Tone | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "connection": Ask(
            question="What made you think of this person: a talk, a project, something they said, somebody you both "
            "know?",
            why="It is the one sentence that nobody else could have written.",
            example="her talk on scrap sorting at the June meeting",
            order=1,
            slot="[why you chose them: a talk, a project, a shared contact]",
        ),
        "goal": Ask(
            question="What would you like to learn from them?",
            why="A named topic lets them see at once that they can help.",
            example="how she moved from the lab into running a plant",
            order=2,
            slot="[what you would like to learn]",
        ),
        "sender_role": Ask(
            question="Who are you, in a few words: what do you do, and where?",
            why="Readers want to know who writes before they read on.",
            example="a second-year apprentice welder at the Leith yard",
            order=3,
            slot="[your role and where]",
        ),
        "ask": Ask(
            question="What would you ask for: a talk of so many minutes, or one question by email?",
            why="One small request is easier to grant than an open one.",
            example="20 minutes by phone",
            order=4,
            slot="[your one request: 15 to 30 minutes, or a question by email]",
        ),
        "sender_name": Ask(
            question="And your name, for the signature?",
            why="It closes the message.",
            example="Amara Okonkwo",
            order=5,
            slot="[your name]",
        ),
    }

    @property
    def known(self) -> dict[str, Any]:
        """As said; a number of minutes also answers what is asked for."""
        known = {name: value for name, value in self.model_dump(mode="json").items() if value not in (None, "", [])}
        if "minutes" in known:
            known.setdefault("ask", f"{self.minutes} minutes")
        if "sender_organisation" in known:
            known.setdefault("sender_role", f"at {self.sender_organisation}")
        return known
