"""The library's one SQLite file: its tables, a connection for each thread, and errors as sentences."""

import logging
import sqlite3
import threading
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock

from knowledge.errors import LibraryError

SCHEMA = 1
"""Version of the tables; a file of another version is set aside and made anew."""
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE documents (
    id TEXT PRIMARY KEY, collection TEXT NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL, digest TEXT NOT NULL,
    roles TEXT NOT NULL, words INTEGER NOT NULL, note TEXT NOT NULL, added TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX documents_by_digest ON documents (collection, digest);
CREATE TABLE names (
    collection TEXT NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL, stamp TEXT NOT NULL,
    PRIMARY KEY (collection, path)
) WITHOUT ROWID;
CREATE INDEX names_by_document ON names (document);
CREATE TABLE passages (
    n INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL, collection TEXT NOT NULL,
    roles TEXT NOT NULL, tasks TEXT NOT NULL, heading TEXT NOT NULL, start INTEGER NOT NULL, questions TEXT NOT NULL,
    marks TEXT NOT NULL, text TEXT NOT NULL
);
CREATE INDEX passages_by_document ON passages (document);
CREATE INDEX passages_by_collection ON passages (collection);
CREATE VIRTUAL TABLE lexical USING fts5 (body, asked, tokenize = 'unicode61');
CREATE VIRTUAL TABLE terms USING fts5vocab (lexical, 'row');
CREATE TABLE spellings (word TEXT PRIMARY KEY, count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (n INTEGER NOT NULL, k INTEGER NOT NULL, digest BLOB NOT NULL, PRIMARY KEY (n, k)) WITHOUT ROWID;
CREATE INDEX entries_by_digest ON entries (digest);
CREATE TABLE vectors (digest BLOB PRIMARY KEY, vector BLOB NOT NULL);
CREATE TABLE due (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, collection TEXT NOT NULL, n INTEGER NOT NULL, k INTEGER NOT NULL,
    removed INTEGER NOT NULL
)"""
Row = tuple[Any, ...]
_log = logging.getLogger(__name__)


class Tables:
    """Statements on the library's file. Threads share it; writers hold the library's lock."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._mine = threading.local()

    def rows(self, statement: str, values: Sequence[object] = ()) -> list[Row]:
        """What a statement brings back."""
        with self._explained():
            return self._db.execute(statement, values).fetchall()

    def each(self, statement: str, values: Sequence[object] = ()) -> Iterator[Row]:
        """The same a row at a time, for what may be large."""
        with self._explained():
            yield from self._db.execute(statement, values)

    def one(self, statement: str, values: Sequence[object] = ()) -> Row | None:
        found = self.rows(statement, values)
        return found[0] if found else None

    def within(self, statement: str, values: Sequence[object]) -> list[Row]:
        """A statement that ends in IN, for any number of values."""
        found: list[Row] = []
        for start in range(0, len(values), 500):
            some = values[start : start + 500]
            found += self.rows(f"{statement} ({','.join('?' * len(some))})", some)
        return found

    def write(self, statement: str, values: Sequence[object] = ()) -> int:
        """Run a statement; the number of the row that it inserted."""
        with self._explained():
            return self._db.execute(statement, values).lastrowid or 0

    def write_all(self, statement: str, values: Iterable[Sequence[object]]) -> None:
        with self._explained():
            self._db.executemany(statement, values)

    @contextmanager
    def writing(self) -> Generator[None]:
        """One transaction: all of it, or nothing."""
        self.write("BEGIN IMMEDIATE")
        try:
            yield
            self.write("COMMIT")
        except BaseException:
            # A full disk or a broken file has ended the transaction already; the first error is the one to tell.
            if self._db.in_transaction:
                self._db.execute("ROLLBACK")
            raise

    def get(self, key: str) -> str:
        """A value kept about the library, "" when it is not set."""
        row = self.one("SELECT value FROM meta WHERE key = ?", (key,))
        return str(row[0]) if row else ""

    def set(self, key: str, value: str) -> None:
        self.write("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def leave_no_trace(self) -> None:
        """Take what was deleted out of the word index and of SQLite's log, too."""
        self.write("INSERT INTO lexical (lexical) VALUES ('optimize')")
        self.rows("PRAGMA wal_checkpoint(TRUNCATE)")

    @property
    def _db(self) -> sqlite3.Connection:
        db: sqlite3.Connection | None = getattr(self._mine, "db", None)
        if db is None:
            db = self._mine.db = self._connect()
        return db

    def _connect(self) -> sqlite3.Connection:
        self.file.parent.mkdir(parents=True, exist_ok=True)
        version = self._version()
        if version > SCHEMA:
            raise LibraryError(
                f"The library {str(self.file)!r} was made by a newer Mentor Coach. Update this one, "
                "or choose another folder with MENTOR_DATA_DIR or --data."
            )
        if version not in (0, SCHEMA):
            with FileLock(f"{self.file}.lock"):
                if self._version() not in (0, SCHEMA):
                    self._set_aside()
        db = sqlite3.connect(self.file, timeout=30, isolation_level=None)
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = NORMAL")
        db.execute("PRAGMA secure_delete = ON")
        if not db.execute("PRAGMA user_version").fetchone()[0]:
            _create(db)
        return db

    def _version(self) -> int:
        """The version of the file's tables; 0 for a new file, -1 for one that is no database."""
        with closing(sqlite3.connect(self.file, timeout=30)) as db:
            try:
                return int(db.execute("PRAGMA user_version").fetchone()[0])
            except sqlite3.OperationalError:
                raise
            except sqlite3.DatabaseError:
                return -1

    def _set_aside(self) -> None:
        """Keep a damaged or older file under another name; what was added has to be added again."""
        _log.warning("%s cannot be read and is set aside; documents have to be added again.", self.file.name)
        for ending in ("", "-wal", "-shm"):
            path = self.file.with_name(self.file.name + ending)
            if path.exists():
                path.replace(path.with_name(f"{path.name}.unreadable-{time.time_ns()}"))

    @contextmanager
    def _explained(self) -> Generator[None]:
        """Errors of the file system and of SQLite as one sentence with what to do."""
        try:
            yield
        except sqlite3.OperationalError as exc:
            raise LibraryError(self._unusable(str(exc))) from exc
        except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
            raise
        except sqlite3.DatabaseError as exc:
            raise LibraryError(
                f"The library's file {str(self.file)!r} is damaged ({exc}). "
                "Move it away; the guides come back by themselves, documents are added again with mentor add."
            ) from exc
        except OSError as exc:
            raise LibraryError(self._unusable(exc.strerror or str(exc))) from exc

    def _unusable(self, why: str) -> str:
        if "full" in why:
            return f"The disk with {str(self.file.parent)!r} is full. Make room and try again; nothing is lost."
        if "locked" in why:
            return f"Another program holds the library under {str(self.file.parent)!r}. Try again in a moment."
        return (
            f"The library under {str(self.file.parent)!r} cannot be used ({why}). "
            "Make the folder writable or choose another with MENTOR_DATA_DIR or --data."
        )


def _create(db: sqlite3.Connection) -> None:
    """Make the tables, unless another process was faster."""
    db.execute("BEGIN IMMEDIATE")
    if not db.execute("SELECT 1 FROM sqlite_master").fetchone():
        for statement in _TABLES.split(";\n"):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {SCHEMA}")
    db.execute("COMMIT")
