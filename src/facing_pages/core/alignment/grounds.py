"""Links that nothing speaks for but a word or two: dropped, because a match may be chance."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Final

from facing_pages.core.alignment.chain import Piece
from facing_pages.core.alignment.runs import Runs
from facing_pages.core.model import Span
from facing_pages.core.similarity.units import units_function_words

# Content words that a link far from all others must have in common, and how many sentences may
# stand between two links that are near each other.
CONTENT_WORDS: Final = 2
NEARBY: Final = 3


def grounded(
    runs: Runs, chain: Sequence[Piece], pinned: Container[tuple[Span, Span]]
) -> list[Piece]:
    """Return the links of a chain, in order, that have grounds.

    Those are content words in common, the same words throughout, another link nearby, or a pin.
    """
    light = units_function_words(runs.units[0])
    return [
        piece
        for k, piece in enumerate(chain)
        if _has_neighbour(chain, k)
        or (piece.original, piece.rewrite) in pinned
        or _speaks_for_itself(runs, piece, light)
    ]


def _speaks_for_itself(runs: Runs, piece: Piece, light: frozenset[str]) -> bool:
    words, others = (
        [word for k in range(*span) for word in units.words[k]]
        for units, span in zip(runs.units, (piece.original, piece.rewrite), strict=True)
    )
    return words == others or len((set(words) & set(others)) - light) >= CONTENT_WORDS


def _has_neighbour(chain: Sequence[Piece], k: int) -> bool:
    """Tell whether the link before or behind is near on both sides."""
    return any(
        _between(chain[n - 1].original, chain[n].original) <= NEARBY
        and _between(chain[n - 1].rewrite, chain[n].rewrite) <= NEARBY
        for n in (k, k + 1)
        if 0 < n < len(chain)
    )


def _between(before: Span, after: Span) -> int:
    return after.start - before.end
