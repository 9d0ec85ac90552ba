from __future__ import annotations

from dataclasses import replace
from time import perf_counter

import pytest
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.session.page_settings import PageSettings
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import FoldChoice
from facing_pages.viewmodel.modes import MarkLevel, Mode
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_abridgement import abridgement
from tests.helpers.page_parts import HEIGHT, WIDTH, PageParts

from .conftest import CHANGED


def test_before_there_is_a_pair_nothing_is_laid_out() -> None:
    model = PageParts().model
    model.set_filter(Filter(level=MarkLevel.OFF))
    model.change_folds(FoldChoice.unfold_all)
    model.set_hides_unchanged(True)
    assert (model.pages, model.layout, model.heights, model.folds) == (None, None, None, None)
    assert model.anchor() is None
    assert not model.measure_until(perf_counter() + 1)


def test_a_new_pair_is_shown_from_its_start_without_highlights(
    parts: PageParts, pair: PairView
) -> None:
    parts.place.go_to_change(1)
    parts.model.set_pages(replace(pair), keep_place=False)
    assert parts.scrolling.top_row() == 0
    assert parts.place.current_change() is None


def test_more_marks_on_the_same_rows_keep_the_layout_and_the_row(
    parts: PageParts, pair: PairView
) -> None:
    parts.place.go_to_change(1)
    layout = parts.model.layout
    parts.model.set_pages(replace(pair, changes=replace(pair.changes, done=0.5)), keep_place=True)
    assert parts.model.layout is layout
    assert (parts.place.current_row(), parts.place.current_change()) == (CHANGED[1], None)


def test_other_rows_keep_what_is_at_the_top_but_not_the_number_of_the_row(
    parts: PageParts, pair: PairView
) -> None:
    parts.place.go_to_change(1)
    before = parts.scrolling.reading_place()
    parts.model.set_pages(replace(pair, rows=replace(pair.rows)), keep_place=True)
    assert parts.scrolling.reading_place() == before
    assert parts.place.current_row() is None


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.SIDE_BY_SIDE])
def test_what_is_worked_on_stays_where_it_is_in_another_mode(
    parts: PageParts, mode: Mode, pair: PairView
) -> None:
    parts.place.go_to_change(1)
    entry = pair.changes.entry(1)
    assert entry.original is not None
    before = parts.layout.height_on_screen(Side.ORIGINAL, entry.original.start)
    parts.model.set_mode(mode)
    assert parts.model.mode is mode
    side = mode.columns[0]
    span = entry.span(side)
    assert span is not None
    assert abs(parts.layout.height_on_screen(side, span.start) - before) <= 1


def test_a_narrow_viewport_has_one_column_unless_links_are_corrected(parts: PageParts) -> None:
    assert not parts.model.fits(400)
    parts.model.resize(400, HEIGHT)
    assert parts.model.mode is Mode.ONE_COLUMN
    parts.model.set_mode(Mode.ALIGN)
    assert parts.model.fits(400)
    assert parts.model.mode is Mode.ALIGN


def test_another_height_keeps_the_style_another_width_does_not(
    parts: PageParts, qtbot: QtBot
) -> None:
    style = parts.model.style
    parts.model.resize(WIDTH, HEIGHT + 100)
    assert parts.model.style is style
    with qtbot.waitSignals([parts.model.laid_out, parts.model.style_changed]):
        parts.model.resize(WIDTH + 100, HEIGHT)
    assert parts.model.style is not style


def test_a_smaller_screen_does_not_end_below_the_text(parts: PageParts) -> None:
    parts.scrolling.scroll_to_share(1.0)
    parts.model.resize(WIDTH, 2 * HEIGHT)
    place = parts.layout.page.place
    assert place.value <= place.largest_value(2 * HEIGHT)


def test_unchanged_rows_are_folded_and_unfolded(parts: PageParts, qtbot: QtBot) -> None:
    with qtbot.waitSignal(parts.model.folds_changed):
        parts.model.set_hides_unchanged(True)
    folds = parts.model.folds
    assert folds is not None
    assert [row for row in range(40) if folds.is_shown(row)] == [4, 5, 6, 19, 20, 21, 29, 30, 31]
    parts.folding.show_row(10)
    assert parts.model.folds is not None
    assert parts.model.folds.is_shown(10)
    assert not parts.model.folds.is_shown(0)
    parts.folding.fold_again()
    assert not parts.model.folds.is_shown(10)
    parts.folding.unfold_all()
    assert parts.model.folds.is_shown(0)


def test_a_shown_row_is_not_laid_out_anew(parts: PageParts) -> None:
    layout = parts.model.layout
    parts.folding.show_row(5)
    assert parts.model.layout is layout


def test_the_filter_changes_marks_and_keeps_the_layout_side_by_side(parts: PageParts) -> None:
    layout = parts.layout
    assert len(layout.shown.table) == len(CHANGED)
    parts.model.set_filter(Filter(level=MarkLevel.OFF))
    assert parts.model.layout is layout
    assert len(layout.shown.table) == 0


def test_the_filter_lays_one_column_out_anew(parts: PageParts) -> None:
    parts.model.set_mode(Mode.ONE_COLUMN)
    layout = parts.layout
    parts.model.set_filter(Filter(level=MarkLevel.OFF))
    assert parts.model.layout is not layout


def test_the_same_reading_changes_nothing(parts: PageParts) -> None:
    layout = parts.layout
    parts.model.set_reading(PageSettings(), 100)
    assert parts.model.layout is layout
    parts.model.set_reading(PageSettings(), 150)
    assert parts.model.layout is not layout


def test_another_theme_keeps_the_layout_and_asks_for_paint(parts: PageParts, qtbot: QtBot) -> None:
    layout, theme = parts.layout, load_theme("dark")
    with qtbot.waitSignal(parts.model.changed):
        parts.model.set_theme(theme)
    assert (parts.model.layout, parts.model.theme) == (layout, theme)


def test_heights_are_exact_once_all_is_measured(parts: PageParts, qtbot: QtBot) -> None:
    assert not parts.model.measure_until(perf_counter() - 1)
    with qtbot.waitSignal(parts.model.style_changed):
        assert parts.model.measure_until(perf_counter() + 60)
    assert parts.model.heights is not None
    assert parts.model.heights.is_exact.all()


def test_the_caret_is_watched_before_the_change(parts: PageParts, pair: PairView) -> None:
    parts.place.set_current_change(0)
    entry = pair.changes.entry(0)
    assert entry.original is not None
    assert entry.rewrite is not None
    ends = [(Side.ORIGINAL, entry.original.start), (Side.REWRITE, entry.rewrite.start)]
    assert parts.model.watched_places() == ends
    parts.caret.put(Side.REWRITE, entry.rewrite.start + 1)
    assert parts.model.watched_places() == [(Side.REWRITE, entry.rewrite.start + 1), *ends]


def test_sentences_are_levelled_unless_that_is_switched_off() -> None:
    parts = PageParts(abridgement())
    assert parts.model.style.levels_sentences
    high = parts.layout.page.heights.total
    parts.model.set_levels_sentences(False)
    assert not parts.model.style.levels_sentences
    assert parts.layout.page.heights.total != high
    layout = parts.model.layout
    parts.model.set_levels_sentences(False)
    assert parts.model.layout is layout


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.SIDE_BY_SIDE])
def test_only_side_by_side_sentences_are_levelled(mode: Mode) -> None:
    assert not PageParts(abridgement(), mode).model.style.levels_sentences
