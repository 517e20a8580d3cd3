"""Checks on the preparation of a difficult conversation: purpose, facts, moves, no threats, a way to stop."""

import re

from assistant.checks.noticing import fails, first_match, negated, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_MARKS = re.compile(r"[*_#]")
_MOVES = {"facts": "the facts", "feeling": "what you feel", "wish": "what you ask for", "bends": "where you can bend"}
"""Of describe, express, assert, reinforce, negotiate, those that a text shows."""
_OPEN = re.compile(r"\b(?:what|how|where|which|tell me|help me understand)\b[^?\n]*\?", re.IGNORECASE)
_LABEL = re.compile(r"\b(?:story|tell myself|guess|wrong|fear)\b", re.IGNORECASE)


def purpose_and_facts(subject: Subject) -> Noticed:
    lines = _lines(subject)
    if not any(phrases("difficult", "purpose").search(line.text) for line in lines):
        return fails("It has no purpose.", suggestion="One sentence: what shall be settled between you?")
    facts = _section(lines, "facts")
    if not facts:
        return fails("It has no facts.", suggestion="What would a camera have seen, and when?")
    if found := first_match(phrases("difficult", "mind"), facts):
        advice = "Move it to your story; put there what was said or done."
        return warns(f"No camera sees “{found[1][0]}”.", found[2], advice)
    if not any(phrases("difficult", "story").search(line.text) for line in lines):
        return warns("Your story about it is not apart.", suggestion="Write down what you tell yourself, as a guess.")
    return passes("A purpose, facts, and the story apart.")


def moves(subject: Subject) -> Noticed:
    raw = _MARKS.sub("", straight(subject.text.raw))
    missing = [said for name, said in _MOVES.items() if not phrases("difficult", name).search(raw)]
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Describe, express, ask, bend.")


def no_threat(subject: Subject) -> Noticed:
    sentences = [Sentence(straight(sentence.text), sentence.start) for sentence in _lines(subject)]
    found = first_match(phrases("difficult", "threat"), sentences)
    if found and not negated(found[0].text, found[1].start()):
        advice = "Begin with what you need and ask for theirs; rules and routes come later, or elsewhere."
        return fails(f"“{found[1][0]}” ends the talking.", found[2], advice)
    return passes("No threat, no rule as a first move.")


def ready(subject: Subject) -> Noticed:
    raw = _MARKS.sub("", straight(subject.text.raw))
    missing = [] if len(_OPEN.findall(raw)) > 1 else ["two open questions"]
    names = {"reactions": "their likely reactions", "own_part": "your own part", "stop": "a line at which you stop"}
    missing += [said for name, said in names.items() if not phrases("difficult", name).search(raw)]
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Questions, reactions, own part and a line to stop.")


def _lines(subject: Subject) -> list[Sentence]:
    return [Sentence(_blank(straight(line.text)), line.start) for line in subject.text.lines]


def _blank(line: str) -> str:
    """A line with marks of emphasis blanked, same length."""
    return _MARKS.sub(" ", line)


def _section(lines: list[Sentence], name: str) -> list[Sentence]:
    """What stands under the heading of a part, or behind it in the same line."""
    for n, line in enumerate(lines):
        match = phrases("difficult", name).search(line.text)
        if match is None or _LABEL.search(line.text):
            continue
        rest = line.text[match.end() :].strip(" :-–")
        if len(rest.split()) > 2:
            return [Sentence(rest, line.start + line.text.index(rest))]
        return list(_following(lines[n + 1 :]))
    return []


def _following(lines: list[Sentence]) -> list[Sentence]:
    found: list[Sentence] = []
    for line in lines:
        if not re.match(r"\s*(?:[-•]|\d+[.)])", line.text):
            break
        found.append(line)
    return found


CHECKS = (
    Check(
        "DCP-1",
        "Facts apart from the story",
        "Is there one purpose, and do the facts hold only what a camera saw?",
        "Facts can be talked about; a story can only be defended.",
        Grade.E3,
        "Practice guidance on difficult conversations (Stone, Patton and Heen 1999; Center for Creative Leadership)",
        purpose_and_facts,
        "difficult-conversations#facts-and-story",
    ),
    Check(
        "DCP-2",
        "Describe, express, ask, bend",
        "Are the facts, a feeling, a wish and where you can bend there?",
        "It is the frame of a training that was tested; its effect on real talks outside is not known.",
        Grade.E1,
        "Randomised trial of a training with the DEAR MAN frame (Lin and others 2024)",
        moves,
        "difficult-conversations#opening-line",
    ),
    Check(
        "DCP-3",
        "No threat first",
        "Is it free of threats and of rules as a first move?",
        "In a trial, people who practised interests before rights and power competed less.",
        Grade.E1,
        "Randomised study of practising conflicts (Shaikh and others 2023)",
        no_threat,
        "difficult-conversations#their-reaction",
    ),
    Check(
        "DCP-4",
        "Ready for their side",
        "Are there two open questions, likely reactions, your own part and a line at which to stop?",
        "Who has an answer ready does not have to win.",
        Grade.D,
        "Our judgement",
        ready,
        "difficult-conversations#when-to-stop",
    ),
)
