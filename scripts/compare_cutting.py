"""Three ways of cutting documents, compared on real handbooks: along the structure, in windows, in whole sections.

`python scripts/compare_cutting.py`; needs the evaluation data. A passage is relevant when it holds the words that
answer: the phrase of our own handbook questions, or the beginning of the section that stands under the question's
heading in `faq_retrieval` (that heading is taken out of its document, or it would give the answer away).
"""

import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from knowledge.cutting import TARGET, Count, Piece, cut
from knowledge.embeddings import MiniLM
from knowledge.library import LocalLibrary
from knowledge.model import Document, Mark, Passage
from knowledge.reading import Block, Contents, Limits, read
from ui.retrieval_evaluation import Bench, Grades, measured, ours, plain_words, read_yaml

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared" / "data"
DOCS = SHARED / "handbooks" / "docs"
OVERLAP = 40
"""Word pieces that two windows share."""
Cut = Callable[[Contents, Count], tuple[Piece, ...]]


def windows(contents: Contents, count: Count) -> tuple[Piece, ...]:
    """Windows of `TARGET` word pieces that know nothing of headings."""
    words = [word for block in contents.blocks for word in block.text.split()]
    sizes = count(words) if words else []
    pieces: list[Piece] = []
    start = 0
    while start < len(words):
        end, size = start, 0
        while end < len(words) and size + sizes[end] <= TARGET:
            size += sizes[end]
            end += 1
        end = max(end, start + 1)
        pieces.append(Piece(" ".join(words[start:end]), start, (Mark(0, (), ""),)))
        if end == len(words):
            break
        back = 0
        while end - 1 > start + 1 and back < OVERLAP:
            end -= 1
            back += sizes[end]
        start = end
    return tuple(pieces)


def sections(contents: Contents, count: Count) -> tuple[Piece, ...]:
    """Whatever stands under one heading, however long; what is over 256 word pieces is not read by the embedder."""
    pieces: list[Piece] = []
    path: list[tuple[int, str]] = []
    held: list[str] = []

    def end() -> None:
        if held:
            headings = tuple(text for _, text in path)
            pieces.append(Piece("\n\n".join(held), len(pieces), (Mark(0, headings, ""),)))
            held.clear()

    for block in contents.blocks:
        if block.kind == "heading":
            end()
            path[:] = [*((level, text) for level, text in path if level < block.level), (block.level, block.text)]
        else:
            held.append(block.text)
    end()
    return tuple(pieces)


WAYS: dict[str, Cut] = {"structure (ours)": cut, f"windows of {TARGET}": windows, "whole sections": sections}


def main() -> None:
    if not DOCS.exists():
        print("The evaluation data is not here.")
        return
    documents = {str(path.relative_to(DOCS)): read(path.read_bytes(), path.name, Limits()) for path in _files()}
    asked = [row for row in read_yaml(ROOT / "tests" / "evals" / "handbook_questions.yaml") if row["answerable"]]
    own = [(row["id"], row["question"], row["document"], row["phrase"]) for row in asked]
    faq = _faq()
    without = _without_headings(documents, {(document, question) for _, question, document, _ in faq})
    print(f"{'':<22}{'passages':>9}   own questions: nDCG@10, Recall@5   faq_retrieval: nDCG@10, Recall@5")
    for name, way in WAYS.items():
        own_row, count = _measure(documents, own, way)
        faq_row, _ = _measure(without, faq, way)
        print(f"{name:<22}{count:>9}   {own_row['nDCG@10']:.3f}  {own_row['Recall@5']:.3f}", end="")
        print(f"{'':<29}{faq_row['nDCG@10']:.3f}  {faq_row['Recall@5']:.3f}")


def _files() -> list[Path]:
    return sorted(path for path in DOCS.rglob("*") if path.is_file())


def _faq() -> list[tuple[str, str, str, str]]:
    """Question id, question, document, and the first words of the section that answers it."""
    folder = SHARED / "faq_retrieval"
    corpus = {
        row["_id"]: row["text"] for row in map(json.loads, (folder / "corpus.jsonl").read_text("utf-8").splitlines())
    }
    queries = {
        row["_id"]: row["text"] for row in map(json.loads, (folder / "queries.jsonl").read_text("utf-8").splitlines())
    }
    rows: list[tuple[str, str, str, str]] = []
    for line in (folder / "qrels" / "test.tsv").read_text("utf-8").splitlines()[1:]:
        query, section, _ = line.split("\t")
        opening = " ".join(plain_words(corpus[section]).split()[:8])
        rows.append((query, queries[query], section.rpartition("#")[0], opening))
    return rows


def _without_headings(documents: dict[str, Contents], taken: set[tuple[str, str]]) -> dict[str, Contents]:
    def kept(name: str, block: Block) -> bool:
        return block.kind != "heading" or not any(
            name == document and plain_words(block.text) == plain_words(question) for document, question in taken
        )

    return {
        name: Contents(c.title, c.kind, tuple(block for block in c.blocks if kept(name, block)))
        for name, c in documents.items()
    }


def _measure(
    documents: dict[str, Contents], asked: Sequence[tuple[str, str, str, str]], way: Cut
) -> tuple[dict[str, float], int]:
    embedder = MiniLM()
    with tempfile.TemporaryDirectory() as folder:
        library = LocalLibrary(Path(folder), guides=())
        library.open()
        parts = library.parts
        texts: dict[str, str] = {}
        by_document: dict[str, list[str]] = {}
        for number, (name, contents) in enumerate(documents.items()):
            passages = [
                Passage(
                    *(f"d{number}#{n}", f"d{number}", contents.title, "", piece.text, (), (), (), "data", piece.start),
                    marks=piece.marks,
                )
                for n, piece in enumerate(way(contents, embedder.count))
            ]
            for _ in parts.keeper.embed([passage.searchable for passage in passages]):
                pass
            with parts.tables.writing():
                parts.keeper.put(Document(f"d{number}", "data", contents.title, contents.kind, name), passages)
            texts |= {passage.id: plain_words(passage.text) for passage in passages}
            by_document[name] = [passage.id for passage in passages]
        parts.store.follow(parts.ledger)
        grades: Grades = {}
        for query, _, document, words in asked:
            fitting = [one for one in by_document.get(document, []) if plain_words(words) in texts[one]]
            if fitting:
                grades.setdefault(query, {}).update(dict.fromkeys(fitting, 1))
        questions = {query: text for query, text, _, _ in asked if query in grades}
        bench = Bench(library, ("data",), questions, grades)
        return measured(bench, ours(bench)), len(texts)


if __name__ == "__main__":
    main()
