"""Composing a request for advice from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.text import sentence_case
from assistant.language.verbs import is_past, with_you
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.ask_feedback.brief import AskFeedbackBrief
from prompts.loader import load_skeleton

_AHEAD = re.compile(r"\b(?:next|tomorrow|coming|upcoming|will|this (?:afternoon|evening)|tonight)\b", re.IGNORECASE)
_WRITTEN = re.compile(
    r"\b(?:draft|chapter|thesis|essay|paper|report|poster|code|pull request|design|drawing|cv|portfolio|application"
    r"|cover letter|story|article|translation|proposal|slides|e-?mail|text|plan)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"^(?:am|is|are|was|were|do|does|did|can|could|should|has|have) (?:i|my|the|it"
    r"|they)\b",
    re.IGNORECASE,
)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """A subject for an email, and the body."""
    assert isinstance(brief, AskFeedbackBrief)
    skeleton, facts = load_skeleton("ask_feedback"), _facts(brief)
    turn = sum(map(ord, brief.point + brief.occasion)) + style.opening
    tags = [brief.tone or "neutral", *(["brief"] if style.length < 0 else [])]
    tags += ["ahead"] if _AHEAD.search(brief.occasion) else ["written"] if _WRITTEN.search(brief.occasion) else ["seen"]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, turn)

    middle = " ".join(part for part in (say("ask"), say("view"), say("one"), *style.added) if part)
    blocks = [say("greeting"), middle, say("easy"), say("sign")]
    subject = say("subject") if (brief.channel or "email") == "email" else ""
    return subject, "\n\n".join(block for block in blocks if block)


def _facts(brief: AskFeedbackBrief) -> dict[str, Any]:
    point, occasion, view = (_to_reader(brief, text) for text in (brief.point, brief.occasion, brief.own_view))
    saw = _saw(occasion)
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "point": f"“{sentence_case(point)}?”" if _QUESTION.match(point) else lower_start(point),
        "point_slot": "" if point else brief.asks["point"].slot,
        "occasion": "" if saw or (occasion and occasion.lower() in point.lower()) else _event(occasion),
        "you_saw": saw,
        "view": sentence_case(view),
        "by": with_capitals(brief.by),
    }


def _event(occasion: str) -> str:
    """An occasion as a noun: "on the site walk" as "the site walk"."""
    return re.sub(r"^(?:on|in|at|during) (?=(?:the|my|our|a)\b)", "", lower_start(occasion))


_ACTS = frozenset("will has have was were is are gets watches reads rides sees hears".split())


def _saw(occasion: str) -> str:
    """An occasion told as an act of the reader, as a sentence: "watched me close" as "You watched me close"."""
    bare = re.sub(r"^(?:you|that you) ", "", occasion, flags=re.IGNORECASE)
    first, _, rest = bare.partition(" ")
    low = first.lower()
    return f"You {with_you(low)} {rest}" if rest and (is_past(low) or low in _ACTS) else ""


def _to_reader(brief: AskFeedbackBrief, text: str) -> str:
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    return with_capitals(to_you(text, brief.pronoun or ""))
