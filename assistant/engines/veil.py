"""Names that stay here: values replaced by stable placeholders before a text leaves, put back as the answer comes."""

import re
from collections.abc import Iterable, Iterator

from assistant.checks.grounding import opens
from assistant.engines.material import material
from assistant.engines.ordinary import is_free, is_ordinary
from assistant.language.people import people_in
from assistant.language.phrases import lines_of, phrases
from assistant.language.text import FOREIGN, words
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
_UPPER = "".join(filter(str.isupper, map(chr, range(0x250))))
_CAPITAL = re.compile(
    rf"(?<![\w'’])[{_UPPER}][\w’'-]*\w(?: (?:(?:van|von|de|del|da|al|bin|of|for|&) )?[{_UPPER}][\w’'-]*\w)*"
)
_OTHER_SCRIPT = re.compile(rf"{FOREIGN}\w*(?:[ ·-]{FOREIGN}\w*)*")
_APPOSED = re.compile(
    rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir|[Aa]) (?:{'|'.join(lines_of('names', 'beside'))}),? "
    rf"(?:called |named )?(?P<name>[{_UPPER}]\w+)(?! \d)"
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
        self._pattern: re.Pattern[str] | None = None
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
            if written := re.search(_written(value), text):
                self._values[placeholder] = written[0]

    def hide(self, text: str) -> str:
        """The text with every known value replaced, the longest first.

        In any case of letters; a name that is an ordinary word, too ("Will", "May"), only where it has its capital.
        """
        pattern = self._known()
        return pattern.sub(lambda m: self._placeholders[_plain(m[0])], text) if pattern else text

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

    def _known(self) -> re.Pattern[str] | None:
        if self._pattern is None and self._values:
            longest = sorted(self._values.values(), key=len, reverse=True)
            self._pattern = re.compile("|".join(map(_written, longest)))
        return self._pattern

    def _learn_from(self, text: str) -> None:
        text = material(text)
        for kind, pattern in _PATTERNS:
            for match in pattern.finditer(text):
                self._take(kind, match[0].rstrip(".,;:"))
        for person in people_in(text):
            if not is_ordinary(person.name) or not opens(text[: person.start].rpartition("\n")[2]):
                self._take("PERSON", person.name)
        for match in _APPOSED.finditer(text):
            self._take("PERSON", match["name"])
        for match in _CAPITAL.finditer(text):
            self._learn_run(match[0], opens(text[: match.start()].rpartition("\n")[2]), text[match.end() :][:40])
        for pattern in (_OTHER_SCRIPT, _PLACEHOLDER):
            for match in pattern.finditer(text):
                self._take("NAME", match[0])

    def _learn_run(self, run: str, opening: bool, after: str) -> None:
        """A run of words with capitals, and each of them.

        Not the ordinary word at the start of a sentence, unless it speaks there ("Grace told me").
        """
        parts = run.split()
        opening = opening and not phrases("grounding", "hearsay").match(after.lstrip())
        while len(parts) > 1 and opening and is_ordinary(parts[0]):
            parts, opening = parts[1:], False
        if len(parts) > 1:
            self._take("NAME", " ".join(parts))
        for n, part in enumerate(parts):
            starts = opening and n == 0
            if part[0].isupper() and len(part) > 2 and not (is_ordinary(part) and (starts or is_free(part))):
                self._take("NAME", part)

    def _take(self, kind: str, value: str) -> None:
        value = material(value)
        if len(value) < 2 or _plain(value) in self._placeholders:
            return
        placeholder = f"{kind}_{1 + sum(name.startswith(kind) for name in self._values)}"
        self._placeholders[_plain(value)] = placeholder
        self._values[placeholder] = value
        self._pattern = None


def _plain(value: str) -> str:
    return " ".join(value.lower().split())


def _written(value: str) -> str:
    """A pattern for a value as people write it: in any case, an ordinary word only with a capital, or in capitals."""
    if is_ordinary(value):
        written = rf"(?:{re.escape(value[0].upper() + value[1:])}|{re.escape(value.upper())})(?! \d)"
    else:
        written = "(?i:" + re.escape(value).replace(r"\ ", r"\s+") + ")"
    return rf"(?<!\w){written}(?!\w)"


def _may_begin(letters: str) -> bool:
    return any(kind.startswith(letters.upper()) for kind in KINDS)
