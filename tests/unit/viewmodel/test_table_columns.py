from __future__ import annotations

from enum import IntEnum

import pytest

from facing_pages.core.model import Side
from facing_pages.viewmodel.pair_view import empty_table
from facing_pages.viewmodel.table_columns import (
    ChangeColumn,
    EmphasisColumn,
    HitColumn,
    LinkColumn,
    MarkColumn,
    ParagraphColumn,
    RowColumn,
    SentenceColumn,
    SidedColumn,
)


@pytest.mark.parametrize("columns", [RowColumn, LinkColumn, ChangeColumn])
def test_starts_and_ends_of_a_side_are_neighbours(columns: type[SidedColumn]) -> None:
    for side in Side:
        assert columns.end(side) == columns.start(side) + 1
    assert columns.start(Side.REWRITE) == columns.end(Side.ORIGINAL) + 1


def test_the_spans_of_a_change_are_its_four_ends() -> None:
    named = [column.name for column in ChangeColumn][ChangeColumn.spans()]
    assert named == ["ORIGINAL_START", "ORIGINAL_END", "REWRITE_START", "REWRITE_END"]


def test_an_empty_table_has_all_columns() -> None:
    assert empty_table(ChangeColumn).shape == (0, 11)


@pytest.mark.parametrize(
    "columns",
    [
        ParagraphColumn,
        EmphasisColumn,
        SentenceColumn,
        RowColumn,
        LinkColumn,
        ChangeColumn,
        MarkColumn,
        HitColumn,
    ],
)
def test_columns_are_counted_from_0_and_none_is_left_out(columns: type[IntEnum]) -> None:
    assert [int(column) for column in columns] == list(range(len(columns.__members__)))
