"""Tables and trees whose lines are high enough to be hit with a finger or an unsteady hand."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

# Pixels; WCAG 2.2, criterion 2.5.8.
MIN_LINE_HEIGHT: Final = 24


class TallLines(QStyledItemDelegate):
    """Gives every line the least height; its width is that of its text.

    A size hint on the item itself would set the width too, and a column that fits its contents
    would be as narrow as that.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of the text, at least as high as a target has to be."""
        return super().sizeHint(option, index).expandedTo(QSize(0, MIN_LINE_HEIGHT))


def use_tall_lines(view: QAbstractItemView) -> None:
    """Make all lines of a view high enough."""
    view.setItemDelegate(TallLines(view))
