"""Questions that lean on what was said before ("and for the second one?"), made whole for the search."""

import re

from assistant.session import Answered, Session
from knowledge.model import Retrieved

MOST_WORDS = 12
"""A longer question says itself what it is about."""
_OPENS = re.compile(
    r"^\W*(?:and|but|or|so|then|also|ok(?:ay)?,?|what about|how about|what if|why(?: not)?(?=\W*$)|how so"
    r"|such as|like what"
    r"|for (?:how long|whom|example)|any examples?|an example|more (?:on|about)|tell me more|go on|which one"
    r"|(?:is|does|would) that|can you (?:explain|say more))\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:it|that|this|those|these|them|they|one|ones|the (?:first|second|third|fourth|last|other|former|latter)"
    r"|there|then|instead|the same)\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"\b(?:the )?(first|second|third|fourth|fifth|last)(?: (?:one|point|step|item|thing|question|idea|tip|part))?\b",
    re.IGNORECASE,
)
_PLACES = {"first": 0, "second": 1, "third": 2, "fourth": 3, "fifth": 4, "last": -1}
_ITEM = re.compile(r"^\s*(?:[-*•]|\d{1,2}[.)])\s+(.+)$", re.MULTILINE)
_COUNTED = re.compile(r"\b(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|finally|then)\b[,:]?\s+([^.;]+)", re.IGNORECASE)


def whole_question(question: str, session: Session) -> str:
    """The question as it is to be searched: with the one before, or the item that it means, where it leans on them."""
    before = _searched_before(session)
    if not before or not leans(question):
        return question
    if (item := _item_meant(question, session)) is not None:
        return f"{item} {_ORDINAL.sub('', question).strip()}"
    return f"{before} {question}"


def leans(question: str) -> bool:
    """Whether a question cannot be understood without the one before."""
    if len(question.split()) > MOST_WORDS:
        return False
    return bool(_OPENS.match(question)) or (len(question.split()) <= 8 and bool(_REFERS.search(question)))


def _searched_before(session: Session) -> str:
    """What the last question was searched with."""
    for turn in reversed(session.turns):
        for step in reversed(turn.steps):
            if isinstance(step, Retrieved):
                return step.query
    return ""


def _item_meant(question: str, session: Session) -> str | None:
    """The item of the last answer that "the second one" stands for."""
    meant = _ORDINAL.search(question)
    if meant is None:
        return None
    answer = next(
        (s.answer for t in reversed(session.turns) for s in reversed(t.steps) if isinstance(s, Answered)), None
    )
    if answer is None:
        return None
    items = [str(item) for item in _ITEM.findall(answer.text) or _COUNTED.findall(answer.text)]
    place = _PLACES[meant[1].lower()]
    return items[place] if items and place < len(items) else None
