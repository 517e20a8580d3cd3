"""Retrieval measured on labelled questions: ours beside BM25, vectors alone, and a stock langchain pipeline."""
# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# (the vendors' types are partial; what leaves this module is typed)

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import numpy as np
import yaml
from langchain_core.embeddings import Embeddings

from knowledge.ledger import digest_of
from knowledge.lexical import stems
from knowledge.library import LocalLibrary
from knowledge.model import GUIDES, Document, Passage
from knowledge.sources import sources_in

DEEP = 100
"""Passages looked at for Recall@100."""
Grades = dict[str, dict[str, int]]
"""Question to passage to grade; 1 and more is relevant."""
Run = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Bench:
    """A library with questions to it."""

    library: LocalLibrary
    collections: tuple[str, ...]
    questions: dict[str, str]
    grades: Grades
    relevant: int = 1
    """The grade from which a passage counts for recall."""


def compared(bench: Bench) -> dict[str, dict[str, float]]:
    """nDCG@10, Recall@5, Recall@100 and MRR@10 of every system, in one run on the same passages."""
    passages = [p for name in bench.collections for p in _passages(bench.library, name)]
    texts = [passage.searchable for passage in passages]
    ids = [passage.id for passage in passages]
    vectors = _Kept(bench.library)
    systems: dict[str, Callable[[], Run]] = {
        "ours": lambda: ours(bench),
        "BM25": lambda: _bm25(bench, ids, texts),
        "vectors alone": lambda: _dense(bench, ids, texts, vectors),
        "stock langchain + Chroma": lambda: _stock(bench, ids, texts, vectors),
    }
    return {name: measured(bench, run()) for name, run in systems.items()}


def _passages(library: LocalLibrary, collection: str) -> list[Passage]:
    if collection == GUIDES:
        return [passage for guide in library.guides for passage in guide.passages]
    return [p for document in library.documents(collection) for p in library.passages_of(document.id)]


def ours(bench: Bench) -> Run:
    """What our search finds."""
    run: Run = {}
    for question, text in bench.questions.items():
        found = bench.library.search(text, k=DEEP, collections=bench.collections)
        run[question] = {hit.passage.id: hit.score for hit in found.hits}
    return run


def _bm25(bench: Bench, ids: Sequence[str], texts: Sequence[str]) -> Run:
    """BM25 with k1 = 1.2 and b = 0.75 over stems, by bm25s."""
    import bm25s

    index = bm25s.BM25(k1=1.2, b=0.75)
    index.index([stems(text) for text in texts], show_progress=False)
    run: Run = {}
    for question, text in bench.questions.items():
        known = [stem for stem in stems(text) if stem in index.vocab_dict]
        scores = index.get_scores(known) if known else np.zeros(len(ids))
        run[question] = {ids[i]: float(scores[i]) for i in _best(scores) if scores[i] > 0}
    return run


def _dense(bench: Bench, ids: Sequence[str], texts: Sequence[str], vectors: "_Kept") -> Run:
    matrix = np.array(vectors.embed_documents(list(texts)))
    run: Run = {}
    for question, text in bench.questions.items():
        cosines = matrix @ np.array(vectors.embed_query(text))
        run[question] = {ids[i]: float(cosines[i]) for i in _best(cosines)}
    return run


def _stock(bench: Bench, ids: Sequence[str], texts: Sequence[str], vectors: "_Kept") -> Run:
    """langchain's Chroma store as it comes, with the same embedder: its own would be downloaded."""
    import chromadb
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    name = f"stock-{uuid4().hex[:8]}"
    store = Chroma(collection_name=name, embedding_function=vectors, client=client)
    for start in range(0, len(texts), 5_000):
        store.add_texts(list(texts[start : start + 5_000]), ids=list(ids[start : start + 5_000]))
    run: Run = {}
    for question, text in bench.questions.items():
        found = store.similarity_search_with_score(text, k=DEEP)
        run[question] = {str(document.id): -float(distance) for document, distance in found}
    store.delete_collection()
    return run


def _best(scores: np.ndarray) -> list[int]:
    return [int(i) for i in np.argsort(-scores)[:DEEP]]


class _Kept(Embeddings):
    """The library's embedder, with vectors that are kept already."""

    def __init__(self, library: LocalLibrary) -> None:
        self._parts = library.parts

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        digests = [digest_of(text, self._parts.embedder.name) for text in texts]
        kept = self._parts.ledger.values(digests)
        return [kept[digest].tolist() for digest in digests]

    def embed_query(self, text: str) -> list[float]:
        return self._parts.embedder.embed_query(text)


def measured(bench: Bench, run: Run) -> dict[str, float]:
    """nDCG@10, Recall@5, Recall@100 and MRR@10 of a run."""
    import ir_measures

    level = bench.relevant
    wanted: dict[str, Any] = {
        "nDCG@10": ir_measures.nDCG @ 10,
        "Recall@5": ir_measures.R(rel=level) @ 5,
        "Recall@100": ir_measures.R(rel=level) @ DEEP,
        "MRR@10": ir_measures.RR(rel=level) @ 10,
    }
    found = ir_measures.calc_aggregate(list(wanted.values()), bench.grades, run)
    return {name: float(found[measure]) for name, measure in wanted.items()}


