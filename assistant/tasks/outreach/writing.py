"""Composing a first message from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.text import sentence_case, words
from assistant.language.voice import lower_start, name_to_you, to_you
from assistant.model import Brief, Style
from assistant.tasks.outreach.brief import OutreachBrief
from prompts.loader import load_skeleton

_LIMITS = {"linkedin_note": 200, "linkedin_message": 400}


_VERB_ASK = re.compile(
    r"^(?:visit|meet|speak|talk|see|shadow|call|ring|come|sit|watch|ask|send|hear|buy|join|have|borrow"
    r"|spend|learn|write|show|introduce|get|take|pick)\b",
    re.IGNORECASE,
)


_EVENT = re.compile(
    r"^(?:i|we|you|our|my|somebody|someone|a (?:friend|colleague)|[A-Z][\w'’-]+ (?:[A-Z]\w+ "
    r")?(?:suggested|recommended|told|said|mentioned|gave|introduced))\b",
    re.IGNORECASE,
)


_PAST_EVENT = re.compile(
    r"^(?:wrote|gave|spoke|runs?|ran|built|won|led|founded|designed|published|talked|presented|taught"
    r"|explained|keeps?|works?|worked|moved|made|started)\b",
    re.IGNORECASE,
)


_QUESTION = re.compile(r"^(?:how|what|which|why|whether|where|when|who|if)\b", re.IGNORECASE)


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """Subject and body for the channel of the brief."""
    assert isinstance(brief, OutreachBrief)
    letter = _Letter(brief, style)
    match brief.channel or "email":
        case "email":
            return letter.say("subject") or "[the topic in three to eight words]", letter.email()
        case "linkedin_message" | "linkedin_note" as channel:
            return "", letter.fitted(_LIMITS[channel], channel)
        case "chat":
            return "", letter.chat()
        case "in_person":
            return "", letter.spoken()


class _Letter:
    """One message in the making: the facts as the skeleton needs them."""

    def __init__(self, brief: OutreachBrief, style: Style) -> None:
        self.brief, self.style = brief, style
        self.tone = brief.tone or "neutral"
        self.skeleton = load_skeleton("outreach")
        self.turn = sum(map(ord, brief.recipient_name + brief.sender_name + brief.connection)) + style.opening
        self.facts = _facts(brief)

    def say(self, part: str) -> str:
        if part in self.style.without:
            return ""
        return self.skeleton.say(part, self.facts, [self.tone], self.turn)

    def email(self) -> str:
        who, why = self.say("who"), self.say("why")
        first = f"{who} {why}" if self.style.opening % 2 == 0 or why.startswith("[") else f"{why} {who}"
        goal = self.say("goal") if self.style.length > -2 else ""
        ask = self.say("ask_direct" if self.style.directness > 0 or self.tone == "formal" else "ask")
        middle = [goal, ask]
        if self._schedules():
            middle.append(self.say("timing"))
        closing = [self.say("out") if self.style.length > -1 and self.style.directness < 1 else "", self.say("thanks")]
        if self.style.length > 0 or (self.style.length == 0 and len(words(_flow([first, *middle, *closing]))) < 50):
            middle.append(self.say("written") if self._schedules() else "")
        paragraphs = [first, _flow(middle), _flow([*self.style.added]), _flow(closing)]
        return "\n\n".join([self.say("greeting"), *(p for p in paragraphs if p), self.say("sign")])

    def fitted(self, limit: int, channel: str) -> str:
        """The fullest message that keeps to the limit; the request always stays."""
        hello, ask = (
            self.say("greeting"),
            self.say("note_ask") if channel == "linkedin_note" else self.say("ask_direct"),
        )
        who, why, thanks, name = (
            self.say("note_who"),
            self.say("note_why"),
            self.say("note_thanks"),
            self.brief.sender_name,
        )
        short_who = f"I'm {name}." if name else who
        goal, timing = (
            ("", "")
            if channel == "linkedin_note"
            else (self.say("goal"), self.say("timing") if self._schedules() else "")
        )
        out = "" if channel == "linkedin_note" else self.say("out")
        added = _flow([*self.style.added])
        tries = [
            [hello, who, why, goal, ask, timing, added, out, thanks, name],
            [hello, who, why, goal, ask, added, out, thanks, name],
            [hello, who, why, ask, added, out, thanks, name],
            [hello, who, why, ask, added, thanks],
            [hello, who, why, ask, added],
            [hello, short_who, why, ask, added],
            [hello, who, ask, added, thanks],
        ]
        if self.style.length < 0:
            tries = tries[2:]
        texts = [_flow(parts) for parts in tries]
        return next((text for text in texts if len(text) <= limit), min(texts, key=len))

    def chat(self) -> str:
        ask = self.say("ask_direct")
        rest = [
            self.say("who"),
            self.say("why"),
            self.say("timing") if self._schedules() else "",
            *self.style.added,
            self.say("out"),
            self.say("note_thanks"),
        ]
        hello = self.say("greeting").rstrip(",")
        while rest and len(words(_flow([hello, ask, *rest]))) > 60:
            rest.pop(2 if len(rest) > 3 else 0)
        return f"{hello}, {lower_start(ask)} {_flow(rest)}".strip()

    def spoken(self) -> str:
        hello = f"{self.facts['to']}? " if self.facts["to"] else "Hello. "
        parts = [
            self.say("note_who"),
            self.say("why"),
            self.say("goal"),
            self.say("ask"),
            *self.style.added,
            self.say("note_thanks"),
            self.say("exit"),
        ]
        if len(words(hello + _flow(parts))) > 75:
            parts.pop(2)
        return hello + _flow(parts)

    def _schedules(self) -> bool:
        if self.brief.minutes is not None:
            return True
        return bool(
            re.search(
                r"\b(?:call|talk|meet|coffee|chat|visit|hour|minutes?|zoom|phone|speak|shadow|day|morning)\b",
                self.brief.ask,
                re.IGNORECASE,
            )
        )


def _facts(brief: OutreachBrief) -> dict[str, Any]:
    slots = {name: ask.slot for name, ask in brief.asks.items()}
    connection, goal, ask = (
        _to_reader(brief, brief.connection),
        _to_reader(brief, brief.goal),
        _to_reader(brief, brief.ask),
    )
    event = bool(_EVENT.match(connection))
    if _PAST_EVENT.match(connection):
        connection, event = "you " + connection, True
    noun = "" if event else lower_start(connection)
    topic = _topic(brief, goal, noun)
    return {
        "to": _address(brief),
        "sender_name": brief.sender_name,
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
        "ask_for": "" if _VERB_ASK.match(ask) or brief.minutes else lower_start(ask),
        "ask_slot": "" if ask or brief.minutes else f"Could I ask you for {slots['ask']}?",
        "timing": "" if brief.timing in ask else brief.timing,
        "timing_start": "" if brief.timing in ask else sentence_case(brief.timing),
        "topic": topic,
        "subject_topic": _subject_line(brief, noun, goal, topic),
    }


_VERBAL = re.compile(
    r"^(?:become|get|learn|understand|build|improve|move|find|start|grow|develop|make|do|talk|hear"
    r"|know|see|be|work|change|prepare|apply|choose|decide|run|set up|plan|take|lead|write|become)\b",
    re.IGNORECASE,
)


def _to_reader(brief: OutreachBrief, text: str) -> str:
    text = name_to_you(text, brief.recipient_name) if brief.recipient_name else text
    text = to_you(text, brief.pronoun or "")
    return re.sub(r"\b(suggested|recommended) you\b", r"\1 that I write to you", text)


def _address(brief: OutreachBrief) -> str:
    """How the reader is greeted: title and family name when there is a title, else the name as given."""
    name = " ".join(
        part
        if part[:1].isupper() or part in ("van", "von", "de", "der", "den", "del", "da", "y", "al", "bin")
        else part.capitalize()
        for part in brief.recipient_name.split()
    )
    if not name:
        return ""
    if not brief.recipient_title:
        return name if brief.tone == "formal" else name.split()[0] if brief.tone == "warm" else name
    title = {"dr": "Dr", "doctor": "Dr", "prof": "Professor", "professor": "Professor"}.get(
        brief.recipient_title.lower().rstrip("."), brief.recipient_title.rstrip(".")
    )
    return f"{title[:1].upper()}{title[1:]} {_family_name(name)}"


def _family_name(name: str) -> str:
    parts = name.split()
    for i, part in enumerate(parts[1:], 1):
        if part.lower() in (
            "van",
            "von",
            "de",
            "der",
            "den",
            "del",
            "della",
            "da",
            "dos",
            "el",
            "al",
            "bin",
            "le",
            "la",
            "ní",
            "'t",
        ):
            return " ".join(parts[i:])
    if len(parts) >= 4 and parts[-2].lower() == "y":
        return " ".join(parts[-3:])
    return parts[-1]


def _i_am(brief: OutreachBrief) -> str:
    role, place = brief.sender_role.strip(), brief.sender_organisation.strip()
    if role and _ACTIVITY.match(role):
        return ""
    if role and not re.match(r"(?:an?|the|one|in|at|your|head|based|currently)\b", role, re.IGNORECASE):
        role = (
            f"{'an' if re.match(r'[aeiou]', role, re.IGNORECASE) and not re.match(r'(?:uni|one|eu|use)', role, re.IGNORECASE) else 'a'} "
            f"{lower_start(role)}"
        )
    where = "" if not place or place.lower() in role.lower() else f" at {place}"
    return f"{role}{where}" if role else f"at {place}" if place else ""


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
    named = re.search(r"\byour [^,.;]+", _to_reader(brief, brief.connection))
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
    return " ".join(cut).rstrip(".,") if len(cut) > 3 else " ".join(parts[:most]).rstrip(".,")


_WEAK = frozenset(
    "a an the on of in at to for from and or with about your my by how what which who that is are was".split()
)


_BREAKS = frozenset(
    (
        "on of in at to for from and or with about by how what which who that when where during after "
        "before because since into last next this"
    ).split()
)


def _flow(parts: list[str]) -> str:
    return " ".join(part for part in parts if part)
