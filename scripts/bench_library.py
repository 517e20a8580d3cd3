"""The library at 1,000, 10,000 and 100,000 passages: storing, opening, asking, memory and disk, beside the floor.

Texts and vectors are varied from the guides' so that no two are equal. Raw Chroma and raw BM25 (bm25s) hold the same
vectors and texts: what they take is the least that a search by meaning and by words can take.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[1]
SIZES = (1_000, 10_000, 100_000)
HANDBOOKS = ROOT.parent / "shared" / "data" / "handbooks" / "docs"
QUESTIONS = 200
A_DOCUMENT = 20
"""Passages of one document."""


def main(sizes: Sequence[int] = SIZES) -> None:
    print("\nThe library (times in ms, the median and the 95th percentile of 200 questions)")
    rate = embedding_rate()
    print(f"passages embedded a second: {rate:.0f}; questions: {question_rate():.0f}")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            report(size, Path(folder), build(size, Path(folder)))
    if HANDBOOKS.exists():
        handbooks()
    else:
        print("adding 276 real documents: the data is not here")


def base() -> tuple[list[Any], NDArray[np.float32]]:
    """The guides' passages and their vectors."""
    from knowledge.embeddings import MiniLM
    from knowledge.guides import load_guides

    passages = [passage for guide in load_guides() for passage in guide.passages]
    return passages, np.array(MiniLM().embed_documents([p.searchable for p in passages]), dtype=np.float32)


def embedding_rate() -> float:
    passages = base()[0][:200]
    return per_second(lambda embedder: embedder.embed_documents([p.searchable for p in passages]), len(passages))


def question_rate() -> float:
    asked = questions()
    return per_second(lambda embedder: [embedder.embed_query(question) for question in asked], len(asked))


def per_second(work: Callable[[Any], object], count: int) -> float:
    from knowledge.embeddings import MiniLM

    embedder = MiniLM()
    embedder.load()
    started = time.perf_counter()
    work(embedder)
    return count / (time.perf_counter() - started)


def questions() -> list[str]:
    """Questions in people's words, from the guides."""
    asked = sorted(question for passage in base()[0] for question in passage.questions)
    return random.Random(5).sample(asked, QUESTIONS)


