"""Who writes: the name that people give as their own."""

import re

from assistant.language.roles import NAME

_SENDER = re.compile(
    rf"\b(?:[Mm]y (?:first |full )?name(?:['’]s| is)"
    rf"|(?<![Hh]is )(?<![Hh]er )(?<!heir )(?<!['’]s )(?:[Tt]he )?[Nn]ames?(?:['’]s| is)?|[Ii](?:['’]m| am|m| "
    rf"m)(?: called)?"
    rf"|[Tt]his is|[Ii]['’]m called|[Ff]rom:? me,?|[Ss]igned:?|[Ss]ign (?:it )?as) (?P<name>{NAME})"
    r"(?=[,.;!]|\s+(?:and|from|at|a|an|by|i|in|who|here|I|the|but|im|with)\b|\s*$)"
    rf"|(?:^|[.!?\n,] ?)(?P<here>{NAME}) here\b"
)

_SENDER_AFTER_ROLE = re.compile(
    rf"\b[Ii](?:['’]m| am|m| m) (?:an? |the )[\w' ’-]{{3,40}}, (?P<name>{NAME})(?=, (?:at|from|in|with)\b|[.;])"
)

_TITLED_SENDER = re.compile(
    rf"\b[Ii](?:['’]m| am|m) (?:Dr|Prof(?:essor)?|Mr|Mrs|Ms|Mx)\.? (?P<name>{NAME})(?=[,.;!]|\s*$)"
)

_LOW_SENDER = re.compile(
    r"\bmy (?:first |full )?name(?:['’]?s| is) (?P<name>[a-zà-ÿ'’-]{2,}(?: (?!and\b|i\b|im\b|from\b|at\b|a\b|an\b|in\b"
    r"|who\b|but\b|the\b|with\b|on\b|so\b|by\b)[a-zà-ÿ'’-]{2,})?)",
    re.IGNORECASE,
)

_NOT_A_NAME = re.compile(
    r"(?:A|An|The|I|Not|Writing|Trying|Looking|Hoping|Currently|Also|In|At|From|Just|So|German|French|Dutch"
    r"|Irish|Polish"
    r"|Italian|Spanish|Turkish|Indian|Chinese|British|American|Canadian|Nigerian|Danish|Swedish|Dr|Not)\b",
    re.IGNORECASE,
)

_CLOSER = (
    r"(?:(?:[Kk]ind |[Bb]est |[Ww]arm )?(?:[Rr]egards|[Ww]ishes)|[Bb]est|(?:[Ww]ith |[Mm]any )?[Tt]hanks|[Tt]hx"
    r"|[Cc]heers|[Ss]incerely|[Yy]ours(?: \w+)?|[Ll]ove|[Xx]o(?:xo)?)"
)
_SIGNATURE = re.compile(
    rf"(?:^|\n)\W*{_CLOSER},?\s*\n?\s*(?P<name>{NAME})\s*$"
    rf"|(?:^|[.!?\n] ?){_CLOSER},? (?P<said>{NAME})\s*[.!]?\s*$"
    rf"|(?:[.!?\n]|\s)\s*[–—-]+ ?(?P<dashed>{NAME})\s*[.!]?\s*$"
    rf"|(?:^|[.!?;,\n] ?)[Ss]ign(?:ed)?(?: (?:it|by|from|as|it from|it as))?[:,]? (?P<signed>{NAME})(?=[.,;!?)]|\s*$)"
    rf"|[.!?\n;,] ?[Ff]rom:? (?P<sent>{NAME})\s*[.!]?\s*$"
)
"""How a message ends: a closer, a dash, "signed" or "from" before the last name."""


def own_name(message: str) -> str:
    """The writer's name as given, or ""."""
    for pattern in (_SENDER, _TITLED_SENDER, _SENDER_AFTER_ROLE, _LOW_SENDER, _SIGNATURE):
        for match in pattern.finditer(message):
            name = next(group for group in match.groups() if group)
            if not _NOT_A_NAME.match(name):
                return name
    return ""


def pronoun_in(message: str) -> str:
    """ "she" or "he" when only one of them is used, else ""."""
    counts = {
        name: len(re.findall(rf"\b(?:{words})\b", message, re.IGNORECASE))
        for name, words in (("she", "she|her|hers"), ("he", "he|him|his"))
    }
    if counts["she"] and counts["he"]:
        return ""
    return next((name for name, count in counts.items() if count), "")
