"""Checks on a trainer's sheets: an observer's notes are acts and words; questions have a before, a now and a later."""

import re

from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_ITEM = re.compile(r"^[ \t]*(?:[-*•☐]|\d{1,2}[.)]|\[ ?\]|\|)[ \t]*(?P<item>[^\n]{3,})$", re.MULTILINE)
_MOMENTS = (("pre", "a before"), ("post", "a now"), ("retro", "a look back at before"), ("later", "a later date"))


def behaviours(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    items = list(_ITEM.finditer(raw))
    if not items:
        return warns("There is nothing to tick or write down.", suggestion="Three to six lines are enough.")
    for item in items:
        if match := phrases("training", "judgement").search(item["item"]):
            place = item.start("item") + match.start(), item.start("item") + match.end()
            return fails(f"“{match[0]}” is a judgement.", place, "What would a camera record? Words, acts, silences.")
    if not any(phrases("training", "seen").search(item["item"]) for item in items):
        return warns("No line names words or acts.", suggestion="“Two questions, as they were spoken.”")
    return passes("Words and acts that a camera would record.")


def three_times(subject: Subject) -> Noticed:
    raw = straight(subject.text.raw)
    if len(_ITEM.findall(raw)) < 2 and "?" not in raw:
        return not_applicable("There are no questions.")
    missing = [said for name, said in _MOMENTS if not phrases("training", f"ask_{name}").search(raw)]
    if "a before" in missing and "a look back at before" not in missing:
        missing.remove("a before")
    if len(missing) > 1:
        return fails(f"Not there: {', '.join(missing)}.", suggestion=_ASK)
    if missing:
        return warns(f"Not there: {missing[0]}.", suggestion=_ASK)
    if not phrases("training", "episode").search(raw):
        return warns("It asks for no act.", suggestion="“What did you do differently, with whom?”")
    return passes("Before, now, looking back and later, with an act.")


_ASK = "At the end ask for before, looking back, and now; ask again some weeks later."

OBSERVING = (
    Check(
        "OBS-1",
        "Acts, not judgements",
        "Does each line name words or acts that a camera would record?",
        "“Was empathetic” starts an argument; “said back the deadline” starts a talk.",
        Grade.E3,
        "Practice guides on role play and simulation",
        behaviours,
        "observing-and-debriefing#observer-sheet",
    ),
)
ASSESSING = (
    Check(
        "TRN-7",
        "Before, now, later",
        "Are they asked about before, now, looking back and again later, and about something that they did?",
        "Smiles at the end say little; what people do some weeks later says more.",
        Grade.E1,
        "A randomised trial of mentor training saw larger changes on look-back ratings (Pfund and others 2014)",
        three_times,
        "evaluating-a-programme#before-and-after",
    ),
)
