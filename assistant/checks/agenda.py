"""Checks on an agenda: purpose, time, what a first meeting needs, whose it is, order, questions, actions."""

import re

from assistant.checks.agenda_actions import ends_with_actions
from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.agenda import Agenda, Item, agenda_of
from assistant.language.phrases import phrases
from assistant.language.text import straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_FIRST = {
    "introductions": "introductions",
    "goals": "goals",
    "expectations": "expectations",
    "confidentiality": "confidentiality",
    "logistics": "logistics",
    "next step": "next_step",
}
"""The topics of a first meeting, as people read them, and their lists of phrases."""
_CAPITALISED = re.compile(r"(?<=[a-z:,] )[A-ZÀ-Þ][a-zà-ÿ'-]+")
_NOBODY = frozenset(
    "Mentor Mentors Who He She They It This That Everyone Nobody Meeting Session Agenda Purpose".split()
)


def purpose(subject: Subject) -> Noticed:
    found = agenda_of(subject.text).purpose
    if found:
        return passes("The purpose is stated.", found.span)
    return fails(
        "It does not say what this meeting is for.", suggestion="Begin: “By the end we will have …”, with a verb."
    )


def timing(subject: Subject) -> Noticed:
    agenda = agenda_of(subject.text)
    items, length = agenda.real_items, subject.minutes or agenda.minutes
    if len(agenda.items) < 2:
        return not_applicable("There is no list of items.")
    total = sum(item.minutes or 0 for item in items)
    if not total:
        return fails("No item has minutes.", items[0].line.span if items else None, "Give each item its minutes.")
    if length is not None and total > length:
        message = f"The items add up to {total} minutes; the meeting has {length}."
        return fails(message, suggestion="Cut an item, or its minutes.")
    if untimed := [item for item in items if item.minutes is None]:
        return warns("Some items have no minutes.", untimed[0].line.span, "Give each item its minutes.")
    if len(items) < 3:
        suggestion = "Add what is missing: a check-in, the topic, the actions."
        return warns(f"{len(items)} items; three to six can be held.", suggestion=suggestion)
    if len(items) > 6:
        return warns(f"{len(items)} items; three to six can be held.", suggestion="Merge or drop some.")
    if length is not None and length >= 30 and length - total < 5:
        message = f"{length - total} minutes are free."
        return warns(message, suggestion="Leave five to ten minutes for what comes up.")
    return passes(f"{len(items)} items, {total} minutes" + (f" of {length}." if length else "."))


def first_meeting(subject: Subject) -> Noticed:
    if subject.meeting != "first":
        return not_applicable("For a first meeting.")
    raw = straight(subject.text.raw)
    missing = [name for name, topic in _FIRST.items() if not phrases("agenda", topic).search(raw)]
    if len(missing) >= 3:
        return fails(f"Missing: {', '.join(missing)}.", suggestion="A first meeting lays the ground: put these on.")
    if missing:
        return warns(f"Missing: {', '.join(missing)}.", suggestion=f"Add a line on {missing[0]}.")
    if not _limited(raw):
        match = phrases("agenda", "confidentiality").search(raw)
        return warns(
            "Confidentiality stands there without its limits.",
            match.span() if match else None,
            "Add: what would have to be passed on (risk to someone, a serious breach, the law).",
        )
    return passes("All six topics are there.")


def _limited(raw: str) -> bool:
    """Whether limits of confidentiality are named, in words for them anywhere or in any words beside it."""
    if phrases("agenda", "limits").search(raw):
        return True
    beside = (line for line in raw.split("\n") if phrases("agenda", "confidentiality").search(line))
    return any(phrases("agenda", "limits_near").search(line) for line in beside)


def mentee_owned(subject: Subject) -> Noticed:
    agenda = agenda_of(subject.text)
    items = agenda.real_items
    if len(items) < 2:
        return not_applicable("There is no list of items.")
    raw = straight(subject.text.raw)
    names = _mentees(agenda, raw)
    if match := phrases("agenda", "mentee_leads").search(raw) or _led_by(raw, names):
        return passes("The mentee leads it.", match.span())
    owner = _owner_pattern(names)
    owned = sum(_owned_by_mentee(item, owner) for item in items)
    if owned * 2 >= len(items):
        return passes(f"{owned} of {len(items)} items are the mentee's.")
    return warns(
        f"{owned} of {len(items)} items are marked as the mentee's.",
        suggestion="Mark who brings each item; at least half should be the mentee's.",
    )


