"""The contract that every task keeps, whoever adds it."""

import inspect
import re
from pathlib import Path
from sys import modules

import pytest

from assistant.checks.review import review
from assistant.coach import subject_of
from assistant.engines.offline import OfflineEngine
from assistant.engines.routing import route, score
from assistant.errors import BadInput
from assistant.language.quoting import cite
from assistant.model import Draft, Order, Style, Task, Verdict
from assistant.session import Session
from assistant.tasks import all_tasks, find_task
from knowledge.library import LocalLibrary
from prompts.loader import load_skeleton

DRAFTING = [pytest.param(task, id=task.name) for task in all_tasks() if task.compose]
ALL = [pytest.param(task, id=task.name) for task in all_tasks()]


def drafted(task: Task) -> Draft:
    """The offline draft of the task's example."""
    order = Order(task, task.brief.model_validate(task.example), Style())
    (draft,) = [piece for piece in OfflineEngine().write(order, Session()) if isinstance(piece, Draft)]
    return draft


@pytest.mark.parametrize("task", DRAFTING)
def test_the_example_is_a_valid_brief_and_leaves_nothing_to_ask_but_details(task: Task) -> None:
    brief = task.brief.model_validate(task.example)
    assert {name for name in task.example if name not in brief.known} == set()


@pytest.mark.parametrize("task", DRAFTING)
def test_a_draft_of_the_example_passes_its_own_checks(task: Task) -> None:
    brief = task.brief.model_validate(task.example)
    said = " ".join(map(str, brief.known.values()))
    found = review(subject_of(task, brief, drafted(task).whole, said), task.checks)
    assert found.ok, [(f.check.id, f.message) for f in found.firing]


@pytest.mark.parametrize("task", DRAFTING)
def test_a_draft_of_the_example_invents_nothing(task: Task) -> None:
    brief = task.brief.model_validate(task.example)
    said = " ".join(map(str, brief.known.values()))
    found = review(subject_of(task, brief, drafted(task).whole, said), task.checks)
    (grounded,) = [f for f in found.findings if f.check.id == "GROUND-1"]
    assert grounded.verdict is Verdict.PASS, grounded.message


@pytest.mark.parametrize("task", DRAFTING)
def test_a_draft_says_who_wrote_it_from_which_skeleton(task: Task) -> None:
    draft = drafted(task)
    assert (draft.task, draft.engine, draft.prompt) == (task.name, "offline", load_skeleton(task.name).label)


@pytest.mark.parametrize("task", ALL)
def test_the_opening_leads_to_its_task_and_to_no_other(task: Task) -> None:
    assert task.opening
    assert route(task.opening) is task
    if task.compose:
        others = [other for other in all_tasks() if other.compose and other is not task]
        assert all(score(task, task.opening) > score(other, task.opening) for other in others)


@pytest.mark.parametrize("task", DRAFTING)
def test_the_opening_holds_facts_of_its_brief(task: Task) -> None:
    facts = task.read(task.opening)
    assert set(facts) <= set(task.brief.model_fields)
    assert len(facts) >= 2
    task.brief.model_validate(facts)


@pytest.mark.parametrize("task", ALL)
def test_guidance_is_found_for_the_task(task: Task, library: LocalLibrary) -> None:
    found = library.search(task.title, task.roles[0], task.name)
    assert any(task.name in hit.passage.tasks for hit in found.hits)


@pytest.mark.parametrize("task", DRAFTING)
def test_every_choice_points_to_a_passage_and_quotes_it(task: Task, library: LocalLibrary) -> None:
    brief = task.brief.model_validate(task.example)
    choices = task.choices(brief, Style())
    assert choices
    for choice in choices:
        passage = library.passage(choice.passage)
        assert passage is not None, choice.passage
        quote = cite(passage, f"{choice.about} {choice.why}").quote
        assert quote
        assert quote in passage.text


@pytest.mark.parametrize("task", DRAFTING)
def test_every_question_has_a_reason_an_example_and_a_place(task: Task) -> None:
    asks = task.brief.asks
    assert set(asks) <= set(task.brief.model_fields)
    for ask in asks.values():
        assert ask.question.rstrip().endswith((".", "?"))
        assert ask.why.endswith(".")
        assert ask.example
    for brief in (task.brief(), task.brief.model_validate(task.example)):
        wanted = task.wanted(brief)
        assert set(wanted) <= set(asks)
        assert len({asks[name].order for name in wanted}) == len(wanted)


@pytest.mark.parametrize("task", DRAFTING)
def test_the_parts_that_people_can_leave_out_are_parts_of_the_skeleton(task: Task) -> None:
    assert set(task.parts.values()) - set(load_skeleton(task.name).parts) == set()


@pytest.mark.parametrize("task", DRAFTING)
def test_every_part_of_the_skeleton_is_named_by_the_task(task: Task) -> None:
    assert task.compose is not None
    writing = modules[task.compose.__module__]
    folder = Path(str(inspect.getsourcefile(writing))).parent
    files = (
        [path for path in folder.glob("*.py") if path.stem not in ("__init__", "brief", "reading")]
        if folder.name == task.name
        else [folder / f"{task.name}.py"]
    )
    source = "\n".join(path.read_text(encoding="utf-8") for path in files if path.exists())
    assert [part for part in load_skeleton(task.name).parts if not re.search(rf"[\"']{part}[\"']", source)] == []


@pytest.mark.parametrize("task", DRAFTING)
def test_an_empty_brief_gives_a_draft_of_slots_and_no_holes(task: Task) -> None:
    assert task.compose is not None
    subject, body = task.compose(task.brief(), Style())
    assert "[" in body
    for hole in ("None", "  ", " ,", " .", "..", "{{", "()"):
        assert hole not in f"{subject}\n{body}".replace("...", "")


@pytest.mark.parametrize("task", ALL)
def test_a_brief_refuses_a_field_that_it_does_not_have(task: Task) -> None:
    with pytest.raises(ValueError, match="Extra inputs"):
        task.brief.model_validate({"favourite_colour": "blue"})


def test_an_unknown_task_is_said_with_those_there_are() -> None:
    with pytest.raises(BadInput, match="outreach"):
        find_task("poem")


def test_drafting_tasks_come_first() -> None:
    kinds = [task.compose is not None for task in all_tasks()]
    assert kinds == sorted(kinds, reverse=True)
    assert len({task.name for task in all_tasks()}) == len(all_tasks())


def test_an_occasion_of_two_nouns_is_kept_whole() -> None:
    kind = find_task("feedback")
    _, body = kind.compose(kind.brief.model_validate(kind.read(kind.opening)), Style())  # pyright: ignore[reportOptionalCall]
    assert "Yesterday on the ward round, you cut the patient's sister off twice. What" in body
