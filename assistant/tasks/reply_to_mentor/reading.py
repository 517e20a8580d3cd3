"""Facts for an answer to a mentor's message in a message as people type it."""

import re

from assistant.language.others import people_facts
from assistant.language.people import TITLES
from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import WHEN
from assistant.model import Facts

_THEY = (
    r"(?:she|he|they|(?:(?:my|the) (?:\w+ )?)?(?:mentor|supervisor|coach|advisor|boss|prof(?:essor)?)"
    r"(?:,? (?-i:[A-ZÀ-Þ])[\w'’-]+,?)?"
    rf"|(?:(?i:{TITLES})\.? )?(?-i:[A-ZÀ-Þ])[\w'’-]+)"
)
_ASKED = re.compile(
    rf"\b{_THEY} (?:has |is |was |keeps |just |has just |is now )?"
    r"(?:ask(?:s|ed|ing)?|wants? to know|wanted to know|wonders?|wondered|wondering)(?: me| us)?"
    r"(?: in (?:her|his|their) \w+)?,? (?P<keep>(?:what|how|why|when|where|which|who|whether|if|to|for|about)\b)",
    re.IGNORECASE,
)
_PUT_TO_ME = re.compile(
    rf"\b{_THEY} (?:has |just |also |now |has just )?(?:"
    r"(?:propos|suggest|ask|request|recommend|insist)(?:e?s|ed|ing)?(?: to me)? that (?P<that>(?:i|we)\b)"
    r"|(?:wants?|wanted|would like|['’]d like|needs?|invites?|invited|expects?|told) (?:me|us)"
    r" (?P<do>to (?!know\b|tell\b|say\b)\w|for \w)"
    r"|offer(?:s|ed|ing)? (?:me )?(?P<offer>to \w))",
    re.IGNORECASE,
)
"""What they want of me or offer me, without a word of asking."""
_QUESTION = re.compile(
    rf"\b{_THEY} (?:just |has just )?(?:asks?|asked|wrote|writes|says?|said|texted|messaged|replied|answered)"
    r"(?: back| me)*[:,]? ?[\"“'‘]?(?P<keep>(?:can|could|would|will|do|did|have|are|shall"
    r"|(?:what|how|when|where|which|why)(?: \w+)?) (?:you|u|we|i)\b[^.?!\n]{3,120})",
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
_MY_TURN = re.compile(r"(?:,| and| but| so)+ (?:i|we)(?:['’](?:m|ll|d|ve|re))?\b", re.IGNORECASE)
"""Where their words end and mine begin in one sentence; a time behind it is not theirs."""
_ANSWERED = re.compile(
    r"[.!?]\s+(?P<keep>(?!i (?:do(?: not|n['’]?t) know|don['’]?t want|have no|want to|would like to|['’]d like to"
    r"|need)\b"
    r"|i(?:['’]m| am) (?:not sure|unsure|writing)\b)(?:i|my|we|it|the \w+|so far)\b[^.!?\n]{6,150})",
    re.IGNORECASE,
)
_UNDECIDED = r"(?<!whether to )(?<!should i )(?<!if i should )(?<!whether i should )"
_YES = re.compile(
    r"\b(?:i(?:['’]d| would)? (?:want|like|love|need)? ?(?:to )?(?:say yes|accept|confirm|agree)|(?:that|it"
    r"|the time|the date|which|the day)"
    r"(?:['’]s| is)? (?:works|fine|good|great|perfect|ok|suits)|works (?:for me|fine|great)|suits me"
    r"|\w+day (?:is fine|works|suits|would be (?:fine|good|better))"
    rf"|{_UNDECIDED}(?:say|saying) (?:a \w+ )?yes(?! or\b)|tell (?:her|him|them|(?-i:[A-Z])\w+) yes"
    rf"|{_UNDECIDED}accept (?:it|the|this|that|(?:her|his|their) \w+)|my answer is yes"
    r"|i can (?:come|make (?:it|that)|do"
    r" (?:it|that))|i(?:['’]ll| will) be there|happy to come|(?<!say )(?<!saying )(?<!said )(?<!says )yes(?: please)?"
    r"|of course i (?:can|will)|gladly"
    r"|i(?:['’]m| am) free then)\b(?! or no\b)",
    re.IGNORECASE,
)
_CANNOT = r"(?:can(?:no|['’])?t|cant|cannot|could ?n['’]?t)"
_NO_IDEA = r"(?! (?:wait|decide|say|tell|remember|find|believe|help|thank|think|stop|figure|understand|seem|really)\b)"
"""What cannot be done and is no refusal: "I can't wait", "I can't thank her enough"."""
_NO = re.compile(
    rf"\b(?:i {_CANNOT}{_NO_IDEA}(?: (?:come|make|do|attend|be there|get))?|(?:that|it"
    r"|the time|the date|\w+day|tomorrow)"
    r" (?:(?:does|do)(?: not|n['’]?t) (?:work|suit|fit)|is (?:not possible|impossible|no good))|need to (?:move"
    r"|postpone|shift|cancel|reschedule)"
    r"|have to (?:move|postpone|cancel"
    r"|reschedule|say no)|must (?:move|postpone|cancel)|won['’]?t (?:be able|manage|make it)|reschedul\w+"
    r"|postpon\w+|i don['’]?t want"
    r"|(?:must|have to|need to|got to|gotta|want to|wanna|going to|would like to|['’]d like to|will) (?:refuse|decline"
    r"|turn (?:(?:it|this|that|her|him|them) down|down \w+))"
    rf"|{_UNDECIDED}(?:say|saying) (?:a \w+ )?no(?=[.,;!?]| to\b| but\b| because\b| politely\b| nicely\b|$)"
    r"|tell (?:her|him|them|(?-i:[A-Z])\w+) no(?=[.,;!?]| but\b|$)|my answer is no|no,? thanks?)\b"
    r"|\bso,? no(?=[.,;!])|\bi won['’]?t(?=[.,;!])"
    r"|\bi(?:['’]d| would) (?:rather not|prefer not to)\b"
    rf"|(?:^|[.;!?,\n] ?|\b(?:but|sorry|so) ){_CANNOT} (?:come|make|do|attend|be there)\b",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\b(?:i(?:['’]m| am) (?:free|off|available)|i (?:can|could) (?:do|make|come|offer)|how about|what about"
    r"|(?:would|could) (?:it be|we"
    r" (?:do|meet|say))|rather|instead(?! of)|better|prefer|works for me|would be (?:good|fine|ok(?:ay)?|great|possible"
    r"|easier))\b"
    r"|(?:^|[.;!?,\n] ?|\b(?:but|or|so) )(?:can|could|free) (?:do|make|come|offer|on)\b"
    r"|\b(?:maybe|perhaps)(?= (?:on |the |next )?(?:\d|\w+day\b|tomorrow))",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r",? (?:after|before|from|until) (?:\d[\w:.]*|one|two|three|four|five|six|seven|eight|nine|ten|noon|lunch|work)\b",
    re.IGNORECASE,
)
_MY_SLOT = {
    "no": (
        re.compile(rf"\b{_CANNOT} (?:do|make|come|attend|be there)(?: it| that)?(?: on| at| for)? $", re.IGNORECASE),
        re.compile(
            r"^ (?:does|do|will)(?: not|n['’]?t) (?:work|suit|fit)\b|^ is (?:not possible|impossible|no good)\b"
        ),
    ),
    "yes": (
        re.compile(r"\b(?:yes to|confirm|accept)(?: the)? $", re.IGNORECASE),
        re.compile(
            r"^ (?:works|suits|is (?:fine|good|great|perfect|ok(?:ay)?)|sounds good)\b(?! better)", re.IGNORECASE
        ),
    ),
}
"""For each answer what stands before or after the time that it answers to."""
_TOLD_OR_ASKED = re.compile(
    r"\b(?:if|whether|says?|said|that|thinks?|thought|hopes?|asks?|asked|does|is|will|would|because|when"
    r"|maybe) (?:on |the )?$",
    re.IGNORECASE,
)
_REPLY = re.compile(
    r"\b(?:tell (?:her|him|them)|let (?:her|him|them) know|the answer is|i(?:['’]d| would)? (?:want"
    r"|like) to (?:say|answer"
    r"|reply)|i want (?:her|him|them) to know|my answer is)(?: (?:that|with|:)|:)? (?P<keep>(?!yes\b|no\b|to (?:her"
    r"|him|them)\b"
    r"|(?:her|him|them|it|this)\b|pls\b|please\b)\w)|\b(?:answer|reply|write back)(?: (?:to )?(?:her|him"
    r"|them))? (?:that"
    r"|with) (?P<told>\w)"
    r"|\btell (?:my (?:\w+ )?(?:mentor|supervisor|coach|advisor|boss)|(?-i:[A-Z])\w+),? (?:that )?"
    r"(?P<named>(?:i(?:['’]m|['’]d|['’]ve)?|my|we|it(?:['’]s)?|the)\b)"
    r"|(?<!they )(?<!people )(?<!you )(?<!\bwe )\bsay that (?P<say>(?:i(?:['’]m|['’]d|['’]ve)?|my|we|it(?:['’]s)?"
    r"|the)\b)",
    re.IGNORECASE,
)
_BARE = re.compile(r"^(?:whether|if|what|how|why|when|where|which|who)\b[^.!\n]{6,150}$", re.IGNORECASE)
_NEXT_STEP = (
    r"(?:bring|send|read|write|prepare|do|try|finish|call|ask|book|show|come with|look|draft|check|make|practi[sc]e"
    r"|take|put|attach|submit|upload|hand in|share|forward|test|fix|update|fill|print|collect|drop off|pick)"
)
_WILL = re.compile(
    r"\b(?P<keep>i(?:['’]ll| will| plan to| am going to|['’]m going to|['’]ve(?: already)?"
    rf"| have(?: already)?| promise to| shall) (?:also |then |surely |gladly |of course )?(?:{_NEXT_STEP}"
    r"|sent|written|read|done|booked|prepared|finished|drafted|tried|attached)\b"
    r"|i(?:['’]m| am|m) (?:also |already )?(?:sending|bringing|preparing|finishing|booking|attaching|submitting"
    r"|sharing)\b)"
    rf"|(?:^|[.;!?,\n] ?|\b(?:and|but) )(?P<bare>will (?:also |then )?{_NEXT_STEP}\b)",
    re.IGNORECASE,
)
_REASON = re.compile(
    r"\b(?:(?:because|'?cause|cos|cuz|coz|bc) (?P<any>(?!of\b|that['’]?s\b)\w)"
    r"|(?:since(?! we (?:last|spoke|talked|met))|as) (?P<keep>(?:i|my|we|our|the|there|it)(?:['’]\w+)? )"
    r"|(?P<shift>i(?:['’]m| am) (?:on (?:\w+ )?(?:shift"
    r"|nights|call|duty|a course|holiday|leave)"
    r"|at (?:work|school|a fair|the \w+)|away|travelling|teaching|working|not ready|ill|sick|busy|fully booked)\b)"
    r"|(?P<clash>that(?:['’]s| is) (?:my|our) (?:\w+ )?(?:night|day|evening|shift|morning|afternoon|week|turn|birthday"
    r"|holiday)\b))",
    re.IGNORECASE,
)
_EXCUSE = re.compile(
    r"^(?:,| -| –|:) ?(?P<keep>(?!(?:could|can|would|but|so|how|what|is|are|do|does|please|pls|plz|sorry|tell|any|only"
    r"|maybe|perhaps|and|or|which|let|instead|rather|he|she|they|we|though|unless|thanks?|help|not|best|better"
    r"|i (?:can|could|would|want|need help|prefer|don|think)|i['’]d|i['’]m (?:free|available|sorry|not sure))\b)"
    r"[^.,;!?\n]{4,60})",
    re.IGNORECASE,
)
"""A reason with no word for it, right behind a time that does not suit ("can't do Friday, dentist")."""


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
    elif asked := _put_to_me(message):
        facts["asked"] = asked
    theirs = " ".join(
        _MY_TURN.split(match[0])[0] for match in (*_PROPOSED.finditer(message), *_WISHED.finditer(message))
    )
    no = _NO.search(message)
    answer = "no" if no else "yes" if _YES.search(message) else ""
    if answer:
        facts["answer"] = answer
    mine, behind = _my_slot(message, answer)
    if mine and not answer:
        facts["answer"] = "yes"
    named = WHEN.search(theirs)
    if slot := tidy(named[0]) if named else mine:
        facts["slot"] = slot
    if other := _instead(message, facts.get("slot", "")):
        facts["slot" if facts.get("answer") == "yes" and "slot" not in facts else "instead"] = other
    if match := _REPLY.search(message):
        group = next(name for name, said in match.groupdict().items() if said)
        facts["reply"] = correct_case(clause_after(message, match.start(group), 160))
    elif question and (match := _ANSWERED.search(message, question.start())) and not _taken(match["keep"]):
        facts["reply"] = correct_case(tidy(match["keep"]))
    if match := _WILL.search(message, question.start("keep") + len(facts["asked"]) if question else 0):
        said = clause_after(message, match.start("keep" if match["keep"] else "bare"), 130)
        facts["will_do"] = correct_case(said if match["keep"] else f"I {said.lower()[:4]}{said[4:]}")
    if reason := _reason(message, behind if answer == "no" else ""):
        facts["reason"] = reason
    return facts


def _put_to_me(message: str) -> str:
    """What they want of me, offer me, or ask in so many words."""
    if match := _QUESTION.search(message):
        return correct_case(tidy(match["keep"]))
    if match := _PUT_TO_ME.search(message):
        group = next(name for name, said in match.groupdict().items() if said)
        return correct_case(clause_after(message, match.start(group), 130))
    return ""


def _my_slot(message: str, answer: str) -> tuple[str, str]:
    """The time that the answer is said of ("Monday works", "can't do Friday"), and the words behind it."""
    before, after = _MY_SLOT[answer or "yes"]
    for when in WHEN.finditer(message):
        hour = _AFTER.match(message, when.end())
        end = hour.end() if hour else when.end()
        behind = None if _TOLD_OR_ASKED.search(message[: when.start()]) else after.match(message[end:])
        if behind or before.search(message[: when.start()]):
            return tidy(message[when.start() : end]), message[end + (behind.end() if behind else 0) :]
    return "", ""


def _reason(message: str, behind: str) -> str:
    """Why, with a word for it or right behind the time that does not suit."""
    if match := _REASON.search(message):
        group = next(name for name, said in match.groupdict().items() if said)
        return correct_case(clause_after(message, match.start(group), 100))
    match = _EXCUSE.match(behind)
    return correct_case(tidy(match["keep"])) if match and not WHEN.match(match["keep"]) else ""


def _taken(sentence: str) -> bool:
    """Whether a sentence is a yes, a no or a promise instead of the answer to a question."""
    return any(cue.search(sentence) for cue in (_YES, _NO, _WILL))


def _instead(message: str, theirs: str) -> str:
    """The first time after words that offer one, other than the one that they named."""
    for cue in _INSTEAD.finditer(message):
        before = re.split(r"[.!?\n]\s", message[max(0, cue.start() - 30) : cue.start()])[-1]
        around = before + message[cue.start() : cue.end() + 60]
        for when in WHEN.finditer(around):
            if tidy(when[0]).lower() not in theirs.lower():
                hour = _AFTER.match(around, when.end())
                return tidy(when[0] + (hour[0] if hour else ""))
    return ""
