"""Composing an agenda from its brief and the skeleton."""

import re
from typing import Any

from assistant.language.text import sentence_case
from assistant.language.voice import join_list, lower_start, with_capitals
from assistant.model import Brief, Style
from assistant.tasks.agenda.brief import AgendaBrief
from prompts.loader import load_skeleton

_SHARE = {
    "first_introductions": 2, "first_goals": 4, "first_focus": 4, "first_expectations": 3, "first_confidentiality": 2,
    "first_logistics": 2, "first_next": 2,
    "recurring_review": 2, "recurring_wins": 2, "recurring_focus": 6, "recurring_next": 2,
    "closing_gains": 4, "closing_review": 2, "closing_helped": 3, "closing_next": 3, "closing_focus": 3,
    "closing_continues": 2,
}  # fmt: skip


_OWNER = {
    "first_goals": "mentee",
    "first_focus": "mentee",
    "first_next": "mentee",
    "recurring_review": "mentee",
    "recurring_wins": "mentee",
    "recurring_focus": "mentee",
    "closing_gains": "mentee",
    "closing_next": "mentee",
    "closing_focus": "mentee",
    "closing_review": "mentee",
}


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """A title as subject and the agenda as Markdown."""
    assert isinstance(brief, AgendaBrief)
    meeting = brief.meeting or "recurring"
    skeleton, facts = load_skeleton("agenda"), _facts(brief)
    turn = sum(map(ord, brief.purpose + "".join(brief.topics))) + style.opening

    def say(part: str, **more: str) -> str:
        return "" if part in style.without else skeleton.say(part, {**facts, **more}, [meeting], turn)

    parts = _parts(meeting, brief, style)
    lines = [(name, say(name, topic=topic)) for name, topic in parts]
    lines = [(name, line) for name, line in lines if line]
    minutes = minutes_by_share([name for name, _ in lines], brief.minutes or 45)
    items = [
        f"{n}. {line} ({spent} min, {_owner(name, brief)})"
        for n, ((name, line), spent) in enumerate(zip(lines, minutes, strict=True), 1)
    ]
    head = " · ".join(part for part in (brief.when, brief.place, f"{brief.minutes or 45} minutes") if part)
    blocks = [
        f"# {say('title')}",
        sentence_case(with_capitals(head)),
        _purpose_line(brief, say("purpose")),
        say("owner") if style.length > -2 else "",
        "\n".join(items),
        say("questions") if style.length > -1 else "",
        "\n".join([*style.added]),
        f"{say('actions')}\n{say('next')}".strip(),
    ]
    return "", "\n\n".join(block for block in blocks if block)


def _parts(meeting: str, brief: AgendaBrief, style: Style) -> list[tuple[str, str]]:
    """Three to six items for the kind of meeting, the mentee's topics among them."""
    topics = [_shared(topic, brief) for topic in brief.topics if topic]
    short = (brief.minutes or 45) < 25 or style.length < 0
    if meeting == "first":
        own = [topic for topic in topics if not _STANDING.search(topic)]
        focus = [("first_focus", join_list(own[:3]))] if own else [("first_goals", "")]
        return [
            ("first_introductions", ""),
            *focus,
            ("first_expectations", ""),
            ("first_confidentiality", ""),
            ("first_logistics", ""),
            ("first_next", ""),
        ]
    if meeting == "recurring":
        most = 1 if short else 3
        grouped = [*topics[: most - 1], join_list(topics[most - 1 :])] if len(topics) > most else topics
        focus = [("recurring_focus", topic) for topic in grouped] or [("recurring_focus", "")]
        return [("recurring_review", ""), ("recurring_wins", ""), *focus, ("recurring_next", "")]
    focus = [("closing_focus", sentence_case(join_list(topics)))] if topics else []
    review = [("closing_review", "")] if brief.actions else []
    return [
        *review,
        ("closing_gains", ""),
        *focus,
        ("closing_helped", ""),
        ("closing_next", ""),
        ("closing_continues", ""),
    ]


_STANDING = re.compile(
    r"\b(?:expectations?|confidential\w*|introductions?|logistics|next steps?|roles|calendar|how often|goals)\b",
    re.IGNORECASE,
)


def _shared(topic: str, brief: AgendaBrief) -> str:
    """A topic as both will read it: "his graphs" becomes "Tom's graphs"."""
    topic = re.sub(
        r"^(?:i|we) (?:want|need|would like|have) to (?:ask|talk|speak) about ", "", topic, flags=re.IGNORECASE
    )
    name = brief.mentee_name.split()[0] if brief.mentee_name else ""
    whose = f"{name}{'’' if name.endswith('s') else '’s'} " if name else "the mentee’s "
    return with_capitals(re.sub(r"^(?:his|her|their) ", whose, topic, flags=re.IGNORECASE))


def minutes_by_share(names: list[str], length: int) -> list[int]:
    """Whole minutes by weight; five to ten stay free from 30 minutes on, two in a shorter meeting."""
    free = 2 if length < 30 else 5 if length <= 60 else 10
    weight = sum(_SHARE[name] for name in names)
    shares = [max(2, (length - free) * _SHARE[name] // weight) for name in names]
    heaviest = sorted(range(len(names)), key=lambda i: -_SHARE[names[i]])
    for i in range(max(0, length - free - sum(shares))):
        shares[heaviest[i % len(heaviest)]] += 1
    while sum(shares) > length - free and max(shares) > 1:
        shares[shares.index(max(shares))] -= 1
    return shares


def _owner(name: str, brief: AgendaBrief) -> str:
    if _OWNER.get(name) == "mentee":
        return brief.mentee_name.split()[0] if brief.mentee_name else "mentee"
    return "both"


def _purpose_line(brief: AgendaBrief, line: str) -> str:
    return (
        line.replace("By the end", "**Purpose:** By the end", 1)
        if line.startswith("By the end")
        else line.replace("Purpose:", "**Purpose:**", 1)
    )


_PURPOSE_LEAD = re.compile(
    r"^(?:by the end(?: of (?:it|the meeting))?,? )?(?:(?:i|we) (?:want|would like|need|hope|have) "
    r"(?:us |it )?to |to |i['’]d like (?:us )?to )?",
    re.IGNORECASE,
)
_VERBAL = re.compile(
    r"(?:leave|get|find|decide|agree|hear|settle|choose|work|plan|figure|finish|understand|make|pick"
    r"|set|walk|end|talk|sort"
    r"|know|define|clarify|prepare|close|review|draft|solve|discuss|have|come|build|learn|see|give|write|name|take|look"
    r"|start|begin|help|thank|say|stop|move|use|check|practi[sc]e|rehearse|compare|go|turn|say|share"
    r"|ask|tell|celebrate)\b",
    re.IGNORECASE,
)


def _facts(brief: AgendaBrief) -> dict[str, Any]:
    names = [name for name in (brief.mentee_name, brief.mentor_name) if name]
    purpose = lower_start(_PURPOSE_LEAD.sub("", with_capitals(brief.purpose))).rstrip(".")
    verbal = bool(_VERBAL.match(purpose))
    return {
        "pair": join_list(names) if len(names) == 2 else f"{names[0]}" if names else "",
        "mentee": brief.mentee_name.split()[0] if brief.mentee_name else "",
        "purpose_by": purpose if verbal else "",
        "purpose_is": "" if verbal else purpose,
        "purpose_of": join_list([lower_start(_shared(topic, brief)) for topic in brief.topics])
        if brief.topics and brief.meeting != "first"
        else "",
        "topic": "",
        "action_list": join_list([lower_start(action) for action in brief.actions]),
        "next_meeting": brief.next_meeting,
    }
