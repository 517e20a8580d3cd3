"""Notes of a meeting taken apart: what was decided, who does what by when, what is open, what comes next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from assistant.language.note_lines import MARK
from assistant.language.phrases import alternatives, phrases
from assistant.language.spans import correct_case, tidy
from assistant.language.text import sentence_case, straight
from assistant.language.times import WHEN

Kind = Literal["decision", "action", "question", "next", "other"]

_NAME = r"(?-i:[A-ZÀ-Þ](?:[\w'’-]*[\w])?)(?: (?-i:[A-ZÀ-Þ][\w'’-]+))?"
_DECIDED = re.compile(
    r"^(?:decisions?|decided|agreed|agreement|settled|resolved)\b\s*(?:[:=–—-]|that\b|to\b|on\b)?\s*"
    r"|\b(?:we|they|both)(?:['’]ve| have)?(?: both| all)? (?:agreed|decided|settled|chose|want to)\b"
    r"|\b(?:it was|was|is|are) (?:agreed|decided|settled)\b|\b(?:ok|okay|fine) with (?:both|us)\b"
    r"|(?:,|–|-) ?(?:that(?:['’]s| is) )?(?:settled|final|fixed|agreed|decided|both (?:clear|ok|agree)\b.*)\W*$"
    r"|^(?:the )?only thing (?:fixed|decided|settled)\b|^we(?:['’]re| are) not \w+ing\b"
    r"|^we(?:['’]ll| will| now)? (?:meet|stop|keep|drop|start|move|switch|stick|go with|use|skip|leave)\b",
    re.IGNORECASE,
)
_SAID_DECIDED = re.compile(
    r"^(?:decisions?|decided|agreed|agreement|settled|resolved)\b\s*(?:[:=–—-]+|that\b|on\b)?\s*"
    r"|^we(?:['’]ve| have)?(?: both| all)? (?:agreed|decided|settled)(?: that| on| to(?= \w+ ))?\s+",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"^(?:bring up )?(?:nxt|next)(?: (?:wk|time|mtg))?\s*[:=–—-]+\s*|^(?:for "
    r"|topics? (?:for )?)?(?:the )?next (?:time|meeting|session|call|one|agenda|week)\b\s*(?:[:=–—-]+|is\b|on\b"
    r"|we\b)?\s*"
    r"|\b(?:pushed|moved|left) (?:to|for|until) (?:the )?next (?:time|meeting|session|call)\b|\bwhen we meet again\b"
    r"|\b(?:(?:for|until|park(?:ed)? (?:it )?(?:for|until|till)|leave (?:it )?(?:for|to|until)|come back to (?:it"
    r"|this)?"
    r"|back to (?:it|this)?)\s*(?:the )?next (?:time|meeting|session|call|one))\b|^(?:seeds?|parked)\s*:\s*",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"^\?+\s*|^(?:open|unclear|to clarify|to be clarified|question|q|open question|still open)\b\s*[:=–—-]\s*"
    r"|\?\s*$|\b(?:still open|not clear|unclear|don['’]?t know (?:yet )?(?:if|whether|how|who)|not sure (?:if"
    r"|whether))\b",
    re.IGNORECASE,
)
_ACTION_MARK = re.compile(
    r"^(?:(?:->|→|=>|>>?)\s*|(?:ap|ai|action(?: point| item)?s?|to[- ]?dos?|task|homework|hw)\b\s*[:–—-]*\s*)",
    re.IGNORECASE,
)
_HEADINGS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("decision", re.compile(r"(?:what we )?(?:decisions?|decided|agreed|agreements)(?: today| on)?", re.IGNORECASE)),
    (
        "action",
        re.compile(
            r"(?:actions?(?: points| items)?|to[- ]?dos?|tasks|next steps|homework|who does what|follow[- ]?ups?)",
            re.IGNORECASE,
        ),
    ),
    ("question", re.compile(r"(?:open(?: questions| points)?|questions|unclear|still open)", re.IGNORECASE)),
    (
        "next",
        re.compile(
            r"(?:for )?(?:the )?next (?:time|meeting|session|call|agenda)(?: topics)?|topics for next time|parked",
            re.IGNORECASE,
        ),
    ),
    ("other", re.compile(r"(?:notes|discussed|talked about|discussion|other|misc|private)", re.IGNORECASE)),
)


@dataclass(frozen=True, slots=True)
class Note:
    """One line of notes: its number from 1, its words, and what they are."""

    number: int
    text: str
    kind: Kind
    what: str = ""
    """The matter without its marks, as a sentence without its full stop."""
    owner: str = ""
    """Who does it, as written; "I" for the writer."""
    due: str = ""
    private: str = ""
    """What makes it private: health, family, work record, another person; empty when nothing does."""


def notes_of(lines: Sequence[str]) -> tuple[Note, ...]:
    """Each line with what it is; a heading tells it of the lines below and is no note itself."""
    return tuple(_read(lines))


_ARROW = re.compile(r"^\s*(?:->|→|=>)\s*")
"""Before a single line it says that something is to be done; before most lines it is a bullet."""
_SHORTHAND = 9
"""Words of a line on average; in notes so short, "I ask Leila" is a promise and "book the hall" a thing to do."""


def _read(lines: Sequence[str]) -> Iterator[Note]:
    below: Kind | None = None
    short = len(lines) > 2 and sum(len(line.split()) for line in lines) <= _SHORTHAND * len(lines)
    listed = sum(bool(_ARROW.match(line)) for line in lines) * 2 > max(len(lines), 3)
    for number, raw in enumerate(lines, 1):
        line = MARK.sub("", straight(raw)).strip().strip("*#_ ").strip()
        line = _ARROW.sub("", line) if listed else line
        if kind := _heading(line):
            below = kind
            continue
        yield _note(number, line, below, short)


def _heading(line: str) -> Kind | None:
    bare = line.rstrip(" :*_").strip()
    return next((kind for kind, pattern in _HEADINGS if pattern.fullmatch(bare)), None)


def _note(number: int, line: str, below: Kind | None, short: bool) -> Note:
    private = private_in(line)
    bare = _ACTION_MARK.sub("", line)
    due = _due(line)
    owner, what = _owner(bare, loose=short or bool(due))
    marked = bare != line or (short and not line.endswith("?") and bool(_imperative().match(line)))
    kind: Kind = "other"
    if _OPEN.search(line) and not marked:
        kind, what, owner = (
            "question",
            _OPEN.sub("", line, count=1) if not line.endswith("?") else line.lstrip("? "),
            "",
        )
    elif _NEXT.search(line) and owner.lower() in ("", "we", "both"):
        kind, what = "next", _NEXT.sub("", line, count=1) or line
    elif _DECIDED.search(line) and not marked and not (owner and owner.lower() not in ("we", "both")):
        kind, what, owner = "decision", re.sub(r"^to (?=\w+ )", "", _SAID_DECIDED.sub("", line)), ""
    elif below == "decision" and not marked and not due or owner.lower() == "we" and not due:
        kind, what = "decision", line
    elif marked or owner:
        kind = "action"
    elif below:
        kind, what = below, line
    if kind != "action":
        return Note(number, line, kind, _sentence(what), "", due, private)
    return Note(number, line, kind, _sentence(_without_due(what, due)), _named(owner), due, private)


@cache
def _owners() -> tuple[re.Pattern[str], ...]:
    verb = alternatives("notes", "verb")
    who = rf"(?P<who>{_NAME}|(?-i:[A-Z]{{1,3}})|i|me|we|both|mentor|mentee|the mentor|the mentee|she|he|they)"
    return (
        re.compile(rf"^{who}\s*(?::|[-–—]>?|→)\s*(?P<what>(?:to )?\S.*)$", re.IGNORECASE),
        re.compile(rf"^\((?P<who>{_NAME})\)\s*(?P<what>\S.*)$", re.IGNORECASE),
        re.compile(
            rf"^(?:and |so |then )?{who}(?:['’]ll| will| to| is to| is going to| am to|['’]s going to| should| must"
            rf"| (?:has|have|had|needs?|promised|promises|offered|offers|agreed|wants?|plans?|undertook) to"
            rf"|['’]m going to)"
            rf"(?: also| then| first)? (?P<what>{verb}\b.*)$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?P<who>{_NAME}|(?-i:[A-Z]{{1,3}})|she|he) (?P<what>(?:{verb}(?:e?s)|(?:cop|tr|appl|repl|carr"
            rf"|stud|tid|suppl)ies)\b.*)$",
            re.IGNORECASE,
        ),
        re.compile(rf"^(?P<what>{verb}\b.*)\((?P<who>{_NAME}|(?-i:[A-Z]{{1,3}})|me|i|both)\)\W*$", re.IGNORECASE),
    )


@cache
def _loose_owners() -> tuple[re.Pattern[str], ...]:
    """Forms that are an action only in shorthand or with a date: a name in small letters, and "I" with a verb."""
    verb = alternatives("notes", "verb")
    return (
        re.compile(rf"^(?P<who>[a-z]{{3,}}) (?P<what>{verb}(?:e?s)\b.*)$"),
        re.compile(rf"^(?P<who>i|me|we) (?P<what>(?!think|see|do\b){verb}\b.*)$", re.IGNORECASE),
        re.compile(rf"^(?P<who>(?-i:[A-Z]))\.? (?P<what>{verb}(?:e?s)?\b.*)$", re.IGNORECASE),
    )


@cache
def _imperative() -> re.Pattern[str]:
    """A thing to do that names nobody: "book hall", "boat survey - ask Nils"."""
    verb = alternatives("notes", "verb")
    return re.compile(rf"^(?:[\w ]{{3,30}} [-–] )?{verb}\b(?! (?:is|was|in order|of)\b) \w.*$", re.IGNORECASE)


def _owner(line: str, loose: bool = False) -> tuple[str, str]:
    """Who does it and what, from one of the forms in which people note it; ("", line) when nobody is named."""
    forms = (*_owners(), *(_loose_owners() if loose else ()))
    for n, pattern in enumerate(forms):
        match = pattern.match(line)
        if match and match["who"].lower() not in _NOBODY and (n > 0 or _to_do(match)):
            return match["who"], re.sub(r"^to (?=\w)", "", match["what"], flags=re.IGNORECASE)
    return "", line


_NOBODY = frozenset(
    "it there this that these those what which meeting notes session date protocol present mentoring minutes log"
    " record talk topic topics next agreed decided decision decisions open action actions result tasks questions"
    " content background remark remarks conclusion summary mood place attendees participants field trade goal "
    "goals".split()
)
"""Words that begin a line with a capital letter and are nobody's name."""


