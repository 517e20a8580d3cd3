"""Facts for an introduction in a message as people type it."""

import re

from assistant.language.others import others_in
from assistant.language.roles import NAME
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts

_ROLE = r"(?:mentee|apprentice|student|trainee|former student|intern|junior)"
_MENTEE = (
    re.compile(rf"\b[Mm]y (?:\w+ )?{_ROLE},? (?P<name>{NAME})"),
    re.compile(rf"\b(?P<name>{NAME}),? (?:(?:who|whom) [Ii](?: \w+)? mentor\b|(?:is )?my (?:\w+ )?{_ROLE}\b)"),
    re.compile(rf"\b[Ii](?:['’]m| am|m)? mentor(?:ing)? (?:an? [^.,;!?\n]{{3,40}} (?:called|named) )?(?P<name>{NAME})"),
    re.compile(rf"(?:^|[.!?;\n] ?)(?:[Aa]bout|[Mm]entee|[Ww]ho)(?: is)?: ?(?P<name>{NAME})"),
)
_AFTER_MENTEE = re.compile(
    rf"\b(?:introduce|connect|link(?: up)?|recommend|put) (?:my (?:\w+ )?{_ROLE} )?(?P<name>{NAME})"
    r"(?= (?:to|with|in touch|and)\b)"
)
_INTRODUCED = re.compile(
    rf"\b[Ii]ntro(?:duc(?:ing|e|tion (?:of|for))| (?:of|for)) (?P<name>(?!(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b){NAME})"
    rf"(?=[.,;!?\n]|$| \(| (?:to|please|pls|who|from|so|for|as)\b(?! my\b))"
)
_CONTACT = re.compile(
    rf"\b(?:to|with|ask(?:ing)?|write to|know|friend|colleague|contact|former boss|old boss"
    rf"|and) (?:my (?:\w+ )?(?:friend|colleague|contact|boss|teacher) )?"
    rf"(?P<title>Dr|Prof|Professor|Mr|Mrs|Ms)?\.? ?(?P<name>{NAME})"
)
_LABELLED_CONTACT = re.compile(
    rf"(?:^|[.!?;\n] ?)(?:[Tt]o|[Cc]ontact|[Rr]ecipient|[Ff]or): ?(?:(?P<title>Dr|Prof|Professor|Mr|Mrs|Ms)\.? )?"
    rf"(?P<name>{NAME})"
)
_WISHED = re.compile(r"^(?:Introduc\w+|Intro|Connect\w*|Link\w*)\b ?(?:(?:Dr|Prof|Professor|Mr|Mrs|Ms)\b\.? ?)?")
"""A verb that begins a message and looks like a part of the name behind it."""
_ABOUT = (
    re.compile(
        r"\b(?P<keep>(?:she|he|they)(?:['’]s|['’]re| is| are| has| have| works?| runs?| leads?| wants| just| now"
        r"| started| finished| built| takes?) \w+)",
        re.IGNORECASE,
    ),
)
_MENTEE_IS = re.compile(
    rf"\bmy (?:\w+ )?{_ROLE}(?:,? (?-i:{NAME}),?)? (?:is|['’]s) (?:now |currently |just )?"
    r"(?P<keep>(?:an? |our |in (?:his|her|their) |about to |(?!nothing|willing|looking|hoping|asking|going|having|being"
    r"|wondering|dying|struggling|losing|getting)\w+ing )\w)",
    re.IGNORECASE,
)
"""What the mentee is or is doing, without the verb, to stand after a name and a colon."""
_AND_MORE = re.compile(r" and (?:has|is|does|wants|needs|would)\b.*$", re.IGNORECASE)
_MINUTES = (
    r"(?:(?:an?|one) (?:quick |short |single |brief )?)?(?:\d{1,2}|five|ten|fifteen|twenty|thirty|half an|one)"
    r"[ -]?(?:min(?:ute)?s?|hours?)\b"
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
    re.compile(
        rf"\b(?i:spare|give|grant|lend|offer|have) (?:(?i:her|him|them|us|my (?:\w+ )?{_ROLE})|{NAME}) "
        rf"(?P<keep>(?i:{_MINUTES}))"
    ),
    re.compile(r"(?:^|[.!?;\n] ?)(?:the )?(?:(?:one|small) )?(?:ask|request)(?: is)?: ?(?P<keep>\w)", re.IGNORECASE),
)
_ASK_IS_ALL = re.compile(
    rf"\b(?P<keep>{_MINUTES}(?:(?! and\b)[^.,;:!?\n]){{0,50}}?) (?:is|are|would be|will be) "
    r"(?:all|enough|plenty|the (?:whole )?(?:ask|request))\b",
    re.IGNORECASE,
)
_WHY = (
    re.compile(r"\b(?:because|since|as) (?P<keep>(?:she|he|they|both|the two)\b)", re.IGNORECASE),
    re.compile(
        r"(?:(?:^|[.!?;\n] ?)(?:the |my )?(?:reason|why(?: (?:her|him|them|this contact))?)(?: is)?[:?]"
        r"|\b(?:the|my) reason is(?: that)?) ?(?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_SAME = re.compile(
    r"\b(?:about|of|with|on|in|into) (?P<keep>[^.,;:!?\n]{3,40}, which is (?:exactly |just |precisely )?what "
    r"(?:she|he|they|(?!(?-i:[a-z]))\w+) (?:did|does|do|has done|works? on|worked on|teaches|studied|went through)\b"
    r"[^.;!?\n]{0,80})",
    re.IGNORECASE,
)
"""What the mentee lacks and the contact has done."""
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
    mentee = next((match for pattern in _MENTEE if (match := pattern.search(message))), None)
    mentee = mentee or _AFTER_MENTEE.search(message) or _INTRODUCED.search(message)
    if mentee and mentee["name"] != sender:
        facts["mentee_name"] = mentee["name"]
    _contact(message, facts)
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    if asked := _ASK_IS_ALL.search(message):
        facts["ask"] = correct_case(tidy(asked["keep"]))
    if same := _SAME.search(message):
        facts["why"] = correct_case(tidy(same["keep"]))
    if about := _described(message, facts.get("mentee_name", "")):
        facts["about"] = correct_case(about)
    for field, patterns in (("ask", _ASK), ("why", _WHY), ("about", _ABOUT)):
        found = "" if field in facts else first_clause(message, patterns, 130)
        if found and found not in facts.values():
            facts[field] = correct_case(found)
    if _BOTH.search(message):
        facts["agreed"] = "both"
    return facts


def _described(message: str, mentee: str) -> str:
    """What stands next to the mentee: after a label or in brackets, in apposition, or as "my mentee is …"."""
    if mentee:
        name = re.escape(mentee)
        beside = re.search(
            rf"(?:about|mentee|who)(?: is)?: ?{name},? (?P<label>[^.!?\n]{{5,120}})"
            rf"|\b{name} \((?P<bracket>[^()]{{5,100}})\)"
            rf"|\b{name},(?: (?:(?:who|whom) i(?: \w+)? mentor|my (?:\w+ )?{_ROLE}),)? "
            r"(?P<noun>(?:an?|one of (?:my|our)) (?!bit\b|lot\b|few\b|friend\b)[^.,;!?\n]{5,100})",
            message,
            re.IGNORECASE,
        )
        if beside:
            return tidy(next(part for part in beside.groups() if part))
    match = _MENTEE_IS.search(message)
    return _AND_MORE.sub("", clause_after(message, match.start("keep"), 130)) if match else ""


def _contact(message: str, facts: Facts) -> None:
    taken = {str(facts.get("mentee_name", "")), str(facts.get("sender_name", ""))}
    for match in (*_LABELLED_CONTACT.finditer(message), *_CONTACT.finditer(message)):
        if tidy(match["name"]) not in taken and not any(match["name"] in name for name in taken if name):
            facts["contact_name"] = tidy(match["name"])
            if match["title"]:
                facts["contact_title"] = match["title"]
            return
    for other in others_in(message, sender=str(facts.get("sender_name", ""))):
        name = _WISHED.sub("", other.name)
        if name and name not in taken:
            facts["contact_name"] = name
            if other.title:
                facts["contact_title"] = other.title
            return
