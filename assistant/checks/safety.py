"""What comes before any draft: danger, distress, matters for other routes, and promises that nobody can keep."""

import re
from functools import lru_cache, partial

from assistant.checks.noticing import PASS, fails, negated, quoted
from assistant.language.phrases import lowered, phrases
from assistant.language.text import Sentence, Span, low, split_sentences, straight
from assistant.model import Check, Noticed, Subject
from assistant.session import Safety
from knowledge.model import Grade

_TIERS = {
    "safety": (
        "wish_to_die",
        "suicide",
        "burden",
        "self_harm",
        "means",
        "gone_soon",
        "harm_to_others",
        "violence",
        "sexual",
        "fear",
        "child",
    ),
    "route": ("named_wrong", "advances", "bullying", "retaliation", "law"),
    "urgent": ("depression", "housing", "money", "bereavement"),
}
"""The lists of phrases of each tier, the gravest tier first."""

MESSAGES = {
    "safety": "I am stopping here, because what you wrote matters more than any draft. If you or someone else is in "
    "danger now, call your local emergency number. If you are thinking of harming yourself, or someone is hurting you "
    "or a person you know, please speak to someone today: a crisis line where you live, a doctor, or a person you "
    "trust. In a mentoring programme, tell the named contact or safeguarding lead. You do not have to find the right "
    "words first.",
    "urgent": "That is a lot to carry, and I am sorry. A coach for messages is not the right help for it: your doctor, "
    "a student or employee support service, or a local advice service is. If you like, I can help you write a short "
    "message that says you need some time or support. You decide how much of the reason to give.",
    "route": "This is not something to settle with a well-worded message, and I will not draft a confrontation. Write "
    "down dates, places, words and who was there, and keep copies somewhere safe. Then take it to someone whose job it "
    "is: your programme's named contact, HR, a union or student adviser, or a legal advice service. Before you tell a "
    "mentor, know that they may have a duty to report. I can help you write a short request to speak with one of "
    "these people.",
}
"""Short, humane words for each tier, without a law or a number that may not hold where the reader is."""


def trouble(message: str) -> Safety | None:
    """The gravest thing in a message that comes before any draft, or None."""
    return next((Safety(tier, MESSAGES[tier]) for tier in _TIERS if _place(message, tier) is not None), None)


def _place(raw: str, tier: str) -> Span | None:
    """Where a text speaks of this tier's matters, outside quotations, denials, courses and fiction."""
    text, taught, sentences = _read(raw)
    for sentence in sentences:
        for match in lowered("safety", *_TIERS[tier]).finditer(sentence.text):
            if not _set_aside(raw, sentence, match, taught, tier):
                return sentence.start + match.start(), sentence.start + match.end()
    if taught:
        return None
    return _signs_together(text) if tier == "safety" else _trait_held_against(sentences) if tier == "route" else None


@lru_cache(maxsize=16)  # three tiers want it of every text
def _read(raw: str) -> tuple[str, bool, list[Sentence]]:
    """The text in small letters with its idioms blanked, whether it speaks of a course, and its sentences."""
    text = low(phrases("safety", "idiom").sub(lambda saying: " " * len(saying[0]), straight(raw)))
    return text, bool(lowered("safety", "training").search(text)), split_sentences(text)


def _set_aside(raw: str, sentence: Sentence, match: re.Match[str], taught: bool, tier: str) -> bool:
    """Whether a match is quoted, denied, or part of a case that is taught rather than lived."""
    if quoted(raw[slice(*sentence.span)], match.start()):
        return True
    if taught and not lowered("safety", "first_person").search(match[0]):
        return True
    if tier == "route" and lowered("safety", "denied").search(sentence.text):
        return True
    before = sentence.text[: match.start()]
    return negated(sentence.text, match.start(), 12) and not re.search(r"\bnot (?:that|just|only)\b", before[-14:])


def _signs_together(text: str) -> Span | None:
    """Two signs that mean danger together and little alone: taking leave in order, despair with a means at hand."""
    for one, other in (("settling", "leaving"), ("despair", "at_hand")):
        sign = lowered("safety", one).search(text)
        if sign and lowered("safety", other).search(text):
            return sign.span()
    return None


def _trait_held_against(sentences: list[Sentence]) -> Span | None:
    """A protected trait as the reason for a disadvantage; the trait alone is how people introduce themselves."""
    for sentence in sentences:
        trait = lowered("safety", "trait").search(sentence.text)
        if trait and lowered("safety", "adverse").search(sentence.text):
            return sentence.start + trait.start(), sentence.start + trait.end()
    return None


def _tier(tier: str, message: str, subject: Subject) -> Noticed:
    place = _place(subject.text.raw, tier)
    suggestion = "See the guidance on when something is wrong before you write."
    return fails(message, place, suggestion) if place else PASS


def no_total_secrecy(subject: Subject) -> Noticed:
    raw = subject.text.raw
    sentences = split_sentences(straight(raw))
    for i, sentence in enumerate(sentences):
        for match in phrases("safety", "promise").finditer(sentence.text):
            if quoted(raw[slice(*sentence.span)], match.start()) or _limited(sentences[max(0, i - 1) : i + 3]):
                continue
            return fails(
                "Nobody can promise that everything stays secret.",
                (sentence.start + match.start(), sentence.start + match.end()),
                "Say what stays between you, and when you would have to speak: risk to someone, a serious breach, "
                "the law.",
            )
    return PASS


def _limited(around: list[Sentence]) -> bool:
    """Whether the sentences around a promise name its limits."""
    said = phrases("safety", "boundless").sub("", " ".join(sentence.text for sentence in around))
    return bool(phrases("safety", "limits").search(said))


_PROGRAMMES = "Practice of mentoring programmes"

CHECKS = (
    Check(
        "SAFE-1",
        "Nobody in danger",
        "Is nobody in danger?",
        "Danger comes before any text.",
        Grade.E3,
        _PROGRAMMES,
        partial(_tier, "safety", "Someone may be in danger."),
        "when-something-is-wrong#danger-now",
    ),
    Check(
        "SAFE-2",
        "No one left alone in distress",
        "Is it free of grave distress that needs other help?",
        "A mentor is no counsellor, and a message is no help.",
        Grade.E3,
        _PROGRAMMES,
        partial(_tier, "urgent", "This speaks of distress that needs other help."),
        "when-something-is-wrong#distress-or-setback",
    ),
    Check(
        "SAFE-3",
        "Nothing for other routes",
        "Is it free of harassment, discrimination, retaliation and legal matters?",
        "Such matters have routes with duties and protection; a message can harm both.",
        Grade.E3,
        "Codes of ethics in mentoring and coaching",
        partial(_tier, "route", "This belongs on another route."),
        "when-something-is-wrong#harassment-or-discrimination",
    ),
    Check(
        "SAFE-4",
        "No promise of total secrecy",
        "Does it promise no more confidentiality than one can keep?",
        "There are limits: risk, illegality, legal orders.",
        Grade.E3,
        "International Coaching Federation; EMCC Global Code of Ethics",
        no_total_secrecy,
        "confidentiality-and-its-limits#the-limits",
    ),
)
