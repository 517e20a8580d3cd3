"""Facts for a review of goals in a message as people type it."""

import re
from collections.abc import Sequence

from assistant.language.others import people_facts
from assistant.language.spans import clause_after, correct_case, tidy
from assistant.language.times import when_in
from assistant.language.verbs import is_past
from assistant.model import Facts

_GOAL = re.compile(
    r"\b(?:(?:my |the |our |his |her |their |first |second |third |one |other "
    r"|main )*goals?(?: \d)?(?: for (?:the|this) \w+)?"
    r"(?: (?:was|were|is|are)|:)? ?(?:to )?|(?:i|we|she|he|they) (?:wanted|set out|planned|meant|hoped|was going"
    r"|were going"
    r"|had promised) to |(?:the |our |my )?(?:aim|plan|target) (?:was|is) (?:to )?)(?P<goal>[^.;:?!\n–—]{4,140})",
    re.IGNORECASE,
)
_GOALS_APART = re.compile(
    r",? and to |,? and (?=\w+ (?:the|a|an|my|her|his|more|in|at|on|with|by)\b)|, (?:to )?", re.IGNORECASE
)
_GOAL_ENDS = re.compile(r",? (?:but|because|so|which|and (?:i|we|she|he|they|it|the \w+) \w+)\b", re.IGNORECASE)
_NO_GOAL = re.compile(
    r"^(?:what|which|whether|two|three|four|one|all|some|none|both|i['’]|we|i|are|were|have|for|that|and|with|now"
    r"|so|look|of|half|review|set|in (?:january|spring|autumn)|this"
    r"|progress)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"(?:^|[.;:!?,–—\n] ?|\b(?:and|but|so far|since then|meanwhile|of these|now|already) )(?P<keep>(?:so far "
    r"|until now |now )?"
    r"(?:i|we|she|he|they|it|the \w+|my \w+|\d+|two|three|four|five|six)(?:['’](?:ve|s))?(?: (?:have|has|had|is|are|was"
    r"|were|only|now|already|finally|actually|just|still|never))* (?P<verb>\w+)\b)",
    re.IGNORECASE,
)
_HELPED = (
    re.compile(
        r"\b(?:what (?:really )?helped(?: me| us| her| him| them)?(?: most)?(?: was| is|:)?|thanks to) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(r"(?:^|[.;!?,\n] ?|\band )(?P<whole>[^.;!?,\n]{3,70}) (?:really |has |have )?helped\b", re.IGNORECASE),
)
_OBSTACLE = (
    re.compile(
        r"\b(?:(?:what|the) (?:gets?|got|stood|stands|obstacle|problem|hard(?:est)?(?: part| thing)?"
        r"|difficult(?:y| part))"
        r"(?: in (?:my|the|our|her|his) way)?(?: was| is|:)(?: that)?|i (?:struggle|struggled) with"
        r"|because) (?P<keep>\w)",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[.;!?,\n] ?|\b(?:and|but) )(?P<whole>[^.;!?,\n]{3,80}) (?:gets?|got|came|comes|stood"
        r"|stands) (?:in (?:my|the|our|her"
        r"|his) way|between)\b",
        re.IGNORECASE,
    ),
)
_KEEP = re.compile(
    r"\bkeep(?:ing)?(?: on)?:? (?!(?:and|or|which|what|it|them|in)\b)(?P<keep>[^.;,!?\n]{3,80})", re.IGNORECASE
)
_CHANGE = re.compile(
    r"\b(?:change|move|switch|do differently):? (?!(?:and|or|which|what|it|them|in)\b)(?P<keep>[^.;,!?\n]{3,80})",
    re.IGNORECASE,
)
_DROP = re.compile(
    r"\b(?:drop|stop|give up|let go of|throw out):? (?!(?:and|or|which|what|it|them|in)\b)(?P<keep>[^.;,!?\n]{3,80})",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"(?P<keep>\b(?:i(?:['’]d| would) (?:like|want|need)|we (?:need|could|should)|i want"
    r"|between us)\b[^.;!?\n]{0,40}\b(?:more|less|fewer)"
    r"\b[^.;!?\n]{2,80}|\b(?:more|fewer|less) \w+, (?:more|fewer|less) \w+)",
    re.IGNORECASE,
)
_NEXT_WISH = re.compile(r",? and (?:i |we )?(?:keep|change|drop|stop|move|switch|then)?\b", re.IGNORECASE)
_TALK = re.compile(
    r"\b(?:review|meet(?:ing)?|talk|look back|session|sit down|see (?:her|him|them))\b[^.;!?\n]{0,70}", re.IGNORECASE
)
_MENTOR_SIDE = re.compile(r"\bmy (?:\w+ )?(?:mentee|apprentice|trainee|student)\b", re.IGNORECASE)
_MENTEE_SIDE = re.compile(r"\bmy (?:\w+ )?(?:mentor|supervisor|coach|advisor)\b", re.IGNORECASE)


def read(message: str) -> Facts:
    """Facts by field, each in the message's own words."""
    facts: Facts = {}
    people = people_facts(message, "other", "title")
    if "other" in people:
        facts["other_name"] = f"{people.get('title', '')} {people['other']}".strip()
    mentor, mentee = bool(_MENTOR_SIDE.search(message)), bool(_MENTEE_SIDE.search(message))
    if mentor != mentee:
        facts["side"] = "mentor" if mentor else "mentee"
    if goals := _goals(message):
        facts["goals"] = goals
    beside = _without(message, *goals)
    for field, cues in (("helped", _HELPED), ("obstacle", _OBSTACLE)):
        if said := _named(beside, cues):
            facts[field] = correct_case(said)
    for field, cue in (("keep", _KEEP), ("change", _CHANGE), ("drop", _DROP), ("between_us", _MORE)):
        if match := cue.search(beside):
            facts[field] = correct_case(tidy(_NEXT_WISH.split(match["keep"])[0]))
    if goals and (evidence := _evidence(message, facts)):
        facts["evidence"] = evidence
    if (talk := _TALK.search(_without(beside, facts.get("change", "")))) and (when := when_in(talk[0])):
        facts["when"] = when
    return facts


def _without(message: str, *parts: str) -> str:
    """The message with these parts of it blanked."""
    for part in filter(None, parts):
        message = re.sub(re.escape(part), lambda said: "…" + " " * (len(said[0]) - 1), message, flags=re.IGNORECASE)
    return message


_LONGEST_NAME = 8
"""Words of a thing that helped or stood in the way; a longer clause says something else."""


def _named(message: str, cues: Sequence[re.Pattern[str]]) -> str:
    """What the first cue names: its group `whole`, or the clause that begins at its group `keep`."""
    for cue in cues:
        if match := cue.search(message):
            if "whole" in cue.groupindex:
                return tidy(match["whole"]) if len(match["whole"].split()) <= _LONGEST_NAME else ""
            return clause_after(message, match.start("keep"), 110)
    return ""


def _goals(message: str) -> list[str]:
    found: list[str] = []
    for match in _GOAL.finditer(message):
        whole = _GOAL_ENDS.split(match["goal"])[0]
        parts = _GOALS_APART.split(whole) if "goals" in match[0].lower() else [whole]
        found += [tidy(part) for part in parts if len(part.split()) > 1 and not _NO_GOAL.match(part.strip())]
    return list(dict.fromkeys(map(correct_case, found)))[:3]


def _evidence(message: str, facts: Facts) -> list[str]:
    """What is told as done: clauses in the past that are neither a goal nor help nor obstacle."""
    taken = " ".join(
        str(facts.get(name, "")) for name in ("goals", "helped", "obstacle", "keep", "change", "drop")
    ).lower()
    found: list[str] = []
    for match in _DONE.finditer(message):
        clause = tidy(
            re.split(r"[.;!?\n]|,? (?:but|because|and (?:i|we|she|he|the|my))\b", message[match.start("keep") :])[0]
        )
        verb = match["verb"].lower()
        told = (
            is_past(verb)
            or re.search(r"\b(?:have|has|had|['’]ve)\b", match[0], re.IGNORECASE)
            or re.match(r"\d", match["keep"])
        )
        if not told or verb in ("wanted", "planned", "set", "helped", "hoped", "meant", "got", "agreed"):
            continue
        if len(clause.split()) > 3 and clause.lower() not in taken:
            found.append(correct_case(clause))
    return found[:3]
