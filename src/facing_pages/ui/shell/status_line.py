"""The status line: where the reader is, how much was changed, how far the work is.

Its long texts are cut off where there is no room: they never make the window wider. What is said of
the place the reader is at comes before the facts on the whole pair.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar, QWidget

from facing_pages.core.progress import Stage
from facing_pages.ui.common.eliding_label import ElidingLabel
from facing_pages.viewmodel.wording.language import N_, tr

# Pixels between two parts of the line, as Qt sets them at most. By judgement.
_SPACING: Final = 12
_SAID = {
    Stage.READING: N_("Reading…"),
    Stage.ALIGNING: N_("Aligning…"),
    Stage.WORDS: N_("Comparing…"),
    Stage.REFINING: N_("Refining…"),
    Stage.FINDINGS: N_("Looking for changes of meaning…"),
    Stage.WRITING: N_("Writing…"),
}


class StatusLine(QStatusBar):
    """One line of facts, and the way to stop long work."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.setContentsMargins(8, 0, 8, 0)
        self.place = QLabel()
        self.facts = ElidingLabel()
        self.link = ElidingLabel()
        self.work = ElidingLabel()
        self.stop = QPushButton(tr("Stop"))
        self.stop.setFlat(True)
        self.stop.clicked.connect(self.stop_requested)
        self.zoom = QLabel()
        self.addWidget(self.place)
        self.addWidget(self.facts)
        self.addWidget(self.link, 1)
        for widget in (self.work, self.stop, self.zoom):
            self.addPermanentWidget(widget)
        self.end_work()

    def set_place(self, text: str) -> None:
        """Say where the reader is."""
        self.place.setText(text)

    def set_facts(self, text: str) -> None:
        """Say how much was changed."""
        self.facts.setText(f"·  {text}" if text else "")
        self._share_room()

    def set_link(self, text: str) -> None:
        """Say what the sentence pointed at is."""
        self.link.setText(f"·  {text}" if text else "")
        self._share_room()

    def set_size(self, zoom: int, characters: int) -> None:
        """Say how large the text is, in per cent, and how many characters a line has at most."""
        width = tr("{number} characters", number=characters)
        self.zoom.setText(f"{zoom} %  ·  {width}")

    def show_work(self, stage: Stage, share: float) -> None:
        """Say how far the work is."""
        done = f" {100 * share:.0f} %" if stage is not Stage.READING else ""
        self.work.setText(f"{tr(_SAID[stage])}{done}")
        self.work.setVisible(True)
        self.stop.setVisible(True)
        self._share_room()

    def end_work(self) -> None:
        """Say that nothing is being done."""
        self.work.setVisible(False)
        self.stop.setVisible(False)
        self._share_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        """Leave the facts out where they would take the room of what is said of a place."""
        others = (self.place, self.link, self.work, self.stop, self.zoom)
        wanted = sum(
            widget.sizeHint().width() + _SPACING for widget in others if not widget.isHidden()
        )
        room = self.width() - wanted - _SPACING
        self.facts.setVisible(not self.link.text() or self.facts.sizeHint().width() <= room)
