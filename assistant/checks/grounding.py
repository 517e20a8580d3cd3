"""The check that a text says nothing its writer did not say: names, numbers, dates, quotations, claims."""

import re

from assistant.checks.noticing import fails, not_applicable, passes
from assistant.language.phrases import any_of
from assistant.language.text import Sentence, split_sentences, words
from assistant.language.verbs import is_past
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_SLOT = re.compile(r"\[[^\]\n]*\]|\{\{?[^}\n]*\}?\}|_{3,}")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_NUMBERS = {word: i for i, word in enumerate(_UNITS)} | _TENS | {"hundred": 100, "thousand": 1000, "half": 30, "once": 1, "twice": 2, "thrice": 3, "dozen": 12, "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5}
_DIGITS = re.compile(r"\d+(?:[.,]\d+)?")
_ITEM_TIME = re.compile(r"\(?\b\d{1,3} ?min(?:ute)?s?\b\)?|\b\d{1,2}:\d{2} ?(?:-|–|to) ?\d{1,2}:\d{2}\b|^\s*\d{1,2}[.)]|\b\d{1,2}:\d{2}\b", re.MULTILINE)
_CAPITAL = re.compile(r"(?<![\w'’])[A-ZÀ-Þ][\w'’À-ÿ-]*(?: (?:van|von|de|del|da|dos|el|al|bin|la|le|of|&|for) (?=[A-ZÀ-Þ]))?(?:[ -]?[A-ZÀ-Þ][\w'’À-ÿ-]*)*")
_FREE = frozenset(
    "i i'm i'd i've i'll dr mr mrs ms mx prof professor sister sir madam dear hi hello hey thanks thank best kind warm regards wishes yours sincerely subject re ps ok cv uk us tv pm am email linkedin slack teams zoom skype "
    "google meet whatsapp phone no yes team dear good morning afternoon evening english gmt hr it ai if you we he she they the a an and or but so my your our their his her this that these those please many warmly respectfully cheers "
    "monday's tuesday's wednesday's thursday's friday's mentor mentee mentoring sbi grow smart chef nurse captain doctor coach everyone nobody owner minutes action actions purpose outcome agenda next".split()
)
_DATES = {
    **{d[:3]: d for d in ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")},
    **{m[:3]: m for m in ("january", "february", "april", "june", "july", "august", "september", "october", "november", "december")},
    "march": "march",
}
_DATE_WORD = re.compile(r"\b(?:(mon|tue|wed|thu|fri|sat|sun)(?:s|day|sday|nesday|rs|rsday|urday)?|(january|february|march|april|june|july|august|september|october|november|december)|(yesterday|tomorrow|today|tonight))(?:['’]?s)?\b", re.IGNORECASE)
_QUOTE = re.compile(r"[\"“]([^\"”\n]{3,200})[\"”]")
_CLAIM = any_of(
    r"award[- ]winning", r"prize[- ]winning", r"renowned", r"world-famous", r"best-?selling", r"qualified", r"certified", r"chartered", r"accredited", r"published", r"studies (?:show|suggest|have)", r"research (?:shows|suggests|has shown)", r"experts (?:say|agree)", r"statistics", r"percent|per cent|%", r"on average", r"award", r"prize", r"promoted", r"graduated", r"phd", r"master['’]s", r"degree", r"years of experience", r"as we discussed", r"as you know", r"as promised", r"when we (?:met|spoke|talked)", r"we met", r"you (?:told|promised|suggested|recommended|advised) (?:me|that|to)", r"(?:suggested|recommended) (?:that )?i", r"senior", r"head of", r"director", r"manager", r"founder", r"patients?", r"customers?", r"complain(?:ed|ts?)", r"attached", r"enclosed",
)
_COURTESY = re.compile(r"\?|\b(?:thank|thanks|grateful|appreciate|understand|worries|would|could|should|may|might|please|happy to|glad to|hope|looking forward|if you|if now|no problem|i(?:['’]m| am) writing|let me know|will be|i(?:['’]ll| will)|would be|feel free|help|expect|believe|confident|sure|next time|from now)\b", re.IGNORECASE)
_STOP = frozenset(
    "the a an and or but so of to in on at for with from by as is are was were be been being have has had do did does this that these those it its he she they them his her their you your i me my we our us not no up out about into over "
    "after before then when while which who what how there here just also very more most much many some any all one two each other than too only even still again first next last back get got make made take took go went come came say said thing way time".split()
)


def grounded(subject: Subject) -> Noticed:
    if subject.facts is None:
        return not_applicable("Nothing is known of what the writer said.")
    facts = subject.facts
    for finder in (_invented_name, _invented_date, _invented_number, _invented_quotation, _invented_claim, _invented_event):
        if found := finder(subject, facts):
            what, span = found
            words_there = subject.text.raw[span[0] : span[1]].strip()
            return fails(f"{what} “{words_there}” is not in what you told me.", span, "Tell me that it is so, or take it out.")
    return passes("Every name, number and date is yours.")


def _visible(subject: Subject) -> str:
    """The text with slots blanked, same length."""
    return _SLOT.sub(lambda m: " " * len(m[0]), subject.text.raw)


def _invented_name(subject: Subject, facts: str) -> tuple[str, tuple[int, int]] | None:
    known = {_stem(word) for word in words(facts)}
    raw = _visible(subject)
    lower = {word for word in words(raw) if word[0].islower()}
    for match in _CAPITAL.finditer(raw):
        opening = _opens(raw, match.start())
        parts = [p for p in re.split(r"[ ]", match[0]) if p]
        for i, part in enumerate(parts):
            plain = re.sub(r"['’]s$|['’]$", "", part)
            pieces = [p for p in plain.split("-") if p]
            free = plain.lower() in _FREE or plain.lower() in lower or _DATE_WORD.fullmatch(part) or part.lower() in ("van", "von", "de", "del", "da", "dos", "el", "al", "bin", "la", "le", "of", "&", "for")
            if free or (i == 0 and opening and len(parts) == 1) or all(_stem(p) in known or p.lower() in _FREE for p in pieces):
                continue
            if i == 0 and opening:
                continue
            at = match.start() + match[0].index(part)
            return "The name", (at, at + len(part))
    return None


def _opens(raw: str, start: int) -> bool:
    """Whether a word begins a sentence, a line, a list item or the part after a colon."""
    before = raw[:start].rstrip(" \t*_#>|\"“'‘(")
    return not before or before[-1] in "\n.!?:…|–—;" or bool(re.search(r"(?:^|\n)\s*(?:[-*•]|\d+[.)])\s*\W*$", raw[:start]))


def _invented_date(subject: Subject, facts: str) -> tuple[str, tuple[int, int]] | None:
    known = {_date_key(match) for match in _DATE_WORD.finditer(facts)}
    for match in _DATE_WORD.finditer(_visible(subject)):
        key = _date_key(match)
        if key not in known and not (match[0].lower() in ("march", "sat", "sun", "wed", "mon") and match[0].islower()):
            return "The date", match.span()
    return None


def _date_key(match: re.Match[str]) -> str:
    return next(group for group in match.groups() if group).lower()[:5]


def _invented_number(subject: Subject, facts: str) -> tuple[str, tuple[int, int]] | None:
    known = _numbers(facts)
    raw = _ITEM_TIME.sub(lambda m: " " * len(m[0]), _visible(subject)) if subject.meeting else _visible(subject)
    for match in re.finditer(r"\d+(?:[.,]\d+)?|[A-Za-z]+(?:-[A-Za-z]+)?", raw):
        value = _number(match[0])
        if value is None or value in known:
            continue
        if match[0].lower() in ("one", "once", "first", "second", "half", "two", "hundred", "thousand", "third", "twice") and not _counted(raw, match.end()):
            continue
        if match[0].lower() in ("one", "first", "two"):
            continue
        return "The number", match.span()
    return None


def _counted(raw: str, end: int) -> bool:
    return bool(re.match(r"[ -](?:years?|months?|weeks?|days?|hours?|minutes?|times|people|percent|per cent|pounds|euros|dollars)\b", raw[end : end + 14]))


def _number(word: str) -> float | None:
    low = word.lower()
    if _DIGITS.fullmatch(low):
        return float(low.replace(",", "."))
    if "-" in low:
        tens, _, unit = low.partition("-")
        return float(_TENS[tens] + _NUMBERS[unit]) if tens in _TENS and unit in _UNITS else None
    return float(_NUMBERS[low]) if low in _NUMBERS else None


def _numbers(text: str) -> set[float]:
    found = {value for match in re.finditer(r"\d+(?:[.,]\d+)?|\d+(?:st|nd|rd|th)|[A-Za-z]+(?:-[A-Za-z]+)?|\d+[a-z]+", text) if (value := _number(match[0])) is not None}
    found |= {float(d) for d in re.findall(r"\d+", text)}
    if re.search(r"\bhalf an hour|half[- ]hour", text, re.IGNORECASE):
        found.add(30.0)
    if re.search(r"\b(?:an|one|1) hour", text, re.IGNORECASE):
        found |= {60.0, 1.0}
    if re.search(r"\bquarter of an hour", text, re.IGNORECASE):
        found.add(15.0)
    return found


def _invented_quotation(subject: Subject, facts: str) -> tuple[str, tuple[int, int]] | None:
    known = _squeeze(facts)
    for match in _QUOTE.finditer(_visible(subject)):
        if _squeeze(match[1]) not in known:
            return "The quotation", match.span()
    return None


def _squeeze(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def _invented_claim(subject: Subject, facts: str) -> tuple[str, tuple[int, int]] | None:
    known = {_stem(word) for word in words(facts)}
    start, end = subject.text.body_span
    for match in _CLAIM.finditer(_visible(subject), start, end):
        stems = [_stem(word) for word in words(match[0]) if word.lower() not in _STOP]
        if stems and not any(stem in known for stem in stems) and not _COURTESY.search(_sentence_around(subject, match.start())):
            return "The claim", match.span()
    return None


def _sentence_around(subject: Subject, place: int) -> str:
    return next((s.text for s in subject.text.sentences if s.span[0] <= place < s.span[1]), "")


def _invented_event(subject: Subject, facts: str) -> tuple[str, tuple[int, int]] | None:
    """A clause in the past that shares no word of weight with what was said: an event or effect nobody told."""
    if subject.meeting:
        return None
    known = {_stem(word) for word in words(facts)}
    start, end = subject.text.body_span
    for sentence in split_sentences(_visible(subject)[start:end], start):
        if _COURTESY.search(sentence.text):
            continue
        for clause in _clauses(sentence):
            content = [word.lower() for word in words(clause.text) if word.lower() not in _STOP and len(word) > 2]
            if len(content) >= 3 and any(is_past(word) for word in content) and not any(_stem(word) in known for word in content):
                return "This", clause.span
    return None


def _clauses(sentence: Sentence) -> list[Sentence]:
    found: list[Sentence] = []
    place = 0
    for match in [*re.finditer(r",? and |[,;:] ", sentence.text), None]:
        stop = match.start() if match else len(sentence.text)
        found.append(Sentence(sentence.text[place:stop], sentence.start + place))
        place = match.end() if match else stop
    return found


def _stem(word: str) -> str:
    """A crude stem, enough to see that "handovers" was said as "handover"."""
    low = re.sub(r"['’]s?$", "", word.lower())
    low = re.sub(r"(?:ings?|ed|es|s|ly|er|ers)$", "", low) if len(low) > 4 else low
    return low[:7]


CHECKS = (
    Check("GROUND-1", "Nothing invented", "Is every name, number, date, organisation, quotation and claim yours?", "A single invented fact costs the reader's trust in all the rest.", Grade.D, "The first promise of this product", grounded, "approaching-with-purpose#specific-reference"),
)
