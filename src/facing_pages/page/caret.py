"""Where the caret goes: by character, word, line, paragraph, or to the ends."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from facing_pages.core.model import Side
from facing_pages.page.caret_lines import line_after
from facing_pages.page.layout.pair_layout import PairLayout
from facing_pages.page.layout.placed import PlacedParagraph

Caret = tuple[Side, int]


class Motion(Enum):
    """How far and where to the caret moves."""

    CHARACTER = auto()
    CHARACTER_BACK = auto()
    WORD = auto()
    WORD_BACK = auto()
    LINE = auto()
    LINE_BACK = auto()
    PARAGRAPH = auto()
    PARAGRAPH_BACK = auto()
    LINE_START = auto()
    LINE_END = auto()
    TEXT_START = auto()
    TEXT_END = auto()


_BACK = frozenset(
    {Motion.CHARACTER_BACK, Motion.WORD_BACK, Motion.LINE_BACK, Motion.PARAGRAPH_BACK}
)
_BY_WORDS = (Motion.WORD, Motion.WORD_BACK)
_BY_LINES = (Motion.LINE, Motion.LINE_BACK)


@dataclass(frozen=True)
class _Spot:
    """A place in a paragraph on the page: its row, which of the column it is, and where in it."""

    row: int
    number: int
    placed: PlacedParagraph
    inside: int


class CaretMover:
    """Moves a caret over the page. `goal` keeps the caret in its track over lines of any length."""

    def __init__(self) -> None:
        self._goal: float | None = None

    def forget_track(self) -> None:
        """Let the next step by lines start from where the caret is."""
        self._goal = None

    def moved(self, pair_layout: PairLayout, caret: Caret, motion: Motion, *, stay: bool) -> Caret:
        """Return where the caret is after a motion; with `stay` it keeps to its side's text."""
        if motion not in _BY_LINES:
            self._goal = None
        if motion in (Motion.TEXT_START, Motion.TEXT_END):
            return _text_end(pair_layout, caret[0], is_end=motion is Motion.TEXT_END)
        if pair_layout.fold_hiding(*caret) is not None:
            if motion in (Motion.LINE_START, Motion.LINE_END):
                return caret
            return self._by_line(pair_layout, caret, back=motion in _BACK, stay=stay)
        spot = _spot_of(pair_layout, caret)
        if spot is None:
            return caret
        return self._step(pair_layout, spot, caret, motion, stay)

    def _step(
        self, pair_layout: PairLayout, spot: _Spot, caret: Caret, motion: Motion, stay: bool
    ) -> Caret:
        back = motion in _BACK
        if motion in _BY_LINES:
            if self._goal is None:
                self._goal = spot.placed.layout.caret_box(spot.inside).left()
            return self._by_line(pair_layout, caret, back=back, stay=stay)
        if motion in (Motion.PARAGRAPH, Motion.PARAGRAPH_BACK):
            if back and spot.inside:
                return _place(spot.placed, 0, caret, stay)
            following = _neighbour(pair_layout, spot, back=back)
            return _place(following.placed, 0, caret, stay) if following else caret
        layout = spot.placed.layout
        if motion in (Motion.LINE_START, Motion.LINE_END):
            ends = layout.line_ends(layout.line_of(spot.inside))
            return _place(spot.placed, ends[motion is Motion.LINE_END], caret, stay)
        inside, by_words = spot.inside, motion in _BY_WORDS
        while (further := layout.next_to(inside, back=back, by_words=by_words)) != inside:
            inside = further
            place = spot.placed.place_of(inside)
            if place != caret and (not stay or place[0] is caret[0]):
                return place
        following = _neighbour(pair_layout, spot, back=back)
        if following is None:
            return caret
        end = len(following.placed.layout.text) if back else 0
        return _place(following.placed, end, caret, stay)

    def _by_line(self, pair_layout: PairLayout, caret: Caret, *, back: bool, stay: bool) -> Caret:
        following = line_after(pair_layout, caret, back=back)
        if following is None:
            return caret
        if following.placed is None:
            return following.place
        placed = following.placed
        goal = self._goal or 0.0
        return _place(placed, placed.layout.on_line(following.line, goal), caret, stay)


def _place(placed: PlacedParagraph, inside: int, caret: Caret, stay: bool) -> Caret:
    """Return the place of a character; with `stay` the nearest one of the caret's side."""
    place = placed.place_of(inside)
    if not stay or place[0] is caret[0]:
        return place
    own = [piece for piece in placed.pieces if piece.side is caret[0]]
    if not own:
        return caret
    nearest = min(own, key=lambda piece: abs(piece.at - inside))
    shift = max(0, min(inside - nearest.at, nearest.span.length))
    return caret[0], nearest.span.start + shift


def _spot_of(pair_layout: PairLayout, caret: Caret) -> _Spot | None:
    side, position = caret
    surface = pair_layout.surfaces[side]
    row, _ = surface.place_of(side, position)
    for column in surface.layouts.row(row).paragraphs.values():
        for number, placed in enumerate(column):
            inside = placed.inside_of(side, position)
            if inside is not None:
                return _Spot(row, number, placed, inside)
    return None


def _neighbour(pair_layout: PairLayout, spot: _Spot, *, back: bool) -> _Spot | None:
    """Return the next paragraph of the same column, or the one before."""
    column = spot.placed.column
    surface = pair_layout.surfaces[column]
    paragraphs = surface.layouts.row(spot.row).paragraphs[column]
    number, row = spot.number + (-1 if back else 1), spot.row
    while not 0 <= number < len(paragraphs):
        row += -1 if back else 1
        if not 0 <= row < len(surface.heights):
            return None
        if not surface.heights.heights[row]:
            continue
        paragraphs = surface.layouts.row(row).paragraphs[column]
        number = len(paragraphs) - 1 if back else 0
    return _Spot(row, number, paragraphs[number], 0)


def _text_end(pair_layout: PairLayout, side: Side, *, is_end: bool) -> Caret:
    text = pair_layout.shown.pages.text(side)
    if not len(text):
        return side, 0
    return side, text.paragraph_span(len(text) - 1).end if is_end else text.paragraph_span(0).start