def _to_do(match: re.Match[str]) -> bool:
    """Whether what stands after a colon is something to do: it begins with a verb, has a date, or is the writer's."""
    what = match["what"]
    verb = rf"(?:to |will )?{alternatives('notes', 'verb')}(?:e?s)?\b"
    return match["who"].lower() in ("i", "me") or bool(_due(what) or re.match(verb, what, re.IGNORECASE))


def _named(owner: str) -> str:
    return {"me": "I", "i": "I"}.get(owner.lower(), sentence_case(owner) if owner.islower() else owner)


_DUE = re.compile(
    r"(?:,? ?\(?(?:by|until|till|before|due|on|this|in) )(?P<when>(?:the )?(?:end of (?:the |next |this )?\w+"
    r"|next (?:week|month|time|meeting|session|call)|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"(?: \d{1,2}(?:st|nd|rd|th)?)?(?: \w+ \d{1,2})?|week(?:end)?\b|(?:january|february|march|april|may|june|july"
    r"|august"
    r"|september|october|november|december)\b(?: \d{1,2})?|easter|christmas|summer|then|half[- ]term|we meet again"
    r"|the (?:next )?(?:meeting|session|exam|audit|holidays?|\d{1,2}(?:st|nd|rd|th))))",
    re.IGNORECASE,
)
_BEFORE_DATE = re.compile(r"[\s,(–—-]*(?:by|until|till|before|due|on|for)?[\s:]*$", re.IGNORECASE)


def _due(line: str) -> str:
    """The words of the date by which something is due, or ""."""
    dated = list(WHEN.finditer(line))
    loose = _DUE.search(line)
    if dated:
        return tidy(dated[-1]["when"] or dated[-1]["clock"])
    return tidy(loose["when"]) if loose else ""


def _without_due(what: str, due: str) -> str:
    """The matter without a date at its end; one in the middle belongs to its words."""
    at = what.lower().rfind(due.lower()) if due else -1
    if at < 0 or re.search(r"\w", what[at + len(due) :]):
        return what
    return _BEFORE_DATE.sub("", what[:at])


def _sentence(what: str) -> str:
    question = what.rstrip().endswith("?")
    said = correct_case(tidy(what))
    return sentence_case(said) + ("?" if question and said else "")


PRIVATE = ("health", "family", "work record", "another person")


def private_in(line: str) -> str:
    """What makes a line private, or ""; "health and safety" and its like are blanked first."""
    text = phrases("notes", "harmless").sub(lambda match: " " * len(match[0]), straight(line))
    return next((topic for topic in PRIVATE if phrases("notes", topic.replace(" ", "_")).search(text)), "")


def noted(lines: Sequence[str]) -> int:
    """How many lines say what was decided, what somebody does, what is open or comes next."""
    return sum(note.kind != "other" for note in notes_of(lines))
