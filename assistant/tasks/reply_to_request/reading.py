"""Facts for an answer to a request in a message as people type it."""

import re

from assistant.language.others import others_in
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import clause_after, correct_case, first_clause, tidy
from assistant.model import Facts

_WANTS = (
    r"(?:asked|asks|asking|wants|wanted|wrote|writes|e-?mailed|messaged|would like|['’]d like|requested|begged"
    r"|contacted"
    r"|came up to)"
)
_REQUEST = (
    re.compile(
        rf"\b{_WANTS}(?: to (?:me|ask))?(?: me)?(?: yesterday| today| last \w+| on \w+day"
        rf"| again)?,? (?:asking )?(?:me )?"
        r"(?P<keep>(?:if|whether) i(?:['’]d| would| could| can| might|['’]ll| will| want)(?: be (?:able|willing"
        r"|up) to)?"
        r" \w|to (?:mentor|be|meet|read|look|review|help|talk|speak|teach|take|give|show|coach|join|shadow|visit|write"
        r"|have|do|act|sit|check|supervise|recommend|introduce|come|pick)\b|for (?:a|an|my|some|help|advice|feedback"
        r"|\d+"
        r"|one|two|weekly|monthly|regular|half|time)\b)",
        re.IGNORECASE,
    ),
)
_IF_I = re.compile(
    r"^(?:if|whether) i(?:['’]d| would| could| can| might|['’]ll| will| want)(?: be (?:able|willing|up) to)? ",
    re.IGNORECASE,
)
_DECLINE = re.compile(
    r"\b(?:(?:say|saying|said|tell(?:ing)? (?:her|him|them)|have to say|answer is|it['’]?s a|a (?:clear |kind "
    r"|polite )?)"
    r"(?: a)? ?no\b|no to\b|declin\w+|turn(?:ing)? (?:\w+ ){0,2}down|refus\w+|(?:can['’]?t|cannot|can not"
    r"|don['’]?t want to"
    r"|won['’]?t|unable to|not able to|not going to|couldn['’]?t)(?: (?:possibly|really|just|take|do|say yes|manage"
    r"|fit|say"
    r"|commit|help|mentor|accept|add|offer|give|be)\b)?|(?:no|not enough|don['’]?t have (?:the |any )?)(?: ?(?:time"
    r"|room"
    r"|capacity|space|evenings?))|not the right (?:person|one)|let (?:her|him|them) down|without (?:hurting|crushing"
    r"|discouraging)|(?:too (?:much|many|full|busy)|fully booked|swamped|overloaded|at my limit))\b",
    re.IGNORECASE,
)
_SMALLER = re.compile(
    r"\b(?:(?:but|instead|at most|though)\b[^.!?;]{0,30}?\b(?:can|could|would|do|offer|give|manage|spare|read|look"
    r"|meet"
    r"|one|half|once|a single|an? (?:call|coffee|hour))\b|not (?:a )?(?:the )?(?:whole|full|all|every|weekly|monthly)"
    r"|just (?:one|a|once|the)|only (?:one|a|once|the|have|do|two|\d+)|(?:can|could) only|smaller|less than|part of it"
    r"|one[- ]off|rather than|instead of)\b",
    re.IGNORECASE,
)
_ACCEPT = re.compile(
    r"\b(?:(?:say|saying|said|answer is|it['’]?s a) (?:a )?yes|happy to|glad to|love to|like to (?:do it|say yes|help"
    r"|accept|take (?:her|him|them|it))|accept(?:ing)?|i (?:want to|will|['’]ll) (?:do it|help (?:her|him|them)"
    r"|mentor|take"
    r"|meet|say yes|be)|agree(?:d)? to|up for it|i['’]?m in|take (?:her|him|them) on|fine by me|ok(?:ay)? with me"
    r"|gladly)\b",
    re.IGNORECASE,
)
_OFFER = (
    re.compile(
        r"\b(?:i|we) (?:can|could|would|['’]d)(?: still| only| happily| gladly| maybe| at most| probably| just)* (?:do"
        r"|offer|give (?:her|him|them)|spare|manage|have)(?: (?:her|him|them))? (?P<keep>(?!no\b|it\b|that\b"
        r"|this\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:offer|suggest|propose|give)(?:ing)?(?: (?:her|him|them))? (?P<keep>(?:a|an|one|half|two|\d+|the first"
        r"|just"
        r"|some|my)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi (?:can|could|will|['’]ll|['’]d be (?:happy|glad) to|would be (?:happy|glad) to|am happy to)(?: still"
        r"| only"
        r"| gladly| happily)* (?P<keep>(?:read|look|meet|answer|call|show|introduce|review|check|talk|speak|see)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:only|just) (?P<keep>(?:one|a single|half an|an|\d+|two)\b)", re.IGNORECASE),
)
_REASON = (
    re.compile(
        r"\b(?:because|since|as|the reason is(?: that)?|reason:) (?P<keep>(?:i|my|we|our|this|there)\b)", re.IGNORECASE
    ),
    re.compile(
        r"(?:^|[.!?;,] (?:but |and )?|\bbut )(?P<keep>i(?:['’]ve| have|ve)? (?:already )?(?:got |have |mentor "
        r"|look after "
        r"|supervise |run |have got )?(?:already )?(?:two|three|four|five|six|\d+|no|too many|too much|a new|a baby"
        r"|exam\w*"
        r"|so many|enough)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<keep>\bi(?:['’]m| am|m) (?:away|on (?:leave|sabbatical|call|nights|parental|maternity|paternity)|moving"
        r"|retiring|full|fully booked|overloaded|swamped|too busy|off|in the middle of|up to|at my limit|not (?:a|an"
        r"|the"
        r"|allowed)|her (?:boss|manager|examiner|line)|his (?:boss|manager|examiner|line))\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<keep>\bi (?:know (?:little|nothing|too little)|don['’]?t (?:know (?:how|much|enough|anything|the field"
        r"|that field)|have (?:the )?time)|have no)\b)",
        re.IGNORECASE,
    ),
)
_ALTERNATIVE = (
    re.compile(
        r"\b(?:suggest|recommend|point (?:her|him|them) (?:to|towards)|send (?:her|him|them) to|refer (?:her|him"
        r"|them) to"
        r"|put (?:her|him|them) in touch with|introduce (?:her|him|them) to|pass (?:her|him|them) on to)(?: that)? "
        r"(?P<keep>(?!a call|an hour|half|one|two|a coffee|a short)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?;] |, (?:but |and |maybe )?|\b(?:but|and|maybe|perhaps) )(?P<keep>(?:my colleague|my friend"
        r"|a colleague|the"
        r"|our|[A-Z]\w+(?: [A-Z]\w+)?)(?: [\w'’-]+){0,5}? (?:runs?|has|have|offers?|could help|might help|would be"
        r"|may be"
        r"|might be|is (?:looking|better|open|happy|good)|takes|knows|meets?|does|starts?)\b)"
    ),
)
_ANSWERS = {
    "accept": re.compile(r"^\W*(?:yes|accept|sure|of course|a (?:full |clear )?yes)\b", re.IGNORECASE),
    "smaller": re.compile(
        r"^\W*(?:a )?(?:smaller|partly|half|less|a bit|part|only|something smaller)\b", re.IGNORECASE
    ),
    "decline": re.compile(r"^\W*(?:a (?:kind |clear |polite )?)?(?:no|decline|refuse|not)\b", re.IGNORECASE),
}


