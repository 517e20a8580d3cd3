"""How a draft sounds: what another formality or directness would change in it, sentence by sentence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Literal, get_args

from assistant.language.text import split_sentences
from assistant.model import Brief, Style, Task

Dial = Literal["formality", "directness"]
_FORMALITY = ("address", "tone")
"""Fields of a brief that say how formal a draft is: how the reader is addressed, else the tone."""
_NEUTRAL = {"tone": "neutral", "address": "formal"}
_DIRECTNESS = ("plain", "direct")


@dataclass(frozen=True, slots=True)
class Setting:
    """One position of a dial, and the sentences that it would change: (as it is, as it would be)."""

    dial: Dial
    name: str
    chosen: bool
    changes: tuple[tuple[str, str], ...]


def settings_of(task: Task, brief: Brief, style: Style) -> tuple[Setting, ...]:
    """The positions of each dial that changes something in this draft; a dial that changes nothing is left out."""
    found: list[Setting] = []
    for dial in get_args(Dial):
        positions = [_setting(task, brief, style, dial, name) for name in _names(task, dial)]
        if any(setting.changes for setting in positions):
            found += positions
    return tuple(found)


def turned(task: Task, brief: Brief, style: Style, dial: Dial, name: str) -> tuple[dict[str, str], Style]:
    """The facts and the style of a position."""
    if dial == "directness":
        return {}, replace(style, directness=_DIRECTNESS.index(name))
    return {_field(task): name}, style


def _setting(task: Task, brief: Brief, style: Style, dial: Dial, name: str) -> Setting:
    facts, styled = turned(task, brief, style, dial, name)
    now = _DIRECTNESS[min(1, max(0, style.directness))] if dial == "directness" else _now(task, brief)
    other = _sentences(task, brief.model_copy(update=facts), styled)
    return Setting(dial, name, name == now, tuple(_changed(_sentences(task, brief, style), other)))


def _names(task: Task, dial: Dial) -> tuple[str, ...]:
    if dial == "directness":
        return _DIRECTNESS
    field = _field(task)
    kinds = (kind for kind in get_args(task.brief.model_fields[field].annotation) if get_args(kind)) if field else ()
    return tuple(name for kind in kinds for name in get_args(kind))


def _field(task: Task) -> str:
    return next((field for field in _FORMALITY if field in task.brief.model_fields), "")


def _now(task: Task, brief: Brief) -> str:
    field = _field(task)
    return str(brief.known.get(field, _NEUTRAL[field]))


def _sentences(task: Task, brief: Brief, style: Style) -> list[str]:
    assert task.compose is not None
    subject, body = task.compose(brief, style)
    lines = [line for line in [subject, *body.split("\n")] if line]
    return [sentence.text for line in lines for sentence in split_sentences(line)]


def _changed(now: list[str], other: list[str]) -> Iterator[tuple[str, str]]:
    for kind, a, b, c, d in SequenceMatcher(None, now, other, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from zip_longest(now[a:b], other[c:d], fillvalue="")
