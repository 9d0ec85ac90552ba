"""Going through the findings of a pair: which is the current one, and what is said of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from facing_pages.core.model import Finding
from facing_pages.marks.finding_words import NONE_FOUND
from facing_pages.ui.comparison.page_panels import PagePanels
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.wording.finding_labels import finding_description
from facing_pages.viewmodel.wording.language import tr


class FindingNavigator(QObject):
    """Makes one finding after the other the current one. `shown` is None without a pair."""

    # Whether there is a current finding, or which one, may have changed.
    finding_selected = Signal()
    about_to_leap = Signal()
    announced = Signal(str)
    finding_announced = Signal(str)

    def __init__(self, panels: PagePanels) -> None:
        super().__init__(panels)
        self._reader = panels.reader
        self._list = panels.findings
        self._watch = panels.watch
        self.shown: ShownFindings | None = None
        self._list.finding_activated.connect(self._leap_to)
        self._list.filtered.connect(self.announced)
        self._list.left.connect(self._reader.setFocus)
        self._reader.requests.finding_activated.connect(self._choose)

    def set_findings(self, shown: ShownFindings) -> None:
        """Go through these findings from now on; the current one stays where it is still shown."""
        current = self.current()
        self.shown = shown
        self._reader.model.set_findings(shown)
        self._watch.set_findings(shown)
        self._list.set_findings(shown)
        number = shown.pages.findings.find(current) if current is not None else None
        is_shown = number is not None and number in shown.shown
        self._reader.place.set_current_finding(number if is_shown else None)
        self.finding_selected.emit()

    def find_again(self, finding: Finding) -> None:
        """Make a finding the current one again after the pair was set in other rows."""
        number = self.shown.pages.findings.find(finding) if self.shown is not None else None
        if number is not None and self.shown is not None and number in self.shown.shown:
            self._reader.place.set_current_finding(number)
            self.finding_selected.emit()

    def step(self, by: int) -> None:
        """Go to the next finding (1) or to the previous one (-1), from where the reader is.

        Where the list has findings of one kind only, these are gone through.
        """
        if self.shown is None:
            return
        place, current = self._reader.place, self._reader.place.current_finding()
        row = place.current_row()
        if row is None:
            row = self._reader.scrolling.top_row()
        number = self.shown.step(self._list.model.listed, current, row, by)
        if number is None:
            self.announced.emit(self._end_text(by))
        else:
            self._choose(number)

    def go_to(self, number: int) -> None:
        """Make a finding the current one, in the reader, the list and the inspector."""
        if self.shown is None:
            return
        self._reader.place.go_to_finding(number)
        self._list.set_current(number)
        self._watch.inspect(self.shown.entry(number).link)
        self.finding_selected.emit()

    def _leap_to(self, number: int) -> None:
        """Go to a finding that may be far away, and say it."""
        self.about_to_leap.emit()
        self._choose(number)

    def _choose(self, number: int) -> None:
        """Go to a finding and say it in words, in the status line and to screen readers."""
        self.go_to(number)
        if text := self.text():
            self.finding_announced.emit(text)

    def at_caret(self) -> int | None:
        """Return the finding the caret is in, None if it is in none."""
        caret = self._reader.caret.place
        return self.shown.at(*caret) if self.shown is not None and caret is not None else None

    def current(self) -> Finding | None:
        """Return the current finding, None if there is none."""
        number = self._reader.place.current_finding()
        return self.shown.entry(number) if number is not None and self.shown else None

    def text(self) -> str:
        """Return the current finding in words, "" if there is none."""
        number = self._reader.place.current_finding()
        if number is None or self.shown is None:
            return ""
        numbers = self.shown.shown.tolist()
        if number not in numbers:
            return ""
        place, count = numbers.index(number) + 1, len(numbers)
        return finding_description(self.shown.pages, self.shown.entry(number), place, count)

    def _end_text(self, by: int) -> str:
        """Return why there is no further finding in a direction."""
        assert self.shown is not None
        if self.shown.share_done < 1.0:
            return tr("No finding there yet")
        if not len(self.shown.shown):
            return tr(NONE_FOUND)
        if self._list.model.kind is not None:
            return tr("No other finding of this kind in that direction")
        if by > 0:
            return tr("No finding after this place")
        return tr("No finding before this place")
