"""What must be known for feedback, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class FeedbackBrief(Brief):
    """What feedback needs: an occasion, an act, what came of it, and what comes next."""

    recipient_name: str = Field("", title="To (name)")
    kind: Literal["critical", "appreciative", "mixed"] | None = Field(None, title="Kind")
    situation: str = Field("", title="Situation (when and where)")
    behaviour: str = Field("", title="What they did")
    impact: str = Field("", title="What came of it")
    next_step: str = Field("", title="What you would like them to do")
    support: str = Field("", title="How you will help")
    standard: str = Field("", title="The standard you hold")
    belief: str = Field("", title="Why you believe they can reach it")
    strength: str = Field("", title="What went well")
    channel: Literal["spoken", "written"] | None = Field(None, title="Spoken or written")
    tone: Literal["warm", "neutral", "formal"] | None = Field(None, title="Tone")
    pronoun: Literal["she", "he", "they"] | None = Field(None, title="Their pronoun, as you used it")

    asks: ClassVar[dict[str, Ask]] = {
        "behaviour": Ask(
            question="What exactly did they do or say, as a camera would have recorded it?",
            why="People can change what they did; they can only defend what they are.",
            example="she cut in twice while the patient's sister was speaking",
            order=1,
            slot="[what you saw them do]",
        ),
        "situation": Ask(
            question="When and where was it?",
            why="A named occasion can be remembered; “lately” can only be disputed.",
            example="on Tuesday, in the 7 a.m. handover",
            order=2,
            slot="[On which day, and where]",
        ),
        "impact": Ask(
            question="What came of it, for you, for others or for the work?",
            why="Without an effect it sounds like a matter of taste.",
            example="the night team had to ring back for the allergy",
            order=3,
            slot="[What came of it]",
        ),
        "next_step": Ask(
            question="What would you like them to do, and on which occasion?",
            why="Feedback about the next time is easier to accept and to use.",
            example="in Thursday's handover, read the three risks first",
            order=4,
            slot="[what you would like them to do]",
        ),
        "support": Ask(
            question="What will you do to help?",
            why="With a high standard and your belief in them, concrete help makes hard feedback usable.",
            example="I can stand in on Thursday and listen",
            order=5,
            slot="[what you can offer]",
        ),
        "strength": Ask(
            question="And what went well?",
            why="Named on its own, with its act, praise is heard.",
            example="her slides were clear and the board understood them",
            order=7,
        ),
        "belief": Ask(
            question="Why do you think that they can do it? Something you have seen.",
            why="It tells them that the standard is meant for them.",
            example="I have seen you lead a calm handover in March",
            order=6,
        ),
    }
