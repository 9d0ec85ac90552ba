"""One scrolling surface with the pair on it, in one of several modes.

Shows pages and keeps the place; only what is visible is laid out. What pointer and keys do is in
`view.py`. In the flowing mode each text is a surface of its own, and one follows the other.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

import numpy as np
from PySide6.QtCore import QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import (
    MARGIN,
    PageStyle,
    fits_two_columns,
    make_page_style,
)
from facing_pages.page.layout.pair_layout import Anchor, PairLayout
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.layout.scroll_anchor import READING_LINE
from facing_pages.page.painting.highlights import Highlights
from facing_pages.page.painting.pair_painter import paint_pair
from facing_pages.page.painting.row_painter import RowPainter
from facing_pages.session.page_settings import Reading
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.folded_rows import FoldChoice, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES, Pages
from facing_pages.viewmodel.visible_marks import Shown

# Seconds of idle work at a time, and milliseconds between two times.
IDLE_WORK: Final = 0.004
IDLE_PAUSE: Final = 12
# Milliseconds between two steps in which a text catches up with the other, and pixels of one.
CATCH_UP: Final = 16
CATCH_UP_STEP: Final = 90


class PageView(QAbstractScrollArea):
    """Shows `Pages` and tells where the reader is in them."""

    scrolled = Signal()
    style_changed = Signal()
    folds_changed = Signal()

    # Of the class as well: a screen reader may ask while Qt still builds the widget.
    _pages: Pages | None = None
    _spread: PairLayout | None = None

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._theme = theme
        self._filter = Filter()
        self._reading = Reading()
        self._zoom = 100
        self._mode = Mode.SIDE_BY_SIDE
        self._fold_choice = FoldChoice()
        self._is_apart = False
        self._style = make_page_style(1000, self._reading)
        self._pages = None
        self._spread = None
        self._painter: RowPainter | None = None
        self._emphasis = Highlights()
        self._idle = QTimer(self)
        self._idle.setInterval(IDLE_PAUSE)
        self._idle.timeout.connect(self._measure_idly)
        self._catch_up = QTimer(self)
        self._catch_up.setInterval(CATCH_UP)
        self._catch_up.timeout.connect(self._bring_along)

    # --- what is shown ------------------------------------------------------------------------

    def set_pages(self, pages: Pages, *, keep_place: bool) -> None:
        """Show a pair; with `keep_place` what is at the top of the screen stays there."""
        before, self._pages = self._pages, pages
        if not keep_place or before is None:
            self._emphasis = Highlights()
            self._fold_choice.fold_again()
            self._lay_out(None)
        elif before.rows is not pages.rows:
            eye = self._eye(0.0)
            self._emphasis = replace(self._emphasis, row=None, change=None, framed=())
            self._lay_out(eye)
        else:
            self._emphasis = replace(self._emphasis, change=None)
            self._marks_changed()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self._theme = theme
        self._repaint_marks()

    def set_filter(self, chosen: Filter) -> None:
        """Show marks of these kinds and down to this unit only."""
        self._filter = chosen
        self._marks_changed()

    def set_hides_unchanged(self, hides: bool) -> None:
        """Fold paragraphs in which nothing changed, or show all of them."""
        if self._fold_choice.hide(hides):
            self._lay_out(self._eye())

    def unfold(self, rows: Iterable[int]) -> None:
        """Show folded paragraphs: those of the folds that hold one of these rows."""
        self._fold_choice.unfold(rows)
        self._lay_out(self._eye())

    def unfold_all(self) -> None:
        """Show all folded paragraphs."""
        if self._spread is not None:
            self.unfold(np.flatnonzero(self._spread.folds.states > 0).tolist())

    def fold_again(self) -> None:
        """Fold what was unfolded one by one."""
        self._fold_choice.fold_again()
        self._lay_out(self._eye())

    def set_mode(self, mode: Mode, pages: Pages | None = None) -> None:
        """Set the pair otherwise, perhaps in other rows; what is under the eye stays there."""
        if mode is self._mode:
            return
        eye, self._mode = self._eye(), mode
        if pages is not None and self._pages is not None:
            self._pages = pages
            self._emphasis = replace(self._emphasis, row=None, change=None, framed=())
            self._fold_choice.fold_again()
        self._restyle(eye)

    def set_apart(self, apart: bool) -> None:
        """Let flowing texts scroll each for itself, or together again."""
        self._is_apart = apart
        self._changed_place()

    def set_reading(self, reading: Reading, zoom: int) -> None:
        """Change size, spacing and width of the text; what is at the top stays."""
        if (reading, zoom) != (self._reading, self._zoom):
            self._reading, self._zoom = reading, zoom
            self._restyle(self._eye(0.0))

    def fits(self, width: int) -> bool:
        """Tell whether the pair could be set as was chosen in a view of this width.

        Whoever corrects links needs both texts, however narrow.
        """
        if len(self._mode.columns) == 1 or self._mode is Mode.ALIGN:
            return True
        return fits_two_columns(width, self._reading, self._zoom)

    @property
    def page_style(self) -> PageStyle:
        """Return the measures of the page."""
        return self._style

    @property
    def mode(self) -> Mode:
        """Return how the pair is set now; a narrow window has one column instead of two."""
        return self._style.mode

    @property
    def heights(self) -> RowHeights | None:
        """Return the heights of all rows, None while nothing is shown."""
        return self._spread.page.heights if self._spread else None

    @property
    def folds(self) -> Folds | None:
        """Return which rows are folded, None while nothing is shown."""
        return self._spread.folds if self._spread else None

    # --- place --------------------------------------------------------------------------------

    @property
    def pages(self) -> Pages | None:
        """Return the pair that is shown."""
        return self._pages

    def visible_rows(self) -> list[tuple[int, int]]:
        """Return the rows on screen, with where they start on it."""
        return self._spread.page.place.visible_rows(self._screen) if self._spread else []

    @property
    def _screen(self) -> int:
        return self.viewport().height()

    def _eye(self, at: float | None = None) -> Anchor | None:
        """Return what the reader looks at: what is at a share of the screen, or is worked on."""
        if self._spread is None:
            return None
        watched = self._watched() if at is None else []
        return self._spread.anchor(READING_LINE if at is None else at, self._screen, watched)

    def _watched(self) -> list[tuple[Side, int]]:
        """Return the places the reader is at: the caret, the current change."""
        places = [self._emphasis.caret] if self._emphasis.caret is not None else []
        if self._emphasis.change is not None and self._pages is not None:
            entry = self._pages.changes.entry(self._emphasis.change)
            spans = [(side, entry.span(side)) for side in SIDES]
            places += [(side, span.start) for side, span in spans if span is not None]
        return places

    def _row_at(self, y: int, side: Side | None = None) -> tuple[int, int]:
        """Return the row at a height on screen and where its top is."""
        return self._spread.row_at(y, self._screen, side) if self._spread else (0, 0)

    def _open_fold(self, row: int) -> None:
        if self._spread is not None and not self._spread.folds.is_shown(row):
            self.unfold([row])

    def _changed_place(self, most: int | None = None) -> None:
        """Repaint; where the texts flow freely, bring the other one along."""
        spread = None if self._is_apart else self._spread
        if spread is not None and not spread.follow(self._screen, most):
            self._catch_up.start()
        self.viewport().update()
        self.scrolled.emit()

    def _bring_along(self) -> None:
        if self._spread is None or self._spread.follow(self._screen, CATCH_UP_STEP):
            self._catch_up.stop()
        self.viewport().update()

    # --- layout -------------------------------------------------------------------------------

    def _lay_out(self, eye: Anchor | None) -> None:
        """Start anew for other rows or another style; come back to a place."""
        if self._pages is None:
            return
        folds = self._fold_choice.folds(self._pages, self._filter)
        leader = self._spread.leader if self._spread else Side.ORIGINAL
        self._spread = PairLayout(self._marks(self._pages), self._style, folds, leader)
        if eye is not None:
            self._spread.put(eye, self._screen)
        self._idle.start()
        self._repaint_marks()
        self.folds_changed.emit()

    def _marks(self, pages: Pages) -> Shown:
        """Return what is marked, anew only where the pair or the choice is another one."""
        known = self._spread.shown if self._spread else None
        if known is not None and known.pages is pages and known.filter == self._filter:
            return known
        return Shown(pages, self._filter)

    def _restyle(self, eye: Anchor | None) -> None:
        width = self.viewport().width()
        mode = self._mode
        if not self.fits(width):
            mode = Mode.ONE_COLUMN
        self._style = make_page_style(width, self._reading, self._zoom, mode)
        self._lay_out(eye)
        self.style_changed.emit()

    def _marks_changed(self) -> None:
        """Show other marks; where these decide what stands on the page, lay it out anew."""
        if self._pages is None:
            return
        if self._fold_choice.hides or self._style.mode is Mode.ONE_COLUMN or self._spread is None:
            self._lay_out(self._eye(0.0))
            return
        self._spread.use_marks(self._marks(self._pages))
        self._repaint_marks()

    def _repaint_marks(self) -> None:
        if self._spread is not None:
            self._painter = RowPainter(self._spread.shown, self._style, self._theme)
        self._changed_place()

    def _measure_idly(self) -> None:
        """Lay out rows that were only estimated, a few milliseconds at a time."""
        if self._spread is None or not self.isVisible():
            return
        if self._spread.measure_until(time.perf_counter() + IDLE_WORK):
            self._idle.stop()
            self.style_changed.emit()

    # --- painting and size --------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows on screen."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.page)
        if self._spread is not None and self._painter is not None:
            size = QSizeF(self.viewport().size())
            paint_pair(painter, self._spread, self._painter, self._theme, size, self._emphasis)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap both texts for the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._restyle(self._eye(0.0))
        elif self._spread is not None:
            self._spread.settle(self._screen)
            self._changed_place()

    def sizeHint(self) -> QSize:
        """Return the size that shows two full columns."""
        column = self._reading.characters * self._style.average_advance
        return QSize(round(2 * column) + 4 * MARGIN, 700)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a column can be read."""
        return QSize(260, 160)
