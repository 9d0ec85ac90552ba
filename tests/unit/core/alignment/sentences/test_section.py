"""Consecutive sentences of both sides with all that is known of them."""

from __future__ import annotations

import pytest

from facing_pages.core.alignment.sentences.pins import Limits
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from tests.helpers.sections import section_of

ORIGINAL = [["storm harbour", "lamp stairs"], ["granite candle"]]
REWRITE = [["lamp boat"], ["granite winter", "storm snow"]]


def test_a_part_has_the_sentences_features_and_limits_of_its_spans() -> None:
    limits = Limits(Both(frozenset({2}), frozenset()), frozenset({(1, 1)}))
    section = section_of(ORIGINAL, REWRITE, limits)
    part = section.part(Span(1, 3), Span(0, 2))
    assert section.size == (3, 3)
    assert part.size == (2, 2)
    assert part.units.original.words == (("lamp", "stairs"), ("granite", "candle"))
    assert part.units.rewrite.words == (("lamp", "boat"), ("granite", "winter"))
    assert part.limits == Limits(Both(frozenset({1}), frozenset()), frozenset({(0, 1)}))
    assert part.alike(Span(0, 1), Span(0, 1)) == section.alike(Span(1, 2), Span(0, 1))


def test_groups_are_alike_by_all_their_words_together() -> None:
    section = section_of(ORIGINAL, REWRITE)
    assert section.alike(Span(1, 2), Span(0, 1)) == 0.5
    # Of "storm harbour lamp stairs" and "lamp boat granite winter storm snow", two of 4 and 6.
    assert section.alike(Span(0, 2), Span(0, 3)) == pytest.approx(0.4)
    assert section.alike(Span(0, 1), Span(0, 1)) == 0.0
