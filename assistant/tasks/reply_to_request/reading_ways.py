"""Why somebody says no or less, and which other way they name, in a message as people type it."""

import re

from assistant.language.roles import NAME
from assistant.language.spans import clause_after, correct_case, first_clause, tidy

_REASON = (
    re.compile(
        r"\b(?:because|since|as|cos|bc|the reason is(?: that)?|reason:) (?P<keep>(?:i|my|we|our|this|there)\b)",
        re.IGNORECASE,
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
        r"(?P<keep>\bi(?:['’]m| am|m) (?:away|out of (?:touch|practice|town|the (?:office|country|field))"
        r"|on (?:leave|sabbatical|call|nights|parental|maternity|paternity)|moving"
        r"|retiring|retired|full|fully booked|overloaded|swamped|too busy|off|in the middle of|up to|at my limit"
        r"|not (?:a|an|the|allowed)|her (?:boss|manager|examiner|line)|his (?:boss|manager|examiner|line))\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<keep>\bi (?:know (?:little|nothing|too little)|don['’]?t (?:know (?:how|much|enough|anything|the field"
        r"|that field)|have (?:the )?time)|have no|haven['’]?t (?:got )?(?:the |a |any )?(?:free |spare )?(?:time|hour"
        r"|room|capacity|minute|evening))\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:the|our|my) (?:\w+ ){0,2}(?:insurance|insurers?|rules?|policy|contract|union|board|boss|school"
        r"|college|firm|company|employer|hospital|landlord|head office) (?:doesn['’]?t|does not|don['’]?t|do not"
        r"|won['’]?t|will not|can['’]?t|cannot|forbids?|says? no)\b)",
        re.IGNORECASE,
    ),
)
_BEFORE_SO = re.compile(
    r"(?:^|[.!?]\s+)(?P<keep>(?!she\b|he\b|they\b|say\b"
    r"|tell\b)[^.!?]{8,110}?),? (?:and )?so (?:it['’]s )?(?:a )?(?:no\b"
    r"(?! wonder)|not\b|i (?:can['’]?t|cannot|have to (?:say no|decline)|must decline|won['’]?t))",
    re.IGNORECASE,
)
"""The reason before its "so": "Harvest is on, so not a chance"."""
_LEFT = re.compile(
    r"(?:^|[.!?;,] )(?P<keep>i (?:retired?|(?:have )?(?:left|sold|closed|given up) (?:the|my) (?:field|trade|job"
    r"|business|practice|firm|company|industry|profession))\b)",
    re.IGNORECASE,
)
_AFTER_REASON = re.compile(
    r",? (?:and|but|so) (?:maybe|perhaps|my colleague|the)\b.*$|,? (?:sorry to say|i['’]m afraid|sadly|unfortunately)$"
)
_INSTEAD = re.compile(
    r"\b(?:she|he|they)(?:['’]d better| (?:could|should|might|can|may want to|might want to|had better))(?: also"
    r"| always| instead| perhaps)* (?:try|ask|speak (?:to|with)|talk (?:to|with)|contact|write to|approach|go to"
    r"|turn to|join|look at) "
    r"(?P<keep>(?!me\b|my\b|us\b|our\b|i\b|it\b|that\b|again|first\b|to\b|if\b|whether\b|about\b|for\b|(?:her|him"
    r"|them)self|something|anything)\w)",
    re.IGNORECASE,
)
_WOULD_WANT = re.compile(
    rf"\b(?:she|he|they)(?:['’]d| would)(?: do (?:well|better)| want)? to (?:speak|talk|write|turn"
    rf"|go) to (?P<keep>{NAME})"
)
_SENT_ON = re.compile(
    r"\b(?:suggest|recommend|point (?:her|him|them) (?:to|towards)|send (?:her|him|them) to|refer (?:her|him"
    r"|them) to"
    r"|put (?:her|him|them) in touch with|introduce (?:her|him|them) to|pass (?:her|him|them) on to)(?: that)? "
    r"(?P<keep>(?!a call|an hour|half|one|two|a coffee|a short)\w)",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    r"\bthere(?:['’]s| is| are) (?P<keep>(?!a lot\b|a (?:way|chance|thing|day)\b)(?:an?|the|some|two"
    r"|good) [^.!?;,]{3,80}?)(?=,? (?:(?:that|which|where) )?"
    r"(?:she|he|they) (?:could|can|might|should|may)\b)",
    re.IGNORECASE,
)
_RELATION = r"(?:colleague|friend|partner|brother|sister|wife|husband|neighbou?r|deputy|successor|cousin|\w+mate)"
_START = r"(?:^|[.!?;] |, (?:but |and |maybe )?|\b(?:but|and|maybe|perhaps) )"
_HELPS = (
    r"(?:runs?|offers?|takes|meets|(?:could|might|would|may)(?: \w+ly)? (?:help|do it|be)|might be|has (?:an?|room|time"
    r"|space|places?|two|three|more)\b|is (?:looking|better|open|happy))"
)
_SOMEBODY = (
    re.compile(
        rf"{_START}(?P<keep>(?P<who>(?:[Mm]y|[Oo]ur|[Aa]) (?:[\w-]+ )?{_RELATION}(?:,? {NAME})?|{NAME})(?: [\w'’-]+)"
        rf"{{0,5}}? (?:{_HELPS}|is (?:good|excellent|great|brilliant|the (?:right|best|better))|knows|does|starts)\b)"
    ),
    re.compile(
        rf"{_START}(?P<keep>(?P<who>(?:[Tt]he|[Oo]ur) (?!student|girl|boy|lad\b|trainee|apprentice|graduate|intern\b)"
        rf"[\w-]+(?: [\w-]+)?)(?: [\w'’-]+){{0,4}}? {_HELPS}\b)"
    ),
)
_NOBODY = re.compile(
    r"(?:he|she|they|it|i|we|you|so|when|if|but|and|this|that|there|what|who|her|his|their|once|somebody|someone|both"
    r"|one|two|no|yes|now|for|before|after|in|on|at|as|since|while|because|although|even|just|maybe|last|next)\b",
    re.IGNORECASE,
)
_BACK_TO_THEM = re.compile(r"\b(?:she|he|her|his|him)\b", re.IGNORECASE)


def reason_in(message: str, alternative: str) -> str:
    """The writer's reason, without the other way that may follow in the same breath."""
    before_so = _BEFORE_SO.search(message) or _LEFT.search(message)
    found = clause_after(message, before_so.start("keep"), 110) if before_so else first_clause(message, _REASON, 110)
    found = found.split(alternative)[0] if alternative else found
    return correct_case(tidy(_AFTER_REASON.sub("", found)))


def alternative_in(message: str, asker: str) -> str:
    """Another person, group or place; never the one who asks."""
    if found := first_clause(message, (_SENT_ON, _INSTEAD, _WOULD_WANT), 120):
        return correct_case(found)
    if match := _THERE_IS.search(message):
        return correct_case(tidy(match["keep"]))
    for match in (match for pattern in _SOMEBODY for match in pattern.finditer(message)):
        if not _NOBODY.match(match["who"]) and not (asker and asker in match["who"]):
            found = clause_after(message, match.start("keep"), 120)
            return correct_case(tidy(match["who"]) if _BACK_TO_THEM.search(found) else found)
    return ""
