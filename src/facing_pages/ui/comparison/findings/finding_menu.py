"""The menu that says which findings are shown: from which severity on, and of which kinds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from facing_pages.core.model import FindingKind
from facing_pages.core.translations import sentence_case
from facing_pages.marks.finding_words import SEVERITY_NAMES
from facing_pages.viewmodel.findings.finding_filter import FindingFilter
from facing_pages.viewmodel.wording.finding_labels import kind_name, severity_name
from facing_pages.viewmodel.wording.language import tr


class FindingMenu(QToolButton):
    """A button with the menu; it says the choice, and others change it."""

    filter_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = FindingFilter()
        self.setText(tr("Show"))
        self.setAccessibleName(tr("Which findings are shown"))
        self.setToolTip(tr("Which findings are shown"))
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(self)
        self.setMenu(menu)
        self.severities = self._add_severities(menu)
        self.kinds = self._add_kinds(menu)
        self.set_filter(self._filter)

    def set_filter(self, chosen: FindingFilter) -> None:
        """Check what is chosen."""
        self._filter = chosen
        for severity, action in self.severities.items():
            action.setChecked(severity == chosen.severity)
        for kind, action in self.kinds.items():
            action.setChecked(kind not in chosen.hidden)

    def _add_severities(self, menu: QMenu) -> dict[int, QAction]:
        menu.addSection(tr("From this severity on"))
        group = QActionGroup(self)
        actions: dict[int, QAction] = {}
        for severity in sorted(SEVERITY_NAMES, reverse=True):
            text = f"{severity} · {severity_name(severity)}"
            action = actions[severity] = menu.addAction(text)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._choose_severity, severity))
        return actions

    def _add_kinds(self, menu: QMenu) -> dict[FindingKind, QAction]:
        menu.addSection(tr("Kinds"))
        actions: dict[FindingKind, QAction] = {}
        for kind in FindingKind:
            action = actions[kind] = menu.addAction(sentence_case(kind_name(kind)))
            action.setCheckable(True)
            action.triggered.connect(partial(self._toggle_kind, kind))
        return actions

    def _choose_severity(self, severity: int) -> None:
        self.filter_chosen.emit(self._filter.from_severity(severity))

    def _toggle_kind(self, kind: FindingKind) -> None:
        self.filter_chosen.emit(self._filter.toggled(kind))
