"""What the window shows while texts are read and no pair is there yet."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from facing_pages.viewmodel.wording.language import tr

_CENTER = Qt.AlignmentFlag.AlignHCenter


class ReadingState(QWidget):
    """The names of the texts, how far reading is, and the way to stop it."""

    stop_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._names: tuple[str, ...] = ()
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setAlignment(_CENTER)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(self.label.font())
        font.setPointSizeF(font.pointSizeF() * 1.3)
        self.label.setFont(font)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(360)
        self.bar.setAccessibleName(tr("Reading…"))
        self.step = QLabel()
        self.step.setAlignment(_CENTER)
        self.step.setTextFormat(Qt.TextFormat.PlainText)
        stop = QPushButton(tr("Stop"))
        stop.clicked.connect(self.stop_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 20, 40, 20)
        layout.setSpacing(14)
        layout.addStretch(2)
        layout.addWidget(self.label)
        bar_line = QVBoxLayout()
        bar_line.addWidget(self.bar)
        layout.addLayout(bar_line)
        layout.setAlignment(bar_line, _CENTER)
        layout.addWidget(self.step)
        layout.addWidget(stop, 0, _CENTER)
        layout.addStretch(3)

    def begin(self, names: Sequence[str], *, less_motion: bool) -> None:
        """Say which texts are being read; the bar does not move with `less_motion`."""
        self._names = tuple(names)
        if len(names) == 2:
            text = tr("Reading {original} and {rewrite}…", original=names[0], rewrite=names[1])
        else:
            text = tr("Reading {name}…", name=", ".join(names))
        self.label.setText(text)
        self.label.setAccessibleName(text)
        self.step.clear()
        # How long a text takes is not known before it is read.
        self.bar.setRange(0, 2 if less_motion else 0)
        self.bar.setValue(0)

    def show_share(self, share: float) -> None:
        """Say that the first of two texts is read."""
        if share >= 0.5 and len(self._names) == 2:
            self.bar.setRange(0, 2)
            self.bar.setValue(round(2 * share))
            name = self._names[0]
            self.step.setText(tr("{name} has been read.", name=name) if share < 1.0 else "")
