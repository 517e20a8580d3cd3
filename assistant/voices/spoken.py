"""Which language a message is in, where it is plain."""

from functools import cache
from typing import Any

from assistant.language.text import words
from assistant.voices.catalogue import LANGUAGES

ENGLISH = 0.1
"""Up to this probability of English a message is taken to be in another language: the least English one of 2,125 first
messages and questions of ours in English has 0.59."""
SURE = 0.75
"""From this probability on it is this one and no other: Spanish and Portuguese are near to each other."""
FEWEST_WORDS = 3
MOST_CHARACTERS = 1000
"""Of a long message the beginning is read."""


def language_of(message: str) -> str:
    """The code of the language that a message is plainly in; "en" where that is not plain."""
    if len(words(message)) < FEWEST_WORDS:
        return "en"
    likely: dict[str, float] = dict(_identifier().rank(message[:MOST_CHARACTERS]))
    language = max(likely, key=lambda code: likely[code])
    return language if likely["en"] <= ENGLISH and likely[language] >= SURE else "en"


@cache
def _identifier() -> Any:
    """py3langid's naive Bayes model over byte n-grams (Lui and Baldwin, 2012), for our languages only."""
    from py3langid import langid

    vendor: Any = langid  # it has no types
    identifier = vendor.LanguageIdentifier.from_model_file(vendor.MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", *LANGUAGES])
    return identifier