def abstention(library: LocalLibrary, rows: Sequence[dict[str, Any]], collections: Sequence[str]) -> dict[str, float]:
    """How often a question with an answer is answered, and one without refused, by kind."""
    refused = {row["id"] for row in rows if not library.search(row["question"], collections=collections).covered}
    kinds: dict[str, list[str]] = {}
    for row in rows:
        kinds.setdefault("answerable" if row["answerable"] else "unanswerable", []).append(row["id"])
        if not row["answerable"]:
            kinds.setdefault(row["kind"], []).append(row["id"])
    shares = {kind: sum(one in refused for one in ids) / len(ids) for kind, ids in kinds.items()}
    unanswerable = set(kinds["unanswerable"])
    return {
        "answered of the answerable": 1 - shares.pop("answerable"),
        "refused of the unanswerable": shares.pop("unanswerable"),
        "precision of refusing": len(refused & unanswerable) / max(1, len(refused)),
        **{f"refused of {kind.replace('_', ' ')}": share for kind, share in shares.items()},
    }


def own_questions(library: LocalLibrary, folder: Path) -> dict[str, Any]:
    """Questions to the guides: ranking by pooled judgements and by the first labels, and abstention."""
    rows = read_yaml(folder / "questions.yaml")
    judged: dict[str, dict[str, int]] = yaml.load(
        (folder / "judgements.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    answerable = {row["id"]: row["question"] for row in rows if row["answerable"]}
    first = {row["id"]: dict.fromkeys(row["relevant"], 1) for row in rows if row["answerable"]}
    graded = {question: grades for question, grades in judged.items() if 2 in grades.values()}
    return {
        "judged": compared(Bench(library, (GUIDES,), {q: answerable[q] for q in graded}, graded, 2)),
        "first labels": compared(Bench(library, (GUIDES,), answerable, first)),
        "questions": len(answerable),
        **abstention(library, rows, (GUIDES,)),
    }


def handbook_questions(shared: Path, data: Path, folder: Path) -> dict[str, Any]:
    """Questions to 276 real documents, added as anybody adds them, beside the guides."""
    library = LocalLibrary(data / "eval" / "handbooks")
    docs = shared / "handbooks" / "docs"
    for _ in library.add(sources_in([docs], library.limits), "handbooks"):
        pass
    rows = read_yaml(folder / "handbook_questions.yaml")
    by_name: dict[str, list[Passage]] = {}
    for passage in _passages(library, "handbooks"):
        for name in passage.names:
            by_name.setdefault(name.removeprefix(f"{docs.absolute()}/"), []).append(passage)
    grades: Grades = {}
    for row in rows:
        if row["answerable"]:
            phrase = plain_words(row["phrase"])
            fitting = [p.id for p in by_name.get(row["document"], []) if phrase in plain_words(p.text)]
            grades[row["id"]] = dict.fromkeys(fitting, 1)
    questions = {row["id"]: row["question"] for row in rows if row["answerable"]}
    alone, both = ("handbooks",), (GUIDES, "handbooks")
    return {
        **compared(Bench(library, alone, questions, grades)),
        "beside the guides": {"ours": measured(bench := Bench(library, both, questions, grades), ours(bench))},
        "questions": len(questions),
        **abstention(library, rows, alone),
    }


def beir(data: Path, folder: Path) -> dict[str, Any]:
    """A data set in the BEIR layout; each of its documents is one passage, sections of one page belong together."""
    corpus = [json.loads(line) for line in (folder / "corpus.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = map(json.loads, (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines())
    queries = {str(row["_id"]): str(row["text"]) for row in texts}
    grades: Grades = {}
    for line in (folder / "qrels" / "test.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        query, document, grade = line.split("\t")
        grades.setdefault(query, {})[f"{document}#text"] = int(grade)
    passages = [
        Passage(
            f"{row['_id']}#text",
            str(row["_id"]).partition("#")[0],
            row.get("title") or "",
            "",
            row["text"],
            (),
            (),
            (),
            "data",
        )
        for row in corpus
    ]
    library = filled(LocalLibrary(data, guides=()), passages)
    bench = Bench(library, ("data",), {query: queries[query] for query in grades}, grades)
    return {**compared(bench), "queries": len(grades), "documents": len(corpus)}


def filled(library: LocalLibrary, passages: Sequence[Passage]) -> LocalLibrary:
    """A library of ready passages, embedded once and kept."""
    library.open()
    parts = library.parts
    for _ in parts.keeper.embed([text for passage in passages for text in passage.embedded]):
        pass
    by_document: dict[str, list[Passage]] = {}
    for passage in passages:
        by_document.setdefault(passage.guide, []).append(passage)
    with parts.tables.writing():
        for name, own in by_document.items():
            parts.keeper.put(Document(name, own[0].collection, own[0].title, "passages", name), own)
    parts.store.follow(parts.ledger)
    return library


def plain_words(text: str) -> str:
    """A text as lower-case words with one space between, to find a phrase in it."""
    return re.sub(r"\W+", " ", text.lower()).strip()


def read_yaml(path: Path) -> list[dict[str, Any]]:
    loaded: Any = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return list(loaded)
