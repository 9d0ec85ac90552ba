"""The panel at the left: the list of changes, and the table of contents where there is one."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from facing_pages.ui.common.theme import Theme
from facing_pages.ui.comparison.change_list import ChangeList
from facing_pages.ui.comparison.contents_list import ContentsList
from facing_pages.viewmodel.wording.language import tr


class SidePanel(QWidget):
    """Two pages under tabs; without headings there is but the list, and no tabs."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = ChangeList(theme)
        self.contents = ContentsList()
        self._tabs = QTabWidget()
        self._tabs.setDocumentMode(True)
        self._tabs.tabBar().setDrawBase(False)
        self._tabs.addTab(self.list, tr("Changes"))
        self._tabs.addTab(self.contents, tr("Contents"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._tabs)
        self.set_has_contents(False)

    def set_has_contents(self, has: bool) -> None:
        """Offer the contents, or not."""
        self._tabs.setTabVisible(1, has)
        self._tabs.tabBar().setVisible(has)

    @property
    def has_contents(self) -> bool:
        """Tell whether there are contents to show."""
        return self._tabs.isTabVisible(1)

    def show_list(self) -> None:
        """Bring the list to the front."""
        self._tabs.setCurrentWidget(self.list)

    def show_contents(self) -> None:
        """Bring the contents to the front."""
        if self.has_contents:
            self._tabs.setCurrentWidget(self.contents)
