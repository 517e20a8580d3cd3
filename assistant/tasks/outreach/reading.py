"""Facts for a first message in a message as people type it."""

import re

from assistant.language.people import ORG, Person, later_role, people_in
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.language.times import minutes_in, timing_in
from assistant.model import Facts
from assistant.tasks.outreach import cues


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    sender = _sender(message, facts)
    people = [
        person for person in people_in(message) if person.name not in sender and sender not in person.name or not sender
    ]
    reader = _reader(message, people, facts)
    if pronoun := _pronoun(message):
        facts["pronoun"] = pronoun
    if connection := _connection(message, reader):
        facts["connection"] = connection
    if goal := _goal(message):
        facts["goal"] = goal
    _ask_of(message, facts)
    for field, table in (("channel", cues.CHANNEL), ("tone", cues.TONE)):
        if name := next((name for name, pattern in table if _meant(pattern, message)), None):
            facts[field] = name
    return facts


def _meant(pattern: re.Pattern[str], message: str) -> bool:
    return any(
        not re.search(
            r"\b(?:not|n['’]t|no|never|than|rather than|but not|address|her|his) (?:by |on |an? |via |answer )?$",
            message[: m.start()],
            re.IGNORECASE,
        )
        for m in pattern.finditer(message)
    )


def _sender(message: str, facts: Facts) -> str:
    name = ""
    for pattern in (cues.SENDER, cues.LOW_SENDER, cues.SIGNATURE):
        if match := pattern.search(message):
            name = next(group for group in match.groups() if group)
            break
    if name and not re.fullmatch(r"(?:A|An|The|I|Not|Writing|Trying|Looking|Hoping)\b.*", name):
        facts["sender_name"] = name if name[:1].isupper() else name.title()
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
        if (match := cues.AT.match(after)) and match["org"][:1].isupper() | match["org"].startswith("the "):
            facts["sender_organisation"] = tidy(re.sub(r"^(?:the|a) (?=[A-Z])", "", match["org"]))
    elif name and (
        match := re.search(
            rf"\b{re.escape(name)}, (?P<role>(?:an? )?(?!and\b|but\b|who\b)[a-z][\w'’-]+(?: (?!at\b|with\b"
            rf"|from\b|for\b|and\b|in\b|who\b)[a-z][\w'’-]+){{0,3}})(?: (?:at|with|from|for) (?P<org>{ORG}))?",
            message,
        )
    ):
        facts["sender_role"] = match["role"]
        if match["org"]:
            facts["sender_organisation"] = tidy(match["org"])
    elif match := cues.ACTIVITY.search(message):
        facts["sender_role"] = tidy(match["do"])
    if "sender_organisation" not in facts and (match := cues.WORK_AT.search(message)):
        facts["sender_organisation"] = tidy(re.sub(r"^(?:the|a) (?=[A-Z])", "", match["org"]))
    return str(facts.get("sender_name", ""))


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


def _pronoun(message: str) -> str:
    counts = {
        name: len(re.findall(rf"\b(?:{words})\b", message, re.IGNORECASE))
        for name, words in (("she", "she|her|hers"), ("he", "he|him|his"))
    }
    if counts["she"] and counts["he"]:
        return ""
    return next((name for name, count in counts.items() if count), "")


def _connection(message: str, reader: Person | None) -> str:
    if reader and re.search(r"\b(?:suggested|recommended|introduced)\b", message):
        for pattern in cues.SHARED[1:3]:
            if match := pattern.search(message):
                return correct_case(tidy(cues.CONNECTION_STOP.sub("", match["keep"])))
    for pattern in (cues.HEARD, cues.SHARED[0], cues.THING, cues.SHARED[3], cues.DID):
        for match in pattern.finditer(message):
            found = tidy(cues.CONNECTION_STOP.sub("", match["keep"]))
            if len(found.split()) >= 3 and not re.match(
                r"(?:she|he|they) (?:said|told me (?:to|that)|asked|keeps?) ", found, re.IGNORECASE
            ):
                return correct_case(found)
            if (
                len(found.split()) >= 2
                and pattern is cues.THING
                and not re.fullmatch(
                    r"(?:her|his|their) (?:work|approach|method|research|class|course|session|design|project)s?",
                    found,
                    re.IGNORECASE,
                )
            ):
                return found
    return ""


def _goal(message: str) -> str:
    found = first_clause(message, cues.GOAL, 140)
    found = re.sub(r"\s+(?:in|for|over|during) (?:\d+|ten|fifteen|twenty|thirty|half an hour|a short)\b.*$", "", found)
    return correct_case(found) if len(found.split()) >= 2 else ""


def _ask_of(message: str, facts: Facts) -> None:
    cleaned = re.sub(
        r"\b(?:stood|waited|spent|sat|talked|listened|spoke)(?: (?!if|whether|about)[\w']+){0,3} for "
        r"(?:\d+|five|ten|fifteen|twenty|thirty) (?:minutes|mins|hours)\b|\b(?:\d+|ten|five|fifteen"
        r"|twenty)[- ]minute (?:feedback|talk about|walk|drive|train)\b",
        " ",
        message,
        flags=re.IGNORECASE,
    )
    minutes = minutes_in(cleaned)
    if minutes is not None and minutes <= 480:
        facts["minutes"] = minutes
    for pattern in cues.ASK:
        match = next(
            (
                m
                for m in pattern.finditer(cleaned)
                if not re.search(
                    r"\b(?:had|after|during|on|our|the last|the first|in|got|from) $",
                    cleaned[: m.start()],
                    re.IGNORECASE,
                )
            ),
            None,
        )
        if match is None or re.match(
            r"(?:an?|the|one|any) (?:[\w-]+ ){0,2}(?:talk|conversation|meeting|chat)\b", match["keep"], re.IGNORECASE
        ):
            continue
        found = clause_after(cleaned, match.start("keep"), 60) if pattern is cues.ASK[1] else tidy(match["keep"])
        facts["ask"] = found
        break
    if (
        (timing := timing_in(message))
        and ("ask" in facts or "minutes" in facts)
        and not re.search(
            rf"(?:talk|paper|heard|met|saw|read|spoke|panel|lecture|wrote|book)[^.;!?]{{0,60}}{re.escape(timing)}",
            message,
            re.IGNORECASE,
        )
    ):
        facts["timing"] = timing
