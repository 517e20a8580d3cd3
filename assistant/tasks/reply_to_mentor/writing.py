"""Composing an answer to a mentor from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.days import spelled
from assistant.language.text import sentence_case
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.reply_to_mentor.brief import MentorReplyBrief
from prompts.loader import load_skeleton

_CLAUSE = re.compile(
    r"^(?:i|we|my|the|it|that|there|yes|no|our|this|these|a|an|you|your|on|in|at|both|neither|so far|(?:mon|tues"
    r"|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_OPENS = re.compile(r"^(?:yes|no)\b", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, for the answer stands under theirs; and the body."""
    assert isinstance(brief, MentorReplyBrief)
    skeleton, facts = load_skeleton("reply_to_mentor"), _facts(brief)
    tags = [brief.tone or "neutral", *([brief.answer] if brief.answer else [])]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, style.opening)

    answered = "" if facts["reply"] and (brief.answer is None or _OPENS.match(facts["reply"])) else say("answer")
    reason = say("reason") if brief.answer == "no" and style.length >= 0 else ""
    first = " ".join(filter(None, [say("thanks"), answered, reason, say("reply")]))
    after = " ".join(filter(None, [say("instead"), say("will_do"), *style.added]))
    blocks = [say("greeting"), first, after, say("close") if style.length >= 0 else "", say("sign")]
    return "", "\n\n".join(filter(None, blocks))


def _facts(brief: MentorReplyBrief) -> dict[str, Any]:
    reply, reason, will_do = (_sentence(brief, said) for said in (brief.reply, brief.reason, brief.will_do))
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "slot": _time(brief.slot, start=brief.answer == "yes"),
        "instead": _time(brief.instead),
        "instead_slot": "" if brief.instead else brief.asks["instead"].slot,
        "reply": reply,
        "reply_slot": "" if reply or brief.answer else brief.asks["reply"].slot,
        "reason": reason,
        "will_do": will_do,
    }


def _time(said: str, start: bool = False) -> str:
    """A time as it stands in a sentence, or at its start."""
    words = spelled(re.sub(r"^(?:on|at|for) ", "", said, flags=re.IGNORECASE))
    return sentence_case(words) if start else with_capitals(lower_start(words))


def _sentence(brief: MentorReplyBrief, said: str) -> str:
    """Words as a sentence to the reader, or "" where they make none."""
    text = name_to_you(said, brief.recipient_name) if brief.recipient_name else said
    text = with_capitals(to_you(text, brief.pronoun or ""))
    return sentence_case(text) if _CLAUSE.match(text) else ""
