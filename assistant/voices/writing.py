"""Composing texts in other languages from a skeleton's layout; agendas from their items."""

from typing import Any

from assistant.language.text import sentence_case, words
from assistant.model import Brief, Style
from assistant.tasks.agenda.writing import minutes_by_share
from assistant.voices.briefs import VoiceBrief
from assistant.voices.catalogue import words_of
from assistant.voices.facts import address_of, facts_of, listed, tags_of
from prompts.loader import Skeleton, load_skeleton

LIMITS = {"linkedin_note": 200, "linkedin_message": 400}
"""Characters, as OUT-2 has them."""
CHAT_WORDS = 60
"""Words, as CHAN-1 has them."""
LAST = 3
"""From so many messages on the next one lets the matter rest, as in English."""
_MOST_TOPICS = 3
_MENTEES = frozenset(
    "first_goals first_focus first_next recurring_review recurring_wins recurring_focus closing_gains closing_next"
    " closing_focus closing_review".split()
)
"""Items that the mentee brings."""


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """Subject and body of a text in the brief's language."""
    assert isinstance(brief, VoiceBrief)
    skeleton = load_skeleton(brief.task, brief.language)
    if brief.task == "agenda":
        return "", _agenda(brief, style, skeleton)
    return _Page(brief, style, skeleton).text()


class _Page:
    """One text in the making."""

    def __init__(self, brief: VoiceBrief, style: Style, skeleton: Skeleton) -> None:
        self.brief, self.style, self.skeleton = brief, style, skeleton
        self.said, self.facts = words_of(brief.language), facts_of(brief)
        known = brief.known
        self.channel = _channel(brief.task, known)
        self.tags = [*tags_of(brief), *(["direct"] if style.directness > 0 else [])]
        self.tags += ["warm"] if known.get("tone") == "warm" else []
        self.tags += ["last"] if known.get("times", 1) == LAST - 1 else []
        told = sorted(str(value) for name, value in known.items() if not name.endswith("_name"))
        self.turn = sum(map(ord, "".join(told))) + style.opening

    def text(self) -> tuple[str, str]:
        subject = self.part("subject") if self.channel == "email" and "subject" in self.skeleton.parts else ""
        dropped = self.skeleton.optional[: -self.style.length] if self.style.length < 0 else ()
        body = self.body(dropped)
        for count in range(len(dropped), len(self.skeleton.optional) + 1):
            body = self.body(self.skeleton.optional[:count])
            if self._fits(body):
                break
        return subject, body

    def _fits(self, body: str) -> bool:
        limit = LIMITS.get(self.channel)
        return len(body) <= limit if limit else self.channel != "chat" or len(words(body)) <= CHAT_WORDS

    def part(self, name: str) -> str:
        if name == "added":
            return " ".join(self.style.added)
        return "" if name in self.style.without else self.skeleton.say(name, self.facts, self.tags, self.turn)

    def body(self, dropped: tuple[str, ...]) -> str:
        paragraphs: list[str] = []
        for names in self.skeleton.layout[self.channel]:
            said = [self.part(name) for name in names if name not in dropped]
            if line := self._flow([part for part in said if part]):
                paragraphs.append(line)
        small = self.said.after_greeting_small and bool(paragraphs) and self._greets(paragraphs[0])
        return "\n\n".join(
            paragraph if small and i == 1 else sentence_case(paragraph) for i, paragraph in enumerate(paragraphs)
        )

    def _flow(self, parts: list[str]) -> str:
        """Sentences one after another, each with a capital; after a comma or a colon without one."""
        joined = ""
        for part in parts:
            if joined.endswith((",", ":")):
                joined += f" {self._small(part)}"
            else:
                joined += f" {sentence_case(part)}" if joined else part
        return joined

    def _small(self, part: str) -> str:
        """With a small first letter, unless it begins with a name or the language writes nouns with capitals."""
        named = any(part.startswith(str(value)) for name, value in self.brief.known.items() if name.endswith("_name"))
        return part if named or self.said.after_greeting_small else part[:1].lower() + part[1:]

    def _greets(self, paragraph: str) -> bool:
        return self.said.pattern("greeting").match(paragraph) is not None


def _channel(task: str, known: dict[str, Any]) -> str:
    if task == "feedback":
        channel = str(known.get("channel", "spoken"))
        return f"appreciative_{channel}" if known.get("kind") == "appreciative" else channel
    if task == "follow_up" and known.get("times", 1) >= LAST:
        return "release"
    return str(known.get("channel", "email"))


def _agenda(brief: VoiceBrief, style: Style, skeleton: Skeleton) -> str:
    said, known = words_of(brief.language), brief.known
    meeting, length = str(known.get("meeting", "recurring")), int(known.get("minutes", 45))
    names = tuple(str(known[name]) for name in ("mentee_name", "mentor_name") if name in known)
    mentee = str(known.get("mentee_name", "")).split(" ")[0]
    facts = {
        "pair": listed(said, names),
        "mentee": mentee,
        "purpose": str(known.get("purpose", "")).strip().rstrip("."),
        "action_list": listed(said, tuple(known.get("actions", ()))),
        "next_meeting": known.get("next_meeting", ""),
    }
    turn = sum(map(ord, facts["purpose"])) + style.opening

    def say(part: str, topic: str = "") -> str:
        tags = [meeting, address_of(brief)]
        return "" if part in style.without else skeleton.say(part, {**facts, "topic": topic}, tags, turn)

    lines = [
        (part, line) for part, topic in _items(meeting, brief, short=style.length < 0) if (line := say(part, topic))
    ]
    minutes = minutes_by_share([part for part, _ in lines], length)
    both = said.both
    items = [
        f"{n}. {line} ({spent} min, {(mentee or said.mentee) if part in _MENTEES else both})"
        for n, ((part, line), spent) in enumerate(zip(lines, minutes, strict=True), 1)
    ]
    head = " · ".join(str(part) for part in (known.get("when"), known.get("place"), f"{length} min") if part)
    blocks = [
        f"# {say('title')}",
        sentence_case(head),
        say("purpose"),
        say("owner") if style.length > -2 else "",
        "\n".join(items),
        say("questions") if style.length > -1 else "",
        "\n".join(style.added),
        f"{say('actions')}\n{say('next')}".strip(),
    ]
    return "\n\n".join(block for block in blocks if block)


def _items(meeting: str, brief: VoiceBrief, *, short: bool) -> list[tuple[str, str]]:
    """Three to six items for the kind of meeting with their topics, the mentee's among them."""
    said, topics = words_of(brief.language), tuple(map(str, brief.known.get("topics", ())))
    if meeting == "first":
        focus = [("first_focus", listed(said, topics))] if topics else [("first_goals", "")]
        rest = ("first_expectations", "first_confidentiality", "first_logistics", "first_next")
        return [("first_introductions", ""), *focus, *((part, "") for part in rest)]
    if meeting == "recurring":
        most = 1 if short or int(brief.known.get("minutes", 45)) < 25 else _MOST_TOPICS
        grouped = (*topics[: most - 1], listed(said, topics[most - 1 :])) if len(topics) > most else topics
        focus = [("recurring_focus", topic) for topic in grouped] or [("recurring_focus", "")]
        return [("recurring_review", ""), ("recurring_wins", ""), *focus, ("recurring_next", "")]
    review = [("closing_review", "")] if brief.known.get("actions") else []
    focus = [("closing_focus", sentence_case(listed(said, topics)))] if topics else []
    rest = [("closing_helped", ""), ("closing_next", ""), ("closing_continues", "")]
    return [*review, ("closing_gains", ""), *focus, *rest]
