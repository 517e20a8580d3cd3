"""Searching the real library: typos repaired, silence where it has no answer, tags that only break ties."""

import threading
from pathlib import Path

import pytest
import yaml

from knowledge.library import LocalLibrary
from knowledge.model import Role
from knowledge.search import TAG_BONUS
from tests.knowledge.shelves import GUIDES, CountsWords, added, small_library, written

EVALS = Path(__file__).parents[1] / "evals"
QUESTIONS = yaml.safe_load((EVALS / "questions.yaml").read_text(encoding="utf-8"))
JUDGED = yaml.safe_load((EVALS / "judgements.yaml").read_text(encoding="utf-8"))


def test_a_plain_question_finds_the_passage_that_answers_it(library: LocalLibrary) -> None:
    found = library.search("is 20 minutes too much to ask?")
    assert found.covered
    assert found.hits[0].passage.id == "making-one-small-ask#is-20-minutes-too-much"


def test_hits_come_best_first_and_each_passage_once(library: LocalLibrary) -> None:
    hits = library.search("how do I give feedback to my mentee", k=20).hits
    assert len(hits) == 20
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert len({hit.passage.id for hit in hits}) == 20


def test_a_typo_is_repaired_and_said(library: LocalLibrary) -> None:
    right = library.search("how do I start a conversation about confidentiality")
    wrong = library.search("how do I start a conversation about confidentialty")
    assert wrong.repaired == right.query
    assert right.repaired is None
    assert [hit.passage.id for hit in wrong.hits] == [hit.passage.id for hit in right.hits]


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("my organisation has no programme", "my organization has no program"),
        ("how do I criticise behaviour", "how do I criticize behavior"),
    ],
)
def test_british_and_american_spelling_find_the_same_first(british: str, american: str, library: LocalLibrary) -> None:
    assert library.search(british).hits[0].passage.id == library.search(american).hits[0].passage.id


@pytest.mark.parametrize("question", ["What is the boiling point of tungsten?", "who won the cup final in 1998"])
def test_the_library_says_when_it_has_no_answer(question: str, library: LocalLibrary) -> None:
    assert not library.search(question).covered


@pytest.mark.parametrize("blank", ["", "   "], ids=["empty", "spaces"])
def test_an_empty_question_finds_nothing(blank: str, library: LocalLibrary) -> None:
    found = library.search(blank)
    assert (found.hits, found.covered) == ((), False)


def test_role_and_task_tags_add_a_little_and_hide_nothing(library: LocalLibrary) -> None:
    question = "how should we end a meeting"
    plain = {hit.passage.id: hit for hit in library.search(question, k=40).hits}
    tagged = {hit.passage.id: hit for hit in library.search(question, Role.TRAINER, "agenda", k=40).hits}
    for name in plain.keys() & tagged.keys():
        passage = plain[name].passage
        bonus = TAG_BONUS * ((Role.TRAINER in passage.roles) + ("agenda" in passage.tasks))
        assert tagged[name].score == pytest.approx(plain[name].score + bonus, abs=1e-6)


def test_every_passage_is_found_by_its_id(library: LocalLibrary) -> None:
    for guide in library.guides:
        assert library.guide(guide.id) is guide
        for passage in guide.passages:
            assert library.passage(passage.id) is passage
            assert passage.id == f"{guide.id}#{passage.anchor}"


def test_an_unknown_id_is_none(library: LocalLibrary) -> None:
    assert library.passage("no-such#thing") is None
    assert library.guide("no-such") is None
    assert library.document("no-such") is None


def test_threads_share_one_search_and_one_opening(tmp_path: Path) -> None:
    embedder = CountsWords()
    library = small_library(tmp_path, embedder=embedder)
    together, found = threading.Barrier(4), list[str]()

    def ask() -> None:
        together.wait()
        found.append(library.search("goal").hits[0].passage.id)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["goals#p0"] * 4
    assert len(embedder.embedded) == sum(len(p.embedded) for guide in GUIDES for p in guide.passages)


def test_only_the_collections_that_are_asked_are_searched(tmp_path: Path) -> None:
    library = small_library(tmp_path)
    added(library, written(tmp_path, "in/ours.txt", "Our goal is a goal."), collection="ours")
    added(library, written(tmp_path, "in/theirs.txt", "Their goal is another."), collection="theirs")
    assert library.collections() == ("guides", "ours", "theirs")

    def asked(*names: str) -> set[str]:
        return {hit.passage.collection for hit in library.search("goal", k=20, collections=names).hits}

    assert asked("ours") == {"ours"}
    assert asked("guides", "theirs") == {"guides", "theirs"}
    assert asked() == set()
    assert asked("no such collection") == set()
    assert {hit.passage.collection for hit in library.search("goal", k=20).hits} == {"guides", "ours", "theirs"}


def test_the_same_text_in_two_documents_is_one_hit_with_both_names(tmp_path: Path) -> None:
    library = small_library(tmp_path, guides=())
    one = "# First\n\nThe closing of a year is a closing that matters to both of you.\n"
    added(library, written(tmp_path, "in/one.md", one), written(tmp_path, "in/two.md", one + "\n# More\n\nAsk.\n"))
    (hit, *_) = [h for h in library.search("closing", k=5).hits if "matters" in h.passage.text]
    assert len([h for h in library.search("closing", k=5).hits if h.passage.text == hit.passage.text]) == 1
    assert {Path(name).name for name in hit.passage.names} >= {"one.md"}


def test_the_question_set_is_large_enough_and_points_to_passages_that_exist(library: LocalLibrary) -> None:
    answerable = [row for row in QUESTIONS if row["answerable"]]
    assert len(answerable) >= 120
    assert len(QUESTIONS) - len(answerable) >= 40
    assert all(row["relevant"] for row in answerable)
    assert {p for row in answerable for p in row["relevant"] if library.passage(p) is None} == set()
    assert set(JUDGED) == {row["id"] for row in answerable}
    assert {p for grades in JUDGED.values() for p in grades if library.passage(p) is None} == set()
    assert {grade for grades in JUDGED.values() for grade in grades.values()} == {1, 2}


def test_no_question_of_the_set_is_listed_in_a_guide(library: LocalLibrary) -> None:
    listed = {q.lower() for guide in library.guides for passage in guide.passages for q in passage.questions}
    assert [row["id"] for row in QUESTIONS if row["question"].lower() in listed] == []
