from __future__ import annotations

from dataclasses import replace

import pytest

from facing_pages.core.model import Side, Span
from facing_pages.page.layout.selection import Selection, sentence_span, word_span
from tests.helpers.made_pairs import made_pair

TEXT = "It rained, hard. It snowed.\n\nIt froze."
PAGES = made_pair(TEXT, TEXT, "0=0 1=1 2=2", paragraphs="0=0 1=1")


def test_a_selection_covers_the_same_whichever_way_it_was_drawn() -> None:
    forwards = Selection(Side.REWRITE, 3, 9)
    assert forwards.span == Selection(Side.REWRITE, 9, 3).span == (3, 9)
    assert Selection(Side.REWRITE, 3, 3).span.length == 0


def test_a_selection_keeps_where_it_was_started() -> None:
    drawn = Selection(Side.REWRITE, 3, 9).to(1)
    assert (drawn.side, drawn.anchor, drawn.head, drawn.span) == (Side.REWRITE, 3, 1, (1, 3))


@pytest.mark.parametrize(
    ("position", "word"), [(3, (3, 9)), (8, (3, 9)), (9, (9, 10)), (10, (10, 10)), (29, (29, 31))]
)
def test_a_word_is_where_the_position_is_inside_it(position: int, word: tuple[int, int]) -> None:
    assert word_span(PAGES.original, position) == word


@pytest.mark.parametrize(
    ("position", "sentence"), [(0, (0, 16)), (16, (0, 16)), (17, (17, 27)), (30, (29, 38))]
)
def test_a_sentence_has_the_space_behind_it(position: int, sentence: tuple[int, int]) -> None:
    assert sentence_span(PAGES, Side.ORIGINAL, position) == sentence


def test_before_sentences_are_known_the_paragraph_stands_in() -> None:
    unaligned = replace(PAGES, is_aligned=False)
    assert sentence_span(unaligned, Side.ORIGINAL, 3) == Span(0, 27)
    assert sentence_span(PAGES, Side.ORIGINAL, 28) == Span(0, 27)  # between two paragraphs
