from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import ViewKind
from facing_pages.page.layout.placed import FoldLine
from facing_pages.page.painting.fold_painter import fold_room, fold_words, paint_fold
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import HEIGHT, WIDTH, Picture, style_of

BAND = QRectF(0, 0, WIDTH, HEIGHT)
RUN = FoldLine(24, Side.ORIGINAL, Span(0, 9), 2)
ROWS = FoldLine(24, Side.ORIGINAL, Span(0, 9), 2, FoldedUnit.UNCHANGED_ROW)


def painted(fold: FoldLine) -> Picture:
    pages, theme = made_pair("Ann. Bob.", "Cid.", "0=- 1=- -=0"), load_theme("light")
    return Picture(lambda p: paint_fold(p, pages, fold, 100, BAND, style_of(), theme))


@pytest.mark.parametrize(
    ("fold", "words"),
    [
        (RUN, "2 sentences left out"),
        (replace(RUN, count=1), "1 sentence left out"),
        (replace(RUN, side=Side.REWRITE, span=Span(0, 4)), "2 sentences added"),
        (replace(RUN, unit=FoldedUnit.WORD), "2 words left out"),
        (replace(RUN, unit=FoldedUnit.WORD, side=Side.REWRITE, span=Span(0, 4)), "2 words added"),
        (ROWS, "2 unchanged paragraphs"),
    ],
)
def test_the_line_says_what_is_folded(fold: FoldLine, words: str) -> None:
    assert fold_words(made_pair("Ann. Bob.", "Cid.", "0=- 1=- -=0"), fold) == words


def test_sentences_that_have_a_counterpart_elsewhere_are_not_called_left_out() -> None:
    pages = made_pair("Ann. Bob. Cid.", "Cid. Ann.", "0~1 1=- 2=0")
    assert fold_words(pages, RUN).startswith("2 sentences, moved")
    assert fold_words(pages, replace(RUN, unit=FoldedUnit.WORD)).startswith("2 words, moved")


def test_where_sentences_have_rows_unchanged_ones_are_counted_as_such() -> None:
    pages = made_pair("Ann. Bob.", "Ann. Bob.", "0=0 1=1")
    assert fold_words(pages, ROWS, sentences=True) == "2 unchanged sentences"


def test_the_line_of_a_run_is_in_its_column_in_the_colour_of_its_kind() -> None:
    style, theme, picture = style_of(), load_theme("light"), painted(RUN)
    xs = {x for x, _ in picture.painted(0, 0, WIDTH, HEIGHT)}
    assert style.original_x <= min(xs) < max(xs) <= style.original_x + style.column_width
    assert picture.rows_of_color(theme.lines[ViewKind.REMOVED])
    ys = {y for _, y in picture.painted(0, 0, WIDTH, HEIGHT)}
    assert 124 <= min(ys) < max(ys) <= 124 + style.line_height


def test_the_line_of_unchanged_rows_is_as_wide_as_both_columns() -> None:
    style, picture = style_of(), painted(ROWS)
    xs = {x for x, _ in picture.painted(0, 0, WIDTH, HEIGHT)}
    assert min(xs) <= style.original_x + 1
    assert max(xs) >= style.rewrite_x + style.column_width - 2
    assert fold_room(ROWS, 100, BAND, style).top() == 124


def test_an_open_fold_has_another_sign() -> None:
    closed, opened = painted(RUN), painted(replace(RUN, is_open=True))
    everywhere = (0, 0, WIDTH, HEIGHT)
    assert closed.painted(*everywhere) != opened.painted(*everywhere)
