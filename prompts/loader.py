"""Reading prompts, and skeletons: parts made of alternative sentences, each used only when all it needs is known."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, meta
from jinja2 import Template as Compiled

FOLDER = Path(__file__).parent / "tasks"
VOICES = Path(__file__).parent / "voices"
"""One folder a language other than English, with the skeletons and the words of its tasks."""
_LINE = re.compile(r"^- (?:\[(?P<tags>[a-z_ -]+)\] )?(?P<text>.+)$")


class PromptError(Exception):
    """A skeleton file is malformed; the message names the file and the line."""


@dataclass(frozen=True)
class Line:
    """One sentence with places for facts. `needs` are the facts that it cannot do without, `tags` where it fits."""

    text: str
    tags: frozenset[str]
    needs: frozenset[str]
    compiled: Compiled

    def render(self, facts: Mapping[str, Any]) -> str:
        return self.compiled.render(facts).strip().replace("\\n", "\n")


@dataclass(frozen=True)
class Skeleton:
    """The parts of one task's texts, and what a model is told about them.

    `version` goes up with any change of meaning; `digest` changes with any change.
    """

    version: int
    digest: str
    inputs: frozenset[str]
    parts: Mapping[str, tuple[Line, ...]]
    advice: str
    """What makes such a text good, for a model."""
    layout: Mapping[str, tuple[tuple[str, ...], ...]]
    """Which parts stand in which paragraph, by channel; empty where the task's own code says so."""
    optional: tuple[str, ...]
    """Parts that a short text does without, the first to go first; beside `layout` only."""

    @property
    def label(self) -> str:
        return f"{self.version}/{self.digest}"

    def say(self, part: str, facts: Mapping[str, Any], tags: Sequence[str] = (), turn: int = 0) -> str:
        """One sentence of a part, or "" when nothing fits what is known.

        Of the lines whose needs are known and whose tags all hold, those that use most facts are kept, then those made
        for most tags; `turn` picks one of these, so that the same facts give the same words and other people others.
        """
        known = {name for name, value in facts.items() if value not in (None, "", [], ())}
        fitting = [line for line in self.parts[part] if line.needs <= known and line.tags <= set(tags)]
        if not fitting:
            return ""
        most = max((len(line.needs), len(line.tags)) for line in fitting)
        best = [line for line in fitting if (len(line.needs), len(line.tags)) == most]
        return best[turn % len(best)].render({name: facts.get(name) for name in self.inputs})


@dataclass(frozen=True)
class Prompt:
    """What is said to a model for one purpose: a `system` and a `user` block with places for values."""

    version: int
    digest: str
    inputs: frozenset[str]
    blocks: Mapping[str, Compiled]

    @property
    def label(self) -> str:
        return f"{self.version}/{self.digest}"

    def say(self, **values: Any) -> tuple[str, str]:
        """The system and the user block with their values; every input of the prompt must be given."""
        system, user = (
            re.sub(r"\n{3,}", "\n\n", self.blocks[block].render(values)).strip() for block in ("system", "user")
        )
        return system, user


@cache
def load_prompt(name: str) -> Prompt:
    """A prompt of this folder; raises `PromptError` when declared and used inputs differ."""
    path = FOLDER.parent / f"{name}.md"
    raw = path.read_text(encoding="utf-8")
    _, head, body = raw.split("---\n", 2)
    front = yaml.safe_load(head)
    texts = {
        block.partition("\n")[0].strip(): block.partition("\n")[2].strip()
        for block in re.split(r"^# ", body, flags=re.MULTILINE)[1:]
    }
    used = {found for text in texts.values() for found in meta.find_undeclared_variables(_environment().parse(text))}
    if used != set(front["inputs"]):
        raise PromptError(f"{path.name}: inputs declared and used differ: {sorted(used ^ set(front['inputs']))}.")
    blocks = {block: _environment().from_string(text) for block, text in texts.items()}
    return Prompt(front["version"], hashlib.sha256(raw.encode()).hexdigest()[:8], frozenset(used), blocks)


def _environment() -> Environment:
    return Environment(undefined=StrictUndefined, autoescape=False, trim_blocks=True)  # noqa: S701 - plain text


@cache
def load_skeleton(task: str, language: str = "en") -> Skeleton:
    """The skeleton of a task; raises `PromptError` when declared and used inputs differ or a line cannot be read."""
    path = (FOLDER if language == "en" else VOICES / language) / f"{task}.md"
    raw = path.read_text(encoding="utf-8")
    _, head, body = raw.split("---\n", 2)
    front = yaml.safe_load(head)
    environment = _environment()
    parts: dict[str, tuple[Line, ...]] = {}
    for block in re.split(r"^## ", body, flags=re.MULTILINE)[1:]:
        name, _, rest = block.partition("\n")
        parts[name.strip()] = tuple(_line(path.name, text, environment) for text in rest.splitlines() if text.strip())
    advice = re.search(r"^# system\n(.+?)^# skeleton", body, re.MULTILINE | re.DOTALL)
    used = {name for lines in parts.values() for line in lines for name in line.needs}
    if used != set(front["inputs"]):
        raise PromptError(f"{path.name}: inputs declared and used differ: {sorted(used ^ set(front['inputs']))}.")
    digest = hashlib.sha256(raw.encode()).hexdigest()[:8]
    layout = {
        channel: tuple(tuple(paragraph.split()) for paragraph in paragraphs)
        for channel, paragraphs in front.get("layout", {}).items()
    }
    if missing := {part for paragraphs in layout.values() for names in paragraphs for part in names} - {
        *parts,
        "added",
    }:
        raise PromptError(f"{path.name}: the layout names parts that are not there: {sorted(missing)}.")
    said = advice[1].strip() if advice else ""
    optional = tuple(front.get("optional", ()))
    return Skeleton(front["version"], digest, frozenset(used), parts, said, layout, optional)


def _line(file: str, text: str, environment: Environment) -> Line:
    match = _LINE.match(text)
    if match is None:
        raise PromptError(f"{file}: this line is no '- [tags] sentence': {text!r}")
    needs = meta.find_undeclared_variables(environment.parse(match["text"]))
    tags = frozenset((match["tags"] or "").split())
    return Line(match["text"], tags, frozenset(needs), environment.from_string(match["text"]))
