"""A text taken apart: subject line, greeting, body, sign-off; sentences and words with their places."""

import re
from dataclasses import dataclass
from functools import cached_property

Span = tuple[int, int]

_SUBJECT = re.compile(
    r"\A\s*(?:subject(?: line)?|betreff|objet|asunto|assunto)\s*:[ \t]*(?P<subject>[^\n]*)(?:\n|\Z)", re.IGNORECASE
)
_NOT_IN_A_GREETING = (
    r"(?!\b(?:i|i['’]m|im|can|could|may|would|will|is|are|was|you|your|u|ur|we|my|just|hope|do|did|saw|thanks|thank)\b)"
)
_GREETING = re.compile(
    r"\A\s*(?P<greeting>(?:(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)\b"
    rf"(?:{_NOT_IN_A_GREETING}[^\n]){{0,60}}?(?:[,!:–—]|\s-(?=\s))"
    r"|(?:dear|hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings)\b"
    rf"(?:{_NOT_IN_A_GREETING}[^\n.?!]){{0,45}}(?:[.!]?\n|\Z)"
    r"|(?:dr|prof(?:essor)?|mr|mrs|ms|mx|sister)\b\.?[^\n.?!,]{1,40},[ \t]*\n|[A-Z][\w'’-]{1,20},[ \t]*\n))",
    re.IGNORECASE,
)
_CLOSER = (
    r"(?:(?:many |with many |with |best |kind |kindest |warm |warmest |all |most )*"
    r"(?:thanks|thank you|regards|wishes|best|sincerely|respectfully|cheers|gratefully|appreciation|gratitude|cordially"
    r"|faithfully|truly)"
    r"(?: again| so much| very much| and (?:best|kind|warm) (?:regards|wishes)| in advance| yours| you)?"
    r"|yours(?: \w+)?|with (?:kind|best|warm)[\w ]+)"
)
_NAME = r"(?-i:[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,3}|[a-z]+)"
_SIGN_OFF = re.compile(
    # A closer on a line of its own: what follows the name is the signature, however long.
    rf"(?:\A|\n)(?P<letter>[ \t]*{_CLOSER}[ \t]*(?:,[ \t]*)?\n\s*"
    rf"[^\n.?!]{{1,40}}(?:[.][^\n.?!]{{1,30}})?(?:\n[\s\S]*)?)\Z"
    rf"|(?:\A|\n|(?<=[.!?]) +)(?P<sign>[ \t]*{_CLOSER}[ \t]*,[ \t]*{_NAME}?[ \t]*(?:\n[^\n]{{0,80}}){{0,5}})\s*\Z"
    rf"|(?:\A|\n)(?P<last>[ \t]*{_CLOSER}[ \t]*[,.!]?)\s*\Z"
    rf"|(?<=[.!?)])[ \t]*\n\s*(?P<name>{_NAME})\s*\Z"
    r"|\n(?P<rule>--[ \t]*\n[\s\S]*)\Z",
    re.IGNORECASE,
)
_QUOTED_LINE = re.compile(r"^[ \t]*>.*$|^On [^\n]{5,80} wrote:[ \t]*$", re.MULTILINE)
_WORD = re.compile(r"[^\W_]+(?:['’\-][^\W_]+)*")
FOREIGN = r"[^\W\d_A-Za-z\u00aa-\u024f\u1e00-\u1eff]"
"""Pattern of a letter of another script than Latin, where a name may have no capital."""
_ABBREVIATION = re.compile(
    r"(?:\b(?:dr|mr|mrs|ms|mx|prof|st|sr|jr|vs|etc|approx|no|dept|fig|inc|ltd|co|e\.g|i\.e|a\.m|p\.m|ph\.d|[a-z])\.)\Z",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|\Z)|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)|\n(?=#)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence and where it stands in the text as given."""

    text: str
    start: int

    @property
    def span(self) -> Span:
        return self.start, self.start + len(self.text)

    @property
    def words(self) -> list[str]:
        return _WORD.findall(self.text)


@dataclass(frozen=True)
class Text:
    """A text as given, with its parts found by cues of form; `raw` is never altered."""

    raw: str

    @cached_property
    def subject(self) -> str | None:
        """The words after "Subject:", or None when there is no such line."""
        match = _SUBJECT.match(self.raw)
        return match["subject"].strip() if match else None

    @cached_property
    def _edges(self) -> tuple[int, int, int]:
        head = _SUBJECT.match(self.raw)
        start = head.end() if head else 0
        greeting = _GREETING.match(self.raw[start:])
        body = start + greeting.end() if greeting else start
        rest = _blank_quoted(self.raw[body:])
        sign = _SIGN_OFF.search(rest)
        return start, body, body + (sign.start(sign.lastgroup or 0) if sign else len(rest))

    @property
    def greeting(self) -> str:
        return self.raw[self._edges[0] : self._edges[1]].strip()

    @property
    def body_span(self) -> Span:
        return self._edges[1], self._edges[2]

    @cached_property
    def body(self) -> str:
        """Without subject line, greeting, sign-off and quoted reply lines; lines keep their length, so places fit."""
        start, end = self.body_span
        return _blank_quoted(self.raw[start:end])

    @property
    def sign_off(self) -> str:
        return _blank_quoted(self.raw[self._edges[2] :]).strip()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of the body, in order."""
        return tuple(split_sentences(self.body, self.body_span[0]))

    @cached_property
    def words(self) -> list[str]:
        """The words of the body."""
        return _WORD.findall(self.body)

    @cached_property
    def lines(self) -> tuple[Sentence, ...]:
        """The non-empty lines of the whole text with their places."""
        return tuple(
            Sentence(match[0].strip(), match.start() + len(match[0]) - len(match[0].lstrip()))
            for match in re.finditer(r"[^\n]+", self.raw)
            if match[0].strip()
        )

    def find(self, pattern: re.Pattern[str], whole: bool = False) -> re.Match[str] | None:
        """The first match in the body, or in the whole text, with places in the text as given."""
        start, end = (0, len(self.raw)) if whole else self.body_span
        return pattern.search(self.raw, start, end)


def _blank_quoted(text: str) -> str:
    return _QUOTED_LINE.sub(lambda m: " " * len(m[0]), text)


def split_sentences(text: str, offset: int = 0) -> list[Sentence]:
    """Sentences of a text; abbreviations, initials and list items are not cut inside."""
    found: list[Sentence] = []
    start = 0
    for match in _END.finditer(text):
        if match[0].startswith(".") and _abbreviated(text, match.start() + 1):
            continue
        _keep(found, text, start, match.end(), offset)
        start = match.end()
    _keep(found, text, start, len(text), offset)
    return found


def _abbreviated(text: str, end: int) -> bool:
    """Whether the full stop before this place belongs to an abbreviation; "no." is one before a number only."""
    match = _ABBREVIATION.search(text[max(0, end - 8) : end])
    return match is not None and (match[0].lower() != "no." or bool(re.match(r"\s*\d", text[end : end + 4])))


def _keep(found: list[Sentence], text: str, start: int, end: int, offset: int) -> None:
    piece = text[start:end]
    if _WORD.search(piece):
        left = len(piece) - len(piece.lstrip())
        found.append(Sentence(piece.strip(), offset + start + left))


def words(text: str) -> list[str]:
    """The words of a text; a hyphenated or apostrophised word is one."""
    return _WORD.findall(text)


def syllables(word: str) -> int:
    """Syllables of an English word, by vowel groups; at least 1."""
    low = re.sub(r"[^a-z]", "", word.lower())
    if not low:
        return 1
    low = re.sub(r"(?:[^laeiouy]es|[^aeioutd]ed|[^l]e)$", lambda m: m[0][0], low) if len(low) > 3 else low
    return max(1, len(re.findall(r"[aeiouy]+", low)))


def reading_grade(text: str, sentences: int) -> float:
    """Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al., 1975)."""
    found = [word for word in words(text) if any(c.isalpha() for c in word)]
    if not found:
        return 0.0
    return 0.39 * len(found) / max(1, sentences) + 11.8 * sum(map(syllables, found)) / len(found) - 15.59


_STRAIGHT = str.maketrans("’‘", "''")
_LOW = _STRAIGHT | {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}


def straight(text: str) -> str:
    """The text with straight apostrophes, same length, so that a phrase needs only one form."""
    return text.translate(_STRAIGHT)


def low(text: str) -> str:
    """The text with straight apostrophes and small letters, same length."""
    return text.translate(_LOW)


def sentence_case(text: str) -> str:
    """First letter upper case, the rest as it is."""
    return text[:1].upper() + text[1:]
