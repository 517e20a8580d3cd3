"""Lengths of time as agendas state them: minutes behind an item, clock times, the length of the meeting."""

import re

from assistant.language.phrases import phrases

BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,2}[.)]|\(?[a-z]\)|#{2,4}|\[ ?\])\s+(?P<rest>.+)$")
CLOCK = re.compile(
    r"(?P<h1>\d{1,2})[:.h](?P<m1>\d{2})(?:\s?[ap]\.?m\.?)?\s?(?:-|–|—|to|until)\s?(?P<h2>\d{1,2})[:.h](?P<m2>\d{2})"
)
START = re.compile(r"^\W*(?P<h>\d{1,2})[:.h](?P<m>\d{2})(?!\s?(?:-|–|—|to)\s?\d)")
_MINUTES = re.compile(
    r"(?P<n>\d{1,3})\s?[’']?\s?(?:[-–]\s?(?P<most>\d{1,3})\s?)?(?:min(?:ute)?s?\b|m\b|['’′](?!\w))", re.IGNORECASE
)
_BARE = re.compile(r"(?:[,(|:\]]|\s[-–—])\s*(?P<n>\d{1,3})\s*(?:[)|]|\s*$)|\s(?P<end>\d{1,2})\s*$")
_LENGTH = re.compile(
    r"(?P<n>\d{2,3})[\s-]*(?:min(?:ute)?s?)\b|(?P<half>half an? ?-?hour)\b|(?P<two>(?:two|2) ?-?hours?)\b"
    r"|(?P<more>(?:1\.5|1 ?½|one and a half) ?-?hours?|1 ?h(?:r|our)? ?(?:and )?30(?: ?min\w*)?)\b"
    r"|(?P<one>(?:an|one|1) ?-?hour|1 ?h(?:r|our)?)\b",
    re.IGNORECASE,
)
_HOURS = {"half": 30, "two": 120, "more": 90, "one": 60}


def plain(line: str) -> str:
    """A line without its bullet or number and without marks of emphasis."""
    match = BULLET.match(line)
    return re.sub(r"[*_|#]", " ", match["rest"] if match else line).strip()


def unclocked(line: str) -> str:
    """The words of a line without bullet and clock times."""
    return re.sub(r"^[\W\d]+(?=[^\W\d])", "", CLOCK.sub(" ", plain(line)))


def item_minutes(line: str) -> int | None:
    """The minutes that a line gives to its item, or None."""
    if clock := CLOCK.search(line):
        return clock_minutes(clock)
    if found := list(_MINUTES.finditer(line)):
        return int(found[-1]["most"] or found[-1]["n"])
    if re.search(r"\bhalf an hour\b", line, re.IGNORECASE):
        return 30
    bare = _BARE.search(plain(line) if "|" not in line else line)
    return _bare_minutes(line, bare["n"] or bare["end"]) if bare else None


def _bare_minutes(line: str, number: str) -> int | None:
    """A number without a unit at the end of a line, unless the word before it counts something else."""
    before = line[: line.rfind(number)].rstrip().split(" ")[-1]
    counts_other = phrases("agenda", "not_minutes").fullmatch(before)
    return int(number) if 1 <= int(number) <= 120 and not counts_other else None


def clock_minutes(match: re.Match[str]) -> int:
    """From one clock time to the other, over noon if need be."""
    start, end = int(match["h1"]) * 60 + int(match["m1"]), int(match["h2"]) * 60 + int(match["m2"])
    return end - start if end >= start else end + 12 * 60 - start


def total_minutes(line: str) -> int | None:
    """A length that a line states in words or figures, or None."""
    match = _LENGTH.search(line)
    if not match:
        return None
    return int(match["n"]) if match["n"] else next(minutes for name, minutes in _HOURS.items() if match[name])
