"""What must be known to look back at the goals of a mentoring, and how it is asked for."""

from typing import ClassVar, Literal

from pydantic import Field

from assistant.model import Ask, Brief


class ProgressBrief(Brief):
    """What a review needs: per goal what somebody could see, what helped, what got in the way, and what follows."""

    goals: tuple[str, ...] = Field((), title="Goals, one each", max_length=3)
    evidence: tuple[str, ...] = Field((), title="What happened, one for each goal")
    helped: str = Field("", title="What helped")
    obstacle: str = Field("", title="What got in the way")
    keep: str = Field("", title="Keep")
    change: str = Field("", title="Change")
    drop: str = Field("", title="Drop")
    between_us: str = Field("", title="About the two of you")
    other_name: str = Field("", title="With")
    when: str = Field("", title="When you talk about it")
    side: Literal["mentee", "mentor"] | None = Field(None, title="You are the")

    asks: ClassVar[dict[str, Ask]] = {
        "goals": Ask(
            question="Which goals did you set? One to three.",
            why="Progress is only visible beside what was wanted.",
            example="lead the Monday stand-up alone; hand in the plan",
            order=1,
            slot="[goal]",
        ),
        "evidence": Ask(
            question="What has happened on each, as somebody could see it? A number, a thing made, an event.",
            why="“Going well” tells neither of you what to do next.",
            example="I led four of six stand-ups; the plan is in its second draft",
            order=2,
            slot="[what somebody could see: a number, a thing made, an event]",
        ),
        "helped": Ask(
            question="What helped most?",
            why="What helped once can be asked for again.",
            example="the dry run on Sunday evening",
            order=3,
            slot="[what helped]",
        ),
        "obstacle": Ask(
            question="What got in the way?",
            why="An obstacle with a name can be planned for.",
            example="I lose my nerve when the manager sits in",
            order=4,
            slot="[what got in the way]",
        ),
        "keep": Ask(
            question="What do you keep, what do you change, what do you drop?",
            why="A review without a decision is a report.",
            example="keep the dry run, change the day to Thursday, drop the reading list",
            order=5,
            slot="[keep]",
        ),
        "between_us": Ask(
            question="And between the two of you: what do you want more of, or less of?",
            why="Hardly anybody asks this unless it stands on the page.",
            example="more questions, fewer stories",
            order=6,
        ),
    }
