"""What a first message is likely to want, as learned from our own openings.

A linear classifier on the sentence vector of the message (multinomial logistic regression, classes weighted alike),
trained by `python -m scripts.build_intents` on openings.yaml and on nothing else.
"""

import hashlib
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.tasks import all_tasks

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

OPENINGS = Path(__file__).with_name("openings.yaml")
WEIGHTS = Path(__file__).with_name("intents.npz")
OFF_TOPIC = "off_topic"
READ = 1000
"""Characters of a message that are looked at: its beginning says what is wanted."""


def likelihoods(message: str) -> dict[str, float]:
    """The natural logarithm of the probability of each task, and of "off_topic" for what is none of ours."""
    import numpy as np

    from knowledge.embeddings import mini_lm

    names, weights, bias = _weights()
    text = message[:READ].encode("utf-8", "replace").decode("utf-8")  # half a character has no vector
    logits = np.asarray(mini_lm().embed_query(text)) @ weights.T + bias
    top = float(logits.max())
    total = top + math.log(float(np.exp(logits - top).sum()))
    return {name: float(logit) - total for name, logit in zip(names, logits, strict=True)}


def openings() -> dict[str, list[str]]:
    """What is learned from: our own openings by task, and those that the app offers."""
    import yaml

    found: dict[str, list[str]] = yaml.load(OPENINGS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {name: [*told, *(task.opening for task in all_tasks() if task.name == name)] for name, told in found.items()}


def digest() -> str:
    """Which openings the weights must be made from."""
    return hashlib.sha256(repr(openings()).encode()).hexdigest()


@cache
def _weights() -> "tuple[list[str], Matrix, Matrix]":
    import numpy as np

    with np.load(WEIGHTS) as stored:
        return list(map(str, stored["names"])), stored["weights"], stored["bias"]
