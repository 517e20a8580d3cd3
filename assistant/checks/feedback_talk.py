"""Checks on the parts of feedback that look ahead: a question about their view and a next step."""

import re
from collections.abc import Callable
from functools import lru_cache

from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence
from assistant.language.verbs import BASE_ACTS, is_past
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_QUOTATION = re.compile(r"[\"“][^\"”]*[\"”]")
_CHAT = {"u": "you", "ur": "your", "b4": "before", "wot": "what", "w": "with", "pls": "please"}
_CHAT_WORD = re.compile(rf"\b(?:{'|'.join(_CHAT)})\b(?!['’/])", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|n['’]t|never|no|hardly|isn|wasn)['’]?t?(?: \w+){0,2} $", re.IGNORECASE)


def plain(sentence: str) -> str:
    """The sentence without quotations, with chat spelling written out."""
    return _CHAT_WORD.sub(lambda match: _CHAT[match[0].lower()], _QUOTATION.sub(" ", sentence))


def _has(name: str, sentence: str) -> bool:
    return bool(phrases("feedback_talk", name).search(sentence))


def _without(name: str, sentence: str) -> str:
    return phrases("feedback_talk", name).sub(" ", sentence)


def kind_of(subject: Subject) -> str:
    """appreciative, critical or mixed: as the brief says, or by the words of the text.

    Feedback with neither praise nor a good effect asks for a change, even if no fault is named.
    """
    if subject.kind:
        return subject.kind
    sentences = [plain(sentence.text) for sentence in subject.text.sentences]
    praise = any(map(praises, sentences))
    if any(map(criticises, sentences)):
        return "mixed" if praise else "critical"
    return "appreciative" if praise or any(_has("good_effect", sentence) for sentence in sentences) else "critical"


@lru_cache(maxsize=512)
def praises(sentence: str) -> bool:
    """Whether a sentence praises, and not in the negative."""
    return any(not _NOT.search(sentence[: m.start()]) for m in phrases("feedback_talk", "praise").finditer(sentence))


@lru_cache(maxsize=512)
def criticises(sentence: str) -> bool:
    """Whether a sentence names a fault, or asks for a change or for an account of one."""
    rest = _without("rescue", sentence)
    if _has("fault", rest) or _asks_view(rest):
        return True
    asked = _without("keep_on", rest)
    return step_of(asked) is not None


def _asks_view(sentence: str) -> bool:
    return "?" in sentence and any(_has(name, sentence) for name in ("accusing", "leading", "open_question"))


# ---------------------------------------------------------------- their view


def inquiry(subject: Subject) -> Noticed:
    if kind_of(subject) == "appreciative":
        return not_applicable("Praise needs no question.")
    questions = [s for s in subject.text.sentences if "?" in s.text or _has("open_question", s.text)]
    if found := _first(questions, _is_open):
        return passes("An open question about their view.", found.span)
    asked = [s for s in questions if "?" in s.text]
    if found := _first(asked, lambda sentence: _has("accusing", sentence)):
        advice = "Ask what they were aiming for, or how they saw it."
        return warns("This question puts them on trial.", found.span, advice)
    if found := _first(asked, lambda sentence: _has("leading", sentence)):
        return warns("The question already holds your answer.", found.span, "Ask openly: “How did you see it?”")
    advice = "Add one open question: “What were you hoping for at that moment?”"
    return warns("You do not ask how they saw it.", suggestion=advice)


def _first(sentences: list[Sentence], wanted: Callable[[str], bool]) -> Sentence | None:
    return next((sentence for sentence in sentences if wanted(plain(sentence.text))), None)


_INDIRECT = re.compile(
    r"\b(?:tell|talk|walk|take|help) me\b|\bi(?:['’]?d| would|['’]m| am| want\w*)\b|^\W*what happened", re.I
)


def _is_open(sentence: str) -> bool:
    if "?" not in sentence and not _INDIRECT.search(sentence):
        return False
    rest = _without("closed", sentence)
    return _has("open_question", rest) and not _has("accusing", rest) and not _has("leading", rest)


# ---------------------------------------------------------------- next step

_BEFORE_IMPERATIVE = (
    r"(?:^\W*|[,:;–—] |\b(?:please|and|then|to|just|always|never|now|tonight|tomorrow|today|time|on|or|you|we|i|will"
    r"|could|should|must|can|i['’]ll|we['’]ll|let['’]?s|\w+day|do|instead|first|not|don['’]?t|forward|future) )"
)
_IMPERATIVE = re.compile(rf"{_BEFORE_IMPERATIVE}(?P<verb>(?!do |try )[a-z-]+)\b(?!['’])", re.IGNORECASE)
_LEAD_IMPERATIVE = re.compile(
    r"(?:^\W*|, |: |\b(?:and|then|please|just|tonight|tomorrow|time|on|always|never) )(?P<verb>[a-z-]+)\b(?!['’])",
    re.IGNORECASE,
)


def next_step(subject: Subject) -> Noticed:
    if kind_of(subject) == "appreciative":
        return not_applicable("Praise needs no next step.")
    texts = [plain(sentence.text) for sentence in subject.text.sentences]
    steps = {place: step for place, text in enumerate(texts) if (step := step_of(text))}
    for place, step in steps.items():
        near = texts[max(0, place - 1) : place] + texts[place + 1 : place + 2]
        if step == "timed" or (step == "untimed" and any(_has("future", text) for text in near)):
            return passes("A step with its occasion.", subject.text.sentences[place].span)
    spans = {step: subject.text.sentences[place].span for place, step in reversed(steps.items())}
    if "untimed" in spans:
        advice = "Say when: “in tomorrow's handover”, “from Monday”."
        return warns("The step has no time or occasion.", spans["untimed"], advice)
    if "vague" in spans:
        advice = "Name an act and an occasion: “In Friday's review, let Ana finish before you answer.”"
        return warns("The step is not something one can see being done.", spans["vague"], advice)
    return fails("There is no next step.", suggestion="Say what to do, and on which occasion.")


_TIMED_ORDER = re.compile(
    r"(?:From|On|At|Before|In|After|Next|By|This|Tomorrow)\b[^,.?]{2,60}, (?:please )?(?!you|i|we|he"
    r"|she|they|it|the|a|an|my|our|your|there|this|that|what"
    r"|how|and|but|so|when|which|who|his|her|their|at|in|on|as|two|three|one|everybody|nobody"
    r"|both)(?P<verb>[a-z]+)\b [\w'’]"
)
"""A step as an order with its occasion in front: "On Saturday before the first dough, zero the scale"."""


@lru_cache(maxsize=512)
def step_of(sentence: str) -> str | None:
    """timed, untimed or vague, or None when a sentence asks for nothing to come."""
    asking = _without("no_request", sentence)
    order = _TIMED_ORDER.match(_without("vague_step", asking))
    if order and not is_past(order["verb"].lower()) and order["verb"].lower() not in ("just", "try", "please"):
        return "timed"
    request, future = _has("request", asking), _has("future", asking)
    if not request and not _orders(asking, future):
        return None
    if "?" in asking and _has("open_question", asking) and not future:
        return None
    concrete = _without("vague_step", asking)
    if concrete != asking and not _imperative(concrete, _IMPERATIVE):
        return "vague"
    return "timed" if future or _has("occasion", asking) else "untimed"


def _imperative(sentence: str, pattern: re.Pattern[str]) -> bool:
    return any(match["verb"].lower() in BASE_ACTS for match in pattern.finditer(sentence))


_LEAD = re.compile(
    r"\W*(?:(?:at|in|on|for|from|during|before|when|if|after|as|once|then|and|so)\b[^,]{2,60}, (?:then |just )?)?"
    r"(?P<verb>[a-z-]+)\b",
    re.IGNORECASE,
)


def _orders(sentence: str, future: bool) -> bool:
    """Whether a sentence tells what to do with a bare verb: "Wait until…", "At Monday's stand-up, wait until…"."""
    if phrases("feedback_talk", "vague_step").match(sentence.lstrip()):
        return True
    lead = _LEAD.match(sentence)
    if lead and lead["verb"].lower() in BASE_ACTS:
        return True
    return future and _imperative(sentence, _LEAD_IMPERATIVE)


CHECKS = (
    Check(
        "FBK-4",
        "Their view",
        "Is there one open question about how they saw it?",
        "An open question turns a verdict into a conversation; “why did you” and “don't you think” close it.",
        Grade.E3,
        "Center for Creative Leadership, intent inquiry",
        inquiry,
        "sbi-feedback#intent",
    ),
    Check(
        "FBK-5",
        "Next step",
        "Is there a step with an action and an occasion?",
        "Feedback seen as being about the future was accepted more and went with more will to change.",
        Grade.E2,
        "Gnepp, Klayman, Williamson and Barlas 2020 (recall and role-play studies)",
        next_step,
        "feedforward#what-it-is",
    ),
)
