"""Facts for the end of a mentoring relationship in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.verbs import is_past
from assistant.model import Facts

_MENTOR_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentee|apprentice|trainee|student)|i(?:['’]ve| have)? (?:been )?mentor(?:ed"
    r"|ing)? (?!for me)|as (?:his|her|their) mentor"
    r"|i(?:['’]m| am) (?:his|her|their|a|the) mentor)\b",
    re.IGNORECASE,
)
_MENTEE_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentor|supervisor|coach|advisor)|mentor(?:ed|s|ing) me|as (?:his|her|their) mentee)\b",
    re.IGNORECASE,
)
_REASON = (
    re.compile(
        r"\b(?:because|since (?=my|our|the)|as|the reason is(?: that)?|now that) (?P<keep>(?:i|my|we|our|the|she|he"
        r"|they"
        r"|it)(?:['’]\w+)? )",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.!?;,] (?:but |and |so )?)(?P<keep>i(?:['’]m| am|m) (?:moving|leaving|retiring|changing|starting"
        r"|going (?:to|on)|switching"
        r"|having|finishing|taking)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?P<keep>\b(?:the programme|the program|our (?:year|programme|time)|my (?:contract|job|placement|course"
        r"|training|apprenticeship"
        r"|studies|work|post|new (?:job|post|role))) (?:ends?|is over|finishes|finished|has (?:ended|finished"
        r"|changed|moved)|moved|changed"
        r"|leaves|is (?:ending|finished|done|over|elsewhere)|starts)\b)",
        re.IGNORECASE,
    ),
)
_GAIN = (
    re.compile(
        r"\b(?P<keep>(?:thanks to (?:her|him|them)|because of (?:her|him|them)|(?:at|in) the (?:beginning|start)"
        r"|when (?:we|i) (?:started|began)"
        r"|a year ago|before|in \w+),? i (?:could|would|was|did|had)\w*)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:i(?:['’]ve| have)? (?:learn(?:ed|t)|gained|got better at)|(?:she|he|they) (?:taught|showed|helped) me"
        r"|what i (?:got|gained|learned)"
        r"(?: from (?:it|her|him|them))?(?: is|:)?(?: that)?) (?P<keep>(?!a lot\b|so much\b|much\b|everything\b"
        r"|from\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>i (?:can|now|finally) (?:now |finally |even )?(?!write|ask|tell|only|not|say|think|do this)\w+ )",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:she|he|they) (?:(?:now|has|have) )+(?:(?:now|just|finally|even) )*(?!cancel|miss|stop"
        r"|forg[eo]t|never|not\b|lost|fail|ignor|left|mentor|been|to\b|wants?"
        r"|asked|has|have)\w+ )",
        re.IGNORECASE,
    ),
)
_CONTINUES = (
    re.compile(
        r"\b(?P<keep>(?:i(?:['’]d| would) (?:like|love|be happy|be glad) to (?:stay|keep|write|meet|see|have|be"
        r"|answer)|(?:we|she|he|they|i) (?:can|could"
        r"|may|will|want to|would like to) (?:still|always|stay|keep|meet|write|ask|call|have)|once a year"
        r"|a coffee)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:stay|keep) (?P<keep>(?:in touch|in contact)\b)", re.IGNORECASE),
)
_THANKS = (
    re.compile(
        r"\b(?:thank(?:s|ful|ing)?|grateful)(?: (?:her|him|them|you|to \w+|[A-Z]\w+|so much|a lot)){0,3} (?:for"
        r"|that) (?P<keep>\w)",
        re.IGNORECASE,
    ),
)
_WHEN = re.compile(
    r"\b(?P<keep>(?:at|by|from|until) the end of (?:the |this |next )?\w+|(?:in|after|before) (?:january|february"
    r"|march|april|may|june|july|august"
    r"|september|october|november|december|summer|christmas|easter)|next (?:week|month)|this (?:week|month)"
    r"|after (?:our|the) (?:next|last) meeting)\b",
    re.IGNORECASE,
)


_STORY = re.compile(r",? (?<!now )and (?:honestly|i|she|he|they|then|also|so|learn\w*)\b.*$", re.IGNORECASE)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "recipient_name", "recipient_title")
    mentor, mentee = bool(_MENTOR_SIDE.search(message)), bool(_MENTEE_SIDE.search(message))
    if mentor != mentee:
        facts["side"] = "mentor" if mentor else "mentee"
    for field, patterns in (("reason", _REASON), ("continues", _CONTINUES), ("thanks_for", _THANKS)):
        if said := first_clause(message, patterns, 130):
            facts[field] = correct_case(_STORY.sub("", said))
    if gain := _gain(message):
        facts["gain"] = gain
    if match := _WHEN.search(message):
        facts["ends"] = tidy(match["keep"])
    return facts


def _gain(message: str) -> str:
    for n, pattern in enumerate(_GAIN):
        for match in pattern.finditer(message):
            whole = tidy(sentence_of(message, match.start("keep"))) if n == 0 else ""
            clause = (
                whole
                if whole.lower().startswith(match["keep"].lower())
                else clause_after(message, match.start("keep"), 140)
            )
            if len(clause.split()) > 2:
                lead = "learned " if n == 1 and not is_past(clause.split()[0].lower()) else ""
                return correct_case(f"I {lead}{clause}" if lead else clause)
    return ""
