"""Checks on the plan of a training session: objectives, arithmetic, practice, roles, debriefs, ways out."""

from itertools import pairwise

from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.phrases import phrases
from assistant.language.run_of_show import blocks_of, length_of, objectives_of
from assistant.language.text import straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

MOST_OBJECTIVES = 4
LONGEST_SITTING = 90
_ENOUGH = 0.9
_ACTIVE = frozenset(("practice", "debrief", "active"))


def objectives(subject: Subject) -> Noticed:
    found = objectives_of(subject.text)
    if not found:
        return fails("It does not say what people can do at the end.", suggestion="“By the end, each of you has …”")
    for one in found:
        if match := phrases("training", "unseen").search(straight(one.text)[:60]):
            advice = "Use a verb that an observer could tick: say back, ask, name, write, show."
            return warns(f"Nobody can see “{match[0]}”.", (one.start, one.start + 1), advice)
    if len(found) > MOST_OBJECTIVES:
        return warns(f"{len(found)} objectives.", suggestion="Keep two to four.")
    return passes(f"{len(found)} objective{'s' if len(found) > 1 else ''} that can be seen.")


def adds_up(subject: Subject) -> Noticed:
    blocks = blocks_of(subject.text)
    if len(blocks) < 2:
        return not_applicable("There are no blocks with minutes.")
    days = blocks[-1].day
    total, length = sum(block.minutes for block in blocks), subject.minutes or length_of(subject.text)
    if days > 1 and length and subject.minutes is None:
        length *= days
    if length and total > length:
        return fails(f"The blocks add up to {total} minutes; there are {length}.", suggestion="Drop a round.")
    sitting, day = 0, 1
    for block in blocks:
        sitting = 0 if block.kind == "break" else (sitting if block.day == day else 0) + block.minutes
        day = block.day
        if sitting > LONGEST_SITTING:
            return warns(f"{sitting} minutes without a break.", block.line.span, "Put a break before this block.")
    if length and total < _ENOUGH * length:
        return warns(f"{length - total} of {length} minutes are not planned.", suggestion="Plan them, or end earlier.")
    return passes(f"{total} minutes" + (f" of {length}." if length else "."))


def active(subject: Subject) -> Noticed:
    blocks = [block for block in blocks_of(subject.text) if block.kind != "break"]
    total = sum(block.minutes for block in blocks)
    if not total or len(blocks) < 2:
        return not_applicable("There are no blocks with minutes.")
    busy = sum(block.minutes for block in blocks if block.kind in _ACTIVE)
    if not busy:
        return fails("Nobody practises anything.", suggestion="Let them try the move in threes, then debrief.")
    if busy * 2 < total:
        advice = "Shorten the talk; add a round of practice with its debrief."
        return warns(f"{busy} of {total} minutes are active.", suggestion=advice)
    return passes(f"{busy} of {total} minutes are active.")


def roles(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    if not _talks(subject):
        return not_applicable("No conversation is practised.")
    if not phrases("training", "observer").search(raw):
        return warns("Nobody observes.", suggestion="One tells, one listens, one observes.")
    if not phrases("training", "rotate").search(raw):
        return warns("It does not say that the roles move on.", suggestion="Rotate, until everybody had each seat.")
    return passes("Somebody observes, and the roles move on.")


def debriefed(subject: Subject) -> Noticed:
    blocks = [block for block in blocks_of(subject.text) if block.kind != "break"]
    practised = [block for block in blocks if block.kind == "practice"]
    if not practised:
        return not_applicable("No practice is planned.")
    for block, after in pairwise([*blocks, None]):
        if block is None or block.kind != "practice":
            continue
        if after is None or after.kind != "debrief":
            if phrases("training", "debrief").search(straight(block.line.text)):
                continue
            advice = "Debrief for at least half as long, before anything else."
            return fails("No debrief follows this practice.", block.line.span, advice)
        if 2 * after.minutes < block.minutes:
            message = f"{after.minutes} minutes of debrief for {block.minutes} of practice."
            return warns(message, after.line.span, "Give the debrief at least half as long.")
    return passes("A debrief follows each practice.")


def prepared(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    names = {"materials": "materials", "access": "what people need to take part", "opt_out": "that anybody may pass"}
    missing = [said for name, said in names.items() if not phrases("training", name).search(raw)]
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Materials, access and a way out are there.")


def _talks(subject: Subject) -> bool:
    """Whether a conversation is practised: in a block, or, where no block has minutes, anywhere."""
    blocks = blocks_of(subject.text)
    if not blocks:
        return bool(phrases("training", "conversation").search(straight(subject.text.raw)))
    practised = [straight(block.line.text) for block in blocks if block.kind == "practice"]
    return any(phrases("training", "conversation").search(line) for line in practised)


CHECKS = (
    Check(
        "TRN-1",
        "Objectives to see",
        "Are there two to four objectives with verbs that an observer could tick?",
        "“Understand” can neither be practised nor seen.",
        Grade.E3,
        "Curriculum of a tested mentor training (Pfund and others 2014) and facilitation guides",
        objectives,
        "running-a-mentor-training-session#objectives",
    ),
    Check(
        "TRN-2",
        "Minutes add up",
        "Do the blocks add up to the length, with a break within ninety minutes?",
        "A plan that runs over loses its last debrief.",
        Grade.E3,
        "Facilitation guides; ninety minutes is our judgement",
        adds_up,
        "running-a-mentor-training-session#plan-with-minutes",
    ),
    Check(
        "TRN-3",
        "Half of it active",
        "Do people practise, write, observe or debrief in at least half of the minutes?",
        "People leave able to do what they did, not what they heard about.",
        Grade.E3,
        "Facilitation guides of tested mentor trainings",
        active,
        "running-a-mentor-training-session#active-half",
        asks_only=True,
    ),
    Check(
        "TRN-4",
        "Roles that rotate",
        "Does each have a role, with an observer, and do the roles move on?",
        "The observer brings the evidence, and the mentee's seat teaches how advice lands.",
        Grade.E3,
        "Practice guides on role play",
        roles,
        "role-cards-and-role-play#rotation",
    ),
    Check(
        "TRN-5",
        "A debrief after each practice",
        "Does a debrief of at least half the minutes follow each practice?",
        "Debriefs improved performance by about two thirds of a standard deviation; practice alone can make things "
        "worse.",
        Grade.E1,
        "Meta-analyses of debriefs (Tannenbaum and Cerasoli 2013) and after-action reviews (Keiser and Arthur 2022); "
        "the share of a half is our judgement",
        debriefed,
        "observing-and-debriefing#after-every-practice",
    ),
    Check(
        "TRN-10",
        "Materials, access, a way out",
        "Does it list materials, what people need to take part, and that anybody may pass?",
        "Who cannot hear, or is made to confess, does not learn.",
        Grade.E3,
        "Facilitation guides",
        prepared,
        "running-a-mentor-training-session#open-the-room",
    ),
)
