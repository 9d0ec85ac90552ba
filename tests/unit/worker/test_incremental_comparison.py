from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from facing_pages import Cancelled
from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.errors import Problem
from facing_pages.core.model import Side
from facing_pages.core.progress import Stage
from facing_pages.session.pair import Request, Source
from facing_pages.worker import incremental_comparison as comparing
from facing_pages.worker.comparison_steps import MarksFound, RowsAligned, SideFailed, TextsRead
from facing_pages.worker.incremental_comparison import compare_in_steps

SENTENCES = [
    f"On day {k} the keeper counted {k + 3} boats and lit lamp number {k}." for k in range(100)
]
ORIGINAL = "\n\n".join(SENTENCES)
REWRITE = "\n\n".join(line.replace("counted", "saw") for line in SENTENCES)


def pasted(original: str, rewrite: str) -> Request:
    return Request(Source(pasted=original, name="one"), Source(pasted=rewrite, name="two"))


def test_texts_come_first_then_rows_then_marks(sample: tuple[Path, Path]) -> None:
    request = Request(Source(path=str(sample[0])), Source(path=str(sample[1])))
    steps = list(compare_in_steps(request))
    assert isinstance(steps[0], TextsRead)
    assert isinstance(steps[1], RowsAligned)
    assert all(isinstance(step, MarksFound) for step in steps[2:])
    assert isinstance(steps[-1], MarksFound)
    assert steps[-1].changes.done == 1.0
    assert steps[-1].changes.statistics is not None


def test_marks_are_found_from_the_visible_row_outward() -> None:
    steps = compare_in_steps(pasted(ORIGINAL, REWRITE), focus=lambda: 50)
    first = next(step for step in steps if isinstance(step, MarksFound))
    rows = np.unique(first.changes.table[:, 6])
    assert rows.min() >= 50 - comparing.LINKS_BEFORE
    assert 50 in rows


def test_the_order_of_work_does_not_change_the_result() -> None:
    tables = []
    for row in (0, 85):
        *_, last = compare_in_steps(pasted(ORIGINAL, REWRITE), focus=lambda row=row: row)
        assert isinstance(last, MarksFound)
        tables.append(last.changes.table)
    assert (tables[0] == tables[1]).all()


@pytest.mark.skipif(not has_encoder(), reason="onnxruntime is not installed")
def test_what_is_on_screen_is_refined_before_the_rest_is_looked_at() -> None:
    reports: list[tuple[Stage, float]] = []
    steps = compare_in_steps(
        pasted(ORIGINAL, REWRITE), progress=lambda stage, share: reports.append((stage, share))
    )
    done = [step.changes.done for step in steps if isinstance(step, MarksFound)]
    assert done == sorted(done)
    assert done.index(1.0) < len(done)
    assert [stage for stage, _ in reports][-1] is Stage.REFINING
    shown = comparing.SHOWN_BEHIND / len(SENTENCES)
    assert sum(share <= shown for share in done) >= comparing.SHOWN_BEHIND / max(
        comparing.SHOWN_AT_A_TIME, comparing.REFINED_AT_A_TIME
    )


def test_without_the_encoder_the_quick_look_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(comparing, "has_encoder", lambda: False)
    reports: list[Stage] = []
    steps = compare_in_steps(
        pasted(ORIGINAL, REWRITE), progress=lambda stage, share: reports.append(stage)
    )
    *_, last = steps
    assert isinstance(last, MarksFound)
    assert last.changes.done == 1.0
    assert Stage.REFINING not in reports[:-1]


def test_every_unreadable_side_is_named(tmp_path: Path) -> None:
    request = Request(Source(path=str(tmp_path / "a.txt")), Source(path=str(tmp_path)))
    steps = list(compare_in_steps(request))
    assert [(step.side, step.error.problem) for step in steps if isinstance(step, SideFailed)] == [
        (Side.ORIGINAL, Problem.MISSING),
        (Side.REWRITE, Problem.FOLDER),
    ]


class StopAt:
    def __init__(self, calls: int) -> None:
        self.left = calls

    def is_cancelled(self) -> bool:
        self.left -= 1
        return self.left <= 0


@pytest.mark.parametrize("calls", [1, 2, 3, 5])
def test_it_stops_when_asked(calls: int) -> None:
    with pytest.raises(Cancelled):
        list(compare_in_steps(pasted(ORIGINAL, REWRITE), cancel=StopAt(calls)))
