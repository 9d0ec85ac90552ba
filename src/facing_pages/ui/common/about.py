"""About the program: versions, licences, and details for a report of what went wrong."""

from __future__ import annotations

import platform
from importlib import metadata
from typing import Final

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMessageBox, QWidget

from facing_pages import __version__
from facing_pages.core.resources import resource
from facing_pages.viewmodel.wording.language import language, tr

# Packages whose versions help to understand a report.
_PACKAGES: Final = ("PySide6-Essentials", "numpy", "rapidfuzz", "ftfy", "sentencex", "onnxruntime")
# Pixels: the size of the program's icon. By judgement.
ABOUT_ICON_SIZE: Final = 64


def show_about(parent: QWidget) -> QMessageBox:
    """Say what this program is."""
    box = QMessageBox(parent)
    box.setWindowTitle(tr("About Facing Pages"))
    icon = QIcon(str(resource("icons/facing-pages.svg")))
    box.setIconPixmap(icon.pixmap(ABOUT_ICON_SIZE, ABOUT_ICON_SIZE))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(f"Facing Pages {__version__}")
    box.setInformativeText(
        tr(
            "Sets a text and its rewrite on facing pages, links what belongs together and marks "
            "what changed.\n\nEverything happens on this computer. Nothing is sent anywhere."
        )
        + "\n\n"
        + tr(
            "MIT licence. Qt through PySide6 under LGPL-3. Text face: Source Serif 4 under the "
            "SIL Open Font License. Word frequencies under CC BY-SA 4.0; word vectors and encoder "
            "from a model under Apache-2.0; synonyms from WordNet."
        )
    )
    box.setDetailedText(program_details())
    copy = box.addButton(tr("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(_copy_details)
    box.addButton(QMessageBox.StandardButton.Close)
    box.open()
    return box


def program_details() -> str:
    """Return versions and surroundings, a line each; no name of a file or a person."""
    from facing_pages.core.alignment.words.encoder import has_encoder

    lines = [
        f"Facing Pages {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()}, {platform.machine()}",
        f"window system {QGuiApplication.platformName()}, language {language()}",
        f"contextual encoder: {'yes' if has_encoder() else 'no'}",
    ]
    for package in _PACKAGES:
        try:
            lines.append(f"{package} {metadata.version(package)}")
        except metadata.PackageNotFoundError:
            lines.append(f"{package}: not installed")
    return "\n".join(lines)


def _copy_details() -> None:
    QGuiApplication.clipboard().setText(program_details())
