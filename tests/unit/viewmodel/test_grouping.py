from __future__ import annotations

from functools import cache

import numpy as np

from facing_pages import compare
from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.grouping import HEADING_LINE, grouped
from facing_pages.viewmodel.modes import Grouping
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair
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


def test_headings_say_the_kind_or_the_paragraph() -> None:
    by_kind = grouped(pages(), numbers(), Grouping.KINDS)
    said = [by_kind.heading(pages(), n) for n in range(len(by_kind)) if by_kind.is_heading(n)]
    assert said == ["Removed · 1 change", "Reworded · 2 changes"]
    by_paragraph = grouped(pages(), numbers(), Grouping.PARAGRAPHS)
    assert by_paragraph.heading(pages(), 0).startswith("¶ 1")
    assert by_paragraph.heading(pages(), 3).startswith("¶ 2")


def test_neighbours_of_one_group_stand_under_one_heading() -> None:
    rows = made_pair(
        "It rained.\n\nIt snowed and froze.\n\nIt thawed.",
        "It poured.\n\nIt blew and burned.\n\nIt dried.",
        "0=0 1=1 2=2",
        paragraphs="0=0 1=1 2=2",
        changes=[
            ("reworded", "rained", "poured"),
            ("reworded", "snowed", "blew"),
            ("reworded", "froze", "burned"),
            ("reworded", "thawed", "dried"),
        ],
    )
    found = grouped(rows, np.arange(4, dtype=np.intp), Grouping.PARAGRAPHS)
    assert found.changes.tolist() == [HEADING_LINE, 0, HEADING_LINE, 1, 2, HEADING_LINE, 3]
    assert found.groups.tolist() == [0, 0, 1, 1, 1, 2, 2]
    assert found.sizes[found.changes == HEADING_LINE].tolist() == [1, 2, 1]
