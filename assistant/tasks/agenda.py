"""Agenda: a plan for one mentoring meeting, with minutes that add up."""

from typing import Any, ClassVar, Literal

from pydantic import Field

from assistant.checks import agenda as agenda_checks
from assistant.checks import grounding, safety
from assistant.language.text import sentence_case
from assistant.language.voice import join_list, lower_start
from assistant.model import Ask, Brief, Choice, Style, Task
from assistant.tasks._agenda_reading import read
from knowledge.model import Role
from prompts.loader import load_skeleton

Meeting = Literal["first", "recurring", "closing"]


class AgendaBrief(Brief):
    """What an agenda needs."""

    meeting: Meeting | None = Field(None, title="Which meeting")
    minutes: int | None = Field(None, title="Minutes", ge=15, le=90)
    mentee_name: str = Field("", title="Mentee")
    mentor_name: str = Field("", title="Mentor")
    when: str = Field("", title="When")
    place: str = Field("", title="Where")
    purpose: str = Field("", title="Purpose")
    topics: list[str] = Field(default_factory=list, title="Topics")
    actions: list[str] = Field(default_factory=list, title="Agreed last time")
    next_meeting: str = Field("", title="Next meeting")

    asks: ClassVar[dict[str, Ask]] = {
        "meeting": Ask(
            question="Is this a first meeting, one of a series, or the last one?",
            why="A first meeting needs ground rules, a later one begins with what was promised.",
            example="it is our first",
            order=1,
        ),
        "minutes": Ask(
            question="How long have you got?",
            why="The minutes of the items have to fit, with some left free.",
            example="45 minutes",
            order=2,
        ),
        "purpose": Ask(
            question="What should be different when you leave the room?",
            why="One purpose lets you drop what does not serve it.",
            example="I want us to decide whether I apply for the course",
            order=3,
            slot="[what you will have decided or learnt]",
        ),
        "topics": Ask(
            question="What must be talked about? Name one to three things.",
            why="At least half of the items should be the mentee's.",
            example="the presentation in May, and how to say no",
            order=4,
            slot="[the topic]",
        ),
        "actions": Ask(
            question="What was agreed last time?",
            why="Reviewing what was promised keeps promises alive.",
            example="call two suppliers and redo the CV",
            order=5,
        ),
        "when": Ask(
            question="When is it?",
            why="It goes into the calendar file.",
            example="Tuesday 24 November at 14:00",
            order=6,
        ),
    }


