from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.model import Side
from facing_pages.page.caret_lines import line_after, lines_in_row
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import HIDDEN, SHOWN, Folds
from facing_pages.viewmodel.visible_marks import VisibleMarks
from tests.helpers.made_pairs import made_pair
from tests.helpers.page_layouts import style_of

LONG = "The keeper of the lamp went down to the harbour and counted the boats once more"
RUN = " ".join(f"{LONG}, and number {n} was gone." for n in range(4))


@pytest.fixture
def layout() -> PairLayout:
    """Return a page with a run folded in its first row, and the two rows below it folded."""
    pages = made_pair(
        f"First it rained. {RUN} Then.\n\nOne.\n\nTwo.\n\nAt last.",
        "First it rained. Then.\n\nOne.\n\nTwo.\n\nAt last.",
        "0=0 1=- 2=- 3=- 4=- 5=1 6=2 7=3 8=4",
        paragraphs="0=0 1=1 2=2 3=3",
    )
    folds = Folds(np.array([SHOWN, 2, HIDDEN, SHOWN], dtype=np.int32))
    return PairLayout(VisibleMarks(pages, Filter()), style_of(), folds, Side.ORIGINAL)


def test_lines_of_text_and_of_folds_are_in_one_order(layout: PairLayout) -> None:
    lines = lines_in_row(layout, 0, Side.ORIGINAL)
    assert [line.placed is not None for line in lines] == [True, False, True]
    assert [line.y for line in lines] == sorted(line.y for line in lines)
    assert len(lines_in_row(layout, 0, Side.REWRITE)) == 2


@pytest.mark.parametrize("side", Side)
def test_the_line_of_unchanged_rows_is_in_both_columns(layout: PairLayout, side: Side) -> None:
    (line,) = lines_in_row(layout, 1, side)
    assert line.place == (side, layout.shown.pages.text(side).text.index("One"))


def test_a_caret_goes_through_all_of_them_and_back(layout: PairLayout) -> None:
    text = layout.shown.pages.original.text
    caret, found = (Side.ORIGINAL, 0), []
    while (line := line_after(layout, caret, back=False)) is not None:
        caret = line.place
        if line.placed is not None:
            caret = line.placed.place_of(line.placed.layout.line_ends(line.line)[0])
        found.append(text[caret[1] :][:5])
    assert found == ["The k", "Then.", "One.\n", "At la"]
    above = line_after(layout, caret, back=True)
    assert above is not None
    assert above.place == (Side.ORIGINAL, text.index("One"))
