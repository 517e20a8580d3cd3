"""Facts for a role-play card in a message as people type it."""

import re

from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import minutes_in
from assistant.model import Facts

_CARD = (
    r"(?:role[- ]?play(?:ing)?s?(?: (?:card|case|scenario|exercise|situation)s?)?|scenario(?: card)?s?"
    r"|case(?: card)?s?|practice (?:card|case"
    r"|scenario|situation)s?|situation(?: card)?s?|cards?|dialogue|exercise|warm-?up)"
)
_PRACTISE = r"(?:practi[sc]e|practi[sc]ing|rehears\w+|train(?:ing)? on|play(?:ing)? (?:out|through)|act(?:ing)? out)"
_NO_ACT = r"(?!(?:mentoring|training|coaching|during|evening|morning|something|anything|everything|nothing|meeting)\b)"
_MOMENT = (
    re.compile(
        rf"\b(?:{_PRACTISE}|{_CARD} (?:on|about|for|around)|(?:learn|work on)) (?P<keep>how (?:to|not to) \w"
        rf"|what to \w+ (?:when"
        rf"|if) \w|{_NO_ACT}\w{{3,}}ing (?!(?:skills?|talks?|conversations?|sessions?|meetings?)\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_CARD}(?: (?:for|with|to) [^.,:;!?\n]{{2,50}}?)? (?:in which|where|when|about|on|around|of"
        rf"|with) (?P<keep>(?!(?:the )?(?:\d|two|three|half|my phone|paper|monday|tuesday|wednesday|thursday"
        rf"|friday)\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_CARD}\b[^.:!?\n]{{0,90}}: *(?P<keep>(?!(?:for|with|please|pls|make|it should|should|easy|hard|medium"
        rf"|middle"
        r"|not|in|at|on|two|three|four|one|about \d|\d|i|we|no|any|level"
        r"|setting)\b)[^\W\d][\w'’“”\"-]*(?: [\w'’“”\"-]+,?){3})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:the (?:hard|difficult|awkward|tricky) (?:moment|part|bit|situation)(?: is)?|(?:practi[sc]e|rehearse"
        r"|train|play)(?:ing)? (?:the moment|what"
        r" (?:to|they) (?:do|say)|how to|it)?) ?(?:when|where|in which|that|about)? ?(?P<keep>(?:a|the|their|his|her"
        r"|somebody|someone|mentees?|giving|saying"
        r"|hearing|refusing|ending|an) \w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:(?:an?|the|their|my|your) )?(?:mentees?|mentors?|apprentices?|trainees?|students?|juniors?"
        r"|somebody|someone) (?:who |that |always |just |suddenly"
        r" |keeps? )*(?:starts?|answers?|goes|cries|cancels?|says?|asks?|refuses?|wants?|falls?|gets?|shrugs?|does"
        r"|never|cry|blames?|comes?|texts?|writes?|disagrees?"
        r"|breaks?|defends?|interrupts?|gives?|jumps?|asking|saying|giving|crying|cancell?ing|coming|talking)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?:\n] ?)(?P<keep>(?:the|that) (?!(?:day|week|month|morning|evening|session|workshop|group|hour"
        r"|time|training"
        r"|meeting|mentors|people|participants|course|others?)\b)(?:[\w-]+ ){1,3}?(?:when|after|before|as soon as) \w)",
        re.IGNORECASE,
    ),
)
_PLACE = (
    r"(?:ward|hospital|kitchen|shipyard|yard|school"
    r"|lab|laboratory|clinic|office|workshop|garage|factory"
    r"|plant|mine|farm|library|university|department|store|shop|supermarket|restaurant|hotel|studio|newsroom|site|bank"
    r"|agency|depot|station|nursery|prison|brewery|mill|foundry"
    r"|control room|warehouse|call cent(?:re|er)|care home|museum|theatre|ship|forge|bakery|pharmacy|salon|court"
    r"|airport|kindergarten|law firm|building site)"
)
_NO_PLACE = (
    r"(?!(?:an?|the|our|my) (?:\w+ )?(?:afternoon|morning|evening|workshop|session|training|group|room|hurry|programme"
    r"|program|middle|end|start|beginning|week|month|course|role|day|way|time|row|circle|pair|seminar|break|meeting)\b)"
)
_PEOPLE = r"(?:people|folk|staff|workers|crews?|teams?|team leaders|apprentices|trainees|students|supervisors)"
_NO_TRADE = (
    r"(?!(?:new|young|younger|old|older|senior|junior|busy|shy|quiet|most|many|some|few|several|these|those|the|our"
    r"|my|your"
    r"|their|other|such|nervous|tired|experienced|different|all|both|more|good|real|two|three|four|five|six|ten|twelve"
    r"|eight|first|last|mixed|small|large|big|whole|whose|which|any|no|beginner|reserved|introverted|ordinary|and|of"
    r"|\w+ed|\w+-year)\b)"
)
_TRADE = (
    re.compile(
        r"\b(?:set in|(?:work|working) (?:in|at|on)|takes place (?:in|at|on)|for (?:our|the|my"
        r"|a) (?:\w+ )?(?:mentors|people|staff|team|group|trainees|supervisors) "
        r"(?:in|at|on|from)|(?:setting|trade|workplace|sector|industry)(?: is|:)) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:in|at|on) (?!\w+ (?:afternoon|morning|evening|mentor\w*|training|next|last|[\w-]+-(?:day"
        rf"|hour)) workshop)"
        rf"(?P<keep>(?:a|an|the|our|my) (?:[\w-]+ ){{0,2}}?{_PLACE})\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bfor (?:[\w'’-]+ ){{0,3}}?(?:\w{{3,}}s|people|staff|women|men) (?:in|at|on|from) {_NO_PLACE}"
        r"(?P<keep>(?:an?|the|our|my) [\w-]+(?: [\w-]+){0,2}?)(?=[.,;:!?\n]|$| (?:who|where|about|when|in|and|to"
        r"|with|for"
        r"|that|on|please|pls)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:for|with) (?:\d+ |my |our |some |the |new |young |senior |a (?:group|room) of )*(?P<keep>(?:nurses"
        r"|teachers|engineers|welders|electricians|cooks|chefs|drivers"
        r"|doctors|midwives|researchers|postdocs|developers|programmers|librarians|farmers|pilots|carpenters"
        r"|plumbers|mechanics|police officers|firefighters|soldiers"
        r"|lawyers|accountants|managers|foremen|lab technicians|social workers|paramedics|pharmacists|miners"
        r"|sailors))\b",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\bfor (?:(?:our|the|my|some|new|young) )*(?P<keep>{_NO_TRADE}[a-z]{{3,}}) {_PEOPLE}\b", re.IGNORECASE
    ),
    re.compile(rf"(?:^|[.,;:(?!\n] ?)(?P<bare>{_PLACE})(?: setting)?(?=[.,;:)\n]|$)", re.IGNORECASE),
)
_GRADES = {
    "easy": r"(?:easy|simple|gentle|light)",
    "middle": r"(?:middle|medium|moderate|intermediate|average)",
    "hard": r"(?:hard|difficult|tough|challenging|advanced)",
}
_LEVEL = {
    "easy": r"\b(?:easy|simple|gentle|(?<!not for )beginners?"
    r"|(?:not|nothing) (?:too|so|very|that) (?:hard|difficult|tough))\b",
    "middle": r"\b(?:medium|moderate|intermediate|middle|not too (?:easy|simple))\b"
    r"(?! (?:of|management|school|managers?|age)\b)",
    "hard": r"\b(?:(?<!not )(?<!don['’]t )(?:make|keep) it (?:really |very |quite |rather )?(?:hard|difficult)"
    r"|(?:really|very) hard(?! (?:for|to|when|that|moment|talk|conversation|situation)\b)|hard one|harder"
    r"|(?<!too )(?<!so )tough(?! (?:talk|conversation|moment|feedback)\b)|difficult one|(?<!too )challenging"
    r"|advanced)\b",
}
_OF_BEFORE = re.compile(
    r"\b(?:(?:did|had|done|played|tried|used|know) (?:the|an?)|not|nothing|than the|no more) (?:\w+ )?$", re.IGNORECASE
)
"""Before a level it tells of another card, or of what this one shall not be."""
_SETTINGS = re.compile(
    r"[,;(]? ?(?:(?:but |and )?(?:not too (?:hard|easy)|make it|keep it)|\bplease\b|\bpls\b|\bthanks\b"
    r"|[,;(] ?(?:(?:rather |very |quite )?(?:easy|hard|medium|middle|simple)|for (?:beginners|\w+ people)"
    r"|(?:about )?\d+ ?min\w*"
    r"|\w+ minutes)\b).*$",
    re.IGNORECASE,
)
_REMARK = re.compile(
    r" [-–—] (?:we|they|i|it|this|that|our|mentors|people|most|everybody|everyone)\b.*$", re.IGNORECASE
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {"trade": _trade(message)}
    if match := next((found for pattern in _MOMENT for found in pattern.finditer(message)), None):
        told = re.match(r"[^.!?\n]{3,140}", message[match.start("keep") :])
        facts["moment"] = correct_case(_apart(told[0] if told else "", str(facts["trade"])))
    if level := _level(message):
        facts["level"] = level
    if (minutes := minutes_in(message)) is not None and 3 <= minutes <= 30:
        facts["minutes"] = minutes
    return {name: value for name, value in facts.items() if value}


def _trade(message: str) -> str:
    """The trade or place; a bare place gets its article."""
    match = next((match for pattern in _TRADE for match in pattern.finditer(message)), None)
    if match is None:
        return ""
    if match.re is _TRADE[-1]:
        place = match["bare"].lower()
        return f"{'an' if place[0] in 'aeio' else 'a'} {place}"
    told = clause_after(message, match.start("keep"), 40) if match.re is _TRADE[0] else match["keep"]
    return tidy(told.partition(":")[0])


def _level(message: str) -> str:
    """The level that is named as one, else that of the words for this card."""
    for level, words in _GRADES.items():
        if re.search(
            rf"\b(?:level|difficulty)(?:[:,]| is| should be)? {words}\b|\b{words} level\b", message, re.IGNORECASE
        ):
            return level
    found = [
        level
        for level, words in _LEVEL.items()
        for match in re.finditer(words, message, re.IGNORECASE)
        if not _OF_BEFORE.search(message[: match.start()])
    ]
    return found[-1] if found else ""


def _apart(moment: str, trade: str) -> str:
    """A moment without the place, which stands in its own field, and without what is said of the card."""
    moment = _REMARK.sub("", _SETTINGS.sub("", moment))
    if trade:
        moment = re.sub(rf",? (?:in|at|on|for|with|set in) {re.escape(trade)}.*$", "", moment)
    quote = re.search(r"(?:^|\s)(?P<mark>['\"])[^'\"]*$", tidy(moment))
    return tidy(moment) + (quote["mark"] if quote else "")
