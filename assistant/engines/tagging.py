"""Which words of a first message tell which fact, as learned from messages with marks.

Made by `python -m scripts.build_reader` from marked.txt and the messages that the rules of form were made on. It reads
the words half way up the embedding model, and says of each word piece which fact it begins, goes on with, or none.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.float32]

WEIGHTS = Path(__file__).with_name("reader.onnx")
FAR = -1e4
_REST_OF_WORD = re.compile(r"[\w]*(?:['’-]\w+)*")


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a message: its field, its words, and how sure that is (0..1)."""

    field: str
    words: str
    sure: float


def told(message: str, task: str) -> tuple[Told, ...]:
    """The facts that a message to one task tells, in order; nothing for a task that none was learned for."""
    import numpy as np

    from knowledge.embeddings import mini_lm

    reader, tasks, labels, fields, _ = _reader()
    if task not in fields or not message.strip():
        return ()
    halfway, places = mini_lm().halfway(message)
    scores = reader.run(["scores"], {"halfway": halfway[None], "task": np.array([tasks.index(task)])})[0][0]
    known = ["", *(f"{sign}{field}" for field in fields[task] for sign in "BI")]
    chances = _chances(scores[:, [labels.index(label) for label in known]])
    return tuple(
        Told(field, message[places[start][0] : _end_of_word(message, places[end - 1][1])], sure)
        for field, start, end, sure in _runs(_best_path(chances, known), chances, known)
    )


def _end_of_word(message: str, end: int) -> int:
    """Where the word ends that a place is in."""
    rest = _REST_OF_WORD.match(message, end)
    return rest.end() if rest and message[end - 1 : end].isalnum() else end


def _chances(scores: "Scores") -> "Scores":
    """Natural logarithms of the probabilities, shape (pieces, labels)."""
    import numpy as np

    top = scores.max(axis=1, keepdims=True)
    return scores - top - np.log(np.exp(scores - top).sum(axis=1, keepdims=True))


def _best_path(chances: "Scores", labels: list[str]) -> list[int]:
    """The likeliest labels in which a fact goes on only where it has begun (Viterbi); the first and the last piece,
    which stand for no word, tell nothing."""
    import numpy as np

    inside = np.array([label[:1] == "I" for label in labels])
    moves = np.zeros((len(labels), len(labels)), np.float32)
    for later, label in enumerate(labels):
        if inside[later]:
            moves[[before for before, other in enumerate(labels) if other[1:] != label[1:]], later] = FAR
    best: Any = np.where(np.arange(len(labels)) == 0, 0.0, FAR)
    came: list[Any] = []
    for row in chances[1:-1]:
        ways = best[:, None] + moves
        came.append(ways.argmax(axis=0))
        best = ways.max(axis=0) + row
    path = [int(best.argmax())]
    for ways in reversed(came):
        path.append(int(ways[path[-1]]))
    return [*reversed(path), 0]


def _runs(path: list[int], chances: "Scores", labels: list[str]) -> Iterator[tuple[str, int, int, float]]:
    """Field, first piece, last piece plus one, and the mean probability of the field over them.

    Two facts of one field have something between them, if only a comma.
    """
    import numpy as np

    start = 0
    while start < len(path):
        label = labels[path[start]]
        end = start + 1
        if label[:1] == "B":
            while end < len(path) and labels[path[end]][1:] == label[1:]:
                end += 1
            places = [labels.index(f"{sign}{label[1:]}") for sign in "BI"]
            yield label[1:], start, end, float(np.exp(chances[start:end][:, places]).sum(axis=1).mean())
        start = end


def fields_of() -> dict[str, list[str]]:
    """The facts that can be told from a message, by task."""
    return _reader()[3]


def made_of() -> str:
    """A digest of the messages that were learned from."""
    return _reader()[4]


@cache
def _reader() -> tuple[Any, list[str], list[str], dict[str, list[str]], str]:
    """The model, the names of its tasks and labels, the fields of each task, and what it was made of."""
    from knowledge.embeddings import one_at_a_time

    session = one_at_a_time(WEIGHTS)
    said: dict[str, Any] = json.loads(session.get_modelmeta().custom_metadata_map["told"])  # pyright: ignore
    return session, said["tasks"], said["labels"], said["fields"], said["made_of"]
