"""An agenda taken apart: its purpose, its items with minutes, its length, its closing actions."""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import pairwise

from assistant.language.durations import (
    BULLET,
    CLOCK,
    START,
    clock_minutes,
    item_minutes,
    plain,
    total_minutes,
    unclocked,
)
from assistant.language.phrases import alternatives, phrases
from assistant.language.text import Sentence, Text, straight, words

_EMPTY = re.compile(r"^\W*(?:tbc|tbd|to be (?:confirmed|decided|agreed)|n/?a|none|\?+|-+|_+)?\W*$", re.IGNORECASE)
_PLACE_AT_END = re.compile(r"\b(?:room|zoom|teams)\b.{0,12}$", re.IGNORECASE)


@cache
def _purpose() -> re.Pattern[str]:
    label, scope, result = (alternatives("agenda", name) for name in ("purpose_label", "purpose_scope", "result_label"))
    colon = r"\s*\**\s*[:=–-]\s*\**\s*"
    return re.compile(
        rf"\b(?:{result}(?:{scope})?{colon}(?P<result>.+)|{label}(?:{scope})?{colon}(?P<what>.+))"
        rf"|(?<!\w)(?P<said>{alternatives('agenda', 'purpose_sentence')})",
        re.IGNORECASE | re.MULTILINE,
    )


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the agenda: its words, its minutes if it has any, and its place."""

    line: Sentence
    minutes: int | None
    slack: bool


@dataclass(frozen=True)
class Agenda:
    """The parts of an agenda as people write them: bullets, numbers, clocks, tables, plain lines."""

    text: Text

    @cached_property
    def purpose(self) -> Sentence | None:
        """The line that says what this meeting is for: a result, or something with a verb in it."""
        raw = straight(self.text.raw)
        for match in _purpose().finditer(raw):
            what = next(group for group in match.groups() if group)
            if _EMPTY.match(what) or len(words(what)) < 3:
                continue
            if match["result"] or "?" in what or phrases("agenda", "purpose_verb").search(what):
                return Sentence(self.text.raw[slice(*match.span())].strip(), match.start())
        return None

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The timed or listed items, without purpose line, headings of the actions part and the actions themselves."""
        end = self.actions_start
        found = [(row, self._item(row, following)) for row, following in pairwise([*self._rows, None]) if row]
        return tuple(
            item
            for row, item in found
            if end is None or row.start < end or self._is_item_itself(row) or (item.slack and item.minutes)
        )

    @cached_property
    def _rows(self) -> list[Sentence]:
        return self._table() or self._listed()

    @property
    def real_items(self) -> tuple[Item, ...]:
        return tuple(item for item in self.items if not item.slack)

    def _is_item_itself(self, row: Sentence) -> bool:
        timed = item_minutes(row.text) is not None or START.match(plain(row.text)) is not None
        return row.start == self.actions_start and timed

    def _item(self, row: Sentence, following: Sentence | None) -> Item:
        minutes = item_minutes(row.text)
        start = START.match(plain(row.text))
        after = START.match(plain(following.text)) if following else None
        if minutes is None and start and after:
            minutes = (int(after["h"]) - int(start["h"])) * 60 + int(after["m"]) - int(start["m"])
        slack = phrases("agenda", "slack").search(row.text) or phrases("agenda", "pause").match(unclocked(row.text))
        return Item(row, minutes if minutes is None or minutes > 0 else None, slack is not None)

    def _listed(self) -> list[Sentence]:
        lines = [line for line in self.text.lines if not self._holds_purpose(line)]
        bullets = [line for line in lines if BULLET.match(line.text)]
        timed = [line for line in bullets if item_minutes(line.text) is not None]
        clocked = self._clocked(lines)
        if len(clocked) >= 2 and len(clocked) >= len(timed):
            return clocked
        headings = [line for line in bullets if line.text.startswith("##")]
        if len(headings) >= 3:
            return headings
        numbered = [line for line in bullets if line.text[0].isdigit()]
        if len(numbered) >= 2 and all(line in numbered for line in timed):
            return numbered
        return bullets if len(bullets) >= 2 else self._loose(lines)

    def _holds_purpose(self, line: Sentence) -> bool:
        purpose = self.purpose
        return purpose is not None and line.start <= purpose.start < line.span[1] and not BULLET.match(line.text)

    @staticmethod
    def _clocked(lines: list[Sentence]) -> list[Sentence]:
        """Lines with clock times, without a heading that only gives the whole meeting's time."""
        found = [
            line
            for line in lines
            if (CLOCK.search(line.text[:22]) or (START.match(plain(line.text)) and len(words(line.text)) > 2))
            and not _PLACE_AT_END.search(line.text)
        ]
        clocks = [CLOCK.search(line.text) for line in found[:2]]
        if len(found) > 2 and clocks[0] and clocks[1] and clocks[0].group("h1", "m1") == clocks[1].group("h1", "m1"):
            return found[1:]
        return found

    def _loose(self, lines: list[Sentence]) -> list[Sentence]:
        """Lines with minutes but without bullets; a first line that states the length is a heading."""
        loose = [line for line in lines if item_minutes(line.text) is not None and len(words(line.text)) > 1]
        heading = len(loose) > 1 and loose[0] is self.text.lines[0] and total_minutes(loose[0].text) is not None
        return loose[1:] if heading else loose

    def _table(self) -> list[Sentence]:
        rows = [line for line in self.text.lines if line.text.startswith("|") and line.text.count("|") >= 3]
        return [row for row in rows if not re.fullmatch(r"[|\s:\-–]+", row.text)][1:] if len(rows) >= 3 else []

    @cached_property
    def minutes(self) -> int | None:
        """The stated length of the meeting in minutes, from a heading or a line that is no item."""
        listed = {row.start for row in self._rows}
        for line in self.text.lines:
            if line.start in listed:
                continue
            if clock := CLOCK.search(line.text):
                return clock_minutes(clock)
            if (total := total_minutes(line.text)) is not None:
                return total
        return None

    @cached_property
    def actions_start(self) -> int | None:
        """Where the closing part with actions or next steps begins, or None."""
        for line in reversed(self.text.lines):
            words_there = straight(plain(line.text))
            heading = phrases("agenda", "action_heading").search(words_there[:40])
            if heading and not phrases("agenda", "past_actions").search(words_there):
                return line.start
        return self._inline_actions()

    def _inline_actions(self) -> int | None:
        """The same inside one of the last lines, or in the last third of a text without lines."""
        lines = [line for line in self.text.lines if not phrases("agenda", "slack").search(line.text)][-2:]
        first = lines[0].start if len(self.text.lines) > 3 else len(self.text.raw) * 2 // 3
        raw = straight(self.text.raw)
        for match in phrases("agenda", "inline_actions").finditer(raw, first):
            start = max(first, *(raw.rfind(mark, first, match.start()) + 1 for mark in ".,;:?!\n"))
            if not phrases("agenda", "past_actions").search(raw[start : match.end()]):
                return start
        return None


@lru_cache(maxsize=16)  # every check of an agenda wants it
def agenda_of(text: Text) -> Agenda:
    """The parts of a text read as an agenda, taken apart once."""
    return Agenda(text)
