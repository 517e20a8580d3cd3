"""What a person has said, as sets to look things up in: word stems, numbers, dates."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from assistant.language.phrases import alternatives, phrases
from assistant.language.text import straight, words

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = {word: 10 * i for i, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_ORDINALS = {
    word: i for i, word in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_NUMBERS = (
    {word: i for i, word in enumerate(_UNITS)}
    | _TENS
    | _ORDINALS
    | {"hundred": 100, "thousand": 1000, "half": 30, "once": 1, "twice": 2, "thrice": 3, "dozen": 12}
)
NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?")
_CLOCK = re.compile(r"\b(?P<hour>[01]?\d|2[0-4])(?:[:.h]\d{2}|(?=\s?(?P<half>[ap])\.?m\b))", re.IGNORECASE)
_NUMERIC_DATE = re.compile(r"\b(\d{1,2})[/.](\d{1,2})\b")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_SHORT = {
    "yr": "year", "yrs": "years", "mgr": "manager", "dept": "department", "uni": "university", "hosp": "hospital",
    "govt": "government", "asst": "assistant", "prof": "professor", "eng": "engineer", "mths": "months",
    "wk": "week", "mtg": "meeting", "appt": "appointment", "xmas": "christmas", "nl": "netherlands",
    "nz": "new zealand", "ny": "new york", "nyc": "new york city", "bham": "birmingham", "mcr": "manchester",
    "maths": "mathematics", "chem": "chemistry", "psych": "psychology", "dr": "doctor", "sis": "sister",
    "b'day": "birthday", "bday": "birthday", "conf": "conference", "lab": "laboratory", "exec": "executive",
    "rep": "representative", "st": "saint street", "intl": "international", "assoc": "association",
    "inst": "institute", "comms": "communications", "snr": "senior", "sr": "senior", "jr": "junior",
    "vp": "president vice", "ceo": "chief executive", "physio": "physiotherapist", "vet": "veterinary",
}  # fmt: skip
"""Short forms that people type, with the words that they stand for."""
_ENDINGS = re.compile(r"(?:isations?|izations?|ements?|ments?|ations?|ions?|ings?|ers?|ors?|ed|es|ly|s|e|y)$")


@cache
def date_word() -> re.Pattern[str]:
    """A weekday, a month, or a day told by its distance from now."""
    days, months = (f"(?P<{name}>{alternatives('grounding', name)})" for name in ("weekday", "month"))
    return re.compile(rf"\b(?:{days}|{months}|(?P<near>yesterday|tomorrow|tonight))(?:'?s)?\b", re.IGNORECASE)


_BARE_MAY = re.compile(
    r"(?:\d(?:st|nd|rd|th)? (?:of )?|in |early |late |since |until |by |last |next )$", re.IGNORECASE
)


def dates(text: str, strictly: bool) -> list[tuple[str, re.Match[str]]]:
    """Dates with their keys; strictly, words that are dates only at times ("may", "sat") must look like one."""
    found = list[tuple[str, re.Match[str]]]()
    for match in date_word().finditer(straight(text)):
        word = match[0].lower()
        unclear = word in ("may", "march", "mar", "mon", "sat", "sun", "wed", "sep", "dec", "jan")
        if (
            strictly
            and unclear
            and (match[0].islower() or (word in ("may", "march", "jan") and not _dated(text, match)))
        ):
            continue
        found.append((next(group for group in match.groups() if group).lower()[:3], match))
    return found


def _dated(text: str, match: re.Match[str]) -> bool:
    before, after = text[max(0, match.start() - 10) : match.start()], text[match.end() : match.end() + 4]
    return bool(_BARE_MAY.search(before) or re.match(r",? \d", after))


def number(word: str) -> float | None:
    """The value of a number in figures or words, or None."""
    low = word.lower()
    if low[0].isdigit():
        return float(low.replace(",", "") if re.fullmatch(r"\d{1,3}(?:,\d{3})+", low) else low.replace(",", "."))
    tens, _, unit = low.partition("-")
    if unit:
        return float(_TENS[tens] + _NUMBERS[unit]) if tens in _TENS and (unit in _UNITS or unit in _ORDINALS) else None
    return float(_NUMBERS[low]) if low in _NUMBERS else None


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A crude stem, enough to see that "handovers" was said as "handover", and "manager" as "manage"."""
    low = re.sub(r"'s?$", "", straight(word).lower())
    for _ in range(2):
        low = _ENDINGS.sub("", low) if len(low) > 4 else low
    return re.sub(r"([b-df-hj-np-tv-z])\1$", r"\1", low)[:6]


