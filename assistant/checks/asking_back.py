"""The check on a request for feedback: one named point, and advice rather than a verdict."""

import re

from assistant.checks.noticing import fails, not_applicable, passes, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, straight
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade


def asks_for_advice(subject: Subject) -> Noticed:
    sentences = [
        Sentence(phrases("asking_back", "not_asked").sub(lambda m: " " * len(m[0]), straight(s.text)), s.start)
        for s in subject.text.sentences
    ]
    asking = [s for s in sentences if phrases("asking_back", "asked").search(straight(s.text))]
    if not asking:
        return not_applicable("It does not ask for feedback.")
    whole = " ".join(straight(sentence.text) for sentence in sentences)
    bare = phrases("asking_back", "empty").sub(" ", whole)
    named = phrases("asking_back", "point").search(bare)
    if not named or not re.search(r"\w{4,}", named[0]):
        advice = "Name one skill or part, and where they saw it."
        return fails("It names no point.", asking[-1].span, advice)
    if not any(phrases("asking_back", "advice").search(straight(sentence.text)) for sentence in sentences):
        advice = "Ask “What advice would you give me on …?” or for one thing to change."
        return warns("It asks for a verdict.", asking[-1].span, advice)
    return passes("One point, and advice on it.", asking[-1].span)


CHECKS = (
    Check(
        "FBK-13",
        "Advice on one point",
        "Does it ask for advice on one named skill or part, rather than for “any feedback”?",
        "“Feedback” invites a grade on the past, “advice” ideas for what to do.",
        Grade.E1,
        "Randomised experiments on asking for advice (Yoon and others 2019): 34% more areas to improve, 56% more "
        "ways, "
        "as one summary relays",
        asks_for_advice,
        "asking-for-feedback#ask-for-advice",
    ),
)
