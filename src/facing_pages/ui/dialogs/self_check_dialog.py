"""Help ▸ Self-check: has a program of its own look at all parts, and shows what it found."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess, Qt, QTemporaryDir
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from facing_pages.viewmodel.wording.language import tr


class SelfCheckDialog(QDialog):
    """Starts the check and waits for it; closing the dialog ends it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Self-check"))
        self.resize(720, 400)
        self.intro = QLabel(tr("Checking all parts. This takes a few seconds."))
        self.intro.setWordWrap(True)
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setAccessibleName(tr("What was found"))
        self.found.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._copy_findings)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.intro, self.found, buttons):
            layout.addWidget(widget)
        self._folder = QTemporaryDir()
        self._target = self._folder.filePath("findings.txt")
        self.process = QProcess(self)
        self.process.finished.connect(self._show)
        self.process.errorOccurred.connect(self._show)
        self.process.start(*_check_program(self._target))

    def _show(self) -> None:
        target = Path(self._target)
        text = target.read_text("utf-8", "replace") if target.exists() else ""
        self.found.setPlainText(text)
        self._copy.setEnabled(bool(text))
        if self.process.exitStatus() is QProcess.ExitStatus.NormalExit and text:
            is_good = self.process.exitCode() == 0
            message = tr("All parts work.") if is_good else tr("Not all parts work.")
        else:
            message = tr("The check did not finish. Install Facing Pages again.")
        self.intro.setText(message)

    def _copy_findings(self) -> None:
        QGuiApplication.clipboard().setText(self.found.toPlainText())

    def done(self, result: int) -> None:
        """End the check when the dialog closes."""
        self.process.finished.disconnect(self._show)
        self.process.errorOccurred.disconnect(self._show)
        self.process.kill()
        self.process.waitForFinished(2000)
        super().done(result)


def show_self_check(parent: QWidget) -> SelfCheckDialog:
    """Open the dialog."""
    dialog = SelfCheckDialog(parent)
    dialog.open()
    return dialog


def _check_program(target: str) -> tuple[str, list[str]]:
    """Return the program that checks, and its arguments; it writes to the file `target`."""
    is_frozen = getattr(sys, "frozen", False)
    module = [] if is_frozen else ["-m", "facing_pages.ui.shell.program"]
    return sys.executable, [*module, "--self-check", target]
