"""Reply to a request: a yes, a smaller yes, or a kind no with a reason and, where there is one, another way."""

from typing import Any

from assistant.checks import grounding, replies, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.reply_to_request.brief import ReplyBrief
from assistant.tasks.reply_to_request.writing import compose
from knowledge.model import Role

_NEEDS = {
    "accept": ("offer", "sender_name"),
    "smaller": ("offer", "reason", "sender_name"),
    "decline": ("reason", "alternative", "sender_name"),
}


def wanted(brief: Brief) -> tuple[str, ...]:
    """The answer first; then what that answer needs."""
    assert isinstance(brief, ReplyBrief)
    return ("answer", *_NEEDS.get(brief.answer or "", ("reason", "sender_name")))


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, ReplyBrief)
    return {"channel": brief.channel or "email"}


def evidence(message: str, told: Told) -> float:
    """A request that somebody else made of the writer, and an answer to it."""
    mine = told("reply_to_request")
    asked = "request" in mine
    return 1.2 * asked + 1.0 * (asked and "answer" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the draft is the way it is, each with the passage behind it."""
    assert isinstance(brief, ReplyBrief)
    plain = Choice(
        "The answer stands in the first two sentences, so that they need not read between the lines.",
        "answering-a-request#plain",
        "answer first two sentences",
    )
    match brief.answer:
        case "accept":
            return (
                plain,
                Choice(
                    "The yes has an edge: what you offer, and what they do next.",
                    "answering-a-request#accepting",
                    "yes edge first step",
                ),
            )
        case "smaller":
            return (
                plain,
                Choice(
                    "A smaller yes that you keep is worth more than a large one that you do not.",
                    "answering-a-request#smaller",
                    "smaller yes keep",
                ),
            )
        case _:
            return (
                plain,
                Choice(
                    "A short true reason, and another way only if it is real.",
                    "handling-a-no#saying-no",
                    "short true reason alternative real",
                ),
            )


task = Task(
    name="reply_to_request",
    title="Answer a request",
    roles=(Role.MENTOR,),
    brief=ReplyBrief,
    cues=(
        (r"\b(?:answer|reply to|respond to|turn(?:ing)? down|declin(?:e|ing)) (?:\w+ ){0,2}?requests?\b", 4.0),
        (
            r"\b(?:(?:say(?:ing)?|tell(?:ing)? (?:her|him|them)) (?:no|yes)\b|declin\w+"
            r"|turn(?:ing)? (?:\w+ ){0,3}down|refus\w+"
            r"|(?:reply|answer|respond|write back) to (?:a|an|the|her|his|this|their|that)\b|(?:reply|answer"
            r"|write back"
            r"|let (?:her|him|them) down)\b|can['’]?t take (?:on|another|any)|no (?:room|capacity)\b)",
            2.4,
        ),
        (
            r"\b(?:asked|asks|wants|wanted|would like|['’]d like|wrote|writes|e-?mailed|messaged|contacted"
            r"|came up to|begged"
            r"|requested)\b[^.!?]{0,50}\b(?:me|i['’]?d|i would|i could|i can|my)\b",
            2.2,
        ),
        (
            r"\b(?:somebody|someone|an? (?:[\w-]+ ){0,4}(?:student|junior|graduate|stranger|woman|man|colleague"
            r"|apprentice"
            r"|trainee|teacher|nurse|developer|engineer|lad|girl|guy|researcher|reader)|my (?:neighbour|niece|nephew"
            r"|cousin"
            r"|former \w+)(?:['’]s \w+)?)[^.!?]{0,60}\b(?:asked|wrote|e-?mailed|messaged|wants|contacted|asking"
            r"|sent me)\b",
            1.6,
        ),
        (
            r"\b(?:i (?:can|could)(?: only)? (?:offer|do|spare|manage)|happy to (?:do|help|mentor|meet)"
            r"|no (?:spare )?(?:time"
            r"|evenings?)|too (?:busy|full)|fully booked|already (?:have|mentor|got) (?:two|three|four|\d))\b",
            1.0,
        ),
    ),
    checks=(*replies.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    wanted=wanted,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Rosa Delgado",
        "request": "to mentor her through her first year of teaching",
        "answer": "decline",
        "reason": "I have two trainees already and no free afternoons",
        "alternative": "the county runs a scheme for new teachers with an intake in January",
        "sender_name": "Ilse Brandt",
        "pronoun": "she",
    },
    opening="Rosa Delgado asked me to mentor her through her first year of teaching. I have to say no, I have two "
    "trainees already and no free afternoons. How do I turn her down kindly?",
    order=50,
    changes=("warmer", "more formal", "another opening"),
    parts={"greeting": "greeting", "reason": "reason", "last line": "close", "next step": "next", "thanks": "thanks"},
)
