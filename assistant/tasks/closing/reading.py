"""Facts for the end of a mentoring relationship in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.roles import NAME
from assistant.language.spans import clause_after, correct_case, first_clause, sentence_of, tidy
from assistant.language.verbs import is_past
from assistant.model import Facts

_MENTOR_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentee|apprentice|trainee|student)|i(?:['’]ve| have)? (?:been )?mentor(?:ed"
    r"|ing)? (?!for me)|as (?:his|her|their) mentor"
    r"|i(?:['’]m| am) (?:his|her|their|a|the) mentor)\b",
    re.IGNORECASE,
)
_SIGNED_AS = re.compile(
    rf"(?:[.!?\n]\s*|[–—-] )(?-i:{NAME})(?:, [^.!?\n,]{{2,40}})?(?:,|,? \() ?(?:his|her|their|your) (?:\w+ )?"
    r"(?P<side>mentor|mentee)\)?[.!]?\s*$",
    re.IGNORECASE,
)
"""A name at the end with the writer's side behind it."""
_MENTEE_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentor|supervisor|coach|advisor)|mentor(?:ed|s|ing) me|as (?:his|her|their) mentee)\b",
    re.IGNORECASE,
)
_REASON = (
    re.compile(
        r"\b(?<!some )(?<!no )(?<!any )(?<!what )reason(?: for (?:this|that|it|stopping|ending it))?"
        r"(?: is(?: that)?|:| being(?: that)?) (?P<keep>(?!(?:not|none|because|why|private|simple|secret)\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>i (?:no longer have|don['’]?t have|have no|can['’]?t find) (?:the |any |enough )?(?:more )?"
        r"(?:time|energy)\b(?! (?:to (?:write|word|draft|think)|for this (?:message|e-?mail|letter))))",
        re.IGNORECASE,
    ),
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
        r"|studies|work|post|new (?:job|post|role))) (?:ends?|closes|is over|finishes|finished"
        r"|has (?:ended|finished|closed|changed|moved)|comes? to an end|runs out|moved|changed"
        r"|leaves|is (?:ending|closing|finished|done|over|elsewhere)|starts)\b)",
        re.IGNORECASE,
    ),
)
_UNSAID = re.compile(
    r"^[^.!?\n]{0,60}\b(?:won['’]?t|can['’]?t|cannot|don['’]t want to|not going to|would never|rather not|wouldn['’]t)"
    r" (?:put|say|tell|write|mention|use|give)\b",
    re.IGNORECASE,
)
"""After a reason: that it shall not be said."""
_CHANGED = re.compile(
    r"\b(?:what(?:['’]s| has| is)? (?:changed|different)(?: (?:now|for \w+|since(?: then)?))?"
    r"|(?:biggest|main) (?:change|difference))(?:: ?(?=\w)| is(?: that)? (?=(?:she|he|they|i|we)\b))"
    r"(?P<keep>(?!(?:nothing|not|what)\b)[^.!?\n]{5,140})",
    re.IGNORECASE,
)
_THEN_NOW = re.compile(
    r"(?:^|[.!?\n] ?)(?P<keep>(?:she|he|they|i) (?:came to \w+|used to|(?:started|arrived|began) (?:out|off|as|unable"
    r"|with|by|afraid|without|too)|was (?!going|hoping|planning|supposed)|could(?:n['’]?t| not| hardly| barely)"
    r"|would(?:n['’]?t| not| never)|did(?:n['’]?t| not)|never)\b[^.!?\n]{3,90}?[;,–—] ?(?:and |but )?"
    r"(?:now|today|last \w+|this \w+|yesterday|these days) (?:she|he|they|i)(?:['’](?:s|ve|d))? "
    r"(?!(?:have no|has no|do(?:es)?n['’]?t|can['’]?t|cannot|am|need|needs|wants?|must|have to|has to|move[sd]?|moving"
    r"|leaves?|leaving|left|stop\w*|never|hardly|going|quit)\b)[^.!?\n]{3,80})",
    re.IGNORECASE,
)
"""How it was and how it is, in one sentence."""
_DID = re.compile(
    r"\b(?P<keep>(?:she|he|they|i) did (?:finally |eventually )?(?:get (?!(?:annoyed|upset|angry|bored|sick|lost|better"
    r"|worse|the (?:impression|feeling)|on|in|my|me|a bit)\b)|learn (?!a lot|so much|much|nothing|something)|pass "
    r"|finish |manage to |win |land |find (?:her|his|their|a|the) |become |improve |complete |earn |publish )"
    r"\w[^.,;!?\n]{2,80}?)"
    r"(?=[.,;!?\n]|$| (?:while|when|so|but|because|although|thanks|though|in the end)\b)",
    re.IGNORECASE,
)
"""What went well as people concede it ("he did get …")."""
_PASSED = re.compile(
    r"\b(?P<keep>(?:she|he|they|i)(?:['’]ve| has| have)? (?:just |finally |since |now |even )?"
    r"(?:passed|won|earned|completed|landed|published|finished|got) (?:his|her|their|my) (?:[\w-]+ ){0,3}?"
    r"(?:licen[cs]e|exams?|degree|diploma|certificate|promotion|doctorate|phd|qualification|thesis|permit|test|badge))\b",
    re.IGNORECASE,
)
_GAIN = (
    re.compile(
        r"\b(?P<keep>(?:thanks to (?:her|him|them)|because of (?:her|him|them)|(?:at|in) the (?:beginning|start)"
        r"|when (?:we|i) (?:started|began|arrived|came|first met)"
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
_TOLD_GAIN = (_CHANGED, _THEN_NOW, _DID, _PASSED)
_KEEP = r"keep (?:in touch|in contact|on \w+ing|up|writing|meeting|talking|sending|seeing|answering)"
_CONTINUES = (
    re.compile(
        r"\b(?P<keep>(?:we(?:['’]ll| shall| are going to) (?:still |always )*"
        rf"(?:stay|{_KEEP}|meet|have (?!to\b)|write|see each other|call each other)"
        rf"|(?:i|she|he|they)['’]ll (?:still|always|{_KEEP})|we (?:still |both )?(?:stay|remain|{_KEEP})"
        r"|my door (?:is|stays|remains)(?: always)? open"
        r"|(?:she|he|they)(?:['’]s|['’]re| is| are) (?:always |still )*welcome to)\b"
        r"(?![^.,;!?\n]*\b(?:last|final|away from)\b))",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?P<keep>(?:i(?:['’]d| would) (?:like|love|be happy|be glad) to (?:stay|keep|write|meet|see|have|be"
        r"|answer)|(?:we|she|he|they|i) (?:can|could"
        r"|may|will|want to|would like to) (?:still|always|stay|keep|meet|write|ask|call|have)|once a year"
        r"|(?<!over )(?<!for )a coffee)\b)",
        re.IGNORECASE,
    ),
    re.compile(r"\b(?:stay|keep) (?P<keep>(?:in touch|in contact)\b)", re.IGNORECASE),
)
_THANKS = (
    re.compile(
        r"\b(?:thank(?:s|ful|ing)?|thx|grateful)"
        r"(?: (?:her|him|them|you|to \w+|(?!(?:note|letter|message|card|e-?mail|text)\b)[a-z]\w+|so much|a lot)){0,3} "
        r"(?:for|that) (?P<keep>(?!(?:your (?:help|time|advice|support)|any help|the help|reading(?: this)?(?=[.!?]|$))"
        r"\b)\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bi(?:['’]ve| have)? (?:(?:really|always|so) )*(?:appreciated?|valued?)"
        r" (?P<keep>(?:her|his|their|how|the way) \w)",
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
    if signed := _SIGNED_AS.search(message):
        facts["side"] = signed["side"].lower()
    elif mentor != mentee:
        facts["side"] = "mentor" if mentor else "mentee"
    for field, patterns in (("reason", _REASON), ("continues", _CONTINUES), ("thanks_for", _THANKS)):
        said = first_clause(message, patterns, 130)
        if said and not (field == "reason" and _unsaid(message, said)):
            facts[field] = correct_case(_STORY.sub("", said))
    if gain := _gain(message):
        facts["gain"] = gain
    if match := _WHEN.search(message):
        facts["ends"] = tidy(match["keep"])
    return facts


def _unsaid(message: str, said: str) -> bool:
    _, _, after = message.partition(said)
    return bool(_UNSAID.match(after))


def _gain(message: str) -> str:
    if match := next((found for pattern in _TOLD_GAIN if (found := pattern.search(message))), None):
        return correct_case(tidy(match["keep"]))
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
