"""The facts of a brief as the skeleton of a first message needs them: whom to greet, who writes, what subject."""

import re
from typing import Any

from assistant.language.address import greeted, with_initials
from assistant.language.text import sentence_case, words
from assistant.language.verbs import is_past, with_you
from assistant.language.voice import lower_start, name_to_you, to_you, with_capitals
from assistant.tasks.outreach.brief import OutreachBrief

_VERB_ASK = re.compile(
    r"^(?:visit|meet|speak|talk|see|shadow|call|ring|come|sit|watch|ask|send|hear|buy|join|have|borrow"
    r"|spend|learn|write|show|introduce|get|take|pick)\b",
    re.IGNORECASE,
)


_I_ASK = re.compile(
    r"^(?:can|could|may|might) (?:i|we) (?:please |just )?(?:ask (?:you )?(?:for )?|have |get )?", re.IGNORECASE
)
_YOU_MIGHT = re.compile(r"(?:can|could|would|will) you (?:please |just )?(?P<act>.+)", re.IGNORECASE)
_EVENT = re.compile(
    r"^(?:i|we|you|our|my|somebody|someone|a (?:friend|colleague)|[A-Z][\w'’-]+ (?:[A-Z]\w+ "
    r")?(?:suggested|recommended|told|said|mentioned|gave|introduced))\b",
    re.IGNORECASE,
)


_FINITE = re.compile(
    r"^your [^.]*?\b(?:changed|helped|made|taught|showed|got|convinced|gave|stayed|stuck|was|were|is"
    r"|has|opened|explained|saved|set)\b",
    re.IGNORECASE,
)
_PRESENT_ACT = re.compile(r"^(?:runs|keeps|works|teaches|leads|builds|makes|wrote|set up)\b", re.IGNORECASE)
_PERCEIVED = frozenset("saw heard read watched met loved visited enjoyed attended found used tried studied".split())


_QUESTION = re.compile(r"^(?:how|what|which|why|whether|where|when|who|if)\b", re.IGNORECASE)


