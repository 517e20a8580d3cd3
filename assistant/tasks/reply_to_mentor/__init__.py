"""Reply to a mentor: the answer first, another time where it is a no, and what follows."""

import re
from typing import Any

from assistant.checks import grounding, mentor_replies, safety
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.reply_to_mentor.brief import MentorReplyBrief
from assistant.tasks.reply_to_mentor.writing import compose
from knowledge.model import Role

_WROTE = re.compile(
    r"\b(?:wrote (?:me )?back|answered|replied|got (?:an? |her |his |their )?(?:answer|reply|e?-?mail|message"
    r"|text)|(?:has )?(?:just "
    r"|now )?(?:e?-?mailed|texted|messaged|sent) me|asks? me (?:what|how|if|whether|when|to)|asked me (?:what|how"
    r"|if|whether|when"
    r"|to|for)|proposed|suggested|offered me|(?:can|could) (?:i|we) (?:come|meet) )\b",
    re.IGNORECASE,
)
_MENTOR = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentor|supervisor|coach|advisor)|agreed to (?:meet|help|talk)|said (?:yes|she|he))\b",
    re.IGNORECASE,
)


def wanted(brief: Brief) -> tuple[str, ...]:
    """What they asked and the answer first; another time only where the answer is a no."""
    assert isinstance(brief, MentorReplyBrief)
    told = brief.answer is not None or bool(brief.reply)
    first = () if brief.slot or brief.asked else ("asked",)
    answer = () if told else ("reply",)
    other = ("instead",) if brief.answer == "no" else ()
    return (*first, *answer, *other, "will_do", "sender_name")


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, MentorReplyBrief)
    return {"channel": brief.channel or "email"}


def evidence(message: str, told: Told) -> float:
    """Something that the mentor wrote, and an answer to it."""
    mine = told("reply_to_mentor")
    wrote = bool(_WROTE.search(message))
    theirs = "slot" in mine or "asked" in mine
    return (
        1.2 * (wrote and theirs) + 0.8 * ("answer" in mine and theirs) + 0.8 * (wrote and bool(_MENTOR.search(message)))
    )


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the message is the way it is, each with the passage behind it."""
    assert isinstance(brief, MentorReplyBrief)
    listed = [
        Choice(
            "The answer stands at the start, so that they need not look for it.",
            "answering-your-mentor#answer-first",
            "the answer before anything else",
        )
    ]
    if brief.answer == "no":
        listed.append(
            Choice(
                "A no comes with another time.",
                "answering-your-mentor#another-time",
                "a no that comes with a time",
            )
        )
    if brief.will_do:
        listed.append(
            Choice(
                "It says what you do next, so that their time leads somewhere.",
                "being-proactive#use-the-advice",
                "use what you were given report back",
            )
        )
    return tuple(listed)


task = Task(
    name="reply_to_mentor",
    title="Answer your mentor",
    roles=(Role.MENTEE,),
    brief=MentorReplyBrief,
    cues=(
        (
            r"\b(?:my (?:\w+ )?mentor|she|he|they|[A-Z]\w+) (?:has |just |has just )?(?:wrote (?:me )?back"
            r"|answered|replied|e?-?mailed me"
            r"|texted me|messaged me|sent me (?:a|an|this|her|his))\b",
            2.4,
        ),
        (
            r"\b(?:answer|reply|respond|write back)(?:ing)? (?:to )?(?:my (?:\w+ )?mentor|her|him|them"
            r"|the (?:message|e?-?mail|text)|this)\b"
            r"|\b(?:a|my|the) (?:reply|answer|response) to (?:my (?:\w+ )?mentor|her|his|their)\b",
            3.0,
        ),
        (
            r"\b(?:move (?:the|our) (?:meeting|call|date|session)|reschedule|postpone|confirm (?:the|that|our|it)"
            r"|can['’]?t (?:make|come)"
            r"|(?:tuesday|monday|wednesday|thursday|friday|that|it) (?:works|suits))\b",
            1.6,
        ),
    ),
    checks=(*mentor_replies.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    wanted=wanted,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Marit Solberg",
        "asked": "whether I can come on Tuesday at three",
        "answer": "no",
        "slot": "Tuesday at three",
        "instead": "Wednesday after four",
        "reason": "I am on shift that day",
        "will_do": "I'll send you my two questions by Sunday",
        "sender_name": "Jonas",
        "pronoun": "she",
    },
    opening="My mentor Marit wrote back and suggested Tuesday at 3. I can't make that, I'm on shift. I'm free on "
    "Wednesday after four. How do I answer her?",
    order=17,
    changes=("shorter", "warmer", "leave out the reason"),
    parts={"reason": "reason", "greeting": "greeting", "thanks": "thanks", "what i do": "will_do"},
)
