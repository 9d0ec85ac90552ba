"""What a screen reader gets of the page: a document, and in it each paragraph on screen as text.

Without this the page would be an empty area. Python must keep what Qt has been given, so that the
paragraphs are kept in slots: the first one on screen, the second, and so on. A screen reader keeps
what it was told, so that it has to be told when a slot is about something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QColor,
)

from facing_pages.core.model import Side
from facing_pages.ui.reader.accessible_paragraph import ParagraphAccessible, SeenParagraph
from facing_pages.viewmodel.labels import row_place
from facing_pages.viewmodel.language import plural, tr
from facing_pages.viewmodel.sides import side_title

if TYPE_CHECKING:
    from facing_pages.ui.reader.view import ReaderView


class PageAccessible(QAccessibleInterface):
    """The page: a document whose children are the paragraphs on screen, column by column."""

    def __init__(self, reader: ReaderView) -> None:
        super().__init__()
        self._reader = ref(reader)
        self._slots: list[ParagraphAccessible] = []
        self._told: list[str] = []
        self._told_title = ""
        self._focused: tuple[int, Side] | None = None

    @property
    def reader(self) -> ReaderView:
        """Return the widget."""
        reader = self._reader()
        assert reader is not None
        return reader

    def is_of(self, reader: ReaderView) -> bool:
        """Tell whether this is about a widget."""
        return self._reader() is reader

    def paragraphs(self) -> list[SeenParagraph]:
        """Return the paragraphs on screen, row by row."""
        return [SeenParagraph(*seen) for seen in self.reader.seen_paragraphs()]

    def name_of(self, seen: SeenParagraph) -> str:
        """Return how a paragraph is called, or a sentence where each has a line of its own."""
        pages = self.reader.pages
        if pages is None:
            return ""
        side, position = seen.placed.place_of(0)
        number = pages.text(side).paragraph_at(position) + 1
        count = self.reader.count_shown_changes(seen.row)
        if pages.text(side).whole is None:
            name = tr("{side}, paragraph {number}", side=side_title(side), number=number)
        else:
            name = tr("{side}, sentence {number}", side=side_title(side), number=number)
        if count:
            name += ", " + plural("{count} change", "{count} changes", count)
        return name

    def seen_changed(self) -> None:
        """Tell the screen reader which paragraphs came, went, or are called otherwise now."""
        told, self._told = self._told, [self.name_of(seen) for seen in self.paragraphs()]
        for slot, name in enumerate(self._told):
            is_new = slot >= len(told)
            if is_new:
                _tell(self._child(slot), QAccessible.Event.ObjectCreated)
            if is_new or name != told[slot]:
                _tell(self._child(slot), QAccessible.Event.NameChanged)
        for slot in range(len(self._told), len(told)):
            _tell(self._child(slot), QAccessible.Event.ObjectDestroyed)
        title = self.text(QAccessible.Text.Name)
        if title != self._told_title:
            self._told_title = title
            _tell(self, QAccessible.Event.NameChanged)

    def caret_moved(self) -> None:
        """Tell the screen reader where the caret is now."""
        self.seen_changed()
        for slot, seen in enumerate(self.paragraphs()):
            caret = self.reader.caret
            if caret is None or seen.placed.inside_of(*caret) is None:
                continue
            child = self._child(slot)
            here = (seen.row, seen.placed.column)
            if here != self._focused:
                self._focused = here
                _tell(child, QAccessible.Event.Focus)
            position = child.cursor()
            QAccessible.updateAccessibility(QAccessibleTextCursorEvent(child, position))
            return

    def _child(self, index: int) -> ParagraphAccessible:
        while len(self._slots) <= index:
            paragraph = ParagraphAccessible(self, len(self._slots))
            QAccessible.registerAccessibleInterface(paragraph)
            self._slots.append(paragraph)
        return self._slots[index]

    def isValid(self) -> bool:
        """Tell whether the page is still there."""
        reader = self._reader()
        return reader is not None and shiboken6.isValid(reader)

    def object(self) -> QObject:
        """Return the widget."""
        return self.reader

    def window(self) -> Any:
        """Return the window the page is in."""
        return self.reader.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """Return what the page is in."""
        return QAccessible.queryAccessibleInterface(cast("QObject", self.reader.parentWidget()))

    def child(self, index: int) -> QAccessibleInterface:
        """Return a paragraph on screen."""
        if 0 <= index < self.childCount():
            return self._child(index)
        return cast("QAccessibleInterface", None)

    def childCount(self) -> int:
        """Return how many paragraphs are on screen."""
        return len(self.paragraphs())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return the slot of a paragraph."""
        return next((k for k, slot in enumerate(self._slots) if slot is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return the paragraph at a point of the screen."""
        for slot in range(self.childCount()):
            child = self._child(slot)
            if child.rect().contains(x, y):
                return child
        return cast("QAccessibleInterface", None)

    def focusChild(self) -> QAccessibleInterface:
        """Return the paragraph with the caret."""
        for slot in range(self.childCount()):
            if self._child(slot).caret_inside() is not None:
                return self._child(slot)
        return cast("QAccessibleInterface", None)

    def role(self) -> QAccessible.Role:
        """Return that this is a document."""
        return QAccessible.Role.Document

    def state(self) -> QAccessible.State:
        """Return that it can take the focus, and has it or not."""
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = True
        state.focused = self.reader.hasFocus()
        state.invisible = not self.reader.isVisible()
        return state

    def text(self, t: QAccessible.Text) -> str:
        """Return what the page is called: where the reader is in it, and which key helps."""
        pages = self.reader.pages
        if t is not QAccessible.Text.Name:
            return ""
        if pages is None:
            return tr("Original and rewrite")
        place = row_place(pages, self.reader.reading_row())
        return tr("Original and rewrite, {place}. F7 lists the changes.", place=place)

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Leave the name as it is."""

    def rect(self) -> QRect:
        """Return where the page is on the screen."""
        return QRect(self.reader.mapToGlobal(QPoint(0, 0)), self.reader.size())

    def foregroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return that there is nothing more: the texts are in the paragraphs."""
        return shiboken6.VoidPtr(0)


# Qt keeps these until their widgets are destroyed and deletes them itself: never let go of one.
_kept: list[PageAccessible] = []


def install() -> None:
    """Let Qt ask us what a page is, from the first time a screen reader wants to know."""
    QAccessible.installFactory(_make)


def page_of(reader: ReaderView) -> PageAccessible:
    """Return what a screen reader gets of a page."""
    for page in _kept:
        if page.is_of(reader):
            return page
    _kept.append(PageAccessible(reader))
    return _kept[-1]


def _make(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    from facing_pages.ui.reader.view import ReaderView

    return page_of(thing) if isinstance(thing, ReaderView) else None


def _tell(element: QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(element, event))