_SHARE = {
    "first_introductions": 2, "first_goals": 4, "first_focus": 4, "first_expectations": 3, "first_confidentiality": 2, "first_logistics": 2, "first_next": 2,
    "recurring_review": 2, "recurring_wins": 2, "recurring_focus": 6, "recurring_next": 2,
    "closing_gains": 4, "closing_review": 2, "closing_helped": 3, "closing_next": 3, "closing_focus": 3, "closing_continues": 2,
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


def wanted(brief: Brief) -> tuple[str, ...]:
    """The fields worth asking for: only a later meeting has actions to review."""
    assert isinstance(brief, AgendaBrief)
    if brief.meeting == "recurring":
        return ("meeting", "minutes", "topics", "actions", "when")
    return (
        ("meeting", "minutes", "purpose", "topics", "when")
        if brief.meeting != "first"
        else ("meeting", "minutes", "topics", "when")
    )


def compose(brief: Brief, style: Style) -> tuple[str, str]:
    """A title as subject and the agenda as Markdown."""
    assert isinstance(brief, AgendaBrief)
    meeting = brief.meeting or ("first" if not brief.actions else "recurring")
    skeleton, facts = load_skeleton("agenda"), _facts(brief)
    turn = sum(map(ord, brief.mentee_name + brief.mentor_name)) + style.opening

    def say(part: str, **more: str) -> str:
        return "" if part in style.without else skeleton.say(part, {**facts, **more}, [meeting], turn)

    parts = _parts(meeting, brief, style)
    lines = [(name, say(name, topic=topic)) for name, topic in parts]
    lines = [(name, line) for name, line in lines if line]
    minutes = _minutes([name for name, _ in lines], brief.minutes or 45)
    items = [
        f"{n}. {line} ({spent} min, {_owner(name, brief)})"
        for n, ((name, line), spent) in enumerate(zip(lines, minutes, strict=True), 1)
    ]
    head = " · ".join(part for part in (brief.when, brief.place, f"{brief.minutes or 45} minutes") if part)
    blocks = [
        f"# {say('title')}",
        sentence_case(head),
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
    topics = [topic for topic in brief.topics if topic]
    short = (brief.minutes or 45) < 25 or style.length < 0
    if meeting == "first":
        focus = [("first_focus", join_list(topics[:3]))] if topics else [("first_goals", "")]
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
        grouped = topics[: most - 1] + [join_list(topics[most - 1 :])] if len(topics) > most else topics
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


def _minutes(names: list[str], length: int) -> list[int]:
    """Whole minutes by weight, with five to ten left free (from 30 minutes on; two below that)."""
    free = 2 if length < 30 else 5 if length <= 60 else 10
    weight = sum(_SHARE[name] for name in names)
    step = 5 if length >= 60 else 1
    shares = [
        max(step if length >= 60 else 2, int((length - free) * _SHARE[name] / weight) // step * step) for name in names
    ]
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


def _facts(brief: AgendaBrief) -> dict[str, Any]:
    names = [name for name in (brief.mentee_name, brief.mentor_name) if name]
    purpose = lower_start(brief.purpose).rstrip(".")
    return {
        "pair": join_list(names) if len(names) == 2 else f"{names[0]}" if names else "",
        "mentee": brief.mentee_name.split()[0] if brief.mentee_name else "",
        "purpose_by": purpose,
        "purpose_of": join_list([lower_start(topic) for topic in brief.topics])
        if brief.topics and brief.meeting != "first"
        else "",
        "topic": "",
        "action_list": join_list([lower_start(action) for action in brief.actions]),
        "next_meeting": brief.next_meeting,
    }


def setting(brief: Brief) -> dict[str, Any]:
    assert isinstance(brief, AgendaBrief)
    return {"meeting": brief.meeting or ("first" if not brief.actions else "recurring"), "minutes": brief.minutes}


def choices(brief: Brief, style: Style) -> tuple[Choice, ...]:
    """Why the agenda is the way it is, each with the passage behind it."""
    assert isinstance(brief, AgendaBrief)
    meeting = setting(brief)["meeting"]
    listed = [
        Choice(
            "Some minutes are left free, for what comes up.",
            "time-boxing-a-meeting#minutes-and-slack",
            "minutes slack free",
        ),
        Choice(
            "Most items belong to the mentee, who sends it ahead.",
            "owning-the-agenda#who-drafts",
            "mentee drafts agenda",
        ),
    ]
    if meeting == "first":
        listed.insert(
            0,
            Choice(
                "Confidentiality stands there with its limits, before anything is promised.",
                "confidentiality-and-its-limits#what-to-promise",
                "promise limits",
            ),
        )
        listed.insert(
            0,
            Choice(
                "These are the topics that a first meeting needs.",
                "first-meeting#agenda",
                "agenda introductions goals expectations",
            ),
        )
    elif meeting == "recurring":
        listed.insert(
            0,
            Choice(
                "What was promised comes first, while both remember.",
                "recurring-agenda#actions-first",
                "actions first review",
            ),
        )
    else:
        listed.insert(
            0, Choice("It names what was gained before it says goodbye.", "last-meeting#name-gains", "name gains")
        )
    listed.append(
        Choice("It ends with who does what by when.", "ending-with-actions#owner-verb-date", "owner verb date")
    )
    return tuple(listed)


task = Task(
    name="agenda",
    title="Plan a meeting",
    roles=(Role.MENTEE, Role.MENTOR, Role.TRAINER),
    brief=AgendaBrief,
    cues=(
        (r"\bagenda\b", 3.0),
        (r"\b(?:catch[- ]?up|check[- ]?in|one-to-one|1:1|sit[- ]?down|kick-?off)\b", 1.2),
        (
            r"\b(?:plan|prepare|preparing|structure|lay out|set up|divide|cut up|organi[sz]e|fill|outline"
            r"|schedule)\b(?: \w+){0,5}? (?:meeting|session|talk|time|slot|conversation|chat|hour|minutes|it"
            r"|one)\b|\bneed a plan\b|\bno plan\b|\bwithout a plan\b",
            2.0,
        ),
        (
            r"\b(?:first|1st|second|third|fourth|fifth|sixth|last|final|next|closing|kick-?off|monthly|weekly"
            r"|recurring|check-?in|catch[- ]?up) (?:mentoring )?(?:meeting|session|time|talk|sit[- ]?down"
            r"|one-to-one|1:1|catch[- ]?up|conversation|one)\b",
            1.8,
        ),
        (
            r"\b(?:i(?:['’]m| am|['’]ve)? (?:meeting|seeing|meet|see)|we(?:['’]re| are)? (?:meet|meeting|sit "
            r"down|sitting down|on for)|meeting [A-Z]\w+|meet(?:ing)? (?:with )?my (?:new )?(?:mentee|mentor)"
            r"|we(?:['’]ve| have) (?:booked|got))\b",
            1.8,
        ),
        (
            r"\b(?:\d{2}|fifteen|twenty|thirty|forty|forty-five|sixty|ninety|an|half an)[- ]?(?:min(?:ute)?s?|hour)\b",
            0.8,
        ),
        (
            r"\b(?:run out of (?:subjects|topics|things)|divide the time|topics (?:are|to)|things to (?:get "
            r"through|cover)|what (?:should|do) we (?:talk|cover|discuss)|how should i lay it out|to fill"
            r"|last time (?:she|he|they|we|i))\b",
            1.6,
        ),
        (r"\b(?:my mentor|my mentee|mentor is|mentee is|new mentee|new mentor|mentor:|mentee:)\b", 0.7),
    ),
    checks=(*agenda_checks.CHECKS, *grounding.CHECKS, *safety.CHECKS),
    read=read,
    compose=compose,
    wanted=wanted,
    setting=setting,
    choices=choices,
    example={
        "meeting": "first",
        "minutes": 60,
        "mentee_name": "Dan",
        "mentor_name": "Gaz Tilley",
        "when": "Tuesday 24 November at 14:00",
        "topics": ["the three-phase test"],
    },
    opening="Tomorrow I meet my new mentee Iker for the first time. We have 60 minutes and I don't want to "
    "lecture him. Can you plan it?",
    parts={
        "questions": "questions",
        "owner": "owner",
        "confidentiality": "first_confidentiality",
        "logistics": "first_logistics",
        "introductions": "first_introductions",
        "wins": "recurring_wins",
        "actions": "actions",
        "expectations": "first_expectations",
    },
)
