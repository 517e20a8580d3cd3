"""Steps as data and as text: what the JSON, the terminal and the browser show. Pure; knows no front end."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.checks.swapping import swap
from assistant.checks.twins import compare
from assistant.language.text import Text
from assistant.model import Finding, Review, Subject, Task, Verdict
from assistant.session import (
    Answer,
    Answered,
    Asked,
    Cautioned,
    Drafted,
    Exchange,
    FellBack,
    Flagged,
    Intent,
    Reading,
    Session,
    Step,
)
from assistant.voices import task_of
from knowledge.model import Citation, Hit
from ui.comparing import moved_data, moved_since_first, moved_text
from ui.wording import language_of, say

MARKS = {Verdict.PASS: "✓", Verdict.WARN: "!", Verdict.FAIL: "✗", Verdict.NOT_APPLICABLE: "·"}


def finding_data(finding: Finding) -> dict[str, Any]:
    check = finding.check
    return {
        "check": check.id,
        "name": check.name,
        "verdict": finding.verdict.value,
        "question": check.question,
        "message": finding.message,
        "span": list(finding.span) if finding.span else None,
        "suggestion": finding.suggestion or None,
        "grade": check.grade.value,
        "reason": check.reason,
        "source": check.source,
    }


def review_data(review: Review) -> list[dict[str, Any]]:
    return [finding_data(finding) for finding in review.findings]


def passages_text(count: int) -> str:
    """A number of passages in words."""
    return f"{count:,} passage{'' if count == 1 else 's'}"


def citation_data(citation: Citation) -> dict[str, str]:
    return {"passage": citation.passage, "title": citation.title, "quote": citation.quote}


def hit_data(hit: Hit) -> dict[str, Any]:
    passage = hit.passage
    return {
        "passage": passage.id,
        "guide": passage.guide,
        "title": passage.title,
        "heading": passage.heading,
        "where": passage.cited(),
        "collection": passage.collection,
        "text": passage.text,
        "score": round(hit.score, 4),
    }


def task_data(task: Task) -> dict[str, Any]:
    return {
        "name": task.name,
        "title": task.title,
        "roles": [role.value for role in task.roles],
        "brief": task.brief.model_json_schema(),
    }


def drafted_data(drafted: Drafted) -> dict[str, Any]:
    draft = drafted.draft
    return {
        "task": draft.task,
        "language": draft.language,
        "draft": {"subject": draft.subject or None, "body": draft.body},
        "review": review_data(drafted.review),
        "citations": [citation_data(citation) for citation in drafted.citations],
        "swap": swap_data(task_of(draft), draft.whole),
        "twin": twin_data(task_of(draft), draft.whole),
        "engine": draft.engine,
    }


def swap_data(task: Task, text: str) -> dict[str, Any] | None:
    """The swap test of a text that goes to one reader, spans in characters; None for any other."""
    if not task.to_one:
        return None
    tested = swap(Text(text))
    return {
        "verdict": tested.verdict,
        "bound": [list(sentence.span) for sentence in tested.bound],
        "survivors": [list(sentence.span) for sentence in tested.survivors],
    }


def twin_data(task: Task, text: str) -> dict[str, Any] | None:
    """The fairness twin of a text that judges somebody; None for any other, and where nothing can be swapped."""
    twin = compare(Subject(Text(text)), task.checks) if task.about_one else None
    return {"text": twin.text, "differs": list(twin.differs)} if twin and twin.swapped else None


def twin_text(task: Task, text: str) -> str:
    """The fairness twin for the terminal; empty where there is none."""
    twin = twin_data(task, text)
    if twin is None:
        return ""
    same = (
        f"The checks differ in {', '.join(twin['differs'])}." if twin["differs"] else "The checks say the same of it."
    )
    return f"The same about somebody else: {same} Does a word sound odd now?\n\n{twin['text']}"


def swap_text(task: Task, text: str) -> str:
    """The swap test in a line for the terminal; empty for a text that goes to more than one."""
    if not task.to_one or not (tested := swap(Text(text))).count:
        return ""
    return f"Swap test: {len(tested.bound)} of {tested.count} sentences fit only this reader. {tested.verdict}"


def turn_data(steps: Sequence[Step], session: Session) -> dict[str, Any]:
    """One turn as the JSON-lines protocol says it; every key is always there, null where absent."""
    reading = next((step for step in steps if isinstance(step, Reading)), None)
    asked = next((step.question for step in steps if isinstance(step, Asked)), None)
    drafted = next((step for step in steps if isinstance(step, Drafted)), None)
    answered = next((step.answer for step in steps if isinstance(step, Answered)), None)
    halted = next((step.safety for step in steps if isinstance(step, Flagged)), None)
    off_topic = reading is not None and reading.intent is Intent.OFF_TOPIC
    state = reading if reading is not None and reading.brief is not None else session.reading
    citations = drafted.citations if drafted else answered.citations if answered else ()
    return {
        "task": "off_topic" if off_topic else _task_name(reading, session),
        "language": session.language,
        "question": asdict(asked) if asked else None,
        "brief": state.brief.known if state is not None and state.brief is not None else None,
        "missing": list(state.missing) if state is not None else None,
        "draft": drafted_data(drafted)["draft"] if drafted else None,
        "review": review_data(drafted.review) if drafted else None,
        "moved": moved_data(moved_since_first(session.drafts)) if drafted else None,
        "citations": [citation_data(citation) for citation in citations] or None,
        "answer": answer_text(answered, off_topic=off_topic) if answered else None,
        "abstained": answered.abstained if answered else None,
        "safety": {"tier": halted.tier, "sure": halted.sure, "message": halted.message} if halted else None,
        "note": reading.note or None if reading else None,
        "cautions": [
            {"concern": step.concern, "text": step.says, "citation": citation_data(step.citation)}
            for step in steps
            if isinstance(step, Cautioned)
        ],
        "model": model_data(steps),
    }


def model_data(steps: Sequence[Step | Answer]) -> dict[str, Any] | None:
    """What a turn had to do with a model; None when no model was asked."""
    exchanges = [step for step in steps if isinstance(step, Exchange)]
    reasons = [step.reason for step in steps if isinstance(step, FellBack)]
    if not exchanges and not reasons:
        return None
    return {"exchanges": [exchange_data(one) for one in exchanges], "fell_back": reasons}


def exchange_data(exchange: Exchange) -> dict[str, Any]:
    """One exchange word for word, as it left this machine and came back."""
    return {
        "purpose": exchange.purpose,
        "server": exchange.server,
        "model": exchange.model,
        "sent": [{"role": role, "text": text} for role, text in exchange.sent],
        "received": exchange.received,
        "tokens_sent": exchange.tokens_sent,
        "tokens_received": exchange.tokens_received,
        "counted": exchange.counted,
        "spent": exchange.spent,
        "seconds": round(exchange.seconds, 3),
        "trouble": exchange.trouble or None,
    }


WITHOUT = "This was done without the model."


def used_text(exchanges: Sequence[Exchange]) -> str:
    """The tokens of a turn, and of the conversation up to then."""
    if not exchanges:
        return ""
    total = sum(one.tokens_sent + one.tokens_received for one in exchanges)
    about = "" if all(one.counted for one in exchanges) else "about "
    last = exchanges[-1]
    return f"{last.model} at {last.server}: {about}{total:,} tokens, {last.spent:,} in this conversation."


def _task_name(reading: Reading | None, session: Session) -> str | None:
    if reading is None:
        return None
    if reading.intent in (Intent.ASK, Intent.UNSURE):
        return "answer_question"
    return reading.task.name if reading.task else None


OFF_TOPIC = (
    "That is not something I can help with. I coach the conversations of mentoring: first messages and what follows "
    "them, meetings, goals, feedback, training, and questions about these."
)


def answer_text(answered: Any, *, off_topic: bool = False) -> str:
    """An answer as one text; an honest no names the nearest guide."""
    if off_topic:
        return OFF_TOPIC
    if not answered.abstained:
        return answered.text
    near = f" The nearest page is “{answered.nearest.where()}”." if answered.nearest else ""
    return f"The library does not say.{near}"


def turn_text(steps: Sequence[Step], drafts: Sequence[Drafted] = ()) -> str:
    """One turn for the terminal; `drafts` are those of the conversation, this turn's among them."""
    parts: list[str] = []
    off_topic, language = False, language_of(list(steps))
    for step in steps:
        match step:
            case Reading():
                off_topic = step.intent is Intent.OFF_TOPIC
                parts += [step.note] if step.note else []
            case Cautioned(_, says, citation):
                parts.append(f"{says}\n  “{citation.quote}”\n  — {citation.title} [{citation.passage}]")
            case Asked(question):
                told = "offered_in_terminal" if question.offered else "asked_in_terminal"
                parts.append(say(told, language, **asdict(question)))
            case Drafted():
                parts.append(draft_text(step))
                parts += [said] if (said := moved_text(moved_since_first(drafts), step.draft.language)) else []
            case Answered(answer):
                cited = "".join(f"\n  — {citation.title} [{citation.passage}]" for citation in answer.citations)
                parts.append(answer_text(answer, off_topic=off_topic) + cited)
            case Flagged(safety):
                parts.append(safety.message)
            case FellBack(reason):
                parts.append(f"{reason} {WITHOUT}")
            case _:
                pass
    if used := used_text([step for step in steps if isinstance(step, Exchange)]):
        parts.append(used)
    return "\n\n".join(parts)


