"""What links earn, against sums written out, and masses against plain sets."""

from __future__ import annotations

from unittest import mock

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from facing_pages.core.alignment.sentences import link_scores as scoring
from facing_pages.core.alignment.sentences.features import likeness as measures
from facing_pages.core.alignment.sentences.features.extraction import make_features
from facing_pages.core.alignment.sentences.features.likeness import edge_likeness, group_likeness
from facing_pages.core.alignment.sentences.features.sentence_features import EDGE_WORDS, Features
from facing_pages.core.alignment.sentences.link_features import (
    LinkFeatures,
    least_gain,
    without_one,
)
from facing_pages.core.alignment.sentences.link_scores import (
    SHAPES,
    LinkScores,
    Pricing,
    curve_segments,
    shape_number,
)
from facing_pages.core.alignment.sentences.link_weights import LinkWeights, link_model
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL, PairProfile
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from facing_pages.core.model import Side, Span

WORDS = ["boat", "lamp", "stairs", "winter", "granite", "keeper", "candle", "harbour", "the"]
texts = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join), min_size=1, max_size=6
)


def written_out(
    scores: LinkScores,
    seen: LinkFeatures,
    shape: tuple[int, int],
    weights: LinkWeights,
    profile: PairProfile,
) -> np.ndarray:
    """Return what links of a shape earn, term by term."""
    kept = sum(profile.kept) / 2
    left_out = [weights.further + weights.further_by_rate * more for more in profile.further]
    total = np.full(seen.alike(shape).shape, 0.0)
    total += weights.shapes[shape_number(shape)] + weights.linked_by_kept * kept
    total -= shape[0] * left_out[0] + shape[1] * left_out[1]
    common = curve_segments(scoring.COMMON_KNOTS, seen.common(shape))
    for part, weight in zip(common, weights.common, strict=True):
        total += weight * part
    alike = curve_segments(scoring.ALIKE_KNOTS, seen.alike(shape))
    for part, weight, by_kept in zip(alike, weights.alike, weights.alike_by_kept, strict=True):
        total += (weight + kept * by_kept) * part
    first, last = seen.edges_alike(shape)
    for knots, weighed, values in (
        (scoring.EDGE_KNOTS, weights.starts_alike, first),
        (scoring.EDGE_KNOTS, weights.ends_alike, last),
        (scoring.CONTAINED_KNOTS, weights.contained, seen.contained(shape)),
        (scoring.UNEVEN_KNOTS, weights.uneven, scores.deviation(shape)),
    ):
        for part, weight in zip(curve_segments(knots, values), weighed, strict=True):
            total += weight * part
    starts, ends = seen.together(shape)
    total += weights.starts_together * starts + weights.ends_together * ends
    if shape == (1, 1):
        return np.asarray(total + np.where(seen.same, scoring.SAME_SCORE, 0))
    gains, on_rewrite = least_gain(list(seen.ends(shape)))
    share = np.where(on_rewrite, profile.kept.rewrite, profile.kept.original)
    segments = curve_segments(scoring.GAIN_KNOTS, gains)
    for part, weight, by_kept in zip(segments, weights.gain, weights.gain_by_kept, strict=True):
        total += (weight + share * by_kept) * part
    total += weights.grouped_by_rate * profile.grouped + weights.grouped_by_kept * min(profile.kept)
    for side in Side:
        earned = weights.joined + weights.joined_by_kept * profile.kept[side]
        earned = earned * seen.joined(shape)[side]
        earned = earned + weights.across_paragraphs * seen.across(shape)[side]
        total += earned[:, None] if side is Side.ORIGINAL else earned[None, :]
    if min(shape) > 1:
        segments = curve_segments(scoring.CROSSED_KNOTS, seen.crossed(shape))
        for part, weight in zip(segments, weights.crossed, strict=True):
            total += weight * part
    return total


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_links_earn_the_sum_of_their_terms(original: list[str], rewrite: list[str]) -> None:
    units = Both(text_units([original[:2], original[2:]]), text_units([rewrite]))
    features = make_features(*units)
    weights = link_model().known
    seen = LinkFeatures(units, features)
    scores = LinkScores(seen, Pricing(weights, TYPICAL))
    for shape in SHAPES:
        if scores.fits(shape):
            expected = written_out(scores, seen, shape, weights, TYPICAL)
            if shape != (1, 1):
                for end in seen.ends(shape):
                    without = scores.deviation(without_one(shape, end.side))[end.rest]
                    nearer = without - scores.deviation(shape) >= scoring.MIN_LENGTH_EVIDENCE
                    expected[(end.gain < scoring.MIN_END_GAIN) & ~nearer] = scoring.NEVER
            # Curves are looked up in steps of 1/512.
            assert np.abs(scores.of(shape) - expected).max() < 0.4


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_what_groups_have_in_common_is_that_of_their_sets(
    original: list[str], rewrite: list[str]
) -> None:
    units = Both(text_units([original]), text_units([rewrite]))
    features = make_features(*units)
    seen = LinkFeatures(units, features)
    weight = features.original.table.weight
    held = [
        [set(side.rows(Span(k, k + 1)).ids.tolist()) for k in range(len(side))] for side in features
    ]
    for high, wide in SHAPES:
        if high > len(original) or wide > len(rewrite):
            continue
        expected = [
            [
                sum(
                    float(weight[number])
                    for number in set().union(*held[0][i : i + high])
                    & set().union(*held[1][j : j + wide])
                )
                for j in range(len(rewrite) - wide + 1)
            ]
            for i in range(len(original) - high + 1)
        ]
        # Sums of weights are exact in any order.
        assert seen.common_weight((high, wide)).tolist() == expected


