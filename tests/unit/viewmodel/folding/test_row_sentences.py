from __future__ import annotations

from dataclasses import replace

from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span
from facing_pages.viewmodel.folding.row_sentences import left_out_at, row_sentences, text_of_rows
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.made_pairs import made_pair


def linked_texts(pages: PairView, row: int = 0) -> list[tuple[str, str]]:
    """Return the linked sentences of a row in words."""
    texts = pages.texts
    found = row_sentences(pages, row).linked
    return [(a.of(texts.original), b.of(texts.rewrite)) for a, b in found]


def run_texts(pages: PairView, side: Side, row: int = 0) -> list[tuple[str, int]]:
    runs = row_sentences(pages, row).runs[side]
    return [(run.span.of(pages.text(side).text), run.count) for run in runs]


def test_linked_sentences_can_start_level_and_others_are_runs() -> None:
    pages = made_pair("Ann. Bob. Cid. Dan.", "Ann. Dan. Eve.", "0=0 1=- 2=- 3=1 -=2")
    assert linked_texts(pages) == [("Ann.", "Ann."), ("Dan.", "Dan.")]
    assert run_texts(pages, Side.ORIGINAL) == [("Bob. Cid. ", 2)]
    assert run_texts(pages, Side.REWRITE) == [("Eve.", 1)]


def test_sentences_that_were_merged_start_level_once() -> None:
    pages = made_pair("Ann. Bob. Cid.", "Ann and Bob. Cid.", "0+1=0 2=1")
    assert linked_texts(pages) == [("Ann. Bob.", "Ann and Bob."), ("Cid.", "Cid.")]


def test_what_moved_is_neither() -> None:
    pages = made_pair("Ann. Bob. Cid.", "Bob. Cid. Ann.", "0~2 1=0 2=1")
    assert linked_texts(pages) == [("Bob.", "Bob."), ("Cid.", "Cid.")]
    assert run_texts(pages, Side.ORIGINAL) == run_texts(pages, Side.REWRITE) == []


def test_a_run_ends_with_the_paragraph_it_ends_in() -> None:
    pages = made_pair("Ann. Bob.\n\nCid. Dan.", "Ann. Dan.", "0=0 1=- 2=- 3=1", paragraphs="0+1=0")
    assert run_texts(pages, Side.ORIGINAL) == [("Bob.\n\nCid. ", 2)]


def test_before_the_pair_is_aligned_there_is_nothing_to_level() -> None:
    pages = replace(made_pair("Ann.", "Ann.", "0=0"), is_aligned=False)
    assert row_sentences(pages, 0).linked == ()
    assert row_sentences(pages, 0).runs == Both((), ())


def test_rows_of_one_side_are_a_run() -> None:
    pages = made_pair(
        "Ann. Bob.\n\nCid.\n\nDan.", "Dan.", "0=- 1=- 2=- 3=0", paragraphs="0=- 1=- 2=0"
    )
    run = left_out_at(pages, Span(0, 2))
    assert run is not None
    assert (run.side, run.span, run.count) == (Side.ORIGINAL, Span(0, 15), 3)
    assert left_out_at(pages, Span(2, 3)) is None
    assert text_of_rows(pages, Side.REWRITE, Span(2, 3)) == Span(0, 4)
