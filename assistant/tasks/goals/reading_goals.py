"""What somebody wishes to reach: the goals of a message."""

import re

from assistant.language.roles import ROLE_NOUN
from assistant.language.spans import clause_after, correct_case, sentence_of, tidy
from assistant.language.verbs import BASE_ACTS

_WISH = re.compile(
    r"\b(?:(?:i(?:['’]d| would)?|id) (?:really |also |just |then )*(?:want|like|love|hope|wish|need|aim"
    r"|plan)(?: to be able)? to|i(?:['’]m| am|m) (?:hoping|aiming|planning|determined) to"
    r"|i want(?! [^.,;!?\n]{0,25} to\b)|(?:my|the) (?:\w+ )?(?:goal|aim|target|objective)s?(?: for [^.,:]{2,30})?"
    r"(?:(?: is| are| would be):?(?: to)?|:(?: to)?| to)"
    r"|goal:"
    r"|be able to|(?:second|third|also|then|and),? (?:i(?:['’]d| would)? (?:want|like) )?to) "
    r"(?P<keep>(?!(?:set|still|too|not|off|unclear|vague|very|quite|rather|always|never|hard|impossible)\b"
    r"|make (?:a |my )?(?:goal|plan|development)|write|plan|have (?:a |some )?(?:goal|plan)|define|talk|ask|know"
    r"|discuss|turn|put|out of|get (?:a|my) (?:goal|plan))\w)",
    re.IGNORECASE,
)
_LEARNT = (
    r"(?:become|learn|pass|win|earn|improve|manage|get|reach|lose|gain|master|publish|grow|teach|be|make|stay"
    r"|quit|cook"
    r"|swim|play|sing|drive|sell|buy|own|found|launch|apply|qualify|graduate|deliver|handle|organi[sz]e"
    r"|run|finish|lose|save|hold|chair|lead|open|complete|move|stop|quit|swim|cycle|climb|speak|negotiate"
    r"|design|develop"
    r"|understand|overcome|create|double|cut|reduce|raise|halve|present|translate|renovate|repair|mentor|hire"
    r"|employ|export"
    r"|forgive|delegate|network|relax|sleep|ride|knit|weld|bake|breed|plant|restore|compose|perform|paint|code)"
)
"""Verbs that goals begin with, beside those of acts."""
_LABEL = re.compile(
    r"(?:^|[.!?;\n] ?)(?:(?:my|the|one|first|second|third|main|big|biggest) )*(?:wish|goal|aim|target|dream|ambition)"
    r"(?P<lead>: ?(?:to )?| is:? (?:to )?)(?P<keep>\w)",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"(?:^|[.!?\n] ?)(?:(?:my|the|these|here are|here come) )*(?:(?:here(?:['’]s| is)|this is) (?:the|my"
    r"|what)[^.:;!?\n]{0,40}|(?P<of>(?:[\w-]+ )?(?:goals|aims|targets|wishes"
    r"|objectives))|(?:two|three|four|five|six|[2-6])(?: (?:things|of them))?)(?: (?:for|this|i)\b[^.:;!?\n]{2,40})?"
    r"(?P<colon> ?[:=]| are:?) (?P<row>[^.!?\n]{6,300})",
    re.IGNORECASE,
)
"""Several goals in one sentence after a label ("Three for this year: …; …; …")."""
_PARTS = re.compile(r";|,? \(?[1-6a-f]\) | / | \+ ")
_NO_GOAL = re.compile(
    r"\S+$|(?:because|since|so|but|which|who|that|by|i|we|it|if|even|not|as|for|until|before|after|then|still"
    r"|too|very"
    r"|quite|maybe|when)\b",
    re.IGNORECASE,
)
"""What is no goal between the commas of a row: one word alone, a reason, a clause."""
_AIM = re.compile(
    r"(?:\b(?:(?:what )?i(?:['’]m| am|m) after(?: is)?:?|i have in (?:my head|mind)|i desire to|i (?:only "
    r"|just |do )*wish to"
    r"|i (?:really |just )?wanna|i(?:['’]d| would) (?:be (?:glad|happy|proud|delighted) to|hope to|give a lot to)"
    r"|i hope (?:i )?can|i dream of)|(?:^|[.!?;\n] ?)(?:(?:i )?(?:need|want|hope|hoping|wanting|aiming"
    r"|would (?:like|love)"
    r"|trying) to|wanna|let me (?=get\b)|(?:so|perhaps|maybe|for example|one thing"
    r"|main thing): ?(?:to )?(?=[a-z]+ (?!me\b|i\b|we\b))))"
    r" ?(?:be able to )?(?P<keep>(?!(?:set|write|make (?:a|my)|plan|know|hear|talk|ask|you|it|that|this|some"
    r"|advice|help"
    r"|see you|meet|discuss|turn|put|get (?:a|my) (?:goal|plan)|have (?:a |my )?(?:goal|plan)|define|i|we|my"
    r"|the|not)\b)\w)",
    re.IGNORECASE,
)
"""Wishes in other words than "I want to"."""
_BARE = re.compile(
    r"^(?:[^.!?\n]{3,60}\? )?(?:(?:hi|hello|hey|ok(?:ay)?|so|good (?:day|morning|evening))(?: so| all"
    r"| there)?[.!,:]? )*(?P<keep>[a-z]+ (?!me\b|us\b"
    r"|you\b)[^.!?;\n]{5,140})",
    re.IGNORECASE,
)
"""A first sentence that begins with the verb of a goal ("Stop smoking on the boat")."""
_TO_FIRST = re.compile(
    r"(?:^|[.!?\n] ?)To (?P<keep>(?!be honest|start|sum|cut|put|tell|my\b|the\b"
    r"|an?\b)[a-z]+ [^.,!?;\n]{3,80})(?=[.,;]|$)"
)
_STEP = re.compile(r"(?:an? )?(?:promotion|switch|move|transfer) (?:in)?to \w", re.IGNORECASE)
_ASKED = re.compile(
    r"(?:help|give|make (?:a|my|this)|draft|set|tell|show|explain|plan|turn|put|check|look(?:ing)?|list|tidy"
    r"|sort|thank"
    r"|ask(?:ing)?|write (?:a (?:goal|plan|page|one)|my|me|up|this|it|down)|start|come|go (?:over|through)"
    r"|coming|going|talk(?:ing)?|see"
    r"|think(?:ing)?|let|do"
    r"|have|having|know|call|read (?:this|my)|want|need|hold|wait|hoping|writing|trying|being|working"
    r"|struggling|wondering"
    r"|feeling|morning|evening|nothing|something|anything|everything|starting|following|during|according"
    r"|regarding|meeting"
    r"|review(?:ing)?|setting|making|planning|needing|wanting|greeting|sitting|living|add|mention|note|name|mark|hand"
    r"|date|end|point|time|train|record|label|wishing|dreaming|long|open|state|step|close|test|text|sum|using"
    r"|missing)\b",
    re.IGNORECASE,
)
"""Words that begin a request, a state or a noun instead of a goal."""
_STATES = re.compile(r"\w+ing\b.* (?:is|was|are|were|went|goes|has|would|feels|gets|keeps)\b", re.IGNORECASE)
_ABOUT_PLAN = re.compile(r"\b(?:goals?|development plan|smart|action plan|my plan|you|mentoring)\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:^|\s)\(?[1-6][.)] (?P<item>[^.!?\n]{4,80}?)(?=\s\(?[2-6][.)] |[.!?\n]|$)")
_COMMAS = re.compile(r",? and (?=[a-z]+ )|, ")
_LIST = re.compile(r"^\s*(?:[-*•]|\d[.)])\s+(?P<item>.{4,120})$", re.MULTILINE)
_ELSE = re.compile(
    r",? (?:by|until|till|before|because|so that|within) .*$|, (?:her|his|their|our|since|as|ten of|\d+ of"
    r"|two of) .*$"
    r"| next (?:year|month|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september"
    r"|october|november|december)\b.*$",
    re.IGNORECASE,
)
_REASON_BEFORE = re.compile(r"\b(?:because|since|so that|why\?[^.!?]*) $", re.IGNORECASE)
MOST = 6


