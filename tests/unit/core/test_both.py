"""One value for each of the two texts."""

from __future__ import annotations

import pytest

from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Change, ChangeKind, Side, Span


def test_a_value_is_found_by_its_side() -> None:
    pair = Both("was", "now")
    assert (pair[Side.ORIGINAL], pair[Side.REWRITE]) == ("was", "now")
    assert list(pair.items()) == [(Side.ORIGINAL, "was"), (Side.REWRITE, "now")]


def test_the_original_comes_first() -> None:
    original, rewrite = Both(1, 2)
    assert (original, rewrite) == (1, 2)
    assert Both.of(lambda side: side.value) == Both("original", "rewrite")


def test_both_are_worked_on_alike() -> None:
    assert Both("one", "three").map(len) == Both(3, 5)
    assert Both(3, 5).with_other(Both(1, 2), lambda a, b: a - b) == Both(2, 3)


def test_swapping_twice_changes_nothing() -> None:
    assert Both(1, 2).swapped == Both(2, 1)
    assert Both(1, 2).swapped.swapped == Both(1, 2)


def test_a_side_is_taken_from_whatever_has_two() -> None:
    change = Change(ChangeKind.ADDED, None, Span(2, 5), 0)
    assert of_side(change, Side.ORIGINAL) is None
    assert of_side(change, Side.REWRITE) == Span(2, 5)


def test_a_number_is_no_side() -> None:
    with pytest.raises(TypeError):
        Both("was", "now")[0]  # type: ignore[index]
