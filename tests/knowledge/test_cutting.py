"""Passages follow the document: a heading and what belongs to it, sentences whole, nothing lost."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.cutting import LEAST, MOST, Piece, cut
from knowledge.reading.model import Block, Contents


def count(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def heading(text: str, level: int = 1) -> Block:
    return Block("heading", text, level)


def words(n: int, word: str = "word") -> str:
    """A paragraph of `n` words in sentences of ten."""
    return " ".join(f"{word.capitalize() if i % 10 == 0 else word}{'.' if i % 10 == 9 else ''}" for i in range(n))


def pieces(*blocks: Block) -> tuple[Piece, ...]:
    return cut(Contents("Title", "text", blocks), count)


def sizes(found: Sequence[Piece]) -> list[int]:
    return [len(piece.text.split()) for piece in found]


def test_each_section_of_a_good_length_is_a_passage_under_its_path_of_headings() -> None:
    found = pieces(heading("A"), Block("text", words(150)), heading("B", 2), Block("text", words(180)))
    assert sizes(found) == [150, 180]
    assert [piece.marks[0].headings for piece in found] == [("A",), ("A", "B")]


def test_short_sections_under_one_heading_are_joined_and_each_keeps_its_mark() -> None:
    found = pieces(
        heading("A"), heading("One", 2), Block("text", words(50)), heading("Two", 2), Block("text", words(60))
    )
    (piece,) = found
    assert [mark.headings for mark in piece.marks] == [("A", "One"), ("A", "Two")]
    assert piece.text[piece.marks[1].start :].startswith("Two")


def test_short_sections_of_different_chapters_stay_apart() -> None:
    found = pieces(
        heading("A"),
        heading("One", 2),
        Block("text", words(50)),
        heading("B"),
        heading("Two", 2),
        Block("text", words(60)),
    )
    assert [piece.marks[0].headings for piece in found] == [("A", "One"), ("B", "Two")]


def test_a_long_section_is_cut_into_like_parts_between_sentences() -> None:
    found = pieces(heading("A"), *(Block("text", words(50)) for _ in range(14)))
    assert all(LEAST <= size <= MOST for size in sizes(found))
    assert all(piece.text.endswith(".") for piece in found)
    assert {piece.marks[0].headings for piece in found} == {("A",)}


def test_a_paragraph_longer_than_a_passage_is_cut_between_sentences() -> None:
    found = pieces(heading("A"), Block("text", words(900)))
    assert max(sizes(found)) <= MOST
    assert all(piece.text.endswith(".") and piece.text[0] == "W" for piece in found)
    assert sum(sizes(found)) == 900


def test_text_without_any_stop_is_cut_between_words_and_without_any_space_anywhere() -> None:
    assert max(sizes(pieces(Block("text", "word " * 2000)))) <= MOST
    found = cut(Contents("T", "text", (Block("text", "x" * 50_000),)), lambda texts: [len(text) // 4 for text in texts])
    assert "".join(piece.text for piece in found) == "x" * 50_000
    assert len(found) > 10


def test_no_word_is_lost_and_pieces_stand_where_they_say() -> None:
    blocks = (
        Block("text", "An opening."),
        heading("A"),
        heading("One", 2),
        Block("text", words(300, "apple")),
        Block("item", "pear tree"),
        Block("item", "plum tree"),
        heading("Two", 2),
        Block("row", "Who: me"),
        heading("Last"),
    )
    found = pieces(*blocks)
    whole = " ".join(piece.text for piece in found)
    for block in blocks:
        if block.kind != "heading":
            assert all(word in whole for word in block.text.split())
    assert [piece.start for piece in found] == sorted({piece.start for piece in found})
    assert all(a.start + len(a.text) <= b.start for a, b in pairwise(found))
    assert "- pear tree\n- plum tree" in whole


def test_pages_are_marked_where_they_change() -> None:
    (piece,) = pieces(
        Block("heading", "A", 1, "p. 1"), Block("text", words(60), 0, "p. 1"), Block("text", words(70), 0, "p. 2")
    )
    assert [mark.place for mark in piece.marks] == ["p. 1", "p. 2"]
    assert piece.text[piece.marks[1].start :] == words(70)


def test_nothing_gives_nothing() -> None:
    assert pieces() == ()
