"""Where words of a comparison stand that are not level with what they belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from facing_pages.core.both import Both
from facing_pages.core.changes.moved_phrases import is_moved_phrase
from facing_pages.core.model import ChangeKind, Comparison, Side, Span
from facing_pages.marks.row_signs import Counterpart, MovedPlaces

_KIND_OF_SIDE: Final = {Side.ORIGINAL: ChangeKind.REMOVED, Side.REWRITE: ChangeKind.ADDED}


class Counterparts:
    """An index of moved sentences and phrases, and of what is on one side only."""

    def __init__(self, comparison: Comparison) -> None:
        self._moved = MovedPlaces(moved_spans(comparison))
        self._lone = Both.of(
            lambda side: sorted(
                span
                for change in comparison.changes
                if change.kind is _KIND_OF_SIDE[side] and (span := change.span(side)) is not None
            )
        )

    def of(self, side: Side, span: Span) -> Counterpart | None:
        """Return where the words of a part of a side that moved stand, None if none did."""
        places = self._moved.within(side, span)
        if not places:
            return None
        lone = self._lone[side]
        place = bisect_left(lone, span.start, key=lambda one: one.end - 1)
        is_whole = place == len(lone) or lone[place].start >= span.end
        return Counterpart(tuple(places), is_whole)


def moved_spans(comparison: Comparison) -> Iterator[Both[Span]]:
    """Yield where each moved sentence, and each moved phrase, stands on both sides."""
    links = comparison.alignment.links
    for link in links:
        if link.moved:
            yield Both(
                comparison.original.sentences_span(link.original),
                comparison.rewrite.sentences_span(link.rewrite),
            )
    for change in comparison.changes:
        if (
            change.original
            and change.rewrite
            and is_moved_phrase(change, links, comparison.rewrite)
        ):
            yield Both(change.original, change.rewrite)
