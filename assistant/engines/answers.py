"""What an answer to a question is about: the field asked for, or another that it fits better."""

import re
from collections.abc import Sequence

from assistant.language.spans import correct_case, tidy
from assistant.language.times import minutes_in
from assistant.model import Brief, Facts

_FILLER = re.compile(
    r"^(?:(?:well|so|then|and then|um+|uh|ok(?:ay)?|yes|yeah|yep|sure|oh|hm+|i think|i guess|probably|maybe|it "
    r"(?:was|is|would be)|it['’]?s|that (?:was|is)|because(?: of)?|just|i(?:['’]d| would) (?:like"
    r"|ask)(?: for| to ask for)?|to ask for|ask(?:ing)? for|for)[,: ]+)+",
    re.IGNORECASE,
)
_NO_FILLER = frozenset({"connection", "belief", "strength", "standard"})
_NAME_ONLY = re.compile(r"^\W*[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){1,2}\W*$")
_SHAPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "support",
        re.compile(
            r"^\W*(?:i|we)(?:['’]ll| can| could| will|['’]d be (?:happy|glad) to| am (?:happy|glad) to)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "next_step",
        re.compile(
            r"^\W*(?:next time\b|from now on\b|i(?:['’]d| would) like (?:her|him|them)|i want (?:her|him|them)"
            r"|(?:she|he|they) (?:should|could|needs? to|must|has to))",
            re.IGNORECASE,
        ),
    ),
    (
        "sender_role",
        re.compile(r"^\W*(?:i(?:['’]m| am) )?an? (?:[\w'’-]+ ){1,5}(?:at|from|with|in) [^.?]{2,40}$", re.IGNORECASE),
    ),
    ("goal", re.compile(r"^\W*(?:how|what|which|why|whether)\b", re.IGNORECASE)),
    (
        "situation",
        re.compile(
            r"^\W*(?:on |last |this )?(?:\w+day|yesterday|today|this morning|last night)\b(?:[^.]{0,40})$",
            re.IGNORECASE,
        ),
    ),
    (
        "ask",
        re.compile(
            r"^\W*(?:no,? )?(?:it['’]?s )?(?:just |only )?(?:a |one |two |\d )?(?:short |quick |brief "
            r")?(?:questions?|call|coffee|chat|minutes?|reply)\b"
            r"[^.]{0,30}$",
            re.IGNORECASE,
        ),
    ),
    ("sender_name", _NAME_ONLY),
)
"""Forms that tell which field an answer is for, whatever was asked."""
_FITS_ANYTHING = frozenset({"connection", "belief", "strength", "topics", "actions", "purpose"})


_SHORT_LIST, _LONG_LIST = r",\s*|\n+|;\s*| and (?=[a-z]+ )", r"\n+|;\s*|, and (?:to )?"
"""What parts the things of an answer: nouns at each comma and "and", whole wishes only where they are set apart."""


def meant(field: str, message: str, facts: Facts, missing: Sequence[str]) -> str:
    """The field that an answer is for, or "" when all it says has been understood as something else."""
    if field in facts:
        return field
    if field == "meeting" and _meeting(message) is None and len(message.split()) > 2:
        return "topics"
    if field in ("sender_name", "sender_role") and "ask" in missing and minutes_in(message) is not None:
        return "ask"
    open_ = [name for name, shape in _SHAPES if name in missing and name != field and shape.match(message)]
    if open_ and field not in _FITS_ANYTHING:
        return open_[0] if open_[0] not in facts else ""
    covered = sum(len(str(value).split()) for name, value in facts.items() if name not in ("pronoun", "kind"))
    return "" if facts and covered >= 0.6 * len(message.split()) else field


def value_of(name: str, message: str, facts: Facts, brief: Brief) -> object:
    """What an answer says for a field, in its own words; None when it says nothing of that kind."""
    if name in facts:
        return facts[name]
    number = re.search(r"\b\d{1,3}\b", message)
    if name == "minutes":
        return minutes_in(message) or (int(number[0]) if number else None)
    if name == "meeting":
        return _meeting(message)
    if name == "ask":
        bare = re.fullmatch(r"\W*(\d{1,3})\W*", message)
        minutes = int(bare[1]) if bare else minutes_in(message)
        if minutes is not None and "minutes" in type(brief).model_fields and "minutes" not in brief.known:
            facts["minutes"] = minutes
        if bare:
            return None
    said = re.sub(r"^(?:no|yes|yeah|ok(?:ay)?),? (?:it['’]?s |it is )?", "", message.strip(), flags=re.IGNORECASE)
    cleaned = tidy(said if name in _NO_FILLER else _FILLER.sub("", said))
    if "tuple" in str(type(brief).model_fields[name].annotation):
        parts = re.split(_SHORT_LIST if name in ("topics", "actions") else _LONG_LIST, cleaned)
        return [correct_case(tidy(re.sub(r"^(?:and|to) ", "", part))) for part in parts if part.strip()]
    return correct_case(cleaned) or None


def _meeting(message: str) -> str | None:
    for name, pattern in (
        ("first", r"\b(?:first|1st|new|initial|kick-?off|yes)\b"),
        ("closing", r"\b(?:last|final|closing|goodbye|wrap-?up)\b"),
        (
            "recurring",
            r"\b(?:series|recurring|regular|another|again|second|third|fourth|fifth|one of|later|monthly"
            r"|weekly|usual|no)\b",
        ),
    ):
        if re.search(pattern, message, re.IGNORECASE):
            return name
    return None
