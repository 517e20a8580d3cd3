"""The goals of a review in a message as people type it: told in a sentence, or listed after a colon."""

import re
from collections.abc import Iterator

from assistant.language.spans import correct_case, tidy
from assistant.language.verbs import BASE_ACTS, MENTAL_BASE

_WHOSE = r"(?:my|the|our|his|her|their|first|second|third|one|other|main|(?-i:[A-ZÀ-Þ])[\w-]+['’]s)"
_WHO = r"(?:i|we|both|she|he|they|(?-i:[A-ZÀ-Þ])[\w-]+)"
_THINGS = r"(?:goals?|aims?|targets?|objectives?|resolutions?)"
_SEVERAL = r"(?:goals|aims|targets|objectives|resolutions)"
_GOAL = re.compile(
    rf"\b(?:(?:{_WHOSE} )*{_THINGS}(?: \d)?(?: for (?:the|this) \w+)?(?: (?:was|were|is|are)(?: to)?|:| to"
    r"|(?<=\d)) ?|(?:i|we|she|he|they)(?:['’]d|['’]ve| had| have)? (?:wanted|set out|planned|meant|hoped|was going"
    r"|were going|promised|promised (?:my|him|her)self) to "
    rf"|{_WHO}(?:['’]d|['’]ve| had| have)? set (?:(?:my|him|her|our|them)sel(?:f|ves) )?(?:the|a) (?:goal|aim|target)"
    rf" (?:of|to) |{_WHOSE} (?:\w+ )?(?:plan|wish|ambition|intention) (?:(?:was"
    rf"|is) )?to )(?P<goal>[^.;:?!\n–—]{{4,140}})",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\b(?:the|my|his|her|our|their) (?:other|first|second|third|last)(?: one| goal| aim)?(?:,| (?:was|is)(?: to)?|:) "
    r"(?P<goal>(?:to )?(?P<verb>\w+) [^.,;:?!\n–—]{3,100})",
    re.IGNORECASE,
)
"""A goal that is only called one of several ("the other one, saving 200 a month, isn't")."""
_LIST = re.compile(
    rf"\b{_SEVERAL}(?: (?:for|from|of|since) (?:(?:this|the|last|our|next) )?\w+(?: \w+)?"
    rf"| (?:(?:that|which) )?{_WHO}(?:['’]d|['’]ve| had| have| both)? (?:set|wrote|agreed|made|chose|put|named|gave"
    r"|picked|fixed|had|have|noted|listed)(?: [^.:;!?\n]{0,30})?| (?:were|are))?:(?P<list>.*)",
    re.IGNORECASE | re.DOTALL,
)
_BULLETED = re.compile(r"\n\s*(?:[-*•–]|\(?\d[.)])\s*(?P<goal>[^\n]{4,140})")
_NUMBERED = re.compile(
    r"(?:^|[\s,;.])\(?[1-4][.)]\s*(?P<goal>[^.;:?!\n]{4,140}?)(?=,? (?:and )?\(?[1-4][.)]|[.;:?!\n]|$)"
)
_APART = re.compile(
    r",? and to |,? and (?=\w+ (?:the|a|an|my|her|his|more|in|at|on|with|by)\b)"
    r"|, (?!(?:with|without|which|who|so|even|at|in|on|by|before|after|if|when|because|not|but|or|and)\b)(?:to )?"
    r"|, and (?:to )?",
    re.IGNORECASE,
)
_TWO = re.compile(r"\b(?:two|both)\b[^.;:!?\n]{0,40}:?$", re.IGNORECASE)
_ENDS = re.compile(
    r",? (?:but|because|so|which|and (?:i|we|she|he|they|it|the \w+) \w+"
    r"|(?:is|was|has|went|got|looks?) (?:been |now |all |still |only |not |almost |nearly )*(?:done|reached|met"
    r"|achieved"
    r"|finished|open|half|on track|gone|nowhere|well|far|behind|late|started|there|stuck|slow\w*)"
    r"|(?:is|was|has|did)(?:n['’]t| not))\b",
    re.IGNORECASE,
)
_NO_GOAL = re.compile(
    r"^(?:what|which|whether|two|three|four|one|all|some|none|both|i['’]|we|i|are|were|have|for|that|and|with|now"
    r"|so|look|of|half|review|set|in (?:january|spring|autumn)|this|not|still|done|very|too|going|doing|being|moving"
    r"|coming|running|progress)\b",
    re.IGNORECASE,
)
_VERBS = BASE_ACTS | MENTAL_BASE | frozenset("become learn win lose sell earn grow pass publish lead teach".split())
_TOLD_OF = re.compile(r"\s*(?:she|he|they|it|the|my|his|her|their|our|there|(?-i:[A-ZÀ-Þ])\w+)\b", re.IGNORECASE)
"""How a part of a list begins that no longer names a goal but tells what came of one."""
_MOST = 3


