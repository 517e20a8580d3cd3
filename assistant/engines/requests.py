"""What people wish of a draft: shorter, warmer, for another channel, without that, with this, as it was."""

import re
from dataclasses import dataclass, replace
from typing import Any

from assistant.language.spans import correct_case, tidy
from assistant.language.text import sentence_case
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


_THAT_OUT = re.compile(
    r"^\W*(?:please )?(?:leave (?:that|it) out|take (?:that|it) out|remove (?:that|it)|drop (?:that|it))\W*$",
    re.IGNORECASE,
)


_ITEM = re.compile(
    r"^\W*(?:please )?add (?:an?(?:nother)? )?(?:topic|item|point)\b:?\s*(?P<what>.{3,100})$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Change:
    """What a request changes: facts set anew, the style, and words for what was done."""

    facts: Facts
    style: Style
    note: str


_FORM = re.compile(
    r"^\W*(?:please |could you |can you |would you |now |ok(?:ay)?,? |and |but )*(?:make (?:it|this"
    r"|that)|shorter|longer|warmer|friendlier|kinder|softer"
    r"|gentler|formal\w*|more \w+|less \w+|(?:it['’]?s |that['’]?s |this is )?(?:a bit |way |far "
    r")?too \w+|leave|drop|remove|delete|take out|skip the|without|add|mention|include"
    r"|another|different|a different|other|undo|turn (?:it|this)|change|switch|for (?:slack|linkedin"
    r"|e-?mail|teams|chat)|as an? |shorten|lengthen|trim|cut|rewrite|rephrase|say (?:it|also)|try "
    r"again|in person|linkedin|slack)\b",
    re.IGNORECASE,
)


def is_request(message: str) -> bool:
    """Whether a message has the form of a wish about the draft rather than of a fact."""
    return bool(_FORM.match(message)) and len(message.split()) <= 30


def is_undo(message: str) -> bool:
    return bool(_UNDO.match(message))


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
    if not notes and style.added and _THAT_OUT.match(message):
        style = replace(style, added=style.added[:-1])
        notes.append("Left out")
    if not notes and (item := _ITEM.match(message.strip())) and "topics" in fields:
        facts["topics"] = [*brief.known.get("topics", []), tidy(item["what"])]
        notes.append("Added")
    if not notes and (left := _left_out(message, task, brief)):
        name, how = left
        if how is False:
            style = replace(style, without=tuple(dict.fromkeys((*style.without, name))))
        else:
            facts[name] = None if how is True else how
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


def _left_out(message: str, task: Task, brief: Brief) -> tuple[str, Any] | None:
    """The part or the field to leave out: (part, False), (field, True), or (field, the shorter list)."""
    match = _OUT.search(message)
    if match is None:
        return None
    what = (match["what"] or match["mid"]).lower().strip()
    for name, value in brief.known.items():
        items: list[str] = value if isinstance(value, list) else []  # pyright: ignore[reportUnknownVariableType]
        kept = [item for item in items if tidy(what) not in item.lower()]
        if kept != items:
            return name, kept
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
