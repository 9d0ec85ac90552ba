"""All links among what the ordered chain left over, one stage after the other.

original   A  B  H  C  D      chain: A A, C C, D D      B moved (`find_moves`), and the headings
rewrite    A  G  C  D  B      H and G stand alone between two links (`pair_by_position`)

Items of lists move by rules of their own (`find_item_moves`). Runs that face each other in a gap
come next (`link_facing_runs`), then sentences that were half merged (`join_half_merged`), and
torn-off ends of sentences last (`join_fragments`).
"""

from __future__ import annotations

from collections.abc import Sequence

from facing_pages.core.alignment.sentences.item_moves import find_item_moves
from facing_pages.core.alignment.sentences.leftovers.by_position import pair_by_position
from facing_pages.core.alignment.sentences.leftovers.facing_runs import link_facing_runs
from facing_pages.core.alignment.sentences.leftovers.fragments import join_fragments
from facing_pages.core.alignment.sentences.leftovers.half_merged import join_half_merged
from facing_pages.core.alignment.sentences.moves import find_moves
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.progress import Progress


def with_leftovers(
    section: Section,
    chain: Sequence[SpanLink],
    out_of_order: Sequence[SpanLink],
    progress: Progress,
) -> list[SpanLink]:
    """Return the links of a chain and all that are found among its leftovers, in order.

    `out_of_order` are links that a person fixed.
    """
    moves = find_moves(section, chain, progress)
    moves += find_item_moves(section, [*chain, *moves])
    placed = pair_by_position(section, chain, moves)
    placed += link_facing_runs(section, sorted([*chain, *placed]), moves, progress)
    links = sorted([*chain, *placed, *moves, *out_of_order], key=lambda link: link.original)
    links = join_half_merged(section, links)
    return join_fragments(section.units, links, section.limits)
