"""Composing a thank-you from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.past_days import PAST
from assistant.language.text import sentence_case
from assistant.language.verbs import is_past, with_you
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.thank_you.brief import ThankYouBrief
from prompts.loader import load_skeleton

_I = re.compile(r"^(?:i|we|ill|ive|my|our)\b", re.IGNORECASE)
_TO_BE_DONE = re.compile(r"^(?:to )?(?P<verb>[a-z]+)\b", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:she|he|they|you)(?:['’](?:d|ve))? (?:has |have |had )?", re.IGNORECASE)
_BARE = re.compile(
    r"(?:phone )?(?:call|talk|chat|meeting|lunch|coffee|tour|visit|interview|session|walk)\b", re.IGNORECASE
)
_AFTER_TOLD = re.compile(r"^(?:to|that|how|not to|never to|what|where|why|whom|who)\b", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """A subject for an email, and the body."""
    assert isinstance(brief, ThankYouBrief)
    skeleton, facts = load_skeleton("thank_you"), _facts(brief)
    turn = sum(map(ord, brief.occasion + brief.done)) + style.opening
    tags = [brief.tone or "neutral", *(["brief"] if style.length < 0 else [])]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, turn)

    middle = [say("thanks"), say("said"), say("done"), *style.added]
    blocks = [say("greeting"), " ".join(part for part in middle if part), say("close"), say("sign")]
    subject = say("subject") if (brief.channel or "email") == "email" else ""
    return subject, "\n\n".join(block for block in blocks if block)


def _facts(brief: ThankYouBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    said, done, occasion = (_to_reader(brief, text) for text in (brief.said, brief.done, brief.occasion))
    act = _without(_SUBJECT.sub("", said), occasion)
    first = act.split(" ", 1)[0].lower()
    gave = is_past(first) or first in ("let", "put", "read", "went")
    told = "" if gave else f"told me {lower_start(act)}" if _AFTER_TOLD.match(act) else ""
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "occasion": _occasion(occasion),
        "occasion_slot": "" if occasion or said else slots["occasion"],
        "you_said": f"{with_you(first)}{act[len(first) :]}" if gave else told,
        "gift": "" if gave or told else lower_start(re.sub(r"^(?:her|his|their) ", "your ", act, flags=re.IGNORECASE)),
        "said_slot": "" if said else slots["said"],
        "i_did": _first_person(done),
        "did": "" if _first_person(done) else lower_start(done),
        "done_slot": "" if done else slots["done"],
    }


def _occasion(words: str) -> str:
    """An occasion as it stands after "thank you for"; a day alone is the time spent on it."""
    day = PAST.fullmatch(words)
    bare = re.sub(r"^an? ", "the ", re.sub(r"^(?:on|in|at) ", "", words, flags=re.IGNORECASE), flags=re.IGNORECASE)
    if not day:
        return f"the {lower_start(bare)}" if _BARE.match(bare) else lower_start(bare)
    told = re.match(r"(?:yesterday|last |this |.* ago$)", bare, re.IGNORECASE)
    return f"your time {bare.lower() if bare.lower() == 'yesterday' else bare}" if told else f"your time on {bare}"


def _without(said: str, occasion: str) -> str:
    """What was said, without the occasion that the sentence before it has named."""
    bare = re.sub(r"^(?:on|in|at) ", "", occasion, flags=re.IGNORECASE)
    return re.sub(rf",? (?:(?:after|at|in|during|on|from) )?{re.escape(bare)}\b", "", said) if bare else said


def _first_person(done: str) -> str:
    """What was done as a sentence about oneself; "" when the words do not make one."""
    if _I.match(done):
        done = re.sub(r"^ill\b", "I will", re.sub(r"^ive\b", "I have", done, flags=re.IGNORECASE), flags=re.IGNORECASE)
        return sentence_case(done)
    first = done.split(" ", 1)[0].lower().rstrip(",")
    if is_past(first):
        return f"I {lower_start(done)}"
    return sentence_case(done) if re.match(r"(?:it|that|the \w+|this) \w+", done, re.IGNORECASE) else ""


def _to_reader(brief: ThankYouBrief, text: str) -> str:
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    return with_capitals(to_you(text, brief.pronoun or ""))
