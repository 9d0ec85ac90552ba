"""Pasted texts as the window gets to see them, compared to the end."""

from __future__ import annotations

from functools import cache

from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.worker.comparison_steps import MarksFound, RowsAligned, TextsRead
from facing_pages.worker.incremental_comparison import compare_in_steps


@cache
def pair_of(original: str, rewrite: str) -> PairView:
    """Return a pair of pasted texts, compared to the end; a value, the same for every test."""
    request = Request(*(Source(pasted=text, name="text") for text in (original, rewrite)))
    pages: PairView | None = None
    for step in compare_in_steps(request):
        if isinstance(step, TextsRead):
            pages = PairView(step.original, step.rewrite, step.rows)
        elif isinstance(step, RowsAligned) and pages:
            pages = PairView(
                pages.original, pages.rewrite, step.rows, step.changes, is_aligned=True
            )
        elif isinstance(step, MarksFound) and pages:
            pages = PairView(
                pages.original, pages.rewrite, pages.rows, step.changes, is_aligned=True
            )
    assert pages is not None
    return pages
