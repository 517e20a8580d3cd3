"""What a first message is likely to want, as learned from our own openings.

Two linear classifiers whose scores are added (multinomial logistic regressions, classes weighted alike): one on the
sentence vector of the message, which knows what words mean, one on its words, which knows those that give a task away.
Both are trained by `python -m scripts.build_intents` on openings.yaml and on nothing else.
"""

import hashlib
import math
import re
import zlib
from functools import cache
from itertools import pairwise
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
STEM = 6
"""Letters of a word that count: "mentoring" and "mentors" are alike."""
SLOTS = 8192
"""Places for words and pairs of words, which are told apart by a hash."""
WORDS = 0.8
"""How much the words count beside the sentence vector; chosen on messages whose errors have been seen."""


def likelihoods(message: str) -> dict[str, float]:
    """The natural logarithm of the probability of each task, and of "off_topic" for what is none of ours."""
    import numpy as np

    from knowledge.embeddings import mini_lm

    names, weights, bias, of_words, words_bias = _weights()
    text = message[:READ].encode("utf-8", "replace").decode("utf-8")  # half a character has no vector
    logits = np.asarray(mini_lm().embed_query(text)) @ weights.T + bias
    slots = slots_of(message)
    logits = logits + WORDS * (of_words[:, slots].sum(axis=1) / math.sqrt(len(slots) or 1) + words_bias)
    top = float(logits.max())
    total = top + math.log(float(np.exp(logits - top).sum()))
    return {name: float(logit) - total for name, logit in zip(names, logits, strict=True)}


def slots_of(message: str) -> list[int]:
    """The places of a message's words, each by its beginning, and of its pairs of neighbouring words."""
    found = re.findall(r"[a-z']+", message[:READ].lower())
    told = {word[:STEM] for word in found} | {f"{one} {other}" for one, other in pairwise(found)}
    return sorted({zlib.crc32(gram.encode()) % SLOTS for gram in told})


def openings() -> dict[str, list[str]]:
    """What is learned from: our own openings by task, and those that the app offers."""
    import yaml

    found: dict[str, list[str]] = yaml.load(OPENINGS.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {name: [*told, *(task.opening for task in all_tasks() if task.name == name)] for name, told in found.items()}


def digest() -> str:
    """Which openings the weights must be made from."""
    return hashlib.sha256(repr(openings()).encode()).hexdigest()


@cache
def _weights() -> "tuple[list[str], Matrix, Matrix, Matrix, Matrix]":
    import numpy as np

    with np.load(WEIGHTS) as stored:
        words = stored["words"].astype(np.float32), stored["words_bias"]
        return list(map(str, stored["names"])), stored["weights"], stored["bias"], *words