def facts_of(brief: OutreachBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    connection, goal, ask = (
        to_reader(brief, brief.connection),
        to_reader(brief, brief.goal),
        to_reader(brief, brief.ask),
    )
    ask, for_reader = _I_ASK.sub("", ask), _YOU_MIGHT.match(ask)
    event = bool(_EVENT.match(connection)) or bool(_FINITE.search(connection))
    first = connection.split(" ", 1)[0].lower()
    if is_past(first) or _PRESENT_ACT.match(connection):
        connection, event = f"{'I' if first in _PERCEIVED else 'you'} {with_you(first)}{connection[len(first) :]}", True
    noun = "" if event else lower_start(connection)
    timing = "" if brief.timing in ask else with_capitals(brief.timing)
    when = bool(
        re.match(r"(?:in|on|at|before|after|next|this|early|late|during|around|some ?time)\b", timing, re.IGNORECASE)
    )
    topic = _topic(brief, goal, noun)
    return {
        "to": greeted(brief.recipient_name, brief.recipient_title, brief.tone or ""),
        "sender_name": with_initials(brief.sender_name),
        "i_am": _i_am(brief),
        "i_do": lower_start(brief.sender_role) if _ACTIVITY.match(brief.sender_role) else "",
        "connection_noun": noun,
        "connection_noun_start": sentence_case(noun),
        "connection_event": f"{sentence_case(connection)}." if event else "",
        "connection_slot": "" if connection else slots["connection"],
        "goal_question": lower_start(goal) if _QUESTION.match(goal) else "",
        "goal_topic": lower_start(goal) if goal and not _QUESTION.match(goal) and not _VERBAL.match(goal) else "",
        "goal_wish": lower_start(goal) if _VERBAL.match(goal) else "",
        "goal_slot": "" if goal or ask else f"I would like to learn {slots['goal']}.",
        "minutes": brief.minutes if not _VERB_ASK.match(ask) else None,
        "minutes_how": _how(ask),
        "ask_to": lower_start(ask) if _VERB_ASK.match(ask) else "",
        "ask_you": for_reader["act"] if for_reader else "",
        "ask_for": "" if for_reader or _VERB_ASK.match(ask) or brief.minutes else lower_start(ask),
        "ask_slot": "" if ask or brief.minutes else f"Could I ask you for {slots['ask']}?",
        "timing": "" if when else timing,
        "timing_start": "" if when else sentence_case(timing),
        "timing_when": timing if when else "",
        "topic": topic,
        "subject_topic": _subject_line(brief, noun, goal, topic),
    }


_VERBAL = re.compile(
    r"^(?:become|get|learn|understand|build|improve|move|find|start|grow|develop|make|do|talk|hear"
    r"|know|see|be|work|change|prepare|apply|choose|decide|run|set up|plan|take|lead|write|become)\b",
    re.IGNORECASE,
)


def to_reader(brief: OutreachBrief, text: str) -> str:
    """Words about the reader as words to the reader."""
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    text = with_capitals(to_you(text, brief.pronoun or _plural(brief, text)))
    return re.sub(r"\b(suggested|recommended) you\b", r"\1 that I write to you", text)


def _plural(brief: OutreachBrief, text: str) -> str:
    """ "they" when the reader was never called she or he, so that "their talk" can only mean the reader's."""
    said = f"{brief.connection} {brief.goal} {brief.ask}"
    if re.search(r"\b(?:she|he|her|his|him)\b", said, re.IGNORECASE):
        return ""
    return "they" if re.search(r"\b(?:they|their|them)\b", text, re.IGNORECASE) else ""


def _i_am(brief: OutreachBrief) -> str:
    role, place = brief.sender_role.strip(), brief.sender_organisation.strip()
    if role and _ACTIVITY.match(role):
        return ""
    if role and not _DETERMINED.match(role):
        article = "an" if _VOWEL.match(role) else "a"
        role = f"{article} {lower_start(role)}"
    if place and place.split()[-1].islower() and not re.match(r"(?:the|a|an|our|my)\b", place, re.IGNORECASE):
        place = f"the {place}"
    where = "" if not place or place.lower() in role.lower() else f" at {place}"
    return f"{role}{where}" if role else f"at {place}" if place else ""


_DETERMINED = re.compile(r"(?:an?|the|one|in|at|your|head|based|currently)\b", re.IGNORECASE)
_VOWEL = re.compile(r"(?!uni|one|eu|use)[aeiou]", re.IGNORECASE)
_ACTIVITY = re.compile(
    r"^(?:run|repair|translate|teach|work|manage|lead|keep|make|study|train|drive|cook|weld|bake|build"
    r"|design|write|research|own|look after|fix)\b",
    re.IGNORECASE,
)


def _how(ask: str) -> str:
    match = re.search(
        r"\b(?:on (?:zoom|teams|the phone|a call|skype)|by (?:phone|video|zoom)|over (?:the phone|coffee"
        r"|zoom|lunch|video)|in person|online)\b",
        ask,
        re.IGNORECASE,
    )
    if match:
        return match[0]
    if re.search(r"\bphone call\b", ask, re.IGNORECASE):
        return "by phone"
    if re.search(r"\bcoffee\b", ask, re.IGNORECASE):
        return "over a coffee"
    return "for a call" if re.search(r"\bcall\b", ask, re.IGNORECASE) else "to talk"


def _topic(brief: OutreachBrief, goal: str, noun: str) -> str:
    if goal and not _VERBAL.match(goal):
        return lower_start(goal)
    match = re.search(r"\b(?:on|about) ([^,.]{3,60})$", noun)
    return match[1] if match else ""


def _subject_line(brief: OutreachBrief, noun: str, goal: str, topic: str) -> str:
    """Three to eight words that name the topic, cut where a phrase ends."""
    named = re.search(r"\byour [^,.;]+", to_reader(brief, brief.connection))
    lines = (
        sentence_case(noun) if noun.startswith("your ") else "",
        sentence_case(lower_start(goal)) if _QUESTION.match(goal) else f"A question about {topic}" if topic else "",
        sentence_case(named[0]) if named else "",
        sentence_case(noun),
    )
    for line in lines:
        short = _cut(line, 8)
        if len(words(short)) >= 3:
            return short
    return ""


def _cut(line: str, most: int) -> str:
    parts = line.split()
    if len(parts) <= most:
        return line.rstrip(".,")
    cut = parts[:most]
    while len(cut) > 3 and (cut[-1].lower() in _WEAK or parts[len(cut)].lower() not in _BREAKS):
        cut.pop()
    if len(cut) <= 3:
        cut = parts[:most]
        while len(cut) > 3 and cut[-1].lower() in _WEAK:
            cut.pop()
    return " ".join(cut).rstrip(".,")


_WEAK = frozenset(
    "a an the on of in at to for from and or with about your my by how what which who that is are was".split()
)


_BREAKS = frozenset(
    (
        "on of in at to for from and or with about by how what which who that when where during after "
        "before because since into last next this"
    ).split()
)
