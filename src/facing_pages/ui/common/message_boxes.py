"""Dialogs: only for what cannot wait or was asked for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QInputDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages.core.model import Side
from facing_pages.ui.common.icons import DIALOG_ICON_SIZE, Icon, line_picture
from facing_pages.ui.common.tables import use_tall_lines
from facing_pages.viewmodel.wording.language import N_, tr

_SESSIONS = N_("Sessions (*.facing)")
_FILTER = N_(
    "Texts (*.txt *.md *.markdown *.html *.htm *.docx *.odt *.fodt *.rtf *.pdf *.epub *.srt "
    "*.vtt *.mhtml *.mht);;All files (*)"
)


def choose_file(parent: QWidget, side: Side, folder: str) -> str:
    """Ask for the file of one side; "" if the user changes their mind."""
    title = tr("Choose the original") if side is Side.ORIGINAL else tr("Choose the rewrite")
    return QFileDialog.getOpenFileName(parent, title, folder, tr(_FILTER))[0]


def choose_missing_file(parent: QWidget, name: str, folder: str) -> str:
    """Ask where a file is now; "" if the user changes their mind."""
    title = tr("Where is {name}?", name=name)
    return QFileDialog.getOpenFileName(parent, title, folder, tr(_FILTER))[0]


def choose_pair(parent: QWidget, folder: str) -> tuple[str, str] | None:
    """Ask for the original, then for the rewrite; both may be chosen at once in the first."""
    title = tr("Choose the original, or both files")
    files = QFileDialog.getOpenFileNames(parent, title, folder, tr(_FILTER))[0]
    if len(files) == 2:
        return files[0], files[1]
    if len(files) != 1:
        return None
    rewrite = choose_file(parent, Side.REWRITE, str(Path(files[0]).parent))
    return (files[0], rewrite) if rewrite else None


def choose_session(parent: QWidget, folder: str) -> str:
    """Ask for a session; "" if the user changes their mind."""
    title = tr("Open session")
    return QFileDialog.getOpenFileName(parent, title, folder, tr(_SESSIONS))[0]


def choose_session_to_save(parent: QWidget, proposal: str) -> str:
    """Ask where to save a session; "" if the user changes their mind."""
    title = tr("Save session")
    return QFileDialog.getSaveFileName(parent, title, proposal, tr(_SESSIONS))[0]


def choose_report(parent: QWidget, proposal: str, suffixes: Sequence[str]) -> str:
    """Ask where to save a report; "" if the user changes their mind."""
    names = " ".join(f"*{suffix}" for suffix in suffixes)
    return QFileDialog.getSaveFileName(parent, tr("Save report"), proposal, names)[0]


def ask_password(parent: QWidget, name: str) -> str:
    """Ask for the password of a file; "" if the user changes their mind."""
    text = tr("Password of {name}", name=name)
    echo = QLineEdit.EchoMode.Password
    return QInputDialog.getText(parent, "Facing Pages", text, echo)[0]


def show_lost_corrections(parent: QWidget, lines: Sequence[tuple[str, str]]) -> QDialog:
    """List the corrections that could not be applied to the present texts."""
    dialog = table_dialog(
        parent,
        title=tr("Corrections that could not be applied"),
        intro=tr(
            "The sentences of these corrections are no longer in the texts. The "
            "corrections are kept and apply again as soon as the sentences are back."
        ),
        headings=(tr("Correction"), tr("Sentences")),
        rows=lines,
    )
    dialog.open()
    return dialog


def show_internal_error(parent: QWidget, details: str) -> QMessageBox:
    """Say that something went wrong that is not the user's fault, and offer the details."""
    box = QMessageBox(parent)
    color = QGuiApplication.palette().color(QPalette.ColorRole.BrightText)
    ratio = parent.devicePixelRatioF()
    box.setIconPixmap(line_picture(Icon.ERROR, color, DIALOG_ICON_SIZE, ratio))
    box.setWindowTitle("Facing Pages")
    box.setText(tr("Something went wrong while comparing."))
    box.setInformativeText(tr("Your files are unchanged. Copy the details to report the problem."))
    box.setDetailedText(details)
    copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)

    def copy_details() -> None:
        from facing_pages.ui.common.about import program_details

        QGuiApplication.clipboard().setText(f"{program_details()}\n\n{details}")

    copy.clicked.connect(copy_details)
    box.open()
    return box


def table_dialog(
    parent: QWidget,
    *,
    title: str,
    intro: str,
    headings: tuple[str, str],
    rows: Sequence[tuple[str, str]],
) -> QDialog:
    """Return a dialog with a table of two columns that can be read and closed."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(720, 480)
    label = QLabel(intro)
    label.setWordWrap(True)
    table = QTreeWidget()
    table.setAccessibleName(title)
    use_tall_lines(table)
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setHeaderLabels(headings)
    table.addTopLevelItems([QTreeWidgetItem(list(row)) for row in rows])
    table.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    layout = QVBoxLayout(dialog)
    layout.addWidget(label)
    layout.addWidget(table, 1)
    layout.addWidget(buttons)
    return dialog
