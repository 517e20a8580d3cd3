"""Understanding messages in other languages: which text is wanted, answers to questions, wishes for a draft."""

import re
from dataclasses import replace

from assistant.engines.filling import fill
from assistant.engines.routing import own_text
from assistant.language.text import sentence_case, words
from assistant.model import Facts, Style, Task
from assistant.session import Intent, Question, Reading, Session
from assistant.tasks import find_task
from assistant.voices import task_in, tasks_in
from assistant.voices.catalogue import QuestionWords, Words, words_of
from assistant.voices.reading import answer_in
from assistant.voices.spoken import language_of

ENGLISH = (
    "What would you like to say, and to whom?",
    "From here on in English; what stands above stays as it is.",
    "I want to write to the plant director whose talk I heard in June",
)
_NAMES = {
    "de": r"german|deutsch",
    "es": r"spanish|espa[nñ]ol|castellano",
    "fr": r"french|fran[cç]ais",
    "pt": r"portuguese|portugu[eê]s",
}
_TEXT_IN = (
    r"\b(?:write|draft|translate|e-?mail|message|letter|note|agenda|feedback|it|this|that|please|reply)\b[^.?!]{0,30}"
    r"\b(?:in|into|to|auf|en|em) (?:NAME)\b|^\W*(?:in|auf|en|em) (?:NAME)\b"
)
_STYLES = ("shorter", "longer", "direct", "opening")
_FACTS = {"warmer": ("tone", "warm"), "formal": ("address", "formal"), "casual": ("address", "familiar")}
_SHORT_ANSWER = 12


def language_for(message: str, session: Session) -> str:
    """The language of a turn: that of the conversation, once it has one; else that of the message."""
    begun = session.reading is not None
    return session.language if begun or session.language != "en" else language_of(message)


def asked_language(message: str) -> str:
    """The language in which somebody wishes a text, said in English; "" for none."""
    for code, names in _NAMES.items():
        if re.search(_TEXT_IN.replace("NAME", names), message, re.IGNORECASE):
            return code
    return ""


def in_language(language: str) -> Reading:
    """What opens a conversation in a language: its facts have to be said in it."""
    return Reading(Intent.UNSURE, language=language, asks=_asked(words_of(language).ask_task))


def understand_in(language: str, message: str, session: Session) -> Reading:
    """What a message in a language other than English is taken to mean."""
    said, before = words_of(language), session.reading
    if said.pattern("english").search(message) and len(words(message)) <= _SHORT_ANSWER:
        return Reading(Intent.UNSURE, language="en", asks=Question("", *ENGLISH))
    if before is None or before.task is None or before.brief is None or before.task.language != language:
        return _first(message, language, said)
    pending = session.pending
    if said.pattern("undo").match(message) and pending is None:
        return replace(before, intent=Intent.UNDO, question="", text="", note=said.undone)
    if checked := _checked(message, language, said):
        return checked
    if change := _changed(message, before, said, drafted=session.drafted is not None, pending=pending):
        return change
    if pending:
        return _answered(message, before, pending, said)
    if said.pattern("question").search(message):
        return _unclear(before, said, said.change, said.no_answers)
    if (other := _routed(message, language, said)) and other is not before.task and len(words(message)) > 5:
        return _begun(message, other, said)
    facts = {name: value for name, value in before.task.read(message).items() if name not in before.brief.known}
    brief, note = fill(before.brief, facts)
    if brief == before.brief and not said.pattern("now").search(message):
        return _unclear(before, said, said.change)
    return Reading(Intent.FACTS, before.task, brief, before.style, before.skipped, True, note=note)


def _first(message: str, language: str, said: Words) -> Reading:
    if checked := _checked(message, language, said):
        return checked
    task = _routed(message, language, said)
    if task is None:
        note = said.no_answers if said.pattern("question").search(message) else ""
        return Reading(Intent.UNSURE, note=note, language=language, asks=_asked(said.ask_task))
    return _begun(message, task, said)


def _begun(message: str, task: Task, said: Words) -> Reading:
    brief, note = fill(task.brief(), task.read(message))
    return Reading(Intent.FACTS, task, brief, draft_now=said.pattern("now").search(message) is not None, note=note)


def _routed(message: str, language: str, said: Words) -> Task | None:
    """The task with most cues in a message; None when none or several have."""
    counts = [
        (sum(re.search(cue, message, re.IGNORECASE) is not None for cue in said.cues[task.name]), task)
        for task in tasks_in(language)
    ]
    most = max(count for count, _ in counts)
    best = [task for count, task in counts if count == most]
    return best[0] if most and len(best) == 1 else None


def _asked(told: QuestionWords) -> Question:
    return Question("", told.text, told.why, told.example)


