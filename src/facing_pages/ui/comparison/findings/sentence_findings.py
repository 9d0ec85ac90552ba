"""The findings of the sentence in the inspector: each with its reason."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from facing_pages.core.model import Finding
from facing_pages.ui.common.command_actions import CommandActions
from facing_pages.ui.common.commands import Command
from facing_pages.viewmodel.findings.shown_findings import ShownFindings
from facing_pages.viewmodel.wording.finding_labels import finding_summary, finding_words
from facing_pages.viewmodel.wording.language import tr

# Pixels: the height up to which the findings are shown without a scroll bar: about three of them,
# so that the words of the sentence keep their room. By judgement.
MAX_FINDINGS_HEIGHT: Final = 230


class SentenceFindings(QScrollArea):
    """One block a finding; nothing where the sentence has none."""

    set_aside_requested = Signal(int)

    def __init__(self, commands: CommandActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._commands = commands
        self._shown: ShownFindings | None = None
        self._link: int | None = None
        self._entries: list[tuple[int, Finding]] = []
        self._blocks: list[QWidget] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings of the sentence"))
        inner = QWidget()
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(0, 4, 8, 4)
        self._layout.setSpacing(8)
        self.setWidget(inner)
        self.hide()

    def labels(self) -> list[QLabel]:
        """Return the labels of all findings: the words and the reason of each."""
        return [label for block in self._blocks for label in block.findChildren(QLabel)]

    def buttons(self) -> list[QToolButton]:
        """Return the button of each finding."""
        return [button for block in self._blocks for button in block.findChildren(QToolButton)]

    def sizeHint(self) -> QSize:
        """Return room for all findings, as far as there is room for them."""
        return QSize(super().sizeHint().width(), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the findings are at this width."""
        super().resizeEvent(event)
        self.setFixedHeight(self._height())

    def _height(self) -> int:
        needed = self._layout.heightForWidth(self.viewport().width())
        return max(0, min(MAX_FINDINGS_HEIGHT, needed))

    def set_findings(self, shown: ShownFindings) -> None:
        """Show those of the sentence among these findings."""
        self._shown = shown
        self._show()

    def show_link(self, link: int | None) -> None:
        """Show the findings of a sentence link, or of none."""
        self._link = link
        self._show()

    def _show(self) -> None:
        entries: list[tuple[int, Finding]] = []
        if self._shown is not None and self._link is not None:
            numbers = self._shown.of_link(self._link)
            entries = [(number, self._shown.entry(number)) for number in numbers]
        if entries == self._entries:
            return
        self._entries = entries
        for block in self._blocks:
            self._layout.removeWidget(block)
            block.hide()
            block.deleteLater()
        self._blocks = [self._block(number, finding) for number, finding in entries]
        for block in self._blocks:
            self._layout.addWidget(block)
        self.setVisible(bool(entries))
        self.setFixedHeight(self._height())

    def _block(self, number: int, finding: Finding) -> QWidget:
        assert self._shown is not None
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        words = QLabel(finding_words(self._shown.pages, finding))
        why = QLabel(finding_summary(self._shown.pages, finding))
        for label in (words, why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)
        button = QToolButton()
        key = self._commands.keys.text(Command.NOT_AN_ERROR)
        text = tr(Command.NOT_AN_ERROR.spec.button)
        button.setText(f"{text}  {key}" if key else text)
        button.setAccessibleName(text)
        button.setToolTip(Command.NOT_AN_ERROR.description)
        button.setMinimumHeight(26)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(partial(self.set_aside_requested.emit, number))
        column.addWidget(button)
        return block
