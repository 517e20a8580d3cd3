"""What a first message is likely to want, as learned from our own openings.

Two linear classifiers whose scores are added (multinomial logistic regressions, classes weighted alike): one on the
sentence vector of the message, which knows what words mean, one on its words, which knows those that give a task away.
Both are trained by `python -m scripts.build_intents` on openings.yaml, openings_by_writer.yaml and marked.txt alone.
"""

import hashlib
import math
from functools import cache
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.engines.marked import marked_messages
from assistant.language.grams import readable, slots_of
from assistant.tasks import all_tasks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

OPENINGS = Path(__file__).with_name("openings.yaml")
BY_WRITER = Path(__file__).with_name("openings_by_writer.yaml")
WEIGHTS = Path(__file__).with_name("intents.npz")
OFF_TOPIC = "off_topic"
WORDS = 1.2
"""How much the words count beside the sentence vector; chosen on messages whose errors have been seen."""


def likelihoods(message: str) -> dict[str, float]:
    """The natural logarithm of the probability of each task, and of "off_topic" for what is none of ours."""
    import numpy as np

    from knowledge.embeddings import mini_lm

    names, of_meaning, bias, of_words, words_bias = weights()
    logits = np.asarray(mini_lm().embed_query(readable(message))) @ of_meaning.T + bias
    slots = slots_of(message)
    logits = logits + WORDS * (of_words[:, slots].sum(axis=1) / math.sqrt(len(slots) or 1) + words_bias)
    top = float(logits.max())
    total = top + math.log(float(np.exp(logits - top).sum()))
    return {name: float(logit) - total for name, logit in zip(names, logits, strict=True)}


def openings(without: str = "") -> dict[str, list[str]]:
    """What is learned from: openings by task, those that the app offers, and messages with their marks taken away; one
    writer's left out when named."""
    found: dict[str, list[str]] = _stored(OPENINGS)
    others = [told for writer, told in openings_by_writer().items() if writer != without]
    offered = {task.name: [task.opening] for task in all_tasks()}
    written = {_on_a_line(m) for one in (found, *openings_by_writer().values()) for told in one.values() for m in told}
    for one in marked_messages():
        if one.message not in written:
            offered[one.task].append(one.message)
    return {
        name: [*told, *chain.from_iterable(one.get(name, []) for one in others), *offered.get(name, [])]
        for name, told in found.items()
    }


def _on_a_line(message: str) -> str:
    """A message as marked.txt has it."""
    return message.replace("\n", " / ").strip()


def openings_by_writer() -> dict[str, dict[str, list[str]]]:
    """By writer and task, what people wrote who knew the kinds of help alone."""
    return _stored(BY_WRITER)


def _stored(path: Path) -> Any:
    import yaml

    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def digest() -> str:
    """Which openings the weights must be made from."""
    return hashlib.sha256(repr(openings()).encode()).hexdigest()


@cache
def weights() -> "tuple[list[str], Matrix, Matrix, Matrix, Matrix]":
    """What was learned: names of tasks, then weights and biases on the vector, shape (tasks, 384), and on the words."""
    import numpy as np

    with np.load(WEIGHTS) as stored:
        words = stored["words"].astype(np.float32), stored["words_bias"]
        return list(map(str, stored["names"])), stored["weights"], stored["bias"], *words
