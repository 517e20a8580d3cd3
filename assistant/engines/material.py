"""What goes into prompts: values in lines, passages cut to the window; nothing in them can close its tag."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.language.phrases import phrases
from assistant.model import Brief, Check
from knowledge.model import GUIDES, Passage

_CONTROL = re.compile(r"\[/?(?:INST|SYS)\]|<</?SYS>>|###", re.IGNORECASE)
_INVISIBLE = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]|[\U000e0000-\U000e007f]")
_IDENTITY = ("pronoun",)
"""Fields that no text needs a model to know."""
_PRONOUNS = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), plain)
    for words, plain in (
        (r"s?he(?=['’]s)|s?he", "they"),
        (r"(?:him|her)self", "themselves"),
        (r"his(?= \w)|her(?= (?!to\b|at\b|in\b|on\b|and\b|about\b|for\b|with\b|how\b|that\b|if\b|when\b)\w)", "their"),
        (r"hers|his", "theirs"),
        (r"him|her", "them"),
    )
)
_BESIDE_A_NAME = re.compile(r"\0 [A-Z]|\b[A-Z]\w+ \0")
MOST_QUESTIONS = 8


def material(text: str) -> str:
    """A text as material for a prompt: without invisible characters, and without marks that open or close anything."""
    text = _INVISIBLE.sub("", text)
    text = _CONTROL.sub(lambda mark: mark[0].replace("#", "＃").replace("[", "(").replace("]", ")"), text)
    return text.replace("<", "‹").replace(">", "›").replace("```", "'''").strip()


def facts_text(brief: Brief) -> str:
    """The known fields of a brief, one a line, as people read them."""
    known: dict[str, object] = brief.known
    lines: list[str] = []
    for name, value in known.items():
        if name not in _IDENTITY and name in type(brief).model_fields:
            shown = "; ".join(map(str, value)) if isinstance(value, list) else str(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
            lines.append(f"{brief.label(name)}: {material(neutral(shown))}")
    return "\n".join(lines)


def neutral(text: str) -> str:
    """The text with "they" for "she" and "he", but in names ("Her Campus", "Jian He"): no draft needs to know."""

    def changed(match: re.Match[str], plain: str) -> str:
        capital = match[0][0].isupper()
        if capital and _BESIDE_A_NAME.search(f"{match.string[: match.start()]}\0{match.string[match.end() :]}"):
            return match[0]
        return plain.capitalize() if capital else plain

    for pattern, plain in _PRONOUNS:
        text = pattern.sub(lambda m, plain=plain: changed(m, plain), text)
    return text


def questions_text(checks: Sequence[Check]) -> str:
    """The checks' questions that a writer can act on, the first few."""
    asked = [check.question for check in checks if not check.asks_only and not check.id.startswith(("SAFE", "GROUND"))]
    return "\n".join(f"- {question}" for question in asked[:MOST_QUESTIONS])


def without_orders(passage: Passage) -> Passage:
    """A document's passage without the paragraphs that speak to a machine: they are no evidence for anything."""
    if passage.collection == GUIDES:
        return passage
    orders = phrases("orders", "to_a_machine")
    kept = [part for part in re.split(r"\n{2,}", passage.text) if not orders.search(part)]
    return replace(passage, text="\n\n".join(kept))


def passages_text(passages: Sequence[Passage], *, numbered: bool) -> str:
    """Passages as material, each under where it stands."""
    return "\n\n".join(
        f"{f'[{n}] ' if numbered else ''}{material(passage.where())}\n{material(passage.text)}"
        for n, passage in enumerate(passages, 1)
    )


def most_that_fit(passages: Sequence[Passage], fits: Callable[[Sequence[Passage]], bool]) -> Sequence[Passage]:
    """As many of some passages, from the first on, as fit."""
    kept = list(passages)
    while kept and not fits(kept):
        kept.pop()
    return kept
