from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.model import Side
from facing_pages.viewmodel.flow_anchors import flow_anchors
from tests.helpers.one_column import view_of

A = "The lamp was quiet when she came down to it."
B = "Nobody had told her about the storm of the winter."
C = "The keeper sold his telescope to a travelling dentist."


def test_linked_sentences_are_anchors_between_both_ends() -> None:
    found = flow_anchors(view_of(compare(f"{A} {B}", f"{A} {C} {B}")))
    assert found.table.tolist() == [
        [0, 0],
        [0, 0],
        [len(A) + 1, len(A) + len(C) + 2],
        [len(A) + len(B) + 1, len(A) + len(C) + len(B) + 2],
    ]


def test_anchors_rise_on_both_sides_where_sentences_moved() -> None:
    found = flow_anchors(view_of(compare(f"{A}\n\n{B}\n\n{C}", f"{C}\n\n{A}\n\n{B}")))
    for column in found.table.T.tolist():
        assert column == sorted(column)


@pytest.mark.parametrize(
    ("side", "position", "wanted"),
    [
        (Side.ORIGINAL, 0, 0),
        (Side.ORIGINAL, len(A) + 1, len(A) + 1),
        (Side.ORIGINAL, len(A) + 20, len(A) + 1),
        (Side.REWRITE, len(A), 0),
    ],
)
def test_a_position_is_between_two_anchors(side: Side, position: int, wanted: int) -> None:
    before, after = flow_anchors(view_of(compare(f"{A} {B}", f"{A} {B}"))).around(side, position)
    assert before == (wanted, wanted)
    assert after > before


def test_the_end_is_behind_the_last_anchor() -> None:
    end = len(A) + len(B) + 1
    before, after = flow_anchors(view_of(compare(f"{A} {B}", f"{A} {B}"))).around(
        Side.ORIGINAL, end
    )
    assert before == (len(A) + 1, len(A) + 1)
    assert after == (end, end)
