from __future__ import annotations

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.placed import FoldLine
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit

RUN = FoldLine(24, Side.ORIGINAL, Span(10, 20), 2)


def test_a_fold_holds_the_characters_of_its_side() -> None:
    places = [(Side.ORIGINAL, at) for at in (9, 10, 19, 20)]
    assert [RUN.holds(*place) for place in places] == [False, True, True, False]
    assert not RUN.holds(Side.REWRITE, 15)


def test_only_rows_that_both_sides_have_are_unchanged() -> None:
    assert not RUN.is_unchanged
    assert FoldLine(0, Side.ORIGINAL, Span(0, 9), 3, FoldedUnit.UNCHANGED_ROW).is_unchanged
