"""Facts put right in conversation: a name spelt otherwise, another day, this and not that."""

import re
from typing import Any

from assistant.engines.requests import Change
from assistant.language.spans import tidy
from assistant.language.times import minutes_in
from assistant.model import Brief, Facts, Style, Task

_SPELLED = re.compile(
    r"\b(?P<whose>her|his|their|the|my) (?P<which>(?:first |last |family |sur)?name|surname) (?:is"
    r"|should be|['’]s|was)(?: (?:actually|really))? (?:spelled|spelt|written|called"
    r"|with)?\s*:?\s*[\"“']?(?P<name>[A-ZÀ-Þa-zà-ÿ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)",
    re.IGNORECASE,
)


_IS_SPELLED = re.compile(
    r"\b(?P<old>[A-ZÀ-Þ][\w'’-]+) (?:is|should be) (?:spelled|spelt|written) (?P<name>[A-ZÀ-Þ][\w'’-]+)"
)


_NOT_BUT = (
    re.compile(
        r"\b(?:it['’]?s|it is|i(?:['’]m| am)|i said|i meant|that['’]?s|they['’]?re|s?he['’]?s|s?he is"
        r"|s?he was|we['’]?re|make (?:it|that)|make)?\s*(?P<new>[\w'’.-]+(?: [\w'’.-]+){0,7}?),? (?:and "
        r")?not (?:a |an |the |in |at |on )?(?P<old>[\w'’.-]+(?: [\w'’.-]+){0,5})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bnot (?:a |an |the )?(?P<old>[\w'’.-]+(?: [\w'’.-]+){0,5}?),? (?:but|it['’]s|i(?:['’]m| am)|it "
        r"was|s?he['’]s|rather) (?P<new>[\w'’.-]+(?: [\w'’.-]+){0,7})\W*$",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:change|replace|swap) [\"“']?(?P<old>[^\"”']{2,60}?)[\"”']? (?:to|by|with|for|into) "
        r"[\"“']?(?P<new>[^\"”'.!?]{2,80})",
        re.IGNORECASE,
    ),
)


_SET = re.compile(
    r"\b(?:change|set|make) (?:the |my |her |his |their )?(?P<label>[a-z ]{3,30}?) (?:to|:|be|into) "
    r"(?P<value>[^.!?\n]{2,120})|^\W*(?:the |my )?(?P<label2>[a-z ]{3,30}?) (?:is|should be|:) (?:now "
    r"|actually |really )?(?P<value2>[^.!?\n]{2,120})",
    re.IGNORECASE,
)


_CUE = re.compile(
    r"^\W*(?:no\b|actually|sorry|correction|wait|oops|i meant|that['’]?s wrong|wrong|not quite)", re.IGNORECASE
)


def corrects(message: str) -> bool:
    """Whether a message opens like a correction."""
    return bool(_CUE.match(message))


def correction(message: str, task: Task, brief: Brief) -> Change | None:
    """A fact put right, or None. The new value is in the message's own words."""
    for finder in (_minutes, _respelled, _exchanged, _set_field):
        if found := finder(message, task, brief):
            name, value = found
            facts = {name: value, **_kept_in_step(name, value, brief)}
            return Change(facts, Style(), f"{brief.label(name)}: {value}")
    return None


def _kept_in_step(name: str, value: Any, brief: Brief) -> Facts:
    """What else says the same: the minutes inside the words of the request."""
    ask = str(brief.known.get("ask", ""))
    if name == "minutes" and minutes_in(ask) is not None and "ask" in type(brief).model_fields:
        return {"ask": _STRETCH.sub(f"{value} minutes", ask, count=1)}
    return {}


_STRETCH = re.compile(
    r"(?:\b\d+|\b(?:five|ten|fifteen|twenty|thirty|forty(?:-five)?|sixty))[ -]?min(?:ute)?s?\b|\b(?:a "
    r")?(?:half an hour|quarter of an hour|an hour)\b",
    re.IGNORECASE,
)


def _respelled(message: str, task: Task, brief: Brief) -> tuple[str, Any] | None:
    match = _SPELLED.search(message) or _IS_SPELLED.search(message)
    if match is None or re.search(r"\bnot\b", message):
        return None
    own = "whose" in match.re.groupindex and match["whose"].lower() == "my"
    fields = [n for n in type(brief).model_fields if n.endswith("_name") and (n.startswith("sender") == own)]
    held = next((n for n in fields if n in brief.known), fields[0] if fields else None)
    if held is None:
        return None
    new, old = match["name"].strip(), str(brief.known.get(held, ""))
    if " " in old and " " not in new:
        parts = old.split()
        nearest = min(range(len(parts)), key=lambda i: _distance(parts[i].lower(), new.lower()))
        parts[nearest] = new
        new = " ".join(parts)
    return held, new


