"""What the phrases miss: signs of danger, or of a matter for another route, as learned from examples.

Two linear classifiers whose scores are added, one on the sentence vector of a message, one on its words. Both are
trained by `python -m scripts.build_danger`. They are often right and never sure, so what they notice is asked about.
"""

import hashlib
import math
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.language.grams import readable, slots_of
from assistant.session import Safety

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

EXAMPLES = Path(__file__).with_name("danger.yaml")
WEIGHTS = Path(__file__).with_name("danger.npz")
TIERS = ("none", "safety", "route")
WORDS = 1.5
"""How much the words count beside the sentence vector."""
LIKELY = 3.0
"""From how much likelier than harmless, as a logarithm, it is asked about; chosen in docs/benchmarks.md."""

QUESTIONS = {
    "safety": "Before I go on, one question, because I would rather ask once too often: is somebody in danger, you or "
    "a person you write about? If so, leave the text for now. In an emergency call your local emergency number; else "
    "speak to someone today: a crisis line where you live, a doctor, a person you trust, or the named contact of your "
    "programme. If I have misread you, say “go on” and I will help with what you asked.",
    "route": "Before I go on, one question: has somebody crossed a line here, with harassment, discrimination, "
    "bullying or a breach of the rules at work? A well-worded message does not settle that. Note dates, places, words "
    "and who was there, and take it to your programme's named contact, HR, a union or a legal advice service. If I "
    "have misread you, say “go on” and I will help with what you asked.",
}
"""What is asked, by tier; no number and no law that may not hold where the reader is."""


def suspected(message: str) -> Safety | None:
    """What a message may tell of, with the question to ask; None when it is most likely everyday work."""
    none, *grave = _scores(message)
    most = max(grave)
    if most + math.log(sum(math.exp(score - most) for score in grave)) - none < LIKELY:
        return None
    tier = TIERS[1 + grave.index(most)]
    return Safety(tier, QUESTIONS[tier], sure=False)


def _scores(message: str) -> list[float]:
    import numpy as np

    from knowledge.embeddings import mini_lm

    of_meaning, bias, of_words, words_bias = weights()
    scores = np.asarray(mini_lm().embed_query(readable(message))) @ of_meaning.T + bias
    slots = slots_of(message)
    scores = scores + WORDS * (of_words[:, slots].sum(axis=1) / math.sqrt(len(slots) or 1) + words_bias)
    return [float(score) for score in scores]


def digest() -> str:
    """Which examples the weights must be made from."""
    return hashlib.sha256(EXAMPLES.read_bytes()).hexdigest()


@cache
def weights() -> "tuple[Matrix, Matrix, Matrix, Matrix]":
    """What was learned: weights and biases on the vector, shape (tiers, 384), and on the words."""
    import numpy as np

    with np.load(WEIGHTS) as stored:
        words = stored["words"].astype(np.float32), stored["words_bias"]
        return stored["weights"], stored["bias"], *words
