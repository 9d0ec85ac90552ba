from __future__ import annotations

import gc
import weakref
from dataclasses import replace

import numpy as np
import pytest

from facing_pages.core.model import Side
from facing_pages.page.layout.laid_out_page import LaidOutPage
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import HIDDEN, SHOWN, Folds, no_folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import style_of


@pytest.fixture
def pages() -> PairView:
    """Return a paragraph that became two, one that was removed, and two that moved."""
    return made_pair(
        "It rained. It snowed.\n\nIt froze.\n\nIt thawed.",
        "It rained.\n\nIt snowed.\n\nIt thawed.",
        "0=0 1=1 2=- 3=2",
        paragraphs="0=0+1 1=- 2=2",
        changes=[("removed", "It froze.", "")],
    )


def page_of(pages: PairView, mode: Mode, *columns: Side, folds: Folds | None = None) -> LaidOutPage:
    style = style_of(mode)
    shown = VisibleMarks(pages, Filter())
    return LaidOutPage(shown, style, folds or no_folds(pages), columns or style.columns)


def test_a_row_is_as_high_as_its_layout_and_the_gap_below_once_measured(pages: PairView) -> None:
    page = page_of(pages, Mode.SIDE_BY_SIDE)
    assert not page.heights.is_exact[0]
    page.measure(0)
    assert page.heights.is_exact[0]
    gap = int(page.heights.gaps[0])
    assert page.heights.heights[0] == page.layouts.row(0).height + gap


def test_a_place_is_as_far_down_its_row_as_its_line(pages: PairView) -> None:
    page = page_of(pages, Mode.SIDE_BY_SIDE)
    lower = page.layouts.row(0).paragraphs[Side.REWRITE][1]
    within = round(lower.layout.caret_box(0).top())
    assert page.place_of(Side.REWRITE, 12) == (0, lower.y + within)
    assert page.place_of(Side.ORIGINAL, 12) == (0, within)
    assert page.place_of(Side.ORIGINAL, 34)[0] == 2


def test_a_place_in_a_fold_is_at_its_line(pages: PairView) -> None:
    folds = Folds(np.array([3, HIDDEN, HIDDEN], dtype=np.int32))
    page = page_of(pages, Mode.SIDE_BY_SIDE, folds=folds)
    assert page.place_of(Side.ORIGINAL, 34) == (0, 0)
    partly = page_of(
        pages, Mode.SIDE_BY_SIDE, folds=Folds(np.array([SHOWN, 2, HIDDEN], dtype=np.int32))
    )
    assert partly.place_of(Side.REWRITE, 24) == (1, 0)


def test_what_is_not_on_the_page_is_stood_in_for_by_what_it_is_linked_with(pages: PairView) -> None:
    page = page_of(pages, Mode.FLOWING, Side.REWRITE)
    assert page.place_of(Side.ORIGINAL, 12) == page.place_of(Side.REWRITE, 12)
    assert page.place_of(Side.ORIGINAL, 34) == page.place_of(Side.REWRITE, 24)


def test_a_removed_sentence_is_stood_in_for_by_what_follows_it(pages: PairView) -> None:
    page = page_of(pages, Mode.REWRITE)
    assert page.place_of(Side.ORIGINAL, 25) == page.place_of(Side.REWRITE, 24)


def test_in_one_column_removed_words_are_where_they_are_set_in(pages: PairView) -> None:
    page = page_of(pages, Mode.ONE_COLUMN)
    assert page.place_of(Side.ORIGINAL, 25)[0] == 1
    assert page.place_of(Side.ORIGINAL, 12) == page.place_of(Side.REWRITE, 12)


def test_in_one_column_a_kept_word_is_on_the_line_of_the_rewrite() -> None:
    long = " ".join(["the keeper counted all boats in the harbour by night"] * 4) + "."
    page = page_of(made_pair(long, long, "0=0"), Mode.ONE_COLUMN)
    at = len(long) - 3
    row, inside = page.place_of(Side.ORIGINAL, at)
    assert (row, inside) == page.place_of(Side.REWRITE, at)
    assert inside > page.place_of(Side.REWRITE, 0)[1]


def test_a_side_without_text_has_no_place() -> None:
    empty = made_pair("It rained.", "", "0=-", paragraphs="0=-")
    assert page_of(empty, Mode.SIDE_BY_SIDE).place_of(Side.REWRITE, 5) == (0, 0)


def test_nothing_stands_in_where_the_only_column_has_no_text() -> None:
    empty = made_pair("It rained.\n\nIt froze.", "", "0=- 1=-", paragraphs="0=- 1=-")
    assert page_of(empty, Mode.REWRITE).place_of(Side.ORIGINAL, 14) == (1, 0)


def test_what_was_removed_at_the_end_is_stood_in_for_by_the_last_paragraph() -> None:
    pages = made_pair(
        "It rained.\n\nIt thawed.\n\nIt froze.",
        "It rained.\n\nIt thawed.",
        "0=0 1=1 2=-",
        paragraphs="0=0 1=1 2=-",
    )
    page = page_of(pages, Mode.REWRITE)
    assert page.place_of(Side.ORIGINAL, 26) == page.place_of(Side.REWRITE, 12)
    assert page.place_of(Side.ORIGINAL, 26)[0] == 1


def test_before_a_pair_is_aligned_the_paragraph_of_the_same_row_stands_in() -> None:
    texts = ("It rained. It froze.\n\nIt thawed.", "It rained.\n\nIt froze. It thawed.")
    pages = made_pair(*texts, "0=0 1=1 2=2", paragraphs="0=0 1=1")
    assert page_of(pages, Mode.REWRITE).place_of(Side.ORIGINAL, 12)[0] == 1
    not_yet = replace(pages, is_aligned=False)
    assert page_of(not_yet, Mode.REWRITE).place_of(Side.ORIGINAL, 12)[0] == 0


def test_a_place_lower_in_a_stand_in_is_as_far_down() -> None:
    long = " ".join(["The keeper counted all boats in the harbour by night"] * 6) + "."
    pages = made_pair(f"{long} She slept.", f"{long} She woke.", "0=0 1=1")
    page = page_of(pages, Mode.REWRITE)
    row, inside = page.place_of(Side.ORIGINAL, len(long) + 3)
    assert (row, inside) == page.place_of(Side.REWRITE, len(long) + 1)
    assert inside > page.place_of(Side.REWRITE, 0)[1]


def test_a_row_that_was_measured_is_not_laid_out_again(pages: PairView) -> None:
    page = page_of(pages, Mode.SIDE_BY_SIDE)
    page.heights.correct(0, 500)
    page.measure(0)
    assert page.heights.heights[0] == 500


def test_a_page_that_is_laid_out_anew_does_not_wait_for_garbage_collection(pages: PairView) -> None:
    page = page_of(pages, Mode.SIDE_BY_SIDE)
    page.place.visible_rows(500)
    tables = weakref.ref(page.shown)
    gc.disable()
    try:
        del page
        assert tables() is None
    finally:
        gc.enable()
