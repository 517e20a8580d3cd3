"""Patterns built from the lists of one family: `{kin}` in a phrase stands for any phrase of the list `kin`."""

import re
from functools import cache

from assistant.language.phrases import alternatives, any_of

_PART = re.compile(r"\{([a-z_]+)\}")


@cache
def composed(family: str, *names: str) -> re.Pattern[str]:
    """One case-blind pattern that matches any phrase of these lists, at word boundaries, their parts filled in."""
    return any_of(*(filled(family, name) for name in names))


@cache
def lowered(family: str, *names: str) -> re.Pattern[str]:
    """As `composed`, for text that is in lower case already: three times as fast."""
    return re.compile(composed(family, *names).pattern)


@cache
def filled(family: str, name: str) -> str:
    """A list as one group, each `{part}` replaced by the group of the list it names."""
    return _PART.sub(lambda part: filled(family, part[1]), alternatives(family, name))


_STRAIGHT = str.maketrans("’‘", "''")
_LOW = _STRAIGHT | {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def straight(text: str) -> str:
    """The text with straight apostrophes, same length, so that a phrase needs only one form."""
    return text.translate(_STRAIGHT)


def low(text: str) -> str:
    """The text with straight apostrophes and small letters, same length."""
    return text.translate(_LOW)
