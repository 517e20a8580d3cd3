"""The check that a text says nothing its writer did not say: names, numbers, dates, quotations, claims."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from assistant.checks.noticing import fails, not_applicable, passes
from assistant.language.facts import NUMBER, Facts, date_word, dates, number, squeeze
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Span, Text, split_sentences, straight, words
from assistant.language.verbs import is_past
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_SLOT = re.compile(r"\[[^\]\n]*\]|\{\{?[^}\n]*\}?\}|_{3,}")
ITEM_TIME = re.compile(
    r"\(?\b\d{1,3} ?(?:-|–)? ?\d{0,3} ?(?:min(?:ute)?s?|m|')\b\)?|\b\d{1,2}[:.]\d{2}(?: ?(?:-|–|to) "
    r"?\d{1,2}[:.]\d{2})?\b"
    r"|^\s*(?:#+ )?\d{1,2}[.)]|[,(|:?!–-] ?\d{1,3} ?(?=[)|]|$)|(?<=\()\d{1,3}(?=[,)])",
    re.MULTILINE,
)
_CAPITAL = re.compile(
    r"(?<![\w'’])[A-ZÀ-Þ][\w'’À-ÿ-]*(?:(?: (?:van|von|de|del|da|dos|el|al|bin|la|le|of|&|for))? ?[A-ZÀ-Þ][\w'’À-ÿ-]*)*"
)
_BULLET = re.compile(r"\s*(?:[-*•]|\d+[.)]|\[ ?\])\W*")
_CLOCKED = re.compile(r"^\W*\d{1,2}[:.]\d{2}(?:\s?(?:-|–|to)\s?\d{1,2}[:.]\d{2})?\W*$")
_QUOTE = re.compile(r"[\"“]([^\"”\n]{3,200})[\"”]|(?<!\w)[‘']((?:[^'’\n]|['’]\w){8,200})['’](?!\w)")
_ADDRESS = re.compile(r"\b[\w.+-]+@[\w-]+\.\w{2,}|\b(?:https?://|www\.)[^\s)>\]]+")
_LENGTH_AFTER = re.compile(
    r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|times|people|percent|per cent|pounds|euros|dollars)\b"
)
_FEW = frozenset("one once first second half two hundred thousand third twice zero dozen".split())

MOST_PLACES = 40
"""Places in one text that are looked for; a text with more is not worth mending."""
Found = tuple[str, Span]


@dataclass(frozen=True)
class _Claim:
    """The text with slots blanked, beside what is known."""

    subject: Subject
    facts: Facts

    @cached_property
    def raw(self) -> str:
        return _SLOT.sub(lambda slot: " " * len(slot[0]), straight(self.subject.text.raw))

    @cached_property
    def sentences(self) -> list[Sentence]:
        start, end = self.subject.text.body_span
        return split_sentences(self.raw[start:end], start)

    def clause_at(self, place: int) -> str:
        return next((c.text for s in self.sentences for c in _clauses(s) if c.span[0] <= place < c.span[1]), "")


def grounded(subject: Subject) -> Noticed:
    if subject.facts is None:
        return not_applicable("Nothing is known of what the writer said.")
    found = _first(subject, Facts(f"{subject.facts}\n{subject.reckoned}"))
    if found is None:
        return passes("Every name, number and date is yours.")
    what, span = found
    words_there = subject.text.raw[slice(*span)].strip()
    return fails(f"{what} “{words_there}” is not in what you told me.", span, "Tell me that it is so, or take it out.")


def untold(subject: Subject) -> Iterator[Found]:
    """Everything that GROUND-1 would find in a text, one place after the other: what it is, and its span."""
    facts, raw = Facts(subject.facts or ""), subject.text.raw
    for _ in range(MOST_PLACES):
        found = _first(replace(subject, text=Text(raw)), facts)
        if found is None:
            return
        yield found
        start, end = found[1]
        raw = raw[:start] + re.sub(r"\w", " ", raw[start:end]) + raw[end:]


def _first(subject: Subject, facts: Facts) -> Found | None:
    claim = _Claim(subject, facts)
    for finder in (_name, _hearsay, _address, _date, _number, _quotation, _standing, _office, _event):
        if found := finder(claim):
            return found
    return None


def _name(claim: _Claim) -> Found | None:
    """A capitalised word inside a sentence that is neither told nor free; in a heading, only after a title."""
    lower = {word for word in words(claim.raw) if word[0].islower()}
    for line in re.finditer(r"[^\n]+", claim.raw):
        headline = _headline(line[0])
        for match in _CAPITAL.finditer(line[0]):
            for part in _judged(line[0], match, headline):
                plain = re.sub(r"'s$|'$|[.,]$", "", part[0])
                if plain.lower() in lower or date_word().fullmatch(plain):
                    continue
                if _told(claim.facts, plain, part[0], match[0]):
                    continue
                at = line.start() + match.start() + part.start()
                return "The name", (at, at + len(plain))
    return None


def _told(facts: Facts, plain: str, written: str, run: str) -> bool:
    """Whether a name was told: as it is, with its apostrophe left out, or by the initials of the whole."""
    return facts.hold_name(plain) or facts.hold(written.replace("'", "")) or facts.hold_run(run)


def _judged(line: str, match: re.Match[str], headline: bool) -> Iterator[re.Match[str]]:
    """The words of a capitalised run that can only be names: not the first of a sentence, nor those of a heading."""
    for i, part in enumerate(re.finditer(r"\S+", match[0])):
        before = line[: match.start() + part.start()]
        if i == 0 and opens(before):
            continue
        if not headline or any(phrases("grounding", "title").fullmatch(word) for word in before[-30:].split()[-2:]):
            yield part


def opens(before: str) -> bool:
    """Whether a word after this begins a line, a sentence, a list item, a cell or the part after a colon."""
    bare = _CLOCKED.sub("", before).rstrip(" \t*_#>|\"“'‘(")
    return not bare or bare[-1] in ".!?:…–—;" or before.rstrip().endswith("|") or bool(_BULLET.fullmatch(before))


def _headline(line: str) -> bool:
    """Whether a line is written in title case or is a heading: nearly all its longer words are capitalised."""
    long = [word for word in words(re.sub(r"\([^)]*\)", "", line)) if len(word) > 3 and not word[0].isdigit()]
    return (
        len(long) >= 2 and not re.search(r"[.!?]\s*$", line) and sum(w[0].isupper() for w in long) >= 0.75 * len(long)
    )


def _hearsay(claim: _Claim) -> Found | None:
    """An untold name that opens a sentence and speaks: "Dana suggested that I write"."""
    for sentence in claim.sentences:
        first = re.match(r"\W*([A-ZÀ-Þ][\w'-]+)(?: [A-ZÀ-Þ][\w'-]+)? ", sentence.text)
        speaks = first and phrases("grounding", "hearsay").match(sentence.text, first.end())
        if first and speaks and not claim.facts.hold_name(first[1]):
            return "The name", (sentence.start + first.start(1), sentence.start + first.end(1))
    return None


def _address(claim: _Claim) -> Found | None:
    known = claim.facts.text.lower()
    found = (match for match in _ADDRESS.finditer(claim.raw) if match[0].lower().rstrip(".,") not in known)
    return next((("The address", match.span()) for match in found), None)


def _date(claim: _Claim) -> Found | None:
    found = (match for key, match in dates(claim.raw, strictly=True) if key not in claim.facts.dates)
    return next((("The date", match.span()) for match in found), None)


def _number(claim: _Claim) -> Found | None:
    listed = claim.subject.meeting or re.search(r"^\s*(?:[-*•]|\d+[.)]|\|)", claim.raw, re.MULTILINE)
    raw = ITEM_TIME.sub(lambda time: " " * len(time[0]), claim.raw) if listed else claim.raw
    for match in NUMBER.finditer(raw):
        value = number(match[0])
        if value is None or value in claim.facts.numbers or _loose(claim, raw, match):
            continue
        return "The number", match.span()
    return None


def _loose(claim: _Claim, raw: str, match: re.Match[str]) -> bool:
    """A small number that counts nothing told ("one thing", "first"), or the length of what is asked for."""
    after = _LENGTH_AFTER.match(raw, match.end())
    if match[0].lower() in _FEW and (not after or match[0].lower() in ("one", "first", "two")):
        return True
    minutes = re.match(r"(?: ?(?:-|–|to|or) ?\w+)?[ -](?:min|hour)", raw[match.end() : match.end() + 16])
    return bool(minutes and not claim.facts.durations and _courteous(claim.clause_at(match.start())))


def _quotation(claim: _Claim) -> Found | None:
    """Quoted words that were not told; a word left out or bent is no invention."""
    for match in _QUOTE.finditer(claim.raw):
        quoted = match[1] or match[2]
        weighty = [word for word in words(quoted) if not plain(word)]
        if squeeze(quoted) in claim.facts.squeezed or (weighty and all(claim.facts.hold(word) for word in weighty)):
            continue
        if match[2] and len(words(quoted)) < 3:
            continue
        return "The quotation", match.span()
    return None


def _standing(claim: _Claim) -> Found | None:
    return _untold(claim, "standing", lambda _: False)


def _office(claim: _Claim) -> Found | None:
    return _untold(claim, "office", _courteous)


def _untold(claim: _Claim, family: str, excused: Callable[[str], bool]) -> Found | None:
    start, end = claim.subject.text.body_span
    for match in phrases("grounding", family).finditer(claim.raw, start, end):
        stems = [word for word in words(match[0]) if not plain(word)] or words(match[0])
        told = any(claim.facts.hold(word) for word in stems) if stems else match[0] in claim.facts.text
        if not told and not excused(claim.clause_at(match.start())):
            return "The claim", match.span()
    return None


def _event(claim: _Claim) -> Found | None:
    """A clause in the past that shares no word of weight with what was said: an event or effect nobody told."""
    if claim.subject.meeting:
        return None
    for sentence in claim.sentences:
        for clause in _clauses(sentence):
            if _courteous(clause.text) or sentence.text.rstrip().endswith("?"):
                continue
            weighty = [word for word in words(clause.text) if len(word) > 2 and not plain(word)]
            happened = any(is_past(word.lower()) for word in words(clause.text))
            if len(weighty) >= 3 and happened and not any(claim.facts.hold(word) for word in weighty):
                return "This", clause.span
    return None


def _courteous(clause: str) -> bool:
    return "?" in clause or bool(phrases("grounding", "courtesy").search(clause))


@lru_cache(maxsize=8192)
def plain(word: str) -> bool:
    """Whether a word adds no fact to a sentence about what was told."""
    return bool(phrases("grounding", "plain_word").fullmatch(straight(word)))


def _clauses(sentence: Sentence) -> list[Sentence]:
    """The parts of a sentence between commas, colons and "and"; the end mark stays with the last."""
    cuts = [0, *(m.end() for m in re.finditer(r",? and |[,;:] ", sentence.text)), len(sentence.text)]
    return [Sentence(sentence.text[a:b], sentence.start + a) for a, b in pairwise(cuts)]


CHECKS = (
    Check(
        "GROUND-1",
        "Nothing invented",
        "Is every name, number, date, organisation, quotation and claim yours?",
        "A single invented fact costs the reader's trust in all the rest.",
        Grade.D,
        "The first promise of this product",
        grounded,
        "approaching-with-purpose#specific-reference",
    ),
)
