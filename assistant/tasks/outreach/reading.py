"""Facts for a first message in a message as people type it."""

import re

from assistant.language.people import Person, later_role, people_in
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.language.times import TIMING, minutes_in
from assistant.language.verbs import is_past
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


_NOT_MEANT = re.compile(
    r"\b(?:not|n['’]t|no|never|than|rather than|but not|too \w+ to|afraid to|scared to|(?:her|his|their) (?:old|private|work)) "
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
    name = _own_name(message)
    if name:
        facts["sender_name"] = name if name[:1].isupper() else name.title()
    _own_role(message, name, facts)
    if "sender_organisation" not in facts:
        for pattern in (cues.WORK_AT, *cues.OWN_PLACE):
            if match := pattern.search(message):
                facts["sender_organisation"] = _org(match["org"])
                break
    return name


def _own_name(message: str) -> str:
    for pattern in (cues.SENDER, cues.SENDER_AFTER_ROLE, cues.LOW_SENDER, cues.SIGNATURE):
        for match in pattern.finditer(message):
            name = next(group for group in match.groups() if group)
            if not cues.NOT_A_NAME.match(name):
                return name
    return ""


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


def _pronoun(message: str) -> str:
    counts = {
        name: len(re.findall(rf"\b(?:{words})\b", message, re.IGNORECASE))
        for name, words in (("she", "she|her|hers"), ("he", "he|him|his"))
    }
    if counts["she"] and counts["he"]:
        return ""
    return next((name for name, count in counts.items() if count), "")


def _connection(message: str, reader: Person | None) -> str:
    """What made the person think of the reader: the first of these forms that is there."""
    if reader and re.search(r"\b(?:suggested|recommended|introduced|said I should|works? with)\b", message):
        for pattern in cues.SHARED[1:3]:
            if match := pattern.search(message):
                return correct_case(tidy(cues.CONNECTION_STOP.sub("", match["keep"])))
    for finder in (_heard, _shared, _thing, _favour_done, _done):
        if found := finder(message):
            return correct_case(found)
    name = re.escape(reader.name) if reader else ""
    did = re.search(rf"{name}(?:,[^,.]{{3,40}},)? (?P<keep>(?P<verb>[a-z]+) [^.!?;,\n]+)", message) if name else None
    return tidy(cues.CONNECTION_STOP.sub("", did["keep"])) if did and _is_deed(did["verb"]) else ""


def _shorten(words: str) -> str:
    return tidy(cues.CONNECTION_STOP.sub("", words))


def _heard(message: str) -> str:
    """What the person heard, read, met or visited of the reader's."""
    for match in cues.HEARD.finditer(message):
        verb = match["verb"].lower()
        if re.search(r"\b(?:if|that|whether|how|what|before|when) $", message[: match.start()], re.IGNORECASE):
            continue
        if not is_past(verb) or verb in cues.NOT_HEARD or not cues.THEIRS.search(match["rest"][:90]):
            continue
        found = _shorten((match[0] + match["rest"]).lstrip(" .!?;,\n"))
        if len(found.split()) >= 3 and cues.THEIRS.search(found[len(verb) :]):
            return re.sub(r"^(?:and|since) ", "", found)
    return ""


def _shared(message: str) -> str:
    for pattern in (cues.SHARED[0], cues.SHARED[4]):
        for match in pattern.finditer(message):
            if len(found := _shorten(match["keep"])) > 8 and not re.search(
                r"\b(?:whether|if|so|that|could|can|when|before|until) $", message[: match.start()], re.IGNORECASE
            ):
                return found
    return ""


def _thing(message: str) -> str:
    for pattern in (cues.THING_BY, cues.THING):
        for match in pattern.finditer(message):
            found = _shorten(match["keep"])
            bare = re.fullmatch(r"(?:her|his|their) \w+", found, re.IGNORECASE)
            if not cues.NOT_WHY.search(message[: match.start()]) and not (bare and len(found) < 14):
                return found
    return ""


def _favour_done(message: str) -> str:
    for pattern in (cues.SHARED[3], cues.SHARED[5]):
        for match in pattern.finditer(message):
            found = _shorten(match["keep"])
            if len(found.split()) >= 3 and not re.match(
                r"(?:she|he|they) (?:said (?!good)|told me (?:to|that)|asked|(?:gave|handed) me (?:a |his |her )?(?:card|number|mail)) ",
                found + " ",
                re.IGNORECASE,
            ):
                return found
    return ""


def _is_deed(verb: str) -> bool:
    return is_past(verb) and verb not in cues.NOT_DONE


def _done(message: str) -> str:
    """What the reader made or did, as told after "who" or a pronoun."""
    for match in cues.DID.finditer(message):
        verb = match["verb"].lower()
        if (
            (_is_deed(verb) if match["who"].lower() == "who" else verb in cues.MADE)
            and len(match["keep"].split()) >= 3
            and not cues.NOT_DID.search(message[: match.start()])
        ):
            return _shorten(match["keep"])
    return ""


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
