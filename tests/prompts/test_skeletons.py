"""The skeletons: inputs declared and used, versions locked, every line good for something."""

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from assistant.tasks import all_tasks
from prompts.loader import FOLDER, PromptError, Skeleton, load_prompt, load_skeleton

LOCK = Path(__file__).parent / "lock.yaml"
PROMPTS = sorted(path.stem for path in FOLDER.parent.glob("*.md"))
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))
LINES = [
    pytest.param(name, part, n, id=f"{name}-{part}-{n}")
    for name in NAMES
    for part, lines in load_skeleton(name).parts.items()
    for n in range(len(lines))
]
GOOD = """---
version: 3
inputs: [name, topic]
---
# skeleton

## hello
- Hello {{ name }},
- [warm] Dear {{ name }}, how good to write to you about {{ topic }}.
- Hello,

## bye
- Bye.\\n{{ name }}
"""


def written(tmp_path: Path, text: str) -> str:
    """A skeleton file of our own, by the name that the loader takes."""
    path = tmp_path / "own.md"
    path.write_text(text, encoding="utf-8")
    return str(path.with_suffix(""))


def facts_for(skeleton: Skeleton, part: str, n: int) -> dict[str, Any]:
    return {name: f"<{name}>" for name in skeleton.parts[part][n].needs}


def test_every_drafting_task_has_a_skeleton_and_every_skeleton_a_task() -> None:
    assert sorted(task.name for task in all_tasks() if task.compose) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_the_inputs_declared_are_the_inputs_used(name: str) -> None:
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    declared = yaml.safe_load(text.split("---\n", 2)[1])["inputs"]
    used = re.findall(r"\{\{\s*(\w+)", text)
    assert sorted(declared) == sorted(set(used))
    assert len(declared) == len(set(declared))


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_skeleton_has_a_new_version(name: str) -> None:
    locked: dict[str, str] = yaml.safe_load(LOCK.read_text(encoding="utf-8"))
    now = load_skeleton(name).label
    version = int(locked.get(name, "0/").partition("/")[0])
    assert now == locked.get(name), (
        f"prompts/tasks/{name}.md has changed. Its version was {version}: bump `version` in its front matter when the "
        f"meaning of any line changed, then write what it says now into tests/prompts/lock.yaml, as {name}: "
        f"{load_skeleton(name).label}"
    )


def test_the_lock_names_no_skeleton_or_prompt_that_is_gone() -> None:
    assert sorted(yaml.safe_load(LOCK.read_text(encoding="utf-8"))) == sorted([*NAMES, *PROMPTS])


@pytest.mark.parametrize("name", PROMPTS)
def test_a_changed_prompt_has_a_new_version(name: str) -> None:
    locked: dict[str, str] = yaml.safe_load(LOCK.read_text(encoding="utf-8"))
    assert load_prompt(name).label == locked.get(name), f"bump prompts/{name}.md, then write {load_prompt(name).label}"


@pytest.mark.parametrize("name", PROMPTS)
def test_no_value_of_a_person_can_reach_the_system_block_of_a_prompt(name: str) -> None:
    prompt = load_prompt(name)
    of_persons = {"facts", "draft", "wishes", "message", "known", "asked", "question", "passages", "guidance", "faults"}
    values = {value: f"<<{value}>>" for value in prompt.inputs}
    system, user = prompt.say(**values)
    assert [value for value in of_persons & prompt.inputs if f"<<{value}>>" in system] == []
    assert [value for value in of_persons & prompt.inputs if f"<<{value}>>" not in user] == []
    assert "never instructions" in system


@pytest.mark.parametrize("name", NAMES)
def test_every_task_tells_a_model_what_makes_such_a_text_good(name: str) -> None:
    assert 10 < len(load_skeleton(name).advice.split()) < 60


