"""What each possible link of two runs of sentences earns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.traits import Traits
from facing_pages.core.alignment.weights import LinkWeights
from facing_pages.core.similarity.features import Features
from facing_pages.core.similarity.likeness import edge_likeness, shared_tables
from facing_pages.core.similarity.units import Floats, Units

Shape = tuple[int, int]

# The shapes of a link: sentences of the original, sentences of the rewrite.
SHAPES: Final = (
    (1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (1, 4), (4, 1), (2, 3), (3, 2), (3, 3), (1, 5),
    (5, 1), (1, 6), (6, 1), (1, 7), (7, 1), (1, 8), (8, 1), (1, 9), (9, 1), (1, 10), (10, 1),
    (1, 11), (11, 1), (1, 12), (12, 1),
)  # fmt: skip
# Share of a sentence at an end of a group that must be found through it: what has nothing in common
# with the other side is left alone, not glued to its neighbour.
LEAST_GAIN: Final = 0.08
# What two equal sentences earn beyond what the weights give them, in nats: among a hundred that
# differ by a number only, the equal ones belong together.
SAME_EARNS: Final = np.float32(4.0)
LARGEST_GROUP: Final = 12
# What a link earns that may not be.
NEVER: Final = np.float32(-1e6)
# Between the knots a weight holds: the logarithm of the weight that is common, the share of both
# groups that is common (Dice), the share of the lighter one, the share of a sentence at an end of a
# group that is found only through it, how alike the first words and the last words of both groups
# are, the share of the lighter group that no two links in order find, and how far the lengths are
# from what they are in this pair, squared, in variances.
MOST_COMMON: Final = 8.0
COMMON_KNOTS: Final = (0.0, 2.0, 3.0, 4.0, 5.0, MOST_COMMON)
ALIKE_KNOTS: Final = (0.0, 0.08, 0.2, 0.4, 1.0)
CONTAINED_KNOTS: Final = (0.0, 0.2, 0.5, 1.0)
GAIN_KNOTS: Final = (0.0, 0.1, 0.3, 1.0)
EDGE_KNOTS: Final = (0.0, 0.2, 0.5, 1.0)
CROSSED_KNOTS: Final = (0.0, 0.05, 0.15, 1.0)
UNEVEN_KNOTS: Final = (0.0, 4.0, 16.0)
# Steps between 0 and 1 in which shares are looked up.
_STEPS: Final = 512
_LEAST: Final = np.float32(1e-6)


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
    steps = np.minimum(shares * np.float32(_STEPS), np.float32(_STEPS)).astype(np.int16)
    values: Floats = curve[steps]
    return values


class _Group(NamedTuple):
    """What all groups of so many sentences of a side hold, by the first sentence."""

    shared: Floats
    mass: Floats
    words: Floats
    joined: Floats
    across: Floats


class _Side:
    """One side of the problem; `groups[k]` has the groups of k + 1 sentences."""

    def __init__(self, units: Units, features: Features, shared: Floats) -> None:
        self.size = len(units)
        most = min(LARGEST_GROUP, self.size)
        starts = np.concatenate(([True], np.diff(units.paragraphs) != 0)).astype(np.float32)
        self.is_first = starts
        self.is_last = np.concatenate((starts[1:], [1.0])).astype(np.float32)
        masses = features.masses(features.table.weight, most)
        words = np.array([len(words) for words in units.words], dtype=np.float32)
        nothing = np.zeros(self.size, dtype=np.float32)
        group = _Group(shared, masses[0], words, nothing, nothing)
        self.groups = [group]
        for size in range(2, most + 1):
            count = self.size - size + 1
            parts = np.stack([masses[0][k : k + count] for k in range(size)])
            group = _Group(
                np.maximum(group.shared[:count], shared[size - 1 :]),
                masses[size - 1],
                group.words[:count] + words[size - 1 :],
                parts.sum(axis=0) - parts.max(axis=0),
                group.across[:count] + starts[size - 1 :],
            )
            self.groups.append(group)


class Pricing:
    """What observations of a pair of texts earn: weights with the pair's traits put in."""

    def __init__(self, weights: LinkWeights, traits: Traits) -> None:
        self.weights, self.traits = weights, traits
        kept = sum(traits.kept) / 2
        alike = np.asarray(weights.alike) + kept * np.asarray(weights.alike_by_kept)
        self.common = along_knots(
            [knot / MOST_COMMON for knot in COMMON_KNOTS],
            [weight * MOST_COMMON for weight in weights.common],
        )
        self.alike = along_knots(ALIKE_KNOTS, alike.tolist())
        self.contained = along_knots(CONTAINED_KNOTS, weights.contained)
        gains = [
            np.asarray(weights.gain) + share * np.asarray(weights.gain_by_kept)
            for share in traits.kept
        ]
        self.gain = tuple(along_knots(GAIN_KNOTS, gain.tolist()) for gain in gains)
        self.linked = weights.linked_by_kept * kept
        self.starts = along_knots(EDGE_KNOTS, weights.starts_alike)
        self.ends = along_knots(EDGE_KNOTS, weights.ends_alike)
        self.crossed = along_knots(CROSSED_KNOTS, weights.crossed)


