"""The check on an introduction: the contact is asked first, with a small request, a note and an easy no."""

from assistant.checks.noticing import fails, first_match, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_PARTS = {"who": "who the mentee is", "request": "one small request", "easy_no": "an easy no"}


def double_opt_in(subject: Subject) -> Noticed:
    lines = [Sentence(straight(line.text), line.start) for line in subject.text.lines]
    asked = first_match(phrases("introduction", "asks_first"), lines)
    shared = first_match(phrases("introduction", "shared"), lines)
    if not asked:
        advice = "Ask your contact alone: “May I put you in touch?” Names and addresses come after a yes."
        return fails("Your contact is not asked first.", shared[2] if shared else None, advice)
    if shared and "yes" not in asked[1][0].lower() and "agreed" not in asked[1][0].lower():
        return fails("An address or a name is given before the yes.", shared[2], "Wait for the yes of both.")
    both = "both" in asked[1][0].lower()
    missing = (
        [] if both else [said for name, said in _PARTS.items() if not first_match(phrases("introduction", name), lines)]
    )
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Your contact can say no before anything is shared.")


CHECKS = (
    Check(
        "INT-1",
        "Both agree first",
        "Is the contact asked alone first, with who, one small request and an easy no?",
        "A surprise puts a busy person on the spot, and you with them.",
        Grade.E3,
        "Practice guidance on introductions (double opt-in)",
        double_opt_in,
        "networks-and-introductions#double-opt-in",
    ),
)
