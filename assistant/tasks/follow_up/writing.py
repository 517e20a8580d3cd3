"""Composing a message after an unanswered one, from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.follow_up.brief import FollowUpBrief
from prompts.loader import load_skeleton

LAST = 3
"""From so many messages on the next one lets the matter rest."""
_THEY_DO = re.compile(
    r"^(?:read|look|check|review|meet|talk|speak|show|introduce|call|visit|recommend|tell|answer|help|have|spare"
    r"|give|send"
    r"|come|let|put|sign|write|point|join|act|be)\b",
    re.IGNORECASE,
)
_I_DO = re.compile(
    r"^(?:shadow|sit|watch|join|see|borrow|use|follow|accompany|spend|learn|work|try|stay)\b", re.IGNORECASE
)
_QUESTION = re.compile(r"^(?:how|what|which|why|whether|where|when|who|if)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"^(?:i|we|my|our|the|it|there|they|she|he|a \w+ (?:has|is|was))\b(?:['’]|\s)", re.IGNORECASE)
_AGO = re.compile(r"\b(?:days?|weeks?|months?|fortnights?)$", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """No subject, since it goes into the same thread; the body."""
    assert isinstance(brief, FollowUpBrief)
    skeleton, facts = load_skeleton("follow_up"), _facts(brief)
    turn = sum(map(ord, brief.goal + brief.ask)) + style.opening
    tags = [brief.tone or "neutral", *(["brief"] if style.length < 0 else [])]

    def say(part: str) -> str:
        return "" if part in style.without else skeleton.say(part, facts, tags, turn)

    if (brief.times or 1) >= LAST:
        middle = [say("release")]
    else:
        line = say("remind")
        middle = [f"{line} {say('ask')}", say("news"), " ".join(style.added), _joined(say("last"), say("out"))]
        if (brief.times or 1) < LAST - 1 and "last" not in style.without:
            middle[-1] = say("out")
    blocks = [say("greeting"), *middle, say("sign")]
    return "", "\n\n".join(block.strip() for block in blocks if block.strip())


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _facts(brief: FollowUpBrief) -> dict[str, Any]:
    ask, goal = _to_reader(brief, brief.ask), _to_reader(brief, brief.goal)
    timed = brief.minutes is not None and not _THEY_DO.match(ask)
    i_do = bool(_I_DO.match(ask)) and not timed
    about = goal if timed or goal.lower() not in ask.lower() else ""
    about = "" if ask and re.match(r"(?:whether|if) i\b", about, re.IGNORECASE) else about
    news = re.sub(r"\b(have|['’]ve) (?:just|now|since|meanwhile) ", r"\1 ", with_capitals(brief.news))
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "sent": _sent(brief.sent),
        "goal_question": lower_start(about) if _QUESTION.match(about) else "",
        "goal_topic": lower_start(about) if about and not _QUESTION.match(about) else "",
        "minutes": brief.minutes if timed else None,
        "how": _how(ask),
        "ask_you": lower_start(ask) if _THEY_DO.match(ask) else "",
        "ask_question": lower_start(ask) if _QUESTION.match(ask) and not timed else "",
        "ask_i": lower_start(ask) if i_do else "",
        "ask_for": "" if timed or i_do or _THEY_DO.match(ask) or _QUESTION.match(ask) else lower_start(ask),
        "ask_slot": "" if ask or brief.minutes or about else brief.asks["ask"].slot,
        "news_clause": lower_start(news) if _CLAUSE.match(news) else "",
        "news": "" if _CLAUSE.match(news) else lower_start(news),
    }


def _to_reader(brief: FollowUpBrief, text: str) -> str:
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    return with_capitals(to_you(text, brief.pronoun or ""))


def _sent(words: str) -> str:
    """When the first message went, as it stands after "my message from": "3 November", "two weeks ago"."""
    words = re.sub(
        r"^(?:on|in|at)\s+(?:the (?=\d+(?:st|nd|rd|th)? of))?", "", with_capitals(words.strip()), flags=re.IGNORECASE
    )
    return f"{words} ago" if _AGO.search(words) and not re.match(r"last\b", words, re.IGNORECASE) else words


def _how(ask: str) -> str:
    match = re.search(
        r"\b(?:on (?:zoom|teams|the phone|a call|skype)|by (?:phone|video|zoom|email)|over (?:the phone|coffee|zoom"
        r"|lunch"
        r"|video)|in person|online|in your office)\b",
        ask,
        re.IGNORECASE,
    )
    return (
        match[0]
        if match
        else "to talk"
        if re.search(r"\b(?:talk|call|chat|meet\w*|speak)\b", ask, re.IGNORECASE)
        else ""
    )
