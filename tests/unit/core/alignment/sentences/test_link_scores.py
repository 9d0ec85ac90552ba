"""What links earn: each term by itself on texts counted by hand, and all against written sums."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from unittest import mock

import numpy as np
import pytest
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
    along_knots,
    curve_segments,
    shape_number,
)
from facing_pages.core.alignment.sentences.link_weights import LinkWeights, link_model
from facing_pages.core.alignment.sentences.pair_profile import TYPICAL, PairProfile
from facing_pages.core.alignment.sentences.sentence_units import text_units
from facing_pages.core.both import Both
from facing_pages.core.model import Side
from tests.helpers.sections import WEIGHT, Paragraphs, section_of, texts, words

# Weights by which nothing earns anything.
NO_WEIGHTS = LinkWeights(
    shapes=(0.0,) * 8, common=(0.0,) * 5, alike=(0.0,) * 4, alike_by_kept=(0.0,) * 4,
    linked_by_kept=0.0, contained=(0.0,) * 3, gain=(0.0,) * 3, gain_by_kept=(0.0,) * 3,
    starts_alike=(0.0,) * 3, ends_alike=(0.0,) * 3, crossed=(0.0,) * 3, uneven=(0.0, 0.0),
    grouped_by_rate=0.0, grouped_by_kept=0.0, joined=0.0, joined_by_kept=0.0, starts_together=0.0,
    ends_together=0.0, across_paragraphs=0.0, gap=0.0, gap_by_rate=0.0, further=0.0,
    further_by_rate=0.0,
)  # fmt: skip
PROFILE = PairProfile(
    gaps=Both(-2.0, -3.0), further=Both(-0.5, -1.0), kept=Both(0.5, 0.75), grouped=-2.5,
    growth=0.0, spread=0.25,
)  # fmt: skip
# Curves are looked up in steps of 1/512.
STEP = 1 / 512


def scores_of(
    original: Paragraphs, rewrite: Paragraphs, weights: LinkWeights, profile: PairProfile = PROFILE
) -> LinkScores:
    """Return the scores of two texts whose words all weigh the same."""
    section = section_of(original, rewrite)
    return LinkScores(LinkFeatures(section.units, section.features), Pricing(weights, profile))


def earned(shape: tuple[int, int], original: Sequence[str], rewrite: Sequence[str],
           weights: LinkWeights) -> float:  # fmt: skip
    """Return what the first link of a shape earns."""
    return float(scores_of([original], [rewrite], weights).of(shape)[0, 0])


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


def without_formulas(seen: LinkFeatures, pricing: Pricing) -> LinkScores:
    """Return the scores of links if nothing were found elsewhere in the texts."""
    nothing = np.zeros(seen.size)
    with mock.patch.object(LinkFeatures, "found_elsewhere", nothing):
        return LinkScores(seen, pricing)


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_what_is_found_elsewhere_earns_by_how_seldom_it_is_and_by_its_context(
    original: list[str], rewrite: list[str]
) -> None:
    units = Both(text_units([original[:2], original[2:]]), text_units([rewrite]))
    seen = LinkFeatures(units, make_features(*units))
    pricing = Pricing(link_model().known, TYPICAL)
    plain, scores = without_formulas(seen, pricing), LinkScores(seen, pricing)
    single, alike = plain.of((1, 1)), seen.contexts_alike
    excess = np.zeros(seen.size)
    for place, share in np.ndenumerate(seen.found_elsewhere):
        if share and not np.isnan(alike[place]):
            least = scoring.REPEATED_SCORE if seen.same[place] else scoring.FORMULA_SCORE
            said = least - math.log(share) + scoring.CONTEXT_SCORE * alike[place]
            said += seen.found_only_here[place]
            excess[place] = max(0.0, single[place] - said)
    for shape in filter(scores.fits, SHAPES):
        share = 1 if shape == (1, 1) else scoring.FORMULA_SHARE_IN_GROUP
        taken = excess * np.where(seen.same, 1, share)
        for (row, column), earned in np.ndenumerate(plain.of(shape)):
            off = taken[row : row + shape[0], column : column + shape[1]].sum()
            if earned > scoring.NEVER / 2:
                assert scores.of(shape)[row, column] == pytest.approx(earned - off, abs=1e-3)


def test_a_set_sentence_earns_nothing_in_another_paragraph() -> None:
    text = [["Rain fell.", "Yes."], ["Snow lay.", "Yes."], ["Fog rose.", "Yes."]]
    found = scores_of(text, text, NO_WEIGHTS).of((1, 1))
    nothing = scoring.REPEATED_SCORE + math.log(2)
    assert nothing < scoring.SAME_SCORE
    assert found[1, 3] == pytest.approx(nothing)
    assert found[1, 1] == scoring.SAME_SCORE


@settings(max_examples=40, deadline=None)
@given(texts, texts)
def test_links_earn_the_sum_of_their_terms(original: list[str], rewrite: list[str]) -> None:
    units = Both(text_units([original[:2], original[2:]]), text_units([rewrite]))
    features = make_features(*units)
    weights = link_model().known
    seen = LinkFeatures(units, features)
    scores = without_formulas(seen, Pricing(weights, TYPICAL))
    for shape in SHAPES:
        if scores.fits(shape):
            expected = written_out(scores, seen, shape, weights, TYPICAL)
            if shape != (1, 1):
                for end in seen.ends(shape):
                    without = scores.deviation(without_one(shape, end.side))[end.rest]
                    nearer = without - scores.deviation(shape) >= scoring.MIN_LENGTH_EVIDENCE
                    expected[(end.gain < scoring.MIN_END_GAIN) & ~nearer] = scoring.NEVER
            assert np.abs(scores.of(shape) - expected).max() < 0.4


def test_a_link_joins_up_to_twenty_sentences_with_one_or_up_to_three_with_three() -> None:
    several = {(high, wide) for high in (1, 2, 3) for wide in (1, 2, 3)}
    many = {shape for count in range(4, 21) for shape in ((1, count), (count, 1))}
    assert set(SHAPES) == several | many
    assert len(SHAPES) == len(set(SHAPES))


@pytest.mark.parametrize(
    ("shape", "number"),
    [((1, 1), 0), ((1, 2), 1), ((2, 1), 1), ((1, 4), 3), ((4, 1), 3), ((1, 5), 4), ((20, 1), 4),
     ((2, 2), 5), ((2, 3), 6), ((3, 2), 6), ((3, 3), 7)],
)  # fmt: skip
def test_a_shape_has_the_weight_of_its_size(shape: tuple[int, int], number: int) -> None:
    assert shape_number(shape) == number


def test_a_curve_is_straight_between_knots_and_starts_at_nothing() -> None:
    curve = along_knots((0.0, 0.25, 1.0), (4.0, -2.0))
    assert len(curve) == 513
    assert curve[[0, 64, 128, 320, 512]] == pytest.approx([0.0, 0.5, 1.0, 0.25, -0.5])


def test_values_reach_into_each_segment_up_to_its_end() -> None:
    parts = curve_segments((0.0, 1.0, 4.0), np.array([0.5, 1.0, 3.0, 9.0], dtype=np.float32))
    assert [part.tolist() for part in parts] == [[0.5, 1, 1, 1], [0, 0, 2, 3]]


@pytest.mark.parametrize(
    ("name", "curve", "segments"),
    [
        ("alike", "alike", (0.08, 0.12, 0.2, 0.6)),
        ("contained", "contained", (0.2, 0.3, 0.5)),
        ("starts_alike", "starts", (0.2, 0.3, 0.5)),
        ("ends_alike", "ends", (0.2, 0.3, 0.5)),
        ("crossed", "crossed", (0.05, 0.1, 0.85)),
        ("common", "common", (2.0, 1.0, 1.0, 1.0, 3.0)),
    ],
)
def test_each_weight_counts_along_its_segment(
    name: str, curve: str, segments: tuple[float, ...]
) -> None:
    # What is wholly alike reaches through all segments; the weights were learned with these.
    for number, length in enumerate(segments):
        weights = tuple(float(number == other) for other in range(len(segments)))
        earned_along = getattr(Pricing(replace(NO_WEIGHTS, **{name: weights}), PROFILE), curve)
        start = math.ceil(sum(segments[:number]) / sum(segments) / STEP)
        assert earned_along[-1] == pytest.approx(length, rel=1e-3)
        assert not earned_along[:start].any()
        assert earned_along[start + 1] > 0


def test_the_share_that_was_kept_changes_what_likeness_earns() -> None:
    weights = replace(NO_WEIGHTS, alike=(1.0, 0, 0, 0), alike_by_kept=(2.0, 0, 0, 0))
    # Of the words of both sides 0.5 and 0.75 were kept, 0.625 on average.
    assert Pricing(weights, PROFILE).alike[-1] == pytest.approx(0.08 * (1 + 2 * 0.625))


def test_the_share_that_was_kept_of_its_side_changes_what_an_end_earns() -> None:
    weights = replace(NO_WEIGHTS, gain=(1.0, 1.0, 1.0), gain_by_kept=(4.0, 0, 0))
    gain = Pricing(weights, PROFILE).gain
    assert gain.original[-1] == pytest.approx(1 + 0.1 * 4 * 0.5)
    assert gain.rewrite[-1] == pytest.approx(1 + 0.1 * 4 * 0.75)
    # Between 0.1 and 0.3 nothing more is earned by what was kept.
    assert gain.original[256] == pytest.approx(0.5 + 0.1 * 4 * 0.5)


@pytest.mark.parametrize(
    ("original", "rewrite", "weights", "expected"),
    [
        # Two of four words on either side.
        (words(0, 3), words(2, 5), replace(NO_WEIGHTS, alike=(1.0,) * 4), 0.5),
        # Both words of the shorter side.
        (words(0, 1), words(0, 5), replace(NO_WEIGHTS, contained=(1.0,) * 3), 1.0),
        # The logarithm of 2 words of weight 4 and of 1.
        (words(0, 3), words(2, 5), replace(NO_WEIGHTS, common=(1.0,) * 5), math.log(9)),
        # More than the last knot counts no more: 800 words weigh 3200.
        (words(0, 799), "no " + words(0, 799), replace(NO_WEIGHTS, common=(1.0,) * 5), 8.0),
        # The first five words of both, of which one is common; and the last five.
        (words(0, 5), words(4, 9), replace(NO_WEIGHTS, starts_alike=(1.0,) * 3), 0.2),
        (words(0, 5), words(10, 14) + " wordf", replace(NO_WEIGHTS, ends_alike=(1.0,) * 3), 0.2),
        (words(0, 5), words(4, 9), replace(NO_WEIGHTS, starts_together=2.0), 2.0),
        (words(0, 5), words(4, 9), replace(NO_WEIGHTS, ends_together=3.0), 3.0),
        # The mean of what was kept.
        (words(0, 5), words(4, 9), replace(NO_WEIGHTS, linked_by_kept=2.0), 1.25),
    ],
)
def test_a_link_of_two_sentences_earns_by_each_feature(
    original: str, rewrite: str, weights: LinkWeights, expected: float
) -> None:
    assert earned((1, 1), [original], [rewrite], weights) == pytest.approx(expected, abs=0.02)


def test_only_equal_sentences_earn_more_for_being_so() -> None:
    scores = scores_of([[words(0, 3)]], [[words(0, 3), words(0, 4)]], NO_WEIGHTS)
    assert scores.of((1, 1)).tolist() == [[4.0, 0.0]]
    assert scores.of((1, 2)).tolist() == [[scoring.NEVER]]


def test_a_row_of_a_table_is_no_part_of_another_row() -> None:
    units = Both(text_units([[words(0, 3)]]), text_units([[words(0, 1), words(2, 3)]]))
    for rows, is_possible in (([False, False], True), ([True, False], False)):
        units.original.rows[:] = True
        units.rewrite.rows[:] = rows
        scores = LinkScores(
            LinkFeatures(units, make_features(*units)), Pricing(NO_WEIGHTS, PROFILE)
        )
        assert bool(scores.of((1, 2))[0, 0] > scoring.NEVER) is is_possible
        assert scores.of((1, 1))[0, 0] > scoring.NEVER


def test_lengths_deviate_by_the_square_of_their_logarithm_in_variances() -> None:
    scores = scores_of([[words(0, 0)]], [[words(0, 2)]], NO_WEIGHTS)
    # Of 1 and 3 words: 0.25 is usual in the pair, and few words vary more.
    expected = math.log(4 / 2) ** 2 / (0.25 + 1 / 2 + 1 / 4)
    assert scores.deviation((1, 1))[0, 0] == pytest.approx(expected)
    growing = replace_growth(math.log(2))
    grown = scores_of([[words(0, 0)]], [[words(0, 2)]], NO_WEIGHTS, growing)
    assert grown.deviation((1, 1))[0, 0] == pytest.approx(0, abs=1e-6)


def replace_growth(growth: float) -> PairProfile:
    """Return the profile of a pair whose rewrite is longer by a factor, as its logarithm."""
    return PROFILE._replace(growth=growth)


@pytest.mark.parametrize(
    ("deviation", "uneven", "expected"),
    [(1, (1.0, 0.0), 1), (9, (1.0, 0.0), 4), (3, (0.0, 1.0), 0), (9, (0.0, 1.0), 5),
     (25, (0.0, 1.0), 12), (25, (-1.0, 1.0), 8)],
)  # fmt: skip
def test_unusual_lengths_count_up_to_sixteen_variances(
    deviation: float, uneven: tuple[float, float], expected: float
) -> None:
    # Sentences of one word each, in a pair that usually grows by some deviations.
    growing = replace_growth(math.sqrt(deviation * (0.25 + 1 / 2 + 1 / 2)))
    weights = replace(NO_WEIGHTS, uneven=uneven)
    scores = scores_of([["boat"]], [["lamp"]], weights, growing)
    assert scores.of((1, 1))[0, 0] == pytest.approx(expected, rel=1e-4)


def test_sentences_in_links_do_not_earn_what_those_in_gaps_do() -> None:
    weights = replace(NO_WEIGHTS, gap=1.0, gap_by_rate=2.0, further=0.5, further_by_rate=3.0)
    scores = scores_of([[words(0, 1)]], [[words(0, 0), words(1, 1)]], weights)
    left_out = (0.5 + 3 * -0.5, 0.5 + 3 * -1.0)
    assert scores.gap(Side.ORIGINAL) == pytest.approx(1 + 2 * -2.0 - left_out[0])
    assert scores.gap(Side.REWRITE) == pytest.approx(1 + 2 * -3.0 - left_out[1])
    assert scores.of((1, 1))[0, 0] == pytest.approx(-left_out[0] - left_out[1])
    assert scores.of((1, 2))[0, 0] == pytest.approx(-left_out[0] - 2 * left_out[1])


def test_a_group_earns_by_what_is_joined_in_it() -> None:
    original, rewrite = [words(0, 2)], [words(0, 0), words(1, 2)]
    every = replace(NO_WEIGHTS, joined=0.5)
    # All but the heavier sentence: a word.
    assert earned((1, 2), original, rewrite, every) == pytest.approx(0.5 * WEIGHT)
    assert earned((2, 1), rewrite, original, every) == pytest.approx(0.5 * WEIGHT)
    kept = replace(NO_WEIGHTS, joined_by_kept=1.0)
    assert earned((1, 2), original, rewrite, kept) == pytest.approx(0.75 * WEIGHT)
    assert earned((2, 1), rewrite, original, kept) == pytest.approx(0.5 * WEIGHT)


def test_a_group_earns_by_how_usual_groups_are() -> None:
    original, rewrite = [words(0, 2)], [words(0, 0), words(1, 2)]
    usual = replace(NO_WEIGHTS, grouped_by_rate=2.0)
    assert earned((1, 2), original, rewrite, usual) == pytest.approx(2 * -2.5)
    kept = replace(NO_WEIGHTS, grouped_by_kept=3.0)
    # By what was kept on the side that kept less.
    assert earned((1, 2), original, rewrite, kept) == pytest.approx(3 * 0.5)
    both = replace(NO_WEIGHTS, grouped_by_rate=2.0, grouped_by_kept=3.0)
    assert earned((1, 1), [words(0, 2)], [words(1, 2)], both) == 0


@pytest.mark.parametrize(
    ("excess", "score"), [(-1.0, 0.0), (0.8, 0.0), (1.0, 0.5), (1.2, 1.0), (3.0, 1.0)]
)
def test_a_group_earns_more_where_the_poorer_text_leaves_little_alone(
    excess: float, score: float
) -> None:
    # The rewrite has fewer gaps: by their number groups are counted.
    profile = PROFILE._replace(gaps=Both(-1.0, -4.0), grouped=-4.0 + excess)
    original, rewrite = [[words(0, 2)]], [[words(0, 0), words(1, 2)]]
    assert scoring.grouped_score(profile) == pytest.approx(score)
    earned_by = scores_of(original, rewrite, NO_WEIGHTS, profile)
    assert earned_by.of((1, 2))[0, 0] == pytest.approx(score)
    assert earned_by.of((1, 1))[0, 0] == 0


def test_a_group_earns_the_same_whichever_text_is_the_poorer() -> None:
    profile = PROFILE._replace(gaps=Both(-1.0, -4.0), grouped=-3.0)
    other = profile._replace(gaps=Both(-4.0, -1.0))
    assert scoring.grouped_score(profile) == scoring.grouped_score(other) > 0


def test_a_group_earns_by_the_paragraphs_that_start_in_it() -> None:
    weights = replace(NO_WEIGHTS, across_paragraphs=-3.0)
    paragraphs = [[words(0, 0)], [words(1, 2)]]
    assert scores_of([[words(0, 2)]], paragraphs, weights).of((1, 2))[0, 0] == -3
    assert scores_of(paragraphs, [[words(0, 2)]], weights).of((2, 1))[0, 0] == -3
    assert scores_of(paragraphs, paragraphs, weights).of((2, 2))[0, 0] == -6


@pytest.mark.parametrize("shape", [(1, 2), (2, 1)])
def test_a_group_earns_by_the_end_that_adds_least(shape: tuple[int, int]) -> None:
    # One end adds 2 of its 2 words, the other 1 of its 4.
    whole, parts = [words(0, 2)], [words(0, 1), words(2, 5)]
    texts = (whole, parts) if shape == (1, 2) else (parts, whole)
    weights = replace(NO_WEIGHTS, gain=(1.0, 1.0, 1.0), gain_by_kept=(0.0, 1.0, 0.0))
    kept = PROFILE.kept.rewrite if shape == (1, 2) else PROFILE.kept.original
    expected = 0.25 + (0.25 - 0.1) * kept
    assert earned(shape, *texts, weights) == pytest.approx(expected, abs=0.01)


def test_a_group_earns_by_what_only_crossing_links_find() -> None:
    weights = replace(NO_WEIGHTS, crossed=(1.0, 1.0, 1.0))
    turned = earned((2, 2), [words(0, 2), words(3, 5)], [words(3, 5), words(0, 2)], weights)
    assert turned == pytest.approx(1.0, abs=0.01)
    # The boat and the stairs are found in order.
    half = earned((2, 2), ["boat lamp", "stairs snow"], ["boat snow", "stairs lamp"], weights)
    assert half == pytest.approx(0.5, abs=0.01)
    straight = [words(0, 2), words(3, 5)]
    assert earned((2, 2), straight, [words(0, 2), words(3, 4)], weights) == 0


@pytest.mark.parametrize(("length", "may_be"), [(25, True), (26, False)])
@pytest.mark.parametrize("is_last", [True, False])
@pytest.mark.parametrize("shape", [(1, 2), (2, 1)])
def test_a_sentence_that_is_hardly_found_is_not_joined_to_its_neighbour(
    shape: tuple[int, int], is_last: bool, length: int, may_be: bool
) -> None:
    # Two of its words are found: 8 % of 25.
    whole, found = words(0, 29), words(0, 27)
    hardly = words(28, 28 + length - 1)
    parts = [found, hardly] if is_last else [hardly, found]
    texts = ([whole], parts) if shape == (1, 2) else (parts, [whole])
    score = earned(shape, *texts, NO_WEIGHTS)
    assert (score == 0) if may_be else (score < -100_000)


@pytest.mark.parametrize(("growth", "may_be"), [(1.9, True), (1.2, False)])
def test_a_sentence_may_be_joined_if_the_lengths_say_so(growth: float, may_be: bool) -> None:
    # Nothing of the second sentence is found, but with it the lengths are as usual: 2 words became
    # 22, and a pair that grows by 1.9 expects 19.
    scores = scores_of(
        [["boat lamp"]], [["boat lamp", words(0, 19)]], NO_WEIGHTS, replace_growth(growth)
    )
    one, two = float(scores.deviation((1, 1))[0, 0]), float(scores.deviation((1, 2))[0, 0])
    assert (one - two >= 0.5) is may_be
    assert (scores.of((1, 2))[0, 0] > scoring.NEVER) == may_be


def test_a_shape_fits_where_both_sides_have_sentences_enough() -> None:
    scores = scores_of([["boat", "lamp"]], [["boat", "lamp", "stairs"]], NO_WEIGHTS)
    assert [shape for shape in ((2, 3), (3, 1), (1, 4)) if scores.fits(shape)] == [(2, 3)]
