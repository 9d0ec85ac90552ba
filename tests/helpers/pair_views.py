"""Pasted texts as the window gets to see them, compared to the end."""

from __future__ import annotations

from functools import cache

from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.worker.comparison_steps import view_after
from facing_pages.worker.incremental_comparison import compare_in_steps


@cache
def pair_of(original: str, rewrite: str, *, names: tuple[str, str] = ("text", "text")) -> PairView:
    """Return a pair of pasted texts, compared to the end; a value, the same for every test."""
    request = Request(
        *(
            Source(pasted=text, name=name)
            for text, name in zip((original, rewrite), names, strict=True)
        )
    )
    pages: PairView | None = None
    for step in compare_in_steps(request):
        pages = view_after(step, pages)
    assert pages is not None
    return pages
