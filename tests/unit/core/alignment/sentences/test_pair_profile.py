"""What a pair of texts is like, counted by hand."""

from __future__ import annotations

from math import log, log1p

import pytest

from facing_pages.core.alignment.sentences.pair_profile import TYPICAL, PairProfile, ProfileCounter
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span
from tests.helpers.sections import WEIGHT, link, section_of

ORIGINAL = ["storm harbour", "lamp", "stairs", "granite candle", "winter", "boat"]
REWRITE = ["storm harbour", "granite", "candle snow", "boat"]
CHAIN = [link(0, 0), SpanLink(Span(3, 4), Span(1, 3)), link(5, 3)]


def profile_of(links: list[SpanLink], times: int = 1) -> PairProfile:
    """Count two texts with some links once."""
    section = section_of([ORIGINAL], [REWRITE])
    counter = ProfileCounter()
    counter.add(section.units, section.features, links, times=times)
    return counter.profile()


def test_without_anything_counted_a_pair_is_about_typical() -> None:
    profile = ProfileCounter().profile()
    assert tuple(profile.gaps) == pytest.approx((log(2 / 16),) * 2)
    assert tuple(profile.further) == pytest.approx((log(2 / 4),) * 2)
    assert tuple(profile.kept) == pytest.approx((26 / 40,) * 2)
    assert profile.grouped == pytest.approx(log(1.5 / 18))
    assert (profile.growth, profile.spread) == pytest.approx((0.0, 0.12))
    for one, other in zip(profile[:3], TYPICAL[:3], strict=True):
        assert tuple(one) == pytest.approx(tuple(other), abs=0.1)


def test_gaps_and_the_sentences_in_them_are_counted() -> None:
    # The original has gaps of two sentences (lamp, stairs) and of one (winter), the rewrite none.
    profile = profile_of(CHAIN)
    assert tuple(profile.gaps) == pytest.approx((log((2 + 2) / (3 + 16)), log(2 / (3 + 16))))
    assert tuple(profile.further) == pytest.approx((log((1 + 2) / (3 + 4)), log(2 / 4)))


def test_gaps_at_both_ends_count() -> None:
    profile = profile_of([CHAIN[1]])
    assert tuple(profile.gaps) == pytest.approx((log((2 + 2) / (1 + 16)), log((2 + 2) / (1 + 16))))
    assert tuple(profile.further) == pytest.approx((log((3 + 2) / (5 + 4)), log(2 / (2 + 4))))


def test_groups_are_counted_by_their_links() -> None:
    assert profile_of(CHAIN).grouped == pytest.approx(log((1 + 1.5) / (3 + 18)))


def test_a_part_may_stand_for_several() -> None:
    profile = profile_of(CHAIN, times=3)
    assert profile.gaps.original == pytest.approx(log((3 * 2 + 2) / (3 * 3 + 16)))
    assert profile.further.original == pytest.approx(log((3 * 1 + 2) / (3 * 3 + 4)))
    assert profile.grouped == pytest.approx(log((3 * 1 + 1.5) / (3 * 3 + 18)))
    assert profile.kept == profile_of(CHAIN).kept


def test_the_words_of_links_that_both_sides_have_are_kept() -> None:
    # In common: storm harbour, granite candle, boat. Held: the same 5, and these with snow.
    profile = profile_of(CHAIN)
    common = 5 * WEIGHT + 26
    assert tuple(profile.kept) == pytest.approx(
        (common / (5 * WEIGHT + 40), common / (6 * WEIGHT + 40))
    )


def test_a_word_that_a_group_has_twice_is_kept_once() -> None:
    section = section_of([["storm lamp"]], [["storm", "lamp storm"]])
    for units, features, group in (
        (section.units, section.features, link(0, Span(0, 2))),
        (section.units.swapped, section.features.swapped, link(Span(0, 2), 0)),
    ):
        counter = ProfileCounter()
        counter.add(units, features, [group])
        kept = (2 * WEIGHT + 26) / (2 * WEIGHT + 40)
        assert tuple(counter.profile().kept) == pytest.approx((kept, kept))


def test_growth_is_the_mean_logarithm_over_links_that_are_not_the_same() -> None:
    # Only "granite candle" (2 words) changed, into three words.
    profile = profile_of(CHAIN)
    grown = log1p(3) - log1p(2)
    assert profile.growth == pytest.approx(grown / 9)
    expected = ((grown - grown / 9) ** 2 + 0.12 * 8) / 9
    assert profile.spread == pytest.approx(expected)


def test_parts_add_up() -> None:
    section = section_of([ORIGINAL], [REWRITE])
    counter = ProfileCounter()
    for _ in range(2):
        counter.add(section.units, section.features, CHAIN)
    profile = counter.profile()
    assert profile.gaps.original == pytest.approx(log((4 + 2) / (6 + 16)))
    assert profile.growth == pytest.approx(2 * (log1p(3) - log1p(2)) / 10)
    assert profile.kept.rewrite == pytest.approx((10 * WEIGHT + 26) / (12 * WEIGHT + 40))


def test_the_typical_profile_is_that_of_the_weights_for_a_first_look() -> None:
    assert (
        PairProfile(
            Both(-2.0, -2.0),
            Both(-0.7, -0.7),
            Both(0.6, 0.6),
            grouped=-2.5,
            growth=0.0,
            spread=0.12,
        )
        == TYPICAL
    )
