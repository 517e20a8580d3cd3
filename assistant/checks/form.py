"""Checks on the form of a first message: length, subject line, thanks, plain words, no template."""

import re

from assistant.checks.noticing import PASS, fails, not_applicable, passes, quoted, warns
from assistant.language.phrases import phrases
from assistant.language.text import Sentence, reading_grade, words
from assistant.model import Check, Noticed, Subject
from knowledge.model import Grade

LIMITS = {"linkedin_note": (200, 300), "linkedin_message": (400, 800)}
"""Characters: the first number passes, up to the second warns."""
WORDS = {"chat": 60, "in_person": 75}
"""Words for a message in Slack or Teams, and for 30 seconds of speech."""


def length(subject: Subject) -> Noticed:
    if subject.channel != "email":
        return not_applicable("Another limit holds on this channel.")
    n = len(words(_plain_links(subject.text.body)))
    if n < 35:
        return fails(
            f"{n} words: too little to answer.",
            suggestion="Say who you are, why them, and what you ask: 50 words do it.",
        )
    if n > 200:
        return fails(
            f"{n} words: too long for a first message.", suggestion="Cut your history first; aim at 125 words."
        )
    if n < 50 or n > 125:
        advice = "Add the reason you chose them." if n < 50 else "Cut what the reader does not need in order to answer."
        return warns(f"{n} words; 50 to 125 are answered most.", suggestion=advice)
    return passes(f"{n} words.")


def characters(subject: Subject) -> Noticed:
    if subject.channel not in LIMITS:
        return not_applicable("No character limit on this channel.")
    good, most = LIMITS[subject.channel]
    n = len(subject.text.raw.strip())
    advice = f"Cut to {good} characters."
    if n > most:
        limit = f"{most} is the limit" if subject.channel == "linkedin_note" else f"under {good} is read most"
        return fails(f"{n} characters; {limit}.", suggestion=advice)
    if n > good:
        return warns(f"{n} characters; {good} is safe.", suggestion=advice)
    return passes(f"{n} characters.")


def spoken_or_chat(subject: Subject) -> Noticed:
    if subject.channel not in WORDS:
        return not_applicable("For chat and for meeting in person only.")
    most = WORDS[subject.channel]
    n = len(words(subject.text.raw))
    if n > most:
        return warns(f"{n} words; {most} is enough.", suggestion="Keep name, context and one ask.")
    lines = subject.text.lines
    if subject.channel == "chat" and lines and _only_greets(lines[0].text) and not any(map(_asks, lines[1:2])):
        advice = "Put the ask in the same line as the greeting."
        return warns("A bare greeting makes them wait for the point.", lines[0].span, advice)
    return passes(f"{n} words.")


def _only_greets(line: str) -> bool:
    """A greeting with a name and perhaps a polite question, and nothing else."""
    greeting = phrases("form", "greeting").match(line)
    if not greeting:
        return False
    rest = phrases("form", "pleasantry").sub(" ", line[greeting.end() :])
    return len(words(rest)) <= 3 and not _asks(Sentence(rest, 0))


def _asks(line: Sentence) -> bool:
    rest = phrases("form", "pleasantry").sub(" ", line.text)
    return phrases("asking", "request").search(rest) is not None or ("?" in rest and len(words(rest)) > 3)


def gratitude(subject: Subject) -> Noticed:
    text = subject.text
    start, end = text.body_span
    unquoted = text.raw[:start] + text.body + _blank_replies(text.raw[end:])
    found = [match for match in phrases("form", "thanks").finditer(unquoted, start) if _own_thanks(unquoted, match)]
    sentences = [sentence for sentence in text.sentences if not _signature(text.raw, sentence)] or text.sentences
    tail = sentences[-2].start if len(sentences) > 1 else start
    if len(found) > 2:
        return warns(f"{len(found)} thanks; more than two sound like pressure.", found[2].span(), "Keep the last one.")
    if not any(match.start() >= tail for match in found):
        advice = "Close with thanks for reading, or for something they did."
        return warns("No thanks near the end.", suggestion=advice)
    return passes("Thanks near the end.", found[-1].span())


def _signature(text: str, sentence: Sentence) -> bool:
    """A name and perhaps a role under the text, without a full stop and without thanks."""
    below = "\n" in text[max(0, sentence.start - 2) : sentence.start]
    short = len(sentence.words) <= 6 and sentence.text[-1:] not in ".!?"
    return below and short and not phrases("form", "thanks").search(sentence.text)


def _blank_replies(text: str) -> str:
    return re.sub(r"(?m)^[ \t]*>.*$", lambda match: " " * len(match[0]), text)


def _own_thanks(text: str, match: re.Match[str]) -> bool:
    """Thanks of the writer's, not quoted and not told of others: "my customers say thank you"."""
    before = re.split(r"[.?!,;\n]", text[max(0, match.start() - 50) : match.start()])[-1]
    own = re.search(r"\b(?:i|we|my \w+ and)\b", before, re.IGNORECASE)
    told = phrases("form", "others").search(before) is not None and own is None
    return not told and not quoted(text, match.start())


