"""The panel at the left: findings, changes, and the table of contents where there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.change_list import ChangeList
from facing_pages.ui.comparison.contents_list import ContentsList
from facing_pages.ui.comparison.findings.finding_list import FindingList
from facing_pages.viewmodel.wording.language import tr


class SidePanel(QWidget):
    """Pages under tabs, the findings first; without headings there are no contents."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.findings = FindingList(theme)
        self.list = ChangeList(theme)
        self.contents = ContentsList()
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.tabBar().setUsesScrollButtons(False)
        self._tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        self._tabs.addTab(self.findings, tr("Findings"))
        self._tabs.addTab(self.list, tr("Changes"))
        self._tabs.addTab(self.contents, tr("Contents"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self.set_has_contents(False)

    def set_has_contents(self, has: bool) -> None:
        """Offer the contents, or not."""
        self._tabs.setTabVisible(self._tabs.indexOf(self.contents), has)

    @property
    def has_contents(self) -> bool:
        """Tell whether there are contents to show."""
        return self._tabs.isTabVisible(self._tabs.indexOf(self.contents))

    def show_list(self) -> None:
        """Bring the list of changes to the front."""
        self._tabs.setCurrentWidget(self.list)

    def show_findings(self) -> None:
        """Bring the list of findings to the front."""
        self._tabs.setCurrentWidget(self.findings)

    def show_contents(self) -> None:
        """Bring the contents to the front."""
        if self.has_contents:
            self._tabs.setCurrentWidget(self.contents)
