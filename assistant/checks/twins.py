"""The fairness twin: the same feedback about somebody else, and whether the checks say the same of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.checks.review import review
from assistant.language.text import Text
from assistant.model import Check, Subject

_PAIRS = (
    ("she", "he"), ("herself", "himself"), ("woman", "man"), ("women", "men"), ("girl", "boy"), ("girls", "boys"),
    ("lady", "gentleman"), ("ladies", "gentlemen"), ("mother", "father"), ("mum", "dad"), ("daughter", "son"),
    ("sister", "brother"), ("wife", "husband"), ("aunt", "uncle"), ("niece", "nephew"), ("ms", "mr"), ("mrs", "mr"),
    ("hers", "his"),
)  # fmt: skip
_OTHER = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])} | {"mr": "ms", "him": "her"}
_WORD = re.compile(rf"\b(?:{'|'.join(sorted([*_OTHER, 'her', 'his'], key=len, reverse=True))})\b", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\s*(?:$|[^\w\s]|(?:and|or|but|to|in|on|at|for|from|with|of|that|when|if|as|so|about|because|while|before|after|by|into"
    r"|over|not|again|yesterday|today|on|why|how|what|who|which|it|this|a|an|the|very|too|there|here|up|down|out|off|is|was"
    r"|will|would|could|should|had|has)\b)",
    re.IGNORECASE,
)
TWINS = ("Maria", "Daniel")
"""The name in the twin: the first for a text about a man, the second for any other. Neither goes into a draft."""


@dataclass(frozen=True, slots=True)
class Twin:
    """A text and its twin, with the checks that do not say the same of both."""

    text: str
    swapped: int
    """Words that were put in the other's place."""
    differs: tuple[str, ...]
    """Ids of checks with another verdict on the twin; empty where the checks are blind to who it is about."""


def twin_of(text: str, name: str = "") -> tuple[str, int]:
    """The text with pronouns, kin and titles of the other gender, and another name; and how many words were swapped."""
    about_him = len(re.findall(r"\b(?:he|him|his)\b", text, re.IGNORECASE)) > len(
        re.findall(r"\b(?:she|her|hers)\b", text, re.IGNORECASE)
    )
    swapped, count = _WORD.subn(lambda match: _cased(_counterpart(match), match[0]), text)
    if name and (first := name.split()[0]) and first in text:
        swapped, named = re.subn(rf"\b{re.escape(first)}\b", TWINS[0 if about_him else 1], swapped)
        count += named
    return swapped, count


def compare(subject: Subject, checks: Sequence[Check], name: str = "") -> Twin:
    """The twin of a text, and what the checks say differently of it."""
    text, count = twin_of(subject.text.raw, name)
    here = review(subject, checks).findings
    there = review(replace(subject, text=Text(text)), checks).findings
    differs = (one.check.id for one, other in zip(here, there, strict=True) if one.verdict is not other.verdict)
    return Twin(text, count, tuple(differs))


def _counterpart(match: re.Match[str]) -> str:
    word = match[0].lower()
    alone = bool(_NO_NOUN.match(match.string, match.end()))
    if word == "her":
        return "him" if alone else "his"
    if word == "his":
        return "hers" if alone else "her"
    return _OTHER[word]


def _cased(word: str, like: str) -> str:
    return word.upper() if like.isupper() and len(like) > 1 else word.capitalize() if like[0].isupper() else word
