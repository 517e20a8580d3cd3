"""The minutes of a training session: blocks that add up, a debrief after each practice, a break in time.

At least half is active, a debrief takes at least half as long as its practice, nobody sits for more than ninety
minutes; people practise in threes, so that three rounds give everybody each seat.
"""

from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_SITTING = 90
"""Minutes without a break; a design judgement, as is the share of a debrief."""
SHORTEST = 30
_LONGEST_PRACTICE = 10
_LUNCH_FROM = 300


@dataclass(frozen=True, slots=True)
class Block:
    """Some minutes of the session; `sitting` and `round` count from 1, `rounds` are those of the sitting."""

    part: str
    minutes: int
    sitting: int = 1
    round: int = 0
    rounds: int = 0


def run_of_show(minutes: int, *, days: int = 1, fours: bool = False) -> list[list[Block]]:
    """The blocks of each day; their minutes add up to `minutes` a day. `fours`: some practise in groups of four."""
    plan: list[list[Block]] = []
    sitting = 1
    for day in range(1, days + 1):
        lengths, breaks = _sittings(minutes)
        blocks: list[Block] = []
        for n, length in enumerate(lengths):
            opens = "welcome" if day == n + 1 == 1 else "again" if n == 0 else "aim"
            closes = "" if n < len(lengths) - 1 else "close" if day == days else "close_day"
            blocks += _sitting(length, sitting, opens, closes, rounds=4 if fours and length >= 60 else 3)
            if n < len(breaks):
                blocks.append(breaks[n])
            sitting += 1
        plan.append(blocks)
    return plan


def _sittings(minutes: int) -> tuple[list[int], list[Block]]:
    """The lengths between the breaks, and the breaks: the middle one is lunch on a long day."""
    count = 1
    while True:
        pauses = [10 if minutes < 240 else 15] * (count - 1)
        if minutes >= _LUNCH_FROM and pauses:
            pauses[(len(pauses) - 1) // 2] = 45
        net = minutes - sum(pauses)
        if net <= count * LONGEST_SITTING:
            lengths = [net // count + (1 if n < net % count else 0) for n in range(count)]
            return lengths, [Block("lunch" if pause == 45 else "break", pause) for pause in pauses]
        count += 1


def _sitting(length: int, sitting: int, opens: str, closes: str, rounds: int) -> Iterator[Block]:
    """One stretch between breaks: an opening, the move shown once, rounds of practice, what the room noticed."""
    first = opens == "welcome"
    opening = _share(length, 9, 3, 10) if first else _share(length, 6, 2, 6)
    demo = _share(length, 11, 3, 10) if sitting <= 3 else 0
    plan = _share(length, 8, 2, 10) if closes == "close" else 0
    close = _share(length, 6, 2, 8) if closes else 0
    left = length - opening - demo - plan - close
    room = _share(length, 10, 2, 10)
    each = min((left - room) // rounds, _LONGEST_PRACTICE + _LONGEST_PRACTICE * 3 // 4)
    practice = min(each * 2 // 3, _LONGEST_PRACTICE)
    spare = left - room - each * rounds
    case = spare if spare >= 12 else 0
    yield Block(opens, opening, sitting)
    if demo:
        yield Block("demo", demo, sitting)
    for n in range(1, rounds + 1):
        yield Block("practice", practice, sitting, n, rounds)
        yield Block("debrief", each - practice, sitting, n, rounds)
    if case:
        yield Block("case", case * 3 // 5, sitting)
        yield Block("case_debrief", case - case * 3 // 5, sitting)
    yield Block("room", room + spare - case, sitting)
    if plan:
        yield Block("plan", plan, sitting)
    if close:
        yield Block(closes, close, sitting)


def _share(length: int, percent: int, least: int, most: int) -> int:
    return max(least, min(most, round(length * percent / 100)))


def groups(people: int) -> tuple[int, int, int]:
    """How many groups of three, of four and of two; a pair only where no four can be made."""
    if people in (2, 5):
        return people // 3, 0, 1
    fours = people % 3
    return (people - 4 * fours) // 3, fours, 0
