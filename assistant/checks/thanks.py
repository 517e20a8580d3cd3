"""Checks on a thank-you: in time, with one thing that was said and what came of it, and without a new request."""

import re

from assistant.checks.asking import asks_of
from assistant.checks.noticing import fails, first_match, negated, not_applicable, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Span
from assistant.language.verbs import BASE_ACTS, MENTAL, MENTAL_BASE, is_participle, is_past
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

MOST_DAYS = 2
_TAKES = frozenset({"mentor", "talk", "review", "introduce", "visit", "job", "resources", "favour", "help", "another"})
"""Kinds of ask that cost the reader something."""
_ALONE = "Let the thanks stand alone; ask in another message."
_I_DO = re.compile(
    r"\b(?:i|we)(?P<aux>['’](?:ve|ll|m|d)| have| had| will| shall| am| plan| want)?(?P<to> (?:going )?to)?"
    r"(?: (?:already|since|now|then|also|just|even|finally|immediately|\w+ly|both|all|have))* (?P<verb>[a-z-]+)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"\b(?:it|that|this|they|the \w+|my \w+|our \w+|which)(?: \w+){0,3} (?:worked|helped|changed|saved|went|passed"
    r"|held"
    r"|stopped|made|got|is (?:now|already)|are (?:now|already)|starts?|started|hangs|stands|came|led|fits|fitted|ran"
    r"|runs)\b",
    re.IGNORECASE,
)
_ASKED_THEM = re.compile(r" (?:you|her|him|for|if|whether|about|how|what|why|when|myself)\b", re.IGNORECASE)
_NO_DEED = (
    MENTAL
    | MENTAL_BASE
    | frozenset(
        "thank thanked say said write wrote send sent talk talked speak spoke meet met hear heard listen listened "
        "attend"
        " attended see saw was were am is are be been sit sat stay stayed come came leave left ask asked tell told "
        "remember"
        " remembered wish wished looked look keep mention mentioned receive received get stand".split()
    )
)


def in_time(subject: Subject) -> Noticed:
    if subject.days is None:
        return not_applicable("When it was is not known.")
    if subject.days > MOST_DAYS:
        return warns(
            f"{subject.days} days ago.",
            suggestion="A late thank-you still counts: half a sentence on the delay is enough.",
        )
    return passes("Within two days.")


def specific(subject: Subject) -> Noticed:
    said, done = _said(subject), _done(subject)
    if said and done:
        return passes("It names what they gave you and what you do with it.", said)
    if said:
        advice = "Say what you did with it, or will do."
        return warns("It does not say what came of it.", said, advice)
    if done:
        advice = "Name one thing that they said, asked or gave you."
        return warns("It does not say what they gave you.", done, advice)
    advice = "Name one thing that they said, and what you did or will do with it."
    return fails("It could go to anybody.", suggestion=advice)


def _said(subject: Subject) -> Span | None:
    for sentence in subject.text.sentences:
        for match in phrases("after", "given").finditer(sentence.text):
            after = sentence.text[match.end() :]
            empty = phrases("after", "empty_given").match(sentence.text, match.start())
            if not empty and re.search(r"\w{3,}", after):
                return sentence.start + match.start(), sentence.start + match.end()
    return None


def _done(subject: Subject) -> Span | None:
    for sentence in subject.text.sentences:
        if sentence.text.rstrip().endswith("?"):
            continue
        for match in _I_DO.finditer(sentence.text):
            if _is_deed(match):
                return sentence.start + match.start(), sentence.start + match.end()
        if result := _RESULT.search(sentence.text):
            return sentence.start + result.start(), sentence.start + result.end()
    return None


def _is_deed(match: re.Match[str]) -> bool:
    """Whether "I …" tells of something done or to be done, and not of a feeling or of the meeting itself."""
    verb, aux = match["verb"].lower(), (match["aux"] or "").strip(" '’").lower()
    if verb == "asked" and not _ASKED_THEM.match(match.string, match.end()):
        return True
    if verb in _NO_DEED:
        return False
    if aux in ("ll", "will", "shall", "plan") or match["to"]:
        return verb in BASE_ACTS or (aux in ("ll", "will", "shall") and not verb.endswith("ing"))
    if aux in ("ve", "have", "had"):
        return is_participle(verb) or is_past(verb)
    return aux in ("", "d") and is_past(verb)


def no_new_ask(subject: Subject) -> Noticed:
    for kind, place in asks_of(subject.text):
        if kind in _TAKES:
            return fails("It asks for something new.", place.span, _ALONE)
    found = first_match(phrases("after", "new_ask"), subject.text.sentences)
    if found and not negated(found[0].text, found[1].start()):
        return fails("It asks for something new.", found[2], _ALONE)
    return passes("Only thanks.")


CHECKS = (
    Check(
        "THX-1",
        "In time",
        "Does it go out within two days?",
        "Both of you still remember the words. This is practice, not research; late is better than never.",
        Grade.E3,
        "A student affairs office's advice to mentees",
        in_time,
        "saying-thank-you#when-to-send",
    ),
    Check(
        "THX-2",
        "One thing, and what came of it",
        "Does it name one thing that they said or gave, and what you did or will do with it?",
        "It shows that their time changed something. Writers underrate how much a thank-you pleases.",
        Grade.E1,
        "Experiments on letters of thanks (Kumar and Epley 2018) for the effect; that it be specific is careers "
        "guidance",
        specific,
        "saying-thank-you#what-to-say",
        asks_only=True,
    ),
    Check(
        "THX-3",
        "No new request",
        "Is it free of a new request?",
        "A request in the last line turns the rest into wrapping.",
        Grade.E3,
        "University careers guidance",
        no_new_ask,
        "saying-thank-you#thanks-wrong",
        asks_only=True,
    ),
)
