"""Lines of tables and trees, high enough to be hit with a finger or an unsteady hand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QTreeWidgetItem

# Pixels; WCAG 2.2, criterion 2.5.8, asks for 24.
LEAST_HEIGHT: Final = 24


def table_line(texts: Sequence[str]) -> QTreeWidgetItem:
    """Return a line with these texts."""
    item = QTreeWidgetItem(list(texts))
    item.setSizeHint(0, QSize(0, LEAST_HEIGHT))
    return item