def _unclear(before: Reading, said: Words, asked: QuestionWords, note: str = "") -> Reading:
    return replace(before, intent=Intent.UNSURE, question="", text="", note=note, asks=_asked(asked))


def _checked(message: str, language: str, said: Words) -> Reading | None:
    """A text of the person's own to be looked at."""
    if not said.pattern("check").search(message) or not (text := own_text(message)):
        return None
    around = message.replace(text, " ")
    kind = _routed(around, language, said) or _routed(text, language, said) or task_in("outreach", language)
    task = replace(find_task("check_text"), language=language)
    brief, _ = fill(task.brief(), {"kind": kind.name, "channel": kind.read(around).get("channel")})
    return Reading(Intent.CHECK, task, brief, text=text)


def _changed(message: str, before: Reading, said: Words, *, drafted: bool, pending: Question | None) -> Reading | None:
    """A wish for the draft, or a field put right as "label: value"."""
    assert before.task is not None
    assert before.brief is not None
    facts, style, notes = _wished(message, before, said) if _may_wish(message, drafted, pending) else ({}, None, [])
    if named := _named(message, before):
        facts, style = {**facts, **named}, before.style
    if style is None:
        return None
    brief, note = fill(before.brief, facts)
    now = drafted and pending is None
    return Reading(Intent.FACTS, before.task, brief, style, before.skipped, now, note=note or " ".join(notes))


def _may_wish(message: str, drafted: bool, pending: Question | None) -> bool:
    return drafted and (pending is None or len(words(message)) <= _SHORT_ANSWER)


def _named(message: str, before: Reading) -> Facts:
    """A field that is named by its label, with its value after a colon."""
    assert before.task is not None
    assert before.brief is not None
    label, colon, value = message.partition(":")
    kind = before.task.brief
    field = next((name for name in kind.model_fields if kind.label(name).lower() == label.strip().lower()), None)
    if not colon or field is None or not value.strip():
        return {}
    told = answer_in(field, value, before.task.name, words_of(before.task.language))
    return {field: told} if told is not None else {}


def _wished(message: str, before: Reading, said: Words) -> tuple[Facts, Style | None, list[str]]:
    assert before.task is not None
    facts: Facts = {}
    style, notes = before.style, list[str]()
    for name in _STYLES:
        if said.pattern(name).search(message):
            style = _styled(style, name)
            notes.append(said.style_notes[name])
    for name, (field, value) in _FACTS.items():
        if field in before.task.brief.model_fields and said.pattern(name).search(message):
            facts[field] = value
            notes.append(said.style_notes[name])
    if (out := said.pattern("without").match(message)) and (part := _part(out["what"], said)):
        style = replace(style, without=(*style.without, part))
        notes.append(said.style_notes["without"].format(what=out["what"]))
    if added := said.pattern("add").match(message):
        line = sentence_case(added["what"].strip())
        style = replace(style, added=(*style.added, line if line[-1] in ".!?" else f"{line}."))
        notes.append(said.style_notes["added"].format(what=line))
    channel = before.task.read(message).get("channel") if "channel" in before.task.brief.model_fields else None
    if channel and not notes and len(words(message)) <= _SHORT_ANSWER:
        facts["channel"] = channel
        notes.append(said.style_notes["channel"])
    return facts, style if notes else None, notes


def _styled(style: Style, name: str) -> Style:
    match name:
        case "shorter":
            return replace(style, length=max(-2, style.length - 1))
        case "longer":
            return replace(style, length=min(1, style.length + 1))
        case "direct":
            return replace(style, directness=1)
        case _:
            return replace(style, opening=style.opening + 1)


def _part(named: str, said: Words) -> str | None:
    """The part of a skeleton that somebody names."""
    return next((part for name, part in said.part_names.items() if name in named.lower()), None)


def _answered(message: str, before: Reading, pending: Question, said: Words) -> Reading:
    """The answer to the open question, as it stands."""
    assert before.task is not None
    assert before.brief is not None
    now = said.pattern("now").search(message) is not None and len(words(message)) <= _SHORT_ANSWER
    if now or said.pattern("skip").match(message):
        skipped = (*before.skipped, pending.field)
        return replace(before, intent=Intent.FACTS, skipped=skipped, draft_now=now, question="", text="", note="")
    task = before.task
    facts: Facts = {}
    if (value := answer_in(pending.field, message, task.name, said)) is not None:
        facts[pending.field] = value
    if pending.field == "ask" and "minutes" in (read := task.read(message)):
        facts["minutes"] = read["minutes"]
    brief, note = fill(before.brief, facts)
    answered = pending.field in brief.known
    skipped = before.skipped if answered else (*before.skipped, pending.field)
    return Reading(Intent.FACTS, task, brief, before.style, skipped, note=note)
