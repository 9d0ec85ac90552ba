from __future__ import annotations

import pytest

from facing_pages import compare
from facing_pages.core.model import Side
from facing_pages.viewmodel.flow_anchors import flow_anchors
from facing_pages.viewmodel.table_columns import LinkColumn
from tests.helpers.made_pairs import made_pair
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


UNEVEN = made_pair(f"{C} {A} {B}", f"{A} {C} {B}", "1=0 2=2 0=- -=1")


def test_anchors_on_both_sides_of_a_position_are_those_of_both_texts() -> None:
    first, second = (len(C) + 1, 0), (len(C) + len(A) + 2, len(A) + len(C) + 2)
    anchors = flow_anchors(UNEVEN)
    assert anchors.around(Side.ORIGINAL, first[0]) == (first, second)
    assert anchors.around(Side.REWRITE, second[1] - 1) == (first, second)
    assert anchors.around(Side.ORIGINAL, first[0] - 1) == ((0, 0), first)


def test_a_place_behind_the_text_is_between_the_last_two_anchors() -> None:
    end = (len(UNEVEN.original.text), len(UNEVEN.rewrite.text))
    before, after = flow_anchors(UNEVEN).around(Side.REWRITE, end[1] + 9)
    assert (before[1], after) == (len(A) + len(C) + 2, end)


def test_of_links_that_cross_the_first_in_the_original_is_an_anchor() -> None:
    crossing = made_pair(f"{A} {B} {C}", f"{B} {A} {C}", "1=0 0~1 2=2")
    crossing.rows.links[:, LinkColumn.MOVED] = 0
    third = len(A) + len(B) + 2
    assert flow_anchors(crossing).table.tolist() == [
        [0, 0],
        [0, len(B) + 1],
        [third, third],
        [third + len(C), third + len(C)],
    ]


def test_what_moved_is_no_anchor() -> None:
    moved = made_pair(f"{A} {B}", f"{A} {B}", "0=0 1~1")
    assert flow_anchors(moved).table.tolist() == [[0, 0], [0, 0], [len(A) + len(B) + 1] * 2]


def test_before_the_pair_is_aligned_the_ends_are_the_only_anchors() -> None:
    alone = made_pair("It rained.", "It rained on.", "0=- -=0", paragraphs="0=- -=0")
    assert flow_anchors(alone).table.tolist() == [[0, 0], [10, 13]]