def _named(raw: str, listed: str) -> set[str]:
    return {name for match in phrases("agenda", listed).finditer(raw) for name in match.groups() if name}


def _mentees(agenda: Agenda, raw: str) -> set[str]:
    """The mentee's names as they are marked; with no mark, whoever the purpose is about and is not the mentor."""
    marked = _named(raw, "mentee_name")
    if marked or agenda.purpose is None:
        return marked
    return set(_CAPITALISED.findall(straight(agenda.purpose.text))) - _named(raw, "mentor_name")


def _led_by(raw: str, mentees: set[str]) -> re.Match[str] | None:
    """Where somebody is named as leading who is the mentee, or may be for all that is said."""
    mentors = _named(raw, "mentor_name")
    for match in phrases("agenda", "leader").finditer(raw):
        name = next(group for group in match.groups() if group)
        if name not in mentors and (name in mentees or not _named(raw, "mentee_name")) and name not in _NOBODY:
            return match
    return None


def _owner_pattern(mentees: set[str]) -> re.Pattern[str]:
    """The mentee's names where an owner stands: before a colon, first in the line, or in a bracket, cell or tail."""
    names = {re.escape(name) for name in mentees} | {"(?i:mentee)"}
    name = rf"(?:{'|'.join(sorted(names))})(?!['\w]|\s*['’]s)"
    return re.compile(
        rf"^\W*(?:\d+[.)]\s*)?\W*{name}|[(\[|,:–—]\s*(?:\d[^,)|]*, ?)?(?:the )?{name}|- {name}|{name}\W*$"
    )


def _owned_by_mentee(item: Item, owner: re.Pattern[str]) -> bool:
    line = straight(item.line.text)
    joint = re.search(r"\b(?:both|joint(?:ly)?|together|all)\b\W*(?:\)|\||$|\d)", line, re.IGNORECASE)
    return not (joint and "mentee" not in line.lower()) and bool(owner.search(line))


def order(subject: Subject) -> Noticed:
    if subject.meeting != "recurring":
        return not_applicable("For a recurring meeting.")
    agenda = agenda_of(subject.text)
    if len(agenda.items) < 2 and phrases("agenda", "review").search(straight(subject.text.raw)):
        return _order_in_prose(straight(subject.text.raw))
    lines = [straight(item.line.text) for item in agenda.items]
    review_at, wins_at = _first(lines, "review"), _first(lines, "wins")
    if review_at is None:
        message = "The actions agreed last time are not reviewed."
        return fails(message, suggestion="Begin with them: what was done, what was learnt.")
    if review_at != 0:
        span = agenda.items[review_at].line.span
        return warns("The review of actions does not come first.", span, "Put it first, while both remember.")
    new_at = _new_actions(agenda, lines)
    taken = (review_at, wins_at, new_at)
    others = [i for i in range(len(lines)) if i not in taken and not agenda.items[i].slack]
    later = range(1, len(lines))
    focus_at = next((i for i in later if phrases("agenda", "focus").search(lines[i])), others[0] if others else None)
    parts = {"wins and challenges": wins_at, "a focus topic": focus_at, "new actions": new_at}
    if missing := [name for name, place in parts.items() if place is None]:
        suggestion = "Actions, wins and challenges, one focus topic, new actions."
        return warns(f"Missing: {', '.join(missing)}.", suggestion=suggestion)
    if new_at is not None and new_at < max(focus_at or 0, wins_at or 0):
        return warns("New actions come before the topic.", agenda.items[new_at].line.span, "Put them last.")
    return passes("Actions first, new actions last.")


