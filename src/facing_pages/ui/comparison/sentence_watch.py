"""What is shown of the sentence the reader is at: its counterpart, and its words."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible

from facing_pages.core.model import Side
from facing_pages.page.accessibility import page_document as accessibility
from facing_pages.page.counterpart_panel import CounterpartPanel
from facing_pages.page.reader_view import ReaderView
from facing_pages.ui.comparison.inspector import Inspector
from facing_pages.viewmodel.findings.shown_findings import ShownFindings

# Milliseconds between two messages to a screen reader while a page moves. By judgement.
MESSAGE_MILLISECONDS = 100


class SentenceWatch(QObject):
    """Follows pointer and caret of a reader with its two panels."""

    inspection_requested = Signal(int)

    def __init__(
        self, reader: ReaderView, counterpart: CounterpartPanel, inspector: Inspector
    ) -> None:
        super().__init__(reader)
        accessibility.install()
        self._reader = reader
        self._counterpart = counterpart
        self._inspector = inspector
        self._pause = QTimer(self, singleShot=True, interval=MESSAGE_MILLISECONDS)
        self._pause.timeout.connect(self._tell_what_is_seen)
        reader.requests.sentence_hovered.connect(self._hovered)
        reader.requests.sentence_activated.connect(self.inspect)
        reader.caret.moved.connect(self._caret_moved)
        reader.scrolling.scrolled.connect(self._seen_changed)

    def set_findings(self, shown: ShownFindings) -> None:
        """Show these findings in the inspector, those of the sentence it has."""
        self._inspector.set_findings(shown)

    def forget(self) -> None:
        """Show nothing of another pair."""
        self._inspector.show_nothing()
        self._counterpart.hide()

    def look_again(self) -> None:
        """Show the sentence at the caret again after its link may have changed."""
        caret, pages = self._reader.caret.place, self._reader.model.pages
        if caret is None or pages is None or not pages.is_aligned:
            return
        sentence = pages.sentence_at(*caret)
        if sentence is None or not self._inspector.isVisibleTo(self._inspector.window()):
            return
        link = pages.link_of(caret[0], sentence)
        if not self._inspector.shows(pages, link):
            self._inspector.show_link(pages, link)
            self.inspection_requested.emit(link)

    def inspect(self, link: int) -> None:
        """Show a sentence link in the inspector, if that is open; -1 is none."""
        pages = self._reader.model.pages
        is_new = link >= 0 and link != self._inspector.link
        if pages is not None and is_new and self._inspector.isVisibleTo(self._inspector.window()):
            self._inspector.show_link(pages, link)
            self.inspection_requested.emit(link)

    def toggle_counterpart(self) -> None:
        """Show what faces the sentence the reader is at, or put it away.

        Where both texts are on the page, what is folded can be shown.
        """
        pages = self._reader.model.pages
        if not self._reader.model.mode.is_clean:
            self._reader.folding.toggle_here()
        elif self._counterpart.isVisible():
            self._counterpart.hide()
        elif pages is not None and pages.is_aligned:
            place = self._reader.place.watched_place()
            sentence = pages.sentence_at(*place) if place else None
            if place is not None and sentence is not None:
                self._show_counterpart(pages.link_of(place[0], sentence))

    def _hovered(self, link: int) -> None:
        if self._reader.model.mode.is_clean and self._reader.model.pages is not None:
            if link >= 0:
                self._show_counterpart(link)
            else:
                self._counterpart.hide()

    def _seen_changed(self) -> None:
        if QAccessible.isActive() and not self._pause.isActive():
            self._pause.start()

    def _tell_what_is_seen(self) -> None:
        if self._reader.model.pages is not None:
            accessibility.paragraphs_of(self._reader).seen_changed()

    def _caret_moved(self, side: Side, position: int) -> None:
        if QAccessible.isActive():
            accessibility.paragraphs_of(self._reader).caret_moved()
        pages = self._reader.model.pages
        if pages is not None and pages.is_aligned:
            sentence = pages.sentence_at(side, position)
            if sentence is not None:
                self.inspect(pages.link_of(side, sentence))

    def _show_counterpart(self, link: int) -> None:
        model = self._reader.model
        if model.pages is None or model.layout is None:
            return
        side, layout = model.style.columns[0], model.layout
        spans = model.pages.sentence_spans(side, link)
        read = (0, 0)
        if spans:
            last = layout.height_on_screen(side, spans[-1].end - 1) + model.style.line_height
            read = (layout.height_on_screen(side, spans[0].start), last)
        self._counterpart.show_link(model.pages, side.other, link, model.style, read)
