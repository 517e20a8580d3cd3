"""Which kind of help a first message asks for."""

import re
from collections.abc import Sequence
from functools import cache

from assistant.engines.intents import OFF_TOPIC, likelihoods
from assistant.language.agenda import Agenda
from assistant.language.text import Text, words
from assistant.model import Facts, Task
from assistant.tasks import all_tasks, find_task

_QUOTED = re.compile(r"[\"“](?P<text>[^\"”]{25,})[\"”]", re.DOTALL)
_OWN_TEXT = re.compile(
    r"(?P<text>(?:^|\n)\s*(?:subject:[^\n]*\n+)?(?:dear|hi|hello|hey) [^\n]{1,60}[,!:\n](?:.|\n){40,})", re.IGNORECASE
)
_AFTER_COLON = re.compile(
    r"(?:send|text|draft|wrote|written|message|email|agenda|feedback|this|think|good|opinion|ok|okay"
    r"|it|post|note)\s*[?:.]\s*\n+(?P<text>(?:.|\n){25,})\Z",
    re.IGNORECASE,
)
_AFTER_LINE = re.compile(r"\A[^\n]{5,160}[:?]\s*(?P<text>\S(?:.|\n){40,})\Z")

LEARNED, CUES, FACTS = 1.5, 0.35, 0.25
"""Weights of what was learned from openings, of one point of a cue, and of one point of evidence in the facts; chosen
on the messages whose errors have been seen, see docs/benchmarks.md."""
UNTAUGHT = -3.0
"""For a task without openings: about what a task has that is as likely as any."""
GENERAL = 3.0
"""For a question that tells nothing of a case."""
CONTEST = 2.0
"""Facts are read for tasks whose scores lie no further behind: they cannot move one by more."""
CLOSE = 0.6
"""Two tasks whose scores differ by less are both offered; measured in docs/benchmarks.md."""
SHORT = 12
"""A question of so many words at most tells nothing of a case."""
_ASKS = re.compile(r"\W*(?:what|why|when|where|who|which|how|is|are|does|do|can|may|should)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\W*(?:the )?(?:(?P<first>first|1|former)|second|2|latter)(?: (?:one|option))?(?:,? (?:please|thanks|of (?:them"
    r"|the two)))*\W*",
    re.IGNORECASE,
)
_PLAIN = frozenset("a an the it my for well up".split())

Ranking = tuple[tuple[Task | None, float], ...]
"""Tasks with their scores, the likeliest first; None stands for what is none of ours."""


@cache
def _cues(task: Task) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in task.cues)


def score(task: Task, message: str) -> float:
    """The sum of the weights of a task's cues in a message."""
    return sum(weight for pattern, weight in _cues(task) if pattern.search(message))


def route(message: str) -> Task | None:
    """The likeliest task of a first message, or None when it is none of ours."""
    return ranked(message)[0][0]


def undecided(ranking: Ranking) -> tuple[Task, ...]:
    """The two likeliest tasks of a first message when they are nearly as likely; empty when one is clear."""
    (first, most), *others = ranking
    if first is None or not others or others[0][0] is None or most - others[0][1] >= CLOSE:
        return ()
    return first, others[0][0]


def chosen(message: str, options: Sequence[Task]) -> Task | None:
    """Which of two offered tasks an answer names: by its place, or by a word of its title; None when by neither."""
    if place := _PLACE.fullmatch(message.strip()):
        return options[0 if place["first"] else 1]
    said = {word.lower() for word in words(message)}
    naming = [task for task in options if said & ({word.lower() for word in words(task.title)} - _PLAIN)]
    return naming[0] if len(naming) == 1 else None


