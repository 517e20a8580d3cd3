"""Lists of phrases kept as data: one regular expression a line, compiled when first needed."""

import re
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent / "phrases"


@cache
def _family(name: str) -> dict[str, list[str]]:
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def phrases(family: str, name: str) -> re.Pattern[str]:
    """One case-blind pattern that matches any phrase of the list `name` in `phrases/<family>.yaml`, at word boundaries."""
    return any_of(*_family(family)[name])


@cache
def alternatives(family: str, name: str) -> str:
    """The list as one group to build a larger pattern from."""
    return "(?:" + "|".join(_family(family)[name]) + ")"


def any_of(*patterns: str) -> re.Pattern[str]:
    """One case-blind pattern that matches any of these, at word boundaries."""
    return re.compile(r"(?<![\w'’])(?:" + "|".join(patterns) + r")(?![\w])", re.IGNORECASE)
