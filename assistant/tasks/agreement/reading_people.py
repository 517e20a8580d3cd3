"""Who the two of a mentoring agreement are, and for whom its words stand."""

import re

from assistant.language.others import others_in, people_facts
from assistant.language.people import TITLES
from assistant.language.roles import NAME
from assistant.model import Facts

_MENTOR_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentee|apprentice|trainee|student)|i (?:mentor|coach|supervise) (?-i:[A-Z])\w+|i(?:['’]m"
    r"| am) (?:\w+ )?(?:mentoring|(?:a|the|her"
    r"|his|their)"
    r" mentor))\b",
    re.IGNORECASE,
)
_MENTEE_SIDE = re.compile(
    r"\b(?:my (?:\w+ )?(?:mentor|supervisor|coach|advisor)|mentor(?:s|ing) me|as (?:his|her|their) mentee)\b",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?:(?:we|and i|i and \w+)(?:['’]ve| have)? (?:both )?(?:agreed|settled|decided)|we agree"
    r"|both of us (?:want|agreed)|we (?:two |both )?(?:write|draft|set|put|make|draw)(?: \w+){0,4} together"
    rf"|between (?:us|the two of us)[,:] (?-i:{NAME})(?: and|,? who| \(|, (?-i:[A-ZÀ-Þ]))"
    rf"|we,? (?-i:{NAME}) and (?-i:{NAME})"
    r"|the two of us (?:want|write|would like|need|have))\b",
    re.IGNORECASE,
)
_TITLE = rf"(?:(?i:{TITLES})\b\.? )?"
_MENTOR, _MENTEE = r"(?:mentor|coach)", r"(?:mentee|apprentice|trainee|learner|prot[eé]g[eé]e?)"


def _cast(role: str, acts: str) -> re.Pattern[str]:
    """A name next to the word for its role, before it or after it."""
    return re.compile(
        rf"\b(?<![Ii] )(?<!to )(?i:(?:the |my |our |her |his )?{role})(?: (?i:is|named|called))?(?:\s?[:=]"
        rf"|,)? {_TITLE}(?P<after>{NAME})"
        rf"(?=[,.;!?)\n]| (?i:and|who|who['’]s|the|with)\b|$)|\b(?P<before>{NAME}),?"
        rf" (?:(?i:who (?:is |will be )?|is |as |will be )(?:{acts}|(?i:(?:the |a |an |her |his )?{role}))\b"
        rf"|\((?i:(?:the )?{role})\)|(?i:(?:the )?{role})(?=[,.;)]))"
    )


_CAST = {
    "mentor_name": _cast(_MENTOR, r"(?i:mentors|mentoring|teaches|coaches)"),
    "mentee_name": _cast(_MENTEE, r"(?i:learns?|learning|mentored|coached)"),
}
_MENTORS = re.compile(rf"\b(?P<mentor>{NAME}) (?:mentors|coaches|is mentoring) (?P<mentee>{NAME})")
_OF = tuple(
    (
        first,
        second,
        re.compile(rf"\b{_TITLE}(?P<first>{NAME}) and (?i:her|his|their) (?i:{role}),? {_TITLE}(?P<second>{NAME})"),
    )
    for first, second, role in (("mentor_name", "mentee_name", _MENTEE), ("mentee_name", "mentor_name", _MENTOR))
)
_MINE = re.compile(rf"\b[Ii](?: am|['’]m)? (?:mentor|coach|supervise|mentoring|coaching) (?P<mentee>{NAME})")
_ME = re.compile(rf"(?:^|(?<=[.;,!?\n(] )|(?<=[.;,!?\n(]))(?i:me|myself|i)\s?[:=]\s?{_TITLE}(?P<name>{NAME})")
_AS = re.compile(rf"\b(?i:(?P<role>mentor|mentee))\s?[:=]\s?(?i:me|myself)\b(?:,? \(?(?P<name>{NAME})(?=[),.;\n]|$))?")
_WHOSE = re.compile(r"^(?:that )?(?P<who>[A-ZÀ-Þ][\w'’-]+) (?!and\b)[a-z]")


def side_of(message: str) -> str:
    """ "mentor" or "mentee" where the writer is one of them and says so, else ""."""
    mentor, mentee = bool(_MENTOR_SIDE.search(message)), bool(_MENTEE_SIDE.search(message))
    return "" if mentor == mentee else "mentor" if mentor else "mentee"


def voices(message: str, side: str) -> Facts:
    """Whose words these are, with the names of the writer and the other where the side is known."""
    facts: Facts = {}
    if side:
        people, me = people_facts(message, "other"), _ME.search(message)
        facts["voice"], theirs = side, "mentee" if side == "mentor" else "mentor"
        for field, name in ((side, me["name"] if me else people.get("sender_name")), (theirs, people.get("other"))):
            if name:
                facts[f"{field}_name"] = name
    if _BOTH.search(message):
        facts["voice"] = "both"
    return facts


def cast_of(message: str, facts: Facts) -> Facts:
    """Who mentors and who learns, where the message says it next to a name."""
    found: Facts = {}
    if mine := _AS.search(message):
        role = mine["role"].lower()
        found = {"voice": facts.get("voice", role)} | ({f"{role}_name": mine["name"]} if mine["name"] else {})
    elif mine := _MINE.search(message):
        found = {"mentee_name": mine["mentee"]}
    elif pair := _MENTORS.search(message):
        found = {"mentor_name": pair["mentor"], "mentee_name": pair["mentee"]}
    for first, second, pattern in _OF:
        if match := pattern.search(message):
            found |= {first: match["first"], second: match["second"]}
    for field, pattern in _CAST.items():
        if field not in found and (match := pattern.search(message)):
            found[field] = match["after"] or match["before"]
    if facts.get("voice") == "both" and not found and not {"mentor_name", "mentee_name"} & set(facts):
        found = _pair(message, facts)
    return found


def _pair(message: str, facts: Facts) -> Facts:
    """Of two people who write together the mentee is whom the purpose or the success is about."""
    names = [person.name for person in others_in(message)]
    for point in ("purpose", "success"):
        about = _WHOSE.match(facts.get(point, ""))
        if about and len(names) == 2 and about["who"] in names:
            return {"mentee_name": about["who"], "mentor_name": next(n for n in names if n != about["who"])}
    return {}
