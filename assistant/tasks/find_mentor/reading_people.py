"""Whom somebody has in mind who looks for a mentor, named or known by what they do."""

import re

from assistant.language.others import others_in
from assistant.language.people import Person
from assistant.language.roles import NAME, ROLE_NOUN
from assistant.language.spans import tidy

_SURE = 1.0
_IN_MIND = re.compile(
    r"\b(?i:th(?:ink|inking|ought) (?:of|about)|maybe|perhaps|such as|,? like|e\.g\.|met|ask"
    r"|admire|comes? to mind:?|reckon|there(?:['’]s| is)"
    r"|(?:colleague|boss|teacher|neighbour|neighbor|friend|uncle|aunt|cousin|trainer|lecturer|tutor),?)"
    r"(?: (?:[A-ZÀ-Þ][\w'’-]+,?|or|and|also|asking|of|my|our|a|the|old|former|colleague|boss|teacher|neighbour|friend"
    r"|called))* $"
)
_COMES_TO_MIND = re.compile(
    r"^(?:,? (?:from|at|in|who|the) [^.!?\n]{2,40}?)? (?:(?:has |also )?crossed my mind|(?:comes|came"
    r"|springs) to (?:my )?mind"
    r"|might (?:help|know|be)|could (?:help|be|show|teach)|would be|knows|seems)\b"
)
_SHORT = re.compile(r"^[A-Z]{2,}s?$")
_OPENING_WORD = re.compile(
    r"^(?:Ex|Former|Formerly|Reckon|Maybe|Perhaps|Possibly|Ask|Met|Thought"
    r"|Probably) (?=[A-ZÀ-Þ])"
)
_AFTER_OWN_ROLE = re.compile(rf"^(?:[\w-]+ ){{0,3}}{ROLE_NOUN}(?: here)?, $", re.IGNORECASE)
"""A message's opening that gives the writer's own role; the name behind it is theirs or of their company."""
_CLOSE = (
    r"(?:aunt|auntie|uncle|cousin|brother|sister|sister-in-law|brother-in-law|mum|mom|mother|dad|father"
    r"|grand(?:ma|pa|mother"
    r"|father)|gran|nan|neighbou?r|friend|mate|ex-colleague|colleague|co-?worker|boss|foreman|forewoman"
    r"|supervisor|tutor"
    r"|professor|prof|lecturer|landlord|landlady|classmate|flatmate|postdoc|librarian|investor)"
)
_KNOWN = re.compile(
    rf"\b(?i:my|our) (?:(?!(?:son|daughter|mentee|kid|child|boy|girl)\b)[\w-]+ ){{0,3}}?(?i:{_CLOSE}|{ROLE_NOUN}),?"
    rf" (?:called )?(?P<name>{NAME})(?![\w'’-])(?! (?:wants?|needs?|would like|is looking|hopes|says|said|told"
    r"|thinks)\b)"
)
_COMING = re.compile(
    rf"(?:^|[.!?;,\n] ?|\b(?:and|or) )(?P<name>(?!(?:Who|Whom|Maybe|Perhaps|Anybody|Anyone|People|There|Nobody"
    r"|Somebody|Someone|Nothing|It|This|That|What|He|She"
    r"|They|One)\b)"
    rf"{NAME})(?:,? (?:in|from|at|on|who) [^.!?;\n]{{2,40}}?)?,? (?:has |also |just )?(?:crossed my mind"
    r"|(?:comes|came|springs)"
    r" to (?:my )?mind|might (?:know|help)|could (?:help|show me|teach me))\b"
)
_SOMEBODY = rf"(?:woman|man|lady|guy|bloke|chap|girl|gentleman|couple|postdoc|tech|nun|{_CLOSE}|{ROLE_NOUN})"
_MORE = (
    r"(?: (?:from|at|in|of|across|next|down|over|on|who) (?:(?!(?:or|and|but|maybe|perhaps|would|could|might|crossed"
    r"|comes)\b)[\w'’-]+ ?){1,6})?"
)
_UNNAMED = re.compile(
    rf"\b(?P<keep>(?:my|our|the|one of (?:my|our)) (?:(?!(?:same|next|right|best|only|other|mentor|whole)\b)[\w-]+ )"
    rf"{{0,2}}?(?!mentor\b){_SOMEBODY}\b{_MORE})",
    re.IGNORECASE,
)
_THERE_IS = re.compile(
    rf"\bthere(?:['’]?s| is| was) (?:also |maybe )?(?P<keep>(?:an?|the|my|our|this) (?:(?!mentor)[\w-]+ ){{0,2}}?"
    rf"(?!mentor\b){_SOMEBODY} (?:from|at|in|of|across|next|down|who) (?:(?!(?:or|and|but)\b)[\w'’-]+ ?){{1,6}})",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"\b(?:possible|possibly|possibilities|maybe|perhaps|(?:could|can|might|should) (?:i |we )?ask|think(?:ing)? of"
    r"|thought (?:of|about)|except|such as|in mind|candidates?|options?|ideas so far|on my list|names|reckon)\b",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"^ ?,? ?(?:would be (?:one|an option)|(?:has |also )?crossed my mind|(?:comes|came|springs) to (?:my )?mind"
    r"|might (?:know|help|be)|could (?:show|help|teach|be)|(?:maybe|perhaps) ?[?.])",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?:(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bprof)[.!?]+(?=\s|$)|\n)", re.IGNORECASE)
