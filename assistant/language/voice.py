"""Turning the user's words about somebody into words to that person: "her talk" becomes "your talk"."""

import re

from assistant.language.text import sentence_case
from assistant.language.verbs import BASE_ACTS, is_participle, is_past, with_you

_SUBJECT = re.compile(
    r"\b(?P<who>she|he)(?P<short>['’](?:s|d|ll))?"
    r"(?P<gap> (?:also |then |just |never |always |really |actually |once |now |still |first |usually "
    r"|only )?)(?P<verb>[a-z'’]+)?",
    re.IGNORECASE,
)
_PERCEIVED = re.compile(r"\b(?:hear|heard|see|saw|seen|watch|watched|let|help|helped|make|made)\s*$", re.IGNORECASE)
_GIVEN = re.compile(r"\b(?:give|send|tell|show|lend|teach|offer|bring|ask|gave|sent|told|buy|hand)\s*$", re.IGNORECASE)
_GIFTS = frozenset(
    "half two three four five some more any my our feedback time credit advice help another each every all both "
    "enough "
    "that this these those it one everything something".split()
)
_HELPED = re.compile(r"\b(?:help|let|make)\s*$", re.IGNORECASE)
_BARE_VERBS = frozenset(
    "speak present explain give say describe argue tell lead teach show ask answer sing handle".split()
)
_NOT_POSSESSED = frozenset(
    "to at in on about for with from and or but how what when where why who if that which because so "
    "again yesterday today "
    "tomorrow as by after before during while than too whether a an the one off out up over into through one under "
    "along aside apart home there here back away around seriously "
    "first".split()
)


def to_you(text: str, pronoun: str = "") -> str:
    """Third person to second: pronouns, their possessives and the verbs that go with them.

    `pronoun` is "he", "she" or "they" when it is known which one means the reader; others are then left alone.
    """
    capital = text[:1].isupper()
    if pronoun == "they":
        return they_to_you(text)
    if pronoun != "she":
        text = _masculine(text)
    if pronoun != "he":
        text = _feminine(text)
    return sentence_case(text) if capital else text


def _masculine(text: str) -> str:
    text = _SUBJECT.sub(lambda m: _subject(m) if m["who"].lower() == "he" else m[0], text)
    text = re.sub(r"\bhimself\b", "yourself", text, flags=re.IGNORECASE)
    text = re.sub(r"\bhis\b(?= [\w'’-])", "your", text, flags=re.IGNORECASE)
    return re.sub(r"\bhim\b", "you", re.sub(r"\bhis\b", "yours", text, flags=re.IGNORECASE), flags=re.IGNORECASE)


def _feminine(text: str) -> str:
    text = _SUBJECT.sub(lambda m: _subject(m) if m["who"].lower() == "she" else m[0], text)
    text = re.sub(r"\bherself\b", "yourself", text, flags=re.IGNORECASE)
    text = re.sub(r"\bhers\b", "yours", text, flags=re.IGNORECASE)
    return re.sub(r"\bher\b", _her, text, flags=re.IGNORECASE)


def _her(match: re.Match[str]) -> str:
    following = re.match(r" ([\w'’-]+)(?: (\w+))?", match.string[match.end() :])
    if following is None or (following[1].lower() in _NOT_POSSESSED and not _hers_in_order(match, following)):
        return "you"
    if _GIVEN.search(match.string[: match.start()]) and following[1].lower() in _GIFTS:
        return "you"
    if _HELPED.search(match.string[: match.start()]):
        return "you"
    seen = _PERCEIVED.search(match.string[: match.start()])
    acting = following[1].lower() in _BARE_VERBS or (following[1].lower() == "talk" and following[2] in ("about", "to"))
    return "you" if seen and acting else "your"


def _hers_in_order(match: re.Match[str], following: re.Match[str]) -> bool:
    """Whether "her first …" after a preposition tells whose it is: "with her first show", not "I met her first"."""
    before = match.string[: match.start()]
    return following[1].lower() == "first" and bool(following[2]) and bool(_PREPOSITION.search(before))


_PREPOSITION = re.compile(r"\b(?:with|for|of|about|on|in|at|from|to|before|after|during)\s*$", re.IGNORECASE)