_SIGNED = re.compile(
    r"(?:yours(?: \w+)?|regards|best(?: wishes)?|thanks|cheers"
    r"|sincerely),?\s+(?P<name>(?-i:[A-ZÀ-Þ])[\w'’-]+(?: (?-i:[A-ZÀ-Þ])[\w'’-]+)?)"
    r"\.?\s*[\"'’”]",
    re.IGNORECASE,
)
"""The signature at the end of a message that is quoted."""


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    sender = own_name(message)
    if sender:
        facts["sender_name"] = sender if sender[:1].isupper() else sender.title()
    alternative = _alternative(message)
    people = others_in(message, sender)
    people = [p for p in people if p.name not in alternative] or people
    if signed := _SIGNED.search(message):
        facts["recipient_name"] = signed["name"]
    elif people:
        facts["recipient_name"] = people[0].name
        if people[0].title:
            facts["recipient_title"] = people[0].title
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    if request := _request(message):
        facts["request"] = request
    rest = _besides(message)
    offer = correct_case(first_clause(rest, _OFFER, 110))
    if answer := _answer(rest, offer):
        facts["answer"] = answer
    if offer and facts.get("answer") != "decline":
        facts["offer"] = offer
    if reason := _reason(rest, alternative):
        facts["reason"] = reason
    if alternative and alternative != offer:
        facts["alternative"] = alternative
    return facts


def _request(message: str) -> str:
    found = first_clause(message, _REQUEST, 110)
    return correct_case(tidy(re.sub(r",? (?:and|but) (?:i|she|he|they)\b.*$", "", found, flags=re.IGNORECASE)))


def _besides(message: str) -> str:
    """The message without the request itself, whose words are the other's."""
    found = first_clause(message, _REQUEST, 110)
    at = message.find(found) if found else -1
    return message if at < 0 else f"{message[:at]} {message[at + len(found) :]}"


def _reason(message: str, alternative: str) -> str:
    found = first_clause(message, _REASON, 110)
    found = found.split(alternative)[0] if alternative else found
    return correct_case(tidy(re.sub(r",? (?:and|but|so) (?:maybe|perhaps|my colleague|the)\b.*$", "", found)))


def _answer(message: str, offer: str) -> str:
    """The answer that the message tells of; a short message may be the answer itself."""
    if len(message.split()) < 6:
        return next((name for name, form in _ANSWERS.items() if form.match(message)), "")
    declines, smaller, accepts = (pattern.search(message) for pattern in (_DECLINE, _SMALLER, _ACCEPT))
    if offer and (declines or (smaller and not accepts)):
        return "smaller"
    if declines:
        return "decline"
    return "accept" if accepts else "smaller" if smaller else ""


def _alternative(message: str) -> str:
    for pattern in _ALTERNATIVE:
        if match := pattern.search(message):
            return correct_case(clause_after(message, match.start("keep"), 120))
    return ""
