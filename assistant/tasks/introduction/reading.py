"""Facts for an introduction in a message as people type it."""

import re

from assistant.language.people import people_in
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.model import Facts

_NAME = r"[A-ZÀ-Þ][\w'’À-ÿ-]+(?: [A-ZÀ-Þ][\w'’À-ÿ-]+)*"
_MENTEE = re.compile(
    rf"\b[Mm]y (?:\w+ )?(?:mentee|apprentice|student|trainee|former student|intern|junior),? (?P<name>{_NAME})"
)
_AFTER_MENTEE = re.compile(
    r"\b(?:introduce|connect|link(?: up)?|recommend|put) (?:my (?:\w+ )?(?:mentee|apprentice|student"
    r"|trainee) )?(?P<name>[A-ZÀ-Þ][\w'’À-ÿ-]+(?: [A-ZÀ-Þ][\w'’À-ÿ-]+)*)"
    r"(?= (?:to|with|in touch|and)\b)"
)
_CONTACT = re.compile(
    rf"\b(?:to|with|ask(?:ing)?|write to|know|friend|colleague|contact|former boss|old boss"
    rf"|and) (?:my (?:\w+ )?(?:friend|colleague|contact|boss|teacher) )?"
    rf"(?P<title>Dr|Prof|Professor|Mr|Mrs|Ms)?\.? ?(?P<name>{_NAME})"
)
_ABOUT = (
    re.compile(
        r"\b(?P<keep>(?:she|he|they)(?:['’]s|['’]re| is| are| has| have| works?| runs?| leads?| wants| just| now"
        r"| started| finished| built| takes?) \w+)",
        re.IGNORECASE,
    ),
)
_ASK = (
    re.compile(
        r"\b(?:would like|wants|needs|hopes|['’]d like|looking for|asks? for|for) (?:to (?:have|get"
        r"|ask for) )?(?P<keep>(?:\d+|ten|fifteen|twenty|thirty|half an|an|a short|one"
        r"|a quick|a) (?:\w+ ){0,2}?(?:min\w*|hour|call|coffee|talk|question|chat|visit|word)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:would like|wants|['’]d like) to (?P<keep>(?:ask|know|hear|learn|see|visit"
        r"|talk about) \w)",
        re.IGNORECASE,
    ),
)
_WHY = (re.compile(r"\b(?:because|since|as) (?P<keep>(?:she|he|they|both|the two)\b)", re.IGNORECASE),)
_BOTH = re.compile(
    r"\b(?:both (?:have )?(?:agreed|said yes|are (?:happy|fine|ok))|they (?:both )?said yes|everybody has agreed)\b",
    re.IGNORECASE,
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    sender = own_name(message)
    if sender:
        facts["sender_name"] = sender if sender[:1].isupper() else sender.title()
    mentee = _MENTEE.search(message) or _AFTER_MENTEE.search(message)
    if mentee and mentee["name"] != sender:
        facts["mentee_name"] = mentee["name"]
    _contact(message, facts)
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    for field, patterns in (("ask", _ASK), ("why", _WHY), ("about", _ABOUT)):
        found = first_clause(message, patterns, 130)
        if found and found not in facts.values():
            facts[field] = correct_case(found)
    if _BOTH.search(message):
        facts["agreed"] = "both"
    return facts


def _contact(message: str, facts: Facts) -> None:
    taken = {str(facts.get("mentee_name", "")), str(facts.get("sender_name", ""))}
    for match in _CONTACT.finditer(message):
        if tidy(match["name"]) not in taken and not any(match["name"] in name for name in taken if name):
            facts["contact_name"] = tidy(match["name"])
            if match["title"]:
                facts["contact_title"] = match["title"]
            return
    others = [p for p in people_in(message) if p.name not in taken and p.score > -2]
    if others:
        facts["contact_name"] = others[0].name
