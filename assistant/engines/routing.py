"""Which kind of help a first message asks for."""

import re
from functools import cache

from assistant.language.agenda import Agenda
from assistant.language.people import people_in
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


@cache
def _cues(task: Task) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), weight) for pattern, weight in task.cues)


def score(task: Task, message: str) -> float:
    """The sum of the weights of a task's cues in a message."""
    return sum(weight for pattern, weight in _cues(task) if pattern.search(message))


def route(message: str) -> Task | None:
    """The likeliest task of a first message, or None when nothing points to any."""
    scores = {task.name: score(task, message) for task in all_tasks()}
    if scores["check_text"] >= 2.5 and own_text(message):
        return find_task("check_text")
    facts = {name: find_task(name).read(message) for name in ("outreach", "agenda", "feedback")}
    for name, gain in _evidence(message, facts).items():
        scores[name] += gain
    drafting = max(("outreach", "agenda", "feedback"), key=lambda name: scores[name])
    closed = _general(facts[drafting]) or (scores[drafting] < 6.0 and not wants_words(message))
    if _plainly_a_question(message) and closed:
        return find_task("answer_question")
    if scores[drafting] >= 2.6:
        return find_task(drafting)
    if scores["answer_question"] >= 1.2:
        return find_task("answer_question")
    return find_task(drafting) if scores[drafting] >= 1.8 and facts[drafting] else None


def _general(facts: Facts) -> bool:
    """Whether a message says nothing of a case: a question about such messages, not a wish for one."""
    return not facts.keys() - {"channel", "kind", "pronoun", "tone", "meeting", "recipient_role"}


def _evidence(message: str, facts: dict[str, Facts]) -> dict[str, float]:
    """What the facts found say for each task: a reader to contact, an act to speak of, a meeting with its time."""
    outreach, agenda, feedback = facts["outreach"], facts["agenda"], facts["feedback"]
    acted = "behaviour" in feedback and not (_CONTACTED.search(message) and "goal" in outreach)
    contacts = _CONTACTED.search(message) or score(find_task("outreach"), message) >= 2.0
    named = bool(contacts) and any(person.score >= 5 for person in people_in(message))
    gives = re.search(
        r"\bfeedback\b(?! (?:from|on my))|\bsomething nice\b|\bnice words\b|\bpraise\b|\bwell done\b",
        message,
        re.IGNORECASE,
    )
    wishes = sum(name in outreach for name in ("connection", "goal", "ask", "sender_name", "sender_role"))
    spoken = "feedback" in message.lower() or re.search(
        r"\b(?:say to|tell|talk to|speak (?:to|with)|thank|words)\b", message, re.IGNORECASE
    )
    return {
        "outreach": 0.7 * ("recipient_name" in outreach) + 1.5 * named + 0.6 * wishes - 1.5 * acted - 2.0 * bool(gives),
        "feedback": 1.6 * acted + 0.8 * ("next_step" in feedback) - 1.0 * (not acted and not spoken),
        "agenda": 1.0 * ("minutes" in agenda and "when" in agenda)
        + 0.6 * ("when" in agenda and "meeting" in agenda and not acted)
        + 0.8 * (("mentee_name" in agenda or "mentor_name" in agenda) and "minutes" in agenda)
        + 0.8 * ("meeting" in agenda and not acted)
        + 0.6 * ("topics" in agenda)
        + 0.6 * ("actions" in agenda),
    }


_CONTACTED = re.compile(
    r"\b(?:write to|e-?mail|contact|reach out|get in touch|message (?:to|her|him)|linkedin|dm|letter "
    r"to|drop by|walk up to|go up to|ask (?:her|him|them) (?:how|which|what|about|for|if|whether))\b",
    re.IGNORECASE,
)


def _plainly_a_question(message: str) -> bool:
    return (
        score(find_task("answer_question"), message) >= 2.4
        and "?" in message
        or score(find_task("answer_question"), message) >= 3.0
    )


def wants_words(message: str) -> bool:
    """Whether the person wants something written, whatever else they ask."""
    return bool(
        re.search(
            r"\b(?:write|draft|word|wording|words for|compose|help me (?:say|tell|write|word|plan|with|text|message"
            r"|e-?mail|contact|approach|dm)"
            r"|prepare|agenda|plan (?:it|the|a|for)|make (?:a|an|me)|find words|put together|email to|message "
            r"to|note to|tell (?:her|him|them)|how (?:do|should|can|would) (?:i|you) (?:say|tell|put|lay"
            r"|divide|give|begin|word|phrase|set|split|cut)|sensible way to|give feedback to|set it up|what "
            r"do i write|lay it out|how do people do this|needs? a plan|to fill|what (?:do|should|can|could) i (?:say"
            r"|write) (?:to|when)|look like|words would you use)\b",
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


def kind_of_text(text: str, around: str = "") -> Task:
    """Which checks a pasted text should pass: those of an agenda, of feedback or of a first message."""
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
    if re.search(r"\bfeedback\b", around, re.IGNORECASE) or (acts and not (parsed.greeting and asks)):
        return find_task("feedback")
    return find_task("outreach")
