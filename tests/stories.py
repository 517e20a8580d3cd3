"""The stories, and what of a draft nobody typed."""

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent
MOST_QUESTIONS = 4
_NUMBER_WORDS = "three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty ninety"
_OPENS = re.compile(r"(?:^|[.!?:)]\s|[.!?:]\*\*\s)[\s#*\d.\"“-]*$")


@dataclass(frozen=True)
class Story:
    """A person's side of a whole conversation."""

    name: str
    about: str
    role: str
    task: str
    opening: str
    answers: dict[str, str]
    """What the person says when asked, by field of the brief."""
    brief: dict[str, str | int]
    """What must be understood in the end: words that the field holds."""
    keeps: list[str]
    passages: list[str]
    """Passages that must be among the sources of the draft."""
    secret: str
    """A word of this story that no other story has."""

    def typed(self, asked: tuple[str, ...]) -> str:
        """All that was typed when these fields were asked for."""
        return "\n".join([self.opening, *(self.answers[field] for field in asked)])


def read_stories() -> list[Story]:
    rows = yaml.safe_load((FOLDER / "stories.yaml").read_text(encoding="utf-8"))
    return [Story(**row) for row in rows]


def lost(story: Story, draft: str) -> list[str]:
    """Facts that the draft does not hold."""
    flat = " ".join(draft.lower().split())
    return [fact for fact in story.keeps if fact.lower() not in flat]


def invented(draft: str, typed: str, task: str) -> list[str]:
    """Names and numbers of a draft that nobody typed, apart from a plan's own minutes and numbering.

    A capital letter makes a name, unless it opens a sentence with a word of the task's own skeleton.
    """
    if task in ("agenda", "session_plan"):
        draft = re.sub(
            r"\(\d+ min\b|^\d+\. |^- \d+:\d\d|\d+ of \d+|\d+ hours|\w+ groups? of \w+", " ", draft, flags=re.MULTILINE
        )
    said = {word.lower() for word in re.findall(r"[^\W\d_]+|\d+", typed)}
    skeleton = (FOLDER.parent / "prompts" / "tasks" / f"{task}.md").read_text(encoding="utf-8").lower()
    ours = set(re.findall(r"[^\W\d_]+", skeleton))
    numbers = [n for n in re.findall(r"\d+", draft) if n not in said]
    numbers += [w for w in re.findall(r"[a-z]+", draft) if w in _NUMBER_WORDS.split() and w not in said]
    names: list[str] = []
    for line in draft.splitlines():
        for match in re.finditer(r"(?<!\w)[^\W\d_a-zß-ÿ]\w*", line):
            word = match[0].lower()
            opens = _OPENS.search(line[: match.start()]) and word in ours
            if word not in said and word != "i" and not opens:
                names.append(match[0])
    return numbers + names
