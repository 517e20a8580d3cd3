"""Facts for an agenda in a message as people type it."""

import re

from assistant.language.people import Person, people_in
from assistant.language.spans import correct_case, first_clause, sentence_of, tidy
from assistant.language.times import minutes_in, when_in
from assistant.model import Facts
from assistant.tasks.agenda import cues


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    _names(message, facts)
    if meeting := _meeting(message):
        facts["meeting"] = meeting
    if (
        minutes := minutes_in(re.sub(r"\b\d+ minutes? (?:late|early|ago)\b", " ", message))
    ) is not None and 5 <= minutes <= 240:
        facts["minutes"] = minutes
    if when := when_in(cues.LEAVING.sub(" ", message)):
        facts["when"] = when
    if purpose := first_clause(message, cues.PURPOSE, 140):
        facts["purpose"] = correct_case(purpose)
    if actions := _list_of(message, cues.ACTIONS, cues.ACTION_END):
        facts["actions"] = actions
        facts.setdefault("meeting", "recurring")
    topics = _list_of(cues.ASIDE.sub("", message), cues.TOPICS, cues.TOPIC_END)
    if topics := [topic for topic in topics if topic not in facts.get("purpose", "")]:
        facts["topics"] = topics
    if (match := cues.PLACE.search(message)) and cues.MEETS.search(sentence_of(message, match.start())):
        facts["place"] = match[0] if match["online"] else tidy(match[0])
    return facts


def _meeting(message: str) -> str:
    if cues.CLOSING.search(message):
        return "closing"
    if cues.FIRST.search(message) and not cues.LATER.search(message):
        return "first"
    return "recurring" if cues.RECURRING.search(message) else ""


def _names(message: str, facts: Facts) -> None:
    people = [person for person in people_in(message) if not cues.NOT_PRESENT.search(message[: person.start])]
    own = cues.ME.search(message) or cues.OWN.search(message)
    mine = own["name"] if own else ""
    for field, pattern in (("mentor_name", cues.MENTOR[0]), ("mentee_name", cues.MENTEE[0])):
        match = pattern.search(message)
        if match and (name := _full(match["name"], people)) != mine:
            facts[field] = name
    for match in cues.ROLE_AFTER.finditer(message):
        facts[f"{match['role'].lower()}_name"] = _full(match["name"], people)
    if own and cues.ME.search(message):
        facts["mentor_name" if re.match(r"mentor", own[0], re.IGNORECASE) else "mentee_name"] = mine
    others = [person for person in people if person.name not in (*facts.values(), mine) and person.score > -0.6]
    if others and not ("mentor_name" in facts and "mentee_name" in facts):
        _other_name(message, others[0], facts)
    if not others and not facts and (match := cues.LOW_NAME.search(message)):
        facts[_side(message, match.start("name"), "") or "mentee_name"] = match["name"]
    if mine and len(facts) == 1 and mine not in facts.values():
        facts["mentee_name" if "mentor_name" in facts else "mentor_name"] = mine


def _full(name: str, people: list[Person]) -> str:
    """The name as people_in has it: without a title or a word of the next sentence."""
    return next((p.name for p in people if name.startswith(p.name) or p.name.startswith(name)), name)


def _other_name(message: str, other: Person, facts: Facts) -> None:
    junior = cues.JUNIOR_AFTER.match(message[other.end :])
    side = "mentee_name" if junior and not other.title else _side(message, other.start, other.title)
    if side and side not in facts:
        facts[side] = other.name


def _side(message: str, start: int, title: str) -> str:
    """Whether the other person is the mentor or the mentee, by what is said of the two; empty when nothing tells."""
    if cues.I_MENTOR.search(message) or cues.JUNIOR.search(message[max(0, start - 90) : start]):
        return "mentee_name"
    if cues.I_MENTEE.search(message) or title and title.lower() not in ("mr", "mrs", "ms", "mx", "miss"):
        return "mentor_name"
    if cues.LED.search(message) or re.match(
        r"\W*\w+[^.]{0,40}\b(?:meeting|seeing|meet|see|with)\b", message, re.IGNORECASE
    ):
        return "mentee_name" if cues.LED.search(message) else ""
    return ""


_PRONOUN_PIECE = re.compile(r"(?:he|she|it|we|i|they|get to|do|be|have)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:the question of )?(?:(?:to|and|also|then|maybe|is|are|about) )*(?:i(?:['’]d| would)? (?:also )?(?:like"
    r"|want|love|need) to )?(?:(?:to|and|also) )*"
    r"(?:(?:agree|ask|say|find out|talk about|discuss|cover)(?: (?:her|him|them|on))? (?=how|what|whether|if"
    r"|which|why|when|the|my|his|her))?",
    re.IGNORECASE,
)


def _list_of(message: str, patterns: tuple[re.Pattern[str], ...], end: re.Pattern[str]) -> list[str]:
    """Every list after a cue, cut at commas and "and"; each thing in the message's words."""
    found: list[str] = []
    for pattern in patterns:
        for match in pattern.finditer(message):
            for piece in _split(end.sub("", match["list"])):
                thing = tidy(_LEAD.sub("", piece.strip()))
                known = any(thing in other or other in thing for other in found)
                if 2 < len(thing) <= 120 and not known and not _PRONOUN_PIECE.match(thing):
                    found.append(correct_case(thing))
    return found[:6]


def _split(text: str) -> list[str]:
    text = re.split(r",? (?:because|as i|although|before (?:we|his|her)|even though)\b|, since\b|\. ", text)[0]
    return [
        piece
        for piece in re.split(r",\s*(?:and |then )?(?=to |\w)| and (?:to |then )?(?=[\w'’]+ )| and (?=\w+$)| & ", text)
        if piece.strip()
    ]
