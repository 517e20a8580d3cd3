"""Facts for a thank-you in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.past_days import PAST
from assistant.language.spans import clause_after, correct_case, sentence_of, tidy
from assistant.language.verbs import MENTAL, is_past
from assistant.model import Facts
from assistant.tasks.outreach.reading import read as read_first_message

_ADVISED = (
    r"(?:said|told (?:me|us)|suggested|advised|recomm?ended|asked me(?= (?:what|how|why|who|whether|if|to)\b)"
    r"|warned me|reminded me|insisted)"
)
_GAVE = (
    r"(?:said|told me|suggested|advised|asked me|asked(?= (?:what|how|why|who|whether|if))|showed me|explained"
    r"|recommended|pointed (?:out|me)|gave me|introduced me|mentioned|lent me|sent me|reminded me|taught me|helped me"
    r"|walked me|shared|offered|put me in touch|let me|went through|corrected|drew|described|warned me|made me|got me"
    r"|had me|insisted|encouraged me|passed on|read (?:my|through)|wrote me|sat (?:down )?with me|talked me)"
)
_SUBJECT = r"\b(?:she|he|they|who|{name}) (?:also |then |even |really |actually |first |just |kindly |very |\w+ly )?"
_SUBJECTLESS = re.compile(rf"[.!?;]\s+(?:also |then )?(?P<keep>{_ADVISED} (?!it\b|yes\b|no\b)\w)", re.IGNORECASE)
"""Advice told without saying again who gave it: "… on Saturday. Recommended me to begin small"."""
_GIFT = (
    r"(?:question|advice|tip|suggestion|idea|point|story|trick|hint|example|notes|introduction|checklist|list|template"
    r"|warning|remark)"
)
_TIP = re.compile(
    rf"\b(?:her|his|their) (?P<keep>(?:[a-z]+ ){{0,2}}{_GIFT} (?:to|about|on|of|for|that|with|whether|how)\b)",
    re.IGNORECASE,
)
_TIP_WAS = re.compile(
    rf"\b(?:her|his|their) (?:[a-z]+ ){{0,2}}?{_GIFT}(?: (?:was|is)(?: simple)?:? (?=(?:to|that|never|always|don['’]?t"
    r"|not to|how|when|i should)\b)|(?: (?:was|is))?: )[\"“'‘]?(?P<keep>\w)",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?P<keep>(?:i|we|ive|weve|ill|im)(?:['’](?:ve|ll|m))?(?: have| will| am| shall)?(?P<to> going to"
    r"| planning to| gonna)?"
    r"(?: (?:already|since|now|then|also|just|even|finally|actually|\w+ly))* (?P<verb>[a-z-]+)\b)",
    re.IGNORECASE,
)
_OUTCOME = (
    r"got (?:the (?:job|place|offer|part|role|grant|contract|post|loan|apprenticeship|licen[cs]e)|hired|promoted"
    r"|accepted"
    r"|in\b(?! touch| contact)|through\b|an? (?:offer|place|distinction))"
)
_DONE_ALONE = re.compile(
    rf"(?:^|[.!?\n]\s*)(?:(?:and|so|then|have|already|now|since|just|finally) )*(?P<keep>(?:{_OUTCOME}"
    rf"|passed (?:the|my)"
    r"|used (?:it|that|them|her|his|the)|tried (?:it|that|her|his|the)|applied (?:it|that|for|to)|won (?:the|my|a)"
    r"|started (?:the|my|a|doing|using)|did (?:it|that)|rewrote|signed (?:the|my|up)|practi[sc]ed)\b"
    r"(?! (?:me|us)\b))",
    re.IGNORECASE,
)
"""What the writer did, told without "I"."""
_I_GOT = re.compile(rf"\b(?P<keep>i(?:['’]ve| have|ve)? (?:just |now |finally )?{_OUTCOME})", re.IGNORECASE)
_NO_DEED = MENTAL | frozenset(
    "had met spoke talked heard saw listened visited was were am went came sat got wrote sent emailed thanked forgot"
    " promised asked bumped attended joined didn never would should want need have like think feel can could must may"
    " do not know really very so left said told mentioned said shadowed worked".split()
)
_OCCASION = (
    re.compile(
        r"\b(?:thank(?:s|ed|ing)?|grateful|thankful|gratitude)(?: (?:you|to|my|her|him|them|[A-Z]\w+|mentor|so|much"
        r"|very"
        r"|properly|dr|prof|professor|mr|ms|mrs)\.?){0,5} for (?P<keep>(?:the|our|her|his|their|a|an|that|yesterday"
        r"|last"
        r"|this|today|meeting|taking|giving|seeing|spending|letting|showing|helping|talking|having)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:had|met for|meet for|did|took|was at|went to|joined|after|from|during) (?P<keep>(?:a|an|my|our|the"
        r"|her|his"
        r"|their) (?:[\w-]+ ){0,3}(?:call|coffee|chat|talk|meeting|session|visit|lunch|tour|interview|walk"
        r"|conversation"
        r"|workshop|afternoon|day|hour|shift)\b)",
        re.IGNORECASE,
    ),
)
_GATHERING = (
    r"(?:night|breakfast|dinner|lunch|party|fair|conference|meet-?up|event|panel|open day|seminar|reception|retreat"
    r"|festival|congress|gala|hackathon|summit|forum|workshop|training)"
)
_AT_GATHERING = re.compile(
    rf"\bat (?P<keep>(?:the|our|her|his|their|last \w+['’]s|yesterday['’]s) (?:[\w'’&-]+ ){{0,5}}?{_GATHERING})\b"
    r"(?! (?:cent(?:re|er)|room|hall|table|desk|shift|venue|school|bus|course|organi[sz]er|manager))",
    re.IGNORECASE,
)
_GAVE_TIME = re.compile(
    r"\bgave (?:me|us) (?P<keep>(?:an?|the|half an|two|three) (?:[a-z-]+ )?(?:tour|call|talk|hours?|lift|lesson"
    r"|afternoon"
    r"|day|interview|session|walk|demonstration)\b)",
    re.IGNORECASE,
)
_MONTH_ONLY = re.compile(r"in [a-z]+$", re.IGNORECASE)
_WITH = re.compile(
    r"\s+with (?:(?:dr|prof|professor|mr|mrs|ms)\.? )?(?:{name}(?: (?-i:[A-Z])\w+)?|her|him|them|my mentor|the \w+)\b"
    r"|,? and (?:she|he|they|i)\b.*$",
    re.IGNORECASE,
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "recipient_name", "recipient_title")
    name = re.escape(str(facts.get("recipient_name", "she")).split()[0])
    channel = read_first_message(message).get("channel")
    told = {
        "said": _said(message, name),
        "done": _done(message),
        "occasion": _occasion(message, name),
        "channel": channel if channel in ("email", "linkedin_message", "chat") else "",
    }
    return facts | {field: value for field, value in told.items() if value}


def _said(message: str, name: str) -> str:
    """Words of advice before gifts; a tour or an hour that was given is the occasion."""
    given, advised = (
        re.compile(_SUBJECT.replace("{name}", name) + rf"(?P<keep>{verbs}\b)", re.IGNORECASE)
        for verbs in (_GAVE, _ADVISED)
    )
    for pattern in (_TIP_WAS, advised, _SUBJECTLESS, given, _TIP):
        for match in pattern.finditer(message):
            if pattern is given and _GAVE_TIME.match(message, match.start("keep")):
                continue
            return correct_case(_cut(_with_contrast(message, match.start("keep"))))
    return ""


def _with_contrast(message: str, start: int) -> str:
    """A clause with the ", not …" that belongs to it."""
    clause = clause_after(message, start, 150)
    contrast = re.match(r", not [^.!?;,\n]{3,60}", message[start + len(clause) :])
    return clause + contrast[0] if contrast else clause


def _cut(clause: str) -> str:
    """Without what the writer did with it."""
    return tidy(re.sub(r",? (?:and|so|then) (?:i|we|ive|now i|today i)\b.*$", "", clause, flags=re.IGNORECASE))


def _done(message: str) -> str:
    for match in _DONE.finditer(message):
        verb = match["verb"].lower()
        start = match["keep"].lower()
        planned = bool(match["to"]) or re.match(r"(?:i|we)(?:['’]ll| will| shall)|ill\b", start) is not None
        has = re.match(r"(?:i|we)(?:['’]ve| have)|ive\b|weve\b", start) is not None
        if (
            (verb in _NO_DEED and not has)
            or verb in MENTAL
            or re.search(r"\b(?:when|where|how|what|that|if|because|like) $", message[: match.start()])
        ):
            continue
        if planned or is_past(verb) or (has and verb.endswith(("en", "ed", "ne", "ut", "un", "wn"))):
            found = clause_after(message, match.start("keep"), 150)
            whole = sentence_of(message, match.start("keep"))
            found = found if len(found.split()) > 2 else tidy(whole[whole.find(match["keep"]) :])
            return correct_case(re.sub(r"^i(?:['’]?m| am)? gonna\b", "I'm going to", found, flags=re.IGNORECASE))
    outcome = _DONE_ALONE.search(message) or _I_GOT.search(message)
    return correct_case(clause_after(message, outcome.start("keep"), 150)) if outcome else ""


def _occasion(message: str, name: str) -> str:
    for pattern in _OCCASION:
        for match in pattern.finditer(message):
            found = clause_after(message, match.start("keep"), 90)
            found = tidy(re.sub(_WITH.pattern.replace("{name}", name), "", found, flags=re.IGNORECASE))
            if len(found.split()) > 1:
                day = PAST.search(message[match.end() : match.end() + 60])
                return correct_case(found if PAST.search(found) or not day else f"{found} {tidy(day['day'])}")
    if match := _GAVE_TIME.search(message):
        return clause_after(message, match.start("keep"), 60)
    if match := _AT_GATHERING.search(message):
        return tidy(match["keep"])
    told = next((day for day in PAST.finditer(message) if _is_past(message, day)), None)
    return tidy(told["day"]) if told else ""


def _is_past(message: str, day: re.Match[str]) -> bool:
    """Whether a day is one gone by: no month alone, and nothing that is still to come."""
    ahead = re.search(
        r"\b(?:starts?|starting|begins?|until|till|by|from|next"
        r"|due)\s+(?:on )?$",
        message[: day.start()],
        re.IGNORECASE,
    )
    return not _MONTH_ONLY.match(day["day"]) and not ahead
