"""The guides load, say what they must, and a wrong one is refused with its name."""

import re
from pathlib import Path

import pytest

from assistant.tasks import all_tasks
from knowledge.errors import LibraryError
from knowledge.guides import ASKED, load_guides, read_guide
from knowledge.model import Role

GOOD = """---
id: asking-twice
title: Asking twice
roles: [mentee]
tasks: [outreach]
stage: approaching
evidence: E3
sources:
  - {title: "On asking", by: "A. Writer", year: 2019}
reviewed: 2026-01-02
questions:
  once: ["may I ask again"]
---
An opening sentence.

## Ask once more {#once}
Wait a week, then ask again.

## Then stop {#stop}
Two messages are enough.
"""

WRONG = {
    "no front matter": (lambda t: t.split("---\n", 2)[2], "front matter"),
    "words before the front matter": (lambda t: "Hello\n" + t, "front matter"),
    "front matter that is no YAML": (lambda t: t.replace("roles: [mentee]", "roles: [mentee"), "front matter is wrong"),
    "an unknown field": (lambda t: t.replace("stage:", "colour: blue\nstage:"), "colour"),
    "an id that is no slug": (lambda t: t.replace("id: asking-twice", "id: Asking Twice"), "id"),
    "an id other than the file's name": (lambda t: t.replace("id: asking-twice", "id: asking"), "file's name"),
    "a title too short": (lambda t: t.replace("title: Asking twice", "title: Ask"), "title"),
    "an unknown role": (lambda t: t.replace("[mentee]", "[boss]"), "roles"),
    "an empty list of roles": (lambda t: t.replace("[mentee]", "[]"), "roles"),
    "an empty list of tasks": (lambda t: t.replace("[outreach]", "[]"), "tasks"),
    "an unknown stage": (lambda t: t.replace("stage: approaching", "stage: waiting"), "stage"),
    "an unknown grade": (lambda t: t.replace("evidence: E3", "evidence: A"), "evidence"),
    "an empty list of sources": (
        lambda t: re.sub(r"sources:\n.*\n", "sources: []\n", t),
        "sources",
    ),
    "a source without a year": (lambda t: t.replace(", year: 2019", ""), "year"),
    "a source with a word for a year": (lambda t: t.replace("year: 2019", "year: lately"), "year"),
    "a source with a field too many": (lambda t: t.replace("year: 2019", "year: 2019, page: 3"), "page"),
    "a source without an author": (lambda t: t.replace('by: "A. Writer", ', ""), "by"),
    "a date that is none": (lambda t: t.replace("2026-01-02", "yesterday"), "reviewed"),
    "no heading at all": (lambda t: re.sub(r"## (.+) \{#.+\}", r"\1", t), "heading"),
    "a heading without an anchor": (lambda t: t.replace(" {#stop}", ""), "heading"),
    "a heading of another level": (lambda t: t.replace("## Then", "### Then"), "heading"),
    "an anchor with capitals": (lambda t: t.replace("{#stop}", "{#Stop}"), "heading"),
    "an anchor used twice": (lambda t: t.replace("{#stop}", "{#once}"), "twice"),
    "questions for a heading that is not there": (lambda t: t.replace("  once:", "  never:"), "never"),
}
REQUIRED = ("id", "title", "roles", "tasks", "stage", "evidence", "sources", "reviewed")


def written(folder: Path, text: str, name: str = "asking-twice.md") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_good_guide_is_cut_into_one_passage_a_heading(tmp_path: Path) -> None:
    guide = read_guide(written(tmp_path / "approaching", GOOD))
    assert guide.topic == "approaching"
    assert guide.opening == "An opening sentence."
    assert [passage.id for passage in guide.passages] == ["asking-twice#once", "asking-twice#stop"]
    assert guide.passages[0].text == "Wait a week, then ask again."
    assert guide.passages[0].questions == ("may I ask again",)
    assert guide.passages[1].roles == (Role.MENTEE,)


@pytest.mark.parametrize("fault", WRONG)
def test_a_guide_with_a_fault_is_refused_by_name(fault: str, tmp_path: Path) -> None:
    change, said = WRONG[fault]
    text = change(GOOD)
    assert text != GOOD
    with pytest.raises(LibraryError, match=re.escape(said)) as refused:
        read_guide(written(tmp_path, text))
    assert "asking-twice.md" in str(refused.value)


