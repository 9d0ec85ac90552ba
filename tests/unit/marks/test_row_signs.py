from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import LinkKind, Side, Span
from facing_pages.marks.kinds import MERGED_GLYPH, ViewKind
from facing_pages.marks.row_signs import MovedPlaces, row_glyph, row_kind
from facing_pages.marks.rows import Row

ALL = frozenset(ViewKind)
LEVEL = Row(Span(0, 1), Span(0, 1), LinkKind.REWORDED)
REMOVED = Row(Span(0, 1), Span(0, 0), LinkKind.REMOVED)
ADDED = Row(Span(0, 0), Span(0, 1), LinkKind.ADDED)
SPLIT = Row(Span(0, 1), Span(0, 2), LinkKind.SPLIT)
HALF = Row(Span(0, 1), Span(0, 0), LinkKind.REWORDED, partner=3)


@pytest.mark.parametrize(
    ("row", "kinds", "sign"),
    [
        (LEVEL, set(), None),
        (LEVEL, {ViewKind.MINOR}, ViewKind.MINOR),
        (LEVEL, {ViewKind.ADDED, ViewKind.MINOR}, ViewKind.ADDED),
        (LEVEL, {ViewKind.REMOVED}, ViewKind.REMOVED),
        (LEVEL, {ViewKind.ADDED, ViewKind.REMOVED}, ViewKind.REWORDED),
        (LEVEL, {ViewKind.ADDED, ViewKind.REWORDED}, ViewKind.REWORDED),
        (LEVEL, {ViewKind.SPLIT, ViewKind.MINOR}, ViewKind.SPLIT),
        (LEVEL, {ViewKind.MOVED, ViewKind.REWORDED}, ViewKind.MOVED),
        (REMOVED, set(), ViewKind.REMOVED),
        (REMOVED, {ViewKind.REMOVED, ViewKind.MINOR}, ViewKind.REMOVED),
        (ADDED, set(), ViewKind.ADDED),
        (SPLIT, {ViewKind.REWORDED}, ViewKind.SPLIT),
        (HALF, {ViewKind.REWORDED}, ViewKind.MOVED),
    ],
)
def test_a_row_has_the_sign_of_what_became_of_it(
    row: Row, kinds: set[ViewKind], sign: ViewKind | None
) -> None:
    assert row_kind(row, kinds, ALL) is sign


@pytest.mark.parametrize("row", [REMOVED, ADDED])
def test_a_row_whose_words_moved_is_neither_removed_nor_added(row: Row) -> None:
    alone = ViewKind.REMOVED if row is REMOVED else ViewKind.ADDED
    assert row_kind(row, {ViewKind.MOVED, ViewKind.REWORDED}, ALL) is ViewKind.MOVED
    assert row_kind(row, {ViewKind.MOVED, alone}, ALL) is ViewKind.MOVED


def test_with_moves_hidden_a_row_has_the_sign_of_the_rest() -> None:
    shown = ALL - {ViewKind.MOVED}
    assert row_kind(REMOVED, {ViewKind.MOVED, ViewKind.REMOVED}, shown) is ViewKind.REMOVED
    assert row_kind(REMOVED, {ViewKind.MOVED}, shown) is None
    assert row_kind(HALF, {ViewKind.REWORDED}, shown) is ViewKind.REWORDED
    assert row_kind(HALF, set(), shown) is None


def test_no_row_has_the_sign_of_a_hidden_kind() -> None:
    shown = ALL - {ViewKind.REWORDED}
    both = {ViewKind.ADDED, ViewKind.REMOVED}
    assert row_kind(LEVEL, {ViewKind.REWORDED, ViewKind.ADDED}, shown) is ViewKind.ADDED
    assert row_kind(LEVEL, both, shown) is ViewKind.REMOVED
    assert row_kind(LEVEL, both, frozenset({ViewKind.REWORDED})) is None
    assert row_kind(LEVEL, {ViewKind.REWORDED, ViewKind.MINOR}, shown) is ViewKind.MINOR


def test_only_a_merge_opens_to_the_other_side() -> None:
    assert row_glyph(LinkKind.MERGED, ViewKind.SPLIT) == MERGED_GLYPH
    assert row_glyph(LinkKind.MERGED, ViewKind.REWORDED) == "≈"
    assert row_glyph(LinkKind.SPLIT, ViewKind.SPLIT) == "≺"


def test_what_moved_is_found_from_either_side() -> None:
    moved = MovedPlaces([Both(Span(5, 9), Span(30, 34)), Both(Span(0, 4), Span(10, 14))])
    assert moved.within(Side.ORIGINAL, Span(0, 9)) == [10, 30]
    assert moved.within(Side.ORIGINAL, Span(5, 6)) == [30]
    assert moved.within(Side.ORIGINAL, Span(6, 40)) == []
    assert moved.within(Side.REWRITE, Span(10, 30)) == [0]
