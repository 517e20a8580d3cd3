"""Checks on a message that follows an unanswered one: waited long enough, stopping in time, short, without guilt."""

from datetime import date

from assistant.checks.asking import asks_of
from assistant.checks.noticing import PASS, fails, first_match, not_applicable, passes, quoted, warns
from assistant.language.past_days import day_after
from assistant.language.phrases import phrases
from assistant.language.text import words
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

LEAST_DAYS, GOOD_DAYS = 3, 5
MOST_REMINDERS = 2
MOST_WORDS = 80


def waited(subject: Subject) -> Noticed:
    if subject.waited is None:
        return not_applicable("When the last message went is not known.")
    if subject.waited < LEAST_DAYS:
        send = day_after(date.today(), LEAST_DAYS - subject.waited)  # noqa: DTZ011 - the person's own calendar
        n = f"{subject.waited} working day{'' if subject.waited == 1 else 's'}"
        return fails(
            f"Only {n} since your last message.",
            suggestion=f"Send it on {send:%A} {send.day} {send:%B} at the earliest.",
        )
    if subject.waited < GOOD_DAYS:
        return passes(f"{subject.waited} working days; five to seven are usual.")
    return passes(f"{subject.waited} working days since your last message.")


def stops(subject: Subject) -> Noticed:
    if subject.earlier is None:
        return not_applicable("How often you have written is not known.")
    if first_match(phrases("after", "release"), subject.text.sentences):
        return passes("It says that it is the last.")
    if subject.earlier > MOST_REMINDERS:
        return fails(
            f"You have written {subject.earlier} times already.",
            suggestion="Let it rest, or send one line that releases both of you.",
        )
    if subject.earlier == MOST_REMINDERS:
        return warns("This is your second reminder.", suggestion="Make it the last one, and say so.")
    return passes("Your first reminder.")


def short(subject: Subject) -> Noticed:
    asks = asks_of(subject.text)
    closes = first_match(phrases("after", "release"), subject.text.sentences)
    if not asks and not closes:
        return fails("It does not say again what you ask for.", suggestion="Put your request in one line.")
    n = len(words(subject.text.body))
    if n > MOST_WORDS:
        return warns(
            f"{n} words.", suggestion="Keep it shorter than the first message: one line of request, one of news."
        )
    return passes(f"{n} words.")


def no_guilt(subject: Subject) -> Noticed:
    for sentence in subject.text.sentences:
        for match in phrases("after", "guilt").finditer(sentence.text):
            if not quoted(sentence.text, match.start()):
                span = sentence.start + match.start(), sentence.start + match.end()
                return fails(
                    f"“{match[0]}” reminds them of a debt.", span, "Write as if the first message had never arrived."
                )
    return PASS


CHECKS = (
    Check(
        "FUP-1",
        "Waited long enough",
        "Have at least three working days passed since the last message?",
        "A reminder on the next day reads as pressure; five to seven working days are usual.",
        Grade.E2,
        "Figures of a seller of email software, relayed: a next-day follow-up had 11% fewer replies, three days did "
        "best",
        waited,
        "following-up-when-no-reply#when",
    ),
    Check(
        "FUP-2",
        "Stops in time",
        "Is it the first or at most the second reminder?",
        "The first reminder brings some answers, the second hardly any, and after that they fall.",
        Grade.E2,
        "Figures of a seller of email software, relayed: 4.1%, 6.6%, 6.9%, then 5.8% and 3.0%; a careers service "
        "says once",
        stops,
        "following-up-when-no-reply#how-many",
    ),
    Check(
        "FUP-3",
        "Short, with the request",
        "Does it say the request again in one line, in fewer words than the first message?",
        "They can answer without looking for the first message.",
        Grade.E3,
        "University careers guidance; the limit of 80 words is ours",
        short,
        "following-up-when-no-reply#what-to-write",
        asks_only=True,
    ),
    Check(
        "FUP-4",
        "No guilt",
        "Is it free of “just checking in”, “as I have not heard from you” and the like?",
        "Such words remind the reader of a debt and tell them nothing.",
        Grade.E3,
        "University careers guidance; the list of phrases is ours",
        no_guilt,
        "following-up-when-no-reply#guilt",
    ),
)
