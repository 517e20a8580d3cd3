"""The questions beside the guides: whose the embedding model has learned from, and whose it has never seen."""

import yaml

from knowledge.guides import ASKED, FOLDER

LEARNED_FROM = ("writer_1", "writer_2", "writer_3", "writer_4", "writer_6")
"""Beside them the guides' own questions were learned from; what search weighs was chosen on the other writers'."""


def held_back() -> list[tuple[str, str]]:
    """Question and passage, of every writer whose questions were not learned from."""
    written = yaml.load((FOLDER / ASKED).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return [
        (question, passage)
        for writer, asked in written.items()
        if writer not in LEARNED_FROM
        for passage, questions in asked.items()
        for question in questions
    ]
