from __future__ import annotations

import pytest

from facing_pages.core.documents import document_from_text
from facing_pages.core.splitting.cells import cell_spans


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Night | 1 | no light", ["Night", "1", "no light"]),
        ("| Night |  1 | no light |", ["Night", "1", "no light"]),
        ("| 1 | | none", ["1", "none"]),
        ("| --- | :-: |", ["---", ":-:"]),
        ("a|b | c||d", ["a|b", "c||d"]),
        ("Oats\tsack \t\t14.00", ["Oats", "sack", "14.00"]),
        ("no cells", ["no cells"]),
        ("|", []),
    ],
)
def test_cells_stand_between_bars_with_spaces_or_tabs(row: str, cells: list[str]) -> None:
    assert [span.of(row) for span in cell_spans(row)] == cells


def test_a_row_is_one_sentence_unless_a_cell_has_several() -> None:
    text = "| Oslo | 9 July | Cold. |\n| Rome | 3 June | Sun. Nobody came. |"
    document = document_from_text(text)
    assert [sentence.span.of(text) for sentence in document.sentences] == [
        "| Oslo | 9 July | Cold. |", "Rome", "3 June", "Sun.", "Nobody came.",
    ]  # fmt: skip
