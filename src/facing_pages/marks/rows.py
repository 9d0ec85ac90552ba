"""Rows of units that belong together, in the order of both texts.

A unit that moved, or has no counterpart, has a row of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from facing_pages.core.model import Link, LinkKind, ParagraphLink, Side, Span


class Row(NamedTuple):
    """Units that stand level; a side may have none.

    `partner` is the row where the other half of a moved passage stands, -1 if this is no half.
    """

    original: Span
    rewrite: Span
    kind: LinkKind
    partner: int = -1

    def paragraphs(self, side: Side) -> Span:
        """Return the numbers of the units of a side."""
        return self.original if side is Side.ORIGINAL else self.rewrite


def level_rows(links: Sequence[ParagraphLink] | Sequence[Link]) -> list[Row]:
    """Return the rows that links of paragraphs or of sentences make."""
    rows = _ordered(links)
    place = rows_of_units(rows)
    for link in links:
        if link.moved:
            halves = (place[0][link.original[0]], place[1][link.rewrite[0]])
            for p in link.original:
                rows[place[0][p]] = rows[place[0][p]]._replace(partner=halves[1])
            for q in link.rewrite:
                rows[place[1][q]] = rows[place[1][q]]._replace(partner=halves[0])
    return rows


def rows_of_units(rows: Sequence[Row]) -> tuple[list[int], list[int]]:
    """Return for each unit of either side the number of its row."""
    result: tuple[list[int], list[int]] = ([], [])
    for number, row in enumerate(rows):
        result[0].extend([number] * row.original.length)
        result[1].extend([number] * row.rewrite.length)
    return result


def _ordered(links: Sequence[ParagraphLink] | Sequence[Link]) -> list[Row]:
    ordered = sorted(
        (link for link in links if link.original and link.rewrite and not link.moved),
        key=lambda link: link.original,
    )
    alone: tuple[dict[int, LinkKind], dict[int, LinkKind]] = ({}, {})
    for link in links:
        if link.moved or not link.original or not link.rewrite:
            alone[0].update(dict.fromkeys(link.original, link.kind))
            alone[1].update(dict.fromkeys(link.rewrite, link.kind))
    rows: list[Row] = []
    p = q = 0
    for link in ordered:
        rows += _lonely(alone, (p, link.original[0]), (q, link.rewrite[0]))
        p, q = link.original[-1] + 1, link.rewrite[-1] + 1
        rows.append(Row(Span(link.original[0], p), Span(link.rewrite[0], q), link.kind))
    ends = (max(alone[0], default=-1) + 1, max(alone[1], default=-1) + 1)
    rows += _lonely(alone, (p, max(p, ends[0])), (q, max(q, ends[1])))
    return rows


def _lonely(
    alone: tuple[dict[int, LinkKind], dict[int, LinkKind]],
    original: tuple[int, int],
    rewrite: tuple[int, int],
) -> Iterator[Row]:
    """Give rows with one side only, for the paragraphs between two links."""
    for p in range(*original):
        yield Row(Span(p, p + 1), Span(rewrite[0], rewrite[0]), alone[0][p])
    for q in range(*rewrite):
        yield Row(Span(original[1], original[1]), Span(q, q + 1), alone[1][q])
