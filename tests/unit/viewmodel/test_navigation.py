from __future__ import annotations

import numpy as np

from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter, shown_kinds
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import ChangeTable

KINDS = [ViewKind.REWORDED, ViewKind.MINOR, ViewKind.ADDED, ViewKind.MINOR, ViewKind.REMOVED]
TABLE = ChangeTable(
    np.array(
        [[kind, 0, 0, 1, 0, 1, row, row, 0, -1, -1] for row, kind in enumerate(KINDS)], np.int32
    ),
    1.0,
)


def test_hidden_kinds_are_stepped_over() -> None:
    navigation = Navigation(TABLE, Filter())
    assert [navigation.next(None), navigation.next(0), navigation.next(2)] == [0, 2, 4]
    assert navigation.next(4) is None
    assert [navigation.previous(None), navigation.previous(4), navigation.previous(0)] == [
        4,
        2,
        None,
    ]


def test_a_step_starts_at_the_row_on_screen() -> None:
    navigation = Navigation(TABLE, Filter())
    assert navigation.first_from_row(1) == 2
    assert navigation.first_from_row(9) is None


def test_places_count_shown_changes_only() -> None:
    navigation = Navigation(TABLE, Filter())
    assert [navigation.place(n) for n in (0, 1, 2, 4, None)] == [0, None, 1, 2, None]


def test_kinds_are_switched_one_by_one() -> None:
    chosen = Filter().toggled(ViewKind.MINOR).toggled(ViewKind.ADDED)
    assert chosen.shows(ViewKind.MINOR)
    assert not chosen.shows(ViewKind.ADDED)
    assert len(Navigation(TABLE, chosen)) == 4


def test_all_kinds_are_counted_hidden_or_not() -> None:
    assert Navigation(TABLE, Filter()).counts()[ViewKind.MINOR] == 2


def test_unknown_kinds_in_settings_are_left_out() -> None:
    assert shown_kinds(["ADDED", "NONSENSE"]) == {ViewKind.ADDED}


def test_the_change_before_the_second_shown_one_is_the_first() -> None:
    assert Navigation(TABLE, Filter()).previous(2) == 0


def test_a_change_behind_the_last_shown_one_has_no_place() -> None:
    assert Navigation(TABLE, Filter()).place(9) is None
    assert Navigation(TABLE, Filter(frozenset({ViewKind.ADDED}))).place(4) is None


def test_navigation_is_narrowed_to_some_changes_of_those_shown() -> None:
    navigation = Navigation(TABLE, Filter())
    narrowed = navigation.within(np.array([1, 2, 4], dtype=np.intp))
    assert narrowed.shown.tolist() == [2, 4]
    assert (narrowed.next(None), narrowed.place(4), len(narrowed)) == (2, 1, 2)
    assert len(navigation) == 3
