"""The first pages of long texts are shown before the whole is aligned."""

from __future__ import annotations

import pytest

from facing_pages import Cancelled
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.pair_view import SIDES, ChangeTable, PairView, RowTable
from facing_pages.worker import first_pages as beginning
from facing_pages.worker.comparison_steps import (
    BeginningAligned,
    MarksFound,
    RowsAligned,
    TextsRead,
    view_after,
)
from facing_pages.worker.incremental_comparison import compare_in_steps

SENTENCES = [
    f"On day {k} the keeper counted {k + 3} boats, lit lamp number {k} and wrote to harbour {k}."
    for k in range(500)
]
BEGINNING = 6_000


@pytest.fixture(autouse=True)
def _short_texts_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beginning, "MIN_LONG_CHARACTERS", 30_000)
    monkeypatch.setattr(beginning, "BEGINNING_CHARACTERS", BEGINNING)


def pasted(original: list[str], rewrite: list[str]) -> Request:
    texts = ("\n\n".join(side) for side in (original, rewrite))
    return Request(*(Source(pasted=text, name="text") for text in texts))


def begun(request: Request) -> tuple[PairView, list[object]]:
    """Return what is shown first of a pair that has a beginning, and all steps up to the rows."""
    steps: list[object] = []
    shown: PairView | None = None
    for step in compare_in_steps(request):
        steps.append(step)
        if isinstance(step, RowsAligned):
            break
        shown = view_after(step, shown)
    assert isinstance(steps[1], BeginningAligned)
    assert shown is not None
    return shown, steps


def spans(changes: ChangeTable, end: int) -> list[tuple[int, ...]]:
    """Return kind and spans of the changes that begin in the first part of the original."""
    table = changes.table
    return [tuple(row[:6]) for row in table.tolist() if 0 <= row[2] < end]


def assert_every_paragraph_stands_once(pages: PairView) -> None:
    for side, (first, end) in zip(SIDES, ((0, 1), (2, 3)), strict=True):
        place = 0
        for row in pages.rows.rows.tolist():
            assert row[first] == place <= row[end]
            place = row[end]
        assert place == len(pages.text(side))


def test_the_beginning_is_level_and_marked_before_the_rest() -> None:
    rewrite = [line.replace("counted", "saw") for line in SENTENCES[3:]]
    pages, steps = begun(pasted(SENTENCES, rewrite))
    assert_every_paragraph_stands_once(pages)
    rows = pages.rows.rows.tolist()
    assert [row[:4] for row in rows[:5]] == [
        [0, 1, 0, 0], [1, 2, 0, 0], [2, 3, 0, 0], [3, 4, 0, 1], [4, 5, 1, 2],
    ]  # fmt: skip
    shown = pages.changes.table
    words = {
        (pages.original.text[a:b], pages.rewrite.text[c:d])
        for a, b, c, d in shown[:, 2:6].tolist()
        if a >= 0 and c >= 0
    }
    assert words == {("counted", "saw")}
    assert 10 < len(shown) < BEGINNING / 60
    # What is known is not taken away when the rest is known.
    whole = steps[-1]
    assert isinstance(whole, RowsAligned)
    end = int(shown[:, 3].max())
    assert set(spans(pages.changes, end)) <= set(spans(whole.changes, end))


def test_it_agrees_with_what_is_found_in_the_end() -> None:
    rewrite = [line.replace("lit", "cleaned") for line in SENTENCES]
    rewrite[4:6] = [f"{rewrite[4]} {rewrite[5]}"]
    rewrite[9], rewrite[10] = rewrite[10], rewrite[9]
    request = pasted(SENTENCES, rewrite)
    pages, _ = begun(request)
    assert_every_paragraph_stands_once(pages)
    *_, last = compare_in_steps(request)
    assert isinstance(last, MarksFound)
    end = BEGINNING // 2
    assert spans(pages.changes, end) == spans(last.changes, end)


@pytest.mark.parametrize("share", [3, 10])
def test_one_text_may_be_much_shorter(share: int) -> None:
    pages, _ = begun(pasted(SENTENCES, SENTENCES[::share]))
    assert_every_paragraph_stands_once(pages)
    level = [row for row in pages.rows.rows.tolist() if row[1] > row[0] and row[3] > row[2]]
    assert [row[0] for row in level[:4]] == [0, share, 2 * share, 3 * share]


def test_where_nothing_fits_there_is_no_beginning() -> None:
    other = [f"A cat named {k} slept." for k in range(2 * BEGINNING // 20)]
    steps = compare_in_steps(pasted(SENTENCES, other + SENTENCES))
    assert isinstance(next(steps), TextsRead)
    assert isinstance(next(steps), RowsAligned)


def test_a_text_of_one_paragraph_is_not_aligned_twice() -> None:
    whole = " ".join(SENTENCES * 2)
    assert len(whole) > beginning.MAX_BEGINNING_CHARACTERS
    steps = compare_in_steps(pasted([whole], [whole.replace("lit", "cleaned")]))
    assert isinstance(next(steps), TextsRead)
    assert isinstance(next(steps), RowsAligned)


def test_it_stops_when_asked() -> None:
    class Token:
        stopped = False

        def is_cancelled(self) -> bool:
            return self.stopped

    token = Token()
    steps = compare_in_steps(pasted(SENTENCES, SENTENCES), cancel=token)
    assert isinstance(next(steps), TextsRead)
    token.stopped = True
    with pytest.raises(Cancelled):
        next(steps)


def test_the_tables_of_a_beginning_are_whole() -> None:
    pages, _ = begun(pasted(SENTENCES, SENTENCES[1:]))
    rows: RowTable = pages.rows
    links = {int(link) for side in rows.sentences for link in side[:, 2]}
    assert links == set(range(len(rows.links)))
    assert (rows.rows[:, 5] < len(rows.rows)).all()
