"""Arrange linked units in rows that follow the order of both texts.

    original  A B C D     links  A=A  C=C  D=D (moved), B and E alone
    rewrite   D A C E     rows   (-, D)  (A, A)  (B, -)  (C, C)  (D, -)  (-, E)

A unit that moved, or that has no counterpart, has a row of its own; `partner` is the number of the
row with the other half of a move.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facing_pages.core.both import Both, of_side
from facing_pages.core.model import Link, LinkKind, ParagraphLink, Side, Span


class Row(NamedTuple):
    """Units that stand level; a side may have none.

    `partner`: for one half of a moved passage the row with the other half, -1 for all other rows.
    """

    original: Span
    rewrite: Span
    kind: LinkKind
    partner: int = -1

    def paragraphs(self, side: Side) -> Span:
        """Return the numbers of the units of a side."""
        return of_side(self, side)


def level_rows(links: Sequence[ParagraphLink] | Sequence[Link]) -> list[Row]:
    """Arrange links of paragraphs, or of sentences, in rows."""
    rows = _ordered(links)
    row_of = rows_of_units(rows)
    for link in (link for link in links if link.moved):
        for side in Side:
            partner = row_of[side.other][link.numbers(side.other)[0]]
            for unit in link.numbers(side):
                row = row_of[side][unit]
                rows[row] = rows[row]._replace(partner=partner)
    return rows


def rows_of_units(rows: Sequence[Row]) -> Both[list[int]]:
    """Return for each unit of each side the number of its row."""
    return Both.of(
        lambda side: [
            number for number, row in enumerate(rows) for _ in range(row.paragraphs(side).length)
        ]
    )


def _ordered(links: Sequence[ParagraphLink] | Sequence[Link]) -> list[Row]:
    ordered = sorted(
        (link for link in links if link.original and link.rewrite and not link.moved),
        key=lambda link: link.original,
    )
    alone: Both[dict[int, LinkKind]] = Both({}, {})
    for link in links:
        if link.moved or not link.original or not link.rewrite:
            for side in Side:
                alone[side].update(dict.fromkeys(link.numbers(side), link.kind))
    rows: list[Row] = []
    p = q = 0
    for link in ordered:
        rows += _one_sided(alone, Span(p, link.original[0]), Span(q, link.rewrite[0]))
        p, q = link.original[-1] + 1, link.rewrite[-1] + 1
        rows.append(Row(Span(link.original[0], p), Span(link.rewrite[0], q), link.kind))
    ends = alone.map(lambda kinds: max(kinds, default=-1) + 1)
    rows += _one_sided(alone, Span(p, max(p, ends.original)), Span(q, max(q, ends.rewrite)))
    return rows


def _one_sided(alone: Both[dict[int, LinkKind]], original: Span, rewrite: Span) -> Iterator[Row]:
    """Yield one-sided rows for the units between two links, those of the original first."""
    for p in range(*original):
        yield Row(Span(p, p + 1), Span(rewrite.start, rewrite.start), alone.original[p])
    for q in range(*rewrite):
        yield Row(Span(original.end, original.end), Span(q, q + 1), alone.rewrite[q])
