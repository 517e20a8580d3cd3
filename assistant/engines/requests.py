"""What people say about a draft: change it so, put that right, leave that out, take it back."""

import re
from dataclasses import dataclass, replace
from typing import Any

from assistant.language.spans import correct_case, tidy
from assistant.language.text import sentence_case
from assistant.language.times import minutes_in
from assistant.model import Brief, Facts, Style, Task

_UNDO = re.compile(
    r"^\W*(?:please )?(?:undo|take (?:that|it) back|go back|revert|the (?:previous|last|old) (?:one"
    r"|version)(?: was better)?|back to the (?:previous|last|first) (?:one|version))\b",
    re.IGNORECASE,
)
_SHORTER = re.compile(
    r"\b(?:shorter|too long|shorten|cut it|trim|briefer|more concise|tighter|fewer words|half as long)\b", re.IGNORECASE
)
_LONGER = re.compile(r"\b(?:longer|too short|more detail(?:ed)?|expand|lengthen|fuller)\b", re.IGNORECASE)
_WARMER = re.compile(
    r"\b(?:warmer|friendlier|more (?:friendly|personal|warm|relaxed|casual)|less (?:formal|stiff|cold)"
    r"|kinder|softer|gentler|too (?:formal|stiff|cold))\b",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"\b(?:more (?:formal|polite|respectful|professional)|less (?:casual|familiar|chatty)|too "
    r"(?:casual|chatty|familiar|informal)|formal(?:ly)?,? please|make it formal)\b",
    re.IGNORECASE,
)
_NEUTRAL = re.compile(r"\b(?:neutral(?: tone)?|plainer)\b", re.IGNORECASE)
_DIRECT = re.compile(
    r"\b(?:more direct|straighter|to the point|less (?:wordy|hedging|hesitant)|blunter|more "
    r"(?:confident|assertive)|too (?:vague|soft|hesitant|wordy))\b",
    re.IGNORECASE,
)
_LESS_DIRECT = re.compile(
    r"\b(?:less direct|less blunt|too (?:direct|blunt|pushy|harsh)|more careful(?:ly)?)\b", re.IGNORECASE
)
_OPENING = re.compile(
    r"\b(?:(?:another|different|new|other|change the|better) (?:opening|start|beginning|first (?:line"
    r"|sentence)|version|wording|variant)|(?:open|start|begin|say it|phrase it|word it) (?:it "
    r")?differently|try again|again, differently)\b",
    re.IGNORECASE,
)
_OUT = re.compile(
    r"\b(?:leave (?:out|off)|drop|remove|delete|take out|cut|skip|without|lose|get rid of|don['’]?t "
    r"(?:mention|say|include))(?: out)?\s+(?:the |my |any |that |about )?(?P<what>[^.!?;,\n]{2,60})"
    r"|\bleave (?:the |my |that )?(?P<mid>[^.!?;,\n]{2,50}?) out\b",
    re.IGNORECASE,
)
_ADD = re.compile(
    r"^\W*(?:please |also |and |can you |could you )*(?:add|mention|include|say also|also say|also "
    r"mention|put in|say|write)(?: (?:in|that|the fact that|a line|a sentence|something))?(?: "
    r"(?:saying|that|about))?:?\s+(?P<what>.{4,200})$",
    re.IGNORECASE | re.DOTALL,
)
_CHANNEL = re.compile(
    r"\b(?:make it|turn (?:it|this) into|as|for|change (?:it )?to|switch to|instead|on|into|rather"
    r"|want)\b[^.!?]{0,20}?\b(?P<channel>linked ?in (?:connection )?note|connection (?:note|request)"
    r"|linked ?in message|linked ?in|inmail|slack|teams|chat|whats ?app|e-?mail|in person|spoken|said "
    r"aloud|to say|letter)\b|^\W*(?P<only>linked ?in note|linked ?in message|slack|teams|e-?mail|in "
    r"person)\W*(?:instead|please|version)?\W*$",
    re.IGNORECASE,
)
_CHANNEL_NAMES = (
    ("linkedin_note", r"note|connection"),
    ("linkedin_message", r"linked|inmail"),
    ("chat", r"slack|teams|chat|whats"),
    ("in_person", r"person|spoken|aloud|say"),
    ("email", r"mail|letter"),
)
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


