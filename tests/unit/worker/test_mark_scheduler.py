from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.link_pass import LinkPass
from facing_pages.core.progress import Stage
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.worker import mark_scheduler
from facing_pages.worker.comparison_steps import FindingsFound, MarksFound
from facing_pages.worker.incremental_comparison import compare_in_steps
from facing_pages.worker.mark_scheduler import MarkScheduler, PendingQueue

SENTENCES = [
    f"On day {k} the keeper counted {k + 3} boats and lit lamp number {k}." for k in range(100)
]
REWRITTEN = [line.replace("counted", "saw") for line in SENTENCES]
REQUEST = Request(
    *(Source(pasted="\n\n".join(lines), name="text") for lines in (SENTENCES, REWRITTEN))
)


def test_marks_are_found_from_the_visible_row_outward() -> None:
    steps = compare_in_steps(REQUEST, focus=lambda: 50)
    first = next(step for step in steps if isinstance(step, MarksFound))
    rows = np.unique(first.changes.table[:, ChangeColumn.ROW])
    assert rows.min() >= 50 - mark_scheduler.LINKS_BEFORE
    assert 50 in rows


@pytest.mark.skipif(not has_encoder(), reason="onnxruntime is not installed")
def test_what_is_on_screen_is_refined_before_the_rest_is_looked_at() -> None:
    reports: list[tuple[Stage, float]] = []
    steps = compare_in_steps(REQUEST, progress=lambda stage, share: reports.append((stage, share)))
    done = [step.changes.done for step in steps if isinstance(step, MarksFound)]
    assert done == sorted(done)
    assert done.index(1.0) < len(done)
    assert [stage for stage, _ in reports][-1] is Stage.REFINING
    shown = mark_scheduler.SHOWN_BEHIND / len(SENTENCES)
    assert sum(share <= shown for share in done) >= mark_scheduler.SHOWN_BEHIND / max(
        mark_scheduler.SHOWN_AT_A_TIME, mark_scheduler.REFINED_AT_A_TIME
    )


def test_without_the_encoder_the_quick_look_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mark_scheduler, "has_encoder", lambda: False)
    reports: list[Stage] = []
    steps = compare_in_steps(REQUEST, progress=lambda stage, share: reports.append(stage))
    *_, last = steps
    assert isinstance(last, MarksFound)
    assert last.changes.done == 1.0
    assert Stage.REFINING not in reports[:-1]


def with_other_numbers(*places: int) -> Request:
    lines = [
        line.replace(f"counted {k + 3} ", f"counted {k + 30} ") if k in places else line
        for k, line in enumerate(SENTENCES)
    ]
    texts = ("\n\n".join(SENTENCES), "\n\n".join(lines))
    return Request(*(Source(pasted=text, name="text") for text in texts))


def test_findings_on_screen_come_before_the_marks_of_the_rest() -> None:
    steps = list(compare_in_steps(with_other_numbers(3, 50, 97), focus=lambda: 50))
    first = next(k for k, step in enumerate(steps) if isinstance(step, FindingsFound))
    found = steps[first]
    assert isinstance(found, FindingsFound)
    assert [found.findings.entry(n).link for n in range(len(found.findings))] == [50]
    assert found.findings.done < 1.0
    before = [step.changes.done for step in steps[:first] if isinstance(step, MarksFound)]
    assert max(before) < 1.0


def test_all_findings_are_there_in_the_end_in_their_order() -> None:
    steps = list(compare_in_steps(with_other_numbers(3, 50, 97), focus=lambda: 50))
    *_, last = (step.findings for step in steps if isinstance(step, FindingsFound))
    assert [last.entry(n).link for n in range(len(last))] == [3, 50, 97]
    assert last.done == 1.0


class Clock:
    """A clock that goes on by what the links and tables of a book take."""

    now = 0.0

    def process_time(self) -> float:
        return self.now

    monotonic = process_time


def test_tables_that_take_long_are_made_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, compare, table = Clock(), LinkPass.compare, MarkScheduler._known_table

    def compared(*arguments: Any, **options: Any) -> Any:
        clock.now += 0.02
        return compare(*arguments, **options)

    def made(*arguments: Any, **options: Any) -> Any:
        clock.now += 3.0
        return table(*arguments, **options)

    monkeypatch.setattr(mark_scheduler, "time", clock)
    monkeypatch.setattr(LinkPass, "compare", compared)
    monkeypatch.setattr(MarkScheduler, "_known_table", made)
    steps = compare_in_steps(REQUEST, focus=lambda: 50)
    # One for the first links on screen, one when all have been compared quickly, and the last.
    assert len([step for step in steps if isinstance(step, MarksFound)]) == 3


def test_small_tables_are_sent_for_each_look_at_the_screen() -> None:
    steps = compare_in_steps(REQUEST, focus=lambda: 50)
    shown = [step for step in steps if isinstance(step, MarksFound)]
    size = max(mark_scheduler.SHOWN_AT_A_TIME, mark_scheduler.REFINED_AT_A_TIME)
    assert len(shown) >= mark_scheduler.SHOWN_BEHIND / size


# --- the queue ---------------------------------------------------------------------------------


def test_numbers_are_taken_from_a_place_on_and_only_once() -> None:
    queue = PendingQueue(6)
    assert queue.take(2, 2) == [2, 3]
    assert queue.take(1, 3) == [1, 4, 5]
    assert queue.take(0, 9) == [0]
    assert queue.take(0, 9) == []


def test_a_stop_is_not_taken() -> None:
    queue = PendingQueue(6)
    assert queue.take(1, 9, stop=3) == [1, 2]
    assert queue.take(4, 9, stop=99) == [4, 5]
    assert queue.take(99, 9) == []


def test_a_queue_knows_what_was_taken() -> None:
    queue = PendingQueue(4)
    queue.take(1, 2)
    assert [queue.has_taken(number) for number in range(4)] == [False, True, True, False]


def test_a_queue_knows_how_much_is_done() -> None:
    queue = PendingQueue(4)
    assert (queue.left, queue.share_done) == (4, 0.0)
    queue.take(0, 3)
    assert (queue.left, queue.share_done) == (1, 0.75)
    assert PendingQueue(0).share_done == 1.0
