"""Facts for a difficult conversation in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.verbs import is_act
from assistant.model import Facts

_PURPOSE = (
    re.compile(
        r"\b(?:i (?:want|would like|need|hope)|i['’]d like|my (?:aim|goal|purpose) is)(?: us)? (?P<keep>to (?!talk"
        r"|speak|tell|say|have|raise"
        r"|prepare|bring|confront|address|know how|discuss)\w)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<keep>so that (?:we|i|she|he|they)\b)", re.IGNORECASE),
)
_STORY = (
    re.compile(
        r"\b(?P<keep>(?:i (?:think|believe|feel like|fear|suspect|guess|am sure|feel)(?: that)? (?:she|he|they"
        r"|i(?:['’]m| am))\b|(?:she|he|they) (?:just|clearly"
        r"|obviously|probably) |it seems (?:that )?(?:she|he|they)\b))",
        re.IGNORECASE,
    ),
)
_OWN = (
    re.compile(
        r"\b(?P<keep>i (?:should have|could have|never (?:said|told|asked|complained)|didn['’]?t (?:say|tell|ask"
        r"|speak)|always said|said (?:it was|that it was)"
        r"|kept quiet|let it|was also|also|let (?:her|him|them))\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:my (?:own )?part(?: in it)?(?: is)?:?(?: that)?) (?P<keep>\w)", re.IGNORECASE),
)
_FEELING = re.compile(
    r"\bi(?:['’]m| am| was| feel| felt|m) (?:\w+ly |so |really |very |still |quite )*(?P<keep>(?:angry|hurt"
    r"|disappointed|sad|afraid|scared|worried|annoyed"
    r"|frustrated|ashamed|upset|furious|tired|helpless|lonely|embarrassed|anxious|nervous|confused|let down))\b",
    re.IGNORECASE,
)
_ASK = (
    re.compile(
        r"\b(?:ask(?:ing)? (?:her|him|them) (?:to|for)|i(?:['’]d| would) (?:like|want) (?:her|him"
        r"|them) to) (?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_ACT = re.compile(
    r"\b(?P<who>she|he|they|who|my (?:\w+ )?(?:mentor|mentee|boss|colleague|supervisor|apprentice|manager)"
    r"|[A-Z]\w+)(?: (?:also|just|then|again|twice|already"
    r"|always|keeps?|has|have|had|\w+ly))* (?P<verb>[a-z]+)\b"
)
MOST_FACTS = 4


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "other_name")
    facts.pop("sender_name", None)
    for field, patterns in (("purpose", _PURPOSE), ("own_part", _OWN), ("ask", _ASK), ("story", _STORY)):
        if said := first_clause(message, patterns, 130):
            facts[field] = correct_case(said)
    if seen := _seen(message, set(facts.values())):
        facts["facts"] = seen
    if match := _FEELING.search(message):
        facts["feeling"] = match["keep"].lower()
    return facts


def _seen(message: str, taken: set[str]) -> list[str]:
    """What somebody did, clause by clause; what stands in another field is left out."""
    found: list[str] = []
    for match in _ACT.finditer(message):
        verb = match["verb"].lower()
        if not is_act(verb) or re.search(
            r"\b(?:that|if|when|because|what|how)\s*$", message[: match.start()], re.IGNORECASE
        ):
            continue
        whole = tidy(sentence_of(message, match.start()))
        clause = whole if len(whole) <= 140 else clause_after(message, match.start(), 140)
        if not any(clause in one or one in clause for one in (*found, *taken)):
            found.append(correct_case(clause))
    return found[:MOST_FACTS]