def ranked(message: str) -> Ranking:
    """What a first message may want.

    The scores are logarithms: how much likelier one is than another is their difference. What was learned from
    openings is joined with the task's own cues and with the facts that it reads.
    """
    if score(find_task("check_text"), message) >= 2.5 and own_text(message):
        return ((find_task("check_text"), 0.0),)
    likely = likelihoods(message)
    drafting = [task for task in all_tasks() if task.compose]

    @cache
    def told(name: str) -> Facts:
        return find_task(name).read(message)

    scores: dict[Task | None, float] = {
        task: LEARNED * likely.get(task.name, UNTAUGHT) + CUES * score(task, message) for task in drafting
    }
    least = max(scores.values()) - CONTEST
    for task in drafting:
        if scores[task] > least:
            scores[task] += FACTS * task.evidence(message, told)
    best = max(drafting, key=lambda task: scores[task])
    library = find_task("answer_question")
    asked = _general(told(best.name)) and _plainly_a_question(message)
    scores[library] = LEARNED * likely[library.name] + CUES * score(library, message) + GENERAL * asked
    scores[None] = LEARNED * likely[OFF_TOPIC]
    return tuple(sorted(scores.items(), key=lambda item: -item[1]))


def _general(facts: Facts) -> bool:
    """Whether a message says nothing of a case: a question about such messages, not a wish for one."""
    return not facts.keys() - {"channel", "kind", "pronoun", "tone", "meeting", "recipient_role", "answer"}


def _plainly_a_question(message: str) -> bool:
    asks = score(find_task("answer_question"), message)
    short = asks >= 1.6 and len(message.split()) <= SHORT and _ASKS.match(message) is not None
    return asks >= 3.0 or (asks >= 2.4 and "?" in message) or short


def wants_words(message: str) -> bool:
    """Whether the person wants something written, whatever else they ask."""
    return bool(
        re.search(
            r"\b(?:write|draft|word|wording|words for|compose|help me (?:say|tell|write|word|plan|with|text|message"
            r"|e-?mail|contact|approach|dm)"
            r"|prepare|agenda|plan (?:it|the|a|for)|make (?:a|an|me)|find words|put together|email to|message "
            r"to|note to|tell (?:her|him|them)|how (?:do|should|can|would) (?:i|you) (?:say|tell|put|lay"
            r"|divide|give|begin|ask (?:her|him|them|my)|word|phrase|set|split|cut)|sensible way to|give feedback to"
            r"|set it up|what "
            r"do i write|lay it out|how do people do this|needs? a plan|to fill|what now|what (?:do"
            r"|should|can|could) i (?:say|write) (?:to|when)|look like|words would you use|questions (?:could|can"
            r"|should|for|to ask)|what (?:could|can|should|do) i ask)\b",
            message,
            re.IGNORECASE,
        )
    )


def own_text(message: str) -> str:
    """The text that a person pasted for review, exactly as it stands in the message; empty when there is none."""
    quoted = max((match["text"] for match in _QUOTED.finditer(message)), key=len, default="")
    for pattern in (_OWN_TEXT, _AFTER_COLON):
        match = pattern.search(message)
        if match and len(match["text"]) > len(quoted):
            return match["text"].strip("\n")
    if quoted:
        return quoted
    match = _AFTER_LINE.match(message)
    return match["text"] if match and len(words(match["text"])) > 12 else ""


_BY_FORM = ("outreach", "agenda", "feedback")
"""Kinds of text that their form gives away; any other is known by what is said around it."""


def kind_of_text(text: str, around: str = "") -> Task:
    """Which checks a pasted text should pass: those of the kind that is named, or that its form gives away."""
    parsed = Text(text)
    agenda = Agenda(parsed)
    timed = sum(item.minutes is not None for item in agenda.items)
    if (
        re.search(r"\bagenda\b", around, re.IGNORECASE)
        or timed >= 2
        or (len(agenda.items) >= 3 and not parsed.greeting)
    ):
        return find_task("agenda")
    asks = re.search(r"\b(?:could|would|may|can) (?:i|you|we)\b", text, re.IGNORECASE)
    acts = len(
        re.findall(
            r"\byou (?:\w+ly )?(?:\w+ed|cut|left|told|said|gave|sent|took|came|read|put|ran|went|spoke|kept|made)\b",
            text,
            re.IGNORECASE,
        )
    )
    named = [task for task in all_tasks() if task.compose and task.name not in _BY_FORM]
    if named and score(best := max(named, key=lambda task: score(task, around)), around) >= 2.4:
        return best
    if re.search(r"\bfeedback\b", around, re.IGNORECASE) or (acts and not (parsed.greeting and asks)):
        return find_task("feedback")
    return find_task("outreach")
