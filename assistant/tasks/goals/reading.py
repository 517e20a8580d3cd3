"""Facts for goals in a message as people type it."""

import re

from assistant.language.facts import date_word
from assistant.language.phrases import phrases
from assistant.language.senders import own_name
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.times import when_in
from assistant.language.verbs import BASE_ACTS
from assistant.model import Facts

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
    r"(?:become|learn|pass|win|earn|improve|manage|get|reach|lose|gain|master|publish|grow|teach|be|make|stay|quit|cook"
    r"|swim|play|sing|drive|sell|buy|own|found|launch|apply|qualify|graduate|deliver|handle|organi[sz]e)"
)
"""Verbs that goals begin with, beside those of acts."""
_LABEL = re.compile(
    r"(?:^|[.!?;\n] ?)(?:(?:my|the|one|first|second|third|main|big|biggest) )*(?:wish|goal|aim|target|dream|ambition)"
    r"(?P<lead>: ?(?:to )?| is:? (?:to )?)(?P<keep>\w)",
    re.IGNORECASE,
)
_ROW = re.compile(
    r"(?:^|[.!?\n] ?)(?:(?:my|the|these|here are|here come) )*(?:(?P<of>(?:[\w-]+ )?(?:goals|aims|targets|wishes"
    r"|objectives))|(?:two|three|four|five|six|[2-6])(?: (?:things|of them))?)(?: (?:for|this|i)\b[^.:;!?\n]{2,40})?"
    r"(?::| are:?) (?P<row>[^.!?\n]{6,300})",
    re.IGNORECASE,
)
"""Several goals in one sentence after a label ("Three for this year: …; …; …")."""
_PARTS = re.compile(r";|,? \(?[1-6a-f]\) | / ")
_NUMBERED = re.compile(r"(?:^|\s)\(?[1-6][.)] (?P<item>[^.!?\n]{4,80}?)(?=\s\(?[2-6][.)] |[.!?\n]|$)")
_COMMAS = re.compile(r",? and (?=[a-z]+ )|, ")
_MEASURE = (
    re.compile(
        r"\b(?:(?:i(?:['’]ll|['’]d| will| can| shall| would)?|you|we) (?:know|can tell|see|tell)"
        r"(?: (?:it|that|i))?[^.,;]{0,25}? (?:when"
        r"|by|if|because)"
        r"|(?:it(?:['’]s| is| counts as)|i(?:['’]m| am)) (?:done|reached|there|successful) when"
        r"|success (?:is|means|looks like|would be)|measured? (?:is|by|it by)|(?:measure|success|evidence):"
        r"|(?:proof|sign)(?: is|:)(?: (?:that|when))?|done when) (?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_BY = re.compile(
    r"\b(?:by|until|before|till|within|in the next) (?P<keep>(?:the )?(?:end of |start of |beginning of |middle of "
    r"|next )?[^.,;!?\n]{2,40}?)"
    r"(?=[.,;!?\n]| (?:and|so|because|but|when|if|i|we|to)\b|$)",
    re.IGNORECASE,
)
_DEADLINE = re.compile(
    r"\b(?:deadline|(?:due|target|end) date)(?: (?:for|of) [^.,:;!?\n]{2,30}?)?(?: is| would be|:)"
    r"(?P<keep> (?:by |on )?[^.;!?\n]{3,50})",
    re.IGNORECASE,
)
_LIFE = re.compile(
    r"\b(?:before|by the time) i(?:['’]?m| am|['’]ll be| turn| have| become| reach| leave| finish| graduate| retire)\b"
    r"(?=[^.,;!?\n]* (?:\d\d|twenty|thirty|forty|fifty|sixty|seventy|school|college|university|training)\b"
    r"|[.,;!?\n]|$)[^.,;!?\n]{0,40}",
    re.IGNORECASE,
)
"""A time told by the writer's own years ("before I am 40", "by the time I finish school")."""
_PLAN = re.compile(
    r"\b(?P<keep>(?:if|when|whenever|after|before|every|each|as soon as"
    r"|on \w+days?)\b[^.!?\n]{3,100}?,? (?:then )?i(?:['’]ll| will)"
    r"\b[^.!?\n]+)",
    re.IGNORECASE,
)
_HABIT = re.compile(
    r"\b(?P<keep>i(?:['’]ll| will|['’]m going to| am going to) (?!(?:see|meet|talk|check|review|look|ask|tell|show"
    r"|be|have|know|need)\b)[^.!?\n]{3,80}? (?:(?:each|every) (?!one\b|time\b|of\b|other\b)\w"
    r"|(?:once|twice|\w+ times) (?:a|each|every) \w|daily\b|weekly\b)[^.!?\n]*)",
    re.IGNORECASE,
)
"""What will be done again and again ("I will save … each month"), told without a "when"."""
_PLANNED = re.compile(
    r"(?:^|[.!?;\n] ?)(?:my |the |and |first )*(?:plan|first step)(?: is to|:)(?: to)? "
    r"(?P<keep>(?!i(?:['’]d| would)? (?:want|like)\b)\w[^.!?\n]+)",
    re.IGNORECASE,
)
_OBSTACLE = (
    re.compile(
        r"\b(?:(?:the |my |main |biggest |only )*(?:obstacle|problem|difficulty|trouble|hurdle|risk|hard part|snag"
        r"|worry|fear|danger|barrier)(?: is"
        r"| are|:)(?: that)?"
        r"|what (?:gets|might get|may get|could get) in the way(?: is)?:?(?: that)?"
        r"|what (?:could|might|may|can|will) (?:stop|hold|block) (?:me|us)(?: back)?(?: is)?:?(?: that)?"
        r"|stops me(?: is)?:?(?: that)?) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:[.!?;,] |\bbut )(?P<keep>i (?:always |usually |often |tend to |get |keep |just )*(?:freeze|forget|lose"
        r"|panic|run out|get"
        r" (?:nervous|stuck|distracted)|put (?:it|things) off|go red|blush|avoid|give up)\b)",
        re.IGNORECASE,
    ),
)
_CLOSE = (
    r"(?:mentor|boss|foreman|manager|colleague|co-?worker|supervisor|tutor|teacher|coach|trainer|sister|brother|friend|wife"
    r"|husband|partner|mum|mom|mother|dad|father|son|daughter|cousin|niece|nephew|aunt|uncle|neighbou?r|flatmate"
    r"|roommate|classmate|gran|grandmother|grandfather)"
)
_SUPPORT = (
    re.compile(
        r"\b(?P<keep>(?:my (?:mentor|boss|manager|colleague|supervisor|tutor|teacher|foreman|team|sister|brother"
        r"|friend)(?: [A-Z]\w+)?"
        r"|(?!What|Who|Which|This|That|It|There|How|Nothing|Something|Right now|Now|Then"
        r"|And|But|So|Maybe|People|Nobody|Everybody|\w+day\b)[A-Z]\w+)(?: (?!I\b)\w+){0,2} (?:can|could|will"
        r"|would|has offered to|offered to|agreed to|has agreed to|lets me"
        r"|is happy to|watches"
        r"|helps|listens)\b)",
    ),
    re.compile(
        rf"\b(?P<keep>[Mm]y (?:\w+ )?{_CLOSE}(?: [A-Z]\w+)? (?:has |have )?"
        r"(?:(?:promised|offered|agreed|volunteered) to|said (?:he|she|they)(?:['’]ll|['’]d| will| would)"
        r"|is (?:willing|ready) to) (?!(?:give|promote|pay|hire|raise|meet)\b)(?=[^.;!?\n]*\b(?:me|my)\b))"
    ),
    re.compile(
        rf"\b(?P<keep>[Mm]y (?:\w+ )?{_CLOSE}(?: [A-Z]\w+)? (?!(?:is|was|has|does(?:n['’]t| not)|says|wants|thinks|sets"
        r"|decides|chooses|asks|makes|plans|keeps|feels|needs|always|never)\b)\w+s (?:\w+ ){1,4}?for me\b)"
    ),
    re.compile(
        rf"\b(?P<keep>[Mm]y (?:\w+ )?{_CLOSE}(?: [A-Z]\w+)? (?:practi[sc]es|sits|goes|runs|trains|studies|walks"
        r"|rehearses|reads|checks|works|looks|goes over) (?:\w+ ){0,4}?with me\b)"
    ),
    re.compile(r"\b(?P<keep>i (?:can|could|will|['’]ll) ask\b)", re.IGNORECASE),
    re.compile(r"\b(?:help|support)(?: is| comes from|:| from) (?P<keep>\w)", re.IGNORECASE),
)
_ANSWERED = re.compile(
    r"\bwhy(?: (?:this|that|now|it matters))?[?:] ?(?:because |well,? )?"
    r"(?P<keep>(?!i (?:don['’]?t|do not) know|no idea|not sure|what\b|how\b|when\b|who\b|can\b|is\b)\w[^.!?\n]{3,140})",
    re.IGNORECASE,
)
"""The whole sentence after the writer's own "Why?"."""
_WHY = (
    re.compile(
        r"\b(?:because|it matters because|(?:the |my )reason(?: for (?:this|it|that))? is(?: that)?"
        r"|(?<!some )(?<!no )reason(?: for (?:this|it|that))?:|since)"
        r" (?P<keep>(?!of\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?P<keep>so that (?:i|we|my|the)\b)", re.IGNORECASE),
)
_REVIEW = re.compile(
    r"\b(?:review|look at (?:it|this)|check(?: in)?|talk about it|go over it|see how|revisit)\b[^.!?\n]{0,40}?"
    r"(?P<keep>(?:on |every |each |in |after |at )[^.!?\n,;]{3,40})",
    re.IGNORECASE,
)
_LIST = re.compile(r"^\s*(?:[-*•]|\d[.)])\s+(?P<item>.{4,120})$", re.MULTILINE)
_ELSE = re.compile(r",? (?:by|until|before|because|so that|within) .*$", re.IGNORECASE)
_STAGE = re.compile(r"\b(?:end|start|middle) of (?:my|the|our) \w+", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\bmy (?:\w+ )?birthday\b", re.IGNORECASE)
_REASON_BEFORE = re.compile(r"\b(?:because|since|so that|why\?[^.!?]*) $", re.IGNORECASE)
MOST = 6


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    if name := own_name(message):
        facts["name"] = name if name[:1].isupper() else name.title()
    if goals := _goals(message):
        facts["goals"] = goals
    for field, patterns in (("measure", _MEASURE), ("obstacle", _OBSTACLE), ("support", _SUPPORT)):
        if found := first_clause(message, patterns, 140):
            facts[field] = correct_case(found)
    answered = _ANSWERED.search(message)
    if why := tidy(answered["keep"]) if answered else first_clause(message, _WHY, 140):
        facts["why"] = correct_case(why)
    if match := _PLAN.search(message) or _PLANNED.search(message) or _HABIT.search(message):
        facts["plan"] = correct_case(tidy(match["keep"]))
    if by := _by(message):
        facts["by"] = by
    if match := _REVIEW.search(message):
        facts["when"] = tidy(re.sub(r"^on ", "", match["keep"], flags=re.IGNORECASE))
    return facts


def _goals(message: str) -> list[str]:
    """Each wish of the message in its own words, without what stands in other fields."""
    if found := [tidy(match["item"]) for match in _LIST.finditer(message)] or _row(message):
        return list(dict.fromkeys(found))[:MOST]
    wishes = list(_WISH.finditer(message))
    read_below = {match.start("keep") for match in wishes}
    labels = (match for match in _LABEL.finditer(message) if match.start("keep") not in read_below)
    found = [wish for match in labels if (wish := _labelled(message, match))]
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
    return list(dict.fromkeys(found))[:MOST]


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
        if len(parts) > 1 and (marked or all(map(_begins_with_a_verb, parts))):
            return [correct_case(part) for part in parts]
    return []


def _labelled(message: str, match: re.Match[str]) -> str:
    """What follows "goal:" or "my wish is to"; after a bare "is" only what begins with a verb."""
    wish = tidy(_ELSE.sub("", clause_after(message, match.start("keep"), 120)))
    sure = match["lead"].startswith(":") or match["lead"].rstrip().endswith(" to") or _begins_with_a_verb(wish)
    return correct_case(wish) if sure and len(wish.split()) > 1 else ""


def _begins_with_a_verb(words: str) -> bool:
    first = words.partition(" ")[0].lower()
    return first in BASE_ACTS or bool(re.fullmatch(rf"{_LEARNT}|\w{{2,}}ing", first))


def _by(message: str) -> str:
    if match := _LIFE.search(message):
        return tidy(match[0])
    deadline = _DEADLINE.search(message)
    if deadline and _timed(deadline["keep"]):
        return tidy(re.sub(r"^(?:by|on) ", "", tidy(deadline["keep"])))
    for match in _BY.finditer(message):
        said = tidy(match["keep"])
        if _timed(said) or phrases("goals", "due").search(f"by {said}"):
            lead = match[0].split()[0].lower()
            return said if lead in ("by", "until", "till") else tidy(match[0])
    return ""


def _timed(words: str) -> bool:
    return bool(when_in(words) or date_word().search(words) or _STAGE.search(words) or _BIRTHDAY.search(words))
