from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import ViewKind, Weight
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folding.folded_rows import (
    HIDDEN,
    SHOWN,
    FoldChoice,
    Opened,
    fold_left_out,
    fold_unchanged,
    no_folds,
)
from facing_pages.viewmodel.folding.row_sentences import text_of_rows
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
    ("weight", "folded"),
    [
        (Weight.WORDING, [4, *[HIDDEN] * 3, *[SHOWN] * 3, 5, *[HIDDEN] * 4]),
        (Weight.PUNCTUATION, [SHOWN] * 12),  # also a row that says the same may differ
    ],
)
def test_rows_whose_words_are_not_known_yet_are_not_folded(
    pages: PairView, weight: Weight, folded: list[int]
) -> None:
    unknown = ChangeTable(empty_table(ChangeColumn), 0.0)
    folds = fold_unchanged(replace(pages, changes=unknown), Filter(weight=weight))
    assert folds.states.tolist() == folded


def test_folds_are_opened_one_by_one_and_closed_again(pages) -> None:  # type: ignore[no-untyped-def]
    choice = FoldChoice()
    assert len(choice.folds(pages, Filter())) == 0
    assert choice.hide(True)
    assert not choice.hide(True)
    choice.set_open(*fold_of(pages, Span(7, 12)), is_open=True)
    folds = choice.folds(pages, Filter())
    assert len(folds) == 1
    assert (folds.opened_at(7), folds.opened_at(0)) == (5, 0)
    choice.set_open(*fold_of(pages, Span(7, 12)), is_open=False)
    assert len(choice.folds(pages, Filter())) == 2
    choice.unfold_all()
    assert len(choice.folds(pages, Filter())) == 0
    choice.set_open(*fold_of(pages, Span(0, 4)), is_open=False)
    assert choice.folds(pages, Filter()).count_at(0) == 4
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


def fold_of(pages: PairView, rows: Span) -> tuple[Side, Span]:
    """Return what a fold of rows hides, as it is named."""
    return Side.ORIGINAL, text_of_rows(pages, Side.ORIGINAL, rows)


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
    pages = rows(7, 0, 6)
    opened = Opened().changed(*fold_of(pages, Span(row, row + 1)), is_open=True)
    folds = fold_unchanged(pages, Filter(), opened)
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
    choice.set_open(*fold_of(pages, Span(3, 4)), is_open=True)
    choice.hide(False)
    choice.hide(True)
    assert len(choice.folds(pages, Filter())) == 1


def lacking(*lengths: int) -> PairView:
    """Return rows of some characters each that the rewrite lacks, between two that it has."""
    lines = ["She came.", *("x" * (length - 1) + "." for length in lengths), "She went."]
    gone = " ".join(f"{k}=-" for k in range(1, len(lengths) + 1))
    links = f"0=0 {gone} {len(lengths) + 1}=1"
    return made_pair("\n\n".join(lines), "She came.\n\nShe went.", links, paragraphs=links)


@pytest.mark.parametrize(
    ("lengths", "folded"),
    [
        ((200,), [SHOWN]),  # four lines
        ((201,), [1]),
        ((50, 50, 50, 50), [SHOWN] * 4),
        ((51, 50, 50, 50), [4, HIDDEN, HIDDEN, HIDDEN]),
    ],
)
def test_rows_that_one_side_lacks_are_folded_if_they_have_more_than_four_lines(
    lengths: tuple[int, ...], folded: list[int]
) -> None:
    pages = lacking(*lengths)
    folds = fold_left_out(pages, no_folds(pages), 50.0)
    assert folds.states.tolist() == [SHOWN, *folded, SHOWN]


def test_of_both_texts_what_the_other_lacks_is_folded_by_itself() -> None:
    line = "x" * 300 + "."
    pages = made_pair(
        f"She came.\n\n{line}", f"She came.\n\ny{line}", "0=0 1=- -=1", paragraphs="0=0 1=- -=1"
    )
    assert fold_left_out(pages, no_folds(pages), 50.0).states.tolist() == [SHOWN, 1, 1]


def test_what_moved_is_not_left_out() -> None:
    line = "x" * 300 + "."
    pages = made_pair(
        f"{line}\n\nShe came.", f"She came.\n\n{line}", "0~1 1=0", paragraphs="0~1 1=0"
    )
    assert fold_left_out(pages, no_folds(pages), 50.0).states.tolist() == [SHOWN] * 3


def test_what_one_side_lacks_is_folded_on_request_only() -> None:
    choice, pages = FoldChoice(), lacking(300)
    assert len(choice.folds(pages, Filter())) == 0
    assert len(choice.folds(pages, Filter(), 50.0)) == 1
    unaligned = replace(pages, is_aligned=False)
    assert len(choice.folds(unaligned, Filter(), 50.0)) == 0