def draft_text(drafted: Drafted) -> str:
    """A draft with what the checks found and where its choices come from."""
    own = drafted.draft.engine == "yours"
    lines = [drafted.draft.notice] if drafted.draft.notice else []
    lines += [] if own else ["─" * 60, drafted.draft.whole, "─" * 60]
    language = drafted.draft.language
    lines.append(review_text(drafted.review, language=language))
    lines += [said] if (said := swap_text(task_of(drafted.draft), drafted.draft.whole)) else []
    if drafted.citations:
        lines.append("\n" + say("from_library" if own else "why_so", language))
        lines += [
            f"  {why} [{citation.passage}]" for why, citation in zip(drafted.reasons, drafted.citations, strict=False)
        ]
    return "\n".join(lines)


def review_text(review: Review, *, everything: bool = False, language: str = "en") -> str:
    """The findings, those that fire first, each with its grade."""
    shown = [f for f in review.findings if everything or f.fires or f.message.startswith("Ask yourself")]
    passed = sum(finding.verdict is Verdict.PASS for finding in review.findings)
    lines = [say("counted", language, passed=passed, firing=len(review.firing))]
    for finding in shown:
        message = finding.message or say(finding.verdict.value, language)
        lines.append(
            f"  {MARKS[finding.verdict]} {finding.check.id} {finding.check.name}: {message} "
            f"[{finding.check.grade.value}, {say(finding.check.grade.value, language)}]"
        )
        if finding.suggestion and finding.fires:
            lines.append(f"      {finding.suggestion}")
    return "\n".join(lines)