def _minutes(message: str, task: Task, brief: Brief) -> tuple[str, Any] | None:
    if "minutes" not in type(brief).model_fields or len(message.split()) > 14 or message.rstrip().endswith("?"):
        return None
    said = re.split(r",? (?:and )?not \d", message)[0]
    minutes = minutes_in(said)
    return ("minutes", minutes) if minutes is not None and minutes != brief.known.get("minutes") else None


def _exchanged(message: str, task: Task, brief: Brief) -> tuple[str, Any] | None:
    for pattern in _NOT_BUT:
        match = pattern.search(message)
        if match is None:
            continue
        old, new = tidy(match["old"]).lower(), tidy(_LEAD.sub("", match["new"]))
        for name, value in brief.known.items():
            if replaced := _replaced(value, old, new):
                return name, replaced
    return _same_kind(message, brief)


def _replaced(value: Any, old: str, new: str) -> Any:
    """A text or list with some words exchanged, or None when they are not in it."""
    if isinstance(value, list):
        items: list[str] = [str(item) for item in value]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        changed = [_replaced(item, old, new) or item for item in items]
        return changed if changed != items else None
    if not isinstance(value, str) or old not in value.lower():
        return None
    at = value.lower().index(old)
    return value[:at] + new + value[at + len(old) :]


_LEAD = re.compile(
    r"^(?:no,? |it['’]?s |it (?:is|was) |that['’]?s |i meant |actually,? |sorry,? |was |on )+", re.IGNORECASE
)


_KINDS = (
    re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE),
    re.compile(
        r"\b(?:january|february|march|april|june|july|august|september|october|november|december)\b", re.IGNORECASE
    ),
    re.compile(r"\b\d{1,2}[:.]\d{2}\b"),
    re.compile(r"\b\d{1,2} ?(?:am|pm)\b", re.IGNORECASE),
    re.compile(r"\b(?:yesterday|today|tomorrow|this morning|last night)\b", re.IGNORECASE),
)


_PUT_RIGHT = re.compile(
    r"^\W*(?:no,? |actually,? |sorry,? |wait,? |wrong,? |i meant |change (?:the )?(?:date|day|time"
    r"|month|it) to |it (?:was|is) |it['’]s |on )+",
    re.IGNORECASE,
)


def _same_kind(message: str, brief: Brief) -> tuple[str, Any] | None:
    """ "No, it was on Thursday": the one day, month or time among the facts is exchanged for the one said."""
    if not _PUT_RIGHT.match(message) or len(message.split()) > 10:
        return None
    for kind in _KINDS:
        said = kind.search(message)
        held = [
            (name, kind.search(value))
            for name, value in brief.known.items()
            if isinstance(value, str) and kind.search(value)
        ]
        if said and len(held) == 1 and (place := held[0][1]):
            value = str(brief.known[held[0][0]])
            return held[0][0], value[: place.start()] + said[0] + value[place.end() :]
    return None


def _set_field(message: str, task: Task, brief: Brief) -> tuple[str, Any] | None:
    match = _SET.search(message)
    if match is None:
        return None
    label, value = (match["label"] or match["label2"]).strip().lower(), tidy(match["value"] or match["value2"])
    for name in type(brief).model_fields:
        if label in (name.replace("_", " "), brief.label(name).lower()):
            return name, value
    return None


def _distance(a: str, b: str) -> int:
    """Edit distance, for names."""
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        row, before = [i], row
        for j, right in enumerate(b, 1):
            row.append(min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right)))
    return row[-1]


def puts_right(message: str) -> bool:
    """Whether a message has the form of a correction, also as an answer to a question."""
    return corrects(message) or bool(_PUT_RIGHT_FORM.search(message))


_PUT_RIGHT_FORM = re.compile(
    r"\b(?:spelled|spelt)\b|^\W*(?:it['’]?s|it (?:is|was)|i(?:['’]m| am)|they are|(?:my|her|his"
    r"|their) name is) [^.]{1,60}?,? (?:and )?not [^.]{1,40}$",
    re.IGNORECASE,
)
