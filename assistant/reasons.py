"""Questions about a choice in the draft ("why so short?"), answered by the passage behind that choice."""

import re

from assistant.language.text import words
from assistant.session import Answer, Drafted

_WHY = re.compile(r"^\W*why\b", re.IGNORECASE)
_ABOUT_DRAFT = re.compile(
    r"\b(?:so (?:short|long|formal|direct)|(?:is|does|did|are|do) (?:it|you|the (?:draft|message|email"
    r"|agenda|text))|this|that|there|ask|here)\b",
    re.IGNORECASE,
)


def reason_asked(question: str, drafted: Drafted) -> Answer | None:
    """A question about a choice in the draft, answered by the passage behind that choice."""
    if not _WHY.match(question) or not _ABOUT_DRAFT.search(question) or len(question.split()) > 10:
        return None
    asked = {word.lower() for word in words(question)}
    best = max(
        range(len(drafted.reasons)),
        key=lambda i: len(asked & {word.lower() for word in words(drafted.reasons[i])}),
        default=None,
    )
    if best is None:
        return None
    citation = drafted.citations[best]
    return Answer(f"{drafted.reasons[best]}\n\n{citation.quote}", (citation,), False)
