"""Questions that lean on what was said before ("and for the second one?"), made whole for the search."""

import re

from assistant.session import Session
from knowledge.model import Retrieved

MOST_WORDS, FEW_WORDS = 12, 6
"""A question that opens like a follow-up, and one that only refers to something, may be at most so long."""
_OPENS = re.compile(
    r"^\W*(?:and|but|or|what about|how about|what if|why(?: not)?(?=\W*$)|how so|such as|like what"
    r"|for (?:how long|whom|example)|any examples?|an example|more (?:on|about)|tell me more|go on|which one"
    r"|(?:when|where|who|how|how (?:long|often|many|much|come))(?=\W*$)"
    r"|(?:is|does|would) that|can you (?:explain|say more))\b",
    re.IGNORECASE,
)
_REFERS = re.compile(
    r"\b(?:it|that|this|those|these|them|they|the (?:first|second|third|fourth|last|other|former|latter)(?: one)?"
    r"|instead|the same)\b",
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
    return bool(_OPENS.match(question)) or (len(question.split()) <= FEW_WORDS and bool(_REFERS.search(question)))


def _searched_before(session: Session) -> str:
    """The last question that was searched and stands by itself."""
    for turn in reversed(session.turns):
        if any(isinstance(step, Retrieved) for step in turn.steps) and not leans(turn.message):
            return turn.message
    return ""


def _item_meant(question: str, session: Session) -> str | None:
    """The item of the last answer that "the second one" stands for."""
    meant = _ORDINAL.search(question)
    if meant is None:
        return None
    answer = session.answered
    if answer is None:
        return None
    items = [str(item) for item in _ITEM.findall(answer.text) or _COUNTED.findall(answer.text)]
    place = _PLACES[meant[1].lower()]
    return items[place] if items and place < len(items) else None
