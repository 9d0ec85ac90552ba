"""The pair laid out in one mode: one surface for both texts, or one for each where they flow.

Knows what is on screen and where a place in a text is; paints nothing. `screen` is always the
height of what can be seen, in pixels.

    side by side: one surface, rows are level     flowing: two surfaces, the leader moves the other

    | A ......... | A'........ |                  | A ......... |   | A'........ |
    | ........... |            |                  | ........... |   | B'........ |
    | B ......... | B'........ |                  | B ......... |   | .......... |
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF

from facing_pages.core.model import Side
from facing_pages.page.layout.flow import MAX_FOLLOW_RATIO, MIN_FOLLOW_STEP, Flow
from facing_pages.page.layout.hit_testing import Hit, hit_in_row
from facing_pages.page.layout.laid_out_page import LaidOutPage
from facing_pages.page.layout.page_style import PageStyle
from facing_pages.page.layout.placed import FoldLine, at_height
from facing_pages.page.layout.row_layouts import RowLayout
from facing_pages.page.layout.scroll_anchor import READING_LINE
from facing_pages.viewmodel.folding.folded_rows import Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES
from facing_pages.viewmodel.visible_marks import VisibleMarks


class ReadingAnchor(NamedTuple):
    """A place in a text and how far below the top of the screen it is."""

    side: Side
    position: int
    y: int


class PairLayout:
    """Surfaces by side, one of which leads: its scrolling moves the other along."""

    def __init__(self, shown: VisibleMarks, style: PageStyle, folds: Folds, leader: Side) -> None:
        self.shown = shown
        self.style = style
        self.folds = folds
        self.leader = leader
        self.flow: Flow | None = None
        if style.mode is Mode.FLOWING:
            self.surfaces = {s: LaidOutPage(shown, style, folds, (s,)) for s in SIDES}
            self.flow = Flow(shown.pages, self.surfaces)
        else:
            self.surfaces = dict.fromkeys(SIDES, LaidOutPage(shown, style, folds, style.columns))

    @property
    def page(self) -> LaidOutPage:
        """Return the surface that leads."""
        return self.surfaces[self.leader]

    def use_marks(self, shown: VisibleMarks) -> None:
        """Take other marks on the same rows."""
        self.shown = shown
        for surface in self.surfaces.values():
            surface.shown = shown

    # --- what is on screen --------------------------------------------------------------------

    def visible(self, side: Side, screen: int) -> list[tuple[RowLayout, int]]:
        """Return the rows on screen on a side's surface, with where they start on it."""
        surface = self.surfaces[side]
        return [(surface.layouts.row(row), y) for row, y in surface.place.visible_rows(screen)]

    def row_at(self, y: int, screen: int, side: Side | None = None) -> tuple[int, int]:
        """Return the row at a height on screen and where its top is."""
        best: tuple[int, int] | None = None
        for row, top in self.surfaces[side or self.leader].place.visible_rows(screen):
            if best is None or top <= y:
                best = (row, top)
        return best or (0, 0)

    def hit(self, point: QPointF, screen: int) -> Hit | None:
        """Return what is under a point of the screen, None in the gutter."""
        side = self.style.side_at(point.x())
        if side is None:
            return None
        row, top = self.row_at(round(point.y()), screen, side)
        layout = self.surfaces[side].layouts.row(row)
        return hit_in_row(self.shown.pages, self.style, layout, top, point)

    def fold_of_row(self, row: int) -> FoldLine | None:
        """Return the line of the fold that a whole row is in, None if the row is shown."""
        if self.folds.is_shown(row):
            return None
        return self.page.layouts.row(self.folds.head_of(row)).folds[0]

    def fold_around(self, side: Side, position: int) -> FoldLine | None:
        """Return the line of the fold, open or not, that has a place in a text."""
        pages = self.shown.pages
        if not len(pages.text(side)):
            return None
        row = pages.row_of(side, pages.text(side).paragraph_at(position))
        layouts = self.surfaces[side].layouts
        head = next((h for h, n in self.folds.open_heads.items() if h <= row < h + n), None)
        if head is not None:
            return layouts.row(head).folds[0]
        return self.fold_of_row(row) or layouts.row(row).fold_around(side, position)

    def fold_hiding(self, side: Side, position: int) -> FoldLine | None:
        """Return the line of the fold that hides a place in a text, None if it is in sight."""
        fold = self.fold_around(side, position)
        return fold if fold is not None and not fold.is_open else None

    def visible_share(self, screen: int) -> tuple[float, float]:
        """Return which part of the whole is on screen, from 0 to 1."""
        total, top = self.page.heights.total, self.page.place.value
        if not total:
            return 0.0, 1.0
        return max(0.0, top / total), min(1.0, (top + screen) / total)

    def height_on_screen(self, side: Side, position: int) -> int:
        """Return how far below the top of the screen a place in a text is."""
        surface = self.surfaces[side]
        row, inside = surface.place_of(side, position)
        return int(surface.heights.tops[row]) + inside - surface.place.value

    def anchor(
        self, at: float, screen: int, watched: Sequence[tuple[Side, int]] = ()
    ) -> ReadingAnchor | None:
        """Return what the reader looks at, None at the start of the text.

        That is the first of the places `watched` that is on screen, or else what stands at a
        share `at` of the screen.
        """
        if self.page.place.is_at_start:
            return None
        for side, position in watched:
            y = self.height_on_screen(side, position)
            if 0 <= y < screen:
                return ReadingAnchor(side, position, y)
        y = round(at * screen)
        number, top = self.row_at(y, screen)
        columns = self.page.layouts.row(number).paragraphs.values()
        best = at_height(next((column for column in columns if column), ()), y - top)
        if best is None:
            return self._anchor_at_row(number, top)
        side, position = best.place_at(0.0, max(0.0, y - top - best.y))
        box = best.caret_box(side, position)
        return ReadingAnchor(
            side, position, top + best.y + (round(box.top()) if box is not None else 0)
        )

    def _anchor_at_row(self, number: int, top: int) -> ReadingAnchor:
        row = self.shown.pages.rows.row(number)
        side = Side.ORIGINAL if row.original.length else Side.REWRITE
        text = self.shown.pages.text(side)
        if not len(text):
            return ReadingAnchor(side, 0, top)
        return ReadingAnchor(side, text.paragraph_span(row.paragraphs(side).start).start, top)

    # --- going places -------------------------------------------------------------------------

    def put(self, anchor: ReadingAnchor, screen: int) -> None:
        """Bring a place in a text to a height on screen."""
        last = max(0, len(self.shown.pages.text(anchor.side).text) - 1)
        self.lead_with(anchor.side)
        row, inside = self.page.place_of(anchor.side, min(anchor.position, last))
        self.page.place.put(row, anchor.y - inside, screen)

    def bring(self, side: Side, position: int, screen: int) -> None:
        """Bring a place in a text to the reading line, unless it is well on screen."""
        self.lead_with(side)
        row, inside = self.page.place_of(side, position)
        self.page.place.bring(row, inside, screen)

    def scroll_by(self, pixels: int, screen: int) -> int:
        """Scroll the leading text; return how far the other one may go at once."""
        self.page.place.scroll_by(pixels, screen)
        return max(MIN_FOLLOW_STEP, MAX_FOLLOW_RATIO * abs(pixels))

    def scroll_to_share(self, share: float, screen: int) -> None:
        """Put a part of the whole in the middle of the screen."""
        y = round(share * self.page.heights.total) - screen // 2
        place = self.page.place
        place.scroll_to(y, screen)
        if y >= place.largest_value(screen):
            place.visible_rows(screen)  # measures the last rows, which moves the end
            place.scroll_to(self.page.heights.total, screen)

    def follow(self, screen: int, most: int | None = None) -> bool:
        """Bring the other text along; tell whether it got there."""
        return self.flow is None or self.flow.follow(self.leader, screen, most)

    def lead_with(self, side: Side) -> None:
        """Let a text lead from now on, if each has its own surface."""
        if self.flow is not None:
            self.leader = side

    def settle(self, screen: int) -> None:
        """Keep within the ends after the screen changed."""
        for surface in self.surfaces.values():
            surface.place.settle(screen)

    def measure_until(self, deadline: float) -> bool:
        """Lay out rows that were only estimated; tell whether all are known."""
        for surface in self.surfaces.values():
            row = surface.heights.next_estimated(surface.place.row)
            while row is not None:
                if time.perf_counter() > deadline:
                    return False
                surface.measure(row)
                row = surface.heights.next_estimated(row)
        return True


def reading_line(screen: int) -> int:
    """Return the height on screen at which people read."""
    return round(READING_LINE * screen)
