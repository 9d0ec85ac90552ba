from __future__ import annotations

from dataclasses import replace

import numpy as np

from facing_pages.marks.kinds import KIND_OF_STYLE, MarkStyle, ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import ChangeTable
from tests.helpers.made_pairs import made_pair

STYLES = [
    MarkStyle.REWORDED,
    MarkStyle.MINOR,
    MarkStyle.ADDED,
    MarkStyle.MINOR,
    MarkStyle.REMOVED,
]
TABLE = np.array(
    [
        [KIND_OF_STYLE[style], style, 0, 1, 0, 1, row, row, 0, -1, -1]
        for row, style in enumerate(STYLES)
    ],
    np.int32,
)
PAGES = replace(made_pair("It rained.", "It poured.", "0=0"), changes=ChangeTable(TABLE, 1.0))


def test_hidden_kinds_are_stepped_over() -> None:
    navigation = Navigation(PAGES, Filter())
    assert [navigation.next(None), navigation.next(0), navigation.next(2)] == [0, 2, 4]
    assert navigation.next(4) is None
    assert [navigation.previous(None), navigation.previous(4), navigation.previous(0)] == [
        4,
        2,
        None,
    ]


def test_a_step_starts_at_the_row_on_screen() -> None:
    navigation = Navigation(PAGES, Filter())
    assert navigation.first_from_row(1) == 2
    assert navigation.first_from_row(9) is None


def test_places_count_shown_changes_only() -> None:
    navigation = Navigation(PAGES, Filter())
    assert [navigation.place(n) for n in (0, 1, 2, 4, None)] == [0, None, 1, 2, None]


def test_kinds_are_switched_one_by_one() -> None:
    chosen = Filter().from_weight(Weight.PUNCTUATION).toggled(ViewKind.ADDED)
    assert len(Navigation(PAGES, chosen)) == 4


def test_hidden_kinds_are_counted_if_they_weigh_enough() -> None:
    counts = Navigation(PAGES, Filter().toggled(ViewKind.ADDED)).counts()
    assert counts[ViewKind.ADDED] == 1
    assert counts[ViewKind.MINOR] == 0


def test_the_change_before_the_second_shown_one_is_the_first() -> None:
    assert Navigation(PAGES, Filter()).previous(2) == 0


def test_a_change_behind_the_last_shown_one_has_no_place() -> None:
    assert Navigation(PAGES, Filter()).place(9) is None
    assert Navigation(PAGES, Filter(frozenset({ViewKind.ADDED}))).place(4) is None


def test_navigation_is_narrowed_to_some_changes_of_those_shown() -> None:
    navigation = Navigation(PAGES, Filter())
    narrowed = navigation.within(np.array([1, 2, 4], dtype=np.intp))
    assert narrowed.shown.tolist() == [2, 4]
    assert (narrowed.next(None), narrowed.place(4), len(narrowed)) == (2, 1, 2)
    assert len(navigation) == 3
