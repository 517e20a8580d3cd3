"""Facts for a mentoring agreement in a message as people type it: each clause goes to the point that it speaks of."""

import re

from assistant.language.others import people_facts
from assistant.language.phrases import phrases
from assistant.language.spans import correct_case, tidy
from assistant.model import Facts

_CLAUSES = re.compile(
    r"\n+|[;:]\s+|(?<=[a-z0-9)])[.!?]\s+|\s[–—-]\s|,? (?:and|but) (?=(?:i|we|she|he|they|it|you|either|both|the \w+"
    r"|[A-Z]\w+"
    r"|nothing|nobody|no)\b (?:\w+ )?)|, (?=(?:i|we|she|he|they|it|either|both|the (?:mentor|mentee)|nothing"
    r"|nobody|everything|anything|all|who|phones|no|what|how|if|each"
    r"|every|answers?|replies|meetings?|calls?|messages?|ends?|until|review|feedback|once|weekly|monthly"
    r"|by (?:e-?mail|phone|text|whatsapp)|agenda|notes?)\b)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"\b(?:agreement|contract|compact|ground rules|write (?:it|this|that|us)|put (?:it|this|that) (?:down"
    r"|in writing)|draft"
    r"|help me|can you|could you|please)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 2
_ASKING = re.compile(
    r"^(?:\w+ )?(?:what(?! (?:we|is|you|i|she|he) (?:say|said|tell|told|discuss|talk))|how|who|whether|until when"
    r"|when we)\b|.*\b(?:in writing|black and white|i thought|she thought"
    r"|never said)\b",
    re.IGNORECASE,
)
"""A point that is named and not answered ("how often, what stays private"), or told of another time."""
_MENTOR_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentee|apprentice|trainee|student)|i(?:['’]m| am) (?:\w+ )?(?:mentoring|(?:a|the|her"
    r"|his|their)"
    r" mentor))\b",
    re.IGNORECASE,
)
_MENTEE_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentor|supervisor|coach|advisor)|mentor(?:s|ing) me|as (?:his|her|their) mentee)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:(?:we|and i|i and \w+)(?:['’]ve| have)? (?:both )?(?:agreed|settled|decided)|we agree"
    r"|both of us (?:want|agreed))\b",
    re.IGNORECASE,
)
_POINTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("recording", ("recording_rule",)),
    ("private", ("private",)),
    ("conflict", ("conflict",)),
    ("review", ("review",)),
    ("end", ("end", "exit")),
    ("success", ("success",)),
    ("feedback", ("feedback",)),
    ("agenda", ("agenda",)),
    ("channel", ("answer_time",)),
    ("rhythm", ("often",)),
    ("boundaries", ("boundaries",)),
    ("roles", ("roles",)),
    ("purpose", ("purpose",)),
)
"""The points in the order in which a clause is held against them: the most exact words first."""
_LEAD = re.compile(
    r"^(?:(?:and|but|so|also|then|that|we(?:['’]ve| have)? (?:both )?(?:agreed|settled|decided|said)(?: that| on| to)?"
    r"|we agree(?: that)?|i(?:['’]d| would)? (?:like|want|prefer)(?: that)?(?= (?:we|it|her|him|them|no)\b))[,:]? )+",
    re.IGNORECASE,
)
_MEET = re.compile(
    r"^(?:(?:i|we)(?:['’]d| would) like to |i want to |we )(?:meet|see each other) (?=\w)", re.IGNORECASE
)
_WISH = re.compile(r"^(?:i|she|he|they)(?:['’]d| would)? (?:wants?|likes?|hopes?|wish(?:es)?) (?=to )", re.IGNORECASE)
_SHORTENED = {"rhythm": _MEET, "purpose": _WISH}


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words."""
    people = people_facts(message, "other")
    mentor, mentee = bool(_MENTOR_SIDE.search(message)), bool(_MENTEE_SIDE.search(message))
    facts: Facts = {}
    if mentor != mentee:
        mine, theirs = ("mentor", "mentee") if mentor else ("mentee", "mentor")
        facts["voice"] = mine
        for field, name in ((mine, people.get("sender_name")), (theirs, people.get("other"))):
            if name:
                facts[f"{field}_name"] = name
    if _BOTH.search(message):
        facts["voice"] = "both"
    for clause in _CLAUSES.split(message):
        said = _LEAD.sub("", tidy(clause))
        if (
            len(said.split()) < _FEWEST_WORDS
            or _ASKING.match(said)
            or (_REQUEST.search(said) and len(said.split()) < 14)
        ):
            continue
        if point := _point(said, facts):
            facts[point] = correct_case(_SHORTENED[point].sub("", said) if point in _SHORTENED else said)
    other = facts.get("mentor_name") if mentee else facts.get("mentee_name")
    return {name: _named(said, other) if name in _FIELDS else said for name, said in facts.items()}


_FIELDS = frozenset(field for field, _ in _POINTS)
_SHE = re.compile(r"^(?:she|he|they)\b(?!['’])", re.IGNORECASE)


def _named(said: str, other: str | None) -> str:
    """The words with the other's name for "she" or "he" at their start: on paper there is nobody to point at."""
    return _SHE.sub(other, said) if other else said


def _point(clause: str, facts: Facts) -> str:
    """The first point that a clause answers and that no earlier one has answered."""
    for field, lists in _POINTS:
        if field not in facts and any(phrases("agreement", name).search(clause) for name in lists):
            return field
    return ""
