"""Facts for a role-play card in a message as people type it."""

import re

from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import minutes_in
from assistant.model import Facts

_CARD = (
    r"(?:role[- ]?play(?:ing)?s?(?: (?:card|case|scenario|exercise|situation)s?)?|scenario(?: card)?s?"
    r"|case(?: card)?s?|practice (?:card|case"
    r"|scenario|situation)s?|situation(?: card)?s?|cards?|dialogue|exercise)"
)
_MOMENT = (
    re.compile(
        rf"\b{_CARD}(?: (?:for|with|to) [^.,:;!?\n]{{2,50}}?)? (?:in which|where|when|about|on|around|of"
        rf"|with) (?P<keep>\w)",
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
)
_TRADE = (
    re.compile(
        r"\b(?:set in|(?:work|working) (?:in|at|on)|takes place (?:in|at|on)|for (?:our|the|my"
        r"|a) (?:\w+ )?(?:mentors|people|staff|team|group|trainees|supervisors) "
        r"(?:in|at|on|from)) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:in|at|on) (?P<keep>(?:a|an|the|our|my) (?:[\w-]+ ){0,2}?(?:ward|hospital|kitchen|shipyard|yard|school"
        r"|lab|laboratory|clinic|office|workshop|garage|factory"
        r"|plant|mine|farm|library|university|department|store|shop|restaurant|hotel|studio|newsroom|site|bank"
        r"|agency|depot|station|nursery|prison|brewery|mill|foundry"
        r"|control room|warehouse|call cent(?:re|er)|care home|museum|theatre|ship|forge|bakery))\b",
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
)
_LEVEL = {
    "easy": r"\b(?:easy|simple|gentle|beginners?)\b",
    "hard": r"\b(?:make it hard|really hard|very hard|hard one|harder|tough|difficult one|challenging|advanced)\b",
}


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts: Facts = {}
    trade = next((match for pattern in _TRADE for match in pattern.finditer(message)), None)
    if trade:
        facts["trade"] = tidy(
            clause_after(message, trade.start("keep"), 40) if trade.re is _TRADE[0] else trade["keep"]
        )
    if match := next((found for pattern in _MOMENT for found in pattern.finditer(message)), None):
        told = re.match(r"[^.!?\n]{3,140}", message[match.start("keep") :])
        facts["moment"] = correct_case(_apart(told[0] if told else "", str(facts.get("trade", ""))))
    for level, words in _LEVEL.items():
        if re.search(words, message, re.IGNORECASE):
            facts["level"] = level
    if (minutes := minutes_in(message)) is not None and 3 <= minutes <= 30:
        facts["minutes"] = minutes
    return {name: value for name, value in facts.items() if value}


def _apart(moment: str, trade: str) -> str:
    """A moment without the place, which stands in its own field."""
    return tidy(re.sub(rf",? (?:in|at|on|for|with|set in) {re.escape(trade)}.*$", "", moment)) if trade else moment
