"""Checks on the ask of a first message: one, small, bounded in time, easy to answer either way."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.checks.noticing import PASS, fails, first_match, negated, not_applicable, passes, quoted, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Span, Text, split_sentences
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

KINDS = {
    "mentor": "mentoring",
    "talk": "a talk",
    "review": "a review",
    "introduce": "an introduction",
    "visit": "a visit",
    "job": "work",
    "connect": "a connection",
    "resources": "material",
    "favour": "a favour",
    "help": "help",
}
"""The kinds of ask, each with a list of phrases of its own name, and how they are called to the writer."""
_NAMES = KINDS | {"answer": "an answer", "another": "one more request"}
_SCHEDULED = frozenset({"talk", "visit"})
_WRITTEN = frozenset({"answer", "another", "resources", "connect"})
_LONGEST = 30
_NUMBER = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40,
    "forty-five": 45, "sixty": 60, "ninety": 90,
}  # fmt: skip


def asks_of(text: Text) -> list[tuple[str, Sentence]]:
    """The different kinds of ask in a text with the first place of each; alternatives for one ask count once."""
    return list(_asks_of(text))


@lru_cache(maxsize=64)  # three checks want it of every text
def _asks_of(text: Text) -> tuple[tuple[str, Sentence], ...]:
    found: dict[str, Sentence] = {}
    for clause in _clauses(text):
        kind = _kind(clause.text)
        if kind is None:
            continue
        further = phrases("asking", "addition").search(clause.text) is not None
        if found and further and not phrases("asking", "timing").search(clause.text):
            kind = "another" if kind in found or kind == "answer" else kind
        elif not found.keys() <= {"answer"} and phrases("asking", "alternative").search(clause.text):
            continue
        found.setdefault(kind, clause)
    for weak in ("answer", "connect"):
        if len(found) > 1 and not (weak == "answer" and set(found) == {"answer", "another"}):
            found.pop(weak, None)
    return tuple(found.items())


def _clauses(text: Text) -> Iterator[Sentence]:
    """The sentences of the body and of a postscript, cut where a new request begins."""
    postscript = re.search(r"^\s*p\.?s\b", text.sign_off, re.IGNORECASE | re.MULTILINE)
    after: list[Sentence] = []
    if postscript:
        place = len(text.raw.rstrip()) - len(text.sign_off) + postscript.start()
        after = split_sentences(text.sign_off[postscript.start() :], place)
    for sentence in (*text.sentences, *after):
        start = 0
        for match in phrases("asking", "new_request").finditer(sentence.text):
            if match.start() > start:
                yield Sentence(sentence.text[start : match.start()], sentence.start + start)
                start = match.start()
        yield Sentence(sentence.text[start:], sentence.start + start)


def _requests(text: str) -> bool:
    if phrases("asking", "rhetorical").search(text):
        return False
    return "?" in text or phrases("asking", "request").search(text) is not None


def _kind(clause: str) -> str | None:
    """What a clause asks for: the kind that is named first; a standing arrangement goes before all."""
    clause = phrases("asking", "disclaimed").sub(lambda match: " " * len(match[0]), clause)
    if not _requests(clause):
        return None
    found: list[tuple[int, str]] = []
    for kind in KINDS:
        match = phrases("asking", kind).search(clause)
        if match and not negated(clause, match.start()) and not quoted(clause, match.start()):
            found.append((-1 if kind == "mentor" else match.start(), kind))
    return min(found)[1] if found else "answer"


@cache
def _minutes() -> re.Pattern[str]:
    number = r"(?P<n>\d{1,3}|five|ten|fifteen|twenty-five|twenty|thirty|forty-five|forty|sixty|ninety)"
    upper = r"(?:\s?(?:-|–|to|or)\s?(?P<m>\d{1,3}|fifteen|twenty|thirty))?"
    return re.compile(rf"\b{number}{upper}[\s-]*(?:spare |free |short |quick )?min(?:ute)?s?\b", re.IGNORECASE)


@cache
def _bare_minutes() -> re.Pattern[str]:
    number = r"(?P<n>5|10|15|20|25|30|five|ten|fifteen|twenty|thirty)"
    after = r"(?=\s*(?:with|to|on|about|at|this|next|[?.,!]|$))"
    return re.compile(rf"\b(?:quick|grab|spare|short|brief)(?: an?)?(?: quick| short)? {number}{after}", re.IGNORECASE)


@cache
def _hours() -> re.Pattern[str]:
    half = r"half an hour|half[- ]hour|quarter of an hour|quarter[- ]hour"
    return re.compile(
        rf"\b(?:{half}|(?P<long>(?:an?|one|two|three|a full|\d)[ -](?:whole |full )?hours?))\b", re.IGNORECASE
    )


def _ask_minutes(text: Text) -> tuple[int, Span] | None:
    """The longest stretch of time asked for in minutes, outside places that only tell a story.

    What stands in a request counts before what stands elsewhere.
    """
    found = [
        (_length(match), (sentence.start + match.start(), sentence.start + match.end()), _requests(sentence.text))
        for sentence in text.sentences
        for pattern in (_minutes(), _bare_minutes(), _hours())
        for match in pattern.finditer(sentence.text)
        if not _story(sentence.text, match.start(), match.end())
    ]
    longest = max(found, key=lambda item: (item[2], item[0]), default=None)
    return longest[:2] if longest else None


def _length(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if "n" not in groups:
        return 60 if groups.get("long") else 30
    return max(_NUMBER.get(raw.lower()) or int(raw) for raw in (groups["n"], groups.get("m")) if raw)


def _story(sentence: str, start: int, end: int) -> bool:
    """A stretch of time that belongs to a story, not to the ask: "your 40-minute talk", "I spent an hour"."""
    if phrases("asking", "story_after").match(sentence[end : end + 30].lstrip(" -")):
        return True
    before = phrases("asking", "story_before").finditer(sentence, max(0, start - 30), start)
    near = any(not sentence[match.end() : start].strip() for match in before)
    return near and not _requests(sentence)


def one_ask(subject: Subject) -> Noticed:
    asks = asks_of(subject.text)
    if not asks:
        return fails("I found no request.", suggestion="Say in one sentence what you would like them to do.")
    if len(asks) > 1:
        names = " and ".join(_NAMES[kind] for kind, _ in asks)
        advice = "Keep the one that matters most; the rest can wait for a second message."
        return warns(f"I found {len(asks)} different asks: {names}.", asks[1][1].span, advice)
    return passes("One ask.", asks[0][1].span)


def bounded(subject: Subject) -> Noticed:
    asks = asks_of(subject.text)
    if not asks:
        return not_applicable("There is no ask to bound.")
    minutes = _ask_minutes(subject.text)
    if minutes and minutes[0] > _LONGEST:
        advice = "Ask for 15 to 30 minutes; a good talk can be prolonged by them."
        return warns(f"You ask for {minutes[0]} minutes.", minutes[1], advice)
    if minutes:
        return passes(f"{minutes[0]} minutes.", minutes[1])
    standing = any(kind == "mentor" for kind, _ in asks)
    for name in ("asynchronous", "small"):
        found = first_match(phrases("asking", name), subject.text.sentences)
        if found and not standing:
            return passes("It can be answered in writing.", found[2])
    if all(kind in _WRITTEN for kind, _ in asks):
        return passes("It can be answered in writing.", asks[0][1].span)
    advice = "Name the minutes (15 to 30), or ask something that two lines can answer."
    return warns("The ask has no length.", asks[0][1].span, advice)


def flexible(subject: Subject) -> Noticed:
    if subject.channel == "linkedin_note":
        return not_applicable("A connection note has no room for times.")
    if not _SCHEDULED & {kind for kind, _ in asks_of(subject.text)}:
        return not_applicable("Nothing is to be scheduled.")
    if found := first_match(phrases("asking", "timing"), subject.text.sentences):
        return passes("They can choose the time.", found[2])
    for sentence in subject.text.sentences:
        if _offers_days(sentence.text):
            return passes("They can choose the time.", sentence.span)
    return warns("No choice of time is offered.", suggestion="Offer two or three times, or fit in with their calendar.")


def _offers_days(sentence: str) -> bool:
    """Two or more days, or a stretch of them, offered for the meeting and not told of the past or the work."""
    request = phrases("asking", "request").search(sentence)
    offer = request or "?" in sentence or phrases("asking", "availability").search(sentence)
    if offer and phrases("asking", "day_options").search(sentence):
        return True
    if not request:
        return False
    stretch = phrases("asking", "open_range").search(sentence, request.end())
    # "your talk in March" is no offer of March
    return stretch is not None and not re.search(r"\byour?\b(?! time)", sentence[request.end() : stretch.start()])


def easy_out(subject: Subject) -> Noticed:
    if subject.channel in ("linkedin_note", "in_person"):
        return not_applicable("Not needed on this channel.")
    for sentence in subject.text.sentences:
        for match in phrases("asking", "easy_out").finditer(sentence.text):
            # "sorry if this is a bad time" is an apology, not a way out
            if not re.search(r"\b(?:sorry|apologi[sz]e|apologies)\W*$", sentence.text[: match.start()], re.IGNORECASE):
                return passes("They can say no easily.", (sentence.start + match.start(), sentence.start + match.end()))
    advice = "Add half a sentence: “If now is not a good time, I understand.”"
    return warns("There is no easy way to say no.", suggestion=advice)


def no_big_ask(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in _big_asks(sentence.text):
            if negated(sentence.text, match.start()) or quoted(sentence.text, match.start()):
                continue
            span = sentence.start + match.start(), sentence.start + match.end()
            advice = "Ask for one thing that they can do in 20 minutes, on a topic you name."
            return fails(f"“{match[0]}” asks for a lot and says little.", span, advice)
    return PASS


def _big_asks(sentence: str) -> Iterator[re.Match[str]]:
    yield from phrases("asking", "big_ask").finditer(sentence)
    if "?" in sentence or phrases("asking", "wanted").search(sentence):
        yield from phrases("asking", "topicless").finditer(sentence)


CHECKS = (
    Check(
        "OUT-5",
        "One ask",
        "Does the message make exactly one request?",
        "A single small request is easier to grant; messages with one to three questions are answered more often "
        "than those with none, and more than three hurt.",
        Grade.E2,
        "Boomerang 2016 (email data); university careers guidance",
        one_ask,
        "making-one-small-ask#one-ask",
    ),
    Check(
        "OUT-6",
        "A bounded ask",
        "Is the request limited to 30 minutes, or can it be answered in writing?",
        "A reader can say yes to 20 minutes; to an open end they say “later”.",
        Grade.E3,
        "University careers guidance on information interviews",
        bounded,
        "making-one-small-ask#is-20-minutes-too-much",
    ),
    Check(
        "OUT-7",
        "Their choice of time",
        "May they choose when?",
        "Two or three options, or their own calendar, save a round of messages.",
        Grade.E3,
        "University careers guidance on information interviews",
        flexible,
        "making-one-small-ask#offer-times",
    ),
    Check(
        "OUT-8",
        "An easy way out",
        "Can they say no without trouble?",
        "It is a courtesy. It hardly raises the chance of a yes: the effect shrinks to nothing in the better studies.",
        Grade.D,
        "Meta-analysis of “but you are free” requests: g = 0.44 overall, 0.11 and not significant in low-bias studies",
        easy_out,
        "making-one-small-ask#easy-out",
    ),
    Check(
        "OUT-12",
        "No outsized request",
        "Is the message free of “be my mentor”, “pick your brain” and the like?",
        "A stranger cannot judge what such a request will cost them.",
        Grade.E3,
        "University careers guidance; the list of phrases is ours",
        no_big_ask,
        "writing-a-first-email#leave-out",
    ),
)
