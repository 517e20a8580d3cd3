"""Facts for an answer to a request in a message as people type it."""

import re

from assistant.language.others import others_in
from assistant.language.people import Person
from assistant.language.senders import own_name, pronoun_in
from assistant.language.spans import correct_case, first_clause, tidy
from assistant.model import Facts
from assistant.tasks.outreach.reading import read as read_first_message
from assistant.tasks.reply_to_request.reading_ways import alternative_in, reason_in

_ASKED = r"(?:asked|asks|asking|wrote|writes|e-?mailed|messaged|texted|requested|begged|contacted|came up to)"
_WISHED = r"(?:wants|wanted|(?<=[\w,)] )(?<!really )would (?:like|love)|['’]d (?:like|love))"
_NOT_I = r"\b(?<!\bi )(?<!\bi)(?<!\bwe )(?<!\bwe)(?<!\bi only )(?<!\bi just )(?<!\bmentor )"
_OTHERS = rf"{_NOT_I}(?:{_ASKED}|{_WISHED})"
"""Somebody asked or wished for something, who is neither the writer nor a mentor of the writer's."""
_ME = r"(?: to)?(?: me| us)?"
_WHEN = r"(?: yesterday| today| last \w+| on \w+day| again)?"
_IF_I_WOULD = (
    r"(?:if|whether) (?:i|we)(?:['’]d| would| could| can| might| may|['’]ll| will| want)(?: be (?:able|willing|up) to)?"
)
_GIVEN = (
    r"(?:reference|letter|call|coffee|chat|meetings?|hours?|advice|help|feedback|opinion|tour|visit|lessons?|sessions?"
    r"|interview|introduction|recommendation|review|afternoon|minutes|quote|talk|support|guidance|mentoring|coaching"
    r"|conversation|placement|internship|work experience|signature)"
)
"""What a person of experience is asked for."""
_REQUEST = (
    re.compile(rf"{_OTHERS}\b[^.!?]{{0,60}}?(?P<keep>\b{_IF_I_WOULD} \w)", re.IGNORECASE),
    re.compile(
        rf"(?:{_NOT_I}{_ASKED}{_ME}|{_OTHERS} (?:me|us)){_WHEN},? (?:asking )?(?:me |us )?(?P<keep>to (?!me\b|us\b"
        rf"|an?\b"
        r"|the\b|my\b|one\b|two\b|three\b)[a-z]+|for (?:a|an|my|some|help|advice|feedback|\d+|one|two|weekly"
        r"|monthly|regular|half|time)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NOT_I}{_WISHED} (?P<keep>to (?!be an? |become )(?:come|visit|shadow|sit in|stop by|join|meet"
        rf"|(?:[\w'’-]+ ){{1,9}}?(?:me"
        rf"|us|my|our"
        r"|we)\b))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_OTHERS}{_ME}{_WHEN},? (?:about|for|regarding) (?P<keep>(?!whether|if|how|it\b|this|that|(?:some|any"
        rf"|every|no)thing|evening|morning)[\w'’-]+ing\b"
        rf"|(?:(?:a|an|my|some|the|one|regular|weekly|monthly) )?(?:[\w-]+ ){{0,2}}?{_GIVEN}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NOT_I}{_WISHED} (?P<keep>(?:(?:a|an|my|some|one|regular|weekly|monthly|half an|\d+) )?"
        rf"(?:[\w-]+ ){{0,2}}?{_GIVEN}\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?<!answer )(?<!decline )\brequests?\b(?: \w+){0,5}?(?: (?:came|is|was))? "
        r"(?P<keep>to (?!me\b|my\b|us\b|say\b|answer\b|the\b|an?\b|her\b|his\b|our\b|dr\b|mrs?\b|ms\b)[a-z]+ \w"
        r"|for an? \w)",
        re.IGNORECASE,
    ),
)
_AFTER_REQUEST = re.compile(
    r",? (?:and|but|can|could|should|shall|do) (?:i|she|he|they)\b.*$|,? (?:my|the) (?:\w+ )?(?:thought|answer"
    r"|instinct|reaction|reply) (?:is|was)\b.*$"
    r"| (?:arrived|reached me|landed)\b.*$",
    re.IGNORECASE,
)
_ASKING = re.compile(
    rf"^(?:['’]s (?:[\w-]+ )?(?:request|message|e-?mail|mail|letter|note|question)\b|\)?,?(?: [^.!?,;]{{0,40}},)?"
    rf"(?: who| has| have| just| also| now)* ?(?:{_ASKED}|{_WISHED})\b)|^[.?!] (?:she|he|they)"
    rf"(?: has| just)* ?(?:{_ASKED}|{_WISHED})\b",
    re.IGNORECASE,
)
_ANSWERED = re.compile(
    r"\b(?:(?:yes|no|say|answer|reply|write|back|respond) to|turn(?:ing)? down|declin(?:e|ing)|tell(?:ing)?"
    r"|(?<!by )(?:request|message|e-?mail|mail|letter|note|dm) from)(?: (?:my|our|the|a) (?:[\w-]+ ){1,3})?(?:mr"
    r"|mrs|ms)? ?$",
    re.IGNORECASE,
)
_DECLINE = re.compile(
    r"\b(?:(?:was|is|it['’]s|its) (?:still |also |a |definitely |sadly )*no(?=[.,;!?]|$| from| this| and| but)"
    r"|not a chance|no chance|no way|out of the question|impossible|(?:insurance|insurers?|rules?|policy|contract"
    r"|union|board|boss|school|college|firm|company|employer|hospital|landlord) (?:doesn['’]?t|does not|don['’]?t"
    r"|do not|won['’]?t|will not|forbids?)|haven['’]?t (?:got )?(?:the |a |any )?(?:free |spare )?(?:time|hour|room"
    r"|capacity|minute|evening)|(?:say|saying|said|tell(?:ing)? (?:her|him|them)|have to say|answer is|it['’]?s a"
    r"|a (?:clear |kind "
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
    r"|meet|say yes|be)|agree(?:d)? to|of course|delighted|with pleasure|my pleasure"
    r"|up for it|i['’]?m in|take (?:her|him|them) on|fine by me|ok(?:ay)? with me"
    r"|gladly)\b",
    re.IGNORECASE,
)
_TO_DO = (
    r"(?:read|look|meet|answer|call|ring|phone|show|introduce|review|check|talk|speak|give|offer|write|send|help"
    r"|explain"
    r"|teach|bring|lend|join|take (?:her|him|them) (?:round|through|along)|have (?:her|him|them|it)"
    r"|see (?:her|him|them)|do (?:one|half|an?)|go through)"
)
_PLAINLY = r"(?<!\bso )(?<!\bthan )(?<!\bthat )(?<!\bwhat )(?<!\bmore )(?<!\bhow )"
_OFFER = (
    re.compile(
        rf"{_PLAINLY}\b(?:i|we)(?: can| could| would|['’]d)(?: still| only| happily| gladly| maybe| at most"
        rf"| probably| just)* (?:do"
        r"|offer|give (?:her|him|them)|spare|manage|have)(?: (?:her|him|them))? (?P<keep>(?!no\b|it\b|that\b"
        r"|this\b|to\b|liked?\b|love\b|rather\b|been\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:offer|suggest|propose|give)(?:ing)?(?: (?:her|him|them))? (?P<keep>(?:a|an|one|half|two|\d+|the first"
        r"|just"
        r"|some|my)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?:{_PLAINLY}\bi(?: can| could| will|['’]ll|['’]d be (?:happy|glad) to| would be (?:happy|glad) to"
        rf"| am happy to"
        r"|['’]m (?:happy|glad) to)|(?:^|[.!?] )(?:happy|glad) to)(?: still| only| gladly| happily)* "
        rf"(?P<keep>{_TO_DO}\b(?! (?:to|with|after|of) (?:my|the) (?:boss|manager|calendar|diary)))",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<keep>\b(?:she|he|they) (?:can|could|may)(?: \w+ly)? (?:come(?! across| up)|visit|join (?:me|us)|sit in"
        r"|shadow|watch|borrow|use (?:my|our|the)|bring|ring|phone|call (?:me|us)|stop by|drop in|send (?:me|us))\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:only|just) (?P<keep>(?:one|a single|half an|an|\d+|two)\b)", re.IGNORECASE),
)
_TURNED_ROUND = re.compile(
    r"\b(?P<keep>(?:once|twice|one|two|an?|half an?)\b[^.!?,;]{2,40}?) (?:i|we) (?:could|can) (?:do|manage|offer|spare"
    r"|give)(?=[.,;!?]|$)",
    re.IGNORECASE,
)
"""An offer before its verb: "one call I can manage"."""
_TIME_ALONE = re.compile(
    r"(?:^|[.!?]\s+)(?P<keep>(?:(?:any|every|next|on|maybe) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow"
    r"|half an hour|an hour|one (?:call|hour|coffee|afternoon)|once a \w+)\b(?:(?! (?:i|he|she|they|it|we|you|is|are"
    r"|was|were|who)\b)[^.!?;]){0,60})(?=[.!?;]|$)",
    re.IGNORECASE,
)
"""A sentence of nothing but the time and place that is offered."""
_ANSWERS = {
    "accept": re.compile(r"^\W*(?:yes|accept|sure|of course|a (?:full |clear )?yes)\b", re.IGNORECASE),
    "smaller": re.compile(
        r"^\W*(?:a )?(?:smaller|partly|half|less|a bit|part|only|something smaller)\b", re.IGNORECASE
    ),
    "decline": re.compile(r"^\W*(?:a (?:kind |clear |polite )?)?(?:no|decline|refuse|not)\b", re.IGNORECASE),
}


_CAME_BY = (
    ("email", re.compile(r"\be-?mailed (?:me|us)\b", re.IGNORECASE)),
    ("chat", re.compile(r"\b(?:texted|dm['’]?d|whatsapped|pinged) (?:me|us)\b", re.IGNORECASE)),
)
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
    rest = _besides(message)
    people = others_in(message, sender)
    asker = _asker(message, people)
    alternative = alternative_in(rest, asker.name if asker else "")
    asker = asker or next((p for p in people if p.name not in alternative), people[0] if people else None)
    if signed := _SIGNED.search(message):
        facts["recipient_name"] = signed["name"]
    elif asker:
        facts |= {"recipient_name": asker.name} | ({"recipient_title": asker.title} if asker.title else {})
    if pronoun := pronoun_in(message):
        facts["pronoun"] = pronoun
    if channel := _channel(message):
        facts["channel"] = channel
    offer = _offer(rest)
    answer = _answer(rest, offer)
    if not offer and answer == "accept" and (alone := _TIME_ALONE.search(rest, _accepted(rest))):
        offer = tidy(alone["keep"])
    told = {
        "request": _request(message),
        "answer": answer,
        "offer": "" if answer == "decline" else offer,
        "reason": reason_in(rest, alternative),
        "alternative": "" if alternative == offer else alternative,
    }
    return facts | {name: value for name, value in told.items() if value}


def _asker(message: str, people: list[Person]) -> Person | None:
    """The one who asked, or else the one to whom the answer goes."""
    asking = (person for person in people if _ASKING.match(message[person.end :]))
    return next(asking, None) or next((p for p in people if _ANSWERED.search(message[: p.start])), None)


def _request(message: str) -> str:
    return correct_case(tidy(_AFTER_REQUEST.sub("", first_clause(message, _REQUEST, 110))))


def _besides(message: str) -> str:
    """The message without the request itself, whose words are the other's."""
    found = first_clause(message, _REQUEST, 110)
    at = message.find(found) if found else -1
    return message if at < 0 else f"{message[:at]} {message[at + len(found) :]}"


def _channel(message: str) -> str:
    """The channel that is named, or by which the request came."""
    named = read_first_message(message).get("channel")
    if named in ("email", "linkedin_message", "chat"):
        return named
    return next((channel for channel, form in _CAME_BY if form.search(message)), "")


def _offer(message: str) -> str:
    turned = _TURNED_ROUND.search(message)
    found = tidy(turned["keep"]) if turned else first_clause(message, _OFFER, 110)
    return correct_case(tidy(re.sub(r",? more than (?:that|this)\b.*$", "", found, flags=re.IGNORECASE)))


def _accepted(message: str) -> int:
    """The place where a yes has been said."""
    match = _ACCEPT.search(message)
    return match.end() if match else len(message)


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
