"""The interface's own words: the same keys in every language, and the browser's language found."""

import re

import pytest

from assistant.voices import LANGUAGES, TASKS, task_in
from ui.page_words import WORDS, opening_for
from ui.wording import catalogue, preferred, say


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("part", ["page", "talk"])
def test_every_catalogue_has_the_keys_and_the_braces_of_english(code: str, part: str) -> None:
    english, other = catalogue("en")[part], catalogue(code)[part]
    assert set(other) == set(english)
    for key, text in english.items():
        assert set(re.findall(r"\{\w+\}", other[key])) == set(re.findall(r"\{\w+\}", text)), key
    same = [key for key, text in english.items() if other[key] == text and len(text.split()) > 2]
    assert same == []


def test_the_browsers_first_known_language_counts() -> None:
    assert preferred("de-AT,de;q=0.9,en;q=0.5") == "de"
    assert preferred("it-IT,de;q=0.8") == "de"
    assert preferred("en-GB,de;q=0.8") == "en"
    assert preferred("") == preferred("ja") == "en"


def test_a_starter_speaks_the_browsers_language_where_its_task_does() -> None:
    assert opening_for("outreach", "de-DE") == task_in("outreach", "de").opening
    assert opening_for("goals", "de-DE") == task_in("goals", "en").opening
    for code in LANGUAGES:
        titles = WORDS.translations_dict[code]
        assert all(titles[f"task_{name}"] == task_in(name, code).title for name in TASKS)


def test_words_take_their_values() -> None:
    assert say("counted", passed=3, firing=1) == "Checks: 3 passed, 1 to look at."
