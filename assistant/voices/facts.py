"""A brief's values as the skeletons of a language need them: whole sentences told from phrases and from questions."""

import re
from typing import Any

from assistant.language.text import sentence_case, words
from assistant.voices.briefs import VoiceBrief
from assistant.voices.catalogue import Words, words_of

_MORE_THAN_MINUTES = 3
"""Words of a request from which on it says more than a number of minutes."""
_SHORT = 8
"""Words that a subject line holds at most."""
_ENDED = re.compile(r"[.!?…][\"”»’]?$")


def address_of(brief: VoiceBrief) -> str:
    """ "formal" or "familiar": as chosen, else as the person's own words to the reader have it, else formal."""
    known = brief.known
    if "address" in known:
        return str(known["address"])
    told = (value for name, value in known.items() if isinstance(value, str) and name != "recipient_name")
    return "familiar" if any(words_of(brief.language).pattern("familiar").search(value) for value in told) else "formal"


def mixed(brief: VoiceBrief) -> str:
    """What to say of words of the person's that address the reader in the other way than the draft; "" for none."""
    said, chosen = words_of(brief.language), brief.known.get("address")
    other = {"familiar": "formal_words", "formal": "familiar"}.get(str(chosen))
    for name in brief.asks if other else ():
        if found := said.pattern(str(other)).search(str(brief.known.get(name, ""))):
            return said.mixed.format(words=found[0], label=brief.label(name))
    return ""


def tags_of(brief: VoiceBrief) -> list[str]:
    """How the reader is addressed: the form, and whether by a title for a woman or for a man."""
    said, name = words_of(brief.language), str(brief.known.get("recipient_name", ""))
    title = [tag for tag in ("lady", "gentleman") if said.pattern(tag).match(name)]
    return [address_of(brief), *title]


def facts_of(brief: VoiceBrief) -> dict[str, Any]:
    """By name: each value whole, and under `<name>_question`, `_sentence` or `_phrase` where it is of that form."""
    said, known = words_of(brief.language), brief.known
    facts: dict[str, Any] = {f"{name}_slot": "" if name in known else ask.slot for name, ask in brief.asks.items()}
    for name, value in known.items():
        facts[name] = value
        if isinstance(value, str):
            facts |= _forms(said, name, value)
    facts |= _named(said, str(known.get("recipient_name", "")))
    facts["titled"] = len(tags_of(brief)) > 1
    if dated := said.pattern("dated").match(str(known.get("sent", ""))):
        facts |= {"sent_dated": dated["keep"], "sent": ""}
    if "minutes" in known and len(words(str(known.get("ask", "")))) < _MORE_THAN_MINUTES:
        facts |= {"ask_sentence": "", "ask_phrase": "", "ask_slot": ""}
    elif "ask" in known:
        facts["minutes"] = None
    facts["short_topic"] = _short(facts, "goal_phrase", "connection_phrase", "goal_question", least=said.subject_least)
    facts["occasion_short"] = occasion if len(words(occasion := str(facts.get("occasion", "")))) <= _SHORT else ""
    return facts


def _forms(said: Words, name: str, value: str) -> dict[str, str]:
    plain = value.strip().rstrip(".").strip()
    if name == "sender_role" and (lead := said.pattern("i_am").match(plain)):
        return {name: plain[lead.end() :]}
    if said.pattern("question_word").match(plain):
        return {f"{name}_question": (plain[:1].lower() + plain[1:]).rstrip("?").strip()}
    if said.pattern("sentence").search(plain) or (_ENDED.search(value) and len(words(value)) > 3):
        ended = value.strip() if _ENDED.search(value.strip()) else f"{value.strip()}."
        return {name: "" if name == "sender_role" else plain, f"{name}_sentence": sentence_case(ended)}
    small = plain[:1].lower() + plain[1:] if said.pattern("small_start").match(plain) else plain
    return {f"{name}_phrase": small, name: small}


def _named(said: Words, name: str) -> dict[str, str]:
    """How a person is called in a greeting, and by the first name."""
    bare = name
    while (shorter := said.pattern("titles").sub("", bare)) != bare:
        bare = shorter
    return {
        "recipient_name": re.sub(r"^Herrn\b", "Herr", name),
        "first_name": bare.split()[0] if bare and (bare == name or " " in bare) else name,
    }


def _short(facts: dict[str, Any], *names: str, least: int = 1) -> str:
    """The first of these facts that a subject line can hold, or nothing."""
    found = (str(facts.get(name) or "") for name in names)
    return next((sentence_case(text) for text in found if text and least <= len(words(text)) <= _SHORT), "")


def listed(said: Words, items: tuple[str, ...]) -> str:
    """Items as a list in a sentence."""
    return f" {said.and_} ".join(part for part in (", ".join(items[:-1]), items[-1]) if part) if items else ""
