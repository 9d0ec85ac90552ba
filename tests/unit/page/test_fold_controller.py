from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.placed import FoldLine
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_parts import PageParts

LONG = "The keeper of the lamp went down to the harbour and counted the boats once more"
RUN = " ".join(f"{LONG}, and number {n} was gone." for n in range(4))


@pytest.fixture
def lacking() -> PairView:
    """Return a paragraph and a row of their own that the rewrite lacks."""
    return made_pair(
        f"First it rained. {RUN} Then it froze.\n\n{RUN}\n\nAt last.",
        "First it rained. Then it froze.\n\nAt last.",
        "0=0 1=- 2=- 3=- 4=- 5=1 6=- 7=- 8=- 9=- 10=2",
        paragraphs="0=0 1=- 2=1",
    )


@pytest.fixture
def page(lacking: PairView) -> PageParts:
    return PageParts(lacking)


def folds_of(page: PageParts) -> list[FoldLine]:
    return [fold for _, _, fold in page.scrolling.visible_folds()]


def point_of(page: PageParts, number: int) -> QPointF:
    """Return the middle of the line of a fold on screen."""
    _, top, fold = page.scrolling.visible_folds()[number]
    style = page.model.style
    return QPointF(style.column_x(fold.side) + 40, top + fold.y + style.line_height / 2)


def test_before_there_is_a_pair_nothing_is_folded() -> None:
    folding = PageParts().folding
    folding.unfold_all()
    folding.fold_again()
    folding.toggle_here()
    folding.show_row(3)
    folding.show_place(Side.ORIGINAL, 3)
    assert folding.at(QPointF(100, 100)) is None
    assert folding.hiding(Side.ORIGINAL, 3) is None
    assert folding.around(Side.ORIGINAL, 3) is None


def test_a_run_in_a_row_and_a_row_of_its_own_are_folded_alike(page: PageParts) -> None:
    assert [(fold.count, fold.is_open) for fold in folds_of(page)] == [(4, False), (4, False)]


@pytest.mark.parametrize("number", [0, 1])
def test_a_click_opens_and_another_one_closes(page: PageParts, number: int) -> None:
    before = page.layout.page.heights.total
    page.click(point_of(page, number))
    assert [fold.is_open for fold in folds_of(page)] == [number == 0, number == 1]
    assert page.layout.page.heights.total > before
    page.click(point_of(page, number))
    assert [fold.is_open for fold in folds_of(page)] == [False, False]


def test_beside_the_line_of_a_fold_there_is_none(page: PageParts) -> None:
    point = point_of(page, 0)
    assert page.folding.at(point) is folds_of(page)[0]
    assert page.folding.at(QPointF(page.model.style.rewrite_x + 40, point.y())) is None
    below = QPointF(point.x(), point.y() + page.model.style.line_height)
    assert page.folding.at(below) is None


def test_all_is_unfolded_and_folded_again(page: PageParts) -> None:
    page.folding.unfold_all()
    assert [fold.is_open for fold in folds_of(page)] == [True, True]
    page.folding.toggle(folds_of(page)[0])
    assert [fold.is_open for fold in folds_of(page)] == [False, True]
    page.folding.fold_again()
    assert [fold.is_open for fold in folds_of(page)] == [False, False]


@pytest.mark.parametrize("occurrence", [0, 1])
def test_going_to_a_place_opens_what_hides_it(
    page: PageParts, lacking: PairView, occurrence: int
) -> None:
    text = lacking.original.text
    at = text.index("number 2") if occurrence == 0 else text.rindex("number 2")
    assert page.folding.hiding(Side.ORIGINAL, at) is not None
    page.scrolling.bring_into_view(Side.ORIGINAL, at)
    assert page.folding.hiding(Side.ORIGINAL, at) is None
    assert page.folding.around(Side.ORIGINAL, at) is not None
    assert [fold.is_open for fold in folds_of(page)].count(True) == 1


def test_the_caret_stops_on_a_fold_and_return_opens_it(page: PageParts, lacking: PairView) -> None:
    page.caret.put(Side.ORIGINAL, 3)
    page.press_key(Qt.Key.Key_Down)
    assert page.caret.place == (Side.ORIGINAL, lacking.original.text.index("The keeper"))
    page.press_key(Qt.Key.Key_Down)
    assert page.caret.place is not None
    assert lacking.original.text.index("Then") < page.caret.place[1] < 440
    page.press_key(Qt.Key.Key_Up)
    assert page.press_key(Qt.Key.Key_Return)
    assert folds_of(page)[0].is_open
    page.folding.toggle_here()
    assert not folds_of(page)[0].is_open


def test_without_a_caret_on_it_the_first_fold_is_opened(page: PageParts) -> None:
    page.caret.put(Side.REWRITE, 3)
    page.folding.toggle_here()
    page.folding.toggle_here()
    assert [fold.is_open for fold in folds_of(page)] == [True, True]


def test_a_selection_over_a_fold_is_copied_whole(page: PageParts, lacking: PairView) -> None:
    page.drag(page.point_of(Side.ORIGINAL, 0), page.point_of(Side.ORIGINAL, 9))
    end = lacking.original.text.index("Then") + 4
    page.caret.select(Side.ORIGINAL, Span(0, end))
    assert page.copying.selected_text() == lacking.original.text[:end]


def test_another_width_keeps_what_was_opened(page: PageParts) -> None:
    page.click(point_of(page, 0))
    page.model.resize(900, 600)
    assert [fold.is_open for fold in folds_of(page)] == [True, False]


def test_another_pair_is_folded(page: PageParts, lacking: PairView) -> None:
    page.folding.unfold_all()
    page.model.set_pages(lacking, keep_place=False)
    assert [fold.is_open for fold in folds_of(page)] == [False, False]
