"""Search by words finds what shares stems, and repairs a spelling only when it is sure."""

import numpy as np

from knowledge.lexical import Lexical, words

TEXTS = (
    "Ask for feedback before the event, on one skill.",
    "An agenda gives each item its minutes.",
    "Confidentiality has limits: risk, and the law.",
)


def test_words_are_lower_case_and_keep_their_apostrophes() -> None:
    assert words("Don’t rush: it's 20 minutes.") == ["don't", "rush", "it's", "20", "minutes"]


def test_the_text_that_shares_most_stems_scores_best() -> None:
    lexical = Lexical(TEXTS)
    assert int(np.argmax(lexical.scores("asking about skills"))) == 0
    assert int(np.argmax(lexical.scores("items of an agenda"))) == 1


def test_unknown_words_score_nothing() -> None:
    scores = Lexical(TEXTS).scores("zebra crossings")
    assert scores.shape == (3,)
    assert not scores.any()


def test_function_words_alone_score_nothing() -> None:
    assert not Lexical(TEXTS).scores("what is it and who are they").any()


def test_a_word_one_edit_away_is_repaired() -> None:
    lexical = Lexical(TEXTS)
    assert lexical.repair("how to get feedbak") == "how to get feedback"
    assert lexical.repair("an agneda for monday") == "an agenda for monday"
    assert lexical.repair("confidentialty, please") == "confidentiality, please"


def test_a_word_that_the_model_knows_is_left_alone() -> None:
    assert Lexical(TEXTS).repair("my rusk", {"rusk"}) == "my rusk"


def test_short_words_numbers_and_far_words_are_left_alone() -> None:
    lexical = Lexical(TEXTS)
    assert lexical.repair("rsk 2020 zzzzzz") == "rsk 2020 zzzzzz"
