"""What the page shows, without a widget: the pair, how it is set, its marks and highlights.

A change that moves text lays the page out again and comes back to where the reader was:

    set_mode ----> anchor: "The lamp ..." 120 px below the top
                   new style, new layout
                   put:    "The lamp ..." 120 px below the top again
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side
from facing_pages.page.layout.page_style import fits_two_columns, make_page_style
from facing_pages.page.layout.pair_layout import PairLayout, ReadingAnchor
from facing_pages.page.layout.row_heights import RowHeights
from facing_pages.page.layout.scroll_anchor import READING_LINE
from facing_pages.page.painting.highlights import Highlights
from facing_pages.session.page_settings import PageSettings
from facing_pages.ui.common.theme import Theme
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.folding.folded_rows import FoldChoice, Folds
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.visible_marks import VisibleMarks

# Pixels of a viewport that has not been shown yet: about those of the window when it opens first.
# By judgement.
DEFAULT_WIDTH: Final = 1000
DEFAULT_HEIGHT: Final = 700


class PageModel(QObject):
    """The attributes are read by all parts of the page; they change through the methods only.

    `width` and `height` are those of the viewport in pixels. `layout` is None as long as there is
    no pair.
    """

    # The layout, the marks or the theme; what follows the text that leads has to follow again.
    changed = Signal()
    highlights_changed = Signal()
    laid_out = Signal()
    style_changed = Signal()
    folds_changed = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.pages: PairView | None = None
        # Those of the pair; None while its findings are not known here.
        self.findings: ShownFindings | None = None
        self.filter = Filter()
        self.reading = PageSettings()
        self.zoom = 100
        self.width, self.height = DEFAULT_WIDTH, DEFAULT_HEIGHT
        self.style = make_page_style(self.width, self.reading)
        self.layout: PairLayout | None = None
        self.highlights = Highlights()
        self._mode = Mode.SIDE_BY_SIDE
        self._levels_sentences = True
        self._fold_choice = FoldChoice()

    @property
    def mode(self) -> Mode:
        """Return how the pair is set now; a narrow window has one column instead of two."""
        return self.style.mode

    @property
    def heights(self) -> RowHeights | None:
        """Return the heights of all rows, None while nothing is shown."""
        return self.layout.page.heights if self.layout else None

    @property
    def folds(self) -> Folds | None:
        """Return which rows are folded, None while nothing is shown."""
        return self.layout.folds if self.layout else None

    # --- what is shown ------------------------------------------------------------------------

    def set_pages(self, pages: PairView, *, keep_place: bool) -> None:
        """Show a pair; with `keep_place` what is at the top of the screen stays there."""
        before, self.pages = self.pages, pages
        if not keep_place or before is None:
            self.highlights = Highlights()
            self._fold_choice.fold_again()
            self._lay_out(None)
        elif before.rows is not pages.rows:
            anchor = self.anchor(0.0)
            self.highlights = self.highlights.without_row()
            self._lay_out(anchor)
        else:
            self.highlights = replace(self.highlights, change=None, finding=None)
            self._update_marks()

    def set_findings(self, findings: ShownFindings) -> None:
        """Show these findings of the pair."""
        self.findings = findings
        if self.layout is not None and self.layout.shown.findings is not findings:
            self.layout.use_marks(self._marks(self.layout.shown.pages))
            self.changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Change the colours."""
        self.theme = theme
        self.changed.emit()

    def set_filter(self, chosen: Filter) -> None:
        """Show marks of these kinds and down to this unit only."""
        self.filter = chosen
        self._update_marks()

    def set_highlights(self, highlights: Highlights) -> None:
        """Show where the reader is, points, has selected or has found."""
        self.highlights = highlights
        self.highlights_changed.emit()

    def set_hides_unchanged(self, hides: bool) -> None:
        """Fold paragraphs in which nothing changed, or show all of them."""
        if self._fold_choice.hide(hides):
            self._lay_out(self.anchor())

    def change_folds(self, change: Callable[[FoldChoice], object]) -> None:
        """Fold or unfold something; what is being read stays where it is."""
        change(self._fold_choice)
        self._lay_out(self.anchor())

    # --- how it is set ------------------------------------------------------------------------

    def set_mode(self, mode: Mode, pages: PairView | None = None) -> None:
        """Set the pair in another way, perhaps in other rows; what is being read stays there."""
        if mode is self._mode:
            return
        anchor, self._mode = self.anchor(), mode
        if pages is not None and self.pages is not None:
            self.pages = pages
            self.highlights = self.highlights.without_row()
            self._fold_choice.fold_again()
        self._restyle(anchor)

    def set_levels_sentences(self, levels: bool) -> None:
        """Let linked sentences start level and fold what one side lacks, or only rows."""
        if levels != self._levels_sentences:
            self._levels_sentences = levels
            self._restyle(self.anchor())

    def set_reading(self, reading: PageSettings, zoom: int) -> None:
        """Change size, spacing and width of the text; what is at the top stays."""
        if (reading, zoom) != (self.reading, self.zoom):
            self.reading, self.zoom = reading, zoom
            self._restyle(self.anchor(0.0))

    def resize(self, width: int, height: int) -> None:
        """Take the size of the viewport; for another width both texts are wrapped again."""
        is_other_width = width != self.width
        self.width, self.height = width, height
        if is_other_width:
            self._restyle(self.anchor(0.0))
        elif self.layout is not None:
            self.layout.settle(height)
            self.changed.emit()

    def fits(self, width: int) -> bool:
        """Tell whether the pair could be set as was chosen in a view of this width.

        Whoever corrects links needs both texts, however narrow.
        """
        if len(self._mode.columns) == 1 or self._mode is Mode.ALIGN:
            return True
        return fits_two_columns(width, self.reading, self.zoom)

    # --- where the reader is ------------------------------------------------------------------

    def anchor(self, at: float | None = None) -> ReadingAnchor | None:
        """Return what is at a share of the screen; without one what is worked on or being read.

        None at the start of the text and while nothing is shown.
        """
        if self.layout is None:
            return None
        watched = self.watched_places() if at is None else []
        return self.layout.anchor(READING_LINE if at is None else at, self.height, watched)

    def watched_places(self) -> list[tuple[Side, int]]:
        """Return the places the reader is at: the caret, the current change."""
        places = [self.highlights.caret] if self.highlights.caret is not None else []
        if self.highlights.finding is not None and self.findings is not None:
            finding = self.findings.entry(self.highlights.finding)
            places += [(s, at.start) for s in SIDES if (at := finding.span(s)) is not None]
        elif self.highlights.change is not None and self.pages is not None:
            entry = self.pages.changes.entry(self.highlights.change)
            spans = [(side, entry.span(side)) for side in SIDES]
            places += [(side, span.start) for side, span in spans if span is not None]
        return places

    # --- layout -------------------------------------------------------------------------------

    def measure_until(self, deadline: float) -> bool:
        """Lay out rows that were only estimated; return True once all heights are exact.

        `deadline` is a time of `time.perf_counter`.
        """
        if self.layout is None or not self.layout.measure_until(deadline):
            return False
        self.style_changed.emit()
        return True

    def _lay_out(self, anchor: ReadingAnchor | None) -> None:
        if self.pages is None:
            return
        style = self.style
        characters = style.line_characters if style.levels_sentences else None
        folds = self._fold_choice.folds(self.pages, self.filter, characters)
        leader = self.layout.leader if self.layout else Side.ORIGINAL
        self.layout = PairLayout(self._marks(self.pages), self.style, folds, leader)
        if anchor is not None:
            self.layout.put(anchor, self.height)
        self.laid_out.emit()
        self.changed.emit()
        self.folds_changed.emit()

    def _marks(self, pages: PairView) -> VisibleMarks:
        """Return what is marked; computed again only when the pair or the choice changes."""
        known = self.layout.shown if self.layout else None
        findings = self.findings if self.findings and self.findings.pages is pages else None
        is_same = known is not None and known.pages is pages and known.filter == self.filter
        if known is not None and is_same and known.findings is findings:
            return known
        return VisibleMarks(pages, self.filter, findings)

    def _restyle(self, anchor: ReadingAnchor | None) -> None:
        mode = self._mode if self.fits(self.width) else Mode.ONE_COLUMN
        self.style = make_page_style(
            self.width, self.reading, self.zoom, mode, levels_sentences=self._levels_sentences
        )
        self._lay_out(anchor)
        self.style_changed.emit()

    def _update_marks(self) -> None:
        """Show other marks; where these decide what stands on the page, lay it out again."""
        if self.pages is None:
            return
        if self._fold_choice.hides or self.mode is Mode.ONE_COLUMN or self.layout is None:
            self._lay_out(self.anchor(0.0))
            return
        self.layout.use_marks(self._marks(self.pages))
        self.changed.emit()