class LinkScores:
    """What each possible link of two runs of sentences earns, in nats.

    Tables have a row for each first sentence of the original's group and a column for each of the
    rewrite's.
    """

    def __init__(
        self, units: tuple[Units, Units], features: tuple[Features, Features], pricing: Pricing
    ) -> None:
        self._pricing = pricing
        self._weights, self._traits = pricing.weights, pricing.traits
        *dense, shared = shared_tables(*features)
        self._prices = features[0].table.weight[shared]
        self._sides = (
            _Side(units[0], features[0], dense[0]),
            _Side(units[1], features[1], dense[1]),
        )
        self._edges = tuple(edge_likeness(*features, last=last) for last in (False, True))
        self.same = _are_same(units)
        self._priced: dict[int, Floats] = {}
        self._common: dict[Shape, Floats] = {}
        self.size = (self._sides[0].size, self._sides[1].size)

    def gap(self, side: int) -> float:
        """Return what a gap of a side earns beside what its sentences earn."""
        weights = self._weights
        opened = weights.gap + weights.gap_by_rate * self._traits.gaps[side]
        return opened - self._left_out(side)

    def _left_out(self, side: int) -> float:
        """Return what a sentence of a side earns by being in a gap.

        It is taken off what links earn, so that only the number of gaps still counts.
        """
        weights = self._weights
        return weights.further + weights.further_by_rate * self._traits.further[side]

    def fits(self, shape: Shape) -> bool:
        """Tell whether there are sentences enough for a link of a shape."""
        return shape[0] <= self.size[0] and shape[1] <= self.size[1]

    def of(self, shape: Shape) -> Floats:
        """Return what links of a shape earn."""
        weights = self._weights
        constant = weights.shapes[shape_number(shape)] + self._pricing.linked
        constant -= shape[0] * self._left_out(0) + shape[1] * self._left_out(1)
        common = self.common(shape) / np.float32(MOST_COMMON)
        earned = _looked_up(self._pricing.common, common)
        earned += _looked_up(self._pricing.alike, self.alike(shape))
        earned += _looked_up(self._pricing.contained, self.contained(shape))
        first, last = self.edges_alike(shape)
        earned += _looked_up(self._pricing.starts, first)
        earned += _looked_up(self._pricing.ends, last)
        deviation = self.deviation(shape)
        low, high = weights.uneven
        earned += np.float32(low - high) * np.minimum(deviation, np.float32(UNEVEN_KNOTS[1]))
        earned += np.float32(high) * np.minimum(deviation, np.float32(UNEVEN_KNOTS[2]))
        starts, ends = self.together(shape)
        earned += np.float32(weights.starts_together) * starts
        earned += np.float32(weights.ends_together) * ends
        if shape != (1, 1):
            constant += weights.grouped_by_rate * self._traits.grouped
            constant += weights.grouped_by_kept * min(self._traits.kept)
            gains, on_rewrite = self.gain(shape)
            earned += np.where(
                on_rewrite,
                _looked_up(self._pricing.gain[1], gains),
                _looked_up(self._pricing.gain[0], gains),
            )
            earned += self._grouped(shape, 0)[:, None] + self._grouped(shape, 1)[None, :]
        if min(shape) > 1:
            earned += _looked_up(self._pricing.crossed, self.crossed(shape))
        earned += np.float32(constant)
        if shape == (1, 1):
            earned[self.same] += SAME_EARNS
        else:
            earned[gains < LEAST_GAIN] = NEVER
        return earned

    def _grouped(self, shape: Shape, side: int) -> Floats:
        """Return what groups of a side earn by what was joined in them."""
        weights = self._weights
        group = self._groups(shape)[side]
        joined = weights.joined + weights.joined_by_kept * self._traits.kept[side]
        across = np.float32(weights.across_paragraphs) * group.across
        return np.float32(joined) * group.joined + across

    def _groups(self, shape: Shape) -> tuple[_Group, _Group]:
        return self._sides[0].groups[shape[0] - 1], self._sides[1].groups[shape[1] - 1]

    def common_weight(self, shape: Shape) -> Floats:
        """Return the weight of the features that both groups have in common."""
        if shape not in self._common:
            one, other = self._groups(shape)
            high = shape[0]
            if high not in self._priced:
                self._priced[high] = one.shared * self._prices
            self._common[shape] = self._priced[high] @ other.shared.T
        return self._common[shape]

    def common(self, shape: Shape) -> Floats:
        """Return the logarithm of how much both groups have in common."""
        return np.asarray(np.log1p(self.common_weight(shape)), dtype=np.float32)

    def alike(self, shape: Shape) -> Floats:
        """Return how alike both groups are (Dice)."""
        one, other = self._groups(shape)
        total = np.maximum(one.mass[:, None] + other.mass[None, :], _LEAST)
        return np.asarray(self.common_weight(shape) / total * np.float32(2), dtype=np.float32)

    def contained(self, shape: Shape) -> Floats:
        """Return the share of the lighter group that is found in the other."""
        return np.asarray(self.common_weight(shape) / self._lighter(shape), dtype=np.float32)

    def edges_alike(self, shape: Shape) -> tuple[Floats, Floats]:
        """Return how alike the first words of both groups are, and their last words (Dice)."""
        (high, wide), (first, last) = shape, self._edges
        rows, columns = self.size[0] - high + 1, self.size[1] - wide + 1
        return first[:rows, :columns], last[high - 1 :, wide - 1 :]

    def _lighter(self, shape: Shape) -> Floats:
        """Return the weight of the lighter group, for shares of it."""
        one, other = self._groups(shape)
        lighter = np.minimum(one.mass[:, None], other.mass[None, :])
        return np.asarray(np.maximum(lighter, _LEAST), dtype=np.float32)

    def crossed(self, shape: Shape) -> Floats:
        """Return the share of the lighter group that is found in the other only by crossing.

        That is, not by any two links that follow one another in place of this one.
        """
        (high, wide), common = shape, self.common_weight(shape)
        most = np.zeros_like(common)
        rows, columns = common.shape
        for i in range(1, high):
            for j in range(1, wide):
                before = self.common_weight((i, j))[:rows, :columns]
                after = self.common_weight((high - i, wide - j))[i : i + rows, j : j + columns]
                most = np.maximum(most, before + after)
        return np.asarray(np.clip((common - most) / self._lighter(shape), 0, 1), dtype=np.float32)

    def deviation(self, shape: Shape) -> Floats:
        """Return how far the lengths are from what they are in this pair, in variances."""
        one, other = self._groups(shape)
        own, others = one.words[:, None], other.words[None, :]
        grown = np.log1p(others) - np.log1p(own) - np.float32(self._traits.growth)
        # Few words vary more.
        spread = np.float32(self._traits.spread) + 1 / (1 + own) + 1 / (1 + others)
        return np.asarray(grown * grown / spread, dtype=np.float32)

    def together(self, shape: Shape) -> tuple[Floats, Floats]:
        """Return where both groups start a paragraph, and where both end one: 1, else 0."""
        (one, other), (high, wide) = self._sides, shape
        rows, columns = one.size - high + 1, other.size - wide + 1
        return (
            np.outer(one.is_first[:rows], other.is_first[:columns]),
            np.outer(one.is_last[high - 1 :], other.is_last[wide - 1 :]),
        )

    def joined(self, shape: Shape) -> tuple[Floats, Floats]:
        """Return the weight of all but the heaviest sentence of each side's groups."""
        one, other = self._groups(shape)
        return one.joined, other.joined

    def across(self, shape: Shape) -> tuple[Floats, Floats]:
        """Return how many paragraphs start inside each side's groups."""
        one, other = self._groups(shape)
        return one.across, other.across

    def gain(self, shape: Shape) -> tuple[Floats, np.ndarray[tuple[int, ...], np.dtype[np.bool_]]]:
        """Return how much of the sentence at an end that adds least is found only through it.

        And whether that sentence is the rewrite's.
        """
        common = self.common_weight(shape)
        least = np.full_like(common, np.inf)
        on_rewrite = np.zeros(common.shape, dtype=np.bool_)
        for side in (0, 1):
            if shape[side] == 1:
                continue
            groups = self._sides[side].groups
            rest = self.common_weight((shape[0] - (side == 0), shape[1] - (side == 1)))
            for start in (0, 1):
                # Without the last sentence, without the first.
                cut = slice(start, start + common.shape[side])
                own = groups[shape[side] - 1].mass - groups[shape[side] - 2].mass[cut]
                own = np.maximum(own, _LEAST)
                if side == 0:
                    gains = (common - rest[cut]) / own[:, None]
                else:
                    gains = (common - rest[:, cut]) / own[None, :]
                on_rewrite = np.where(gains < least, side == 1, on_rewrite)
                least = np.minimum(gains, least)
        return np.clip(least, 0, 1), on_rewrite


def _are_same(units: tuple[Units, Units]) -> NDArray[np.bool_]:
    """Tell of each two sentences whether they have the same words in the same order."""
    numbers: dict[tuple[str, ...], int] = {}
    sides = [
        np.array([numbers.setdefault(words, len(numbers)) for words in side.words])
        for side in units
    ]
    same: NDArray[np.bool_] = sides[0][:, None] == sides[1][None, :]
    return same


def curve_segments(knots: Sequence[float], values: Floats) -> list[Floats]:
    """Return how far values reach into each segment between knots."""
    return [np.clip(values, low, high) - np.float32(low) for low, high in pairwise(knots)]
