"""What a text by a model says beyond what the person told: every such place.

Stricter than GROUND-1, which judges texts of people and must not cry wolf: here a word that was neither told nor is in
a list of words without facts counts as an invention, and so does a deed, a memory, a feeling or a promise nobody told.
A false alarm costs a slot to fill; a miss would cost the reader's trust.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from assistant.checks.grounding import ITEM_TIME, plain, untold
from assistant.language.facts import NUMBER, Facts, date_word, number, stem
from assistant.language.phrases import alternatives, lines_of, phrases
from assistant.language.text import Sentence, Span, Text, split_sentences, straight, words
from assistant.language.verbs import BASE_ACTS, MENTAL_BASE, is_past
from assistant.model import Subject

SLOT = re.compile(r"\[[^\]\n]*\]")
SLOTS = {
    "name": "[name]",
    "number": "[how many]",
    "date": "[which day]",
    "address": "[address]",
    "quotation": "[their own words]",
    "memory": "[what you two have in common, if you do]",
    "promise": "[what you will do, if you want to promise it]",
    "feeling": "[what it meant to you, in your own words]",
    "claim": "[say this only if it is so, in your own words]",
}
"""What stands in a draft instead of an invention of each kind."""
_TITLES_WITH_A_CAPITAL = frozenset(("sister",))
_COUNTS_NOTHING = frozenset(("one", "first", "once", "second"))
_GENDERED = re.compile(r"\b(?:he|him|his|she|hers?)\b", re.IGNORECASE)
_GENDERED_LIKE = {
    **dict.fromkeys(("he", "him", "his"), frozenset(("he", "him", "his"))),
    **dict.fromkeys(("she", "her", "hers"), frozenset(("she", "her", "hers"))),
}
_ASKED = re.compile(
    r"(?:^\W*|[,;:–—] ?(?:and |then )?|\b(?:please|and then|next time,?|i(?:'d| would) like you to|i want you to"
    r"|you (?:could|should|must|need to)|make sure (?:to|you)|try to|remember to) )(?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_DOER = re.compile(
    r"(?:\b(?i:has|have|had|i|we|you|he|she|they|it|(?:the|your|his|her|their|my|our) \w+)|\b[A-Z][a-z]+)"
    r" (?:\w+ly |also |both |then )?$"
)
"""What stands before a verb in the past that says what somebody did, and before no participle."""
_DOES = re.compile(r"\b(?:(?i:i|we|you|he|she|they)|[A-Z][a-z]+) (?:\w+ly |also )?(?P<verb>[a-z]+)\b")
_IF = re.compile(
    r"\b(?:if|when|whenever|that|what|how|which|as|while|before|after|until|so|may|would|could)\W*$", re.IGNORECASE
)
_GRANTED = re.compile(
    r"(?<=[\w,] )(?:(?:in|at|on|during|for|with|from|by|of) which|when|after|since|because|who|that)"
    r" (?:(?:you|i|we|he|she|they|it) |(?:your|his|her|their|my|our|the) \w+ |[A-Z]\w+ )?[^,;:?]+",
)
"""A clause of a question that tells what has happened ("… when your voice gave out")."""
_WAS = re.compile(r"\b(?:was|were|has been|have been|had been)\b", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?:n't|'(?:s|d|ll|re|ve|m|t))$")
_ALIKE = (
    frozenset("paper article research publication study work report".split()),
    frozenset("talk keynote lecture presentation webinar speech".split()),
    frozenset("post blog column article".split()),
)


@dataclass(frozen=True, slots=True)
class Invention:
    """A place in a text that nobody told: what kind of thing it is, where, and its words."""

    kind: str
    span: Span
    words: str


def inventions(text: str, said: str, *, meeting: bool = False) -> tuple[Invention, ...]:
    """Every place of a text that `said` does not hold, in order; `meeting` for the plan of one."""
    ours = {*SLOT.findall(said), *SLOTS.values()}
    raw = SLOT.sub(lambda slot: " " * len(slot[0]) if slot[0] in ours else slot[0], straight(text))
    said = _without_slots(said)
    facts = facts_told(said)
    found = [
        Invention(_kind_of(what), span, text[slice(*span)])
        for what, span in untold(Subject(Text(raw), facts=said, meeting="recurring" if meeting else ""))
    ]
    for line in re.finditer(r"[^\n]+", raw):
        for sentence in split_sentences(line[0], line.start()):
            found += _of_sentence(sentence, facts, meeting)
    return _apart(found)


def tells(clause: str, facts: Facts) -> bool:
    """Whether a clause holds a word that was told and adds something."""
    return any(facts.hold(word) for word in words(clause) if not general(word))


def clauses(sentence: Sentence) -> list[Span]:
    """The parts of a sentence between commas, without its bullet, its conjunctions and its end mark."""
    bullet = _BULLET.match(sentence.text)
    cuts = list(_CUT.finditer(sentence.text))
    starts = [bullet.end() if bullet else 0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(sentence.text.rstrip(" .!?"))]
    return [(sentence.start + a, sentence.start + max(a, b)) for a, b in zip(starts, ends, strict=True)]


def harmless(word: str, said: str) -> bool:
    """Whether a word of an unfinished sentence was told or adds no fact, punctuation around it aside."""
    facts = facts_told(said)
    for match in NUMBER.finditer(word):
        value = number(match[0])
        if value is not None and value not in facts.numbers and match[0].lower() not in _COUNTS_NOTHING:
            return False
    for part in words(word):
        done = is_past(part.lower()) and stem(part) not in _stems("light_past") and not facts.hold(part)
        if done or not _free(part, facts, meeting=False):
            return False
    return True


@lru_cache(maxsize=64)
def facts_told(said: str) -> Facts:
    """What somebody told, its slots aside."""
    return Facts(_without_slots(said))


def _of_sentence(sentence: Sentence, facts: Facts, meeting: bool) -> Iterator[Invention]:
    text, place = sentence.text, sentence.start
    if meeting:
        text = ITEM_TIME.sub(lambda time: " " * len(time[0]) if _shared_out(time[0], facts) else time[0], text)
    for match in NUMBER.finditer(text):
        value = number(match[0])
        if value is not None and value not in facts.numbers and match[0].lower() not in _COUNTS_NOTHING:
            yield Invention("number", (place + match.start(), place + match.end()), match[0])
    for match in _LETTERS.finditer(text):
        if not _free(match[0], facts, meeting):
            inside = match.start() > 0 and match[0][0].isupper() and not match[0].isupper()
            span = (place + match.start(), place + match.end())
            yield Invention("name" if inside else "claim", span, match[0])
    for match in _GENDERED.finditer(text):
        if not facts.hold(match[0]) and not _GENDERED_LIKE[match[0].lower()] & facts.stems:
            yield Invention("claim", (place + match.start(), place + match.end()), match[0])
    for kind in ("memory", "feeling", "work", "rank", "standing", "habit", "request"):
        for match in phrases("inventions", kind).finditer(text):
            if not _told(match[0], facts):
                yield Invention(
                    kind if kind in SLOTS else "claim", (place + match.start(), place + match.end()), match[0]
                )
    for start, end in _stated(text):
        yield from _deeds(text[start:end], place + start, facts, meeting)


def _stated(text: str) -> Iterator[Span]:
    """The parts of a sentence that say that something is so: of a question, what it takes for granted."""
    if not text.rstrip().endswith("?"):
        yield 0, len(text)
        return
    asked = text.rfind(":") + 1
    yield 0, asked
    for clause in _GRANTED.finditer(text, asked):
        yield clause.span()


def _deeds(text: str, place: int, facts: Facts, meeting: bool) -> Iterator[Invention]:
    """Untold verbs in the past, requests and promises; a plan has verbs of its own at the start of its lines."""
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if not is_past(word) or stem(word) in _stems("light_past") or facts.hold(word):
            continue
        if not meeting or _DOER.search(text[: match.start()]):
            yield Invention("claim", (place + match.start(), place + match.end()), match[0])
    for match in _DOES.finditer(text):
        verb = match["verb"].lower()
        base = verb[:-1] if verb.endswith("s") and verb not in BASE_ACTS else verb
        open_ = base in BASE_ACTS | MENTAL_BASE and stem(base) not in _stems("light_present")
        if open_ and not facts.hold(verb) and not _IF.search(text[: match.start()]):
            yield Invention("claim", (place + match.start(), place + match.end()), match[0])
    for match in _WAS.finditer(text):
        clause = next((text[a:b] for a, b in clauses(Sentence(text, 0)) if a <= match.start() < b), text)
        if not tells(clause, facts):
            yield Invention("claim", (place + match.start(), place + match.end()), match[0])
    for match in () if meeting else _ASKED.finditer(text):
        verb = match["verb"].lower()
        if verb in BASE_ACTS and stem(verb) not in _stems("light_request") and not facts.hold(verb):
            yield Invention("claim", (place + match.start("verb"), place + match.end("verb")), match["verb"])
    for match in _promising().finditer(text):
        verb = match["verb"].lower()
        if stem(verb) not in _stems("light_promise") and not facts.hold(verb):
            yield Invention("promise", (place + match.start(), place + match.end()), match[0])


def _shared_out(time: str, facts: Facts) -> bool:
    """Whether the minutes of a line can be a part of the time that was told."""
    told = max(facts.numbers) if facts.durations else 0.0
    return all(float(digits) <= told for digits in re.findall(r"\d+", time))


def _free(word: str, facts: Facts, meeting: bool) -> bool:
    """Whether a word adds no fact, or was told."""
    free = phrases("grounding", "free_word").fullmatch(word) and word not in _TITLES_WITH_A_CAPITAL
    if plain(word) or free or date_word().fullmatch(word):
        return True
    if facts.hold(word) or (word[0].isupper() and facts.hold_name(word)):
        return True
    parts = [part for part in re.split(r"-", _CONTRACTED.sub("", straight(word).lower())) if part]
    return all(facts.hold(part) or number(part) is not None or general(part, meeting=meeting) for part in parts)


def general(word: str, *, meeting: bool = False) -> bool:
    """Whether a word adds no fact, whoever says it."""
    low = word.lower()
    return plain(low) or stem(low) in _stems("general") or (meeting and stem(low) in _stems("meeting"))


def _told(phrase: str, facts: Facts) -> bool:
    """Whether a phrase was told: each word of weight, or the phrase itself where it has none."""
    if re.sub(r"\W+", " ", phrase.lower()).strip() in facts.squeezed:
        return True
    weighty = [word for word in words(phrase) if not plain(word)]
    return bool(weighty) and all(_hold_alike(word, facts) for word in weighty)


def _hold_alike(word: str, facts: Facts) -> bool:
    if facts.hold(word):
        return True
    low = word.lower().rstrip("s")
    return any(low in group and any(facts.hold(other) for other in group) for group in _ALIKE)


def _kind_of(what: str) -> str:
    kinds = {"The name": "name", "The number": "number", "The date": "date", "The address": "address"}
    return kinds.get(what, "quotation" if what == "The quotation" else "claim")


_CUT = re.compile(r"(?:[,;:] |\s[–—-]\s)(?:(?:and|but|which|so|as|because|where) )?")
_BULLET = re.compile(r"(?:(?:[-*•#]+|\d+[.)]|\|)\s*)*(?:\*\*)?")


def _apart(found: list[Invention]) -> tuple[Invention, ...]:
    """In order, each place once; the kind that says most of it stays."""
    found.sort(key=lambda one: (one.span[0], _RANK[one.kind], -one.span[1]))
    kept: list[Invention] = []
    for one in found:
        if not kept or one.span[0] > kept[-1].span[0]:
            kept.append(one)
    return tuple(kept)


_RANK = {kind: n for n, kind in enumerate(("memory", "promise", "feeling", *SLOTS))}


def _without_slots(text: str) -> str:
    return SLOT.sub(lambda slot: " " * len(slot[0]), text)


@cache
def _promising() -> re.Pattern[str]:
    opening = alternatives("inventions", "promise")
    return re.compile(rf"(?<![\w'’]){opening} (?:\w+ly |also |then |just |always )?(?P<verb>[a-z]+)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _stems(name: str) -> frozenset[str]:
    """A list of words as stems."""
    return frozenset(stem(word) for line in lines_of("inventions", name) for word in line.split())
