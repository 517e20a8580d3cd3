"""Facts for the search of a mentor in a message as people type it."""

import re

from assistant.language.others import others_in
from assistant.language.senders import own_name
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.model import Facts

_LEARN = (
    re.compile(
        r"\b(?:mentor|somebody|someone|person|people|anybody|anyone|guide)s? (?:who (?:can|could|would)"
        r"|to) (?:help me|teach me|show me|tell me|advise me)"
        r"(?: with| to| on| about)? (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i(?:['’]d| would)? (?:want|like|love|need|hope)|my plan is|i(?:['’]m| am) (?:trying|planning"
        r"|hoping)) to (?P<keep>(?!find\b|ask\b|know who|have a mentor"
        r"|get a mentor|look)\w)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:learn|know) (?P<keep>how to \w)", re.IGNORECASE),
    re.compile(r"\bmentor (?:for|in) (?P<keep>\w)", re.IGNORECASE),
)
_WHERE = re.compile(
    r"\b(?:i(?:['’]m| am)? (?:work(?:ing)?|study(?:ing)?|train(?:ing)?|employed)(?: as [^.,;]{2,40}?)?|i(?:['’]m"
    r"| am) (?:a|an) [^.,;]{2,40}?) (?:at|in|for|with) "
    r"(?P<keep>(?:a|an|the|our|my)? ?[^.,;!?\n]{2,50}?)(?= and\b|[.,;!?\n]|$| who\b| but\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:studied|trained|went to (?:school|college)|graduated|used to work|learned my trade|did my (?:training"
    r"|degree|apprenticeship)) (?:at|in|from|for|with) "
    r"(?P<keep>[^.,;!?\n]{2,50}?)(?= and\b|[.,;!?\n]|$| but\b)",
    re.IGNORECASE,
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if learn := first_clause(message, _LEARN, 110):
        facts["learn"] = correct_case(learn)
    for field, pattern in (("where", _WHERE), ("before", _BEFORE)):
        if match := pattern.search(message):
            facts[field] = tidy(match["keep"])
    sender, places = own_name(message), " ".join(str(facts.get(name, "")) for name in ("where", "before"))
    if people := [p.name for p in others_in(message, sender) if p.name not in places]:
        facts["people"] = people[:5]
    return facts
