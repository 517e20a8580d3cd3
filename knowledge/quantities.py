"""What kind of quantity a question asks for, and whether a text holds one: no answer to "how much" is without a sum."""

import re
from collections.abc import Callable, Iterable

from knowledge.lexical import stems

_NUMBER = (
    r"(?:\d[\d.,]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|sixty|ninety|hundred|half|couple|several|few|dozen|single)"
)
_UNIT = r"(?:second|minute|min|hour|hr|day|week|month|year|fortnight|quarter|term|semester|session|meeting)s?"
_EACH = r"daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|yearly|annually"
_COUNT = re.compile(rf"\b{_NUMBER}\b", re.IGNORECASE)
_OFTEN = re.compile(
    rf"\b(?:{_EACH}|every|each|once|twice|regularly|per|{_NUMBER} times?)\b|\b{_NUMBER}[- ]?{_UNIT}\b", re.IGNORECASE
)
_MONEY = re.compile(
    r"[$€£]\s?\d|\b\d[\d.,]*\s?(?:k\b|usd|eur|gbp|dollars?|euros?|pounds?|cents?)|\b(?:usd|eur|gbp)\s?\d"
    r"|\b(?:honorari|stipend|allowance)\w*|\b(?:free of charge|for free|no (?:pay|payment|fee|charge|costs?))\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\d\s?(?:%|per ?cent)|\bper ?cent\b|\b\w+ (?:in|out of) (?:\d+|three|four|five|ten)\b"
    r"|\b(?:half|third|quarter|majority|most|few) of\b",
    re.IGNORECASE,
)
_SCORE = re.compile(r"\d.*\b(?:scores?|points?|correct|out of)|\d\s?%|\b(?:scores?|points?)\b.*\d", re.IGNORECASE)
_ASKED: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = (
    (re.compile(r"\b(?:what|which) (?:percentage|share|proportion|ratio)\b|\bwhat per ?cent", re.IGNORECASE), _SHARE),
    (re.compile(r"\b(?:what|which) score\b", re.IGNORECASE), _SCORE),
    (
        re.compile(
            r"\bhow much (?:money\b|(?:do(?:es)?|did|is|are|will|would|should|can)\b.*\b(?:costs?|pay|paid|fees?|charge"
            r"|earn|get)\b)|\bwhat(?:['’]?s| is| does| do)? [^?]*\b(?:paid|salary|stipend|fee|wages?)\b"
            r"|\bin (?:dollars|euros|pounds)\b|\bmost money\b",
            re.IGNORECASE,
        ),
        _MONEY,
    ),
    (re.compile(r"\bhow (?:often|frequently)\b", re.IGNORECASE), _OFTEN),
    (re.compile(r"\bhow (?:long|soon|old)\b", re.IGNORECASE), _COUNT),
)
_HOW_MANY = re.compile(
    r"\bhow many (?P<what>[\w-]+(?: [\w-]+){0,2}?)"
    r"(?= (?:do|does|did|can|could|is|are|was|were|should|must|may|will|would|has|have|per|a|in|of|we|i|to|get|there)\b"
    r"|[?,.]|$)",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+|\n+")


def held(question: str, texts: Iterable[str]) -> bool:
    """Whether a sentence of one of the texts has a quantity of the kind asked for; True where none is asked for."""
    wanted = _wanted(question)
    return wanted is None or any(wanted(sentence) for text in texts for sentence in _SENTENCES.split(text))


def _wanted(question: str) -> Callable[[str], object] | None:
    for asked, quantity in _ASKED:
        if asked.search(question):
            return quantity.search
    if (many := _HOW_MANY.search(question)) is None:
        return None
    things = set(stems(many["what"]))
    return lambda sentence: _COUNT.search(sentence) and things & set(stems(sentence))
