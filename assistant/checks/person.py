"""Checks on the two people in a first message: who writes, why this reader, and how much of each."""

import re
from functools import cache

from assistant.checks.noticing import PASS, fails, negated, passes, quoted, warns
from assistant.language.phrases import alternatives, phrases
from assistant.language.text import Sentence, Span
from assistant.language.verbs import MENTAL, is_past
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade


def identity(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences[:2]:
        cleaned = _without("reaching", sentence.text)
        match = (
            phrases("person", "identity").search(cleaned)
            or phrases("person", "role_first").match(cleaned)
            or _TRADE.search(cleaned)
            or _NAMED_ROLE.match(cleaned)
        )
        if match:
            return passes("You say who you are.", _place(sentence, match))
    advice = "Name, role, place, in one sentence: “I am a second-year apprentice welder at …”."
    return fails("The first two sentences do not say who you are.", suggestion=advice)


def why_you(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        if match := only_them(sentence.text):
            return passes("A reference that fits only them.", _place(sentence, match))
    advice = "Name one talk, project, decision or shared contact that made you think of them."
    return fails("Nothing here could only be said to this person.", suggestion=advice)


def only_them(sentence: str) -> re.Match[str] | None:
    """Words in a sentence that would be untrue for another reader: something of theirs with a name, or their act."""
    cleaned = _without("generic_praise", sentence)
    for pattern in (phrases("person", "your_thing"), _named_contact(), _YOUR_NAMED):
        for match in pattern.finditer(cleaned):
            if not negated(cleaned, match.start(), 20) and not _asked_about(cleaned, match):
                return match
    return _you_did(cleaned)


_TRADE = re.compile(
    r"\bI (?!am\b|was\b|have\b|had\b|want|wanted|hope|would|will|can|could|think|know|need|like|love"
    r"|heard|saw|read|met|write"
    r"|wrote|just|really|do\b|did\b|came|found|got|went|may\b|might|must|should|understand|appreciate|admire|wonder|ask"
    r"|believe|look|feel|thought|recently|always|often|never|once|watched|listened|attended|enjoyed"
    r"|noticed|learnt|learned"
    r"|reach|contact|follow|see\b|hear\b|also|still|remember|see\b|apologi[sz]e|promise|wish|guess|realise|realize)"
    r"[a-z]+(?: [a-z'’-]+){1,5} (?:in|at|for|on|near|with|from) (?!you\b|your\b|this\b|it\b)[\w'’-]+"
)
"""A trade told by its verb: "I blow glass in a small studio"."""
_NAMED_ROLE = re.compile(
    r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)? here\b|[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?, "
    r"[a-z][\w'’ -]{3,40} (?:at|in|from) "
)
_GENERIC = (
    r"time|help|advice|convenience|calendar|diary|reply|answer|thoughts?|expertise|experience"
    r"|insights?|career|success|journey"
    r"|background|profile|company|guidance|wisdom|achievements?|work|knowledge|support|attention"
    r"|consideration|day|week|name"
    r"|e-?mail|message|inbox|view|opinion|feedback|mentorship|mentoring|field|industry|area|own|role"
    r"|position|leadership"
    r"|reputation|story|path|kindness|patience|understanding|permission|schedule|availability|response|interest|brain"
)
_YOUR_NAMED = re.compile(
    rf"\b[Yy]our (?!(?:\w+ )?(?:{_GENERIC})\b)(?:[\w'’-]+ ){{1,4}}?"
    r"(?:(?:from|in|on|at|of|about|for) (?!you\b|me\b|us\b|my\b|mentor|career)[\w'’-]+|showed|taught"
    r"|changed|helped|made|has an?|is an?|was)\b"
)
_EMPTY_PRAISE = frozenset("inspired achieved accomplished succeeded impressed done become been helped built".split())


def _you_did(sentence: str) -> re.Match[str] | None:
    """Something that the reader did, by a verb in the past; praise that fits anybody is none."""
    for match in re.finditer(r"\b[Yy]ou (?P<verb>[a-z]+)\b(?= (?!so\b|such\b|much\b|many\b)\w)", sentence):
        verb = match["verb"]
        asked = re.search(r"\b(?:how|when|what|why|where|if|whether)\W*$", sentence[: match.start()], re.IGNORECASE)
        if is_past(verb) and verb not in MENTAL and verb not in _EMPTY_PRAISE and not asked:
            return match
    return None


def flattery(subject: Subject) -> Noticed:
    found = [
        _place(sentence, match)
        for sentence in subject.text.sentences
        if phrases("person", "about_you").search(sentence.text)
        for match in phrases("person", "gush").finditer(sentence.text)
        if not _about_a_thing(sentence.text, match)
    ]
    if len(found) > 1:
        advice = "Keep one, and say what exactly you learnt from them."
        return warns(f"{len(found)} words of praise for the person.", found[1], advice)
    return PASS


def balance(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in phrases("person", "job").finditer(sentence.text):
            if not negated(sentence.text, match.start()) and not quoted(sentence.text, match.start()):
                advice = "Leave the job out of a first message; ask for their view instead."
                return fails("It asks for a job or a referral.", _place(sentence, match), advice)
        match = phrases("person", "attached").search(sentence.text)
        if match and not _wanted(sentence.text, match):
            return fails("It mentions a CV.", _place(sentence, match), "Send a CV only when they ask for it.")
    mine = len(phrases("person", "i_words").findall(subject.text.body))
    theirs = len(phrases("person", "you_words").findall(subject.text.body))
    if mine >= 4 and mine > 2 * theirs:
        advice = "Turn one or two sentences round so that they begin with the reader."
        return warns(f"{mine} words about you, {theirs} about them.", suggestion=advice)
    return PASS


def _place(sentence: Sentence, match: re.Match[str]) -> Span:
    return sentence.start + match.start(), sentence.start + match.end()


def _without(name: str, text: str) -> str:
    """The text with the phrases of a list blanked; places stay."""
    return phrases("person", name).sub(lambda match: " " * len(match[0]), text)


@cache
def _named_contact() -> re.Pattern[str]:
    """Somebody with a name, or known to the writer, who speaks of the reader; capitals matter here."""
    did = alternatives("person", "passed_on")
    name = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*(?:,? [^.?!]{0,50}?)?"
    known = alternatives("person", "contact")
    told = (
        r"(?:gave me your|pointed me|mentioned you|said you|told me (?:(?:about |that )?you|to)|suggested|recommended)"
    )
    return re.compile(
        rf"\b(?:{name} {did}|(?:[Mm]y|[Oo]ur|[Yy]our|the) (?:\w+ ){{0,3}}(?:{known}|\w+)\b[^.?!]{{0,40}}{told})"
    )


def _asked_about(sentence: str, match: re.Match[str]) -> bool:
    """ "How you did it?", "if you moved": what is asked or supposed is no reference, unless it says more."""
    if not match[0].lower().startswith("you "):
        return False
    before = re.search(
        r"\b(how|what|why|whether|which|if|would|could|wish|unless)(?: \w+){0,2} $", sentence[: match.start()]
    )
    if before is None:
        return False
    rest = re.split(r"[,.;?!]", sentence[match.end() :])[0].split()
    return before[1].lower() in ("if", "would", "could", "wish", "unless") or len(rest) < 3


def _about_a_thing(sentence: str, match: re.Match[str]) -> bool:
    """Praise for weather, food or an event, or praise denied."""
    if phrases("person", "about_thing").match(sentence[match.end() :].lstrip()):
        return True
    if negated(sentence, match.start(), 15) and "no" not in match[0].lower():
        return True
    before = sentence[: match.start()]
    named = re.search(
        r"\b(?:the|this|that|it|weather|food)((?: [\w-]+){0,4}) (?:is|was|are|were|looks?)(?: \w+)? $",
        before,
        re.IGNORECASE,
    )
    return named is not None and not re.search(r"\byou", named[1], re.IGNORECASE)


def _wanted(sentence: str, match: re.Match[str]) -> bool:
    return phrases("person", "asked_for").search(sentence) is not None or negated(sentence, match.start())


CHECKS = (
    Check(
        "OUT-3",
        "Who you are",
        "Do the first two sentences say who you are?",
        "A reader decides in seconds; a name only in the signature comes too late.",
        Grade.E3,
        "University careers guidance on information interviews",
        identity,
        "writing-a-first-email#who-you-are",
    ),
    Check(
        "OUT-4",
        "Why this person",
        "Is there something that only this person could have received?",
        "If another name would leave every sentence true, it reads as a circular.",
        Grade.E3,
        "Mentoring-platform and careers guidance; the swap test is ours",
        why_you,
        "approaching-with-purpose#swap-test",
    ),
    Check(
        "OUT-11",
        "Praise kept small",
        "Is there at most one superlative about the person?",
        "Mild warmth goes with more replies, excess with fewer.",
        Grade.E2,
        "Boomerang 2016 (email data)",
        flattery,
        "tone-titles-and-formality#how-much-praise",
    ),
    Check(
        "OUT-13",
        "You and I, no job",
        "Is it about the reader too, with no job request and no CV?",
        "A message full of “I” leaves the reader nothing to do, and a job request turns a conversation into "
        "an application.",
        Grade.E3,
        "University careers guidance on information interviews",
        balance,
        "writing-a-first-email#leave-out",
    ),
)
