"""What the sign of a row says, and where the words of a row with one side only stand on the other.

    original   A B | C        C is in no row with the rewrite's A C: it stands alone, but it moved
    rewrite    A C |          row 1: moved     row 2: moved, to the paragraph of row 1

Screen and reports take the sign, and the words for it, from here; each finds the places in its own
tables.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.model import LinkKind, Side, Span
from facing_pages.core.translatable import N_
from facing_pages.marks.kinds import MERGED_GLYPH, ViewKind
from facing_pages.marks.rows import Row

GROUPED: Final = (LinkKind.SPLIT, LinkKind.MERGED, LinkKind.REGROUPED)
_KIND_OF_ALONE: Final = {LinkKind.REMOVED: ViewKind.REMOVED, LinkKind.ADDED: ViewKind.ADDED}
# What is said where words stand that are not in their place: by whether that is in the rewrite, and
# whether all of them do; and where a side has nothing.
MOVED_SENTENCES: Final = {
    (True, True): N_("moved to ¶ {number}"),
    (True, False): N_("moved in part to ¶ {number}"),
    (False, True): N_("moved from ¶ {number}"),
    (False, False): N_("moved in part from ¶ {number}"),
}
NO_COUNTERPART: Final = N_("no counterpart")
_EXCHANGED: Final = frozenset({ViewKind.ADDED, ViewKind.REMOVED})


def row_kind(row: Row, kinds: Collection[ViewKind], shown: Collection[ViewKind]) -> ViewKind | None:
    """Return the kind that the sign of a row shows, None for no sign.

    `kinds` are those of the changes that stand in the row on either side and weigh enough, and of
    all that moved, but for the grouping of its paragraphs; `shown` are those a reader wants to see.
    """
    alone = _KIND_OF_ALONE.get(row.kind) if row.partner < 0 else None
    if row.partner >= 0:
        kinds = {*kinds, ViewKind.MOVED}
    elif alone is not None and ViewKind.MOVED not in kinds:
        kinds = {alone}
    elif row.kind in GROUPED and ViewKind.SPLIT in shown:
        return ViewKind.SPLIT
    visible = [kind for kind in kinds if kind in shown]
    if ViewKind.MOVED in visible:
        return ViewKind.MOVED
    if alone in visible:
        return alone
    if ViewKind.REWORDED in shown and (ViewKind.REWORDED in visible or {*visible} >= _EXCHANGED):
        # Words come and go in any rewording.
        return ViewKind.REWORDED
    return max(visible, default=None)


def row_glyph(link: LinkKind, kind: ViewKind) -> str:
    """Return the sign of a row of some kind of link."""
    if kind is ViewKind.SPLIT and link is LinkKind.MERGED:
        return MERGED_GLYPH
    return kind.glyph


class Counterpart(NamedTuple):
    """Where words of one side stand on the other: starts of what moved there, at least one.

    `is_whole` tells that nothing else was removed or added.
    """

    places: tuple[int, ...]
    is_whole: bool


class MovedPlaces:
    """An index of what moved by its place on either side.

    `moved` are sentences and phrases; those of a side do not overlap.
    """

    def __init__(self, moved: Iterable[Both[Span]]) -> None:
        pairs = list(moved)
        self._pairs = Both.of(lambda side: sorted((pair[side], pair[side.other]) for pair in pairs))

    def within(self, side: Side, span: Span) -> list[int]:
        """Return where on the other side stands what begins within a part of a side."""
        pairs = self._pairs[side]
        first = bisect_left(pairs, span.start, key=_start)
        last = bisect_left(pairs, span.end, key=_start)
        return [there.start for _, there in pairs[first:last]]


def _start(pair: tuple[Span, Span]) -> int:
    return pair[0].start
