"""Links that a person fixed: what belongs together, and what does not.

original   A  B  C  D      pins: A with E, D with F (in order), B with G (crosses D F), C alone
rewrite    E  F  G         in order:     A-E, D-F       the texts are aligned between them
                           out of order: B-G            a move
                           closed:       A B C D, E F G no other link may hold them
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from facing_pages.core.alignment.sentences.link_features import Shape
from facing_pages.core.alignment.sentences.link_scores import NEVER
from facing_pages.core.alignment.sentences.sentence_units import Floats
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Pin, Span

_NOTHING_CLOSED: Final[Both[frozenset[int]]] = Both(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Limits:
    """What no link may do: hold a closed sentence of either side, or both of a separated pair."""

    closed: Both[frozenset[int]] = _NOTHING_CLOSED
    separated: frozenset[tuple[int, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.closed.original or self.closed.rewrite or self.separated)

    def part(self, original: Span, rewrite: Span) -> Limits:
        """Return the limits of a run of sentences on both sides, numbered from its start."""
        if not self:
            return self
        return Limits(
            self.closed.with_other(Both(original, rewrite), _shifted),
            frozenset(
                (i - original.start, j - rewrite.start)
                for i, j in self.separated
                if i in range(*original) and j in range(*rewrite)
            ),
        )

    def mirrored(self) -> Limits:
        """Return the limits with their sides swapped."""
        return Limits(self.closed.swapped, frozenset((j, i) for i, j in self.separated))

    def allow(self, original: Span, rewrite: Span) -> bool:
        """Tell whether a link may hold these sentences."""
        rows, columns = range(*original), range(*rewrite)
        return not (
            any(k in rows for k in self.closed.original)
            or any(k in columns for k in self.closed.rewrite)
            or any(i in rows and j in columns for i, j in self.separated)
        )

    def forbid(self, shape: Shape, earned: Floats) -> None:
        """Set the scores of links of a shape that may not be to `NEVER`, in place."""
        high, wide = shape
        for i in self.closed.original:
            earned[max(0, i - high + 1) : i + 1] = NEVER
        for j in self.closed.rewrite:
            earned[:, max(0, j - wide + 1) : j + 1] = NEVER
        for i, j in self.separated:
            earned[max(0, i - high + 1) : i + 1, max(0, j - wide + 1) : j + 1] = NEVER


class PinnedLinks(NamedTuple):
    """What pins say: links in order on both sides, links out of order (moved), and limits."""

    in_order: list[SpanLink]
    out_of_order: list[SpanLink]
    limits: Limits


def resolve_pins(pins: Sequence[Pin], counts: Both[int]) -> PinnedLinks:
    """Return what pins say of two texts with these numbers of sentences.

    Raises `ValueError` if they name sentences that are not there or contradict each other.
    """
    together = [pin for pin in pins if pin.together]
    for side, count in counts.items():
        if any(not 0 <= k < count for pin in pins for k in pin.numbers(side)):
            raise ValueError("a pinned link names a sentence that the text does not have")
    closed = Both.of(lambda side: _only_once(pin.numbers(side) for pin in together))
    separated = frozenset(
        (i, j) for pin in pins if not pin.together for i in pin.original for j in pin.rewrite
    )
    if any(i in pin.original and j in pin.rewrite for pin in together for i, j in separated):
        raise ValueError("two sentences are pinned together and apart")
    links = sorted(
        SpanLink(_span(pin.original), _span(pin.rewrite))
        for pin in together
        if pin.original and pin.rewrite
    )
    kept = _longest_in_order(links)
    moved = [link._replace(moved=True) for k, link in enumerate(links) if k not in kept]
    return PinnedLinks(
        [link for k, link in enumerate(links) if k in kept],
        moved,
        Limits(closed, separated),
    )


def _only_once(groups: Iterable[tuple[int, ...]]) -> frozenset[int]:
    """Return all numbers of some groups. Raises `ValueError` if one is in two of them."""
    numbers = [number for group in groups for number in group]
    if len(set(numbers)) < len(numbers):
        raise ValueError("a sentence is in two pinned links")
    return frozenset(numbers)


def _span(numbers: tuple[int, ...]) -> Span:
    return Span(min(numbers), max(numbers) + 1)


def _shifted(numbers: frozenset[int], run: Span) -> frozenset[int]:
    return frozenset(k - run.start for k in numbers if k in range(*run))


def _longest_in_order(links: Sequence[SpanLink]) -> set[int]:
    """Return the numbers of most links, sorted by the original, that rise in the rewrite too."""
    ends: list[int] = []
    before: list[int] = []
    for k, link in enumerate(links):
        low = bisect_right(ends, link.rewrite.start, key=lambda n: links[n].rewrite.end)
        before.append(ends[low - 1] if low else -1)
        ends[low : low + 1] = [k]
    kept: set[int] = set()
    k = ends[-1] if ends else -1
    while k >= 0:
        kept.add(k)
        k = before[k]
    return kept
