"""Search by words: BM25 over stemmed text, and repair of misspelt words in a question."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

import bm25s
import numpy as np
import Stemmer

_WORD = re.compile(r"[a-z0-9]+(?:'[a-z]+)?")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STOP = frozenset(
    "a an and are as at be but by do does for from had has have he her him his how i if in into is "
    "it its me my of on or our "
    "she so that the their them then there they this to was we were what when where which who why "
    "will with you your am".split()
)


def words(text: str) -> list[str]:
    """Lower-case words of a text, apostrophes kept inside."""
    return _WORD.findall(text.lower().replace("’", "'"))


class Lexical:
    """BM25 (k1 = 1.2, b = 0.75) over English stems, in memory; built in milliseconds for a thousand passages."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._counts = Counter(word for text in texts for word in words(text))
        self._stem = Stemmer.Stemmer("english")
        self._size = len(texts)
        self._bm25 = bm25s.BM25(k1=1.2, b=0.75)
        self._bm25.index([self._stems(text) for text in texts], show_progress=False)

    def scores(self, query: str) -> np.ndarray:
        """One BM25 score a text, shape (number of texts,); zeros when no word is known."""
        stems = [stem for stem in self._stems(query) if stem in self._bm25.vocab_dict]
        if not stems:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(stems), dtype=np.float32)

    def repair(self, query: str, known: Iterable[str] = ()) -> str:
        """The query with each unknown word of four letters or more replaced by the most used word one edit away."""
        allowed = self._known.union(known)
        for word in dict.fromkeys(words(query)):
            if len(word) < 4 or word in allowed or not word.isalpha() or self._counts.get(word):
                continue
            near = [w for w in _one_edit(word) if self._counts.get(w, 0) > 0]
            if near:
                best = max(near, key=lambda w: (self._counts[w], w))
                query = re.sub(rf"\b{re.escape(word)}\b", best, query, flags=re.IGNORECASE)
        return query

    def _stems(self, text: str) -> list[str]:
        return self._stem.stemWords([word for word in words(text) if word not in _STOP])

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self._counts)


def _one_edit(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    removed = {left + right[1:] for left, right in splits if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    replaced = {left + letter + right[1:] for left, right in splits if right for letter in _LETTERS}
    added = {left + letter + right for left, right in splits for letter in _LETTERS}
    return removed | swapped | replaced | added