def subject_line(subject: Subject) -> Noticed:
    if subject.channel != "email":
        return not_applicable("Only email has a subject line.")
    line = re.sub(r"^(?:(?:re|fwd?|aw)\s*:\s*)+", "", subject.text.subject or "", flags=re.IGNORECASE)
    advice = "Name the topic in three to eight words."
    if not words(line):
        return fails("There is no subject line.", suggestion=advice)
    letters = [c for c in line if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return fails("The subject is in capitals.", suggestion="Write it as you would say it.")
    count = len(words(line))
    if all(phrases("form", "generic_subject").fullmatch(word) for word in words(line)):
        return warns(f"“{line}” could be anything.", suggestion="Name the topic: what is the message about?")
    if count < 3 or count > 8:
        named = "word" if count == 1 else "words"
        return warns(f"The subject has {count} {named}; three to eight are best.", suggestion=advice)
    if not _shared(line, subject.text.raw[subject.text.body_span[0] :]):
        advice = "Use a word of the message in the subject."
        return warns("The subject shares no word with the message.", suggestion=advice)
    return passes(f"{count} words.")


def _shared(line: str, body: str) -> bool:
    """Whether a word of the line stands in the body, whatever its ending."""
    stems = {word.lower()[:5] for word in words(body)}
    telling = (word for word in words(line) if not phrases("form", "small_words").fullmatch(word))
    return any(word.lower()[:5] in stems for word in telling)


def plain(subject: Subject) -> Noticed:
    text = subject.text
    if len(text.words) < 40:
        return not_applicable("Too short to judge.")
    longest = max(text.sentences, key=lambda sentence: len(sentence.words))
    if len(longest.words) > 25:
        return warns(f"One sentence has {len(longest.words)} words.", longest.span, "Make two of it.")
    grade = reading_grade(_plain_links(text.body), len(text.sentences))
    if grade > 10:
        return warns(f"It reads at school year {grade:.0f}.", suggestion="Use shorter words and sentences.")
    return passes(f"School year {max(grade, 1):.0f}, longest sentence {len(longest.words)} words.")


def template(subject: Subject) -> Noticed:
    raw = subject.text.raw
    slots = [match for match in phrases("form", "slot").finditer(raw) if _open_slot(raw, match)]
    slots += phrases("form", "blank").finditer(raw)
    if slots:
        places = "place is" if len(slots) == 1 else "places are"
        advice = f"Fill in {slots[0][0]}, or leave the sentence out."
        return warns(f"{len(slots)} {places} still to be filled in.", slots[0].span(), advice)
    for match in phrases("form", "boilerplate").finditer(raw):
        if not quoted(raw, match.start()):
            advice = "Say it in your own words, or begin with who you are."
            return warns(f"“{match[0]}” stands in thousands of messages.", match.span(), advice)
    return PASS


def _open_slot(text: str, match: re.Match[str]) -> bool:
    """A place to be filled in, not a citation, a quotation, or a field that the writer speaks of."""
    if phrases("form", "not_slot").fullmatch(match[0]) or quoted(text, match.start()):
        return False
    return phrases("form", "spoken_of").match(text, match.end() + (text[match.end() : match.end() + 1] == " ")) is None


def _plain_links(text: str) -> str:
    """Addresses count as one short word."""
    return re.sub(r"(?:https?://|www\.)\S+|\S+@\S+", "link", text)


CHECKS = (
    Check(
        "OUT-1",
        "Length of an email",
        "Is the body between 50 and 125 words?",
        "Emails of that length were answered most, about half of them; ten-word ones a third.",
        Grade.E2,
        "Boomerang 2016 (email data)",
        length,
        "writing-a-first-email#how-long",
    ),
    Check(
        "OUT-2",
        "Length on LinkedIn",
        "Does it fit the channel?",
        "A note is cut at 200 (free) or 300 characters; messages under 400 are answered most.",
        Grade.E2,
        "LinkedIn figures on recruiters' messages, 2022",
        characters,
        "writing-on-short-channels#linkedin-message",
    ),
    Check(
        "CHAN-1",
        "Length in chat or in person",
        "Is it at most 60 words in chat, 75 said aloud, with the ask up front?",
        "A chat is read between two other things; 30 seconds are what a stranger gives you.",
        Grade.D,
        "Our own judgement",
        spoken_or_chat,
        "writing-on-short-channels#slack-and-teams",
    ),
    Check(
        "OUT-9",
        "Thanks at the end",
        "Is there thanks near the close, and not too much?",
        "Closings with thanks went with replies to 62 %, others 47.5 %; being thanked doubled the share who helped "
        "again in an experiment.",
        Grade.E2,
        "Boomerang (email data); Grant and Gino 2010",
        gratitude,
        "writing-a-first-email#plain-sentences",
    ),
    Check(
        "OUT-10",
        "Subject line",
        "Is there a subject of three to eight words that says what it is about?",
        "Without one, 14 % were answered; three or four words did best, capitals worse.",
        Grade.E2,
        "Boomerang 2016 (email data); eight is our softening",
        subject_line,
        "writing-a-first-email#subject-line",
    ),
    Check(
        "OUT-14",
        "Plain words",
        "Is it easy to read, with no sentence over 25 words?",
        "Simple wording was answered more than college-level prose.",
        Grade.E2,
        "Boomerang 2016 (email data); Flesch-Kincaid grade",
        plain,
        "writing-a-first-email#plain-sentences",
    ),
    Check(
        "OUT-15",
        "Nothing from a template",
        "Is it free of empty slots and stock phrases?",
        "Readers notice what everybody sends. In some cultures a polite wish is expected: then keep it.",
        Grade.E3,
        "Studies of machine-written mail; practice guidance",
        template,
        "writing-a-first-email#who-you-are",
    ),
)
