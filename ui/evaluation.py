"""`mentor eval`: retrieval, abstention, checks and understanding, measured on labelled data."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from assistant.checks.danger import suspected
from assistant.checks.review import review
from assistant.checks.safety import trouble
from assistant.engines.first_facts import first_facts
from assistant.engines.routing import ranked, undecided
from assistant.explaining import explain
from assistant.language.note_lines import note_lines
from assistant.language.notes import notes_of
from assistant.language.text import Text
from assistant.model import Subject, Task, Verdict
from assistant.tasks import find_task
from knowledge.library import LocalLibrary
from ui.retrieval_evaluation import beir, handbook_questions, own_questions, read_yaml
from ui.voices_evaluation import voice

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "tests" / "evals"
SHARED = ROOT.parent / "shared" / "data"
_FIRES = (Verdict.WARN, Verdict.FAIL)


def measure(library: LocalLibrary, shared: Path | None = None) -> dict[str, Any]:
    """All figures by name; a part whose data is not there says so instead."""
    folder = shared or SHARED
    figures: dict[str, Any] = {}
    parts: tuple[tuple[str, Path, Callable[[Path], dict[str, Any]]], ...] = (
        ("own questions", OWN, partial(own_questions, library)),
        ("handbook questions", folder / "handbooks", lambda _: handbook_questions(folder, library.data, OWN)),
        ("faq_retrieval", folder / "faq_retrieval", partial(beir, library.data / "eval" / "faq")),
        ("scifact", folder / "scifact", partial(beir, library.data / "eval" / "scifact")),
        ("checks, held out", OWN / "heldout_checks_2.yaml", _checks),
        ("plans, held out", OWN / "heldout_session_plans.yaml", _check_rows),
        ("role-play cards, held out", OWN / "heldout_scenario_cards.yaml", _check_rows),
        ("questions, held out", OWN / "heldout_questions.yaml", _check_rows),
        ("records, agreements, reviews", OWN / "heldout_records.yaml", _check_rows),
        ("records and agreements, second set", OWN / "heldout_records_2.yaml", _check_rows),
        ("raw notes", OWN / "heldout_notes.yaml", _notes),
        ("safety, development", OWN / "safety_development.yaml", _safety),
        ("safety, development, told indirectly", OWN / "safety_development_2.yaml", _safety),
        ("safety, development, a third set", OWN / "safety_development_3.yaml", _safety),
        ("safety, held out", OWN / "safety_heldout.yaml", _safety),
        ("safety, held out, told in passing", OWN / "safety_heldout_2.yaml", _safety),
        ("Spanish, held out", OWN / "voices_es.yaml", partial(voice, "es")),
        ("Portuguese, held out", OWN / "voices_pt.yaml", partial(voice, "pt")),
        ("French, held out", OWN / "voices_fr.yaml", partial(voice, "fr")),
        ("German, seen", OWN / "voices_de.yaml", partial(voice, "de")),
        ("understanding, facts of sixteen tasks, held out", OWN / "messages_5.yaml", _understanding),
        ("understanding, facts of sixteen tasks, development", OWN / "messages_5_development.yaml", _understanding),
        ("understanding, facts of six tasks, development", OWN / "messages_6_development.yaml", _understanding),
        ("understanding, fourth set", OWN / "messages_4.yaml", _understanding),
        ("understanding, third set", OWN / "messages_3.yaml", _understanding),
        ("understanding, held out", OWN / "messages_2.yaml", _understanding),
        ("understanding, development", OWN / "messages.yaml", _understanding),
    )
    for name, path, run in parts:
        figures[name] = run(path) if path.exists() else {"skipped": "the data is not here"}
    return figures


def as_text(figures: dict[str, Any]) -> str:
    """The figures as an indented list."""
    lines: list[str] = []
    for name, values in figures.items():
        lines.append(name)
        for key, value in values.items():
            lines.append(f"  {key:<34} {_plain(value)}")
    return "\n".join(lines)


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        inner: dict[str, Any] = value  # pyright: ignore[reportUnknownVariableType]
        return ", ".join(f"{key} {_plain(one)}" for key, one in inner.items())
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def _checks(path: Path) -> dict[str, Any]:
    """Precision and recall of each check on texts that nobody tuned for: does it fire where a person says so?"""
    counts: dict[str, Counter[str]] = {}
    for row in read_yaml(path):
        task = find_task(row["task"] if row["task"] != "safety" else "outreach")
        subject = Subject(
            Text(row["text"].rstrip("\n")),
            channel=row.get("channel", "email"),
            meeting=row.get("meeting", "") if row["task"] == "agenda" else "",
            facts=row.get("facts"),
        )
        for finding in review(subject, task.checks).findings:
            label = row["labels"].get(finding.check.id)
            if label is None:
                continue
            counter = counts.setdefault(finding.check.id, Counter())
            _count(counter, finding.verdict, Verdict(label))
    return {name: _check_figures(counter) for name, counter in counts.items()}


def _check_rows(path: Path) -> dict[str, Any]:
    """The same for sets that label a few checks of texts of one kind."""
    counts: dict[str, Counter[str]] = {}
    for row in read_yaml(path):
        subject = Subject(Text(row["text"].rstrip("\n")), minutes=row.get("minutes"))
        for name, label in sorted(row["labels"].items()):
            said = explain(name).check.detect(subject).verdict
            _count(counts.setdefault(name, Counter()), said, Verdict(label))
    return {name: _check_figures(counter) for name, counter in sorted(counts.items())}


def _count(counter: Counter[str], said: Verdict, label: Verdict) -> None:
    fires, should = said in _FIRES, label in _FIRES
    counter["hit" if fires and should else "false alarm" if fires else "miss" if should else "quiet"] += 1
    if said is Verdict.FAIL:
        counter["fail right" if should else "fail wrong"] += 1


def _check_figures(counter: Counter[str]) -> dict[str, Any]:
    fired, due = counter["hit"] + counter["false alarm"], counter["hit"] + counter["miss"]
    figures: dict[str, Any] = {"fired": fired, "due": due}
    figures["precision"] = counter["hit"] / fired if fired else "-"
    figures["recall"] = counter["hit"] / due if due else "-"
    return figures


def _notes(path: Path) -> dict[str, Any]:
    """What is read in raw notes: precision and recall by kind of line, owners and dates of the actions found."""
    counts: dict[str, Counter[str]] = {
        kind: Counter() for kind in ("decision", "action", "question", "next", "private")
    }
    told: Counter[str] = Counter()
    for row in read_yaml(path):
        found = notes_of(note_lines(row["message"]))
        for kind, counter in counts.items():
            open_ = [note for note in found if (note.private if kind == "private" else note.kind == kind)]
            for label in row[kind]:
                words = _bare(label["what"] if kind == "action" else label)
                hit = next((note for note in open_ if _covers(words, _bare(note.text))), None)
                counter["hit" if hit else "miss"] += 1
                if hit is None:
                    continue
                open_.remove(hit)
                if kind == "action":
                    told["actions"] += 1
                    owner = _bare(label["owner"])
                    told["owner"] += _bare(hit.owner) == ("i" if owner == "me" else owner)
                    told["dated"] += bool(label["due"])
                    told["date"] += bool(label["due"]) and bool(hit.due) and _bare(hit.due) in _bare(label["due"])
            counter["false alarm"] += len(open_)
    figures: dict[str, Any] = {kind: _check_figures(counter) for kind, counter in counts.items()}
    figures["owner right"] = told["owner"] / max(1, told["actions"])
    figures["date right"] = told["date"] / max(1, told["dated"])
    return figures


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _covers(label: str, line: str) -> bool:
    """Whether a line holds most words of a label."""
    words = set(label.split())
    return label in line or len(words & set(line.split())) >= 0.7 * len(words)


def _safety(path: Path) -> dict[str, Any]:
    """How many grave sentences are noticed, by tier, and how much work talk is held up; the errors themselves."""
    rows = read_yaml(path)
    said = [(row["tier"], found.tier if (found := trouble(row["text"])) else "none", row["text"]) for row in rows]
    figures: dict[str, Any] = {"sentences": len(rows)}
    for tier in ("safety", "route", "urgent"):
        due = [(label, heard) for label, heard, _ in said if label == tier]
        figures[f"{tier}: noticed"] = sum(heard != "none" for _, heard in due) / len(due) if due else "-"
        figures[f"{tier}: this tier"] = sum(heard == tier for _, heard in due) / len(due) if due else "-"
        asked = [bool(suspected(text)) for label, heard, text in said if label == tier and heard == "none"]
        figures[f"{tier}: noticed or asked about"] = 1 - (len(asked) - sum(asked)) / len(due) if due else "-"
    work = [(heard, text) for label, heard, text in said if label == "none"]
    figures["false alarms"] = sum(heard != "none" for heard, _ in work) / len(work) if work else "-"
    asked = [heard != "none" or bool(suspected(text)) for heard, text in work]
    figures["false alarms or questions"] = sum(asked) / len(asked) if asked else "-"
    wrong = [
        f"{label} as {heard}: {text[:70]}" for label, heard, text in said if (label == "none") != (heard == "none")
    ]
    return {**figures, "errors": "; ".join(wrong) or "none"}


def _understanding(path: Path) -> dict[str, Any]:
    """Routing and facts read from first messages."""
    rows = read_yaml(path)
    figures: dict[str, Any] = {"messages": len(rows)}
    rankings = [ranked(row["message"]) for row in rows]
    right = [_is_right(ranking[0][0], row["task"]) for row, ranking in zip(rows, rankings, strict=True)]
    offers = list(map(undecided, rankings))
    figures["task right"] = sum(right) / len(rows)
    figures["offered two"] = sum(map(bool, offers)) / len(rows)
    decided = [ok for ok, offer in zip(right, offers, strict=True) if not offer]
    figures["right where decided"] = sum(decided) / max(1, len(decided))
    figures["right or offered"] = sum(
        any(_is_right(task, row["task"]) for task in offer) if offer else ok
        for row, ok, offer in zip(rows, right, offers, strict=True)
    ) / len(rows)
    figures["taken for another"] = ", ".join(
        f"{row.get('id', '')} {row['task']}" for row, ok in zip(rows, right, strict=True) if not ok
    )
    for task in sorted({row["task"] for row in rows if row.get("facts")}):
        figures[f"{task} facts"] = _facts([row for row in rows if row["task"] == task])
    return figures


_OPEN = {"off_topic": ("answer_question",)}
"""What is none of ours goes to the library, which has no answer to it."""


def _is_right(task: Task | None, label: str) -> bool:
    name = task.name if task else "off_topic"
    return name in (label, *_OPEN.get(label, ()))


def _facts(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    counter: Counter[str] = Counter()
    labelled = _LABELLED.union(*(row["facts"] for row in rows))
    for row in rows:
        task = find_task(row["task"])
        read = first_facts(row["message"], task)
        said = {name: value for name, value in read.facts.items() if name in labelled}
        counter["offered"] += sum(
            name in read.offered
            and same(value, [read.offered[name]] if isinstance(value, list) else read.offered[name])
            for name, value in row["facts"].items()
        )
        counter["right"] += sum(name in said and same(value, said[name]) for name, value in row["facts"].items())
        counter["said"] += len(said)
        counter["due"] += len(row["facts"])
    return {
        "precision": counter["right"] / max(1, counter["said"]),
        "recall": counter["right"] / max(1, counter["due"]),
        "asked about with the right words": counter["offered"] / max(1, counter["due"]),
    }


_LABELLED = frozenset(
    "sender_name sender_role sender_organisation recipient_name recipient_title recipient_role "
    "recipient_organisation connection goal "
    "ask minutes channel timing meeting mentee_name mentor_name when purpose topics actions kind "
    "situation behaviour impact next_step support".split()
)


def same(label: Any, value: Any) -> bool:
    """Whether a labelled fact and one that was read say the same, but for case and small words around it."""
    if isinstance(label, list):
        labels: list[Any] = label  # pyright: ignore[reportUnknownVariableType]
        values: list[Any] = list(value) if isinstance(value, (list, tuple)) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
        return all(any(same(one, other) for other in values) for one in labels)
    one, other = (
        " ".join("".join(c for c in str(v).lower() if c.isalnum() or c == " ").split()) for v in (label, value)
    )
    return one == other or (len(one) > 3 and bool(other) and (one in other or other in one))
