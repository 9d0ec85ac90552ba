"""How many findings there are of each kind: a button a kind, which lists that kind alone."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from facing_pages.core.model import FindingKind
from facing_pages.ui.common.flow_layout import FlowLayout
from facing_pages.viewmodel.wording.finding_labels import counted
from facing_pages.viewmodel.wording.language import tr

# Pixels a button is high at least (WCAG 2.2, target size).
_MIN_BUTTON_HEIGHT: Final = 24


class FindingCard(QWidget):
    """The buttons; at most one is pressed."""

    # The kind that is asked for, None for all of them.
    kind_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Findings by kind"))
        self._layout = FlowLayout(self)
        self.buttons: dict[FindingKind, QToolButton] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_counts(self, counts: Mapping[FindingKind, int], chosen: FindingKind | None) -> None:
        """Show these numbers; the buttons of kinds that were there stay, and keep the focus."""
        if list(counts) != list(self.buttons):
            self._make_buttons(counts)
        for kind, count in counts.items():
            self.buttons[kind].setText(counted(kind, count))
            self.buttons[kind].setChecked(kind is chosen)
        self.setVisible(bool(counts))
        self.updateGeometry()

    def _make_buttons(self, counts: Mapping[FindingKind, int]) -> None:
        for button in self.buttons.values():
            self._layout.removeWidget(button)
        known, self.buttons = self.buttons, {}
        for kind in counts:
            is_known = kind in known
            self.buttons[kind] = known.pop(kind) if is_known else self._new_button(kind)
            self._layout.addWidget(self.buttons[kind])
        for button in known.values():
            button.hide()  # until it is deleted, nobody places it
            button.deleteLater()

    def _new_button(self, kind: FindingKind) -> QToolButton:
        button = QToolButton(self)
        button.setCheckable(True)
        button.setMinimumHeight(_MIN_BUTTON_HEIGHT)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolTip(tr("List only these; once more, list all"))
        button.clicked.connect(partial(self._choose, kind))
        button.show()
        return button

    def _choose(self, kind: FindingKind) -> None:
        self.kind_chosen.emit(kind if self.buttons[kind].isChecked() else None)
