"""A draft as it streams, held back wherever it may be saying something that nobody told."""

import re

from assistant.checks.inventions import harmless, inventions

LOOK_AHEAD = 4
"""Words of a sentence that are kept back, so that an invention of several plain words is seen before it is shown."""
LONGEST = 400
"""Characters of a sentence after which it is only shown whole."""
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+|\n")
_GREETING = re.compile(
    r"\s*(?:subject|dear|hello|hi|hey|good (?:morning|afternoon|evening|day))\b[^,:\n]*[,:]?", re.IGNORECASE
)
"""A greeting up to its comma: there nothing is kept back but what a word alone gives away."""


class Sieve:
    """Words that were told and words without facts pass at once; a sentence with others waits until it is whole.

    After the first invention nothing more is shown: the draft will be written once more anyway. What was let through is
    never taken back: the finished draft, which is checked as a whole, stands in its place.
    """

    def __init__(self, said: str, *, meeting: bool = False) -> None:
        self._said, self._meeting = said, meeting
        self._open = ""
        self._shown = 0
        self._held = self._silent = False

    def feed(self, piece: str) -> str:
        """What may be shown now that this piece has come."""
        self._open += piece
        if self._silent:
            return ""
        out = ""
        while end := _END.search(self._open):
            out += self._close(end.end())
        return out + self._grow()

    def end(self) -> str:
        """What is left."""
        return "" if self._silent else self._close(len(self._open))

    def _close(self, end: int) -> str:
        """The rest of a sentence that is whole, if nothing in it is invented."""
        sentence, self._open = self._open[:end], self._open[end:]
        self._silent = self._silent or bool(inventions(sentence, self._said, meeting=self._meeting))
        rest = "" if self._silent else sentence[self._shown :]
        self._shown, self._held = 0, False
        return rest

    def _grow(self) -> str:
        """Whole words of an unfinished sentence, up to the first that may be an invention."""
        if self._held or len(self._open) > LONGEST:
            return ""
        ends = [match.end() for match in re.finditer(r"\S+\s+", self._open)]
        greeting = _GREETING.match(self._open)
        greeted = len(greeting[0]) + 1 if greeting else 0
        ends = [end for n, end in enumerate(ends) if end <= greeted or n < len(ends) - LOOK_AHEAD]
        safe = self._shown
        for end in ends:
            if end <= self._shown:
                continue
            if not all(harmless(word, self._said) for word in self._open[safe:end].split()):
                self._held = True
                break
            safe = end
        if safe > self._shown:
            early = [one for one in inventions(self._open, self._said, meeting=self._meeting) if one.span[0] < safe]
            if early:
                self._held = True
                return ""
        grown, self._shown = self._open[self._shown : safe], safe
        return grown