def they_to_you(text: str) -> str:
    """The same for a person called "they", which is only safe where nobody else is meant."""
    text = re.sub(
        r"\bthey(?P<rest>['’](?:re|ve|d|ll))?\b", lambda m: "you" + (m["rest"] or ""), text, flags=re.IGNORECASE
    )
    text = re.sub(r"\btheir\b", "your", text, flags=re.IGNORECASE)
    return re.sub(
        r"\b(?:themselves|themself)\b",
        "yourself",
        re.sub(r"\bthem\b", "you", text, flags=re.IGNORECASE),
        flags=re.IGNORECASE,
    )


_WHO_THEY_ARE = (
    "mentor|mentee|boss|manager|line manager|colleague|supervisor|trainee|apprentice|student|coach|teacher|tutor|friend"
)


def name_to_you(text: str, name: str) -> str:
    """Replace the reader's own name by "you" ("Ana's" by "your", "my mentor Ana" by "you")."""
    text = re.sub(
        rf"\b(?:my|our) (?:new |old )?(?:{_WHO_THEY_ARE}) (?={re.escape(name)}\b)", "", text, flags=re.IGNORECASE
    )
    for part in [name, *name.split()]:
        if len(part) < 2:
            continue
        text = re.sub(rf"\b{re.escape(part)}['’]s\b", "your", text)
        text = re.sub(
            rf"\b{re.escape(part)}\b(?P<gap> )(?P<verb>[a-z]+)?",
            lambda m: "you" + m["gap"] + with_you(m["verb"] or ""),
            text,
        )
        text = re.sub(rf"\b{re.escape(part)}\b", "you", text)
    return text


def _subject(match: re.Match[str]) -> str:
    verb, gap, short = match["verb"] or "", match["gap"] or "", match["short"] or ""
    if short.endswith("s"):
        short = "'ve" if is_participle(verb) and verb not in _ADJECTIVES else "'re"
        return f"you{short}{gap}{verb}"
    if short:
        return f"you{short}{gap}{verb}"
    return f"you{gap}{with_you(verb)}"


def lower_start(text: str) -> str:
    """First letter small, unless the word is a name, an acronym or "I"."""
    first = text.split(" ", 1)[0]
    if first in ("I",) or first.startswith(("I'", "I’")) or (len(first) > 1 and first.isupper()):
        return text
    low = re.sub(r"\W+$", "", first.lower())
    common = low in _OPENERS or low.rstrip("s") in _OPENERS or (_is_act(low) and low not in _ALSO_NAMES)
    return text[:1].lower() + text[1:] if common else text


def _is_act(word: str) -> bool:
    """Whether a lower-case word is a form of a verb of doing."""
    return word in BASE_ACTS or is_past(word) or (word.endswith("ing") and len(word) > _SHORTEST_DOING)


_SHORTEST_DOING = 5
_ALSO_NAMES = frozenset(
    "mark will rob bill sue pat grant chase drew art lance skip wade reading sterling fleming irving beijing".split()
)
_OPENERS = frozenset(
    "a an the your you our my his her their this that these those we it he she they how what why "
    "which whether when where in on at after before during from with for about because since "
    "yesterday today "
    "may shall will can has have would do does did is are was were thank thanks last next this one "
    "two three four five some any every no nobody nothing somebody someone everybody only just more fewer less "
    "every please could would let try to ask each both as by if and but so then "
    "there".split()
)


_ADJECTIVES = frozenset("interested retired based tired excited married trained worried pleased".split())


def join_list(things: list[str] | tuple[str, ...]) -> str:
    """ "a", "a and b", "a, b and c"."""
    items = [thing for thing in things if thing]
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


_DAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day(?=s?\b|['’]s)", re.IGNORECASE)
_DAYS_EVENT = re.compile(
    r"\b(?P<day>(?:mon|tues|wednes|thurs|fri|satur|sun)day)s (?=(?:\d+ ?[ap]m )?(?:handover|meeting"
    r"|shift|round|lesson|class|call|session|review|stand-?up)\b)",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:january|february|april|june|july|august|september|october|november|december)\b|(?<=in )(?:march|may)\b",
    re.IGNORECASE,
)


def with_capitals(text: str) -> str:
    """Days and months with the capital that they have in English, however they were typed."""
    text = _DAYS_EVENT.sub(lambda m: f"{m['day']}'s ", text)
    return _MONTH.sub(lambda m: m[0].capitalize(), _DAY.sub(lambda m: m[0].capitalize(), text))