def goals_in(message: str) -> list[str]:
    """Each wish of the message in its own words, without what stands in other fields."""
    if found := [tidy(match["item"]) for match in _LIST.finditer(message)] or _row(message):
        return list(dict.fromkeys(found))[:MOST]
    wishes = [*_WISH.finditer(message)]
    begun = [match.start("keep") for match in wishes]
    wishes += [match for match in _AIM.finditer(message) if not any(abs(match.start("keep") - at) < 12 for at in begun)]
    wishes = sorted((*wishes, *_TO_FIRST.finditer(message)), key=lambda match: match.start("keep"))
    read_below = {match.start("keep") for match in wishes}
    labels = (match for match in _LABEL.finditer(message) if match.start("keep") not in read_below)
    found = [*_bare(message), *(wish for match in labels if (wish := _labelled(message, match)))]
    for match in wishes:
        wish = clause_after(message, match.start("keep"), 120)
        wish, _, more = wish.partition(" and to ")
        wish = tidy(_ELSE.sub("", wish))
        sentence = sentence_of(message, match.start())
        if (
            len(wish.split()) > 1
            and not re.match(r"(?:when|if|after|before)\b", sentence, re.IGNORECASE)
            and not _REASON_BEFORE.search(message[: match.start()])
        ):
            found += [correct_case(one) for one in (wish, tidy(_ELSE.sub("", more))) if one]
    once = [one for n, one in enumerate(found) if not any(one in other for other in found[:n])]
    return once[:MOST]


