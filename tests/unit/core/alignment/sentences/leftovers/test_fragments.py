"""Which ends of sentences are torn off, and what they are joined to."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.leftovers.fragments import join_fragments
from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from tests.helpers.sections import Paragraphs, link

WHOLE = "They hoped to stop any attack on the harbour by Kelp State"
CUT = "They wanted to stop any attack on the harbour"
JOINED = [SpanLink(Span(0, 1), Span(0, 2))]


def joined(
    original: Paragraphs, rewrite: Paragraphs, *links: SpanLink, limits: Limits | None = None
) -> list[SpanLink]:
    """Return the links after fragments were joined to them."""
    units = Both(text_units(original), text_units(rewrite))
    return join_fragments(units, list(links or [link(0, 0)]), limits or Limits())


def test_an_end_with_a_missing_word_is_joined() -> None:
    assert joined([[WHOLE]], [[CUT, "by Kelp"]]) == JOINED


def test_either_side_may_be_torn() -> None:
    assert joined([[CUT, "by Kelp"]], [[WHOLE]]) == [SpanLink(Span(0, 2), Span(0, 1))]


@pytest.mark.parametrize(
    ("end", "is_joined"), [("now by Kelp State", 1), ("or by Kelp State now", 0)]
)
def test_an_end_has_four_words_at_most(end: str, is_joined: int) -> None:
    assert (joined([[WHOLE]], [[CUT, end]]) == JOINED) == bool(is_joined)


def test_an_end_without_a_missing_word_stays_alone() -> None:
    assert joined([[WHOLE]], [[CUT, "Rain fell"]]) == [link(0, 0)]
    # What the sentence has already is not missing, and function words say nothing.
    assert joined([[WHOLE]], [[CUT, "The harbour"]]) == [link(0, 0)]
    assert joined([[WHOLE]], [[CUT, "by them"]]) == [link(0, 0)]


def test_parts_of_compounds_count() -> None:
    assert joined([["An attack by KELP-K came"]], [["An attack came", "Kelp State-K"]]) == JOINED


def test_an_end_is_the_last_of_its_paragraph() -> None:
    assert joined([[WHOLE]], [[CUT, "by Kelp", "Rain fell"]]) == [link(0, 0)]
    assert joined([[WHOLE]], [[CUT], ["by Kelp"]]) == [link(0, 0)]
    assert joined([[WHOLE]], [[CUT, "by Kelp"], ["Rain fell"]]) == JOINED


def test_a_sentence_of_another_link_is_no_end() -> None:
    links = [link(0, 0), link(1, 1)]
    assert joined([[WHOLE, "By Kelp"]], [[CUT, "by Kelp"]], *links) == links


def test_limits_are_kept() -> None:
    for limits in (
        Limits(Both(frozenset({0}), frozenset())),
        Limits(Both(frozenset(), frozenset({1}))),
        Limits(separated=frozenset({(0, 1)})),
    ):
        assert joined([[WHOLE]], [[CUT, "by Kelp"]], limits=limits) == [link(0, 0)]
    mirrored = Limits(separated=frozenset({(1, 0)}))
    assert joined([[CUT, "by Kelp"]], [[WHOLE]], limits=mirrored) == [link(0, 0)]
    assert joined([[WHOLE]], [[CUT, "by Kelp"]], limits=mirrored) == JOINED


def test_what_is_known_of_the_link_stays() -> None:
    moved = SpanLink(Span(0, 1), Span(0, 1), 0.8, moved=True, likeness=0.5)
    assert joined([[WHOLE]], [[CUT, "by Kelp"]], moved) == [moved._replace(rewrite=Span(0, 2))]