def test_what_two_links_in_order_find_is_not_crossed() -> None:
    first = ["the boat and the lamp", "the granite stairs"]
    second = ["the keeper of the boat", "a candle in the lamp and the granite stairs"]
    units = Both(text_units([first]), text_units([second]))
    features = make_features(*units)
    assert LinkFeatures(units, features).crossed((2, 2))[0, 0] > 0.1
    straight = LinkFeatures(
        Both(units.original, units.original), Both(features.original, features.original)
    )
    assert straight.crossed((2, 2))[0, 0] == 0


def row_sets(features: Features, first: int, count: int) -> set[int]:
    """Return the features of some rows."""
    starts = features.starts
    return {int(n) for n in features.ids[starts[first] : starts[first + count]]}


@settings(max_examples=60, deadline=None)
@given(texts, st.integers(1, 5))
def test_the_mass_of_a_group_counts_each_feature_once(sentences: list[str], group: int) -> None:
    units = text_units([sentences])
    features, _ = make_features(units, units)
    weights = features.table.weight
    masses = features.masses(weights, group)
    assert len(masses) == group
    for start, mass in enumerate(masses[group - 1]):
        ids = row_sets(features, start, group)
        assert abs(float(mass) - sum(float(weights[n]) for n in ids)) < 1e-2


@settings(max_examples=60, deadline=None)
@given(texts, texts, st.sampled_from([1, 2, 32]))
def test_likeness_is_dice_over_all_features(
    original: list[str], rewrite: list[str], often: int
) -> None:
    features = make_features(text_units([original]), text_units([rewrite]))
    with mock.patch.multiple(
        measures, FREQUENT_ONE_IN=often, MAX_TABLE_ENTRIES=1, MIN_TABLE_COLUMNS=1
    ):
        table = measures.Likeness(features.rewrite).to(features.original)
    weights = features.original.table.weight
    for i in range(len(original)):
        for j in range(len(rewrite)):
            sets = [row_sets(features.original, i, 1), row_sets(features.rewrite, j, 1)]
            common = sum(float(weights[n]) for n in sets[0] & sets[1])
            total = sum(float(weights[n]) for part in sets for n in part)
            assert abs(float(table[i, j]) - 2 * common / total) < 1e-3


@settings(max_examples=40, deadline=None)
@given(texts, texts, st.booleans())
def test_edges_are_compared_by_their_own_words(
    original: list[str], rewrite: list[str], last: bool
) -> None:
    features = make_features(text_units([original]), text_units([rewrite]))
    table = edge_likeness(*features, last=last)
    weights = features.original.table.weight
    order = list(dict.fromkeys(word for text in [*original, *rewrite] for word in text.split()))
    worth = {word: float(weights[number]) for number, word in enumerate(order)}
    cut = slice(-EDGE_WORDS, None) if last else slice(EDGE_WORDS)
    for i, one in enumerate(original):
        for j, other in enumerate(rewrite):
            edges = [frozenset(text.split()[cut]) for text in (one, other)]
            common, *held = (sum(worth[w] for w in e) for e in (edges[0] & edges[1], *edges))
            number = 2 * len(edges[0] & edges[1]) / (len(edges[0]) + len(edges[1]))
            assert abs(float(table[i, j]) - min(2 * common / sum(held), number)) < 1e-5


def test_all_sentences_together_are_alike_by_all_they_hold() -> None:
    units = Both(text_units([["the boat", "the lamp"]]), text_units([["the lamp", "the boat"]]))
    features = make_features(*units)
    assert group_likeness(*features) == 1.0
