"""Checks on the parts of feedback that look back: situation, behaviour, impact."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.checks.noticing import fails, first_match, passes, quoted, warns
from assistant.language.phrases import alternatives, any_of, phrases
from assistant.language.text import Sentence, Text
from assistant.language.verbs import BASE_ACTS, MENTAL_BASE, is_act, is_past
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

_AT_SOMEBODY = (
    "voice",
    "eyes",
    "swore",
    "shouted",
    "yelled",
    "snapped",
    "laughed",
    "looked",
    "smiled",
    "pointed",
    "waved",
)


@cache
def _where() -> re.Pattern[str]:
    """A place or an occasion: after a preposition, after "the" or "your", or after a day in the genitive."""
    noun = rf"{alternatives('feedback_parts', 'occasion')}s?\b"
    lead = r"(?:[\w.:'’-]+ ){0,3}?"
    no_place = alternatives("feedback_parts", "no_place")
    not_at_somebody = "".join(rf"(?<!{word} )" for word in _AT_SOMEBODY)
    return re.compile(
        rf"\b(?:the|our|your|that|this|an?|each|my|his|her|their|\w+['’]s?|\w+days?|morning|night) {lead}{noun}"
        rf"|\b(?:in|at|on|during|after|before|over|from|by|outside|inside|near) {lead}{noun}"
        rf"|{not_at_somebody}\bat (?:(?:the|our|your|that|\w+['’]s) (?!{no_place}\b)\w|(?-i:[A-Z]))"
        rf"|\b(?:in|by|near|beside|during|inside|behind) (?:the|our|your|that|\w+['’]s) (?!{no_place}\b)\w"
        rf"|\b{alternatives('feedback_parts', 'place')}\b",
        re.IGNORECASE,
    )


def occasion_in(sentence: str) -> bool:
    """Whether a sentence names a place or an occasion."""
    return bool(_where().search(sentence))


def situation(subject: Subject) -> Noticed:
    """When and where, in the first two sentences; a greeting that runs on into the text is read along."""
    text = subject.text
    greeting = [Sentence(text.greeting, text.raw.find(text.greeting))] if text.greeting else []
    opening = [*greeting, *text.sentences[:2]]
    exact = phrases("feedback_parts", "exact_time")
    occasions = [s for s in opening if exact.search(s.text) or not phrases("feedback_parts", "habit").search(s.text)]
    when = first_match(exact, opening)
    where = first_match(_where(), occasions)
    if when and where:
        return passes("When and where are clear.", when[2])
    found = when or first_match(phrases("feedback_parts", "vague_time"), occasions) or where
    if found:
        missing = "where or at what" if when else "exactly when"
        advice = "Name the day and the occasion in the first sentence."
        return warns(f"It does not say {missing} it happened.", found[2], advice)
    advice = "Begin with when and where: “On Tuesday, in the 7 a.m. handover, …”"
    return fails("The first two sentences name no occasion.", suggestion=advice)


# ---------------------------------------------------------------- behaviour

_YOU = re.compile(r"\b(?:you|u)\b(?P<have>['’]ve|['’]d| have| had|(?: were| was)(?= \w+ing\b))?", re.IGNORECASE)
_WORD = re.compile(r"[ ,]*(?P<word>[a-z][a-z'’-]*)", re.IGNORECASE)
_NEXT_VERB = re.compile(
    r"(?:[,:;–—]|\band|\bthen|\bbut)\s+(?:(?:then|also|later|even|just|still|you) )?(?P<verb>[a-z'’-]+)", re.I
)
_SAW_YOU = re.compile(r"\b(?:saw|watched|heard|noticed|seen|caught|see) you (?:\w+ly )?(?P<verb>[a-z]+)", re.IGNORECASE)
_YOUR_DOING = re.compile(
    r"\b(?:thanks?|thank you|grateful|appreciated?)\b[^.?!,]{0,30}? (?:for|you|your) (?:\w+ly )?(?P<verb>[a-z]+ing)\b"
    r"|\byour (?P<noun>(?:interrupt|ask|stopp|stay|check|tak|turn|writ|call|answer|leav|wait|shar|nam|explain)ing)\b",
    re.IGNORECASE,
)
_DID_NOT = re.compile(
    r"\b(?:you|u) (?:did not|didn['’]?t|have not|haven['’]?t|had not|hadn['’]?t|never) (?:\w+ly |yet |even |once )?"
    r"(?P<verb>[a-z]+)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"\W*(?P<verb>[a-z]+) (?:the|your|my|our|his|her|me|us|him|them|two|three|all|both|\d+)\b", re.I
)


def acts(text: Text) -> list[tuple[Sentence, int]]:
    """Observable acts of the reader in the past: each sentence with the place of the act in it."""
    found = ((sentence, act_in(sentence.text)) for sentence in text.sentences)
    return [(sentence, place) for sentence, place in found if place is not None]


@lru_cache(maxsize=512)
def act_in(sentence: str) -> int | None:
    """The place of an observable act of the reader in a sentence."""
    return next((place for place in _places(sentence) if not quoted(sentence, place)), None)


def _places(sentence: str) -> Iterator[int]:
    yield from (match.start() for match in _YOU.finditer(sentence) if _reports(sentence, match))
    for match in _SAW_YOU.finditer(sentence):
        if match["verb"].lower() in BASE_ACTS or match["verb"].lower().endswith("ing"):
            yield match.start()
    for match in _DID_NOT.finditer(sentence):
        verb = match["verb"].lower()
        if verb not in MENTAL_BASE and (is_act(verb) or not is_past(verb)):
            yield match.start()
    for match in _YOUR_DOING.finditer(sentence):
        if _is_doing((match["verb"] or match["noun"]).lower()):
            yield match.start()
    match = _NO_SUBJECT.match(sentence)
    if match and is_act(match["verb"].lower()) and match["verb"].lower() not in BASE_ACTS:
        yield match.start("verb")


def _reports(sentence: str, you: re.Match[str]) -> bool:
    """Whether a verb that follows "you", at once or further on in a list, tells of an act."""
    before = re.findall(r"[\w'’]+(?: \w+)?$", sentence[max(0, you.start() - 30) : you.start()].rstrip())
    if before and phrases("feedback_parts", "no_report").search(before[0]):
        return False
    if phrases("feedback_parts", "seen_state").match(sentence, _verb(sentence, you.end())[1]):
        return True
    verb, place = _verb(sentence, you.end())
    if _tells(sentence, verb, place, bool(you["have"])):
        return True
    if not is_past(verb) and verb not in ("were", "was", "been"):
        return False
    rest = re.match(r"[^.?!]*", sentence[place : place + 300])
    later = _NEXT_VERB.finditer(sentence, place, place + (rest.end() if rest else 0))
    return any(_tells(sentence, match["verb"].lower(), match.start("verb"), False) for match in later)


def _tells(sentence: str, verb: str, place: int, have: bool) -> bool:
    if have and verb.endswith("ing"):
        return _is_doing(verb)
    return is_act(verb, have) and not phrases("feedback_parts", "no_act").match(sentence, place)


def _is_doing(verb: str) -> bool:
    stem = verb.removesuffix("ing")
    if stem in ("everyth", "someth", "anyth", "noth", "th", "morn", "even", "meet", "build", "spr"):
        return False
    return not {stem, stem + "e", stem[:-1]} & (MENTAL_BASE | {"go", "act", "try", "fail", "hop", "car"})


def _verb(sentence: str, start: int) -> tuple[str, int]:
    """The first word from here on that is no adverb, and its place."""
    adverb = phrases("feedback_parts", "adverb")
    place = start
    for _ in range(4):
        match = _WORD.match(sentence, place)
        if match is None:
            break
        skip = adverb.match(sentence, match.start("word"))
        if skip is None:
            word = match["word"].lower()
            return word, match.start("word")
        place = skip.end()
    return "", start


def behaviour(subject: Subject) -> Noticed:
    found = acts(subject.text)
    if not found:
        advice = "Say what they did or said: “you cut in twice”, “you sent the plan on Sunday”."
        return fails("I found no act that a camera would have recorded.", suggestion=advice)
    sentence, place = found[0]
    return passes("An act is named.", (sentence.start + place, sentence.start + len(sentence.text)))


# ---------------------------------------------------------------- impact

_CLAUSE = re.compile(r"[,;:–—] |\band |\bbut ")
_SUBJECT = re.compile(
    r"(?:(?:and|but|then|after that|afterwards|later|by [^,]{2,20}|within [^,]{2,20}|for [^,]{2,20}|that \w+),? )*"
    r"(?P<head>(?i:i|we|he|she|they|it|this|nobody|no one|everyone|everybody|somebody|someone|people|others|both"
    r"|some|several|most|half|one|two|three|four|five|six|ten|all|\d+|the|our|my|his|her|their|an?|mr|mrs|ms|dr|sister)"
    r"|[A-Z][\w'’-]+|[a-z]+s)(?P<rest>(?: [\w'’£$-]+){1,7})"
)
_ARTICLE = re.compile(r"the|our|my|his|her|their|an?", re.IGNORECASE)
_AUXILIARY = re.compile(r"(?:can|could|did|has|have|had)(?:n['’]t)?|can['’]t|cannot|wasn['’]t")
_CONDITION = re.compile(r"When|While|Before|After|If|As|Since|Because|Although|You|Your|Please|There|That")


@cache
def _effect() -> re.Pattern[str]:
    """An effect by a connecting word, by a verb of effect, or as a feeling of the speaker."""
    does, feeling, other = (alternatives("feedback_parts", name) for name in ("does", "feeling", "effect"))
    return any_of(
        rf"(?:which|that|this|it|and) (?:\w+ly |also |then |has |had |have |in turn )?{does}",
        rf"(?:i|we) (?:was|were|felt|feel|got|became|am) (?:\w+ ){{0,2}}?{feeling}",
        other,
    )


def impact(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in _effect().finditer(sentence.text):
            if _is_opinion(sentence.text, match.start()) or quoted(sentence.text, match.start()):
                continue
            return passes("An effect is named.", (sentence.start + match.start(), sentence.start + match.end()))
    if acts(subject.text) and (effect := _bare_effect(subject.text)):
        return passes("An effect is named.", effect.span)
    advice = "Name the effect on you, on others or on the work: “which meant that …”"
    return fails("It does not say what came of it.", suggestion=advice)


def _is_opinion(sentence: str, start: int) -> bool:
    return bool(phrases("feedback_parts", "opinion").match(sentence, start))


def _bare_effect(text: Text) -> Sentence | None:
    """An effect told without a connecting word: somebody else did something, before or after the act."""
    return next((s for s in text.sentences if "?" not in s.text and any(map(_others_did, _CLAUSE.split(s.text)))), None)


def _others_did(clause: str) -> bool:
    match = _SUBJECT.match(clause.strip())
    if match is None or _CONDITION.fullmatch(match["head"]) or phrases("feedback_parts", "opinion").search(clause):
        return False
    words = match["rest"].lower().split()[int(bool(_ARTICLE.fullmatch(match["head"]))) :]
    for word in words:
        if phrases("feedback_parts", "no_subject").fullmatch(word):
            return False
        if match["head"].lower() in ("i", "we") and phrases("feedback_parts", "our_talk").fullmatch(word):
            return False
        if _AUXILIARY.fullmatch(word) or is_past(word):
            return not phrases("feedback_parts", "flat_verb").fullmatch(word)
    return False


CHECKS = (
    Check(
        "FBK-1",
        "Situation",
        "Do the first two sentences say when and where?",
        "A named occasion can be remembered; “lately” can only be disputed.",
        Grade.E3,
        "Center for Creative Leadership, Situation-Behaviour-Impact",
        situation,
        "sbi-feedback#situation",
    ),
    Check(
        "FBK-2",
        "Behaviour",
        "Is there an act that a camera would have recorded?",
        "People can change what they do; they defend what they are.",
        Grade.E3,
        "Center for Creative Leadership, Situation-Behaviour-Impact",
        behaviour,
        "sbi-feedback#behaviour",
    ),
    Check(
        "FBK-3",
        "Impact",
        "Does it say what came of it?",
        "Without an effect it is a matter of taste.",
        Grade.E3,
        "Center for Creative Leadership, Situation-Behaviour-Impact",
        impact,
        "sbi-feedback#impact",
    ),
)
