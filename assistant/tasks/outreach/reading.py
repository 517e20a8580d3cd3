"""Facts for a first message in a message as people type it."""

import re

from assistant.language.people import Person, people_in
from assistant.language.roles import later_role
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.language.times import TIMING, minutes_in
from assistant.model import Facts
from assistant.tasks.outreach import cues
from assistant.tasks.outreach.why import connection_in


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    sender = _sender(message, facts)
    people = [
        person for person in people_in(message) if person.name not in sender and sender not in person.name or not sender
    ]
    reader = _reader(message, people, facts)
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    if connection := connection_in(message, reader.name if reader else ""):
        facts["connection"] = connection
    if goal := _goal(message):
        facts["goal"] = goal
    _ask_of(message, facts)
    for field, table in (("channel", cues.CHANNEL), ("tone", cues.TONE)):
        if name := next((name for name, pattern in table if _meant(pattern, message)), None):
            facts[field] = name
    return facts


_NOT_MEANT = re.compile(
    r"\b(?:not|n['’]t|no|never|than|rather than|but not|too \w+ to|afraid to|scared to|(?:her|his|their) (?:old"
    r"|private|work)) "
    r"(?:by |on |an? |via |answer )?$",
    re.IGNORECASE,
)


def _meant(pattern: re.Pattern[str], message: str) -> bool:
    """Whether a channel or tone is what the person wants, not what they rule out or only mention."""
    return any(
        not _NOT_MEANT.search(message[: m.start()])
        and not re.match(r" (?:address|signature|has|list)\b", message[m.end() :], re.IGNORECASE)
        for m in pattern.finditer(message)
    )


def _sender(message: str, facts: Facts) -> str:
    name = own_name(message)
    if name:
        facts["sender_name"] = name if name[:1].isupper() else name.title()
    _own_role(message, name, facts)
    if "sender_organisation" not in facts:
        for pattern in (cues.WORK_AT, *cues.OWN_PLACE):
            if match := pattern.search(message):
                facts["sender_organisation"] = _org(match["org"])
                break
    return name


def _org(words: str) -> str:
    return tidy(re.sub(r"^(?:the|a) (?=[A-Z])", "", words))


def _own_role(message: str, name: str, facts: Facts) -> None:
    """Role and organisation from "I'm a …", from what stands after the own name, or from what the person does."""
    role = next(
        (
            m
            for m in cues.ROLE.finditer(message)
            if not cues.NOT_ROLE.match(m["role"]) and not _about_other(message, m.start())
        ),
        None,
    )
    if role:
        facts["sender_role"] = tidy(role["role"])
        after = message[role.start("role") + len(role["role"].rstrip()) :]
        if (match := cues.AT.match(after)) and (match["org"][:1].isupper() or match["org"].startswith("the ")):
            facts["sender_organisation"] = _org(match["org"])
    elif name and (match := re.search(rf"\b{re.escape(name)}{cues.AFTER_NAME}", message)):
        facts["sender_role"] = tidy(match["role"])
        if match["org"]:
            facts["sender_organisation"] = _org(match["org"])
    elif match := cues.ACTIVITY.search(message):
        facts["sender_role"] = tidy(match["do"])


def _about_other(message: str, start: int) -> bool:
    return bool(re.search(r"\b(?:she|he|they) (?:said|says|thinks|told)(?: \w+)? $", message[:start], re.IGNORECASE))


def _reader(message: str, people: list[Person], facts: Facts) -> Person | None:
    person = people[0] if people and people[0].score > -0.6 else None
    if person:
        facts["recipient_name"] = person.name
        for field, value in (
            ("recipient_title", person.title),
            ("recipient_role", person.role),
            ("recipient_organisation", person.organisation),
        ):
            if value:
                facts[field] = value
    role, place = later_role(message)
    if role and "recipient_role" not in facts:
        facts["recipient_role"] = role
        if place and "recipient_organisation" not in facts:
            facts["recipient_organisation"] = place
    if "recipient_role" not in facts and (match := cues.TO_ROLE.search(message)):
        facts["recipient_role"] = tidy(re.sub(r"^(?:the|our|a|my) ", "", match["role"]))
        if match["org"] and match["org"][:1].isupper():
            facts["recipient_organisation"] = tidy(match["org"])
    return person


def _goal(message: str) -> str:
    found = first_clause(message, cues.GOAL, 140)
    found = re.sub(r"\s+(?:in|for|over|during) (?:\d+|ten|fifteen|twenty|thirty|half an hour|a short)\b.*$", "", found)
    return correct_case(found) if len(found.split()) >= 2 or len(found) > 6 else ""


def _ask_of(message: str, facts: Facts) -> None:
    cleaned = cues.PAST_MINUTES.sub(" ", message)
    minutes = minutes_in(cleaned)
    if minutes is not None and minutes <= 480:
        facts["minutes"] = minutes
    if asked := _asked(cleaned):
        facts["ask"] = asked
    if ("ask" in facts or "minutes" in facts or "goal" in facts) and (timing := _timing(message)):
        facts["timing"] = timing


def _asked(cleaned: str) -> str:
    for pattern in (*cues.ASK, cues.FAVOUR):
        match = next(
            (m for m in pattern.finditer(cleaned) if not cues.NOT_ASKED.search(cleaned[: m.start("keep")])),
            None,
        )
        if match is None or cues.MERE_TALK.match(match["keep"]):
            continue
        if pattern in (cues.ASK[0], cues.ASK[2], cues.FAVOUR):
            return clause_after(cleaned, match.start("keep"), 60)
        return tidy(match["keep"])
    return ""


def _timing(message: str) -> str:
    """The first time that is not told of something past."""
    for match in TIMING.finditer(message):
        start = max(message.rfind(mark, 0, match.start()) for mark in ".;!?\n")
        before = message[start + 1 : match.start()]
        past, asking = (max((m.end() for m in p.finditer(before)), default=-1) for p in (cues.PAST, cues.ASKING))
        if (
            re.search(r"\b(?:not|for|last|since) $", before, re.IGNORECASE)
            or past > asking
            or (past == -1 and asking == -1 and not cues.ASKING.search(match[0]) and len(before) > 60)
        ):
            continue
        return match["timing"].strip(" ,")
    return ""
