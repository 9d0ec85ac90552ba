"""Where the two sides of a row are brought level again, and which runs are folded.

Works on lengths in lines alone. A step begins where linked sentences start on both sides. The text
of a step flows on from that of the step before, unless one side is too far ahead by then; then
both go on in a new line, at the same height:

    A A A A B B      A' B' B'                A A A A      A'
    B C C C C        C' C' C'      ---->     B B B        B' B'
    C                                        C C C C C    C' C' C'

Small drift is left, since every break leaves a line unfilled. Where the white beside text would be
too high, the sides are brought level more often, then runs are folded that would otherwise be
short enough to be shown, and at last a sentence is broken where its words go on on both sides.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.viewmodel.folding.row_sentences import FoldedUnit, LackingRun
from facing_pages.viewmodel.pair_view import SIDES

# Lines by which linked sentences may stand apart before both go on in a new line. By judgement,
# looking at novels, essays and mails: a step of two lines is found again by eye.
MAX_DRIFT: Final = 2
# Lines of a run that one side lacks, and of white beside text, at most. As readers of the pages of
# an abridged novel judged: more looks like a hole.
MAX_WHITE: Final = 4
# Lines that a run has at least to be folded for the sake of the white beside it: folding less
# gains nothing. By judgement.
MIN_FOLDED: Final = 2
# Below what two lengths in lines are the same: far less than the width of a letter.
_SAME_LENGTH: Final = 1e-6


class Stretch(NamedTuple):
    """A part of one side's text: its length in lines, and the run it is, if it is one."""

    lines: float
    run: LackingRun | None = None
    starts_paragraph: bool = False


Step = Both[tuple[Stretch, ...]]
# Steps from a break to the next one, by number.
_Part = tuple[int, int]


@dataclass(frozen=True)
class MeasuredRow:
    """The steps of a row; `gap` is the space between paragraphs in lines.

    Runs that a reader has `opened` stay open. Steps that start inside of a sentence are `inner`:
    there the sides are brought level only where nothing else makes the white small enough.
    """

    steps: tuple[Step, ...]
    gap: float
    opened: frozenset[LackingRun] = frozenset()
    inner: frozenset[int] = frozenset()


@dataclass(frozen=True)
class LevelPlan:
    """`breaks` are the numbers of the steps that start in a new line, `folded` the runs that do
    not show their text."""

    breaks: tuple[int, ...]
    folded: frozenset[LackingRun]


def level_plan(row: MeasuredRow, most: int = MAX_WHITE) -> LevelPlan:
    """Return where the sides are brought level, with white of `most` lines if that can be."""
    planner = _Planner(row, most)
    accepted: set[_Part] = set()
    while (hole := planner.first_hole(accepted)) is not None:
        if not planner.fill(hole):
            accepted.add(hole)
    return planner.plan()


