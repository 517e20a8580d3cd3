"""Checks on goals and plans: specific, measured, dated, with an if-then sentence, few, and in one's own hands."""

import re

from assistant.checks.noticing import fails, passes, warns
from assistant.language.facts import NUMBER, date_word, number
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, Span, split_sentences, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

MOST_GOALS = 3
_SLOT = re.compile(r"\[[^\]\n]*\]")
_LISTED = re.compile(
    r"^\s*(?:#{2,3} )?(?:goal )?(?P<n>\d)[.):]? +(?=\w)|^\s*goal(?: \d)?\s*[:–-]", re.IGNORECASE | re.MULTILINE
)
_DATE = re.compile(
    r"\b\d{1,2}(?:st|nd|rd|th)?[./ ](?:\d{1,2}\b|of )|\b20\d\d\b|\b\d{1,2}:\d{2}\b|\bq[1-4]\b", re.IGNORECASE
)
_IF = (
    r"(?:if|when|whenever|after|before|as soon as|each time|every time|once|every \w+|on \w+days?"
    r"|at the (?:start|end) of)"
)
_BOUND = re.compile(r"\b(?:by|until|till|before|due:?)\s*(?:the )?(?:end of )?$|(?:by|until|before)\b", re.IGNORECASE)
_ORDER = re.compile(r"first|second|third|half|once|one\b", re.IGNORECASE)
_TIME_AFTER = re.compile(r"(?:st|nd|rd|th|\s*(?:weeks?|months?|days?|years?)\b|[.):])", re.IGNORECASE)
_PLACE_BEFORE = re.compile(
    r"(?:\b(?:within|in|by|until|goal|year|level|ward|class|bay|room|unit|line|grade|age|aged)|^|\n\s*(?:#+)?)\s*$",
    re.IGNORECASE,
)
_IF_THEN = re.compile(
    rf"\b{_IF}\b[^.!?\n]{{3,110}}?,? (?:then )?(?:i(?:['’]ll| will| am going to)|i [a-z]+)\b"
    rf"|\bi(?:['’]ll| will| am going to)\b[^.!?\n]{{3,110}}? (?:if|when|whenever|after|before|as soon as|each time"
    rf"|every time"
    r"|once) ",
    re.IGNORECASE,
)
_NOT_ME = re.compile(
    r"\b(?:i (?:am|feel|think|hope|would|can|could|have|know|want|need|like|was)|i['’](?:d|m|ve))\b", re.IGNORECASE
)


def specific(subject: Subject) -> Noticed:
    raw = _told(subject)
    for goal in _goals(raw):
        vague = phrases("goals", "vague").match(goal.text)
        if vague and not phrases("goals", "concrete").search(goal.text[vague.end() :]) and not _counted(goal.text):
            place = goal.start, goal.start + len(goal.text.rstrip())
            advice = "What would a camera see you do or make? Name that."
            return fails(f"“{vague[0].strip()}” can be anything.", place, advice)
    if not re.search(r"\w{3,}", raw):
        return fails("There is no goal yet.", suggestion="Say what you will do or make.")
    return passes("It says what you will do.")


def measured(subject: Subject) -> Noticed:
    raw = _told(subject)
    for name in ("artefact", "judge"):
        if match := phrases("goals", name).search(raw):
            return passes("You can tell when it is done.", match.span())
    if place := _counted(raw):
        return passes("You can tell when it is done.", place)
    return fails(
        "Nothing tells when it is done.", suggestion="Add a number, a thing that exists then, or who will judge."
    )


def dated(subject: Subject) -> Noticed:
    raw = _told(subject)
    review = _reviewed(raw)
    due = _due(raw, review)
    if due and review:
        return passes("It has a date, and a day to look at it.", due)
    if due:
        return warns(
            "No day is set to look at it again.", due, "Set the first review before the end: “we look at it on …”."
        )
    if review:
        return warns("It has no end.", review, "Say by when.")
    return fails("There is no date.", suggestion="Say by when, and when you look at it again.")


def if_then(subject: Subject) -> Noticed:
    for sentence in split_sentences(_told(subject)):
        for match in _IF_THEN.finditer(sentence.text):
            if not _NOT_ME.search(match[0][-24:]) or re.search(r"\bi(?:['’]ll| will)\b", match[0], re.IGNORECASE):
                return passes(
                    "It ties a moment to an act.", (sentence.start + match.start(), sentence.start + match.end())
                )
    advice = "Write one sentence: “When …, I will …”. It is the strongest single thing you can add."
    return warns("There is no if-then plan.", suggestion=advice)


def backed(subject: Subject) -> Noticed:
    raw = _told(subject)
    names = {"obstacle": "what may get in the way", "support": "who or what helps", "reason": "why it matters"}
    missing = [said for name, said in names.items() if not phrases("goals", name).search(raw)]
    if missing:
        return warns(f"Not there yet: {', '.join(missing)}.", suggestion="One line each is enough.")
    return passes("Obstacle, help and reason are there.")


