"""What must be known for a mentoring agreement, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class AgreementBrief(Brief):
    """The points of an agreement, in the words of whoever tells them; `voice` says for whom these words stand."""

    mentee_name: str = Field("", title="Mentee")
    mentor_name: str = Field("", title="Mentor")
    voice: Literal["mentee", "mentor", "both"] | None = Field(None, title="Whose words these are")
    purpose: str = Field("", title="What it is for")
    roles: str = Field("", title="Who does what")
    rhythm: str = Field("", title="How often and how long")
    channel: str = Field("", title="Channel and answering time")
    agenda: str = Field("", title="Who sets the agenda")
    private: str = Field("", title="What stays private")
    boundaries: str = Field("", title="What stays out")
    feedback: str = Field("", title="How you give feedback")
    review: str = Field("", title="When you look at it again")
    conflict: str = Field("", title="If you disagree")
    end: str = Field("", title="How it ends")
    success: str = Field("", title="How you know that it worked")
    recording: str = Field("", title="Notes, recordings, AI")

    asks: ClassVar[dict[str, Ask]] = {
        "purpose": Ask(
            question="What is the mentoring for? One or two things.",
            why="All else on the page follows from it.",
            example="to lead the Monday stand-up alone by Easter",
            order=1,
            slot="[fill in]",
        ),
        "rhythm": Ask(
            question="How often would you like to meet, and for how long?",
            why="It is what pairs most often remember differently.",
            example="every second Tuesday for 45 minutes",
            order=2,
            slot="[fill in]",
        ),
        "channel": Ask(
            question="How do you reach each other between meetings, and how soon should an answer come?",
            why="Silence of three days means nothing to one person and a lot to another.",
            example="by email, with an answer within two working days",
            order=3,
            slot="[fill in]",
        ),
        "end": Ask(
            question="When does it end?",
            why="An end that is written down lets either of you stop without blame.",
            example="it ends in June",
            order=4,
            slot="[fill in]",
        ),
        "success": Ask(
            question="How will you know that it worked?",
            why="You will be glad of the sentence at the review.",
            example="Leila no longer needs to step in",
            order=5,
            slot="[fill in]",
        ),
    }
