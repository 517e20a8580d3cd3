"""The words of a message as places in a row of numbers, for what is learned from examples."""

import re
import zlib
from itertools import pairwise

READ = 1000
"""Characters of a message that are looked at: its beginning says what is wanted."""
STEM = 6
"""Letters of a word that count: "mentoring" and "mentors" are alike."""
SLOTS = 8192
"""Places for words and pairs of words, which are told apart by a hash."""


def slots_of(message: str) -> list[int]:
    """The places of a message's words, each by its beginning, and of its pairs of neighbouring words."""
    found = re.findall(r"[a-z']+", message[:READ].lower())
    told = {word[:STEM] for word in found} | {f"{one} {other}" for one, other in pairwise(found)}
    return sorted({zlib.crc32(gram.encode()) % SLOTS for gram in told})


def readable(message: str) -> str:
    """The part of a message that is looked at, without half a character, which has no vector."""
    return message[:READ].encode("utf-8", "replace").decode("utf-8")
