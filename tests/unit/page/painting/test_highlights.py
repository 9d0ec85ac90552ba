from __future__ import annotations

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.selection import Selection
from facing_pages.page.painting.highlights import Highlights
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.search import Finder, Query


def test_an_empty_selection_selects_nothing() -> None:
    assert Highlights().selected is None
    assert Highlights(selection=Selection(Side.REWRITE, 4, 4)).selected is None
    backwards = Highlights(selection=Selection(Side.REWRITE, 9, 4))
    assert backwards.selected == (Side.REWRITE, Span(4, 9))


def test_chosen_sentences_are_told_by_side() -> None:
    highlights = Highlights(chosen=((Side.REWRITE, Span(3, 9)),))
    assert highlights.chosen_on(Side.REWRITE) == Span(3, 9)
    assert highlights.chosen_on(Side.ORIGINAL) is None


def test_what_was_found_is_given_where_it_touches_a_part(pair: PairView) -> None:
    found = Finder(pair).find(Query("keeper"))
    at = pair.original.text.index("keeper")
    number = next(k for k in range(len(found)) if found.place(k)[:2] == (Side.ORIGINAL, at))
    highlights = Highlights(found=found, hit=number)
    hit = Span(at, at + 6)
    assert list(highlights.hits_in(Side.ORIGINAL, Span(0, at + 1))) == [(hit, True)]
    assert list(highlights.hits_in(Side.ORIGINAL, Span(0, at))) == []
    assert list(highlights.hits_in(Side.ORIGINAL, Span(at + 6, at + 20))) == []
    assert list(Highlights().hits_in(Side.ORIGINAL, Span(0, 99))) == []
