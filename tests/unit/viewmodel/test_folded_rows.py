from __future__ import annotations

import pytest

from facing_pages.marks.kinds import ViewKind
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folded_rows import HIDDEN, SHOWN, FoldChoice, fold_unchanged
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


def test_folds_are_opened_one_by_one_and_closed_again(pages) -> None:  # type: ignore[no-untyped-def]
    choice = FoldChoice()
    assert len(choice.folds(pages, Filter())) == 0
    assert choice.hide(True)
    assert not choice.hide(True)
    choice.unfold([9])
    assert len(choice.folds(pages, Filter())) == 1
    choice.fold_again()
    assert len(choice.folds(pages, Filter())) == 2
