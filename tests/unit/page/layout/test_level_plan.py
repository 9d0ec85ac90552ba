from __future__ import annotations

import pytest

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.page.layout.level_plan import (
    MAX_DRIFT,
    MAX_WHITE,
    MeasuredRow,
    Step,
    Stretch,
    level_plan,
)
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit, LackingRun

RUN = LackingRun(Side.ORIGINAL, Span(10, 20), 2)


def step(original: float, rewrite: float, run: float = 0.0) -> Step:
    """Return a step of linked sentences, and a run of the original after them."""
    stretches = (Stretch(original), Stretch(run, RUN)) if run else (Stretch(original),)
    return Both(stretches, (Stretch(rewrite),))


def row(*steps: Step, **options: object) -> MeasuredRow:
    return MeasuredRow(steps, 0.75, **options)  # type: ignore[arg-type]


@pytest.mark.parametrize(("drift", "breaks"), [(MAX_DRIFT, ()), (MAX_DRIFT + 1, (1,))])
def test_the_sides_are_brought_level_where_they_drifted_too_far(
    drift: int, breaks: tuple[int, ...]
) -> None:
    assert level_plan(row(step(1 + drift, 1), step(3, 3))).breaks == breaks
    assert level_plan(row(step(1, 1 + drift), step(3, 3))).breaks == breaks


def test_drift_is_counted_in_lines_that_are_reached() -> None:
    assert level_plan(row(step(3.9, 1.0), step(3, 3))).breaks == ()
    assert level_plan(row(step(4.0, 1.9), step(3, 3))).breaks == (1,)


def test_drift_that_comes_and_goes_breaks_nothing() -> None:
    assert level_plan(row(step(2, 4), step(4, 2), step(2, 4), step(4, 2))).breaks == ()


def test_after_a_break_drift_is_counted_anew() -> None:
    plan = level_plan(row(*[step(3, 2)] * 9))
    assert plan.breaks == (3, 6)


def test_too_much_white_at_the_end_is_divided() -> None:
    # Two lines of drift at the last step are no break in themselves, but leave six lines below it.
    plan = level_plan(row(step(3, 1), step(5, 1)))
    assert plan.breaks == (1,)
    assert level_plan(row(step(3, 1), step(3, 1))).breaks == ()


@pytest.mark.parametrize(("lines", "is_folded"), [(MAX_WHITE, False), (MAX_WHITE + 0.1, True)])
def test_a_run_of_more_than_four_lines_is_folded(lines: float, is_folded: bool) -> None:
    plan = level_plan(row(step(1, 1, run=lines), step(3, 3)))
    assert plan.folded == ({RUN} if is_folded else set())


def test_a_shorter_run_is_folded_where_it_leaves_too_much_white() -> None:
    assert level_plan(row(step(3, 1, run=3.0), step(3, 3))).folded == {RUN}
    assert level_plan(row(step(1, 1, run=3.0), step(3, 3))).folded == set()


def test_behind_a_fold_both_sides_start_level() -> None:
    assert level_plan(row(step(1, 1, run=9.0), step(3, 3))).breaks == (1,)


def test_an_open_run_stays_open() -> None:
    plan = level_plan(row(step(1, 1, run=9.0), step(3, 3), opened=frozenset({RUN})))
    assert plan.folded == set()
    assert plan.breaks == (1,)


def test_a_sentence_is_broken_inside_only_where_nothing_else_helps() -> None:
    inner = frozenset({1})
    assert level_plan(row(step(3, 1), step(5, 1), inner=inner)).breaks == (1,)
    assert level_plan(row(step(4, 1), step(3, 3), inner=inner)).breaks == ()


def test_words_are_not_folded_for_the_white_beside_them() -> None:
    words = LackingRun(Side.ORIGINAL, Span(10, 20), 9, FoldedUnit.WORD)
    short = Both((Stretch(4.0), Stretch(3.0, words)), (Stretch(1.0),))
    assert level_plan(row(short, step(3, 3))).folded == set()


def test_what_cannot_be_helped_is_left() -> None:
    plan = level_plan(row(step(12, 2), step(12, 2)))
    assert (plan.breaks, plan.folded) == ((1,), frozenset())


def test_a_paragraph_starts_in_a_new_line_below_a_gap() -> None:
    new = Both((Stretch(1.0), Stretch(1.0, starts_paragraph=True)), (Stretch(2.0),))
    assert level_plan(row(*[new] * 2, step(2, 2))).breaks == ()
    assert level_plan(row(*[new] * 4, step(2, 2))).breaks == (4,)
