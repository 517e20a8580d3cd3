"""Words that are names only at times: "Will", "Grace", "May", and whatever else the guides write in small letters."""

import re
from functools import cache, lru_cache

from assistant.checks.inventions import general
from assistant.language.facts import date_word
from assistant.language.phrases import lines_of, phrases
from assistant.language.verbs import BASE_ACTS, PAST
from knowledge.guides import load_guides

_SMALL = re.compile(r"(?<![\w'’-])[a-z]+(?:-[a-z]+)*(?![\w-])")


@lru_cache(maxsize=8192)
def is_ordinary(value: str) -> bool:
    """Whether a value is a single word that texts use for something else than a name, too."""
    low = value.lower()
    return " " not in low and (is_free(low) or general(low) or low in BASE_ACTS | PAST | _used())


def is_free(word: str) -> bool:
    """Whether a word with a capital is a form of address, a day or a month."""
    return bool(phrases("grounding", "free_word").fullmatch(word) or date_word().fullmatch(word))


@cache
def _used() -> frozenset[str]:
    """Names that are words, and every word that the guides have in small letters."""
    texts = (f"{passage.heading} {passage.text}" for guide in load_guides() for passage in guide.passages)
    listed = (word for line in lines_of("names", "ordinary") for word in line.split())
    return frozenset(word for text in texts for word in _SMALL.findall(text)) | frozenset(listed)
