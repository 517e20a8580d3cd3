"""Search by words: BM25 over stems that SQLite keeps, and repair of misspelt words in a question."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendor's types are partial; what leaves this module is typed)

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import Stemmer
import yaml

from knowledge.tables import Tables

BODY_WEIGHT, ASKED_WEIGHT = 1.0, 2.0
"""How much a word counts in a passage's text, and in its headings and the questions it answers (FTS5's weights)."""
MOST_MATCHES = 4_000
"""Passages looked at for one question. In a large library the commonest words of a question are left out when rarer
ones stand in it, which costs nothing measurable (docs/benchmarks.md) and keeps a search quick at any size."""
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
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


def stems(text: str) -> list[str]:
    """The stems of a text's words, without the commonest; British and American spellings have one stem."""
    plain = [_plain(word) for word in words(text) if word not in _STOP]
    return [str(stem) for stem in _stemmer().stemWords(plain)]


@lru_cache(maxsize=50_000)
def _plain(word: str) -> str:
    """A word without accents and apostrophes, spelt one way, and one for all that mean the same in the field."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalnum())
    return _same_word().get(bare) or _spelt_one_way(bare)


@cache
def _stemmer() -> Any:
    return Stemmer.Stemmer("english")


@cache
def _same_word() -> dict[str, str]:
    """Words of the field that mean the same, each to the first of its line in synonyms.yaml."""
    lines: list[list[str]] = yaml.load(
        files("knowledge").joinpath("synonyms.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return {word: line[0] for line in lines for word in line}


_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})our(?=(?:s|ed|ing|al|able|ful|ite|ites|less)?$)"), "or"),
    (re.compile(r"(?<=[a-z])ll(?=(?:ed|ing|er|ers|or|ors|ment)$)"), "l"),
    (re.compile(r"(?<=[a-z]{2})amme(?=s?$)"), "am"),
    (re.compile(r"(?<=[a-z]{3})(?<!s)tre(?=s?$)"), "ter"),
    (re.compile(r"(?<=[a-z]{3})ence(?=s?$)"), "ense"),
    (re.compile(r"(?<=[a-z]{3})ogue(?=s?$)"), "og"),
)
"""British endings to American ones, on both sides of a search: a wrong guess is the same on both, and does no harm."""


def _spelt_one_way(word: str) -> str:
    for pattern, american in _SPELLINGS:
        word = pattern.sub(american, word)
    return word


_BACK = (
    (re.compile(r"iz(?=(?:e|es|ed|er|ers|ing|ation|ations)$)"), "is"),
    (re.compile(r"or(?=(?:s|ed|ing|al|able|ful|ite|ites|less)?$)"), "our"),
    (re.compile(r"l(?=(?:ed|ing|er|ers|or|ors|ment)$)"), "ll"),
    (re.compile(r"am(?=s?$)"), "amme"),
    (re.compile(r"ter(?=s?$)"), "tre"),
    (re.compile(r"ense(?=s?$)"), "ence"),
    (re.compile(r"og(?=s?$)"), "ogue"),
)


@lru_cache(maxsize=5_000)
def _other_spellings(word: str) -> tuple[str, ...]:
    """How a word would be spelt on the other side of the Atlantic; most of these are no words, and nobody uses them."""
    found = {_spelt_one_way(word), *(back.sub(british, word) for back, british in _BACK)} - {word}
    return tuple(sorted(one for one in found if _spelt_one_way(one) == _spelt_one_way(word)))


class Lexical:
    """The word index of the library's passages; written with them, in the same transaction."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables

    def add(self, n: int, text: str, asked: str) -> None:
        """Take in a passage: its text, and its headings with the questions it answers."""
        self._tables.write(
            "INSERT INTO lexical (rowid, body, asked) VALUES (?, ?, ?)",
            (n, " ".join(stems(text)), " ".join(stems(asked))),
        )
        self._count(f"{asked} {text}", 1)

    def drop(self, n: int, text: str, asked: str) -> None:
        """Take out a passage, with the words that it was added with."""
        self._tables.write("DELETE FROM lexical WHERE rowid = ?", (n,))
        self._count(f"{asked} {text}", -1)

    def scores(self, query: str, collections: Sequence[str] | None, k: int) -> dict[int, float]:
        """BM25 (k1 = 1.2, b = 0.75, as FTS5 has it; higher is better) of the best `k` passages, by number."""
        wanted = self._telling(list(dict.fromkeys(stems(query))))
        if not wanted:
            return {}
        match = " OR ".join(f'"{stem}"' for stem in wanted)
        where, values = "", list[object]()
        if collections is not None:
            held = ",".join("?" * len(collections))
            where, values = f"AND +rowid IN (SELECT n FROM passages WHERE collection IN ({held})) ", list(collections)
        rows = self._tables.rows(
            f"SELECT rowid, bm25(lexical, ?, ?) AS score FROM lexical WHERE lexical MATCH ? {where}"
            "ORDER BY score LIMIT ?",
            (BODY_WEIGHT, ASKED_WEIGHT, match, *values, k),
        )
        return {int(n): -float(score) for n, score in rows}

    def coverage(self, query: str, texts: Sequence[str], size: int) -> float:
        """The largest share (0..1) of a question's words that one of some texts has, rare words counting more.

        `size` is the number of passages in the library; a word's weight is its inverse document frequency.
        """
        wanted = list(dict.fromkeys(stems(query)))
        used = self._used_in(wanted)
        weights = {stem: math.log(1 + size / (used.get(stem, 0) + 0.5)) for stem in wanted}
        whole = sum(weights.values())
        if not whole:
            return 0.0
        return max((sum(weights[s] for s in weights.keys() & set(stems(text))) / whole for text in texts), default=0.0)

    def repair(self, query: str, known: Callable[[str], bool]) -> str:
        """The query with each unknown word of four letters or more replaced by the most used word one edit away."""
        spelt = [word for word in dict.fromkeys(words(query)) if len(word) >= 4 and word.isalpha() and word.isascii()]
        used = self._used(spelt)
        for word in spelt:
            if word in used or known(word):
                continue
            near = self._used(sorted(_one_edit(word)))
            if near:
                best = max(near, key=lambda w: (near[w], w))
                query = re.sub(rf"\b{re.escape(word)}\b", best, query, flags=re.IGNORECASE)
        return query

    def as_spelt_here(self, query: str) -> str:
        """The query with British and American spellings as the library has them more often."""
        variants = {word: found for word in dict.fromkeys(words(query)) if (found := _other_spellings(word))}
        used = self._used([one for word, found in variants.items() for one in (word, *found)])
        for word, found in variants.items():
            best = max(found, key=lambda one: used.get(one, 0))
            if used.get(best, 0) > used.get(word, 0):
                query = re.sub(rf"\b{re.escape(word)}\b", best, query, flags=re.IGNORECASE)
        return query

    def _telling(self, wanted: list[str]) -> list[str]:
        """The stems worth looking for, rarest first, until enough passages would match."""
        found = self._used_in(wanted)
        kept: list[str] = []
        matches = 0
        for stem in sorted(found, key=lambda one: found[one]):
            if kept and matches + found[stem] > MOST_MATCHES:
                break
            kept.append(stem)
            matches += found[stem]
        return kept

    def _used_in(self, wanted: Sequence[str]) -> dict[str, int]:
        """In how many passages each stem stands; stems that stand nowhere are left out."""
        rows = self._tables.within("SELECT term, doc FROM terms WHERE term IN", wanted)
        return {str(stem): int(count) for stem, count in rows}

    def _used(self, spelt: Sequence[str]) -> dict[str, int]:
        """How often each word is used in the library, as it is spelt."""
        rows = self._tables.within("SELECT word, count FROM spellings WHERE word IN", spelt)
        return {str(word): int(count) for word, count in rows}

    def _count(self, text: str, sign: int) -> None:
        counted = [(word, sign * count) for word, count in Counter(words(text)).items() if 2 < len(word) < 30]
        self._tables.write_all(
            "INSERT INTO spellings VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET count = count + excluded.count",
            counted,
        )
        if sign < 0:
            self._tables.write_all(
                "DELETE FROM spellings WHERE word = ? AND count <= 0", [(word,) for word, _ in counted]
            )


def _one_edit(word: str) -> set[str]:
    splits = [(word[:i], word[i:]) for i in range(len(word) + 1)]
    removed = {left + right[1:] for left, right in splits if right}
    swapped = {left + right[1] + right[0] + right[2:] for left, right in splits if len(right) > 1}
    replaced = {left + letter + right[1:] for left, right in splits if right for letter in _LETTERS}
    added = {left + letter + right for left, right in splits for letter in _LETTERS}
    return removed | swapped | replaced | added