@dataclass(frozen=True)
class Facts:
    """All that the writer has said."""

    text: str

    @cached_property
    def stems(self) -> frozenset[str]:
        said = words(straight(self.text))
        parts = {part for word in said for part in (word, word.replace("'", ""), *word.split("-")) if part}
        spelt = {full for part in parts for full in _SHORT.get(part.lower(), "").split()}
        return frozenset(stem(part) for part in parts | spelt)

    def hold(self, word: str) -> bool:
        return stem(word) in self.stems

    @cached_property
    def dates(self) -> frozenset[str]:
        keys = {key for key, _ in dates(self.text, strictly=False)}
        for numeric in _NUMERIC_DATE.finditer(self.text):
            keys |= {_MONTHS[int(part) - 1] for part in numeric.groups() if 1 <= int(part) <= 12}
        return frozenset(keys)

    @cached_property
    def numbers(self) -> frozenset[float]:
        said = straight(self.text)
        found = {value for match in NUMBER.finditer(said) if (value := number(match[0])) is not None}
        found |= {value for word in re.findall(r"[A-Za-z]+", said) if (value := number(word)) is not None}
        found |= {float(digits) for digits in re.findall(r"\d+", said)} | {0.0}
        for clock in _CLOCK.finditer(said):
            found |= {float((int(clock["hour"]) + 12) % 24), float(int(clock["hour"]) % 12)}
        for phrase, values in _IN_WORDS:
            if phrase.search(said):
                found |= values
        return frozenset(found)

    @cached_property
    def squeezed(self) -> str:
        return squeeze(self.text)

    @cached_property
    def durations(self) -> bool:
        """Whether any length of time in minutes or hours was said."""
        return bool(re.search(r"\b(?:min(?:ute)?s?|hours?|hrs?|half an hour|\d+ ?m)\b", self.text, re.IGNORECASE))

    def hold_name(self, name: str) -> bool:
        """Whether a capitalised word is told, or needs no telling."""
        free = phrases("grounding", "free_word")
        parts = [part for part in re.split(r"[-&./]", name) if part]
        return all(self.hold(part) or free.fullmatch(part) or self._initials_told(part) for part in parts)

    def _initials_told(self, part: str) -> bool:
        """Whether capitals stand for words that were told in full: "DSM" for "deputy stage manager"."""
        if not (part.isupper() and part.isalpha() and len(part) > 2):
            return False
        return re.search(r"\b" + r"\w{2,} (?:(?:of|and|the|for) )?".join(part), self.text, re.IGNORECASE) is not None

    def hold_run(self, run: str) -> bool:
        """Whether several capitalised words were told by their initials: "National Health Service" as "nhs"."""
        initials = "".join(word[0] for word in words(run) if word[0].isupper())
        return len(initials) > 2 and re.search(rf"\b{initials}\b", self.text, re.IGNORECASE) is not None


_IN_WORDS = (
    (re.compile(r"\bhalf an hour|\bhalf[- ]hour", re.IGNORECASE), {30.0}),
    (re.compile(r"\b(?:an|one|1) hour", re.IGNORECASE), {60.0, 1.0}),
    (re.compile(r"\bquarter of an hour|\bquarter[- ]hour", re.IGNORECASE), {15.0}),
    (re.compile(r"\bfortnight", re.IGNORECASE), {2.0, 14.0}),
    (re.compile(r"\b(?:a|one|1|last|next) week", re.IGNORECASE), {7.0, 1.0}),
    (re.compile(r"\b(?:a|one) couple|\bboth\b|\btwins?\b", re.IGNORECASE), {2.0}),
)


def squeeze(text: str) -> str:
    """Letters and digits in lower case with single spaces, to compare quotations by."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()