@pytest.mark.parametrize("field", REQUIRED)
def test_a_guide_without_a_field_is_refused(field: str, tmp_path: Path) -> None:
    text = re.sub(rf"^{field}:.*\n(?:  - .*\n)*", "", GOOD, flags=re.MULTILINE)
    assert text != GOOD
    with pytest.raises(LibraryError, match=field):
        read_guide(written(tmp_path, text))


def test_an_id_used_twice_is_refused(tmp_path: Path) -> None:
    written(tmp_path / "one", GOOD)
    written(tmp_path / "two", GOOD)
    with pytest.raises(LibraryError, match="asking-twice"):
        load_guides(tmp_path)


def test_questions_by_other_writers_stand_beside_a_guide_s_own(tmp_path: Path) -> None:
    written(tmp_path / "approaching", GOOD)
    written(
        tmp_path,
        "one:\n  asking-twice#once: [may I ask again, he is silent]\ntwo:\n  asking-twice#once: [now what]\n",
        ASKED,
    )
    once, stop = load_guides(tmp_path)[0].passages
    assert once.questions == ("may I ask again", "he is silent", "now what")
    assert stop.questions == ()


@pytest.mark.parametrize(
    ("listed", "said"),
    [("one:\n  asking-twice#never: [now what]\n", "never"), ("one: [a", "writer"), ("one: [a]", "writer")],
)
def test_questions_to_no_passage_and_no_list_of_questions_are_refused(listed: str, said: str, tmp_path: Path) -> None:
    written(tmp_path / "approaching", GOOD)
    written(tmp_path, listed, ASKED)
    with pytest.raises(LibraryError, match=said) as refused:
        load_guides(tmp_path)
    assert ASKED in str(refused.value)


def test_every_passage_has_questions_by_other_writers_than_the_guide_s() -> None:
    assert [p.id for guide in load_guides() for p in guide.passages if len(p.questions) < 12] == []


def test_a_passage_keeps_its_id_when_its_heading_is_reworded(tmp_path: Path) -> None:
    before = read_guide(written(tmp_path / "a", GOOD))
    after = read_guide(written(tmp_path / "b", GOOD.replace("Ask once more", "Write one more time")))
    assert [p.id for p in before.passages] == [p.id for p in after.passages]


def test_there_are_at_least_sixty_guides() -> None:
    assert len(load_guides()) >= 60


def test_each_guide_has_two_hundred_to_six_hundred_words() -> None:
    counts = {
        guide.id: len(" ".join([guide.opening, *(f"{p.heading} {p.text}" for p in guide.passages)]).split())
        for guide in load_guides()
    }
    assert {name: count for name, count in counts.items() if not 200 <= count <= 600} == {}


def test_no_passage_is_empty() -> None:
    assert [p.id for guide in load_guides() for p in guide.passages if len(p.text.split()) < 10] == []


def test_every_task_has_a_guide() -> None:
    tagged = {task for guide in load_guides() for task in guide.tasks}
    assert {task.name for task in all_tasks()} - tagged == set()


def test_every_tag_of_a_guide_is_a_task() -> None:
    tagged = {task for guide in load_guides() for task in guide.tasks}
    assert tagged - {task.name for task in all_tasks()} == set()


def test_every_role_has_guides_of_its_own() -> None:
    assert all(sum(role in guide.roles for guide in load_guides()) >= 10 for role in Role)


def test_every_passage_behind_a_check_exists() -> None:
    passages = {p.id for guide in load_guides() for p in guide.passages}
    needed = {check.id: check.passage for task in all_tasks() for check in task.checks}
    assert {check: passage for check, passage in needed.items() if passage not in passages} == {}


def test_no_guide_repeats_eight_words_in_a_row_of_a_founding_article(root: Path) -> None:
    seeds = root.parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the founding articles are not beside this checkout")
    taken = set[tuple[str, ...]]().union(*(runs(path.read_text(encoding="utf-8")) for path in seeds.glob("*.txt")))
    repeated = {
        guide.id: [" ".join(run) for run in runs(whole(guide.opening, guide.passages)) & taken]
        for guide in load_guides()
    }
    assert {name: found for name, found in repeated.items() if found} == {}


def whole(opening: str, passages: tuple[object, ...]) -> str:
    return " ".join([opening, *(f"{p.heading} {p.text}" for p in passages)])


def runs(text: str, length: int = 8) -> set[tuple[str, ...]]:
    said = re.findall(r"[a-z0-9]+(?:'[a-z]+)?", text.lower().replace("’", "'"))
    return {tuple(said[i : i + length]) for i in range(len(said) - length + 1)}
