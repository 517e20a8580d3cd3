"""The words of one language other than English: what is asked, noticed, answered and understood, as data."""

import re
from functools import cache, cached_property

import yaml
from pydantic import BaseModel, ConfigDict

from prompts.loader import VOICES

LANGUAGES = ("de", "es", "fr", "pt")
"""ISO 639-1 codes of the languages besides English in which texts are written."""


class _Words(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldWords(_Words):
    """One field of a brief: its label, and how it is asked for where it is asked at all."""

    label: str
    question: str = ""
    why: str = ""
    example: str = ""
    slot: str = ""


class TaskWords(_Words):
    """One task: its title, a first message, what changes it, why a draft is as it is, and its fields."""

    title: str
    opening: str
    changes: tuple[str, ...]
    choices: dict[str, str]
    need: str = ""
    fields: dict[str, FieldWords]


class CheckWords(_Words):
    """One check: what it asks and why, and by key what it says of a text and what to do about it."""

    name: str
    question: str
    reason: str
    says: dict[str, str]
    fix: dict[str, str] = {}
    topics: dict[str, str] = {}


class QuestionWords(_Words):
    """A question of the coach's with its reason and an example."""

    text: str
    why: str
    example: str


class SafetyWords(_Words):
    """What is said before any draft, and the patterns of the messages that it is said to."""

    danger: tuple[str, ...]
    route: tuple[str, ...]
    danger_message: str
    route_message: str


class Words(_Words):
    """All words of one language, as in `prompts/voices/<code>/words.yaml` and `checks.yaml`."""

    name: str
    """What its speakers call it."""
    subject_label: str
    after_greeting_small: bool
    """Whether the first sentence after a greeting begins with a small letter."""
    and_: str
    mentee: str
    """Who brings an item where no name is known."""
    both: str
    """Who brings an item that is nobody's own."""
    subject_least: int
    """The fewest words of a good subject line."""
    patterns: dict[str, str]
    cues: dict[str, tuple[str, ...]]
    ask_task: QuestionWords
    change: QuestionWords
    no_answers: str
    mixed: str
    """Said of a draft in which the person's own words address the reader in the other way."""
    undone: str
    nothing_earlier: str
    style_notes: dict[str, str]
    part_names: dict[str, str]
    """By what people call a part of a draft, the part of the skeleton."""
    safety: SafetyWords
    fields: dict[str, FieldWords]
    """Of fields that several tasks share."""
    tasks: dict[str, TaskWords]
    checks: dict[str, CheckWords]

    @cached_property
    def _compiled(self) -> dict[str, re.Pattern[str]]:
        return {name: re.compile(text, re.IGNORECASE | re.MULTILINE) for name, text in self.patterns.items()}

    def pattern(self, name: str) -> re.Pattern[str]:
        """A pattern by its name, in any case of letters."""
        return self._compiled[name]

    def label(self, task: str, field: str) -> FieldWords:
        """The words of a task's field; raises KeyError where neither the task nor the language has any."""
        return self.tasks[task].fields.get(field) or self.fields[field]


@cache
def words_of(language: str) -> Words:
    """The words of a language of `LANGUAGES`."""
    folder = VOICES / language
    given = yaml.safe_load((folder / "words.yaml").read_text(encoding="utf-8"))
    given["and_"] = given.pop("and")
    given["checks"] = yaml.safe_load((folder / "checks.yaml").read_text(encoding="utf-8"))
    return Words.model_validate(given)
