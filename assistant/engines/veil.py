"""Names that stay here: values replaced by stable placeholders before a text leaves, put back as the answer comes."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.inventions import general
from assistant.language.facts import date_word
from assistant.language.people import people_in
from assistant.language.phrases import phrases
from assistant.language.text import words
from assistant.model import Brief

KINDS = ("PERSON", "ORG", "ROLE", "EMAIL", "LINK", "PHONE", "NUMBER", "NAME")
MOST_WORDS = 6
"""A longer value of a brief is a description: it is sent with the names in it replaced."""
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(
    r"\b(?:https?://|www\.)[^\s)>\]\"”']+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|edu|gov|io|co|uk|de|eu|example|test)\b(?:/[^\s)>\]]*)?"
)
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d ()/.-]{6,}\d(?!\w)")
_NUMBER = re.compile(r"(?<![\w.])[A-Z]{0,3}\d{5,}\w*")
_PLACEHOLDER = re.compile(
    rf"(?<![A-Za-z])(?P<kind>{'|'.join(KINDS)}|(?i:{'|'.join(KINDS)})(?=\\?_))(?:\\?_|[ -])?(?P<n>\d{{1,3}})(?!\d)"
)
_CAPITAL = re.compile(
    r"(?<![\w'’])[A-ZÀ-Þ][\w’'-]*[\wÀ-ÿ](?:(?: (?:van|von|de|del|da|al|bin|of|for|&))? [A-ZÀ-Þ][\w’'-]*[\wÀ-ÿ])*"
)
_TAIL = re.compile(r"(?<![A-Za-z])(?P<letters>[A-Za-z]{1,6})(?:\\?_|[ -]|\\)?\d{0,3}$")
_FIELDS = {"_name": "PERSON", "_organisation": "ORG", "_role": "ROLE"}
_PATTERNS = (("EMAIL", _EMAIL), ("LINK", _LINK), ("PHONE", _PHONE), ("NUMBER", _NUMBER))


class Veil:
    """The values of one conversation with their placeholders, in the order in which they came up."""

    def __init__(self, *, names_only: bool = False) -> None:
        self._names_only = names_only
        self._placeholders: dict[str, str] = {}
        """Values in lower case with single spaces to their placeholders."""
        self._values: dict[str, str] = {}
        """Placeholders to the values as they were first written."""

    @property
    def values(self) -> dict[str, str]:
        """What each placeholder stands for."""
        return dict(self._values)

    def learn(self, brief: Brief | None, *texts: str) -> None:
        """Take note of the values of a brief, and of names, addresses and numbers in texts.

        People's names in a brief are hidden even where the rest may be seen, so that no draft depends on whose it is.
        """
        known: dict[str, object] = brief.known if brief else {}
        for name, value in known.items():
            kind = next((kind for ending, kind in _FIELDS.items() if name.endswith(ending)), "")
            if not kind or not isinstance(value, str) or (self._names_only and kind != "PERSON"):
                continue
            if len(words(value)) <= MOST_WORDS:
                self._take(kind, value)
            if kind == "PERSON":
                for part in value.split():
                    if len(part) > 2:
                        self._take(kind, part)
        for text in () if self._names_only else texts:
            self._learn_from(text)

    def spell(self, text: str) -> None:
        """Put values back as they are written in a text: "lena fischer" as "Lena Fischer" in a signature."""
        for placeholder, value in self._values.items():
            if written := re.search(rf"(?<!\w){re.escape(value)}(?!\w)", text, re.IGNORECASE):
                self._values[placeholder] = written[0]

    def hide(self, text: str) -> str:
        """The text with every known value replaced, the longest first, in any case of letters."""
        if not self._placeholders:
            return text
        longest = sorted(self._placeholders, key=len, reverse=True)
        pattern = "|".join(re.escape(value).replace(r"\ ", r"\s+") for value in longest)
        return re.sub(
            rf"(?<![\w@])(?:{pattern})(?!\w)", lambda m: self._placeholders[_plain(m[0])], text, flags=re.IGNORECASE
        )

    def show(self, text: str) -> str:
        """The text with the values put back, also where a placeholder was bent: `Person_1's`, `PERSON 1`."""
        return _PLACEHOLDER.sub(lambda m: self._values.get(f"{m['kind'].upper()}_{int(m['n'])}", m[0]), text)

    def showing(self, pieces: Iterable[str]) -> Iterator[str]:
        """The same for a text that comes in pieces, wherever they are cut."""
        held = ""
        for piece in pieces:
            held += piece
            tail = _TAIL.search(held)
            cut = tail.start() if tail and _may_begin(tail["letters"]) else len(held)
            yield self.show(held[:cut]) if cut else ""
            held = held[cut:]
        if held:
            yield self.show(held)

    def _learn_from(self, text: str) -> None:
        for kind, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                self._take(kind, match[0].rstrip(".,;:"))
        for person in people_in(text):
            self._take("PERSON", person.name)
        for match in _CAPITAL.finditer(text):
            if not _common(match[0]):
                self._take("NAME", match[0])
            for part in match[0].split():
                if part[0].isupper() and len(part) > 2 and not _common(part):
                    self._take("NAME", part)
        for match in _PLACEHOLDER.finditer(text):
            self._take("NAME", match[0])

    def _take(self, kind: str, value: str) -> None:
        value = value.strip()
        if len(value) < 2 or _plain(value) in self._placeholders:
            return
        placeholder = f"{kind}_{1 + sum(name.startswith(kind) for name in self._values)}"
        self._placeholders[_plain(value)] = placeholder
        self._values[placeholder] = value


def _plain(value: str) -> str:
    return " ".join(value.lower().split())


def _common(word: str) -> bool:
    """Whether a capitalised word is the start of a sentence or a day, and nobody's name."""
    return bool(phrases("grounding", "free_word").fullmatch(word) or date_word().fullmatch(word) or general(word))


def _may_begin(letters: str) -> bool:
    return any(kind.startswith(letters.upper()) for kind in KINDS)
