"""The gaps between the links in order: sentences of either side that nothing holds yet.

original   A  B  C  D      links A A, D D; C moved away: the gap has B on the one side,
rewrite    A  E  F  D      E and F on the other
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.both import Both
from facing_pages.core.model import Span


class Gap(NamedTuple):
    """The free sentences of both sides between two links; `is_inside` if there is one on an end."""

    original: list[int]
    rewrite: list[int]
    is_inside: bool


def gaps_between(
    section: Section, chain: Sequence[SpanLink], others: Iterable[SpanLink]
) -> Iterator[Gap]:
    """Yield the gaps of a chain, those with nothing free on a side too.

    Sentences that are closed, or in one of the `others`, which stand out of order, are not free.
    """
    closed = section.limits.closed
    others = list(others)
    taken = Both(
        {k for link in others for k in range(*link.original)} | closed.original,
        {k for link in others for k in range(*link.rewrite)} | closed.rewrite,
    )
    original, rewrite = section.size
    ends = SpanLink(Span(original, original), Span(rewrite, rewrite))
    before = SpanLink(Span(0, 0), Span(0, 0))
    for after in [*chain, ends]:
        rows = range(before.original.end, after.original.start)
        columns = range(before.rewrite.end, after.rewrite.start)
        yield Gap(
            [k for k in rows if k not in taken.original],
            [k for k in columns if k not in taken.rewrite],
            bool(chain),
        )
        before = after
