from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from facing_pages import Cancelled
from facing_pages.core.errors import Problem
from facing_pages.core.model import FindingKind, Side, Span
from facing_pages.session.corrections import Corrections, LinkCorrection, Passage
from facing_pages.session.pair import Request, Source
from facing_pages.session.set_aside import SetAside
from facing_pages.worker.comparison_steps import (
    FindingsFound,
    MarksFound,
    RowsAligned,
    SideFailed,
    TextsRead,
)
from facing_pages.worker.incremental_comparison import compare_in_steps, whole_comparison
from facing_pages.worker.worker_cache import WorkerCache

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
    assert all(isinstance(step, MarksFound | FindingsFound) for step in steps[2:])
    assert isinstance(steps[-1], MarksFound)
    assert steps[-1].changes.done == 1.0
    assert steps[-1].changes.statistics is not None


def test_the_order_of_work_does_not_change_the_result() -> None:
    tables = []
    for row in (0, 85):
        *_, last = compare_in_steps(pasted(ORIGINAL, REWRITE), focus=lambda row=row: row)
        assert isinstance(last, MarksFound)
        tables.append(last.changes.table)
    assert (tables[0] == tables[1]).all()


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


def test_an_end_found_in_one_text_stays_one_for_corrections() -> None:
    request = pasted("He left the U.S. Everybody called.", "He left the U.S. Operators called.")
    cache = WorkerCache()
    list(compare_in_steps(request, cache=cache))
    assert cache.documents is not None
    assert [len(document.sentences) for document in cache.documents] == [2, 2]
    text, sentence = cache.documents[1].text, cache.documents[1].sentences[1].span
    correction = LinkCorrection(None, Passage(sentence, (sentence.of(text),)))
    corrected = replace(request, corrections=Corrections(links=(correction,)))
    steps = compare_in_steps(corrected, cache=WorkerCache())
    (rows,) = (step for step in steps if isinstance(step, RowsAligned))
    assert rows.lost == ()
    assert rows.corrections.links == (correction,)


def test_a_report_has_the_findings_that_are_on_screen() -> None:
    request = pasted("It has not rained. 40 boats came.", "It has rained. 45 boats came.")
    cache = WorkerCache()
    steps = list(compare_in_steps(request, cache=cache))
    *_, last = (step.findings for step in steps if isinstance(step, FindingsFound))
    comparison = whole_comparison(cache)
    assert comparison is not None
    assert comparison.findings == tuple(last.entry(number) for number in range(len(last)))
    assert len(last) == 2


def test_a_report_leaves_out_what_was_set_aside() -> None:
    request = pasted("It has not rained. 40 boats came.", "It has rained. 45 boats came.")
    cache = WorkerCache()
    list(compare_in_steps(request, cache=cache))
    said = (("40 boats came.",), ("45 boats came.",))
    known = SetAside(FindingKind.NUMBER, *said, Span(0, 2), Span(0, 2))
    comparison = whole_comparison(cache, known=(known,))
    assert comparison is not None
    assert comparison.findings is not None
    assert [finding.kind for finding in comparison.findings] == [FindingKind.NEGATION]
