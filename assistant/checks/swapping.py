"""The swap test: which sentences of a message would still be true with another name at the top."""

from dataclasses import dataclass

from assistant.checks.person import only_them
from assistant.language.text import Sentence, Text, words

FEWEST_WORDS = 3
"""A shorter sentence ("Best wishes.") is a courtesy and says nothing that could be true or not."""


@dataclass(frozen=True, slots=True)
class Swap:
    """The sentences of a message, by whether another reader could have received them."""

    bound: tuple[Sentence, ...]
    """Untrue for anybody else."""
    survivors: tuple[Sentence, ...]
    """As true for anybody else."""

    @property
    def count(self) -> int:
        return len(self.bound) + len(self.survivors)

    @property
    def verdict(self) -> str:
        """How far the message is written for one reader, in words; a design judgement."""
        if not self.bound:
            return "It could go to anybody: no sentence would be untrue for somebody else."
        if len(self.bound) == 1:
            return "One sentence keeps it from going to anybody else."
        return "It is written for one reader."


def swap(text: Text) -> Swap:
    """Every sentence of the body put to the swap test; slots count as what will fill them, for nobody yet."""
    told = [sentence for sentence in text.sentences if len(words(sentence.text)) >= FEWEST_WORDS]
    bound = tuple(sentence for sentence in told if only_them(sentence.text))
    return Swap(bound, tuple(sentence for sentence in told if sentence not in bound))
