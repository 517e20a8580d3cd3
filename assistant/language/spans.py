"""Cutting the part of a message that answers to a cue, up to where its clause ends."""

import re
from collections.abc import Sequence

_STOP = re.compile(
    r"[.?!;\n](?=\s|$)|\s[–—-]\s|[.!?]$|[“”\"]|,? (?:but|because|although|though|however|since i|as i"
    r"|so (?:i|we|that|now|then)|and (?:i|we|then i|also i|so i|it|my|that|if|maybe|please|perhaps"
    r"|ideally|could|can|for)|if (?:possible|he|she|they|you|that)|in case|please|maybe|perhaps"
    r"|ideally|preferably|by email|via |over linkedin|thanks|thank you)\b|, (?:and|which|who|or|so"
    r"|then|not|as|i|we|she|he|they|it|my|maybe|even|some|after|before|next|any|by|on|when|where|with"
    r"|in|at|an?|the|though|having|since|no|please|hopefully|how|what)\b",
    re.IGNORECASE,
)


def clause_after(text: str, start: int, limit: int = 160) -> str:
    """The words from a place to the end of their clause, at most `limit` characters, whole words only."""
    rest = text[start : start + limit + 40]
    stop = _STOP.search(rest)
    cut = rest[: stop.start()] if stop else rest
    if len(cut) > limit:
        cut = cut[:limit].rsplit(" ", 1)[0]
    return tidy(cut)


def first_clause(text: str, cues: Sequence[re.Pattern[str]], limit: int = 160) -> str:
    """What follows the first cue that matches; a group named `keep` begins the clause, else the match's end."""
    for cue in cues:
        for match in cue.finditer(text):
            start = match.start("keep") if "keep" in cue.groupindex and match["keep"] else match.end()
            if found := clause_after(text, start, limit):
                return found
    return ""


def sentence_of(text: str, place: int) -> str:
    """The sentence around a place."""
    start = max(
        (
            match.end()
            for match in re.finditer(r"(?:[.!?]\s+|\n+)", text[:place])
            if not re.search(r"\b(?:dr|mr|mrs|ms|mx|prof|st)\.\s+$", text[: match.end()], re.IGNORECASE)
        ),
        default=0,
    )
    end = re.search(r"[.!?](?=\s|$)|\n", text[place:])
    return text[start : place + end.start() if end else len(text)].strip()


def tidy(text: str) -> str:
    """Without outer spaces, quotes and closing marks."""
    return re.sub(r"\s+", " ", text).strip(" \t\n,;:.!?–—-\"“”'")


def correct_case(text: str) -> str:
    """A lone "i" as "I", also in "i'm" and "im"."""
    text = re.sub(r"\bi\b(?=[ '’])", "I", text)
    return re.sub(r"\b(?:im|Im)\b", "I'm", re.sub(r"\b(?:ive|Ive)\b", "I've", text))
