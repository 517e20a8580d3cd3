"""Composing the end of a mentoring relationship from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.text import sentence_case
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.closing.brief import ClosingBrief
from prompts.loader import load_skeleton

_SENTENCE = re.compile(
    r"^(?:i|we|you|my|our|in|at|when|before|a|the|your|this|thanks to|because of|today|now"
    r"|last)\b(?:['’]\w+)?.*\b(?:am|is|are|was|were|have|has"
    r"|had|can|could|will|would|did|do|run|ran|\w+ed|\w+s|went|came|gave|made|spoke|led|wrote|held|taught|told|took"
    r"|got|know|lead|speak|write"
    r"|ask|use|plan|start|stop|feel|work|learned|learnt|passed)\b",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^(?:i|we|it|that)['’](?:m|ve|d|ll|re|s)\b", re.IGNORECASE)
_DOING = re.compile(r"^(?:\w+ing|your|the|our|all|every|each|a|an|what|how|that|letting)\b", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """A subject for an email, and the body."""
    assert isinstance(brief, ClosingBrief)
    skeleton, facts = load_skeleton("closing"), _facts(brief)
    turn = sum(map(ord, brief.gain + brief.reason)) + style.opening
    tags = [brief.tone or "neutral", brief.side or "mentee", *(["brief"] if style.length < 0 else [])]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, turn)

    first = " ".join(part for part in (say("close"), say("reason")) if part)
    rest = " ".join(part for part in (say("gain"), *style.added) if part)
    last = " ".join(part for part in (say("continues"), say("thanks")) if part)
    blocks = [say("greeting"), first, rest, last, say("sign")]
    subject = say("subject") if (brief.channel or "email") == "email" else ""
    return subject, "\n\n".join(block for block in blocks if block)


def _on(day: str) -> str:
    """A bare date with its preposition: "1 March" as "on 1 March"."""
    dated = re.match(
        rf"\d{{1,2}}(?:st|nd|rd|th)?\b|(?:{_MONTH}) \d|(?:mon|tues|wednes|thurs|fri|satur|sun)day", day, re.IGNORECASE
    )
    return f"on {day}" if dated else day


_MONTH = "january|february|march|april|may|june|july|august|september|october|november|december"


def _facts(brief: ClosingBrief) -> dict[str, Any]:
    reason, gain, continues, thanks = (
        _to_reader(brief, text) for text in (brief.reason, brief.gain, brief.continues, brief.thanks_for)
    )
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "when": "" if brief.ends.lower() in reason.lower() else with_capitals(_on(lower_start(brief.ends))),
        "reason_clause": sentence_case(reason) if _stands(reason) else "",
        "reason": "" if _stands(reason) else lower_start(reason),
        "gain_clause": sentence_case(gain) if _stands(gain) else "",
        "gain": "" if _stands(gain) else lower_start(gain),
        "gain_slot": "" if gain else brief.asks["gain"].slot,
        "continues_clause": sentence_case(continues) if _stands(continues) else "",
        "continues": "" if _stands(continues) else lower_start(continues),
        "continues_slot": "" if continues else brief.asks["continues"].slot,
        "thanks_for": lower_start(thanks) if _DOING.match(thanks) else "",
    }


def _stands(words: str) -> bool:
    """Whether words make a sentence of their own."""
    return bool(_SENTENCE.match(words) or _SHORT.match(words))


def _to_reader(brief: ClosingBrief, text: str) -> str:
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    return with_capitals(to_you(text, brief.pronoun or ""))
