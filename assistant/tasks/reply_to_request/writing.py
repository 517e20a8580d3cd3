"""Composing an answer to a request from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.text import sentence_case
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.reply_to_request.brief import ReplyBrief
from prompts.loader import load_skeleton

_IF_I = re.compile(
    r"^(?:if|whether) i(?:['’]d| would| could| can| might|['’]ll| will| want)(?: be (?:able|willing|up) to)? ",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"^(?:i|we|my|our|this|there|it|the)\b(?:['’]|\s)(?=.*\b(?:am|is|are|have|has|had|was|were|can|cannot|can['’]t"
    r"|do|don['’]t"
    r"|know|run|mentor|look|work|start|retire|move|teach|mark|'m|'ve|m|ve|got|supervise|need|go|leave)\b)|^i['’](?:m"
    r"|ve|ll|d)\b|^i |^(?:[\w'’-]+ ){1,4}(?:is|are|does|doesn['’]?t|don['’]?t|will|won['’]?t|forbids?"
    r"|opens?|starts?)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"^(?:my|our|the|a|[A-Z]\w+)\b.*\b(?:runs?|has|have|offers?|could|might|would|may|is|are|takes?|knows?|meets?"
    r"|does|starts?"
    r"|can|will)\b"
)
_VERB = re.compile(
    r"^(?:read|look|meet|answer|call|show|introduce|review|check|talk|speak|see|give|do|offer|write|send|help|come"
    r"|join|ask|ring|phone|explain|teach|bring|lend|take|have|go)\b",
    re.IGNORECASE,
)
_YOU_CAN = re.compile(r"^(?:you|they) (?:can|could|may) ", re.IGNORECASE)
_THEIR_WISH = re.compile(
    r"^to (?:(?:come|visit|shadow|sit in|stop by|join|meet)\b|(?=.*\b(?:me|my|us|our|we)\b))", re.IGNORECASE
)
"""Something that they want to do and not what they ask of the writer."""


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, since it answers a message; the body."""
    assert isinstance(brief, ReplyBrief)
    skeleton, facts = load_skeleton("reply_to_request"), _facts(brief)
    turn = sum(map(ord, brief.request + brief.offer + brief.reason)) + style.opening
    answer = brief.answer or "open"
    tags = [brief.tone or "neutral", answer, *(["brief"] if style.length < 0 else [])]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, turn)

    parts = {
        "accept": ("thanks", "answer", "offer", "next"),
        "smaller": ("thanks", "answer", "reason", "offer", "alternative"),
        "decline": ("thanks", "answer", "reason", "alternative"),
        "open": ("thanks", "answer"),
    }[answer]
    told = [line for part in parts if (line := say(part))]
    if brief.alternative and answer in ("accept", "open"):
        told.append(say("alternative"))
    first, rest = " ".join(told[:2]), " ".join([*told[2:], *style.added])
    return "", "\n\n".join(block for block in (say("greeting"), first, rest, say("close"), say("sign")) if block)


def _facts(brief: ReplyBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    request, offer, reason, alternative = (
        _to_reader(brief, text) for text in (brief.request, brief.offer, brief.reason, brief.alternative)
    )
    offer = _YOU_CAN.sub("that you ", offer)
    asked = f"to {_IF_I.sub('', request)}" if _IF_I.match(request) else request
    asked = f"your wish {asked}" if _THEIR_WISH.match(request) else asked
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "asked": asked if asked.startswith(("to ", "for ")) else "",
        "request": "" if asked.startswith(("to ", "for ")) else lower_start(asked),
        "answer_slot": "" if brief.answer else slots["answer"],
        "offer": "" if _VERB.match(offer) else lower_start(offer),
        "offer_do": lower_start(offer) if _VERB.match(offer) else "",
        "offer_slot": "" if offer else slots["offer"],
        "reason_clause": sentence_case(reason) if _CLAUSE.match(reason) else "",
        "reason": "" if _CLAUSE.match(reason) else lower_start(reason),
        "reason_slot": "" if reason else slots["reason"],
        "alternative_clause": sentence_case(alternative) if _SENTENCE.match(sentence_case(alternative)) else "",
        "alternative": "" if _SENTENCE.match(sentence_case(alternative)) else lower_start(alternative),
    }


def _to_reader(brief: ReplyBrief, text: str) -> str:
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    return with_capitals(to_you(text, brief.pronoun or ""))
