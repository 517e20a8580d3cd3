"""What must be known for the record of a meeting, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class NotesBrief(Brief):
    """What a record needs: the notes themselves, a line each, and what tells one meeting from another."""

    notes: tuple[str, ...] = Field((), title="Your notes, a line each")
    other_name: str = Field("", title="Met with")
    when: str = Field("", title="Day of the meeting")
    sender_name: str = Field("", title="Your name")
    next_meeting: str = Field("", title="Next meeting")
    private_lines: Literal["keep"] | None = Field(None, title="Lines on health, family, work record, other people")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "notes": Ask(
            question="Your notes, as raw as they are: what was decided, who does what by when, what stayed open?",
            why="The record holds nothing but your lines, and says of each which one it comes from.",
            example="agreed: we meet on Tuesdays; Tom sends the CV by Friday; I ask about the budget; next time: "
            "the talk",
            order=1,
        ),
        "when": Ask(
            question="Which day was it?",
            why="In a month you will have several of these.",
            example="Tuesday 24 November",
            order=2,
            slot="[day]",
        ),
        "next_meeting": Ask(
            question="When do you meet next?",
            why="A next date that is written down is kept more often.",
            example="8 December at 14:00",
            order=3,
            slot="[date and time]",
        ),
        "sender_name": Ask(
            question="Your name? “I” in your notes means somebody else to the other reader.",
            why="Every action carries the name of the one who does it.",
            example="Karin",
            order=4,
        ),
    }