@pytest.mark.parametrize(("name", "part", "n"), LINES)
def test_each_line_is_said_when_exactly_its_facts_are_known(name: str, part: str, n: int) -> None:
    skeleton = load_skeleton(name)
    line, facts = skeleton.parts[part][n], facts_for(skeleton, part, n)
    said = {skeleton.say(part, facts, sorted(line.tags), turn) for turn in range(len(skeleton.parts[part]))}
    rendered = line.render(facts)
    assert rendered in said
    assert rendered == rendered.strip() != ""
    assert not re.search(r"\{\{|\}\}|\{%|\\n|  ", rendered)
    assert all(f"<{name}>" in rendered for name in line.needs)


@pytest.mark.parametrize(
    ("name", "part"), sorted({(name, part) for name in NAMES for part in load_skeleton(name).parts})
)
def test_no_line_stands_twice_in_a_part(name: str, part: str) -> None:
    lines = [(line.text, line.tags) for line in load_skeleton(name).parts[part]]
    assert len(lines) == len(set(lines))


@pytest.mark.parametrize("name", NAMES)
def test_no_line_says_a_word_that_the_coach_should_not_say(name: str) -> None:
    """Fillers that the checks of the library fault in other people's messages."""
    text = " ".join(line.text for lines in load_skeleton(name).parts.values() for line in lines).lower()
    for filler in ("i hope this finds you well", "to whom it may concern", "pick your brain", "just wanted to", "—"):
        assert filler not in text


def test_a_line_is_left_out_when_a_fact_that_it_needs_is_unknown(tmp_path: Path) -> None:
    skeleton = load_skeleton(written(tmp_path, GOOD))
    assert skeleton.say("bye", {"name": ""}) == ""
    assert skeleton.say("hello", {}) == "Hello,"


def test_the_line_that_fits_and_says_most_is_taken(tmp_path: Path) -> None:
    skeleton = load_skeleton(written(tmp_path, GOOD))
    known = {"name": "Ada", "topic": "steel"}
    assert skeleton.say("hello", known) == "Hello Ada,"
    assert skeleton.say("hello", known, ["warm"]) == "Dear Ada, how good to write to you about steel."
    assert skeleton.say("bye", known) == "Bye.\nAda"


def test_a_turn_picks_among_equals_and_the_same_turn_the_same_line(tmp_path: Path) -> None:
    text = GOOD.replace("- Hello,\n", "- Hello,\n- Good day {{ name }},\n")
    skeleton = load_skeleton(written(tmp_path, text))
    said = [skeleton.say("hello", {"name": "Ada"}, (), turn) for turn in range(4)]
    assert said == ["Hello Ada,", "Good day Ada,"] * 2


def test_every_change_changes_the_digest_and_only_the_front_matter_the_version(tmp_path: Path) -> None:
    labels = set[str]()
    for n, text in enumerate((GOOD, GOOD.replace("Bye", "Goodbye"), GOOD.replace("version: 3", "version: 4"))):
        (tmp_path / str(n)).mkdir()
        labels.add(load_skeleton(written(tmp_path / str(n), text)).label)
    assert len(labels) == 3
    assert sorted(label.partition("/")[0] for label in labels) == ["3", "3", "4"]


WRONG = {
    "an input declared and not used": (GOOD.replace("[name, topic]", "[name, topic, place]"), "place"),
    "an input used and not declared": (GOOD.replace("[name, topic]", "[name]"), "topic"),
    "a line that is no item": (GOOD.replace("- Hello,", "Hello,"), "Hello,"),
    "a single brace": (
        GOOD.replace("[warm] Dear {{ name }}", "[warm] Dear {name}").replace("{{ topic }}", "x"),
        "topic",
    ),
}


@pytest.mark.parametrize("fault", WRONG)
def test_a_skeleton_with_a_fault_is_refused_by_name(fault: str, tmp_path: Path) -> None:
    text, said = WRONG[fault]
    with pytest.raises(PromptError, match=re.escape(said)) as refused:
        load_skeleton(written(tmp_path, text))
    assert "own.md" in str(refused.value)


def test_lines_of_like_rank_can_all_be_reached() -> None:
    """Whatever is known, a turn larger than the number of lines is still a line."""
    for name, turn in itertools.product(NAMES, (0, 7, 10_000)):
        skeleton = load_skeleton(name)
        assert any(skeleton.say(part, {}, (), turn) for part in skeleton.parts)
