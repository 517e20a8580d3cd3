"""Composing a first message for its channel, from its brief and the skeleton."""

import re

from assistant.language.text import words
from assistant.language.voice import lower_start
from assistant.model import Brief, Style
from assistant.tasks.outreach.brief import OutreachBrief
from assistant.tasks.outreach.phrasing import facts_of, to_reader
from prompts.loader import load_skeleton

CHAT_WORDS = 60
_LIMITS = {"linkedin_note": 200, "linkedin_message": 400}


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
        # Of words to the reader, so that no wording depends on whether they are called she or he.
        self.turn = sum(map(ord, to_reader(brief, f"{brief.connection} {brief.goal}"))) + style.opening
        self.facts = facts_of(brief)
        self.added = [to_reader(brief, sentence) for sentence in style.added]

    def say(self, part: str, *more: str) -> str:
        if part in self.style.without:
            return ""
        place = {"in_person": ["spoken"], "chat": ["brief"], "linkedin_message": ["brief"], "linkedin_note": ["brief"]}
        brief = ["brief"] if self.style.length < 0 else []
        tags = [self.tone, *more, *place.get(self.brief.channel or "", []), *brief]
        return self.skeleton.say(part, self.facts, tags, self.turn)

    def email(self) -> str:
        who, why = self.say("who"), self.say("why")
        first = f"{who} {why}"
        if self.style.opening % 2 and not why.startswith("["):
            first = f"{self.say('why', 'brief')} {who}"
        goal = self.say("goal") if self.style.length > -2 else ""
        ask = self.say("ask_direct" if self.style.directness > 0 or self.tone == "formal" else "ask")
        middle = [goal, ask]
        if self._schedules():
            middle.append(self.say("timing"))
        closing = [self.say("out") if self.style.length > -2 else "", self.say("thanks")]
        if self.style.length > 0 or (self.style.length == 0 and len(words(_flow([first, *middle, *closing]))) < 50):
            middle.append(self.say("written") if self._schedules() else "")
        paragraphs = [first, _flow(middle), _flow([*self.added]), _flow(closing)]
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
        added = _flow([*self.added])
        brief_ask = self.say("note_ask_brief") if channel == "linkedin_note" else ask
        tries = [
            [hello, who, why, goal, ask, timing, added, out, thanks, name],
            [hello, who, why, goal, ask, added, out, thanks, name],
            [hello, who, why, ask, added, out, thanks, name],
            [hello, who, why, ask, added, thanks],
            [hello, who, why, brief_ask, added, thanks],
            [hello, short_who, why, brief_ask, added, thanks],
            [hello, who, why, ask, added],
            [hello, short_who, why, ask, added],
            [hello, who, ask, added, thanks],
        ]
        if self.style.length < 0:
            tries = tries[2:]
        texts = [_flow(parts) for parts in tries]
        return next((text for text in texts if len(text) <= limit), min(texts, key=len))

    def chat(self) -> str:
        """The request in the first line, then who and why; what does not fit in 60 words is left out from the end."""
        hello = f"{self.say('greeting').rstrip(',')}, {lower_start(self.say('ask_direct'))}"
        kept = [hello, self.say("chat_who"), self.say("why"), *self.added]
        for part in (self.say("note_thanks"), self.say("out"), self.say("timing") if self._schedules() else ""):
            if len(words(_flow([*kept, part]))) <= CHAT_WORDS:
                kept.append(part)
        thanks = self.say("note_thanks")
        kept = [*(part for part in kept if part != thanks), thanks] if thanks in kept else kept
        return _flow(kept)

    def spoken(self) -> str:
        hello = f"{self.facts['to']}? " if self.facts["to"] else "Hello. "
        parts = [
            self.say("note_who"),
            self.say("why"),
            self.say("goal"),
            self.say("ask"),
            *self.added,
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


def _flow(parts: list[str]) -> str:
    return " ".join(part for part in parts if part)
