"""The check on an answer to a request: a plain yes, smaller yes or no at the start, a reason for what is refused."""

from assistant.checks.noticing import fails, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import straight, words
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

FIRST = 2
"""Sentences in which the answer must be plain."""
MOST_WORDS = 90


def plain_answer(subject: Subject) -> Noticed:
    sentences = subject.text.sentences
    start = straight(" ".join(sentence.text for sentence in sentences[:FIRST]))
    refuses = phrases("after", "decline").search(start)
    answers = refuses or phrases("after", "smaller").search(start) or phrases("after", "accept").search(start)
    whole = straight(" ".join(sentence.text for sentence in sentences))
    hedge = phrases("after", "hedged").search(whole if not answers else start)
    if hedge and not (refuses and hedge.start() > refuses.end()):
        return fails(f"“{hedge[0]}” leaves them waiting.", suggestion="Say yes, a smaller yes, or no.")
    if not answers:
        return fails(
            "The answer is not in the first two sentences.", suggestion="Begin with it: yes, this much, or no."
        )
    n = len(words(subject.text.body))
    if n > MOST_WORDS:
        return warns(f"{n} words.", suggestion="Under 90 words: an answer, a reason, thanks.")
    smaller = phrases("after", "smaller").search(whole)
    grounded = phrases("after", "ground").search(whole) or phrases("after", "alternative").search(whole)
    if refuses and not smaller and not grounded:
        return warns(
            "It gives no reason and no other way.", suggestion="One short true reason, or somebody else to ask."
        )
    return passes("The answer is plain.")


CHECKS = (
    Check(
        "DEC-1",
        "A plain answer",
        "Is the yes, the smaller yes or the no in the first two sentences, with a brief reason for a no?",
        "“Maybe later” feels kinder and is not: they will wait.",
        Grade.D,
        "Our judgement; mentoring platforms ask for a reason when a request is declined",
        plain_answer,
        "handling-a-no#saying-no",
    ),
)
