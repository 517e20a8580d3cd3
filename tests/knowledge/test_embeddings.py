"""The embedder gives the vectors that it promises, with no network."""

import numpy as np
import pytest

from knowledge.embeddings import MiniLM

TEXTS = (
    "How do I ask somebody for twenty minutes of their time?",
    "Yes.",
    "A mentor listens first. " * 40,
    "Wie geht es dir?",
    "May I have a third of an hour with you?",
)


def test_each_text_gets_one_vector_of_384_numbers_and_length_one(embedder: MiniLM) -> None:
    vectors = np.array(embedder.embed_documents(TEXTS))
    assert vectors.shape == (len(TEXTS), embedder.dimension) == (5, 384)
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1.0, abs=1e-3)


def test_a_question_gets_the_vector_that_it_would_get_as_a_document(embedder: MiniLM) -> None:
    assert embedder.embed_query(TEXTS[0]) == pytest.approx(embedder.embed_documents([TEXTS[0]])[0], abs=1e-5)


def test_a_text_has_one_vector_whatever_stands_beside_it(embedder: MiniLM) -> None:
    """Int8 weights take their scale from a whole batch, so texts are run one by one."""
    forward = np.array(embedder.embed_documents(TEXTS))
    backward = np.array(embedder.embed_documents(TEXTS[::-1]))[::-1]
    assert np.array_equal(forward, backward)


def test_like_meaning_is_nearer_than_like_words(embedder: MiniLM) -> None:
    ask, yes, *_, third = np.array(embedder.embed_documents(TEXTS))
    assert ask @ third > ask @ yes + 0.15


def test_no_texts_give_no_vectors(embedder: MiniLM) -> None:
    assert embedder.embed_documents([]) == []


def test_a_text_longer_than_the_model_reads_is_cut_and_not_refused(embedder: MiniLM) -> None:
    assert len(embedder.embed_query("mentoring " * 5000)) == 384


def test_an_empty_text_has_a_vector_too(embedder: MiniLM) -> None:
    assert np.isfinite(embedder.embed_query("")).all()


def test_common_words_are_known_and_a_typo_is_not(embedder: MiniLM) -> None:
    assert all(embedder.knows(word) for word in ("mentor", "feedback", "agenda"))
    assert not embedder.knows("feedbak")


def test_word_pieces_are_counted_without_a_limit(embedder: MiniLM) -> None:
    assert embedder.count(["mentor", "mentor " * 3000, ""]) == [1, 3000, 0]


def test_the_licence_of_the_weights_ships_beside_them() -> None:
    from knowledge.embeddings import WEIGHTS

    assert "Apache License" in (WEIGHTS / "LICENSE").read_text(encoding="utf-8")
