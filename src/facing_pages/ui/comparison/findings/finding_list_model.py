"""The shown findings of a pair as lines of a list, the gravest first, and those set aside."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from facing_pages.core.model import FindingKind
from facing_pages.core.translations import sentence_case
from facing_pages.ui.comparison.entry_view import Index
from facing_pages.viewmodel.findings.finding_lines import FindingLine, LineKind, finding_lines
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.pair_view import EMPTY_NUMBERS, Numbers
from facing_pages.viewmodel.wording.finding_labels import (
    aside_text,
    finding_description,
    finding_place,
    finding_tip,
    finding_why,
    finding_words,
    severity_name,
)
from facing_pages.viewmodel.wording.language import tr

# Roles of our own: Qt leaves the numbers from UserRole on to programs.
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
WHY_ROLE: Final = Qt.ItemDataRole.UserRole + 2
PARAGRAPH_ROLE: Final = Qt.ItemDataRole.UserRole + 3
_SPOKEN_ROLES: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


class FindingListModel(QAbstractListModel):
    """The shown findings, of one kind if asked for, and those set aside if unfolded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown: ShownFindings | None = None
        self.kind: FindingKind | None = None
        self.shows_aside = False
        self._lines: list[FindingLine] = []

    def set_findings(self, shown: ShownFindings | None) -> None:
        """List the findings of a pair; a kind that it has none of is asked for no more."""
        self.shown = shown
        if shown is None or self.kind not in shown.counts():
            self.kind = None
        self._list()

    def set_kind(self, kind: FindingKind | None) -> None:
        """List the findings of one kind, of all kinds for None."""
        self.kind = kind
        self._list()

    def toggle_aside(self) -> None:
        """Unfold what was set aside, or fold it."""
        self.shows_aside = not self.shows_aside
        self._list()

    @property
    def listed(self) -> Numbers:
        """Return the findings listed, without those set aside, in reading order."""
        return self.shown.of_kind(self.kind) if self.shown is not None else EMPTY_NUMBERS

    def line(self, row: int) -> FindingLine:
        """Return what a row is."""
        return self._lines[row]

    def other_rows(self) -> list[int]:
        """Return the rows that are no findings."""
        return [row for row, line in enumerate(self._lines) if line.finding is None]

    def row_of(self, number: int) -> int | None:
        """Return the row of a finding, None if it is not listed."""
        rows = (row for row, line in enumerate(self._lines) if line.finding == number)
        return next(rows, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return the number of lines."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let headings be passed over."""
        if index.isValid() and self._lines[index.row()].kind is LineKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line, the reason of a finding, or how it is read aloud."""
        if not index.isValid() or self.shown is None:
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if line.finding is not None:
            return self._finding_data(self.shown, line, role)
        if role not in _SPOKEN_ROLES:
            return None
        is_heading = line.kind is LineKind.HEADING
        return severity_name(line.number) if is_heading else self._fold_text(line.number)

    def _finding_data(self, shown: ShownFindings, line: FindingLine, role: int) -> Any:
        finding, pages = shown.entry(line.number), shown.pages
        if role == Qt.ItemDataRole.DisplayRole:
            return finding_words(pages, finding)
        if role == WHY_ROLE:
            return sentence_case(finding_why(pages, finding))
        if role == PARAGRAPH_ROLE:
            return finding_place(pages, finding)
        if role == Qt.ItemDataRole.ToolTipRole:
            return finding_tip(finding)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return severity_name(finding.severity)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            numbers = self.listed if line.kind is LineKind.FINDING else shown.aside
            place = numbers.tolist().index(line.number) + 1
            text = finding_description(pages, finding, place, len(numbers))
            is_aside = line.kind is LineKind.ASIDE
            return tr("{finding}, set aside", finding=text) if is_aside else text
        return None

    def _fold_text(self, count: int) -> str:
        return f"{'▾' if self.shows_aside else '▸'} {aside_text(count)}"

    def _list(self) -> None:
        self.beginResetModel()
        self._lines = []
        if self.shown is not None:
            self._lines = finding_lines(self.shown, self.kind, shows_aside=self.shows_aside)
        self.endResetModel()
