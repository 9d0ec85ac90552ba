"""The page of a window with a pair: keeps its parts at one place and with the same changes."""

from __future__ import annotations

from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import Role, Side
from facing_pages.core.reading.choices import Part
from facing_pages.core.reading.parts import chapter_at, part_of
from facing_pages.marks.kinds import ViewKind
from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.page_parts import PageParts
from facing_pages.viewmodel.by_sentence import by_sentence
from facing_pages.viewmodel.contents import contents
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import ChangeEntry, Pages
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.wording.labels import change_description
from facing_pages.viewmodel.wording.language import number, plural, tr

# Places to go back to that are remembered.
MOST_PLACES: Final = 50


class LeftPlace(NamedTuple):
    """A place to come back to: what was at the top of the screen, the current change, the caret.

    The change is given by its spans, because its number changes while a comparison goes on.
    """

    side: Side
    position: int
    change: tuple[int, ...] | None
    caret: tuple[Side, int] | None


class ComparisonPage(PageParts):
    """Keeps all parts at the same place and with the same changes."""

    change_selected = Signal()
    row_changed = Signal(int)
    sentence_hovered = Signal(int)
    zoom_requested = Signal(int)
    inspection_requested = Signal(int)
    announced = Signal(str)
    change_announced = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.pages: Pages | None = None
        self._by_paragraph: Pages | None = None
        self._mode = Mode.SIDE_BY_SIDE
        self.filter = Filter()
        self.navigation: Navigation | None = None
        self._places: list[LeftPlace] = []
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(0)
        self._connect()

    def _connect(self) -> None:
        reader = self.reader
        self.inspector_shown.connect(self._inspect_current)
        self.list.change_activated.connect(self._leap_to_change)
        self.list.left.connect(reader.setFocus)
        self.list.filtered.connect(self.announced)
        self.find_controller.announced.connect(self.announced)
        self.contents.left.connect(reader.setFocus)
        self.contents.chapter_chosen.connect(self._leap_to)
        reader.change_activated.connect(self.go_to_change)
        reader.row_activated.connect(self._row_activated)
        reader.step_requested.connect(self.step)
        reader.step_of_kind_requested.connect(self.step_of_kind)
        reader.other_end_requested.connect(self.go_to_other_end)
        reader.zoom_requested.connect(self.zoom_requested)
        reader.sentence_hovered.connect(self.sentence_hovered)
        self.watch.inspection_requested.connect(self.inspection_requested)
        reader.reading_out_requested.connect(self.read_out)
        reader.scrolled.connect(self._follow.start)
        reader.style_changed.connect(self._style_changed)
        reader.folds_changed.connect(self._style_changed)
        self.find_controller.about_to_leap.connect(self.remember_place)
        self.strip.share_chosen.connect(reader.scroll_to_share)
        self._follow.timeout.connect(self._follow_reader)

    # --- what is shown ------------------------------------------------------------------------

    def set_pages(self, pages: Pages, *, keep_place: bool) -> None:
        """Show a pair, or more of it."""
        current = self._current_span() if keep_place else None
        before = self._by_paragraph
        is_other = before is None or before.original is not pages.original
        self._by_paragraph = pages
        self.pages = pages = self._arranged(pages)
        if is_other:
            self._places.clear()
            self.watch.forget()
        self.headers.set_pages(pages)
        self.headers.set_style(self.reader.page_style)
        self.reader.set_pages(pages, keep_place=keep_place)
        self.find_controller.set_pages(self._by_paragraph, is_other=is_other)
        self._refilter()
        self.watch.look_again()
        if current is not None:
            self._find_again(current)

    def set_filter(self, chosen: Filter) -> None:
        """Show changes of these kinds only."""
        self.filter = chosen
        self.reader.set_filter(chosen)
        self._refilter()

    def set_mode(self, mode: Mode) -> None:
        """Set the pair otherwise; to correct links, with a row for each of them."""
        is_regrouped = Mode.ALIGN in (mode, self._mode) and mode is not self._mode
        self._mode = mode
        self.counterpart.hide()
        self.show_corrections(mode is Mode.ALIGN)
        if not is_regrouped or self._by_paragraph is None:
            self.reader.set_mode(mode)
            return
        current = self._current_span()
        self.pages = self._arranged(self._by_paragraph)
        self.reader.set_mode(mode, self.pages)
        self._refilter()
        if current is not None:
            self._find_again(current)

    def chosen_part(self, side: Side) -> Part | None:
        """Return what is selected on a side, or else the chapter the reader is in there."""
        pages, selected = self._by_paragraph, self.reader.selected()
        if pages is None:
            return None
        text = pages.text(side)
        if selected is not None and selected[0] is side:
            return part_of(text.text, selected[1])
        caret = self.reader.caret or self.reader.reading_place()
        position = caret[1]
        if caret[0] is not side:
            row = self.reader.current_row() or self.reader.reading_row()
            position = self.reader.start_of_row(row, side)
        headings = [
            (text.paragraph_span(n), text.level(n))
            for n in range(len(text))
            if text.role(n) is Role.HEADING
        ]
        return chapter_at(text.text, headings, position)

    def _inspect_current(self) -> None:
        """Show the sentence of the current change in an inspector that was just opened."""
        entry = self._entry(self.reader.current_change())
        if entry is not None:
            self.watch.inspect(entry.link)

    def _arranged(self, pages: Pages) -> Pages:
        """Return the pair in the rows that the mode asks for."""
        return by_sentence(pages, self.pages) if self._mode is Mode.ALIGN else pages

    def top_row(self) -> int:
        """Return the first row on screen, counted in paragraphs."""
        if self._by_paragraph is None or self._mode is not Mode.ALIGN:
            return self.reader.top_row()
        side, position = self.reader.reading_place()
        text = self._by_paragraph.text(side)
        if not len(text):
            return 0
        return self._by_paragraph.row_of(side, text.paragraph_at(position))

    def set_hides_unchanged(self, hides: bool) -> None:
        """Fold what did not change, or show all of it."""
        self.reader.set_hides_unchanged(hides)

    def _refilter(self) -> None:
        if self.pages is None:
            return
        self.navigation = Navigation(self.pages.changes, self.filter)
        self.list.set_changes(self.pages, self.navigation.shown)
        self.strip.set_pages(self.pages, self.reader.heights, self.filter)
        chapters = contents(self._by_paragraph or self.pages, self.filter)
        self.side_panel.set_has_contents(len(chapters) > 1)
        self.contents.set_chapters(chapters)
        self._follow_reader()
        self.change_selected.emit()

    def _current_span(self) -> tuple[int, ...] | None:
        """Return where the current change stands, to find it again in a fuller table."""
        number = self.reader.current_change()
        if number is None or self.pages is None:
            return None
        return tuple(int(value) for value in self.pages.changes.table[number, ChangeColumn.spans()])

    def _find_again(self, span: tuple[int, ...]) -> None:
        assert self.pages is not None
        same = self.pages.changes.find(span)
        if same is not None:
            self.reader.set_current_change(same)
            if not self.list.view.hasFocus():
                self.list.set_current(same, reveal=False)
            self.change_selected.emit()

    # --- going through the changes ------------------------------------------------------------

    def go_to_change(self, change: int) -> None:
        """Make a change the current one, in the reader and in the list."""
        self.reader.go_to_change(change)
        self.list.set_current(change)
        entry = self._entry(change)
        if entry is not None:
            self.watch.inspect(entry.link)
        self.change_selected.emit()

    def _leap_to_change(self, change: int) -> None:
        self.remember_place()
        self.go_to_change(change)

    def _leap_to(self, side: Side, position: int) -> None:
        self.remember_place()
        self.reader.go_to_place(side, position)

    def go_to_link(self, link: int) -> None:
        """Put the caret on a sentence link and show what is known of it."""
        if self.pages is None:
            return
        entry = self.pages.rows.link(link)
        side = Side.ORIGINAL if entry.original.start >= 0 else Side.REWRITE
        start = self.pages.sentence_span(side, entry.sentences(side).start).start
        self.reader.go_to_place(side, start)
        self.reader.set_caret(side, start)

    def show_contents(self) -> None:
        """Give the focus to the table of contents, if there is one."""
        if self.side_panel.has_contents:
            self.side_panel.show()
            self.side_panel.show_contents()
            self.contents.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_to_list(self) -> None:
        """Give the focus to the list of changes, at the current one or the nearest after it."""
        self.side_panel.show_list()
        nearest = None
        if self.navigation is not None:
            row = self.reader.current_row()
            listed = self.navigation.within(self.list.model.matching)
            nearest = listed.first_from_row(self.reader.reading_row() if row is None else row)
        self.list.take_focus(nearest)

    def step(self, by: int) -> None:
        """Go to the next shown change (1) or to the previous one (-1), from where the reader is.

        Where the list is filtered, only what it lists is gone through.
        """
        if self.navigation is not None:
            self._step_in(self.navigation.within(self.list.model.matching), by)

    def step_of_kind(self, by: int) -> None:
        """Go to the next or the previous change of the kind of the current one."""
        entry = self._entry(self.reader.current_change())
        if entry is None or self.pages is None:
            self.step(by)
            return
        of_kind = Navigation(self.pages.changes, Filter(frozenset({entry.kind})))
        self._step_in(of_kind.within(self.list.model.matching), by)

    def _step_in(self, navigation: Navigation, by: int) -> None:
        current = self.reader.current_change()
        if current is None:
            row = self.reader.current_row()
            start = navigation.first_from_row(row if row is not None else self.reader.top_row())
            target = start if by > 0 else navigation.previous(start)
        else:
            target = navigation.next(current) if by > 0 else navigation.previous(current)
        if target is not None:
            self.go_to_change(target)
            self.read_out()
        elif self.list.is_filtered:
            self.announced.emit(
                tr("No other change with the words of the filter in that direction")
            )
        elif self.pages is None or self.pages.changes.statistics is None:
            self.announced.emit(tr("No change found there yet"))
        elif by > 0:
            self.announced.emit(tr("No change after this place"))
        else:
            self.announced.emit(tr("No change before this place"))

    def go_to_end(self, *, last: bool) -> None:
        """Go to the first or the last shown change."""
        if self.navigation is None:
            return
        listed = self.navigation.within(self.list.model.matching)
        target = listed.previous(None) if last else listed.next(None)
        if target is not None:
            self.remember_place()
            self.go_to_change(target)

    def go_to_other_end(self) -> None:
        """Go from one half of a moved passage to the other."""
        if self.pages is None:
            return
        row = self.reader.current_row()
        entry = self._entry(self.reader.current_change())
        if entry is not None and entry.kind is ViewKind.MOVED:
            self.remember_place()
            is_here = row == entry.row
            side = Side.REWRITE if is_here else Side.ORIGINAL
            self.reader.go_to_half(entry.number, entry.other_row if is_here else entry.row, side)
            self.list.set_current(entry.number)
            self.change_selected.emit()
        elif row is not None and self.pages.rows.row(row).partner >= 0:
            self.remember_place()
            self.reader.go_to_row(self.pages.rows.row(row).partner)

    def remember_place(self) -> None:
        """Note where the reader is, to come back to."""
        place = LeftPlace(*self.reader.reading_place(), self._current_span(), self.reader.caret)
        self._places.append(place)
        del self._places[:-MOST_PLACES]

    def go_back(self) -> None:
        """Return to where the reader was before the last leap, with the change that was current."""
        if not self._places:
            self.announced.emit(tr("There is no place to go back to"))
            return
        place = self._places.pop()
        if place.caret is not None:
            self.reader.set_caret(*place.caret)
        self.reader.put(place.side, place.position)
        if place.change is not None:
            self._find_again(place.change)

    def place_text(self) -> str:
        """Return which of how many changes is the current one."""
        if self.navigation is None or self.pages is None:
            return ""
        place = self.navigation.place(self.reader.current_change())
        total = len(self.navigation)
        if place is None:
            return plural("{count} change", "{count} changes", total)
        return tr("{place} of {total}", place=number(place + 1), total=number(total))

    def read_out(self) -> None:
        """Say the current change in words, in the status line and to screen readers."""
        if text := self.change_text():
            self.change_announced.emit(text)

    def change_text(self) -> str:
        """Return the current change in words, "" if there is none or its kind is hidden."""
        entry = self._entry(self.reader.current_change())
        if entry is None or self.pages is None or self.navigation is None:
            return ""
        place = self.navigation.place(entry.number)
        if place is None:
            return ""
        return change_description(self.pages, entry, place + 1, len(self.navigation))

    def _entry(self, change: int | None) -> ChangeEntry | None:
        if change is None or self.pages is None:
            return None
        return self.pages.changes.entry(change)

    def _row_activated(self, row: int) -> None:
        self.list.set_current(None)
        self.row_changed.emit(row)
        self.change_selected.emit()

    # --- keeping together ---------------------------------------------------------------------

    def _follow_reader(self) -> None:
        self.strip.set_visible(*self.reader.visible_share())
        row, visible = self.reader.current_row(), self.reader.visible_rows()
        is_seen = row is not None and any(number == row for number, _ in visible)
        self.row_changed.emit(row if is_seen else self.reader.reading_row())

    def _style_changed(self) -> None:
        self.headers.set_style(self.reader.page_style)
        if self.pages is not None:
            self.strip.set_pages(self.pages, self.reader.heights, self.filter)
