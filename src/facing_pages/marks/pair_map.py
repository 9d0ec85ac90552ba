"""A pair as two tracks, one for each text: where its rows stand, and how much changed where.

    row     original    rewrite           original   rewrite
    0       1,200       600 characters    ████░      ██░
    1       900         none              ████
    2       none        300                           █░

All rows are level. The block of a row is as high as its text is long: the side with more characters
fills the row. The strip beside the page, the picture of a pair and the reports are drawn from this.
Positions are code points into the text of a side; -1 stands for nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int32]
# Lines of a drawing over which the share of changed text is taken, so that a single word is seen
# and a reworded page is a profile, not a comb. By judgement.
WINDOW_LINES: Final = 5


class MapChapter(NamedTuple):
    """A heading: its row, its level from 1, and its words."""

    row: int
    level: int
    title: str


class TrackBlocks(NamedTuple):
    """What a track shows in each line of a drawing, from top to bottom.

    `filled` is the share of the line that has text; `inked` has for each kind of change the share
    of the text there that changed.
    """

    filled: Floats
    inked: Floats


@dataclass(frozen=True, eq=False)
class Track:
    """One text: `spans` of its rows, and `bounds` between which nothing but one kind changes.

    `inked` has for each kind and bound how many characters before it changed.
    """

    spans: Ints
    bounds: Floats
    inked: Floats

    @property
    def lengths(self) -> Ints:
        """Return the number of characters of each row."""
        return self.spans[:, 1] - self.spans[:, 0]


@dataclass(frozen=True, eq=False)
class PairMap:
    """Both tracks, and what stands beside or between them.

    `moves` and `findings` have the start and the end of each on both sides.
    """

    tracks: Both[Track]
    moves: Both[Ints]
    findings: Both[Ints]
    chapters: tuple[MapChapter, ...]

    def natural_tops(self) -> Floats:
        """Return where rows start, and the last one ends, if all lines of text were as long."""
        return np.concatenate(([0.0], np.cumsum(self._room, dtype=np.float64)))

    def scale(self, side: Side, tops: npt.ArrayLike) -> Scale:
        """Return how the text of a side lies along a drawing, by the tops of the rows."""
        return Scale(self.tracks[side], self._room, np.asarray(tops, dtype=np.float64))

    @property
    def _room(self) -> Ints:
        """Return the characters that fill each row."""
        return np.maximum(self.tracks.original.lengths, self.tracks.rewrite.lengths)


class Scale:
    """How the text of one track lies along a drawing that is 1 high."""

    def __init__(self, track: Track, room: Ints, tops: Floats) -> None:
        self._track = track
        rows = np.flatnonzero(track.lengths > 0)
        total = max(1.0, float(tops[-1]))
        starts = tops[rows] / total
        shares = track.lengths[rows] / room[rows]
        ends = starts + shares * (tops[rows + 1] - tops[rows]) / total
        # The first and the last value keep the arrays from being empty.
        self._characters = _between(0, track.spans[rows].ravel().astype(np.float64))
        self._heights = _between(0.0, np.column_stack((starts, ends)).ravel())
        filled = np.column_stack((np.zeros(len(rows)), ends - starts)).ravel()
        self._filled = _between(0.0, np.cumsum(filled))

    def places(self, characters: Floats | Ints) -> Floats:
        """Return how far down, from 0 to 1, positions in the text are."""
        return np.interp(characters, self._characters, self._heights)

    def blocks(self, lines: int) -> TrackBlocks:
        """Return what a drawing of so many lines shows. Linear in the rows and the lines."""
        edges = np.linspace(0.0, 1.0, lines + 1)
        filled = np.diff(np.interp(edges, self._heights, self._filled)) * lines
        around = (WINDOW_LINES - 1) / 2 / lines
        first = np.interp(edges[:-1] - around, self._heights, self._characters)
        last = np.interp(edges[1:] + around, self._heights, self._characters)
        length = np.maximum(1.0, last - first)
        bounds = self._track.bounds
        shares = [
            (np.interp(last, bounds, inked) - np.interp(first, bounds, inked)) / length
            for inked in self._track.inked
        ]
        return TrackBlocks(np.clip(filled, 0.0, 1.0), np.clip(np.column_stack(shares), 0.0, 1.0))


def make_track(rows: Ints, spans: Ints, kinds: npt.ArrayLike) -> Track:
    """Return the track of a text, by the spans of its rows, and of its changes with their kinds.

    Where changes overlap, the strongest kind has the characters. A row without text, and a change
    that has nothing on this side, have negative spans.
    """
    there = (spans[:, 0] >= 0) & (spans[:, 1] > spans[:, 0])
    spans, kinds = spans[there], np.asarray(kinds, dtype=np.intp)[there]
    bounds = np.sort(np.concatenate(([0], spans.ravel())))
    bounds = bounds[np.concatenate(([True], np.diff(bounds) > 0))]
    starts, ends = (np.searchsorted(bounds, spans[:, k]) for k in (0, 1))
    strongest = np.full(len(bounds) - 1, -1)
    for kind in ViewKind:
        opened = np.bincount(starts[kinds == kind], minlength=len(bounds))
        closed = np.bincount(ends[kinds == kind], minlength=len(bounds))
        strongest[np.cumsum(opened - closed)[:-1] > 0] = kind
    lengths = np.diff(bounds)
    inked = np.zeros((len(ViewKind), len(bounds)))
    for kind in ViewKind:
        np.cumsum(np.where(strongest == kind, lengths, 0), out=inked[kind, 1:])
    return Track(rows, bounds.astype(np.float64), inked)


def shown_chapters(chapters: tuple[MapChapter, ...], most: int) -> list[MapChapter]:
    """Return the chapters down to the deepest level of which there are at most so many.

    If there are too many of the first level alone, every second, third … of these.
    """
    levels = sorted({chapter.level for chapter in chapters})
    for level in reversed(levels):
        found = [chapter for chapter in chapters if chapter.level <= level]
        if len(found) <= most:
            return found
    first = [chapter for chapter in chapters if levels and chapter.level == levels[0]]
    return first[:: -(-len(first) // max(1, most))] if first else []


def _between(first: float, values: Floats) -> Floats:
    """Return values that only grow, with one before the first."""
    return np.maximum.accumulate(np.concatenate(([first], values)))