def few(subject: Subject) -> Noticed:
    raw = _told(subject)
    listed = {match["n"] or str(n) for n, match in enumerate(_LISTED.finditer(raw))}
    headed = len(re.findall(r"^## \d", raw, re.MULTILINE))
    count = headed or (len(listed) if len(listed) > 1 else len(_goals(raw)))
    if count > MOST_GOALS:
        return fails(f"{count} goals.", suggestion="Keep the one to three that matter now; the others can wait.")
    for sentence in split_sentences(raw):
        match = phrases("goals", "in_their_hands").search(sentence.text)
        if match and not phrases("goals", "own_step").search(
            f"{sentence.text[match.end() :]} {raw[sentence.span[1] :]}"
        ):
            span = sentence.start + match.start(), sentence.start + match.end()
            return warns("Others decide about that.", span, "Name your own step towards it.")
    return passes(f"{max(1, count)} goal{'s' if count > 1 else ''}.")


def _told(subject: Subject) -> str:
    """The text with open slots blanked."""
    return _SLOT.sub(lambda slot: " " * len(slot[0]), straight(subject.text.raw))


def _goals(raw: str) -> list[Sentence]:
    """What follows the words that introduce a goal; in a plan with headings the headings, else the first sentence."""
    headed = [Sentence(m[1], m.start(1)) for m in re.finditer(r"^## \d[.)] +(.+)$", raw, re.MULTILINE)]
    if headed:
        return headed
    found: list[Sentence] = []
    for sentence in split_sentences(raw):
        match = phrases("goals", "opening").search(sentence.text)
        if match:
            rest = sentence.text[match.end() :]
            at = match.end() + len(rest) - len(rest.lstrip())
            found.append(Sentence(sentence.text[at:], sentence.start + at))
    first = next(iter(split_sentences(raw)), None)
    return found[:6] or ([first] if first else [])


def _counted(text: str) -> Span | None:
    """A number that is no date, no time of day, no order and no name of a place or year."""
    bare = _DATE.sub(lambda m: " " * len(m[0]), text)
    for match in NUMBER.finditer(bare):
        value, around = number(match[0]), bare[max(0, match.start() - 14) : match.end() + 14]
        if value is None or _ORDER.match(match[0]) or date_word().search(around):
            continue
        if not _TIME_AFTER.match(bare, match.end()) and not _PLACE_BEFORE.search(bare[: match.start()]):
            return match.span()
    return None


def _reviewed(raw: str) -> Span | None:
    """A place that says when it is looked at again."""
    for sentence in split_sentences(raw):
        match = phrases("goals", "review").search(sentence.text)
        when = phrases("goals", "rhythm").search(sentence.text) or date_word().search(sentence.text)
        when = when or _DATE.search(sentence.text)
        if match and when:
            return sentence.start + match.start(), sentence.start + match.end()
    return None


def _due(raw: str, review: Span | None) -> Span | None:
    """A date besides that of the review: in another sentence, or after "by" or "until"."""
    found = [*date_word().finditer(raw), *_DATE.finditer(raw), *phrases("goals", "due").finditer(raw)]
    looked = next((s.span for s in split_sentences(raw) if review and s.start <= review[0] < s.span[1]), (-1, -1))
    for match in sorted(found, key=lambda m: m.start()):
        bound = _BOUND.search(raw[: match.start()][-16:]) or _BOUND.match(match[0])
        if bound or not looked[0] <= match.start() < looked[1]:
            return match.span()
    return None


CHECKS = (
    Check(
        "GOL-1",
        "Specific",
        "Does it say what you will do or make?",
        "Specific, hard goals lead to more than “do your best”; a wish cannot be missed, and so it is not kept.",
        Grade.E1,
        "Decades of experiments on goal setting (Locke and Latham); the acronym SMART itself is popular but thinly "
        "tested",
        specific,
        "smart-goals#rewrite-a-goal",
    ),
    Check(
        "GOL-2",
        "A measure",
        "Is there a number, a thing that exists when it is done, or somebody who judges?",
        "You need evidence that would settle the matter between you.",
        Grade.E3,
        "SMART goals, university mentoring guides",
        measured,
        "smart-goals#smart-mistakes",
    ),
    Check(
        "GOL-3",
        "A date, and a review",
        "Is there a date for the end, and a day or rhythm to look at it before?",
        "Looking at progress helps, and more so when it is written down or told.",
        Grade.E1,
        "Meta-analysis of 138 studies on monitoring progress (Harkin and others 2016)",
        dated,
        "smart-goals#does-it-work",
    ),
    Check(
        "GOL-4",
        "An if-then plan",
        "Does one sentence tie a moment to an act: “When …, I will …”?",
        "Of all that can be added to a goal this has the best evidence.",
        Grade.E1,
        "Meta-analysis of 94 tests, d = 0.65 (Gollwitzer and Sheeran 2006)",
        if_then,
        "if-then-plans#what-it-is",
    ),
    Check(
        "GOL-5",
        "Obstacle, help, reason",
        "Does it name what may get in the way, what helps, and why it matters?",
        "An obstacle that is named can be planned for; a reason carries you over it.",
        Grade.E3,
        "The GROW conversation, university mentoring guides",
        backed,
        "grow-conversation#four-steps",
        asks_only=True,
    ),
    Check(
        "GOL-6",
        "Few, and yours",
        "Are there three goals at most, each in your own hands?",
        "Five tidy goals at once are none, and a promotion is somebody else's decision.",
        Grade.D,
        "Our judgement",
        few,
        "smart-goals#smart-mistakes",
        asks_only=True,
    ),
)