def varied(size: int) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """As many texts with their vectors, each a guide's with a quarter of its words changed, its vector turned a bit."""
    passages, vectors = base()
    chance, noise = random.Random(1), np.random.default_rng(1)
    vocabulary = [word for passage in passages for word in passage.text.split()]
    for n in range(size):
        words = passages[n % len(passages)].text.split()
        for _ in range(len(words) // 4):
            words[chance.randrange(len(words))] = chance.choice(vocabulary)
        turned = np.asarray(noise.normal(0, 0.03, vectors.shape[1]), dtype=np.float32)
        vector = np.asarray(vectors[n % len(passages)] + turned, dtype=np.float32)
        yield " ".join(words), vector / np.float32(np.linalg.norm(vector))


def build(size: int, folder: Path) -> float:
    """Write a library of this size through its own parts; passages stored a second."""
    from knowledge.ledger import digest_of
    from knowledge.library import LocalLibrary
    from knowledge.model import Document, Passage, Role

    library = LocalLibrary(folder / "data", guides=())
    library.open()
    parts = library.parts
    roles = tuple(Role)
    taken = 0.0
    made = list(varied(size))
    for start in range(0, size, A_DOCUMENT):
        some = made[start : start + A_DOCUMENT]
        name = f"d{start}"
        document = Document(name, "small" if start % 3 == 0 else "large", f"Page {start}", "text", name)
        passages = [
            Passage(
                f"{name}#{n}", name, document.title, f"Part {n}", text, (roles[n % 3],), (), (), document.collection
            )
            for n, (text, _) in enumerate(some)
        ]
        started = time.perf_counter()
        with parts.tables.writing():
            pairs = zip(passages, some, strict=True)
            parts.ledger.keep((digest_of(p.searchable, parts.embedder.name), vector) for p, (_, vector) in pairs)
            parts.keeper.put(document, passages)
        taken += time.perf_counter() - started
    started = time.perf_counter()
    parts.store.follow(parts.ledger)
    return size / (taken + time.perf_counter() - started)


def report(size: int, folder: Path, rate: float) -> None:
    """Open and ask in a process of its own, so that its memory is what opening and asking take."""
    asked = json.dumps(questions())
    disk = sum(path.stat().st_size for path in (folder / "data").rglob("*") if path.is_file())
    ours = measured("ours", folder, asked)
    print(f"\n{size:,} passages: {rate:,.0f} stored a second, {disk / 1e6:,.0f} MB on disk")
    print(f"  opened in {ours['open'] * 1000:,.0f} ms, {ours['memory']:,.0f} MB in memory after all questions")
    for name, (median, late) in ours["queries"].items():
        print(f"  {name:<44}{median:8.1f}{late:8.1f}")
    for raw in ("Chroma", "bm25s"):
        floor = measured(raw, folder, asked, str(size))
        median, late = floor["queries"][raw]
        print(f"  raw {raw:<40}{median:8.1f}{late:8.1f}  ({floor['memory']:,.0f} MB)")


def measured(what: str, folder: Path, asked: str, *more: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, __file__, what, str(folder), *more], input=asked, capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def ask_ours(folder: Path, asked: list[str]) -> dict[str, Any]:
    from knowledge.library import LocalLibrary
    from knowledge.model import Role

    library = LocalLibrary(folder / "data", guides=())
    library.parts.embedder.embed_query("warm")
    # What it takes to load Chroma is a program's start, not the library's opening.
    import_module("chromadb")
    started = time.perf_counter()
    library.open()
    library.search(asked[0])
    taken = time.perf_counter() - started
    ways: dict[str, dict[str, Any]] = {
        "a question to all": {},
        "with a role": {"role": Role.MENTOR},
        "to one of two collections": {"collections": ["small"]},
        "with a role, to one collection": {"role": Role.MENTOR, "collections": ["small"]},
    }
    queries = {name: spread(lambda q, w=way: library.search(q, **w), asked) for name, way in ways.items()}
    queries["  of which the question's vector"] = spread(library.parts.embedder.embed_query, asked)
    return {"open": taken, "memory": memory(), "queries": queries}


def ask_chroma(folder: Path, asked: list[str], size: int) -> dict[str, Any]:
    """One collection of the same vectors, asked for as many neighbours as we ask for."""
    import chromadb
    from chromadb.config import Settings

    from knowledge.embeddings import MiniLM
    from knowledge.search import VECTORS
    from knowledge.vectors import HNSW

    client = chromadb.PersistentClient(str(folder / "raw"), Settings(anonymized_telemetry=False))
    collection: Any = client.create_collection("raw", configuration={"hnsw": dict(HNSW)}, embedding_function=None)  # pyright: ignore
    made = [vector for _, vector in varied(size)]
    for start in range(0, size, 2_000):
        some = made[start : start + 2_000]
        collection.add(ids=[str(start + n) for n in range(len(some))], embeddings=some)
    vectors = [MiniLM().embed_query(question) for question in asked[:1]] + MiniLM().embed_documents(asked[1:])
    return {
        "memory": memory(),
        "queries": {
            "Chroma": spread(
                lambda v: collection.query(query_embeddings=[v], n_results=VECTORS, include=["distances"]), vectors
            )
        },
    }


def ask_bm25s(asked: list[str], size: int) -> dict[str, Any]:
    import bm25s

    from knowledge.lexical import stems
    from knowledge.search import VECTORS

    index: Any = bm25s.BM25(k1=1.2, b=0.75)
    index.index([stems(text) for text, _ in varied(size)], show_progress=False)

    def ask(question: str) -> object:
        scores = index.get_scores([stem for stem in stems(question) if stem in index.vocab_dict])
        return np.argpartition(-scores, min(VECTORS, size - 1))[:VECTORS]

    return {"memory": memory(), "queries": {"bm25s": spread(ask, asked)}}


def spread(work: Callable[[Any], object], given: Sequence[Any]) -> tuple[float, float]:
    """Milliseconds: the median and the 95th percentile."""
    for one in given[:20]:
        work(one)
    taken: list[float] = []
    for one in given:
        started = time.perf_counter()
        work(one)
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken), statistics.quantiles(taken, n=20)[-1]


def memory() -> float:
    """Megabytes that this process holds now; 0 where that cannot be told."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0.0
    return int(next(line for line in status.read_text().splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


def handbooks() -> None:
    """All 276 real documents added as anybody adds them, beside the bare embedding of their passages."""
    from knowledge.library import LocalLibrary
    from knowledge.sources import sources_in

    with tempfile.TemporaryDirectory() as folder:
        library = LocalLibrary(Path(folder), guides=())
        library.open()

        def add() -> float:
            started = time.perf_counter()
            for _ in library.add(sources_in([HANDBOOKS], library.limits), "handbooks"):
                pass
            return time.perf_counter() - started

        first, second = add(), add()
        passages = [passage for document in library.documents() for passage in library.passages_of(document.id)]
        started = time.perf_counter()
        library.parts.embedder.embed_documents([passage.searchable for passage in passages])
        bare = time.perf_counter() - started
    print(f"\n276 handbooks, {len(passages):,} passages: added in {first:.1f} s, bare embedding {bare:.1f} s,", end=" ")
    print(f"{first / bare:.2f} times that; unchanged, once more: {second:.2f} s")


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["ours", folder]:
            print(json.dumps(ask_ours(Path(folder), json.load(sys.stdin))))
        case ["Chroma", folder, size]:
            print(json.dumps(ask_chroma(Path(folder), json.load(sys.stdin), int(size))))
        case ["bm25s", _, size]:
            print(json.dumps(ask_bm25s(json.load(sys.stdin), int(size))))
        case sizes:
            main([int(size) for size in sizes] or SIZES)