@dataclass(frozen=True, slots=True)
class Change:
    """What a request changes: facts set anew, the style, and words for what was done."""

    facts: Facts
    style: Style
    note: str


def is_undo(message: str) -> bool:
    return bool(_UNDO.match(message))


def corrects(message: str) -> bool:
    """Whether a message opens like a correction."""
    return bool(_CUE.match(message))


def restyle(message: str, task: Task, brief: Brief, style: Style) -> Change | None:
    """A change of wording asked for, or None when the message asks for none."""
    facts: Facts = {}
    notes: list[str] = []
    fields = type(brief).model_fields
    for pattern, field, value, note in (
        (_SHORTER, "length", -1, "Shorter"), (_LONGER, "length", 1, "Longer"),
        (_DIRECT, "directness", 1, "More direct"), (_LESS_DIRECT, "directness", -1, "Less direct"),
        (_OPENING, "opening", 1, "Another opening"),
    ):  # fmt: skip
        if pattern.search(message):
            style = _moved(style, field, value)
            notes.append(note)
    for pattern, tone in ((_WARMER, "warm"), (_FORMAL, "formal"), (_NEUTRAL, "neutral")):
        if pattern.search(message) and "tone" in fields:
            facts["tone"] = tone
            notes.append({"warm": "Warmer", "formal": "More formal", "neutral": "Neutral"}[tone])
    if channel := _channel(message, brief):
        facts["channel"] = channel
        notes.append(f"For {channel.replace('_', ' ')}")
    if not notes and (left := _left_out(message, task, brief)):
        name, is_field = left
        if is_field:
            facts[name] = None
        else:
            style = replace(style, without=tuple(dict.fromkeys((*style.without, name))))
        notes.append("Left out")
    if not notes and (added := _added(message)):
        style = replace(style, added=(*style.added, added))
        notes.append("Added")
    return Change(facts, style, ", ".join(notes)) if notes else None


def _moved(style: Style, field: str, by: int) -> Style:
    match field:
        case "length":
            return replace(style, length=max(-2, min(1, style.length + by)))
        case "directness":
            return replace(style, directness=max(-1, min(1, style.directness + by)))
        case _:
            return replace(style, opening=style.opening + by)


def _channel(message: str, brief: Brief) -> str:
    match = _CHANNEL.search(message)
    if match is None or "channel" not in type(brief).model_fields:
        return ""
    said = (match["channel"] or match["only"]).lower()
    name = next(name for name, pattern in _CHANNEL_NAMES if re.search(pattern, said))
    if name in str(type(brief).model_fields["channel"].annotation):
        return name
    return "written" if name in ("email", "chat", "linkedin_message") else "spoken"


def _left_out(message: str, task: Task, brief: Brief) -> tuple[str, bool] | None:
    match = _OUT.search(message)
    if match is None:
        return None
    what = (match["what"] or match["mid"]).lower().strip()
    for words_, part in sorted(task.parts.items(), key=lambda pair: -len(pair[0])):
        if words_ in what:
            return part, False
    for name in brief.known:
        if (
            brief.label(name).lower() in what
            or name.replace("_", " ") in what
            or tidy(what) in str(brief.known[name]).lower()
        ):
            return name, True
    return None


def _added(message: str) -> str:
    match = _ADD.match(message.strip())
    if match is None or re.match(
        r"(?:it|this|that|me|a (?:\w+ )?(?:message|email|draft|note))\b", match["what"], re.IGNORECASE
    ):
        return ""
    said = sentence_case(correct_case(tidy(match["what"])))
    return f"{said}." if said else ""


def correction(message: str, task: Task, brief: Brief) -> Change | None:
    """A fact put right, or None. The new value is in the message's own words."""
    for finder in (_respelled, _minutes, _exchanged, _set_field):
        if found := finder(message, task, brief):
            name, value = found
            return Change({name: value}, Style(), f"{brief.label(name)}: {value}")
    return None


def _respelled(message: str, task: Task, brief: Brief) -> tuple[str, Any] | None:
    match = _SPELLED.search(message) or _IS_SPELLED.search(message)
    if match is None:
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
        old, new = tidy(match["old"]).lower(), tidy(match["new"])
        for name, value in brief.known.items():
            if isinstance(value, str) and old in value.lower():
                at = value.lower().index(old)
                return name, value[:at] + new + value[at + len(old) :]
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