def _bare(message: str) -> list[str]:
    """The goals of a first sentence that is one: its parts, as far as each begins with a verb."""
    match = _BARE.match(message)
    if not match or _ABOUT_PLAN.search(match["keep"]) or _ASKED.match(match["keep"]):
        return []
    found: list[str] = []
    for part in re.split(r"(?: \+ |, (?:and |then )?)", match["keep"]):
        wish = tidy(
            _ELSE.sub(
                "",
                re.sub(
                    r" (?:is|would be) (?:the|my) (?:\w+ )?(?:dream|goal|aim"
                    r"|wish)\b.*",
                    "",
                    part,
                ),
            )
        )
        if _STATES.match(wish) or not (
            _STEP.match(wish) or (_begins_with_a_verb(wish) and not (found and _ASKED.match(wish)))
        ):
            break
        if len(wish.split()) > 1:
            found.append(correct_case(wish))
    return found


def _row(message: str) -> list[str]:
    """The goals of one line: after numbers, between semicolons, or between commas when each begins with a verb."""
    numbered = [tidy(match["item"]) for match in _NUMBERED.finditer(message)]
    if len(numbered) > 1 and all(map(_begins_with_a_verb, numbered)):
        return [correct_case(part) for part in numbered]
    for match in _ROW.finditer(message):
        parts = [
            tidy(re.sub(r"^\(?[1-6a-f]\) |^(?:and )?(?:to )?", "", part.strip())) for part in _PARTS.split(match["row"])
        ]
        marked = len(parts) > 1 and bool(match["of"])
        if len(parts) == 1:
            parts = [tidy(re.sub(r"^to ", "", part)) for part in _COMMAS.split(match["row"])]
            marked = bool(match["of"]) and match["colon"].strip() in (":", "=") and not any(map(_NO_GOAL.match, parts))
        if len(parts) > 1 and (marked or all(map(_begins_with_a_verb, parts))):
            return [correct_case(part) for part in parts]
    return []


def _labelled(message: str, match: re.Match[str]) -> str:
    """What follows "goal:" or "my wish is to"; after a bare "is" only what begins with a verb."""
    wish = tidy(_ELSE.sub("", clause_after(message, match.start("keep"), 120)))
    sure = match["lead"].startswith(":") or match["lead"].rstrip().endswith(" to") or _begins_with_a_verb(wish)
    if re.fullmatch(rf"(?:an? )?(?:[\w-]+ ){{0,2}}{ROLE_NOUN}", wish, re.IGNORECASE):
        return wish
    return correct_case(wish) if sure and len(wish.split()) > 1 else ""


def _begins_with_a_verb(words: str) -> bool:
    first = words.partition(" ")[0].lower()
    return first in BASE_ACTS or bool(re.fullmatch(rf"{_LEARNT}|\w{{2,}}ing", first))