class _Planner:
    """Tries breaks and folds on the steps of one row."""

    def __init__(self, row: MeasuredRow, most: int) -> None:
        self._row = row
        self._most = most
        self._forced: set[int] = set()
        whole = (0, len(row.steps))
        self._folded = {
            run for side in Side for run, lines in self._runs(side, whole) if lines > MAX_WHITE
        }

    def plan(self) -> LevelPlan:
        """Return the breaks and folds found so far."""
        return LevelPlan(tuple(self._breaks()), frozenset(self._folded))

    def first_hole(self, accepted: set[_Part]) -> _Part | None:
        """Return the first part between two breaks that leaves too much white at its end."""
        breaks = [0, *self._breaks(), len(self._row.steps)]
        parts = pairwise(breaks)
        return next((p for p in parts if p not in accepted and self._white(p) > self._most), None)

    def fill(self, part: _Part) -> bool:
        """Make the white at the end of a part smaller; tell whether that was possible."""
        return (
            self._break_inside(part, inner=False)
            or self._fold_inside(part)
            or self._break_inside(part, inner=True)
        )

    def _break_inside(self, part: _Part, *, inner: bool) -> bool:
        """Bring the sides level once more in a part, where that leaves the least white."""
        start, end = part
        white = {
            k: max(self._white((start, k)), self._white((k, end)))
            for k in range(start + 1, end)
            if (k in self._row.inner) is inner
        }
        best = min(white, key=white.__getitem__, default=None)
        if best is None or white[best] >= self._white(part):
            return False
        self._forced.add(best)
        return True

    def _fold_inside(self, part: _Part) -> bool:
        """Fold the longest run of the longer side in a part that is not folded yet."""
        lengths = self._lengths(part)
        longer = Side.ORIGINAL if lengths.original > lengths.rewrite else Side.REWRITE
        runs = {
            run: lines
            for run, lines in self._runs(longer, part)
            if lines > MIN_FOLDED and run not in self._folded and run.unit is not FoldedUnit.WORD
        }
        if runs:
            self._folded.add(max(runs, key=runs.__getitem__))
        return bool(runs)

    def _breaks(self) -> Iterator[int]:
        """Yield the steps that start level, since they have to or since the sides drifted."""
        lengths = self._new_lengths()
        for number in range(1, len(self._row.steps)):
            for side in SIDES:
                lengths[side].add(self._row.steps[number - 1][side])
            lines = [math.floor(length.lines + _SAME_LENGTH) for length in lengths]
            is_far = abs(lines[0] - lines[1]) > MAX_DRIFT or self._is_behind_fold(number)
            if number in self._forced or (is_far and number not in self._row.inner):
                lengths = self._new_lengths()
                yield number

    def _is_behind_fold(self, number: int) -> bool:
        """Tell whether a step follows the line of a fold, where one side breaks anyhow."""
        ends = [step[-1].run for step in self._row.steps[number - 1] if step]
        return any(run in self._folded for run in ends)

    def _white(self, part: _Part) -> int:
        """Return the lines by which one side is longer than the other in a part."""
        original, rewrite = self._lengths(part)
        return abs(_whole(original) - _whole(rewrite))

    def _lengths(self, part: _Part) -> Both[float]:
        """Return how long both sides of a part are whose first step starts in a new line."""
        lengths = self._new_lengths()
        for step in self._row.steps[slice(*part)]:
            for side in SIDES:
                lengths[side].add(step[side])
        return lengths.map(lambda length: length.lines)

    def _new_lengths(self) -> Both[_Length]:
        return Both.of(lambda _: _Length(self._row, self._folded))

    def _stretches(self, side: Side, part: _Part) -> Iterator[Stretch]:
        for step in self._row.steps[slice(*part)]:
            yield from step[side]

    def _runs(self, side: Side, part: _Part) -> Iterator[tuple[LackingRun, float]]:
        """Yield the runs that may be folded, and their lengths."""
        lengths: dict[LackingRun, float] = {}
        for stretch in self._stretches(side, part):
            if stretch.run is not None and stretch.run not in self._row.opened:
                lengths[stretch.run] = lengths.get(stretch.run, 0.0) + stretch.lines
        yield from lengths.items()


class _Length:
    """The lines that stretches of one side take, the first of which starts in a new line."""

    def __init__(self, row: MeasuredRow, folded: set[LackingRun]) -> None:
        self.lines = 0.0
        self._row = row
        self._folded = folded
        self._run: LackingRun | None = None

    def add(self, stretches: Iterable[Stretch]) -> None:
        """Let more stretches follow."""
        for stretch in stretches:
            run = stretch.run
            is_folded = run is not None and run in self._folded
            if is_folded and run == self._run:
                continue
            if stretch.starts_paragraph and self.lines:
                self.lines = _whole(self.lines) + self._row.gap
            if run is not None and run != self._run and (is_folded or run in self._row.opened):
                self.lines = _whole(self.lines) + 1
            if not is_folded:
                self.lines += stretch.lines
            self._run = run


def _whole(length: float) -> int:
    """Return the lines that a length takes, the last one unfilled."""
    return math.ceil(length - _SAME_LENGTH)