MOST = 5


def people(message: str, sender: str, known: str) -> list[str]:
    """Those who come to mind, as they are called, in the order of their certainty."""
    named = [
        p for p in others_in(message, sender) if _OPENING_WORD.sub("", p.name) not in known and _is_person(message, p)
    ]
    found = [_called(p) for p in named]
    for match in (*_KNOWN.finditer(message), *_COMING.finditer(message)):
        name = match["name"]
        if name not in sender and not any(p.name in name or name in p.name for p in named):
            found.append(tidy(name))
    found += [one for one in _unnamed(message, bool(found)) if not any(one in other for other in found)]
    return list(dict.fromkeys(found))[:MOST]


def _unnamed(message: str, anybody: bool) -> list[str]:
    """People told by what they are ("the postdoc across the corridor"), where words of having in mind stand by."""
    found = [tidy(match["keep"]) for match in _THERE_IS.finditer(message)]
    for match in _UNNAMED.finditer(message):
        begun = max((end.end() for end in _SENTENCE.finditer(message, 0, match.start())), default=0)
        before = message[begun : match.start()]
        joined = anybody and re.search(r"(?:,|\bor) $", before) and _CUE.search(before)
        asked = re.search(rf"{_CUE.pattern}(?: is| are)?:? $", before, re.IGNORECASE)
        chained = re.search(r"\bor $", before) and (anybody or found)
        if (joined or asked or chained or _ANSWERS.match(message[match.end() :])) and not _is_named(message, match):
            found.append(tidy(match["keep"]))
    return found


def _is_named(message: str, match: re.Match[str]) -> bool:
    """Whether a name stands within or right behind: then the name is read."""
    return bool(
        re.search(r" (?-i:[A-ZÀ-Þ])[\w'’-]+$", match["keep"]) or re.match(r",? ?[A-ZÀ-Þ]", message[match.end() :])
    )


def _is_person(message: str, found: Person) -> bool:
    """Whether more than a capital says so: a title, a first and last name, a role, or words of having in mind."""
    if _SHORT.match(found.name) or (not found.title and _AFTER_OWN_ROLE.match(message[: found.start])):
        return False
    return bool(
        found.title
        or found.score >= _SURE
        or _IN_MIND.search(message[: found.start])
        or _COMES_TO_MIND.match(message[found.end :])
    )


def _called(person: Person) -> str:
    """A person as they are called, with the title that the message gives."""
    name = _OPENING_WORD.sub("", person.name)
    return f"{person.title[:1].upper()}{person.title[1:]} {name}" if person.title else name
