"""What must be known for goals and a development plan, and how it is asked for."""

from typing import ClassVar

from pydantic import Field

from assistant.model import Ask, Brief


class GoalsBrief(Brief):
    """What a plan needs: the goal, how it is known that it is reached, by when, the moment to act, and who looks."""

    goals: tuple[str, ...] = Field((), title="What you want to be able to do")
    why: str = Field("", title="Why it matters")
    measure: str = Field("", title="How you can tell")
    by: str = Field("", title="By when")
    plan: str = Field("", title="When …, I will …")
    obstacle: str = Field("", title="What may get in the way")
    support: str = Field("", title="Who or what helps")
    when: str = Field("", title="When you look at it again")
    name: str = Field("", title="Your name")

    asks: ClassVar[dict[str, Ask]] = {
        "goals": Ask(
            question="What would you like to be able to do, or to have made?",
            why="A camera could see it: “lead the Monday meeting alone”, rather than “be more confident”.",
            example="lead the Monday stand-up alone",
            order=1,
            slot="[what you will do or make]",
        ),
        "measure": Ask(
            question="How can you tell that it is done: a number, a thing that exists then, or a person who judges?",
            why="It settles the matter between you and your mentor.",
            example="four Mondays in a row, and Leila agrees that she need not step in",
            order=2,
            slot="[a number, a thing, or who will judge]",
        ),
        "by": Ask(
            question="By when?",
            why="A date makes it a goal for this year and not for some time.",
            example="by Easter",
            order=3,
            slot="[by when]",
        ),
        "plan": Ask(
            question="At which moment will you act? Say it as “When …, I will …”.",
            why="This one sentence has the best evidence of all that can be added to a goal.",
            example="When the Friday report is sent, I will write my three points for Monday",
            order=4,
            slot="[When …, I will …]",
        ),
        "obstacle": Ask(
            question="What may get in the way?",
            why="What is named can be planned for.",
            example="I lose my nerve when the manager sits in",
            order=5,
            slot="[what may get in the way]",
        ),
        "support": Ask(
            question="Who or what helps you?",
            why="Goals that somebody knows of are reached more often.",
            example="Leila watches and tells me one thing each time",
            order=6,
            slot="[who or what helps]",
        ),
        "when": Ask(
            question="When do you look at it again?",
            why="Looking at progress helps, and more so when it is told to somebody.",
            example="on Friday 15 January",
            order=7,
            slot="[day of the first review]",
        ),
    }
