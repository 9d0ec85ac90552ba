from __future__ import annotations

from functools import cache

import numpy as np

from facing_pages import compare
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.grouping import HEADING_LINE, grouped
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.one_column import view_of

ORIGINAL = (
    "The lamp was quiet when she came very slowly down to it.\n\n"
    "Nobody had told her about the storm."
)
REWRITE = "The lamp was silent when she came down to it.\n\nNobody had warned her about the storm."


@cache
def pages() -> PairView:
    return view_of(compare(ORIGINAL, REWRITE))


def numbers() -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    return np.arange(len(pages().changes), dtype=np.intp)


def test_in_reading_order_there_are_no_headings() -> None:
    found = grouped(pages(), numbers(), Grouping.READING_ORDER)
    assert found.changes.tolist() == numbers().tolist()
    assert not any(found.is_heading(line) for line in range(len(found)))


def test_each_paragraph_has_a_heading_with_the_number_of_its_changes() -> None:
    found = grouped(pages(), numbers(), Grouping.PARAGRAPHS)
    assert found.changes.tolist() == [HEADING_LINE, 0, 1, HEADING_LINE, 2]
    assert [found.heading(pages(), line).split(" · ")[1] for line in (0, 3)] == [
        "2 changes",
        "1 change",
    ]
    assert (found.line_of(2), found.line_of(7)) == (4, None)


def test_kinds_come_strongest_first() -> None:
    found = grouped(pages(), numbers(), Grouping.KINDS)
    kinds = [found.groups[line] for line in range(len(found)) if found.is_heading(line)]
    assert kinds == sorted(kinds, reverse=True)
    assert set(kinds) == {ViewKind.REMOVED, ViewKind.REWORDED}


def test_without_changes_there_is_no_line() -> None:
    assert len(grouped(pages(), numbers()[:0], Grouping.KINDS)) == 0
