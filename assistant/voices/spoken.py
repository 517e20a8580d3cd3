"""Which language a message is in, where it is plain."""

from functools import cache
from typing import Any

from assistant.language.text import words
from assistant.voices.catalogue import LANGUAGES

SURE = 0.97
"""From this probability on a message is taken to be in another language than English; the only one of 7,292 English
texts of ours above it holds French sentences."""
FEWEST_WORDS = 3
MOST_CHARACTERS = 1000
"""Of a long message the beginning is read."""


def language_of(message: str) -> str:
    """The code of the language that a message is plainly in; "en" where that is not plain."""
    if len(words(message)) < FEWEST_WORDS:
        return "en"
    language, sure = _identifier().classify(message[:MOST_CHARACTERS])
    return str(language) if language in LANGUAGES and sure >= SURE else "en"


@cache
def _identifier() -> Any:
    """py3langid's naive Bayes model over byte n-grams (Lui and Baldwin, 2012), for our languages only."""
    from py3langid import langid

    vendor: Any = langid  # it has no types
    identifier = vendor.LanguageIdentifier.from_model_file(vendor.MODEL_FILE, norm_probs=True)
    identifier.set_languages(["en", *LANGUAGES])
    return identifier
