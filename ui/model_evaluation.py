"""`mentor eval --engine openai`: drafts, answers and reading with the model that is configured, beside none."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

from assistant.build import ModelChoice, make_engine
from assistant.checks.inventions import inventions
from assistant.coach import Coach
from assistant.engines.supported import bears_out
from assistant.language.facts import Facts
from assistant.language.text import split_sentences, words
from assistant.ports import Engine
from assistant.session import Answer, Answered, Drafted, Exchange, FellBack, Intent, Reading, Session, Step
from assistant.tasks import all_tasks, find_task
from knowledge.library import LocalLibrary
from prompts.loader import load_prompt, load_skeleton
from ui.evaluation import same
from ui.retrieval_evaluation import read_yaml

PROMPTS = ("understand", "write", "revise", "answer")


def with_model(library: LocalLibrary, choice: ModelChoice, folder: Path, most: int) -> dict[str, Any]:
    """Figures by engine, from at most `most` rows of each of our sets; the prompts' digests are among them."""
    figures: dict[str, Any] = {
        "model": {
            "server": choice.connection.host,
            "model": choice.connection.model or "the server's only one",
            "names hidden": choice.hides,
            "prompts": _digests(),
        }
    }
    for name, engine in (("offline", make_engine(None)), ("with the model", make_engine(choice))):
        coach = Coach(engine, library)
        figures[f"drafts, {name}"] = drafts(coach, _some(read_yaml(folder / "tempting_gaps_3.yaml"), most))
        figures[f"answers, {name}"] = answers(library, coach, _some(read_yaml(folder / "questions.yaml"), most))
        figures[f"reading, {name}"] = reading(engine, _some(read_yaml(folder / "messages_2.yaml"), most))
    return figures


def drafts(coach: Coach, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Drafts from briefs with tempting gaps: checks passed, facts kept, inventions tried and left, words."""
    counted: list[dict[str, float]] = []
    for row in rows:
        kind = find_task(row["task"])
        brief = kind.brief.model_validate(row["brief"])
        steps = list(coach.draft(Reading(Intent.FACTS, kind, brief, draft_now=True), Session(), ""))
        counted.append(_drafted(steps, row))
    return {"briefs": len(counted), **_means(counted)}


def _drafted(steps: Sequence[Step], row: dict[str, Any]) -> dict[str, float]:
    drafted = next(step for step in steps if isinstance(step, Drafted))
    said = "\n".join(str(value) for value in row["brief"].values())
    meeting = row["task"] == "agenda"
    first = next((step.received for step in steps if isinstance(step, Exchange)), "")
    told = [word for word in words(said) if len(word) > 3]
    here = Facts(drafted.draft.whole)
    judged = [f for f in drafted.review.findings if f.verdict.value != "not_applicable"]
    return {
        "checks passed": sum(f.verdict.value == "pass" for f in judged) / max(1, len(judged)),
        "facts kept": sum(map(here.hold, told)) / max(1, len(told)),
        "drafts with an invention tried": float(bool(first and inventions(first, said, meeting=meeting))),
        "drafts by the engine without a model": float(any(isinstance(step, FellBack) for step in steps)),
        "words": float(len(words(drafted.draft.body))),
        "calls": float(sum(isinstance(step, Exchange) for step in steps)),
    }


def answers(library: LocalLibrary, coach: Coach, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """Answers to our questions: sentences borne out, citations that hold, and whether an answer is given where due."""
    counted: list[dict[str, float]] = []
    right: list[float] = []
    for row in rows:
        due = bool(row["answerable"])
        found = next((s.answer for s in coach.run(row["question"], Session()) if isinstance(s, Answered)), None)
        if found is None:
            continue
        right.append(float(due != found.abstained))
        if not found.abstained:
            counted.append(_answered(library, found))
    return {"questions": len(right), "answered or declined rightly": mean(right) if right else 0.0, **_means(counted)}


def _answered(library: LocalLibrary, answer: Answer) -> dict[str, float]:
    passages = [library.passage(citation.passage) for citation in answer.citations]
    sentences = [" ".join(s.text.split("[")[0].split()) for s in split_sentences(answer.text)]
    held = [passage for passage in passages if passage is not None]
    quoted = [
        passage is not None and citation.quote in passage.text
        for passage, citation in zip(passages, answer.citations, strict=True)
    ]
    borne = [
        any(sentence in passage.text or bears_out(passage, sentence) for passage in held)
        for sentence in sentences
        if len(words(sentence)) > 2
    ]
    return {
        "sentences borne out": mean(map(float, borne)) if borne else 1.0,
        "citations that hold": mean(map(float, quoted)) if quoted else 0.0,
        "words": float(len(words(answer.text))),
    }


def reading(engine: Engine, rows: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """First messages that nobody tuned for: the task, and the facts that are labelled."""
    tasks: list[float] = []
    right = said = due = 0
    for row in rows:
        found = next(step for step in engine.read(row["message"], Session()) if isinstance(step, Reading))
        named = found.task.name if found.task else "off_topic"
        tasks.append(float(named == row["task"] or (row["task"] == "off_topic" and named == "answer_question")))
        if found.brief is None or named != row["task"]:
            due += len(row.get("facts", {}))
            continue
        known: dict[str, Any] = found.brief.known
        labels: dict[str, Any] = row.get("facts", {})
        right += sum(name in known and same(value, known[name]) for name, value in labels.items())
        said, due = said + len(known), due + len(labels)
    return {"messages": len(tasks), "task right": mean(tasks) if tasks else 0.0, "facts recall": right / max(1, due)}


def _digests() -> dict[str, str]:
    """What was said to the model: a name for each prompt, its version and digest."""
    labels = {name: load_prompt(name).label for name in PROMPTS} | {
        task.name: load_skeleton(task.name).label for task in all_tasks() if task.compose
    }
    return labels | {"all": hashlib.sha256(repr(labels).encode()).hexdigest()[:8]}


def _some(rows: Sequence[dict[str, Any]], most: int) -> list[dict[str, Any]]:
    """Rows from all over a set."""
    step = max(1, len(rows) // most) if most else 1
    return list(rows[::step])[: most or None]


def _means(counted: Iterable[dict[str, float]]) -> dict[str, float]:
    rows = list(counted)
    return {name: mean(row[name] for row in rows) for name in (rows[0] if rows else {})}
