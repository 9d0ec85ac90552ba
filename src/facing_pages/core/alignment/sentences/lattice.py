r"""All chains of links of two runs of sentences: the best one, and how probable each link is.

    original A B C, rewrite D E: a node for each pair of prefixes (i, j)

          j=0   1   2
    i=0    o                  A chain is a path from the first node to the last one. This one has
       A     \                A-D (a 1:1 link), B in a gap of the original, and C-E (1:1).
      1        o
       B       |   gap        A 2:1 link of B and C with E would go straight from (1, 1) to
      2        o              (3, 2), a 2:2 link of A and B with D and E from (0, 0) to (2, 2).
       C         \
      3            o

What a path earns is the sum of the scores of its links and gaps, and its probability is in
proportion to the exponential of that: a semi-Markov conditional random field (Sarawagi and Cohen
2004) over monotone alignments. `best_chain` is its Viterbi path, `likely_links` its marginals, by
the forward and backward sums.

From a node a chain goes on by a link, or into a gap: first sentences of the original are left
out, then sentences of the rewrite, so that no chain is counted twice. A gap costs once, however
long it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.alignment.sentences.link_features import MAX_GROUP, Shape
from facing_pages.core.alignment.sentences.link_scores import NEVER
from facing_pages.core.alignment.sentences.sentence_units import Floats, Ints
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span

Doubles = npt.NDArray[np.float64]

# The states of a chain, by number: behind a link, inside a gap of either side.
_LINKED: Final = 0
_IN_ORIGINAL: Final = 1
_IN_REWRITE: Final = 2
# Above this score, in nats, a link is as good as certain, and its exponential still a number: a
# float of 64 bits holds e^709. By judgement below that.
_CERTAIN: Final = 300.0
# The logarithm of how probable a link must be to count at all: half a percent, to save time. By
# judgement.
_MIN_LOG_PROBABILITY: Final = float(np.log(0.005))


class LikelyLinks(NamedTuple):
    """The n links that are probable enough to count, by columns of n values each.

    Their spans in the original and in the rewrite, and `probability`: the share of all chains,
    weighed by what they earn, that have the link.
    """

    original_start: Ints
    original_end: Ints
    rewrite_start: Ints
    rewrite_end: Ints
    probability: Doubles

    def chosen(self, which: npt.NDArray[np.bool_]) -> Iterator[SpanLink]:
        """Yield some of the links, as sure as they are probable."""
        for i, i_end, j, j_end, probability in zip(
            *(column[which].tolist() for column in self), strict=True
        ):
            yield SpanLink(Span(i, i_end), Span(j, j_end), probability)

    def alone(self, size: tuple[int, int]) -> Both[Doubles]:
        """Return how probable it is of each sentence that it is in no link; `size` counts them."""
        ends = Both(
            (self.original_start, self.original_end), (self.rewrite_start, self.rewrite_end)
        )
        return ends.with_other(Both(*size), self._uncovered)

    def _uncovered(self, ends: tuple[Ints, Ints], count: int) -> Doubles:
        changes = np.zeros(count + 1)
        np.add.at(changes, ends[0], self.probability)
        np.add.at(changes, ends[1], -self.probability)
        alone: Doubles = np.clip(1.0 - np.cumsum(changes[:-1]), 0.0, 1.0)
        return alone

    @property
    def largest_group(self) -> Ints:
        """Return how many sentences the longer side of each link has."""
        original = self.original_end - self.original_start
        largest: Ints = np.maximum(original, self.rewrite_end - self.rewrite_start)
        return largest


class _Chains(NamedTuple):
    """The logarithms of the weights of all chains up to each pair of prefixes, and from there on.

    And of all chains as a whole.
    """

    before: Doubles
    after: Doubles
    everything: float


class Lattice:
    """What links of some shapes earn, by their ends, and what a gap on either side earns."""

    def __init__(
        self, size: tuple[int, int], earned: dict[Shape, Floats], gaps: tuple[float, float]
    ) -> None:
        self._size = size
        self._shapes = list(earned)
        self._gaps = gaps
        rows, columns = size
        # Row i, shape s, column j: what a link of the shape earns that ends there, or starts.
        table = np.full((rows + 1, len(earned), columns + 1), NEVER, dtype=np.float32)
        self._by_end = table
        self._by_start = table.copy()
        for number, ((high, wide), values) in enumerate(earned.items()):
            self._by_end[high:, number, wide:] = values
            self._by_start[: rows + 1 - high, number, : columns + 1 - wide] = values

    def best_chain(self) -> list[SpanLink]:
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
    ) -> list[SpanLink]:
        i, j = self._size
        links: list[SpanLink] = []
        state = int(states[i, j])
        while i > 0 or j > 0:
            if state == _LINKED:
                high, wide = self._shapes[int(shapes[i, j])]
                links.append(SpanLink(Span(i - high, i), Span(j - wide, j)))
                i, j = i - high, j - wide
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

    def likely_links(self) -> LikelyLinks:
        """Return all links that are likely enough to count."""
        chains = self._chains()
        found: list[LikelyLinks] = []
        for number, (high, wide) in enumerate(self._shapes):
            rows, columns = self._size[0] - high + 1, self._size[1] - wide + 1
            logs = chains.before[:rows, :columns] + chains.after[high:, wide:]
            logs += self._by_end[high:, number, wide:]
            logs -= chains.everything
            i, j = np.nonzero(logs >= _MIN_LOG_PROBABILITY)
            probability = np.exp(np.minimum(logs[i, j], 0.0))
            found.append(LikelyLinks(i, i + high, j, j + wide, probability))
        return LikelyLinks(*(np.concatenate(column) for column in zip(*found, strict=True)))

    def _chains(self) -> _Chains:
        """Return the weights of all chains."""
        before = self._sums(self._by_end)
        # What follows a link is what leads up to it in the texts read from their ends.
        after = self._sums(self._by_start[::-1, :, ::-1])[::-1, ::-1]
        return _Chains(before, after, float(before[-1, -1]))

    def _sums(self, by_end: Floats) -> Doubles:
        """Return the logarithm of the weight of all chains up to each pair of prefixes."""
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
        with np.errstate(divide="ignore"):
            logs: Doubles = np.log(total) + scales[:, None]
        return logs


class _Reach:
    """The last rows, and what links of each shape can go on from there."""

    def __init__(
        self, shapes: Sequence[Shape], columns: int, nothing: np.float32 | np.float64
    ) -> None:
        width = columns + 1 + MAX_GROUP
        self.rows = np.full((MAX_GROUP, width), nothing, dtype=type(nothing))
        highs = np.array([high for high, _ in shapes], dtype=np.int64)
        wides = np.array([wide for _, wide in shapes], dtype=np.int64)
        places = np.arange(columns + 1, dtype=np.int64)[None, :] + MAX_GROUP - wides[:, None]
        self._from: Ints = (MAX_GROUP - highs)[:, None] * width + places

    def push(self, row: npt.NDArray[np.floating]) -> None:
        """Add a row; the oldest is forgotten."""
        self.rows[:-1] = self.rows[1:]
        self.rows[-1, MAX_GROUP:] = row

    def back(self) -> npt.NDArray[np.floating]:
        """Return for each shape and column what stands where a link that ends there starts."""
        return self.rows.take(self._from)
