"""What reading a file gives: its words in blocks, and the limits that it is read within."""

from dataclasses import dataclass
from typing import Literal

from knowledge.errors import LibraryError

BlockKind = Literal["heading", "text", "item", "row"]


class Unreadable(LibraryError):
    """A file that cannot be read: one sentence with the reason and what to do."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, one item of a list or one row of a table, as plain text."""

    kind: BlockKind
    text: str
    level: int = 0
    """1 to 6 for headings, 0 for everything else."""
    place: str = ""
    """The page or slide that it stands on, as cited: "p. 12", "slide 3"; empty where a format has none."""


@dataclass(frozen=True, slots=True)
class Contents:
    """A file as read: its title, what kind it is, and its blocks in reading order."""

    title: str
    kind: str
    blocks: tuple[Block, ...]
    note: str = ""
    """What a person should know of the reading: another kind than the name says, a guessed encoding."""

    @property
    def words(self) -> int:
        return sum(len(block.text.split()) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is read of what; settings of the app (MENTOR_MAX_FILE_MB and its neighbours)."""

    file_mb: int = 50
    """Largest file, in megabytes (1,000,000 bytes)."""
    unpacked_mb: int = 300
    """Largest size of what is inside an archive or an Office file, unpacked."""
    members: int = 5_000
    """Most files in one archive or folder."""
    seconds: int = 60
    """Longest time for one PDF, or for pandoc with one file."""

    @property
    def file_bytes(self) -> int:
        return self.file_mb * 1_000_000

    @property
    def unpacked_bytes(self) -> int:
        return self.unpacked_mb * 1_000_000

    def too_large(self, size: int) -> str:
        """The sentence for a file over the limit; `size` in bytes."""
        return (
            f"It is {size / 1e6:,.0f} MB; files up to {self.file_mb} MB are read. "
            "Split it, or raise MENTOR_MAX_FILE_MB."
        )