def _order_in_prose(raw: str) -> Noticed:
    """The same in running text, where the parts follow each other without a list."""
    found = {
        topic: [m.start() for m in phrases("agenda", topic).finditer(raw)]
        for topic in ("review", "wins", "new_actions")
    }
    names = {"wins": "wins and challenges", "new_actions": "new actions"}
    if missing := [name for topic, name in names.items() if not found[topic]]:
        return warns(f"Missing: {', '.join(missing)}.", suggestion="Actions, wins, one focus topic, new actions.")
    if found["review"][0] > found["wins"][0]:
        return warns("The review of actions does not come first.", None, "Put it first, while both remember.")
    return passes("Actions first, new actions last.")


def _first(lines: list[str], topic: str) -> int | None:
    return next((i for i, line in enumerate(lines) if phrases("agenda", topic).search(line)), None)


def _new_actions(agenda: Agenda, lines: list[str]) -> int | None:
    """The place of the last item on new actions; a closing part with actions stands after all items."""
    found = [
        i
        for i, line in enumerate(lines)
        if phrases("agenda", "new_actions").search(line) and not phrases("agenda", "review").search(line)
    ]
    if found:
        return found[-1]
    tail = "" if agenda.actions_start is None else agenda.text.raw[agenda.actions_start :]
    return len(lines) if phrases("agenda", "new_actions_heading").search(tail) else None


def open_questions(subject: Subject) -> Noticed:
    items = agenda_of(subject.text).real_items
    found = list(phrases("agenda", "open_question").finditer(straight(subject.text.raw)))
    status = [item for item in items if phrases("agenda", "status").search(item.line.text)]
    if items and len(status) > 0.6 * len(items):
        suggestion = "Turn one of them into a question: “What made … harder than you thought?”"
        return warns("Most items only report a state.", status[0].line.span, suggestion)
    if len(found) < 2:
        message = f"{len(found)} open {'question' if len(found) == 1 else 'questions'}; two make it a conversation."
        suggestion = "Write two items as questions that begin with “what” or “how”."
        return warns(message, found[0].span() if found else None, suggestion)
    return passes(f"{len(found)} open questions.", found[0].span())


CHECKS = (
    Check(
        "AGD-1",
        "A purpose",
        "Does it say what this meeting is for?",
        "A purpose lets both drop what does not serve it.",
        Grade.E3,
        "Meeting guidance of mentoring programmes",
        purpose,
        "time-boxing-a-meeting#one-purpose",
    ),
    Check(
        "AGD-2",
        "Time that adds up",
        "Three to six items, each with minutes, and five to ten left free?",
        "What has no minutes takes all of them.",
        Grade.E3,
        "Facilitation guidance; the slack is our judgement",
        timing,
        "time-boxing-a-meeting#minutes-and-slack",
    ),
    Check(
        "AGD-3",
        "First-meeting topics",
        "Are all six topics of a first meeting there?",
        "What is not agreed at the start is argued about later.",
        Grade.E3,
        "University mentoring programmes' first-meeting guidance",
        first_meeting,
        "first-meeting#agenda",
    ),
    Check(
        "AGD-4",
        "The mentee's agenda",
        "Are at least half of the items the mentee's?",
        "Whoever sets the agenda owns the meeting.",
        Grade.E3,
        "Rogelberg 2024; mentoring programmes",
        mentee_owned,
        "owning-the-agenda#who-drafts",
        # Right in 4 of 7 firings on texts that nobody tuned for: who the mentee is, is often only known to the two.
        asks_only=True,
    ),
    Check(
        "AGD-5",
        "Order",
        "Actions first, then wins and challenges, a focus topic, new actions last?",
        "Reviewing what was promised keeps promises alive.",
        Grade.E3,
        "Session templates of mentoring programmes",
        order,
        "recurring-agenda#four-parts",
    ),
    Check(
        "AGD-6",
        "Open questions",
        "Are there two open questions, and not only reports?",
        "A report can be read; a meeting is for what cannot.",
        Grade.E3,
        "Rogelberg 2024",
        open_questions,
        "preparing-as-a-mentor#two-questions",
    ),
    Check(
        "AGD-7",
        "Actions at the end",
        "Does it end with owner, verb, date, and the next date?",
        "Progress that is recorded is kept up more: 138 studies.",
        Grade.E1,
        "Harkin et al. 2016 (recording); the format is practice",
        ends_with_actions,
        "ending-with-actions#owner-verb-date",
    ),
)
