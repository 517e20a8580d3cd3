"""What a message in another language says: only what form makes sure of; everything else is asked for."""

import re
from typing import Any

from assistant.language.text import sentence_case
from assistant.model import Facts
from assistant.session import Safety
from assistant.voices.briefs import FIELDS
from assistant.voices.catalogue import Words

_LIST = re.compile(r"\n+|;\s*|,\s+")
_CHOSEN = {
    "channel": ("linkedin_note", "linkedin_message", "chat", "email", "spoken", "written"),
    "meeting": ("closing", "recurring", "first"),
    "kind": ("appreciative",),
}
"""Values that have cues of their own, the most telling first."""


def trouble_in(message: str, said: Words) -> Safety | None:
    """What comes before any draft, in this language."""
    for tier, patterns, text in (
        ("safety", said.safety.danger, said.safety.danger_message),
        ("route", said.safety.route, said.safety.route_message),
    ):
        if any(re.search(pattern, message, re.IGNORECASE) for pattern in patterns):
            return Safety(tier, text)
    return None


def facts_in(message: str, task: str, said: Words) -> Facts:
    """Who is written to, minutes, channel, meeting and kind, where a message names them."""
    fields, facts = FIELDS[task], dict[str, Any]()
    if "recipient_name" in fields and (person := said.pattern("person").search(message)):
        facts["recipient_name"] = person[0]
    if minutes := _minutes(message, said):
        facts["minutes"] = minutes
    for name in _CHOSEN:
        if name in fields and (value := _chosen(name, message, said, task)):
            facts[name] = value
    return {name: value for name, value in facts.items() if name in fields}


def _minutes(message: str, said: Words) -> int | None:
    found = said.pattern("minutes").search(message)
    return int(found[1]) if found else 60 if said.pattern("hour").search(message) else None


def _chosen(name: str, message: str, said: Words, task: str) -> str | None:
    allowed = str(FIELDS[task][name][0])
    told = (value for value in _CHOSEN[name] if f"'{value}'" in allowed)
    return next((value for value in told if said.pattern(f"{name}_{value}").search(message)), None)


def answer_in(field: str, message: str, task: str, said: Words) -> object:
    """What an answer says for the field that was asked for; None when it says nothing of that kind."""
    text = message.strip()
    if field == "minutes":
        number = re.fullmatch(r"\D*(\d{1,3})\D*", text)
        return _minutes(text, said) or (int(number[1]) if number else None)
    if field in _CHOSEN:
        return _chosen(field, text, said, task)
    if field in ("topics", "actions"):
        return [part.strip().rstrip(".") for part in _LIST.split(text) if part.strip()]
    if field == "sender_name":
        lead = said.pattern("i_am").match(text)
        return sentence_case(text[lead.end() if lead else 0 :].rstrip("."))
    return text
