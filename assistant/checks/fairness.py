"""Checks on fairness: no labels, no absolutes, first-hand, one matter, belief with the standard, praise with an act."""

import re
from collections.abc import Iterator
from functools import cache

from assistant.checks.feedback_parts import act_in
from assistant.checks.feedback_talk import criticises, kind_of, plain, praises
from assistant.checks.noticing import PASS, fails, negated, not_applicable, passes, quoted, warns
from assistant.checks.topics import one_topic
from assistant.language.phrases import alternatives, phrases
from assistant.language.text import Sentence, Span
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade


def _found(name: str, sentence: str) -> bool:
    return bool(phrases("fairness", name).search(sentence))


def _span(sentence: Sentence, match: re.Match[str]) -> Span:
    return sentence.start + match.start(), sentence.start + match.end()


# ---------------------------------------------------------------- labels


@cache
def _label() -> re.Pattern[str]:
    frame, degree, adjective, noun, other, thing = (
        alternatives("fairness", name) for name in ("label_frame", "degree", "trait", "trait_noun", "label", "no_label")
    )
    framed = rf"{frame}(?: to be| like)?(?:,? {degree}){{0,4}},? (?:{adjective}|{noun})"
    return re.compile(rf"(?<![\w'’])(?:{framed}\b(?! {thing})|{other}(?!\w))", re.IGNORECASE)


