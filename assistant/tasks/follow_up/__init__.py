"""Follow-up: a second message to somebody who has not answered, and the point at which to stop."""

from datetime import date
from typing import Any

from assistant.checks import follow_up as follow_up_checks
from assistant.checks import grounding, safety
from assistant.language.past_days import past_day, working_days
from assistant.model import Brief, Choice, Style, Task, Told
from assistant.tasks import reader
from assistant.tasks.follow_up.brief import FollowUpBrief
from assistant.tasks.follow_up.writing import LAST, compose
from knowledge.model import Role


def setting(brief: Brief) -> dict[str, Any]:
    """How often was written, and the working days since."""
    assert isinstance(brief, FollowUpBrief)
    today = date.today()  # noqa: DTZ011 - the person's own calendar
    sent = past_day(brief.sent, today)
    return {
        "channel": brief.channel or "email",
        "earlier": brief.times or 1,
        "waited": working_days(sent, today) if sent else None,
    }


def evidence(message: str, told: Told) -> float:
    """A message that was sent some time ago, for which an answer is missed."""
    mine = told("follow_up")
    return 1.0 * ("sent" in mine) + 0.5 * ("news" in mine) + 0.5 * ("times" in mine)


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the draft is the way it is, each with the passage behind it."""
    assert isinstance(brief, FollowUpBrief)
    if (brief.times or 1) >= LAST:
        return (
            Choice(
                "It lets the matter rest, because further reminders bring fewer answers.",
                "following-up-when-no-reply#how-many",
                "once twice stop",
            ),
            Choice(
                "One line releases both of you and keeps the door open.",
                "following-up-when-no-reply#still-silent",
                "close open door line",
            ),
        )
    return (
        Choice(
            "It waits, because a reminder on the next day reads as pressure.",
            "following-up-when-no-reply#when",
            "working days wait",
        ),
        Choice(
            "It says the request again in one line and adds one new thing.",
            "following-up-when-no-reply#what-to-write",
            "shorter repeat the ask one new thing",
        ),
        Choice(
            "It does not mention the silence.",
            "following-up-when-no-reply#guilt",
            "phrases debt",
        ),
    )


task = Task(
    name="follow_up",
    title="Follow up",
    roles=(Role.MENTEE,),
    brief=FollowUpBrief,
    cues=(
        (r"\bfollow(?:ing|ed)?[- ]?up\b(?! (?:question|meeting|session))", 3.0),
        (
            r"\b(?:(?:no|without an?|never (?:got|had)|not had an?y?|zero) (?:reply|answer|response|reaction|word)"
            r"|(?:not|n['’]?t|never|hasnt|havent|didnt|haven['’]?t|hasn['’]?t) (?:\w+ ){0,3}?(?:repl(?:y|ied)"
            r"|answer(?:ed)?"
            r"|respon(?:d|ded|se)|hear(?:d)?(?: back| anything| from)?|g[eo]t(?:ten)? back|written back|wrote back"
            r"|come back"
            r"|reacted)|heard nothing|nothing (?:back|since|came|so far|yet)|silence|silent|ghost(?:ed|ing)|crickets"
            r"|radio silence|no sign|still waiting)\b",
            3.2,
        ),
        (
            r"\b(?:remind(?:er)?|nudge|nudging|chase|chasing|chaser|(?:second|another|one more) (?:message|e-?mail"
            r"|note|try"
            r"|attempt|go)|(?:write|e-?mail|message|try|ask|approach|contact)(?:ing)? (?:her |him |them |to (?:her"
            r"|him|them) )?"
            r"(?:again|once more|a second time)|again without)\b",
            2.0,
        ),
        (
            r"\b(?:written|wrote|e-?mailed|messaged|asked|tried|called|texted)(?: (?:to )?(?:her|him|them))? (?:twice"
            r"|thrice|(?:two|three|four|\d) times)\b",
            3.4,
        ),
        (
            r"\bi (?:\w+ )?(?:wrote|e-?mailed|messaged|sent|contacted|texted|asked"
            r"|reached out)\b[^.!?]{0,100}\b(?:ago|last "
            r"\w+|on \w+day|on the \d|weeks?|months?|\d{1,2} \w+)\b",
            1.5,
        ),
    ),
    checks=(*follow_up_checks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=reader(__name__),
    compose=compose,
    setting=setting,
    choices=choices,
    evidence=evidence,
    to_one=True,
    example={
        "recipient_name": "Folasade Adeyemi",
        "recipient_title": "Dr",
        "sent": "two weeks ago",
        "goal": "how she chose between the certificate and the placement",
        "ask": "20 minutes by phone",
        "minutes": 20,
        "news": "I have been offered a placement in April",
        "sender_name": "Hamid",
        "pronoun": "she",
    },
    opening="I wrote to Dr Adeyemi two weeks ago to ask for 20 minutes about the placement and have had no answer. "
    "How do I follow up without being a nuisance?",
    order=11,
    parts={
        "news": "news",
        "greeting": "greeting",
        "way out": "out",
        "last line": "last",
    },
)
