"""The check on an answer to a mentor: yes, no, a time or the fact asked for, in the first two sentences."""

import re

from assistant.checks.noticing import fails, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import straight, words
from assistant.language.times import WHEN
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

FIRST = 3
"""Sentences in which the answer must stand, thanks included."""
MOST_WORDS = 120
_SLOT = re.compile(r"\[[^\]\n]*\]")


def answers_first(subject: Subject) -> Noticed:
    sentences = [straight(sentence.text) for sentence in subject.text.sentences]
    start = " ".join(sentences[:FIRST])
    answer = phrases("after", "reply_yes", "reply_no").search(start) or WHEN.search(start) or _SLOT.search(start)
    facts = any(phrases("after", "reply_fact").match(said.lstrip()) for said in sentences[:FIRST])
    if not answer and not facts:
        return fails("No answer in the first lines.", suggestion="Begin with yes, no, a time, or what they asked for.")
    refuses = phrases("after", "reply_no").search(start)
    if (
        refuses
        and not phrases("after", "reply_instead").search(" ".join(sentences))
        and not WHEN.search(" ".join(sentences[1:]))
    ):
        return warns("A no without another time or way.", suggestion="“Could it be Wednesday after four?”")
    if (n := len(words(subject.text.body))) > MOST_WORDS:
        return warns(f"{n} words.", suggestion="An answer, what you do next, thanks: half of it will do.")
    return passes("The answer comes first.")


CHECKS = (
    Check(
        "RPL-1",
        "Answers first",
        "Does it begin with the answer, and offer another time where it is a no?",
        "They wrote to have an answer; all else can follow it.",
        Grade.D,
        "Design judgement, after the rule for declining a request",
        answers_first,
        "answering-your-mentor#answer-first",
    ),
)
