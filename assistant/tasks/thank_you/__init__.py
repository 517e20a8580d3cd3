"""Thank-you: one thing that somebody said or gave, and what came of it."""

import re
from datetime import date
from typing import Any

from assistant.checks import grounding, safety, thanks
from assistant.language.past_days import PAST, past_day
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.thank_you.brief import ThankYouBrief
from assistant.tasks.thank_you.writing import compose
from knowledge.model import Role

_OWN_PEOPLE = re.compile(
    r"\b(?:my|our|the) (?:\w+ )?(?:mentee|apprentice|trainee|student|intern|junior|report|new starter|volunteer)s?\b",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\bthank(?:s|ed|ing)?\b(?! (?:you )?(?:in advance|for (?:your|the) help)|$)", re.IGNORECASE)
_ACTS = re.compile(
    r"\b(?:said|told me|suggested|advised|showed me|gave me|introduced me|recommended|lent me)\b", re.IGNORECASE
)


def setting(brief: Brief) -> dict[str, Any]:
    """The days since the occasion, where its words name a day."""
    assert isinstance(brief, ThankYouBrief)
    today = date.today()  # noqa: DTZ011 - the person's own calendar
    named = PAST.search(brief.occasion)
    day = past_day(named["day"], today) if named else None
    return {"channel": brief.channel or "email", "days": (today - day).days if day else None}


def evidence(message: str, told: Told) -> float:
    """Something given and something done with it; thanks to one's own mentee are feedback."""
    mine = told("thank_you")
    thanked, own = bool(_THANKS.search(message)), bool(_OWN_PEOPLE.search(message))
    given = "said" in mine and (thanked or _ACTS.search(message) is not None)
    return 1.0 * (thanked and not own) + 0.8 * given + 0.8 * ("done" in mine and given) - 2.5 * own


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the draft is the way it is, each with the passage behind it."""
    return (
        Choice(
            "It names one thing and what came of it, because that shows that their time changed something.",
            "saying-thank-you#what-to-say",
            "one thing what you did",
        ),
        Choice(
            "It is short and soon: warmth matters more than polish.",
            "saying-thank-you#does-it-matter",
            "warmth polish",
        ),
        Choice(
            "It asks for nothing, because a request in the last line turns the rest into wrapping.",
            "saying-thank-you#thanks-wrong",
            "new request last line wrapping",
        ),
    )


task = Task(
    name="thank_you",
    title="Say thank you",
    roles=(Role.MENTEE,),
    brief=ThankYouBrief,
    cues=(
        (
            r"\b(?:thank[- ]you (?:note|message|card|e-?mail|letter|line)|(?:say|write|send|want|like|words of|proper"
            r"|properly|help me|how (?:do|can|should) i|note of|line of|owe|to) (?:\w+ ){0,4}?thank(?:s|ing)?"
            r"|(?:say|write|send) (?:\w+ ){0,3}thank you|to thank|thanking|thank (?!you (?:for|in|so)|god)\w+)\b",
            3.2,
        ),
        (
            r"\b(?:grateful|gratitude|appreciat\w+|meant a lot|took (?:the )?time|gave (?:me )?(?:up )?(?:an hour"
            r"|a whole"
            r"|half|her|his|their|so much|\d+)|generous|(?:was|were|been) so kind|kind of (?:her|him|them)"
            r"|didn['’]?t have to"
            r"|out of (?:her"
            r"|his|their) way|made (?:such )?a difference|let (?:her|him|them) know (?:that )?(?:it|how|what))\b",
            1.8,
        ),
        (
            r"\b(?:she|he|they|who) (?:\w+ )?(?:said|told me|suggested|advised|showed me|introduced me|gave me"
            r"|explained"
            r"|recommended|spent|sat (?:down )?with|walked me|lent me|helped me|put me in touch|went through)\b",
            1.2,
        ),
        (
            r"\bi(?:['’]ve| have)? (?:already |since |now )?(?:tried|used|changed|applied|passed|rewrote|signed"
            r"|took her|took"
            r" his|started|got the|did it|done it)\b",
            0.8,
        ),
    ),
    checks=(*thanks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Grace Mutua",
        "occasion": "our call yesterday",
        "said": "asked what the night staff would lose if I changed the rota",
        "done": "I asked three of them and will redraft it by the 20th",
        "sender_name": "Leilani",
        "pronoun": "she",
    },
    opening="I want to thank Grace Mutua for our call yesterday. She asked what the night staff would lose if I "
    "changed the rota, and I have already asked three of them.",
    order=12,
    parts={"last line": "close", "no need to answer": "close", "greeting": "greeting", "thanks": "thanks"},
)
