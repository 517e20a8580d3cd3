"""The check on the end of a mentoring relationship: a gain, no fault, what continues, thanks."""

import re

from assistant.checks.noticing import fails, first_match, negated, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_SLOT = re.compile(r"[^.!?\n]*\[[^\]\n]*\]")
_PARTS = {"gain": "what has changed", "continues": "what continues", "thanks": "thanks"}


def ends_well(subject: Subject) -> Noticed:
    sentences = [
        Sentence(_SLOT.sub(lambda slot: " " * len(slot[0]), straight(sentence.text)), sentence.start)
        for sentence in subject.text.sentences
    ]
    found = first_match(phrases("closing", "blame"), sentences)
    if found and not negated(found[0].text, found[1].start(), 24):
        advice = "Leave the faults out: one short reason, or none."
        return fails(f"“{found[1][0]}” lays blame.", found[2], advice)
    missing = [said for name, said in _PARTS.items() if not first_match(phrases("closing", name), sentences)]
    if len(missing) == len(_PARTS):
        return fails("It names no gain, nothing that continues, and no thanks.", suggestion="One line each is enough.")
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Gain, what continues and thanks, without blame.")


CHECKS = (
    Check(
        "END-1",
        "Ends well",
        "Does it name a gain, what continues and thanks, without blame?",
        "What hurts people is vanishing, or a trial of who was to blame.",
        Grade.E3,
        "No-fault rule of mentoring programmes",
        ends_well,
        "ending-early#what-to-say",
    ),
)