def goals_in(message: str) -> list[str]:
    """Up to three goals, each in the message's own words."""
    found: list[str] = []
    for match in _GOAL.finditer(message):
        whole = _ENDS.split(match["goal"])[0]
        several = re.search(rf"\b{_SEVERAL}\b", match[0], re.IGNORECASE)
        parts = _parts(whole, message[: match.start("goal")]) if several else [whole]
        found += [goal for part in parts if (goal := _goal(part))]
    if listed := _LIST.search(message):
        found = [goal for goal in _listed(message[: listed.start("list")], listed["list"]) if _goal(goal)] or found
    if found:
        others = (match for match in _OTHER.finditer(message) if _is_act(match["goal"]))
        found += [goal for match in others if (goal := _goal(_ENDS.split(match["goal"])[0]))]
    return [goal for n, goal in enumerate(found) if not any(goal in other for other in found[:n])][:_MOST]


def _goal(part: str) -> str:
    """A part of a message as a goal, or "" where it says something else."""
    part = re.sub(r"^to (?=\w)", "", tidy(part))
    return correct_case(part) if len(part.split()) > 1 and not _NO_GOAL.match(part) else ""


def _is_act(goal: str) -> bool:
    """Whether it begins as an act does: with "to", an "-ing", or a verb in its base form."""
    first = goal.split()[0].lower()
    return first == "to" or (first.endswith("ing") and len(first) > 4) or first in _VERBS


def _listed(before: str, text: str) -> Iterator[str]:
    """The goals of a list: a line each, a number each, or set apart by commas and "and"."""
    if text.lstrip(" ").startswith("\n"):
        lines = re.match(r"[ ]*(?:\n\s*(?:[-*•–]|\(?\d[.)])[^\n]*)+", text)
        yield from (_goal(match["goal"]) for match in _BULLETED.finditer(lines[0])) if lines else ()
        return
    line = text.partition("\n")[0]
    if re.match(r"\s*\(?1[.)]", line):
        yield from (_goal(match["goal"]) for match in _NUMBERED.finditer(line))
        return
    first, *others = re.split(r";", re.split(r"[.?!–—](?:\s|$)| - ", line)[0])
    yield from map(_goal, _parts(_ENDS.split(first)[0], before))
    yield from (_goal(_ENDS.split(other)[0]) for other in others if not _TOLD_OF.match(other))


def _parts(goals: str, before: str) -> list[str]:
    """Several goals said in one go; an "and" before another act parts them where two were announced."""
    if re.match(r"\(?1[.)]", goals):
        return [match["goal"] for match in _NUMBERED.finditer(goals)]
    parts = _APART.split(goals)
    first, also, second = goals.partition(" and ")
    if len(parts) == 1 and also and _TWO.search(before) and _is_act(first) and _is_act(second):
        return [first, second]
    last, also, more = parts[-1].partition(" and ")
    return [*parts[:-1], last, more] if len(parts) > 1 and also and more and _is_act(more) else parts
