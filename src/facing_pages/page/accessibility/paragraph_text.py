"""What a screen reader gets of a paragraph on screen: its name, its place, and its text.

Qt asks for the text of a paragraph, and for the level of a heading, through further interfaces;
the binding wants their addresses (`interface_cast`), and anything else there ends the program.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple, cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAttributesInterface,
    QAccessibleInterface,
    QAccessibleTextInterface,
    QColor,
)

from facing_pages.core.model import Role
from facing_pages.page.layout.placed import PlacedParagraph
from facing_pages.viewmodel.one_column import LINE_BREAK

if TYPE_CHECKING:
    from facing_pages.page.accessibility.page_document import PageParagraphs

# Qt before 6.10 has no role for a quotation.
_ACCESSIBLE_ROLES: Final = {
    Role.HEADING: QAccessible.Role.Heading,
    Role.LIST_ITEM: QAccessible.Role.ListItem,
    Role.QUOTE: getattr(QAccessible.Role, "BlockQuote", QAccessible.Role.Paragraph),
}


class SeenParagraph(NamedTuple):
    """A paragraph on screen: its row, where the row starts on screen, and the paragraph."""

    row: int
    top: int
    placed: PlacedParagraph


class ParagraphText(QAccessibleTextInterface):
    """The text of the paragraph in a slot. Positions are UTF-16 units, as Qt counts."""

    def __init__(self, owner: ParagraphAccessible) -> None:
        super().__init__()
        self._owner = owner

    def text(self, startOffset: int, endOffset: int) -> str:  # noqa: N803 - Qt's names
        """Return a part of the text."""
        units = _utf16(self._owner.content())
        return units[2 * startOffset : 2 * endOffset].decode("utf-16-le", "replace")

    def characterCount(self) -> int:
        """Return the length of the text."""
        return _units(self._owner.content())

    def cursorPosition(self) -> int:
        """Return where the caret is, -1 if it is elsewhere."""
        inside = self._owner.caret_inside()
        return -1 if inside is None else _units(self._owner.content()[:inside])

    def setCursorPosition(self, position: int) -> None:
        """Put the caret into the text."""
        self._owner.put_caret(len(self.text(0, position)))

    def selectionCount(self) -> int:
        """Return how many selections are in the text."""
        return 0

    def selection(self, selectionIndex: int) -> Any:  # noqa: N803
        """Return start and end of a selection."""
        return (0, 0)

    def addSelection(self, startOffset: int, endOffset: int) -> None:  # noqa: N803
        """Select nothing: selections are made with the caret."""

    def removeSelection(self, selectionIndex: int) -> None:  # noqa: N803
        """Leave the selection alone."""

    def setSelection(self, selectionIndex: int, startOffset: int, endOffset: int) -> None:  # noqa: N803
        """Leave the selection alone."""

    def characterRect(self, offset: int) -> QRect:
        """Return where a character is on the screen."""
        return self._owner.character_rect(len(self.text(0, offset)))

    def offsetAtPoint(self, point: QPoint) -> int:
        """Return the character at a point of the screen."""
        return _units(self._owner.content()[: self._owner.inside_at(point)])

    def scrollToSubstring(self, startIndex: int, endIndex: int) -> None:  # noqa: N803
        """Bring a part of the text into view."""
        self._owner.show_inside(len(self.text(0, startIndex)))

    def attributes(self, offset: int) -> Any:
        """Return no attributes: what changed is announced in words."""
        return ("", 0, self.characterCount())


class ParagraphAttributes(QAccessibleAttributesInterface):
    """The level of the heading in a slot, as screen readers name it: "heading level 2"."""

    def __init__(self, owner: ParagraphAccessible) -> None:
        super().__init__()
        self._owner = owner

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        """Return that a heading has a level."""
        return [QAccessible.Attribute.Level] if self._owner.heading_level() else []

    def attributeValue(self, key: QAccessible.Attribute) -> Any:
        """Return the level, None for what a paragraph has not."""
        level = self._owner.heading_level()
        return level if level and key is QAccessible.Attribute.Level else None


class ParagraphAccessible(QAccessibleInterface):
    """The paragraph in a slot, counted from the top of the screen.

    `anchor` is a plain child of the reader. It is there for Qt, which deletes an interface when
    the object that it is about is destroyed, and one without an object only at the very end.
    """

    def __init__(self, paragraphs: PageParagraphs, slot: int, anchor: QObject) -> None:
        super().__init__()
        self._paragraphs = paragraphs
        self._slot = slot
        self._anchor = anchor
        self.text_interface = ParagraphText(self)
        self.attributes_interface = ParagraphAttributes(self)

    # --- for the text -------------------------------------------------------------------------

    def seen(self) -> SeenParagraph | None:
        """Return the paragraph in the slot, None if fewer are on screen."""
        paragraphs = self._paragraphs.seen()
        return paragraphs[self._slot] if self._slot < len(paragraphs) else None

    def content(self) -> str:
        """Return the paragraph's text; where lines are broken to be level, there is a space."""
        seen = self.seen()
        return seen.placed.layout.text.replace(LINE_BREAK, " ") if seen else ""

    def heading_level(self) -> int:
        """Return the level of a heading from 1 on, 0 if this is none."""
        seen = self.seen()
        role, level = self._paragraphs.role_of(seen) if seen else (Role.PROSE, 0)
        return max(1, level) if role is Role.HEADING else 0

    def caret_inside(self) -> int | None:
        """Return where in the paragraph the caret is."""
        seen, reader = self.seen(), self._paragraphs.reader
        if seen is None or reader is None or reader.caret.place is None:
            return None
        return seen.placed.inside_of(*reader.caret.place)

    def put_caret(self, inside: int) -> None:
        """Put the caret into the paragraph."""
        seen, reader = self.seen(), self._paragraphs.reader
        if seen is not None and reader is not None:
            reader.caret.put(*seen.placed.place_of(inside))

    def show_inside(self, inside: int) -> None:
        """Bring a place of the paragraph into view."""
        seen, reader = self.seen(), self._paragraphs.reader
        if seen is not None and reader is not None:
            reader.scrolling.bring_into_view(*seen.placed.place_of(inside))

    def character_rect(self, inside: int) -> QRect:
        """Return where a character is on the screen."""
        seen = self.seen()
        if seen is None:
            return QRect()
        box = seen.placed.layout.caret_box(inside).toRect()
        return box.translated(self._origin(seen)).adjusted(0, 0, 8, 0)

    def inside_at(self, point: QPoint) -> int:
        """Return the character nearest to a point of the screen."""
        seen = self.seen()
        if seen is None:
            return 0
        inner = point - self._origin(seen)
        return seen.placed.layout.position_at(inner.x(), inner.y())

    def _origin(self, seen: SeenParagraph) -> QPoint:
        reader = self._paragraphs.reader
        if reader is None:
            return QPoint()
        x = round(reader.model.style.column_x(seen.placed.column))
        return reader.viewport().mapToGlobal(QPoint(x, seen.top + seen.placed.y))

    # --- for the paragraph --------------------------------------------------------------------

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
        """Return whether this is a heading, a list item, a quotation or a plain paragraph."""
        seen = self.seen()
        role = self._paragraphs.role_of(seen)[0] if seen else Role.PROSE
        return _ACCESSIBLE_ROLES.get(role, QAccessible.Role.Paragraph)

    def state(self) -> QAccessible.State:
        """Return that it can be read, and whether the caret is in it."""
        state = QAccessible.State()
        state.readOnly = True
        state.multiLine = True
        state.selectableText = True
        state.focusable = True
        reader, has_caret = self._paragraphs.reader, self.caret_inside() is not None
        state.focused = has_caret and reader is not None and reader.hasFocus()
        state.invalid = reader is None
        state.invisible = self.seen() is None
        return state

    def text(self, t: QAccessible.Text) -> str:
        """Return the paragraph's name: its side, its number, and how much of it changed."""
        seen = self.seen()
        if t is not QAccessible.Text.Name or seen is None:
            return ""
        return self._paragraphs.name_of(seen)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Leave the text as it is."""

    def rect(self) -> QRect:
        """Return where the paragraph is on the screen."""
        seen, reader = self.seen(), self._paragraphs.reader
        if seen is None or reader is None:
            return QRect()
        width = round(reader.model.style.column_width)
        origin = self._origin(seen)
        return QRect(origin.x(), origin.y(), width, round(seen.placed.layout.height))

    def foregroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return the address of the text or the attributes, 0 for anything else."""
        if t is QAccessible.InterfaceType.TextInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self.text_interface)[0])
        if t is QAccessible.InterfaceType.AttributesInterface:
            return shiboken6.VoidPtr(shiboken6.getCppPointer(self.attributes_interface)[0])
        return shiboken6.VoidPtr(0)


def _units(text: str) -> int:
    return len(_utf16(text)) // 2


def _utf16(text: str) -> bytes:
    """Return a text as Qt has it; half of a surrogate pair is a unit like any other."""
    return text.encode("utf-16-le", "surrogatepass")
