"""The notes in a message: lines set apart by marks, or what somebody tells of a meeting in whole sentences."""

import re
from collections.abc import Sequence

from assistant.language.note_lines import note_lines
from assistant.language.notes import noted
from assistant.language.spans import tidy

_FEWEST = 2
"""Lines that say something to keep; one alone is a sentence in passing."""
_NAME = r"(?-i:[A-ZÀ-Þ][\w-]+)"
_ABOUT_US = re.compile(
    r"^\W*(?:(?:hi|hello|dear)\b[^,!]{0,20}[,!] )?(?:(?:and |so )?(?:my name(?:['’]s| is)|i(?:['’]m"
    r"| am) [A-ZÀ-Þ]\w+(?:$| and\b))"
    r"|(?:(?:on |last |this |yesterday|today|\w+day)[^,.;]{0,25},? )?(?:i|we)(?:['’]ve| have)?(?: just)? (?:met"
    r"|had (?:a"
    r"|an|my|our|the) (?:\w+ ){0,3}(?:session|meeting|talk|call|chat|hour|lesson))\b)"
    rf"|^met (?:with )?{_NAME}(?:,? (?:on|at|yesterday|today|last|this)\b[^,;]{{0,25}})?\W*$"
    r"|^(?:i )?(?:need|want|here (?:is|are))\b[^;:]{0,30}\b(?:record|notes|minutes|write[- ]?up|summary|recap)\b"
    r"|^(?:record|notes|minutes|write[- ]?up|summary|recap),? (?:please|pls|thanks)\W*$",
    re.IGNORECASE,
)
"""A sentence on who writes, or that there was a meeting at all."""
_RECORD = re.compile(
    r"\b(?:records?|notes?|minutes|write[- ]?up|written up|write (?:it|this|that|them) (?:up|down)|summary|summaries"
    r"|recap|protocol)\b(?! (?:that )?(?:she|he|they|you)\b)",
    re.IGNORECASE,
)
_OUTCOME = re.compile(
    r"\b(?:(?:only |one |main |single )+thing|outcome|result|upshot|take-?away|decision"
    r"|came out of)\b[^:.!?\n]{0,40}(?::"
    r"| (?:was|is)(?: that)?) (?P<what>[^.!?\n]{8,160})|\bwe (?:agreed|decided|settled)(?::| that"
    r"| on) (?P<agreed>[^.:!?\n]{8,160})",
    re.IGNORECASE,
)
_STATE = r"(?:going to|to|worried|afraid|unsure|not sure|happy|keen|stuck|too \w+)"
_TELLING = (
    r"(?:wants?|wanted|would like|said|says|told|thinks|thought|asked|asks|suggested|suggests|advised|warned|showed"
    r"|shows"
    r"|feels|felt|finds|found|offered|offers|wondered|agreed|decided|promised|will|must|should|needs?|has to|have to"
    r"|had to"
    rf"|plans?|planned|explained|recommended|mentioned|(?:is|are|was|were) {_STATE}|hopes?|hoped|admitted|proposed"
    rf"|intends?)"
)
_SOMEBODY = rf"(?:she|he|they|we|(?:my|the) (?:mentor|mentee|apprentice|trainee|student)|{_NAME})"
_MINE = (
    r"i(?:['’]ll| will| must| should| have to| need to| am to|['’]m going to| am going to| promised| told| warned"
    r"| advised| suggested| asked| offered| showed| said| explained| agreed| recommended| proposed)"
)
_TOLD = re.compile(
    rf"^(?:(?:and|but|then|so|also|that) )*(?:{_SOMEBODY}(?:['’](?:ll|d)|['’](?:s|re) {_STATE}| (?:also |then |now "
    rf"|still"
    rf" |both )?{_TELLING})|{_MINE})\b",
    re.IGNORECASE,
)
_NEXT_CLAUSE = re.compile(
    rf"(?:,\s+(?:and |then |but )?| and )(?=(?:{_SOMEBODY}(?:['’](?:ll|d)\b|['’](?:s|re) {_STATE}| (?:(?:also|then"
    rf"|now|still|both) )?"
    rf"{_TELLING})|{_MINE})\b)|;\s+",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\b(?:can|could|would) you\b|\bplease\b|\bpls\b|^(?:sign|signed|thanks|thank you|cheers)\b|\bsend (?:it|this"
    r"|her|him)\b",
    re.IGNORECASE,
)
_SAID_LEAD = re.compile(r"^(?:and|but|then|so) ", re.IGNORECASE)


def notes_in(message: str) -> list[str]:
    """The notes of a message, a line each; none where it holds no record of a meeting."""
    lines = note_lines(message)
    if noted(lines) >= _FEWEST:
        return [line for line in lines if not _ABOUT_US.match(line)]
    if not _RECORD.search(message):
        return []
    told = _told(message)
    return told if len(told) >= _FEWEST else _outcome(message)


def _told(message: str) -> list[str]:
    """Clauses that say what one of the two said, wants or will do."""
    clauses = (
        clause
        for sentence in re.split(r"(?<=[.!?])\s+|\n+", message)
        for clause in _NEXT_CLAUSE.split(sentence.rpartition(": ")[2])
    )
    return [
        _SAID_LEAD.sub("", tidy(clause))
        for clause in clauses
        if _TOLD.match(clause.strip()) and not any(cue.search(clause) for cue in (_RECORD, _ASIDE, _ABOUT_US))
    ]


def _outcome(message: str) -> list[str]:
    """The one thing that came out of a meeting, said to be that."""
    for match in _OUTCOME.finditer(message):
        said = match["what"] or match["agreed"]
        if not _RECORD.search(said) and not _ASIDE.search(said):
            return [tidy(said)]
    return []


def subject_in(notes: Sequence[str], sender: str) -> str:
    """The one name, beside the writer's, with which notes begin."""
    names = {
        match[0] for note in notes if (match := re.match(rf"{_NAME}(?=['’]s {_STATE}| (?:also )?{_TELLING}\b)", note))
    }
    names -= {sender, "She", "He", "They", "We", "My", "The", "It", "That", "This", "Mentor", "Mentee"}
    return names.pop() if len(names) == 1 else ""
