"""Links that a person fixed: what belongs together, and what does not.

original   A  B  C  D      pins: A with E, D with F (in order), B with G (crosses D F), C alone
rewrite    E  F  G         in order:     A-E, D-F       the texts are aligned between them
                           out of order: B-G            a move
                           closed:       A B C D, E F G no other link may hold them
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from facing_pages.core.alignment.sentences.link_features import Shape
from facing_pages.core.alignment.sentences.link_scores import NEVER
from facing_pages.core.alignment.sentences.sentence_units import Floats
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.model import Pin, Span


@dataclass(frozen=True, slots=True)
class Limits:
    """What no link may do: hold a closed sentence of either side, or both of a separated pair."""

    closed: tuple[frozenset[int], frozenset[int]] = (frozenset(), frozenset())
    separated: frozenset[tuple[int, int]] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.closed[0] or self.closed[1] or self.separated)

    def part(self, original: Span, rewrite: Span) -> Limits:
        """Return the limits of a run of sentences on both sides, numbered from its start."""
        if not self:
            return self
        return Limits(
            (_shifted(self.closed[0], original), _shifted(self.closed[1], rewrite)),
            frozenset(
                (i - original.start, j - rewrite.start)
                for i, j in self.separated
                if i in range(*original) and j in range(*rewrite)
            ),
        )

    def allow(self, original: Span, rewrite: Span) -> bool:
        """Tell whether a link may hold these sentences."""
        rows, columns = range(*original), range(*rewrite)
        return not (
            any(k in rows for k in self.closed[0])
            or any(k in columns for k in self.closed[1])
            or any(i in rows and j in columns for i, j in self.separated)
        )

    def forbid(self, shape: Shape, earned: Floats) -> None:
        """Set the scores of links of a shape that may not be to `NEVER`, in place."""
        high, wide = shape
        for i in self.closed[0]:
            earned[max(0, i - high + 1) : i + 1] = NEVER
        for j in self.closed[1]:
            earned[:, max(0, j - wide + 1) : j + 1] = NEVER
        for i, j in self.separated:
            earned[max(0, i - high + 1) : i + 1, max(0, j - wide + 1) : j + 1] = NEVER


class PinnedLinks(NamedTuple):
    """What pins say: links in order on both sides, links out of order (moved), and limits."""

    in_order: list[SpanLink]
    out_of_order: list[SpanLink]
    limits: Limits


def resolve_pins(pins: Sequence[Pin], counts: tuple[int, int]) -> PinnedLinks:
    """Return what pins say of two texts with these numbers of sentences.

    Raises `ValueError` if they name sentences that are not there or contradict each other.
    """
    together = [(pin.original, pin.rewrite) for pin in pins if pin.together]
    closed: list[frozenset[int]] = []
    for side in (0, 1):
        numbers = [k for link in together for k in link[side]]
        every = [k for pin in pins for k in (pin.original, pin.rewrite)[side]]
        if any(not 0 <= k < counts[side] for k in every):
            raise ValueError("a pinned link names a sentence that the text does not have")
        if len(set(numbers)) < len(numbers):
            raise ValueError("a sentence is in two pinned links")
        closed.append(frozenset(numbers))
    separated = frozenset(
        (i, j) for pin in pins if not pin.together for i in pin.original for j in pin.rewrite
    )
    if any(i in one and j in other for one, other in together for i, j in separated):
        raise ValueError("two sentences are pinned together and apart")
    links = sorted(SpanLink(_span(one), _span(other)) for one, other in together if one and other)
    kept = _longest_in_order(links)
    moved = [link._replace(moved=True) for k, link in enumerate(links) if k not in kept]
    return PinnedLinks(
        [link for k, link in enumerate(links) if k in kept],
        moved,
        Limits((closed[0], closed[1]), separated),
    )


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
