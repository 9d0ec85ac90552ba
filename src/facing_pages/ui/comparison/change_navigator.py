"""Going through the changes of a pair: step by step, by kind, to the ends, along a move, and back.

Keeps reader, list and inspector at the same change, and says which one it is.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Side
from facing_pages.marks.kinds import ViewKind
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.ui.comparison.page_panels import PagePanels
from facing_pages.viewmodel.filter import Filter
from facing_pages.viewmodel.navigation import Navigation
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.viewmodel.wording.labels import (
    change_description,
    change_place,
)
from facing_pages.viewmodel.wording.language import number, plural, tr

# Places to go back to that are remembered; the oldest are forgotten first. By judgement.
MAX_PLACES: Final = 50


class LeftPlace(NamedTuple):
    """A place to come back to: what was at the top of the screen, the current change, the caret.

    The change is given by its spans, because its number changes while a comparison goes on.
    """

    side: Side
    position: int
    change: tuple[int, ...] | None
    caret: tuple[Side, int] | None


class ChangeNavigator(QObject):
    """Makes one change after the other the current one. `navigation` is None without a pair."""

    change_selected = Signal()
    announced = Signal(str)
    change_announced = Signal(str)

    def __init__(self, panels: PagePanels) -> None:
        super().__init__(panels)
        self._reader = panels.reader
        self._list = panels.list
        self._watch = panels.watch
        self._pages: PairView | None = None
        self._filter = Filter()
        self.navigation: Navigation | None = None
        self._places: list[LeftPlace] = []

    def set_pages(self, pages: PairView, shown: Filter) -> None:
        """Go through these changes of a pair from now on."""
        self._pages, self._filter = pages, shown
        self.navigation = Navigation(pages, shown)

    def forget_places(self) -> None:
        """Drop the places to go back to: they are in another pair."""
        self._places.clear()

    def go_to_change(self, change: int) -> None:
        """Make a change the current one, in the reader and in the list."""
        self._reader.place.go_to_change(change)
        self._list.set_current(change)
        self.inspect_current()
        self.change_selected.emit()

    def leap_to_change(self, change: int) -> None:
        """Go to a change that may be far away; `go_back` leads back."""
        self.remember_place()
        self.go_to_change(change)

    def leap_to(self, side: Side, position: int) -> None:
        """Go to a place that may be far away; `go_back` leads back."""
        self.remember_place()
        self._reader.place.go_to_place(side, position)

    def step(self, by: int) -> None:
        """Go to the next shown change (1) or to the previous one (-1), from where the reader is.

        Where the list is filtered, only what it lists is gone through.
        """
        if self.navigation is not None:
            self._step_in(self.navigation.within(self._list.model.matching), by)

    def step_of_kind(self, by: int) -> None:
        """Go to the next or the previous change of the kind of the current one."""
        entry = self._current()
        if entry is None or self._pages is None:
            self.step(by)
            return
        of_kind = Navigation(self._pages, replace(self._filter, kinds=frozenset({entry.kind})))
        self._step_in(of_kind.within(self._list.model.matching), by)

    def go_to_end(self, *, last: bool) -> None:
        """Go to the first or the last shown change."""
        if self.navigation is None:
            return
        listed = self.navigation.within(self._list.model.matching)
        target = listed.previous(None) if last else listed.next(None)
        if target is not None:
            self.leap_to_change(target)

    def go_to_other_end(self) -> None:
        """Go from one half of a moved passage to the other."""
        if self._pages is None:
            return
        row = self._reader.place.current_row()
        entry = self._current()
        if entry is not None and entry.kind is ViewKind.MOVED:
            self.remember_place()
            is_here = row == entry.row
            side = Side.REWRITE if is_here else Side.ORIGINAL
            self._reader.place.go_to_half(
                entry.number, entry.other_row if is_here else entry.row, side
            )
            self._list.set_current(entry.number)
            self.change_selected.emit()
        elif row is not None and (other := self._pages.other_row(row)) >= 0:
            self.remember_place()
            self._reader.place.go_to_row(other)

    def remember_place(self) -> None:
        """Note where the reader is, to come back to."""
        caret = self._reader.caret.place
        place = LeftPlace(*self._reader.scrolling.reading_place(), self.current_spans(), caret)
        self._places.append(place)
        del self._places[:-MAX_PLACES]

    def go_back(self) -> None:
        """Return to where the reader was before the last leap, with the change that was current."""
        if not self._places:
            self.announced.emit(tr("There is no place to go back to"))
            return
        place = self._places.pop()
        if place.caret is not None:
            self._reader.caret.put(*place.caret)
        self._reader.scrolling.put(place.side, place.position)
        if place.change is not None:
            self.find_again(place.change)

    def nearest_listed(self) -> int | None:
        """Return the first listed change from the current row on, None if there is none."""
        if self.navigation is None:
            return None
        row = self._reader.place.current_row()
        listed = self.navigation.within(self._list.model.matching)
        return listed.first_from_row(self._reader.scrolling.reading_row() if row is None else row)

    def lead_list(self) -> None:
        """Keep in view in the list what is on screen: the current change, or else the first.

        While nobody sees the list, or somebody is at work in it, nothing is done for it.
        """
        if not self._list.may_follow:
            return
        visible = self._reader.scrolling.visible_rows()
        if self._pages is None or not visible:
            return
        listed, rows = self._list.model.matching, self._pages.changes.rows
        first, last = visible[0][0], visible[-1][0]
        start, end = np.searchsorted(rows[listed], (first, last + 1)).tolist()
        on_screen = listed[start:end]
        side, position = self._reader.scrolling.reading_place()
        ends = self._pages.changes.table[on_screen, ChangeColumn.end(side)]
        on_screen = on_screen[(rows[on_screen] > first) | (ends > position) | (ends < 0)]
        current = self._reader.place.current_change()
        if current is not None and current in on_screen:
            on_screen = np.array([current], dtype=np.intp)
        self._list.follow(on_screen)

    def inspect_current(self) -> None:
        """Show the sentence of the current change in the inspector."""
        entry = self._current()
        if entry is not None:
            self._watch.inspect(entry.link)

    def current_spans(self) -> tuple[int, ...] | None:
        """Return where the current change stands, to find it again in a fuller table."""
        current = self._reader.place.current_change()
        if current is None or self._pages is None:
            return None
        return tuple(
            int(value) for value in self._pages.changes.table[current, ChangeColumn.spans()]
        )

    def find_again(self, spans: tuple[int, ...]) -> None:
        """Make the change with these spans the current one again, if there still is one."""
        same = self._pages.changes.find(spans) if self._pages is not None else None
        if same is not None:
            self._reader.place.set_current_change(same)
            if not self._list.view.hasFocus():
                self._list.set_current(same, reveal=False)
            self.change_selected.emit()

    def place_text(self) -> str:
        """Return the number of the current change among all, else how many are shown."""
        if self.navigation is None:
            return ""
        current = self._reader.place.current_change()
        if current is None or self.navigation.place(current) is None:
            return plural("{count} change", "{count} changes", len(self.navigation))
        return tr(
            "{place} of {total}",
            place=number(current + 1),
            total=number(self.navigation.total),
        )

    def read_out(self) -> None:
        """Say the current change in words, in the status line and to screen readers."""
        if text := self.change_text():
            self.change_announced.emit(text)

    def change_text(self) -> str:
        """Return the current change in words, "" if there is none or its kind is hidden."""
        entry = self._current()
        if entry is None or self._pages is None or self.navigation is None:
            return ""
        place = change_place(self.navigation, entry.number)
        return change_description(self._pages, entry, place) if place else ""

    def _step_in(self, navigation: Navigation, by: int) -> None:
        current = self._reader.place.current_change()
        if current is None:
            row = self._reader.place.current_row()
            start = navigation.first_from_row(
                row if row is not None else self._reader.scrolling.top_row()
            )
            target = start if by > 0 else navigation.previous(start)
        else:
            target = navigation.next(current) if by > 0 else navigation.previous(current)
        if target is None:
            self.announced.emit(self._end_text(by))
        else:
            self.go_to_change(target)
            self.read_out()

    def _end_text(self, by: int) -> str:
        """Return why there is no further change in a direction."""
        if self._list.is_filtered:
            return tr("No other change with the words of the filter in that direction")
        if self._pages is None or self._pages.changes.statistics is None:
            return tr("No change found there yet")
        if by > 0:
            return tr("No change after this place")
        return tr("No change before this place")

    def _current(self) -> ListedChange | None:
        change = self._reader.place.current_change()
        if change is None or self._pages is None:
            return None
        return self._pages.changes.entry(change)
