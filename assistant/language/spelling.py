"""British and American spelling: a draft is spelled as the person spells."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from assistant.language.text import words

_AMBIGUOUS = frozenset(
    "practice practiced program programs check meter license while dialog learned counselor practices gray".split()
)
"""American forms that British writers have too, in another sense or beside their own."""


@cache
def _american() -> Mapping[str, str]:
    """By British form the American one."""
    return yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))


@cache
def _known() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_american())})\b", re.IGNORECASE)


def is_american(said: str) -> bool:
    """Whether somebody spells more words in the American way than in the British one."""
    used = [word.lower() for word in words(said)]
    telling = set(_american().values()) - _AMBIGUOUS
    return sum(word in telling for word in used) > sum(word in _american() for word in used)


def spelled_like(text: str, said: str) -> str:
    """A text of ours in the spelling of what somebody said; their own words stand as they are."""
    if not is_american(said):
        return text
    own = {word.lower() for word in words(said)}

    def american(match: re.Match[str]) -> str:
        word = match[0]
        if word.lower() in own:
            return word
        other = _american()[word.lower()]
        return other.capitalize() if word[0].isupper() else other

    return _known().sub(american, text)
