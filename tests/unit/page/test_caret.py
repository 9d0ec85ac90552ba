from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.model import Side
from facing_pages.page.caret import Caret, CaretMover, Motion
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import HIDDEN, SHOWN, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import layout_of, style_of

LONG = " ".join(["the keeper counted all boats in the harbour by night"] * 4) + "."


@pytest.fixture
def pages() -> PairView:
    """Return a paragraph that became two, one that was removed, and one that stayed."""
    return made_pair(
        "It rained. It snowed.\n\nIt froze.\n\nThe end.",
        "It rained.\n\nIt snowed.\n\nThe end.",
        "0=0 1=1 2=- 3=2",
        paragraphs="0=0+1 1=- 2=2",
    )


@pytest.fixture
def lines() -> PairView:
    """Return a long paragraph of several lines between two short ones."""
    text = f"It rained.\n\n{LONG}\n\nShe slept."
    return made_pair(text, text, "0=0 1=1 2=2", paragraphs="0=0 1=1 2=2")


def step(
    layout: PairLayout, side: Side, position: int, motion: Motion, *, stay: bool = False
) -> Caret:
    """Return where one motion takes a caret."""
    return CaretMover().moved(layout, (side, position), motion, stay=stay)


@pytest.mark.parametrize(
    ("position", "motion", "wanted"),
    [
        (3, Motion.CHARACTER, 4),
        (3, Motion.CHARACTER_BACK, 2),
        (0, Motion.WORD, 3),
        (5, Motion.WORD_BACK, 3),
        (5, Motion.LINE_START, 0),
        (5, Motion.LINE_END, 10),
        (15, Motion.TEXT_START, 0),
        (15, Motion.TEXT_END, 32),
        (5, Motion.PARAGRAPH, 12),
        (5, Motion.PARAGRAPH_BACK, 0),
        (12, Motion.PARAGRAPH_BACK, 0),
        (0, Motion.PARAGRAPH_BACK, 0),
        (28, Motion.PARAGRAPH, 28),
    ],
)
def test_a_motion_goes_its_way_and_stops_at_the_ends(
    pages: PairView, position: int, motion: Motion, wanted: int
) -> None:
    layout = layout_of(pages, Mode.SIDE_BY_SIDE)
    assert step(layout, Side.REWRITE, position, motion) == (Side.REWRITE, wanted)


@pytest.mark.parametrize(
    ("position", "motion", "wanted"),
    [
        (10, Motion.CHARACTER, 12),  # to the next paragraph of the row
        (12, Motion.CHARACTER_BACK, 10),
        (22, Motion.CHARACTER, 24),  # over the row of the original only
        (24, Motion.CHARACTER_BACK, 22),
        (10, Motion.WORD, 12),
        (24, Motion.PARAGRAPH_BACK, 12),
        (12, Motion.PARAGRAPH, 24),
        (32, Motion.CHARACTER, 32),
        (0, Motion.CHARACTER_BACK, 0),
    ],
)
def test_at_the_end_of_a_paragraph_it_goes_to_the_next_of_its_column(
    pages: PairView, position: int, motion: Motion, wanted: int
) -> None:
    layout = layout_of(pages, Mode.SIDE_BY_SIDE)
    assert step(layout, Side.REWRITE, position, motion) == (Side.REWRITE, wanted)


def test_rows_that_are_folded_are_passed_over(pages: PairView) -> None:
    folds = Folds(np.array([SHOWN, HIDDEN, SHOWN], dtype=np.int32))
    layout = PairLayout(VisibleMarks(pages, Filter()), style_of(), folds, Side.ORIGINAL)
    assert step(layout, Side.ORIGINAL, 21, Motion.CHARACTER) == (Side.ORIGINAL, 34)


@pytest.mark.parametrize(
    ("motion", "wanted"),
    [
        (Motion.CHARACTER, 34),
        (Motion.WORD, 34),
        (Motion.LINE, 34),
        (Motion.LINE_END, 3),
        (Motion.LINE_BACK, 3),
    ],
)
def test_a_caret_on_the_line_of_a_fold_leaves_it_by_any_motion_but_along_the_line(
    pages: PairView, motion: Motion, wanted: int
) -> None:
    folds = Folds(np.array([2, HIDDEN, SHOWN], dtype=np.int32))
    layout = PairLayout(VisibleMarks(pages, Filter()), style_of(), folds, Side.ORIGINAL)
    assert step(layout, Side.ORIGINAL, 3, motion) == (Side.ORIGINAL, wanted)


