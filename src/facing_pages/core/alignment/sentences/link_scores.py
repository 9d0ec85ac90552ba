"""The score of each possible link of two runs of sentences, in nats.

A score is a sum over features, each through a curve that is straight between knots. The slopes are
the learned weights, and some of them depend on the profile of the pair:

    score                     likeness (Dice)  0    0.08    0.2       0.4                   1
      |            ____---    slope               w0     w1      w2            w3
      |       __--
      |    _/
      |___/__________________ likeness
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from facing_pages.core.alignment.sentences.link_features import (
    MAX_GROUP,
    Flags,
    GroupEnd,
    LinkFeatures,
    Shape,
    least_gain,
    without_one,
)
from facing_pages.core.alignment.sentences.link_weights import LinkWeights
from facing_pages.core.alignment.sentences.pair_profile import PairProfile
from facing_pages.core.alignment.sentences.sentence_units import Floats
from facing_pages.core.model import Side

# The shapes of a link: sentences of the original, sentences of the rewrite.
SHAPES: Final = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3),
    *(shape for many in range(5, MAX_GROUP + 1) for shape in ((1, many), (many, 1))),
)  # fmt: skip
# Share of a sentence at an end of a group that must be found on the other side through it alone:
# what has nothing in common with the other side is left alone, not joined to its neighbour, unless
# the lengths are nearer to what is usual in this pair with it, by this many variances. By
# judgement. Measured, a share of 0.04 finds as much; 0.16 loses links of groups in ABLit (F1 95.8,
# then 89.0).
MIN_END_GAIN: Final = 0.08
MIN_LENGTH_EVIDENCE: Final = np.float32(0.5)
# In a pair whose poorer text leaves less alone than there are links of several sentences (an
# abridgement adds nothing, a simplification leaves out nothing), a sentence without a counterpart
# is mostly part of a link. What a link of several earns there in addition, in nats, and by how much
# such links must be more usual than gaps, as a logarithm, for none and for all of it. The weights
# cannot say so: half of what they learned from are drafts whose labels call a split a link and an
# added sentence. Measured where these must not lose (ArgRewrite: F1 97.4 before and after) on two
# sets left out of the choice: links of several in unseen chapters of AbLit F1 73.6, then 79.2, in
# PorSimples 92.9, then 94.1. Two nats find more (81.3 and 94.5), but join too much in two German
# Bibles and in Wuthering Heights.
GROUPED_SCORE: Final = 1.0
MIN_GROUPED_EXCESS: Final = 0.8
MAX_GROUPED_EXCESS: Final = 1.2
# What two equal sentences earn in addition, in nats: among a hundred that differ by a number only,
# the equal ones belong together. By judgement.
SAME_SCORE: Final = np.float32(4.0)
# What two sentences earn, in nats, by what is found elsewhere in their text as well: this, the
# logarithm of how seldom it is there, and so much for the likeness of their contexts (Dice). The
# rest that they share earns its rarity, which is a logarithm, too. By judgement: equal sentences of
# every third place earn nothing in no like context; and of two sentences that changed places and
# differ from others in their numbers only, one is linked and one moved (-1.5 links both by place).
REPEATED_SCORE: Final = -1.0
FORMULA_SCORE: Final = -2.0
CONTEXT_SCORE: Final = 6.0
# How much of what two sentences earn too much by a formula is taken off a group that holds both,
# whose other sentences may say what the formula does not. Of equal sentences it is all. By
# judgement.
FORMULA_SHARE_IN_GROUP: Final = np.float32(0.4)
# The score of a link that may not be, in nats: the exponential of what a chain with it earns is
# zero in any float.
NEVER: Final = np.float32(-1e6)
# Between two knots one weight holds. Where all the knots are was chosen by judgement, closer where
# most links are; the weights between them are learned. These: the logarithm of the weight that both
# groups have in common; more than the last counts no more.
MAX_COMMON: Final = 8.0
COMMON_KNOTS: Final = (0.0, 2.0, 3.0, 4.0, 5.0, MAX_COMMON)
# The share of both groups that is common (Dice), and the share of the lighter one.
ALIKE_KNOTS: Final = (0.0, 0.08, 0.2, 0.4, 1.0)
CONTAINED_KNOTS: Final = (0.0, 0.2, 0.5, 1.0)
# The share of a sentence at an end of a group that is found only through it.
GAIN_KNOTS: Final = (0.0, 0.1, 0.3, 1.0)
# How alike the first words, or the last words, of both groups are (Dice).
EDGE_KNOTS: Final = (0.0, 0.2, 0.5, 1.0)
# The share of the lighter group that no two links in order find.
CROSSED_KNOTS: Final = (0.0, 0.05, 0.15, 1.0)
# How far the lengths are from what is usual in this pair, squared, in variances.
UNEVEN_KNOTS: Final = (0.0, 4.0, 16.0)
# Steps between 0 and 1 in which shares are looked up. By judgement.
_STEPS: Final = 512


def shape_number(shape: Shape) -> int:
    """Return which weight a shape has: those with one sentence on a side, then 2:2, 2:3, 3:3."""
    few, many = sorted(shape)
    return min(many, 5) - 1 if few == 1 else few + many + 1


def along_knots(knots: Sequence[float], weights: Sequence[float]) -> Floats:
    """Return the sums of weights, by segment, at each step between 0 and 1."""
    heights = np.concatenate(([0.0], np.cumsum(np.diff(knots) * np.asarray(weights))))
    return np.interp(np.arange(_STEPS + 1) / _STEPS, knots, heights).astype(np.float32)


def _looked_up(curve: Floats, shares: Floats) -> Floats:
    """Return the values of a curve at shares from 0 to 1."""
    steps = (shares * np.float32(_STEPS)).astype(np.int32)
    values: Floats = curve.take(steps, mode="clip")
    return values


def grouped_score(profile: PairProfile) -> float:
    """Return what a link of several sentences earns because the poorer text leaves little alone."""
    excess = profile.grouped - min(profile.gaps)
    share = (excess - MIN_GROUPED_EXCESS) / (MAX_GROUPED_EXCESS - MIN_GROUPED_EXCESS)
    return GROUPED_SCORE * min(max(share, 0.0), 1.0)


class Pricing:
    """What each feature earns in a pair of texts: the weights, with its profile put in."""

    def __init__(self, weights: LinkWeights, profile: PairProfile) -> None:
        self.weights, self.profile = weights, profile
        kept = sum(profile.kept) / 2
        alike = np.asarray(weights.alike) + kept * np.asarray(weights.alike_by_kept)
        self.common = along_knots(
            [knot / MAX_COMMON for knot in COMMON_KNOTS],
            [weight * MAX_COMMON for weight in weights.common],
        )
        self.alike = along_knots(ALIKE_KNOTS, alike.tolist())
        self.contained = along_knots(CONTAINED_KNOTS, weights.contained)
        gains, by_kept = np.asarray(weights.gain), np.asarray(weights.gain_by_kept)
        self.gain = profile.kept.map(
            lambda share: along_knots(GAIN_KNOTS, (gains + share * by_kept).tolist())
        )
        self.linked = weights.linked_by_kept * kept
        self.grouped = (
            weights.grouped_by_rate * profile.grouped
            + weights.grouped_by_kept * min(profile.kept)
            + grouped_score(profile)
        )
        self.starts = along_knots(EDGE_KNOTS, weights.starts_alike)
        self.ends = along_knots(EDGE_KNOTS, weights.ends_alike)
        self.crossed = along_knots(CROSSED_KNOTS, weights.crossed)


class _Excess:
    """What is taken off links for what their sentences have in common with others."""

    def __init__(self, of_pairs: Floats, same: Flags) -> None:
        self._of_pairs = of_pairs
        in_groups = np.where(same, of_pairs, of_pairs * FORMULA_SHARE_IN_GROUP)
        self._sums = np.zeros((of_pairs.shape[0] + 1, of_pairs.shape[1] + 1))
        in_groups.cumsum(axis=0, dtype=np.float64).cumsum(axis=1, out=self._sums[1:, 1:])

    def of(self, shape: Shape) -> Floats:
        """Return what is taken off links of a shape: of groups, the sum over all their pairs."""
        if shape == (1, 1):
            return self._of_pairs
        (high, wide), sums = shape, self._sums
        inside = sums[high:, wide:] - sums[:-high, wide:]
        inside += sums[:-high, :-wide] - sums[high:, :-wide]
        return inside.astype(np.float32)


class LinkScores:
    """What each possible link of two runs of sentences earns, in nats.

    Tables have a row for each first sentence of the original's group and a column for each of the
    rewrite's.
    """

    def __init__(self, features: LinkFeatures, pricing: Pricing) -> None:
        self._features = features
        self._pricing = pricing
        self._weights, self._profile = pricing.weights, pricing.profile
        self.size = features.size
        self._deviations: dict[Shape, Floats] = {}
        self._single = self._by_features((1, 1))
        self._excess: _Excess | None = None
        if features.found_elsewhere.any():
            self._excess = self._formula_excess()

    def gap(self, side: Side) -> float:
        """Return what a gap of a side earns in addition to what its sentences earn."""
        weights = self._weights
        opened = weights.gap + weights.gap_by_rate * self._profile.gaps[side]
        return opened - self._left_out(side)

    def _left_out(self, side: Side) -> float:
        """Return what a sentence of a side earns by being in a gap.

        It is taken off what links earn, so that only the number of gaps still counts.
        """
        weights = self._weights
        return weights.further + weights.further_by_rate * self._profile.further[side]

    def fits(self, shape: Shape) -> bool:
        """Tell whether there are sentences enough for a link of a shape."""
        return shape[0] <= self.size[0] and shape[1] <= self.size[1]

    def of(self, shape: Shape) -> Floats:
        """Return what links of a shape earn."""
        earned = self._single.copy() if shape == (1, 1) else self._by_features(shape)
        if self._excess is not None:
            earned -= self._excess.of(shape)
        return earned

    def _formula_excess(self) -> _Excess | None:
        """Return how much more than they say sentences earn by what is found elsewhere, too.

        What is found all over a text is no evidence for any one place: it earns by how seldom it
        is, by its context, and by the rarity of what is not found elsewhere.
        """
        elsewhere, pair_excess = self._features.found_elsewhere, self._single.copy()
        pair_excess[elsewhere == 0] = 0
        pairs = np.nonzero(elsewhere)
        least = np.where(self._features.same, REPEATED_SCORE, FORMULA_SCORE)
        pair_excess[pairs] += np.log(elsewhere[pairs]) - least[pairs]
        pair_excess[pairs] -= self._features.found_only_here[pairs]
        if not (pair_excess > 0).any():
            return None
        alike = self._features.contexts_alike
        pair_excess[pairs] -= CONTEXT_SCORE * alike[pairs]
        pair_excess[np.isnan(alike)] = 0
        return _Excess(np.maximum(pair_excess, 0), self._features.same)

    def _by_features(self, shape: Shape) -> Floats:
        """Return what links of a shape earn by their features, however often a text has them."""
        weights, features = self._weights, self._features
        constant = weights.shapes[shape_number(shape)] + self._pricing.linked
        rows, columns = shape
        constant -= rows * self._left_out(Side.ORIGINAL) + columns * self._left_out(Side.REWRITE)
        common = features.common(shape) / np.float32(MAX_COMMON)
        earned = _looked_up(self._pricing.common, common)
        earned += _looked_up(self._pricing.alike, features.alike(shape))
        earned += _looked_up(self._pricing.contained, features.contained(shape))
        first, last = features.edges_alike(shape)
        earned += _looked_up(self._pricing.starts, first)
        earned += _looked_up(self._pricing.ends, last)
        deviation = self.deviation(shape)
        low, high = weights.uneven
        earned += np.float32(low - high) * np.minimum(deviation, np.float32(UNEVEN_KNOTS[1]))
        earned += np.float32(high) * np.minimum(deviation, np.float32(UNEVEN_KNOTS[2]))
        starts, ends = features.together(shape)
        earned += np.float32(weights.starts_together) * starts
        earned += np.float32(weights.ends_together) * ends
        earned += np.float32(constant)
        if shape == (1, 1):
            earned[features.same] += SAME_SCORE
        else:
            self._add_grouping(shape, earned)
        return earned

    def _add_grouping(self, shape: Shape, earned: Floats) -> None:
        """Add what links of several sentences on a side earn by being so."""
        ends = list(self._features.ends(shape))
        gains, on_rewrite = least_gain(ends)
        earned += np.where(
            on_rewrite,
            _looked_up(self._pricing.gain.rewrite, gains),
            _looked_up(self._pricing.gain.original, gains),
        )
        earned += self._grouped(shape, Side.ORIGINAL)[:, None]
        earned += self._grouped(shape, Side.REWRITE)[None, :]
        if min(shape) > 1:
            earned += _looked_up(self._pricing.crossed, self._features.crossed(shape))
        earned += np.float32(self._pricing.grouped)
        for end in ends:
            earned[self._is_glued(end, shape)] = NEVER
        # A row of a table is one unit: of two rows that share a cell none is a part of the other.
        earned[np.logical_and.outer(*self._features.rows(shape))] = NEVER

    def _is_glued(self, end: GroupEnd, shape: Shape) -> Flags:
        """Tell which groups have a sentence at an end that nothing says belongs there."""
        without = self.deviation(without_one(shape, end.side))[end.rest]
        nearer = without - self.deviation(shape)
        return (end.gain < MIN_END_GAIN) & (nearer < MIN_LENGTH_EVIDENCE)

    def _grouped(self, shape: Shape, side: Side) -> Floats:
        """Return what groups of a side earn by what was joined in them."""
        weights = self._weights
        joined = weights.joined + weights.joined_by_kept * self._profile.kept[side]
        across = np.float32(weights.across_paragraphs) * self._features.across(shape)[side]
        return np.float32(joined) * self._features.joined(shape)[side] + across

    def deviation(self, shape: Shape) -> Floats:
        """Return how far the lengths are from what they are in this pair, in variances."""
        if shape not in self._deviations:
            self._deviations[shape] = self._deviation(shape)
        return self._deviations[shape]

    def _deviation(self, shape: Shape) -> Floats:
        own, others = self._features.words(shape)
        own, others = own[:, None], others[None, :]
        grown = np.log1p(others) - np.log1p(own) - np.float32(self._profile.growth)
        # Few words vary more.
        spread = np.float32(self._profile.spread) + 1 / (1 + own) + 1 / (1 + others)
        return np.asarray(grown * grown / spread, dtype=np.float32)


def curve_segments(knots: Sequence[float], values: Floats) -> list[Floats]:
    """Return how far values reach into each segment between knots."""
    return [np.clip(values, low, high) - np.float32(low) for low, high in pairwise(knots)]
