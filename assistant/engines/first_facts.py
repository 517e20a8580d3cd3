"""The facts of a first message: what rules of form read, and beside it what was learned from marked messages."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from assistant.engines.answers import value_of
from assistant.engines.tagging import Told, told
from assistant.language.facts import squeeze
from assistant.language.people import TITLES
from assistant.model import Brief, Facts, Task

SURE = 0.7
"""So sure must a learned fact be to stand in the brief (mean probability of its words). These numbers were chosen on
messages that neither the rules nor the learned reader had seen (docs/benchmarks.md)."""
CERTAIN = 0.9
"""So sure must it be to stand against a rule, and a single word in small letters to stand at all."""
OFFERED = 0.5
"""From here on it is offered, when the coach comes to ask for it."""
ALIKE = 0.6
"""Words are those of another fact when the one holds the other and so much of it is the same."""
_BROKEN_OFF = re.compile(
    r"(?:^|\s)(?:an?|the|of|on|in|at|with|to|for|from|and|or|but|my|his|her|our|your|their|as|by|is|was|that|which|then|than|not"
    r"|who(?:['’]\w+)?)$"
    r"|^(?:soon as|so|how|what|when|where|why|then|it|this|i|me|he|she|they|them)$",
    re.IGNORECASE,
)
_TITLE = re.compile(rf"^(?P<title>(?:{TITLES})\b\.?) (?=\w)", re.IGNORECASE)
_LONGEST = 240
"""Characters of a value that is taken for a fact."""


@dataclass(frozen=True, slots=True)
class FirstFacts:
    """Facts for the brief, and words of the message that may be others."""

    facts: Facts
    offered: dict[str, str] = field(default_factory=dict[str, str])


def first_facts(message: str, task: Task) -> FirstFacts:
    """What a first message to a task tells. Where rule and learning differ, only what is certain overrules the rule."""
    facts = task.read(message)
    if task.language != "en":
        return FirstFacts(facts)
    brief = task.brief()
    learned = [one for one in told(message, task.name) if 1 < len(one.words) <= _LONGEST and _is_whole(one.words)]
    ruled = {name: squeeze(value) for name, value in facts.items() if isinstance(value, str)}
    offered: dict[str, str] = {}
    for name in dict.fromkeys(one.field for one in learned):
        own = [one for one in learned if one.field == name]
        best = max(own, key=lambda one: one.sure)
        said = squeeze(best.words)
        other = name in ruled and best.sure >= CERTAIN and not (said in ruled[name] or ruled[name] in said)
        if other or _holds_more(own, facts.get(name)):
            del facts[name]
        if name in facts or _alike(best.words, list(ruled.values())):
            continue
        if best.sure >= (CERTAIN if _is_bare(best.words) else SURE):
            several = isinstance(getattr(brief, name, None), tuple)
            for one in own if several else [best]:
                if one.sure >= (CERTAIN if _is_bare(one.words) else OFFERED):
                    _put(one, facts, brief)
        elif best.sure >= OFFERED:
            offered[name] = best.words
    return FirstFacts(facts, offered)


def _holds_more(own: Sequence[Told], listed: object) -> bool:
    """Whether what was surely learned holds everything that a rule listed, and more."""
    sure = [squeeze(one.words) for one in own if one.sure >= CERTAIN]
    if not isinstance(listed, (list, tuple)) or len(sure) <= len(listed):  # pyright: ignore[reportUnknownArgumentType]
        return False
    ruled = [squeeze(str(one)) for one in listed]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    return all(any(one in words or words in one for words in sure) for one in ruled)


def _is_bare(words: str) -> bool:
    """Whether it is a single word in small letters, which stands for many things."""
    return words.islower() and words.isalpha()


def _is_whole(words: str) -> bool:
    """Whether some words do not break off before a noun, and are more than a pronoun or a conjunction."""
    return not _BROKEN_OFF.search(words.strip(" ,;:.!?"))


def _alike(words: str, others: Sequence[str]) -> bool:
    """Whether some words are those of another fact."""
    own = squeeze(words)
    return not own or any(
        min(len(own), len(other)) > ALIKE * max(len(own), len(other))
        for other in others
        if other and (other in own or own in other)
    )


def _put(one: Told, facts: Facts, brief: Brief) -> None:
    """A learned fact into the facts, as an answer to the coach's question would be; a title goes to its own field."""
    name, words = one.field, one.words
    if name.endswith("name"):
        words = re.sub(r"['’]s$", "", words)
    titled = name.replace("_name", "_title")
    if titled != name and titled in type(brief).model_fields and (title := _TITLE.match(words)):
        facts.setdefault(titled, title["title"])
        words = words[title.end() :]
    beside: Facts = {}
    value = value_of(name, words, beside, brief)
    if isinstance(value, list):
        facts[name] = [*facts.get(name, []), *value]
    elif value:
        facts[name] = value
    for other, found in beside.items():
        facts.setdefault(other, found)
