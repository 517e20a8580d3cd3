"""276 real documents in one run: all are read, questions find the right heading, every quotation is in its source."""

import re
import time
from pathlib import Path

import pytest

from assistant.engines.answering import compose_answer
from knowledge.embeddings import MiniLM
from knowledge.library import LocalLibrary
from knowledge.reading import Limits, read
from tests.knowledge.shelves import added
from ui.retrieval_evaluation import read_yaml

DOCS = Path(__file__).parents[3] / "shared" / "data" / "handbooks" / "docs"
EVALS = Path(__file__).parents[1] / "evals"
pytestmark = pytest.mark.skipif(not DOCS.exists(), reason="the evaluation data (../shared/data) is not here")

TEN = {
    "my gsoc contributor didnt turn up to our fixed meeting, should i be worried": "Warning Signs",
    "What about the applicant may we not take into account when we rank GSoC proposals at CNCF?": (
        "Contributor+proposal selection and ranking process"
    ),
    "CNCF mentorship: how many hours a week does the mentee work and how many the mentor?": "Expectations from Mentors",
    "Do Djangonauts have to go to the fortnightly 1:1s with their captain?": "Responsibilities and Expectations",
    "which subject tag do i use on the openstack mentoring list for my first confrence talk": "Mentoring Mailing List",
    "I filled in the Node.js mentor form. By when will I hear back?": "Mentors",
    "Which question can I ask in a 1:1 to find somebody's best hours and adapt their work schedule?": "Work-life",
    "I never ask for help becuase it feels weak. Which type of impostor syndrome is that?": (
        "The Five Types of Impostor Syndrome"
    ),
    "I missed one morning of my Carpentries instructor training, can I catch up on it?": "Partial Absence",
    "On which weekday should I write down my achievements so that my manager has something to go on?": (
        "Keep a Habit of Documenting Your Achievements"
    ),
}


@pytest.fixture(scope="module")
def handbooks(tmp_path_factory: pytest.TempPathFactory, embedder: MiniLM) -> LocalLibrary:
    library = LocalLibrary(tmp_path_factory.mktemp("handbooks"), guides=())
    started = time.monotonic()
    results = added(library, DOCS, collection="handbooks")
    failed = [f"{result.name}: {result.reason}" for result in results if result.reason]
    passages = sum(document.passages for document in library.documents())
    print(
        f"{len(results)} documents, {passages} passages, {time.monotonic() - started:.0f} s; failed: {failed or 'none'}"
    )
    assert len(results) == 276
    assert failed == []
    return library


def test_all_documents_are_read_and_none_twice(handbooks: LocalLibrary) -> None:
    documents = handbooks.documents()
    assert sum(len(document.names) for document in documents) == 276
    assert len({document.digest for document in documents}) == len(documents)
    assert all(document.passages and document.words for document in documents)
    assert 1_500 < sum(document.passages for document in documents) < 2_500
    again = added(handbooks, DOCS, collection="handbooks")
    assert {result.outcome.value for result in again} == {"unchanged"}


@pytest.mark.parametrize("question", TEN)
def test_ten_questions_find_the_right_heading(question: str, handbooks: LocalLibrary) -> None:
    found = handbooks.search(question)
    assert found.covered
    (first, *_) = compose_answer(question, found).citations
    assert first.title.endswith(TEN[question])


def test_every_quotation_stands_in_the_stored_text_and_in_the_source(handbooks: LocalLibrary) -> None:
    quoted = 0
    for row in read_yaml(EVALS / "handbook_questions.yaml"):
        for citation in compose_answer(row["question"], handbooks.search(row["question"])).citations:
            passage = handbooks.passage(citation.passage)
            assert passage is not None
            assert citation.quote in passage.text
            assert bare(citation.quote) in source_text(passage.names[0])
            quoted += 1
    assert quoted > 70


def test_passages_keep_to_their_length(handbooks: LocalLibrary, embedder: MiniLM) -> None:
    texts = [p.text for document in handbooks.documents() for p in handbooks.passages_of(document.id)]
    sizes = embedder.count(texts)
    assert max(sizes) <= 300
    assert sum(120 <= size <= 300 for size in sizes) / len(sizes) > 0.85


_READ: dict[str, str] = {}


def source_text(name: str) -> str:
    """The words of a source file, read again."""
    if name not in _READ:
        contents = read(Path(name).read_bytes(), name, Limits())
        _READ[name] = bare(" ".join(block.text for block in contents.blocks))
    return _READ[name]


def bare(text: str) -> str:
    """Words alone: items of a list are stored with a hyphen before them."""
    return " ".join(re.findall(r"\w+", text.lower()))