def test_lines_are_taken_one_by_one_from_paragraph_to_paragraph(lines: PairView) -> None:
    layout = layout_of(lines, Mode.SIDE_BY_SIDE)
    paragraph = layout.page.layouts.row(1).paragraphs[Side.ORIGINAL][0].layout
    assert paragraph.line_count > 2
    mover, caret, found = CaretMover(), (Side.ORIGINAL, 0), []
    for _ in range(paragraph.line_count + 2):
        caret = mover.moved(layout, caret, Motion.LINE, stay=False)
        found.append(caret[1])
    starts = [12 + paragraph.line_ends(line)[0] for line in range(paragraph.line_count)]
    assert found == [*starts, len(lines.original.text) - 10, len(lines.original.text) - 10]


def test_a_caret_keeps_its_track_over_a_short_line(lines: PairView) -> None:
    layout = layout_of(lines, Mode.SIDE_BY_SIDE)
    mover, start = CaretMover(), (Side.ORIGINAL, 12 + 40)
    above = mover.moved(layout, start, Motion.LINE_BACK, stay=False)
    assert above == (Side.ORIGINAL, 10)
    assert mover.moved(layout, above, Motion.LINE, stay=False) == start


def test_another_motion_begins_a_track_of_its_own(lines: PairView) -> None:
    layout = layout_of(lines, Mode.SIDE_BY_SIDE)
    mover, start = CaretMover(), (Side.ORIGINAL, 12 + 40)
    above = mover.moved(layout, start, Motion.LINE_BACK, stay=False)
    at_end = mover.moved(layout, above, Motion.LINE_END, stay=False)
    assert at_end == above
    assert mover.moved(layout, at_end, Motion.LINE, stay=False)[1] < start[1]


def test_a_track_is_forgotten_where_the_caret_is_put_elsewhere(lines: PairView) -> None:
    layout = layout_of(lines, Mode.SIDE_BY_SIDE)
    mover, start = CaretMover(), (Side.ORIGINAL, 12 + 40)
    above = mover.moved(layout, start, Motion.LINE_BACK, stay=False)
    mover.forget_track()
    assert mover.moved(layout, above, Motion.LINE, stay=False)[1] < start[1]


def test_home_and_end_keep_to_their_line(lines: PairView) -> None:
    layout = layout_of(lines, Mode.SIDE_BY_SIDE)
    paragraph = layout.page.layouts.row(1).paragraphs[Side.ORIGINAL][0].layout
    first, last = paragraph.line_ends(1)
    position = 12 + (first + last) // 2
    assert step(layout, Side.ORIGINAL, position, Motion.LINE_START)[1] == 12 + first
    assert step(layout, Side.ORIGINAL, position, Motion.LINE_END)[1] == 12 + last


def test_in_one_column_the_caret_goes_through_old_words(old_words: PairView) -> None:
    layout = layout_of(old_words, Mode.ONE_COLUMN)
    mover, caret, found = CaretMover(), (Side.REWRITE, 3), []
    for _ in range(4):
        caret = mover.moved(layout, caret, Motion.WORD, stay=False)
        found.append(caret)
    assert found[:2] == [(Side.ORIGINAL, 10), (Side.ORIGINAL, 14)]
    assert found[-1] == (Side.REWRITE, 10)


def test_a_selection_in_one_column_passes_over_the_words_of_the_other_text(
    old_words: PairView,
) -> None:
    layout = layout_of(old_words, Mode.ONE_COLUMN)
    forwards = step(layout, Side.REWRITE, 8, Motion.CHARACTER, stay=True)
    assert forwards == (Side.REWRITE, 9)
    assert step(layout, Side.REWRITE, 9, Motion.CHARACTER, stay=True) == (Side.REWRITE, 10)
    assert step(layout, Side.ORIGINAL, 10, Motion.CHARACTER_BACK, stay=True) == (
        Side.ORIGINAL,
        10,
    )


@pytest.mark.parametrize(
    ("motion", "wanted"), [(Motion.LINE_START, 10), (Motion.LINE_END, 19), (Motion.TEXT_END, 20)]
)
def test_a_selection_goes_to_the_nearest_word_of_its_own_text(
    old_words: PairView, motion: Motion, wanted: int
) -> None:
    layout = layout_of(old_words, Mode.ONE_COLUMN)
    assert step(layout, Side.ORIGINAL, 14, motion, stay=True) == (Side.ORIGINAL, wanted)


def test_a_text_without_paragraphs_ends_where_it_begins() -> None:
    empty = layout_of(made_pair("It rained.", "", "0=-", paragraphs="0=-"), Mode.SIDE_BY_SIDE)
    assert step(empty, Side.REWRITE, 0, Motion.TEXT_END) == (Side.REWRITE, 0)
