"""All chains of links of two runs of sentences: the best one, and how probable a link is.

A chain goes through the pairs of prefixes of both runs. From one it goes on by a link, or into a
gap: first sentences of the original are left out, then sentences of the rewrite, so that no chain
is counted twice. A gap costs once, however long it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.observed import LARGEST_GROUP, Shape
from facing_pages.core.alignment.scores import NEVER
from facing_pages.core.similarity.units import Floats, Ints

Doubles = npt.NDArray[np.float64]

# The states of a chain: behind a link, inside a gap of either side.
_LINKED: Final = 0
_IN_ORIGINAL: Final = 1
_IN_REWRITE: Final = 2
# Above this a score is as good as certain, and its exponential still a number.
_CERTAIN: Final = 300.0


class Found(NamedTuple):
    """A link of a chain: its shape, and where its groups start."""

    shape: Shape
    original: int
    rewrite: int


class _Chains(NamedTuple):
    """The weights of all chains up to each pair of prefixes and from there on.

    Rows are scaled by the exponential of their scale; `everything` is the log of the whole.
    """

    before: Doubles
    before_scale: Doubles
    after: Doubles
    after_scale: Doubles
    everything: float


class Lattice:
    """What links of some shapes earn, by their ends, and what a gap on either side earns."""

    def __init__(
        self, size: tuple[int, int], earned: dict[Shape, Floats], gaps: tuple[float, float]
    ) -> None:
        self._size = size
        self._shapes = list(earned)
        self._gaps = gaps
        self._counted: _Chains | None = None
        rows, columns = size
        # Row i, shape s, column j: what a link of the shape earns that ends there, or starts.
        table = np.full((rows + 1, len(earned), columns + 1), NEVER, dtype=np.float32)
        self._by_end = table
        self._by_start = table.copy()
        for number, ((high, wide), values) in enumerate(earned.items()):
            self._by_end[high:, number, wide:] = values
            self._by_start[: rows + 1 - high, number, : columns + 1 - wide] = values

    def best_chain(self) -> list[Found]:
        """Return the links of the chain that earns most, in order."""
        return self._walk_back(*self._best_steps())

    def _best_steps(self) -> tuple[npt.NDArray[np.int8], ...]:
        """Return for each pair of prefixes: the best link and the best state there.

        And whether the gap of the original, that of the rewrite, goes on from before there, and
        whether the latter starts behind a gap of the original. Each (rows + 1, columns + 1).
        """
        rows, columns = self._size
        steps = tuple(np.zeros((rows + 1, columns + 1), dtype=np.int8) for _ in range(5))
        shapes, states, on_original, on_rewrite, behind_gap = steps
        gaps = [np.float32(gap) for gap in self._gaps]
        reach = _Reach(self._shapes, columns, NEVER)
        linked = np.full(columns + 1, NEVER, dtype=np.float32)
        linked[0] = 0.0
        gap = np.full(columns + 1, NEVER, dtype=np.float32)
        across = gap.copy()
        for i in range(rows + 1):
            if i:
                opened = linked + gaps[0]
                np.greater(gap, opened, out=on_original[i], casting="unsafe")
                gap = np.maximum(gap, opened)
                reached = reach.back() + self._by_end[i]
                shapes[i] = reached.argmax(axis=0)
                linked = reached.max(axis=0)
            either = np.maximum(linked, gap)
            np.greater(gap, linked, out=behind_gap[i], casting="unsafe")
            highest = np.maximum.accumulate(either)
            across[1:] = highest[:-1] + gaps[1]
            np.greater(highest[:-1], either[:-1], out=on_rewrite[i, 1:], casting="unsafe")
            states[i] = np.where(across > either, _IN_REWRITE, behind_gap[i])
            reach.push(np.maximum(either, across))
        return steps

    def _walk_back(
        self,
        shapes: npt.NDArray[np.int8],
        states: npt.NDArray[np.int8],
        on_original: npt.NDArray[np.int8],
        on_rewrite: npt.NDArray[np.int8],
        behind_gap: npt.NDArray[np.int8],
    ) -> list[Found]:
        i, j = self._size
        links: list[Found] = []
        state = int(states[i, j])
        while i > 0 or j > 0:
            if state == _LINKED:
                shape = self._shapes[int(shapes[i, j])]
                i, j = i - shape[0], j - shape[1]
                links.append(Found(shape, i, j))
                state = int(states[i, j])
            elif state == _IN_ORIGINAL:
                state = _IN_ORIGINAL if on_original[i, j] else _LINKED
                i -= 1
            else:
                goes_on = bool(on_rewrite[i, j])
                j -= 1
                if not goes_on:
                    state = int(behind_gap[i, j])
        links.reverse()
        return links

    def probabilities(self, links: Sequence[Found]) -> list[float]:
        """Return the share of all chains, weighed by what they earn, that have each link."""
        return [float(self._shares(*link)[0, 0]) for link in links]

    def overlapping(self, link: Found) -> float:
        """Return how many links a chain has on average that share sentences with a link's sides."""
        (high, wide), i, j = link
        total = 0.0
        for shape in self._shapes:
            first = (max(0, i - shape[0] + 1), max(0, j - shape[1] + 1))
            last = (
                min(i + high, self._size[0] - shape[0] + 1),
                min(j + wide, self._size[1] - shape[1] + 1),
            )
            if first[0] < last[0] and first[1] < last[1]:
                sizes = (last[0] - first[0], last[1] - first[1])
                total += float(self._shares(shape, *first, sizes=sizes).sum())
        return total

    def _shares(self, shape: Shape, i: int, j: int, *, sizes: tuple[int, int] = (1, 1)) -> Doubles:
        """Return the shares of chains that have the links of a shape that start at (i, j) or near.

        `sizes` tells how many rows and columns of starts.
        """
        chains = self._chains()
        rows, columns = slice(i, i + sizes[0]), slice(j, j + sizes[1])
        ends = (
            slice(i + shape[0], i + shape[0] + sizes[0]),
            slice(j + shape[1], j + shape[1] + sizes[1]),
        )
        both = chains.before[rows, columns] * chains.after[ends]
        earned = self._by_end[ends[0], self._shapes.index(shape), ends[1]]
        scale = chains.before_scale[rows] + chains.after_scale[ends[0]] - chains.everything
        with np.errstate(divide="ignore"):
            shares = np.exp(np.log(both) + scale[:, None] + earned)
        return np.minimum(1.0, shares)

    def _chains(self) -> _Chains:
        """Return the weights of all chains; they are counted once."""
        if self._counted is None:
            before, before_scale = self._sums(self._by_end)
            # What follows a link is what leads up to it in the texts read from their ends.
            turned, turned_scale = self._sums(self._by_start[::-1, :, ::-1])
            rows, columns = self._size
            everything = float(np.log(before[rows, columns]) + before_scale[rows])
            after = (turned[::-1, ::-1], turned_scale[::-1])
            self._counted = _Chains(before, before_scale, *after, everything)
        return self._counted

    def _sums(self, by_end: Floats) -> tuple[Doubles, Doubles]:
        """Return the weight of all chains up to each pair of prefixes, and each row's log scale."""
        rows, columns = self._size
        total = np.zeros((rows + 1, columns + 1))
        scales = np.zeros(rows + 1)
        opened = np.exp(self._gaps)
        reach = _Reach(self._shapes, columns, np.float64(0.0))
        linked = np.zeros(columns + 1)
        linked[0] = 1.0
        gap = np.zeros(columns + 1)
        scale = 0.0
        for i in range(rows + 1):
            if i:
                gap = gap + linked * opened[0]
                earned = np.exp(np.minimum(by_end[i], _CERTAIN), dtype=np.float64)
                linked = (reach.back() * earned).sum(axis=0)
            either = linked + gap
            total[i] = either
            total[i, 1:] += opened[1] * np.cumsum(either)[:-1]
            highest = total[i].max()
            total[i] /= highest
            linked /= highest
            gap /= highest
            reach.rows /= highest
            scale += np.log(highest)
            scales[i] = scale
            reach.push(total[i])
        return total, scales


class _Reach:
    """The last rows, and what links of each shape can go on from there."""

    def __init__(
        self, shapes: Sequence[Shape], columns: int, nothing: np.float32 | np.float64
    ) -> None:
        width = columns + 1 + LARGEST_GROUP
        self.rows = np.full((LARGEST_GROUP, width), nothing, dtype=type(nothing))
        highs = np.array([high for high, _ in shapes], dtype=np.int64)
        wides = np.array([wide for _, wide in shapes], dtype=np.int64)
        places = np.arange(columns + 1, dtype=np.int64)[None, :] + LARGEST_GROUP - wides[:, None]
        self._from: Ints = (LARGEST_GROUP - highs)[:, None] * width + places

    def push(self, row: npt.NDArray[np.floating]) -> None:
        """Add a row; the oldest is forgotten."""
        self.rows[:-1] = self.rows[1:]
        self.rows[-1, LARGEST_GROUP:] = row

    def back(self) -> npt.NDArray[np.floating]:
        """Return for each shape and column what stands where a link that ends there starts."""
        return self.rows.take(self._from)
