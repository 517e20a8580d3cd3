"""What the library holds: documents, the names they were found under, and their passages.

The catalogue is the truth and the vector store follows it: every change to a passage is noted as due in the same
transaction (`knowledge/ledger.py`), so that a process killed at any moment leaves the two apart by what is noted.
"""

import json
from collections.abc import Sequence

from knowledge.ledger import Ledger
from knowledge.lexical import Lexical
from knowledge.model import Document, Mark, Passage, Role
from knowledge.tables import Row, Tables

_DOCUMENT = (
    "SELECT id, collection, title, kind, digest, roles, words, note, added, "
    "(SELECT count(*) FROM passages p WHERE p.document = documents.id) FROM documents "
)
_PASSAGE = (
    "SELECT p.n, p.id, p.document, p.collection, d.title, p.heading, p.text, p.start, p.marks, p.roles, p.tasks, "
    "p.questions FROM passages p JOIN documents d ON d.id = p.document "
)


class Catalogue:
    """Documents and passages, read by anybody and written in transactions (`Tables.writing`)."""

    def __init__(self, tables: Tables, lexical: Lexical, ledger: Ledger) -> None:
        self._tables = tables
        self._lexical = lexical
        self._ledger = ledger

    # Reading

    def collections(self) -> tuple[str, ...]:
        rows = self._tables.rows("SELECT DISTINCT collection FROM documents ORDER BY collection")
        return tuple(str(row[0]) for row in rows)

    def documents(self, collection: str | None = None) -> tuple[Document, ...]:
        """All documents, or those of one collection, by collection and title."""
        where, values = ("WHERE collection = ? ", (collection,)) if collection is not None else ("", ())
        rows = self._tables.rows(f"{_DOCUMENT}{where}ORDER BY collection, title COLLATE NOCASE, id", values)
        return tuple(self._document(row) for row in rows)

    def document(self, document_id: str) -> Document | None:
        row = self._tables.one(f"{_DOCUMENT}WHERE id = ?", (document_id,))
        return self._document(row) if row else None

    def by_digest(self, collection: str, digest: str) -> str:
        """The id of the document with these bytes, or ""."""
        row = self._tables.one("SELECT id FROM documents WHERE collection = ? AND digest = ?", (collection, digest))
        return str(row[0]) if row else ""

    def by_name(self, collection: str, path: str) -> tuple[str, str]:
        """The document known under a name, and the stamp of the file when it was read; both "" when there is none."""
        row = self._tables.one(
            "SELECT document, stamp FROM names WHERE collection = ? AND path = ?", (collection, path)
        )
        return (str(row[0]), str(row[1])) if row else ("", "")

    def names(self, collection: str) -> dict[str, str]:
        """Every name in a collection, with its document."""
        rows = self._tables.rows("SELECT path, document FROM names WHERE collection = ? ORDER BY path", (collection,))
        return {str(path): str(document) for path, document in rows}

    def size(self) -> int:
        """How many passages there are."""
        row = self._tables.one("SELECT count(*) FROM passages")
        return int(row[0]) if row else 0

    def candidates(self, numbers: Sequence[int]) -> dict[int, tuple[str, frozenset[str], bool]]:
        """For each passage its document, its roles and tasks, and whether questions stand beside it."""
        rows = self._tables.within(
            "SELECT n, document, roles, tasks, questions <> '[]' FROM passages WHERE n IN", numbers
        )
        return {int(n): (str(doc), frozenset(f"{roles} {tasks}".split()), bool(q)) for n, doc, roles, tasks, q in rows}

    def passages(self, numbers: Sequence[int]) -> dict[int, Passage]:
        """Whole passages by number."""
        rows = self._tables.within(f"{_PASSAGE}WHERE p.n IN", numbers)
        return {int(row[0]): _passage(row, self.names_of(str(row[2]))) for row in rows}

    def passage(self, passage_id: str) -> Passage | None:
        row = self._tables.one(f"{_PASSAGE}WHERE p.id = ?", (passage_id,))
        return _passage(row, self.names_of(str(row[2]))) if row else None

    def passages_of(self, document_id: str) -> tuple[Passage, ...]:
        """A document's passages in reading order."""
        names = self.names_of(document_id)
        rows = self._tables.rows(f"{_PASSAGE}WHERE p.document = ? ORDER BY p.start, p.n", (document_id,))
        return tuple(_passage(row, names) for row in rows)

    # Writing

    def set_name(self, collection: str, path: str, document: str, stamp: str) -> None:
        self._tables.write("INSERT OR REPLACE INTO names VALUES (?, ?, ?, ?)", (collection, path, document, stamp))

    def drop_name(self, collection: str, path: str) -> None:
        self._tables.write("DELETE FROM names WHERE collection = ? AND path = ?", (collection, path))

    def put(self, document: Document, passages: Sequence[Passage], digests: Sequence[Sequence[bytes]]) -> None:
        """Write a document and its passages in place of those that it had; `digests` are those of their vectors.

        A passage that stays word for word keeps its number and its vectors: only differences become due.
        """
        before = {passage.id: (n, passage) for n, passage in self._numbered(document.id)}
        self._tables.write(
            "INSERT OR REPLACE INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(document.id, document.collection, document.title, document.kind, document.digest),
                *(" ".join(document.roles), document.words, document.note, document.added),
            ),
        )
        for passage, own in zip(passages, digests, strict=True):
            n, old = before.pop(passage.id, (0, None))
            if old is not None and passage.says_the_same(old) and self._ledger.of(n) == list(own):
                self._tables.write("UPDATE passages SET start = ? WHERE n = ?", (passage.start, n))
                continue
            if old is not None:
                self._drop(n, old)
            self._add(passage, own)
        for n, old in before.values():
            self._drop(n, old)

    def remove(self, document_id: str) -> None:
        """Drop a document, its names and its passages."""
        for n, passage in self._numbered(document_id):
            self._drop(n, passage)
        self._tables.write("DELETE FROM names WHERE document = ?", (document_id,))
        self._tables.write("DELETE FROM documents WHERE id = ?", (document_id,))

    def _numbered(self, document_id: str) -> list[tuple[int, Passage]]:
        rows = self._tables.rows(f"{_PASSAGE}WHERE p.document = ?", (document_id,))
        return [(int(row[0]), _passage(row, ())) for row in rows]

    def _add(self, passage: Passage, digests: Sequence[bytes]) -> None:
        marks = json.dumps([[mark.start, mark.headings, mark.place] for mark in passage.marks], ensure_ascii=False)
        n = self._tables.write(
            "INSERT INTO passages (id, document, collection, heading, text, start, marks, roles, tasks, questions) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                *(passage.id, passage.guide, passage.collection, passage.heading, passage.text, passage.start, marks),
                *(" ".join(passage.roles), " ".join(passage.tasks)),
                json.dumps(passage.questions, ensure_ascii=False),
            ),
        )
        self._lexical.add(n, passage.text, passage.asked)
        self._ledger.add(passage.collection, n, digests)

    def _drop(self, n: int, passage: Passage) -> None:
        self._tables.write("DELETE FROM passages WHERE n = ?", (n,))
        self._lexical.drop(n, passage.text, passage.asked)
        self._ledger.drop(passage.collection, n)

    # Rows

    def names_of(self, document_id: str) -> tuple[str, ...]:
        """The names that a document was found under."""
        rows = self._tables.rows("SELECT path FROM names WHERE document = ? ORDER BY path", (document_id,))
        return tuple(str(row[0]) for row in rows)

    def _document(self, row: Row) -> Document:
        identity, collection, title, kind, digest, roles, words, note, added, passages = row
        return Document(
            id=str(identity),
            collection=str(collection),
            title=str(title),
            kind=str(kind),
            digest=str(digest),
            names=self.names_of(str(identity)),
            roles=tuple(Role(role) for role in str(roles).split()),
            words=int(words),
            passages=int(passages),
            note=str(note),
            added=str(added),
        )


def _passage(row: Row, names: tuple[str, ...]) -> Passage:
    _, identity, document, collection, title, heading, text, start, marks, roles, tasks, questions = row
    return Passage(
        id=str(identity),
        guide=str(document),
        title=str(title),
        heading=str(heading),
        text=str(text),
        roles=tuple(Role(role) for role in str(roles).split()),
        tasks=tuple(str(tasks).split()),
        questions=tuple(json.loads(str(questions))),
        collection=str(collection),
        start=int(start),
        marks=tuple(Mark(one[0], tuple(one[1]), one[2]) for one in json.loads(str(marks))),
        names=names,
    )
