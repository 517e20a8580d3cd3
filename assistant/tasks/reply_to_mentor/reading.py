"""Facts for an answer to a mentor's message in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import WHEN
from assistant.model import Facts

_THEY = (
    r"(?:she|he|they|(?:my|the) (?:\w+ )?(?:mentor|supervisor|coach|advisor|boss|prof(?:essor)?)"
    r"|(?-i:[A-ZÀ-Þ])[\w'’-]+)"
)
_ASKED = re.compile(
    rf"\b{_THEY} (?:has |just |has just )?(?:asks?|asked|wants? to know|wanted to know|wonders?|wondered)(?: me| us)?"
    r"(?: in (?:her|his|their) \w+)?,? (?P<keep>(?:what|how|why|when|where|which|who|whether|if|to|for|about)\b)",
    re.IGNORECASE,
)
_PROPOSED = re.compile(
    rf"\b{_THEY} (?:has |just |has just )?(?:proposes?|proposed|suggests?|suggested|offers?|offered|says?|said"
    rf"|wrote(?: back)?"
    r"|answered|replied|can do|could do|wants? to meet|is free|has time)\b(?P<rest>[^.!?\n]{0,90})",
    re.IGNORECASE,
)
_WISHED = re.compile(
    rf"\b{_THEY} (?:has |just |also |then )*(?:asks?|asked|wants? to know|wanted to know|would like|wonders?"
    rf"|wondered)\b[^.!?\n]{{0,110}}",
    re.IGNORECASE,
)
_ANSWERED = re.compile(r"[.!?]\s+(?P<keep>(?:i|my|we|it|the \w+|so far)\b[^.!?\n]{6,150})", re.IGNORECASE)
_YES = re.compile(
    r"\b(?:i(?:['’]d| would)? (?:want|like|love|need)? ?(?:to )?(?:say yes|accept|confirm|agree)|(?:that|it"
    r"|the time|the date|which|the day)"
    r"(?:['’]s| is)? (?:works|fine|good|great|perfect|ok|suits)|works (?:for me|fine|great)|suits me"
    r"|\w+day (?:is fine|works|suits|would be (?:fine|good|better))"
    r"|i can (?:come|make (?:it|that)|do"
    r" (?:it|that))|i(?:['’]ll| will) be there|happy to come|yes(?: please)?|of course i (?:can|will)|gladly"
    r"|i(?:['’]m| am) free then)\b",
    re.IGNORECASE,
)
_NO = re.compile(
    r"\b(?:i (?:can(?:no|['’])?t|cant|cannot|could ?n['’]?t)(?: (?:come|make|do|attend|be there|get))?|(?:that|it"
    r"|the time|the date)"
    r" (?:does|do)(?: not|n['’]?t) (?:work|suit|fit)|need to (?:move|postpone|shift|cancel|reschedule)"
    r"|have to (?:move|postpone|cancel"
    r"|reschedule|say no)|must (?:move|postpone|cancel)|won['’]?t (?:be able|manage|make it)|reschedul\w+"
    r"|postpon\w+|i don['’]?t want)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:i(?:['’]m| am) (?:free|off|available)|i (?:can|could) (?:do|make|come|offer)|how about|what about"
    r"|(?:would|could) (?:it be|we"
    r" (?:do|meet|say))|rather|instead|better|prefer|works for me)\b",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",? (?:after|before|from|until) (?:\d[\w:.]*|one|two|three|four|five|six|seven|eight|nine|ten|noon|lunch|work)\b",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:tell (?:her|him|them)|let (?:her|him|them) know|the answer is|i(?:['’]d| would)? (?:want"
    r"|like) to (?:say|answer"
    r"|reply)|i want (?:her|him|them) to know|my answer is)(?: (?:that|with|:))? (?P<keep>(?!yes\b|no\b|to (?:her"
    r"|him|them)\b"
    r"|(?:her|him|them|it|this)\b)\w)|\b(?:answer|reply|write back)(?: (?:to )?(?:her|him|them))? (?:that"
    r"|with) (?P<told>\w)",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:whether|if|what|how|why|when|where|which|who)\b[^.!\n]{6,150}$", re.IGNORECASE)
_WILL = re.compile(
    r"\b(?P<keep>i(?:['’]ll| will| plan to| am going to|['’]m going to|['’]ve(?: already)?"
    r"| have(?: already)?) (?:also |then )?(?:bring|send|read"
    r"|write|prepare|do|try|finish|call|ask|book|show|come with|look|draft|check|make|practi[sc]e|take|sent"
    r"|written|read|done|booked|prepared"
    r"|finished|drafted|tried|put|attach\w*)\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:because|since(?! we (?:last|spoke|talked|met))|as) (?P<keep>(?:i|my|we|our|the)(?:['’]\w+)? )"
    r"|\b(?P<shift>i(?:['’]m| am) (?:on (?:shift"
    r"|nights|call|duty|a course)"
    r"|at (?:work|school|a fair|the \w+)|away|travelling|teaching|working)\b)",
    re.IGNORECASE,
)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words; only what form makes sure of."""
    facts = people_facts(message, "recipient_name", "recipient_title")
    if _BARE.match(message.strip()):
        facts["asked"] = correct_case(tidy(message))
        return facts | ({"slot": tidy(when[0])} if (when := WHEN.search(message)) else {})
    question = _ASKED.search(message)
    if question:
        asked = clause_after(message, question.start("keep"), 130)
        facts["asked"] = correct_case(re.split(r" and (?=honestly|i\b|to be honest)", asked)[0])
    theirs = " ".join(match[0] for match in (*_PROPOSED.finditer(message), *_WISHED.finditer(message)))
    if named := WHEN.search(theirs):
        facts["slot"] = tidy(named[0])
    no = _NO.search(message)
    if no or _YES.search(message):
        facts["answer"] = "no" if no else "yes"
    if instead := _instead(message, facts.get("slot", "")):
        facts["instead"] = instead
    if match := _REPLY.search(message):
        facts["reply"] = correct_case(clause_after(message, match.start("keep" if match["keep"] else "told"), 160))
    elif question and (match := _ANSWERED.search(message, question.start())) and not _taken(match["keep"]):
        facts["reply"] = correct_case(tidy(match["keep"]))
    if match := _WILL.search(message, question.start("keep") + len(facts["asked"]) if question else 0):
        facts["will_do"] = correct_case(clause_after(message, match.start("keep"), 130))
    if match := _REASON.search(message):
        facts["reason"] = correct_case(clause_after(message, match.start("keep" if match["keep"] else "shift"), 100))
    return facts


def _taken(sentence: str) -> bool:
    """Whether a sentence is a yes, a no or a promise instead of the answer to a question."""
    return any(cue.search(sentence) for cue in (_YES, _NO, _WILL))


def _instead(message: str, theirs: str) -> str:
    """The first time after words that offer one, other than the one that they named."""
    for cue in _INSTEAD.finditer(message):
        around = message[max(0, cue.start() - 30) : cue.end() + 60]
        for when in WHEN.finditer(around):
            if tidy(when[0]).lower() not in theirs.lower():
                hour = _AFTER.match(around, when.end())
                return tidy(when[0] + (hour[0] if hour else ""))
    return ""
