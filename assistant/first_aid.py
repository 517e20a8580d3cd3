"""What comes before anything is written: danger and other routes, stopped at or asked about, and the way back."""

import re

from assistant.checks.danger import suspected
from assistant.checks.safety import MESSAGES, trouble
from assistant.session import Flagged, Safety, Session
from assistant.voices.catalogue import words_of
from assistant.voices.reading import trouble_in
from assistant.voices.spoken import language_of

_GO_ON = re.compile(
    r"\W*(?:(?:please |yes,? |just )*(?:go on|continue|carry on|go ahead|proceed)\b.*|(?:no|nope|nobody|no one"
    r"|not at all)\b.*|.*\b(?:misread|misunderst\w+|false alarm|nobody(?: is|['’]s) in danger"
    r"|i(?:['’]m| am) (?:fine|ok|okay|safe))"
    r"\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_YES = re.compile(
    r"\W*(?:(?:yes|yeah|yep|yea|maybe|perhaps|i (?:think|guess|am afraid) so|i(?:['’]m| am) (?:not safe|in danger)"
    r"|i don['’]?t know)\b|(?:i (?:am|do)|me|(?:s?he|they) (?:is|are|might(?: be)?"
    r"|could(?: be)?)(?: in danger| not safe)?)\W*$)",
    re.IGNORECASE,
)
_WISH = re.compile(
    r"\?|\b(?:write|draft|tell|agenda|plan|help|message|e-?mail|say|feedback|want to|would like|need to)\b",
    re.IGNORECASE,
)
"""In a message of somebody in distress: a wish for words or for an answer."""

LONG = 15
"""Words of an answer that may tell more than was asked; a shorter one is an answer ("he loses his nerve …")."""


def comes_first(message: str, session: Session) -> Safety | None:
    """What is said before anything is done, or None; what is only suspected is asked about once in a conversation."""
    language = session.language if session.language != "en" else language_of(message)
    if language != "en":
        return trouble(message) or trouble_in(message, words_of(language))
    if (asked := _question(session)) and _YES.match(message) and not _GO_ON.fullmatch(message):
        return trouble(message) or Safety(asked.tier, MESSAGES[asked.tier])
    told = session.reading is None or len(message.split()) >= LONG
    return trouble(message) or (suspected(message) if told and not _asked_before(session) else None)


def halts(found: Safety, message: str) -> bool:
    """Whether nothing is done in this turn; in distress, what was asked for is still done after the word."""
    return found.tier != "urgent" or not _WISH.search(message)


def taken_up(message: str, session: Session) -> str:
    """The message that was held back, when this one says to go on; "" else."""
    return session.turns[-1].message if _question(session) and _GO_ON.fullmatch(message) else ""


def _question(session: Session) -> Safety | None:
    """What the last turn asked about, if it did."""
    steps = session.turns[-1].steps if session.turns else ()
    return next((step.safety for step in steps if isinstance(step, Flagged) and not step.safety.sure), None)


def _asked_before(session: Session) -> bool:
    return any(isinstance(step, Flagged) and not step.safety.sure for turn in session.turns for step in turn.steps)
