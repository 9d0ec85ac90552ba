"""What is on the screen, and scrolling: by pixels, paragraphs, shares, and to places in a text.

Where the texts flow freely, one follows the one that is scrolled, in steps of limited size.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QPointF, QTimer, Signal

from facing_pages.core.model import Side
from facing_pages.page.fold_controller import FoldController
from facing_pages.page.layout.hit_testing import Hit
from facing_pages.page.layout.pair_layout import ReadingAnchor, reading_line
from facing_pages.page.layout.placed import FoldLine, PlacedParagraph
from facing_pages.page.page_model import PageModel
from facing_pages.page.smooth_scroll import SmoothScroll
from facing_pages.viewmodel.pair_view import SIDES

# Milliseconds between two steps in which a text catches up with the other: a frame at 60 Hz. And
# pixels of a step, by judgement: fast, and still seen as a movement.
CATCH_UP_INTERVAL: Final = 16
MAX_CATCH_UP_STEP: Final = 90


class ScrollController(QObject):
    """`smooth` scrolls over several frames; everything else is done at once.

    Before there is a pair nothing moves, no row is visible, and every point is outside.
    """

    scrolled = Signal()
    # The text that follows has moved; the one that is scrolled has not.
    caught_up = Signal()

    def __init__(
        self, model: PageModel, folding: FoldController, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._folding = folding
        self._is_independent = False
        self.smooth = SmoothScroll(self.scroll_by, self)
        self._catch_up = QTimer(self)
        self._catch_up.setInterval(CATCH_UP_INTERVAL)
        self._catch_up.timeout.connect(self._step_of_follower)
        model.changed.connect(self.refresh)

    # --- what is on the screen ----------------------------------------------------------------

    def visible_rows(self) -> list[tuple[int, int]]:
        """Return the rows on screen, with where they start on it."""
        layout = self._model.layout
        return layout.page.place.visible_rows(self._model.height) if layout else []

    def visible_share(self) -> tuple[float, float]:
        """Return which part of the whole is on screen, from 0 to 1."""
        layout = self._model.layout
        return layout.visible_share(self._model.height) if layout else (0.0, 1.0)

    def visible_paragraphs(self) -> list[tuple[int, int, PlacedParagraph]]:
        """Return the paragraphs on screen, row by row: row, top of the row, paragraph."""
        layout = self._model.layout
        if layout is None:
            return []
        sides = SIDES if layout.flow is not None else (layout.leader,)
        return [
            (row.number, top, placed)
            for side in sides
            for row, top in layout.visible(side, self._model.height)
            for placed in row.every()
        ]

    def visible_folds(self) -> list[tuple[int, int, FoldLine]]:
        """Return the lines of folds on screen: row, top of the row, line."""
        layout = self._model.layout
        rows = layout.visible(layout.leader, self._model.height) if layout is not None else []
        return [(row.number, top, fold) for row, top in rows for fold in row.folds]

    def top_row(self) -> int:
        """Return the first row on screen."""
        layout = self._model.layout
        return layout.page.place.row if layout else 0

    def reading_row(self) -> int:
        """Return the row at the reading line."""
        return self.row_at(reading_line(self._model.height))[0]

    def reading_place(self) -> tuple[Side, int]:
        """Return the side and position at the top of the screen, to come back to later."""
        anchor = self._model.anchor(0.0)
        return (anchor.side, anchor.position) if anchor else (Side.ORIGINAL, 0)

    def row_at(self, y: int, side: Side | None = None) -> tuple[int, int]:
        """Return the row at a height on screen and where its top is."""
        layout = self._model.layout
        return layout.row_at(y, self._model.height, side) if layout else (0, 0)

    def hit(self, point: QPointF) -> Hit | None:
        """Return what is under a point of the viewport, None in the gutter."""
        layout = self._model.layout
        return layout.hit(point, self._model.height) if layout else None

    # --- scrolling ----------------------------------------------------------------------------

    def scroll_by(self, pixels: int) -> None:
        """Scroll down by some pixels, up if negative."""
        layout = self._model.layout
        if layout is not None:
            self.refresh(layout.scroll_by(pixels, self._model.height))

    def scroll_to_share(self, share: float) -> None:
        """Put a part of the whole in the middle of the screen."""
        layout = self._model.layout
        if layout is not None:
            layout.scroll_to_share(share, self._model.height)
            self.refresh()

    def scroll_to_paragraph(self, *, back: bool) -> None:
        """Bring the next row, or the one before, to the top of the screen."""
        layout = self._model.layout
        if layout is None:
            return
        place, heights = layout.page.place, layout.page.heights
        row = place.row
        if back and place.offset <= 0:
            row = heights.previous_visible(row)
        elif not back:
            row = min(heights.next_visible(row), len(heights) - 1)
        place.put(row, 0, self._model.height)
        self.refresh()

    def put(self, side: Side, position: int, y: int = 0) -> None:
        """Bring a place in a text to a height on the screen, the top if none is given."""
        layout = self._model.layout
        if layout is not None:
            layout.put(ReadingAnchor(side, position, y), self._model.height)
            self.refresh()

    def bring_row_into_view(self, row: int) -> None:
        """Bring a row to the reading line, unless it is well on screen; unfold it if needed."""
        self._folding.show_row(row)
        layout = self._model.layout
        if layout is not None:
            layout.page.place.bring(row, 0, self._model.height)
            self.refresh()

    def bring_into_view(self, side: Side, position: int) -> None:
        """Bring a place in a text to the reading line, unless it is well on screen."""
        self._folding.show_place(side, position)
        layout = self._model.layout
        if layout is not None:
            layout.bring(side, position, self._model.height)
            self.refresh()

    def keep_in_view(self, side: Side, position: int) -> None:
        """Scroll just as far as a place needs to be on screen, with a line to spare."""
        layout = self._model.layout
        if layout is None:
            return
        y = layout.height_on_screen(side, position)
        line, screen = self._model.style.line_height, self._model.height
        if not -screen <= y <= 2 * screen:
            self.bring_into_view(side, position)
        elif y < line // 2:
            self.scroll_by(y - line)
        elif y > screen - 2 * line:
            self.scroll_by(y - screen + 2 * line)

    # --- one text follows the other -----------------------------------------------------------

    @property
    def is_catching_up(self) -> bool:
        """Tell whether the text that follows is still on its way."""
        return self._catch_up.isActive()

    def lead_with(self, side: Side | None) -> None:
        """Let a text lead from now on, if each can be scrolled on its own."""
        layout = self._model.layout
        if layout is not None and side is not None:
            layout.lead_with(side)

    def set_independent(self, is_independent: bool) -> None:
        """Let flowing texts scroll each on its own, or together again."""
        self._is_independent = is_independent
        self.refresh()

    def refresh(self, most: int | None = None) -> None:
        """Bring the text that follows along, by at most some pixels now, and say it moved."""
        layout = None if self._is_independent else self._model.layout
        if layout is not None and not layout.follow(self._model.height, most):
            self._catch_up.start()
        self.scrolled.emit()

    def _step_of_follower(self) -> None:
        layout = self._model.layout
        if layout is None or layout.follow(self._model.height, MAX_CATCH_UP_STEP):
            self._catch_up.stop()
        self.caught_up.emit()
