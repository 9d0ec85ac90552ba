"""What links earn, against sums written out."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings

from facing_pages.core.alignment.sentences import link_scores as scoring
from facing_pages.core.alignment.sentences.features.extraction import make_features
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
from facing_pages.core.model import Side
from tests.helpers.sections import texts


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
