"""Find words and go to paragraphs: two bars below the reader and what they do in it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side, Span
from facing_pages.page.reader_view import ReaderView
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.comparison.find_bar import FindBar
from facing_pages.ui.comparison.go_bar import GoBar
from facing_pages.viewmodel.pair_view import SIDES, PairView
from facing_pages.viewmodel.search import NO_HITS, Finder, Query, SearchHits
from facing_pages.viewmodel.wording.language import plural


class FindController(QObject):
    """Keeps what was found and which place of it is shown."""

    about_to_leap = Signal()
    announced = Signal(str)
    found_changed = Signal(SearchHits)

    def __init__(self, reader: ReaderView, commands: CommandActions) -> None:
        super().__init__(reader)
        self._reader = reader
        self._pages: PairView | None = None
        self._finder: Finder | None = None
        self._found: SearchHits = NO_HITS
        self._hit: int | None = None
        self.find_bar = FindBar(commands)
        self.go_bar = GoBar()
        for bar in (self.find_bar, self.go_bar):
            bar.setAutoFillBackground(True)
            bar.hide()
        self.find_bar.query_changed.connect(self._find)
        self.find_bar.step_requested.connect(self.step)
        self.find_bar.closed.connect(self.close)
        self.go_bar.chosen.connect(self._go)
        self.go_bar.closed.connect(self.close)

    def set_pages(self, pages: PairView, *, is_other: bool) -> None:
        """Look in a pair from now on; what is found stays marked."""
        rows_changed = self._pages is None or self._pages.rows is not pages.rows
        self._pages = pages
        if is_other or rows_changed:
            self._finder = None
            if self.find_bar.isVisible():
                self._find(self.find_bar.query())

    def ask_words(self) -> None:
        """Ask what to find; what is selected is offered."""
        self.go_bar.hide()
        if not self.find_bar.isVisible():
            self.about_to_leap.emit()
        self.find_bar.show()
        words = self._reader.copying.selected_text()
        self.find_bar.ask(words if 0 < len(words) <= 80 and "\n" not in words else "")

    def ask_paragraph(self) -> None:
        """Ask which paragraph to go to."""
        if self._pages is None:
            return
        self.find_bar.hide()
        self.go_bar.show()
        side = self._reader.scrolling.reading_place()[0]
        self.go_bar.ask({s: len(self._pages.text(s)) for s in SIDES}, side)

    def step(self, by: int) -> None:
        """Go to the next place (1) or the previous one (-1); from the last on to the first."""
        if not self.find_bar.isVisible():
            self.ask_words()
            return
        if not len(self._found) or self._finder is None:
            return
        if self._hit is None:
            self._hit = self._finder.nearest(self._found, self._reader.scrolling.top_row())
        else:
            self._hit = (self._hit + by) % len(self._found)
        self._show()

    def close(self) -> None:
        """Put the bars away and give the focus back to the text, with what was found selected."""
        self.find_bar.hide()
        self.go_bar.hide()
        found, hit = self._found, self._hit
        self._found, self._hit = NO_HITS, None
        self._reader.place.set_found(None, None)
        self.found_changed.emit(NO_HITS)
        if hit is not None and hit < len(found):
            side, start, end = found.place(hit)
            self._reader.caret.select(side, Span(start, end))
        self._reader.setFocus()

    def _find(self, query: Query) -> None:
        if self._pages is None:
            return
        if self._finder is None:
            self._finder = Finder(self._pages)
        self._found = self._finder.find(query)
        self._hit = None
        if len(self._found):
            self._hit = self._finder.nearest(self._found, self._reader.scrolling.top_row())
        self._show()
        self.found_changed.emit(self._found)

    def _show(self) -> None:
        self.find_bar.show_count(self._hit, len(self._found))
        self._reader.place.set_found(self._found if len(self._found) else None, self._hit)

    def _go(self, side: Side, number_of_paragraph: int) -> None:
        """Go to a paragraph, counted from 1; where there are fewer, to the last, and say so."""
        if self._pages is None:
            return
        text = self._pages.text(side)
        self.about_to_leap.emit()
        last = min(number_of_paragraph, len(text))
        position = text.paragraph_span(max(0, last - 1)).start
        self.close()
        self._reader.place.go_to_place(side, position)
        self._reader.caret.put(side, position)
        if last < number_of_paragraph:
            self.announced.emit(
                plural(
                    "{name} has only {count} paragraph; this is it.",
                    "{name} has only {count} paragraphs; this is the last one.",
                    last,
                    name=text.name,
                )
            )
