"""The interface's own words, from one catalogue a language."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

import yaml

from assistant.model import Check
from assistant.session import Reading, Step
from assistant.voices.catalogue import LANGUAGES

_FOLDER = Path(__file__).parent / "words"


@cache
def catalogue(language: str) -> Mapping[str, Mapping[str, str]]:
    """`page` and `talk`: words by key. Those of the page follow the browser, those of the talk the conversation."""
    return MappingProxyType(yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8")))


def say(key: str, language: str = "en", **values: object) -> str:
    """Words of the talk in a language, with their values."""
    return catalogue(language)["talk"][key].format(**values)


def named(check: Check, language: str) -> str:
    """A check's name within a sentence."""
    return check.name.lower() if catalogue(language)["talk"]["names_in_small"] else check.name


def language_of(steps: list[Step]) -> str:
    """The language of one turn."""
    return next((step.spoken for step in steps if isinstance(step, Reading) and step.spoken), "en")


def preferred(accepted: str) -> str:
    """The first of our languages in an Accept-Language header; English where none of them is asked for."""
    asked = (part.split(";")[0].strip().lower().split("-")[0] for part in accepted.split(","))
    return next((code for code in asked if code in ("en", *LANGUAGES)), "en")
