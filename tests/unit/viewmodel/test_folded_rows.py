from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folded_rows import (
    HIDDEN,
    SHOWN,
    FoldChoice,
    fold_unchanged,
    no_folds,
)
from facing_pages.viewmodel.pair_view import ChangeTable, PairView, empty_table
from facing_pages.viewmodel.table_columns import ChangeColumn
from tests.helpers.made_pairs import made_pair
from tests.helpers.pair_views import pair_of

TEXT = [f"On day {k} the keeper counted {k + 3} boats in the harbour." for k in range(12)]


@pytest.fixture(scope="module")
def pages() -> object:
    changed = [line.replace("counted", "saw") if k == 5 else line for k, line in enumerate(TEXT)]
    return pair_of("\n\n".join(TEXT), "\n\n".join(changed))


def test_what_did_not_change_is_folded_but_for_the_neighbours(pages) -> None:  # type: ignore[no-untyped-def]
    folds = fold_unchanged(pages, Filter())
    assert folds.states.tolist() == [4, *[HIDDEN] * 3, *[SHOWN] * 3, 5, *[HIDDEN] * 4]
    assert folds.head_of(3) == 0
    assert folds.head_of(5) == 5
    assert len(folds) == 2


def test_kinds_that_are_not_shown_do_not_keep_a_paragraph(pages) -> None:  # type: ignore[no-untyped-def]
    folds = fold_unchanged(pages, Filter(frozenset({ViewKind.MOVED})))
    assert folds.count_at(0) == 12


@pytest.mark.parametrize(
    ("kinds", "folded"),
    [
        (Filter().kinds, [4, *[HIDDEN] * 3, *[SHOWN] * 3, 5, *[HIDDEN] * 4]),
        (frozenset(ViewKind), [SHOWN] * 12),  # also a row that says the same may differ
    ],
)
def test_rows_whose_words_are_not_known_yet_are_not_folded(
    pages: PairView, kinds: frozenset[ViewKind], folded: list[int]
) -> None:
    unknown = ChangeTable(empty_table(ChangeColumn), 0.0)
    assert fold_unchanged(replace(pages, changes=unknown), Filter(kinds)).states.tolist() == folded


def test_folds_are_opened_one_by_one_and_closed_again(pages) -> None:  # type: ignore[no-untyped-def]
    choice = FoldChoice()
    assert len(choice.folds(pages, Filter())) == 0
    assert choice.hide(True)
    assert not choice.hide(True)
    choice.unfold([9])
    assert len(choice.folds(pages, Filter())) == 1
    choice.fold_again()
    assert len(choice.folds(pages, Filter())) == 2


def rows(count: int, *changed: int) -> PairView:
    """Return rows of a sentence each, some of them changed."""
    lines = [f"On day {number} it rained." for number in range(count)]
    new = [
        line.replace(f"day {number} it rained", f"day {number} there was sun")
        if number in changed
        else line
        for number, line in enumerate(lines)
    ]
    links = " ".join(f"{number}={number}" for number in range(count))
    changes = [("reworded", f"{number} it rained", f"{number} there was sun") for number in changed]
    return made_pair("\n\n".join(lines), "\n\n".join(new), links, paragraphs=links, changes=changes)


@pytest.mark.parametrize(
    ("count", "changed", "folded"),
    [
        (3, 0, [SHOWN, SHOWN, SHOWN]),  # one unchanged row is left
        (4, 0, [SHOWN, SHOWN, 2, HIDDEN]),  # two are folded
        (4, 3, [2, HIDDEN, SHOWN, SHOWN]),
    ],
)
def test_a_run_of_a_single_row_is_left(count: int, changed: int, folded: list[int]) -> None:
    assert fold_unchanged(rows(count, changed), Filter()).states.tolist() == folded


@pytest.mark.parametrize(("row", "is_open"), [(1, False), (2, True), (4, True), (5, False)])
def test_a_fold_is_opened_by_one_of_its_rows(row: int, is_open: bool) -> None:
    folds = fold_unchanged(rows(7, 0, 6), Filter(), [row])
    assert folds.is_shown(2) is is_open
    assert folds.count_at(2) == (0 if is_open else 3)


def test_a_row_that_is_shown_is_no_fold() -> None:
    folds = no_folds(rows(2))
    assert [folds.count_at(row) for row in range(2)] == [0, 0]


def test_before_the_pair_is_aligned_nothing_is_folded() -> None:
    unaligned = replace(rows(5), is_aligned=False)
    assert fold_unchanged(unaligned, Filter()).states.tolist() == [SHOWN] * 5


def test_both_halves_of_a_move_are_left_in_sight_whatever_is_shown() -> None:
    text = [f"On day {number} it rained." for number in range(8)]
    moved = made_pair(
        "\n\n".join(text),
        "\n\n".join([text[7], *text[:7]]),
        "0=1 1=2 2=3 3=4 4=5 5=6 6=7 7~0",
        paragraphs="0=1 1=2 2=3 3=4 4=5 5=6 6=7 7~0",
    )
    folds = fold_unchanged(moved, Filter(frozenset()))
    assert folds.states.tolist() == [SHOWN, SHOWN, 5, *[HIDDEN] * 4, SHOWN, SHOWN]


def test_what_was_unfolded_is_folded_when_rows_are_hidden_anew() -> None:
    choice, pages = FoldChoice(), rows(7, 0)
    choice.hide(True)
    choice.unfold([3])
    choice.hide(False)
    choice.hide(True)
    assert len(choice.folds(pages, Filter())) == 1
