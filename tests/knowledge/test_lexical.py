"""Search by words finds what shares stems, and repairs a spelling only when it is sure."""

from pathlib import Path

import pytest

from knowledge.lexical import MOST_MATCHES, Lexical, stems, words
from knowledge.tables import Tables

TEXTS = (
    "Ask for feedback before the event, on one skill.",
    "An agenda gives each item its minutes.",
    "Confidentiality has limits: risk, and the law.",
)


@pytest.fixture
def lexical(tmp_path: Path) -> Lexical:
    index = Lexical(Tables(tmp_path / "library.db"))
    for n, text in enumerate(TEXTS):
        index.add(n, text, "")
    return index


def best(lexical: Lexical, query: str) -> int | None:
    scores = lexical.scores(query, None, 10)
    return max(scores, key=lambda n: scores[n]) if scores else None


def unknown(word: str) -> bool:
    return False


def test_words_are_lower_case_and_keep_their_apostrophes() -> None:
    assert words("Don’t rush: it's 20 minutes.") == ["don't", "rush", "it's", "20", "minutes"]


def test_the_text_that_shares_most_stems_scores_best(lexical: Lexical) -> None:
    assert best(lexical, "asking about skills") == 0
    assert best(lexical, "items of an agenda") == 1


@pytest.mark.parametrize("query", ["zebra crossings", "what is it and who are they", "", "?!", '"', "NEAR(", "a* OR b"])
def test_a_question_without_known_words_finds_nothing_and_breaks_nothing(query: str, lexical: Lexical) -> None:
    assert lexical.scores(query, None, 10) == {}


def test_words_of_headings_and_questions_count_more_than_words_of_the_text(lexical: Lexical) -> None:
    lexical.add(7, "Something else about risk.", "")
    lexical.add(8, "Something else about nothing.", "risk")
    assert best(lexical, "risk") == 8


def test_a_passage_that_was_dropped_is_neither_found_nor_repaired_to(lexical: Lexical) -> None:
    lexical.drop(1, TEXTS[1], "")
    assert best(lexical, "agenda") is None
    assert lexical.repair("an agneda", unknown) == "an agneda"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("organisation", "organization"),
        ("behaviour", "behavior"),
        ("programme", "program"),
        ("counselling", "counseling"),
        ("centre", "center"),
        ("protégé", "mentee"),
        ("juniors", "mentees"),
        ("mentorship", "mentoring"),
        ("e-mails about goals", "an e-mail about a goal"),
        ("recognise", "recognizing"),
    ],
)
def test_spellings_inflections_and_words_of_the_field_meet(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_different_words_stay_apart() -> None:
    assert stems("mentor") != stems("mentee")
    assert stems("four") != stems("for us")
    assert stems("our hour") != stems("or her")


def test_a_word_one_edit_away_is_repaired(lexical: Lexical) -> None:
    assert lexical.repair("how to get feedbak", unknown) == "how to get feedback"
    assert lexical.repair("an agneda for monday", unknown) == "an agenda for monday"
    assert lexical.repair("confidentialty, please", unknown) == "confidentiality, please"


def test_a_word_that_the_model_knows_is_left_alone(lexical: Lexical) -> None:
    assert lexical.repair("my rusk", lambda word: word == "rusk") == "my rusk"


def test_short_words_numbers_and_far_words_are_left_alone(lexical: Lexical) -> None:
    assert lexical.repair("rsk 2020 zzzzzz", unknown) == "rsk 2020 zzzzzz"


def test_coverage_is_the_share_of_the_question_that_one_text_has_and_rare_words_weigh_more(lexical: Lexical) -> None:
    assert lexical.coverage("feedback on one skill", [TEXTS[0]], 3) == pytest.approx(1.0)
    assert lexical.coverage("zebra crossings", [TEXTS[0]], 3) == 0.0
    assert 0 < lexical.coverage("feedback on zebras", [TEXTS[0], TEXTS[1]], 3) < 0.6
    assert lexical.coverage("", [TEXTS[0]], 3) == 0.0


def test_in_a_large_library_the_commonest_words_are_left_out_when_rarer_ones_tell(lexical: Lexical) -> None:
    for n in range(100, MOST_MATCHES + 200):
        lexical._tables.write("INSERT INTO lexical (rowid, body, asked) VALUES (?, 'mentor', '')", (n,))  # pyright: ignore
    assert set(lexical.scores("mentor feedback", None, 10)) == {0}
    assert len(lexical.scores("mentor", None, 10)) == 10


def test_a_question_is_spelt_as_the_library_spells(lexical: Lexical) -> None:
    lexical.add(9, "The organisation and its programme recognise behaviour in the center.", "")
    query = "does my Organization have a program to recognize behavior at the centre"
    assert lexical.as_spelt_here(query) == (
        "does my organisation have a programme to recognise behaviour at the center"
    )
    assert lexical.as_spelt_here("for our hour or four") == "for our hour or four"
