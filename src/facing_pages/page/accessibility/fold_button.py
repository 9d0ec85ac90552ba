"""What a screen reader gets of the line of a fold on screen: a button that unfolds, or folds.

Qt asks for what a button does through a further interface; the binding wants its address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface, QColor

from facing_pages.page.layout.placed import FoldLine
from facing_pages.page.painting.fold_painter import fold_room

if TYPE_CHECKING:
    from facing_pages.page.accessibility.page_document import PageParagraphs


class SeenFold(NamedTuple):
    """The line of a fold on screen: its row, where the row starts on screen, and the line."""

    row: int
    top: int
    fold: FoldLine


class FoldActions(QAccessibleActionInterface):
    """What the button in a slot does: it is pressed."""

    def __init__(self, owner: FoldAccessible) -> None:
        super().__init__()
        self._owner = owner

    def actionNames(self) -> list[str]:
        """Return that it can be pressed."""
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, actionName: str) -> None:  # noqa: N803 - Qt's names
        """Press it."""
        if actionName == QAccessibleActionInterface.pressAction():
            self._owner.press()

    def keyBindingsForAction(self, actionName: str) -> list[str]:  # noqa: N803
        """Return no key: Return and O are told by the guide."""
        return []


class FoldAccessible(QAccessibleInterface):
    """The line of a fold in a slot, counted from the top of the screen.

    `anchor` is a plain child of the reader, as that of a paragraph.
    """

    def __init__(self, paragraphs: PageParagraphs, slot: int, anchor: QObject) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._slot = slot
        self._anchor = anchor
        self.actions = FoldActions(self)

    def seen(self) -> SeenFold | None:
        """Return the line in the slot, None if fewer are on screen."""
        folds = self._paragraphs.seen_folds()
        return folds[self._slot] if self._slot < len(folds) else None

    def press(self) -> None:
        """Unfold what the line stands for, or fold it again."""
        seen, reader = self.seen(), self._paragraphs.reader
        if seen is not None and reader is not None:
            reader.folding.toggle(seen.fold)

    def isValid(self) -> bool:
        """Tell whether the page is still there."""
        return self._paragraphs.reader is not None and shiboken6.isValid(self._anchor)

    def object(self) -> QObject:
        """Return the object this lives and dies with."""
        return cast("QObject", self._anchor if shiboken6.isValid(self._anchor) else None)

    def parent(self) -> QAccessibleInterface:
        """Return the page."""
        return QAccessible.queryAccessibleInterface(cast("QObject", self._paragraphs.reader))

    def child(self, index: int) -> QAccessibleInterface:
        """Return no child."""
        return cast("QAccessibleInterface", None)

    def childCount(self) -> int:
        """Return that there are no children."""
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return that it is not a child of this."""
        return -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return no child."""
        return cast("QAccessibleInterface", None)

    def role(self) -> QAccessible.Role:
        """Return that this is a button."""
        return QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        """Return whether it is open."""
        seen = self.seen()
        state = QAccessible.State()
        state.expandable = True
        state.expanded = seen is not None and seen.fold.is_open
        state.collapsed = seen is not None and not seen.fold.is_open
        state.invalid = self._paragraphs.reader is None
        state.invisible = seen is None
        return state

    def text(self, t: QAccessible.Text) -> str:
        """Return what is folded."""
        seen = self.seen()
        if t is not QAccessible.Text.Name or seen is None:
            return ""
        return self._paragraphs.name_of_fold(seen)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Leave the text as it is."""

    def rect(self) -> QRect:
        """Return where the line is on the screen."""
        seen, reader = self.seen(), self._paragraphs.reader
        if seen is None or reader is None:
            return QRect()
        band = QRectF(reader.viewport().rect())
        room = fold_room(seen.fold, seen.top, band, reader.model.style).toRect()
        return QRect(reader.viewport().mapToGlobal(QPoint(room.x(), room.y())), room.size())

    def foregroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return the address of the actions, 0 for anything else."""
        if t is QAccessible.InterfaceType.ActionInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self.actions)[0])
        return shiboken6.VoidPtr(0)
