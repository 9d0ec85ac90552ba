"""Dialogs: only for what cannot wait or was asked for."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from facing_pages import __version__
from facing_pages.core.model import Side
from facing_pages.ui.actions import READER_KEYS, SPECS, Command, plain_text
from facing_pages.viewmodel.language import tr

_FILTER = "Texts (*.txt *.md *.markdown);;All files (*)"


def choose_file(parent: QWidget, side: Side, folder: str) -> str:
    """Ask for the file of one side; "" if the user changes their mind."""
    title = f"Choose the {side.value}"
    return QFileDialog.getOpenFileName(parent, title, folder, _FILTER)[0]


def choose_pair(parent: QWidget, folder: str) -> tuple[str, str] | None:
    """Ask for the original, then for the rewrite; both may be chosen at once in the first."""
    title = "Choose the original, or both files"
    files = QFileDialog.getOpenFileNames(parent, title, folder, _FILTER)[0]
    if len(files) == 2:
        return files[0], files[1]
    if len(files) != 1:
        return None
    rewrite = choose_file(parent, Side.REWRITE, str(Path(files[0]).parent))
    return (files[0], rewrite) if rewrite else None


def show_repairs(parent: QWidget, name: str, lines: Sequence[tuple[str, str]]) -> QDialog:
    """List the repairs of a text in a window of their own."""
    dialog = _table_dialog(
        parent,
        title=f"Repairs in {name}",
        intro=f"{len(lines):,} places of {name} are shown otherwise than they stand in the file. "
        "The file itself is unchanged.",
        headings=("Repair", "Where"),
        rows=lines,
    )
    dialog.open()
    return dialog


def show_keys(parent: QWidget, commands: Mapping[Command, QAction]) -> QDialog:
    """List all keys as they are now."""
    rows = [
        (", ".join(key.toString() for key in commands[spec.command].shortcuts()), plain_text(spec))
        for spec in SPECS
        if commands[spec.command].shortcuts()
    ]
    rows += [(tr(keys), tr(what)) for keys, what in READER_KEYS]
    dialog = _table_dialog(
        parent,
        title="Keys",
        intro="On macOS, Ctrl is the Command key.",
        headings=("Key", "What it does"),
        rows=rows,
    )
    dialog.open()
    return dialog


def show_about(parent: QWidget) -> QMessageBox:
    """Say what this program is."""
    box = QMessageBox(parent)
    box.setWindowTitle("About Facing Pages")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Facing Pages {__version__}")
    box.setInformativeText(
        "Sets a text and its rewrite on facing pages, links what belongs together and marks what "
        "changed.\n\nEverything happens on this computer. Nothing is sent anywhere.\n\n"
        f"MIT licence. Python {sys.version.split()[0]}, Qt through PySide6 (LGPL-3)."
    )
    box.open()
    return box


def show_internal_error(parent: QWidget, details: str) -> QMessageBox:
    """Say that something went wrong that is not the user's fault, and offer the details."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Facing Pages")
    box.setText("Something went wrong while comparing.")
    box.setInformativeText("Your files are unharmed. Copy the details to report it.")
    box.setDetailedText(details)
    copy = box.addButton("Copy details", QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)

    def copy_details() -> None:
        QGuiApplication.clipboard().setText(details)

    copy.clicked.connect(copy_details)
    box.open()
    return box


def _table_dialog(
    parent: QWidget,
    *,
    title: str,
    intro: str,
    headings: tuple[str, str],
    rows: Sequence[tuple[str, str]],
) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(title)
    dialog.resize(720, 480)
    label = QLabel(intro)
    label.setWordWrap(True)
    table = QTreeWidget()
    table.setAccessibleName(title)
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