def no_traits(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in _label().finditer(sentence.text):
            if quoted(sentence.text, match.start()) or _disowned(sentence.text[: match.start()]):
                continue
            message = f"“{match[0].strip()}” is about the person, not about an act."
            return fails(message, _span(sentence, match), "Say what they did that made you think so.")
    return PASS


def _disowned(before: str) -> bool:
    last = [m.end() for m in phrases("fairness", "disowned").finditer(before)]
    return negated(before, len(before), 30) or bool(last and len(before) - last[-1] < 25)


# ---------------------------------------------------------------- absolutes


@cache
def _absolute() -> re.Pattern[str]:
    times, crowd, mind, verb, other = (
        alternatives("fairness", name) for name in ("all_times", "crowd", "crowd_mind", "crowd_verb", "absolute")
    )
    helper = r"(?:are|r|have|were|do|will|would|just|simply|really|had|seem to|did)"
    return re.compile(
        rf"(?<![\w'’])(?:(?:you|u|youre|you['’](?:re|ve|d|ll))(?: {helper})? {times}|{crowd}[^.?!,]{{0,25}} {mind}"
        rf"|{crowd}(?: (?:here|else|on|in|at)(?: \w+){{0,2}})? {verb}\b[^.?!]{{0,50}}\b(?:you|your|u)|{other})(?!\w)",
        re.IGNORECASE,
    )


def no_absolutes(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in _absolute().finditer(sentence.text):
            near = sentence.text[max(0, match.start() - 12) : match.end() + 12]
            if quoted(sentence.text, match.start()) or _found("no_absolute", near) or _asked(sentence.text, match[0]):
                continue
            return warns(
                f"“{match[0]}” is easy to disprove.", _span(sentence, match), "Count instead: “twice on Tuesday”."
            )
    return PASS


def _asked(sentence: str, words: str) -> bool:
    """Whether "every time" belongs to something asked for."""
    return bool(re.search(r"\btime\b", words)) and "single" not in words and _found("request", sentence)


# ---------------------------------------------------------------- second-hand news

_NAMED = re.compile(
    r"\b(?!(?:I|We|They|People|Someone|Somebody|Others|Staff|It)\b)[A-Z][\w-]+ (?:\w+ )?"
    r"(?:told|said|mentioned|reported|wrote|says|pointed out)\b"
)


@cache
def _hearsay() -> re.Pattern[str]:
    who, reports, rumour = (alternatives("fairness", name) for name in ("unnamed", "reports", "rumour"))
    return re.compile(rf"(?<![\w'’])(?:{who}(?: (?!said|told)[\w'’]+){{0,3}}? {reports}|{rumour})(?!\w)", re.IGNORECASE)


def first_hand(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in _hearsay().finditer(sentence.text):
            sourced = _found("source", sentence.text) or _NAMED.search(sentence.text)
            if sourced or quoted(sentence.text, match.start()) or negated(sentence.text, match.start(), 30):
                continue
            advice = "Say only what you saw, or name who told you, with their consent."
            return warns("This is second-hand, with no name to it.", _span(sentence, match), advice)
    return PASS


# ---------------------------------------------------------------- standard, belief, help


@cache
def _belief() -> re.Pattern[str]:
    sure, able, other = (alternatives("fairness", name) for name in ("sure", "able", "belief"))
    return re.compile(rf"(?<![\w'’])(?:{sure}[^.?!]{{0,40}}? {able}|{other})(?!\w)", re.IGNORECASE)


@cache
def _help() -> re.Pattern[str]:
    offer, act, other = (alternatives("fairness", name) for name in ("offer", "help_act", "help"))
    return re.compile(rf"(?<![\w'’])(?:{offer}(?: (?:also|then|gladly|come and|come|just))? {act}|{other})(?!\w)", re.I)


def wise(subject: Subject) -> Noticed:
    if kind_of(subject) == "appreciative":
        return not_applicable("For feedback that asks for a change.")
    text = " ".join(plain(sentence.text) for sentence in subject.text.sentences)
    parts = {
        "the standard you hold": _found("standard", phrases("fairness", "no_standard").sub(" ", text)),
        "your belief that they can reach it": bool(_belief().search(text)),
        "help that you offer": bool(_help().search(phrases("fairness", "no_help").sub(" ", text))),
    }
    if missing := [name for name, there in parts.items() if not there]:
        advice = "One sentence each: what you expect, why you think that they can do it, what you will do to help."
        return warns(f"Not said: {', '.join(missing)}.", suggestion=advice)
    return passes("Standard, belief and help are all there.")


# ---------------------------------------------------------------- praise


def praise(subject: Subject) -> Noticed:
    sentences = subject.text.sentences
    praising = [sentence for sentence in sentences if praises(plain(sentence.text))]
    if not praising:
        return not_applicable("There is no praise.")
    if turn := next(_turns(sentences, praising), None):
        message = "Praise and criticism in one breath: the praise is not heard."
        return warns(message, turn, "Keep the two apart, without “but”.")
    acted = [sentence for sentence in sentences if act_in(sentence.text) is not None]
    if any(sentence in praising or not criticises(plain(sentence.text)) for sentence in acted):
        return passes("The praise rests on an act.")
    return warns("The praise names no act.", praising[0].span, "Say what exactly they did.")


def _turns(sentences: tuple[Sentence, ...], praising: list[Sentence]) -> Iterator[Span]:
    """Places where praise turns into criticism: later in its sentence, or at the start of the next one."""
    turn = phrases("fairness", "turn")
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=True):
        if sentence not in praising:
            continue
        praised = phrases("feedback_talk", "praise").search(sentence.text)
        blank = phrases("fairness", "no_turn").sub(lambda m: " " * len(m[0]), sentence.text)
        for match in turn.finditer(blank, praised.end() if praised else 0):
            if _is_critical_turn(match[0], sentence.text[match.end() :]):
                yield _span(sentence, match)
        match = turn.match(following.text) if following else None
        if following and match and _is_critical_turn(match[0], following.text[match.end() :]):
            yield _span(following, match)


def _is_critical_turn(word: str, after: str) -> bool:
    """A bare fact after "though" is no criticism; after "but" anything is, save more praise."""
    soft = phrases("fairness", "soft_turn").fullmatch(word)
    return criticises(plain(after)) or not (soft or praises(plain(after)))


CHECKS = (
    Check(
        "FBK-6",
        "No labels",
        "Is it free of words for the person's character?",
        "Feedback aimed at the self rather than the task helps less; women and Black employees get more of it.",
        Grade.E1,
        "Kluger and DeNisi 1996; Textio 2022 (E2)",
        no_traits,
        "behaviour-not-character#trait-labels",
    ),
    Check(
        "FBK-7",
        "No absolutes",
        "Is it free of “always”, “never”, “everyone” about them?",
        "One exception disproves it, and the talk is about the exception.",
        Grade.E3,
        "Practice guidance; Textio 2022 (E2)",
        no_absolutes,
        "behaviour-not-character#absolutes",
    ),
    Check(
        "FBK-8",
        "First-hand",
        "Is it only what you saw, or from a named source?",
        "Nobody can answer an unnamed accuser.",
        Grade.D,
        "Our own judgement, from “only what you observed” in SBI",
        first_hand,
        "feedback-you-only-heard-about#pass-it-on",
    ),
    Check(
        "FBK-9",
        "One matter",
        "Is it about one matter, two at most?",
        "A list is heard as a judgement.",
        Grade.D,
        "Our own judgement",
        one_topic,
        "preparing-feedback-in-ten-minutes#one-topic",
    ),
    Check(
        "FBK-10",
        "Standard, belief, help",
        "Does it say the standard, that they can reach it, and how you will help?",
        "Pupils who read that the standard was high and that they could meet it revised far more often; "
        "the effect was strongest among Black pupils and weak for the majority.",
        Grade.E1,
        "Yeager et al. 2014; Cohen, Steele and Ross 1999",
        wise,
        "critical-feedback-with-high-standards#three-parts",
    ),
    Check(
        "FBK-11",
        "Praise with an act",
        "Does praise name the act, with no “but” after it?",
        "“Great job” cannot be repeated; “but” deletes what stands before it.",
        Grade.E3,
        "Practice guidance; Textio 2022 (E2)",
        praise,
        "appreciative-feedback#no-sandwich",
    ),
)
