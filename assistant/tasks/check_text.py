"""A text of the person's own, reviewed and never altered."""

from typing import Any, Literal

from pydantic import Field

from assistant.model import Brief, Task
from knowledge.model import Role


class CheckTextBrief(Brief):
    """What a review must know of the text."""

    kind: str = Field("", title="Kind of text")
    channel: Literal["email", "linkedin_note", "linkedin_message", "chat", "in_person"] | None = Field(
        None, title="Channel"
    )
    meeting: Literal["first", "recurring", "closing"] | None = Field(None, title="Which meeting")


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, CheckTextBrief)
    return {"channel": brief.channel or "email", "meeting": brief.meeting or ""}


task = Task(
    name="check_text",
    title="Check my text",
    roles=(Role.MENTEE, Role.MENTOR, Role.TRAINER),
    brief=CheckTextBrief,
    cues=(
        (
            r"\b(?:check|review|look (?:at|over)|proofread|critique|rate|judge|go over|improve) (?:this|my"
            r"|the following|(?:it|that)(?! (?:every|each|in|on|at|once|monthly|weekly|again|together|with|by)\b)"
            r"|what i|over)\b|\b(?:pls|plz|please),? (?:check|review|proofread|correct)\b",
            3.0,
        ),
        (
            r"\b(?:is (?:this|it) (?:any good|ok|okay|too (?:long|short|pushy)|all right|alright)|does (?:this"
            r"|it) (?:sound|read|work|come across|look)|before i send|here(?:['’]s| is) (?:my|what i|the) "
            r"(?:draft|text|message|email|agenda|feedback|wrote)?|what do you think of (?:this|my)|honest "
            r"opinion|(?:your|an) opinion (?:on|about) (?:it|this)|what['’]?s wrong with it|here goes"
            r"|i(?:['’]ve| have) "
            r"written|i wrote (?:this|the following)|my draft)\b",
            2.5,
        ),
    ),
    checks=(),
    read=lambda message: {},
    compose=None,
    setting=setting,
    choices=lambda brief, style: (),
    opening="Could you check this before I send it? “Dear Professor Haddad, I am a PhD student in Leeds and "
    "your article on salt marshes made me change my sampling. Would you have fifteen minutes for a "
    "call in May? Kind regards, Owen”",
)
