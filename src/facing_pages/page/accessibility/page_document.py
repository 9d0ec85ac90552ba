"""What a screen reader gets of the page: a document, and in it each paragraph on screen as text.

Without this the page would be an empty area. The paragraphs are in slots: the first one on screen,
the second, and so on. A screen reader remembers what it was sent, so it gets an event when a slot
is about something else.

Who owns what: Qt owns every interface from the moment it has it, and deletes it with the object it
is about (see `interface_lifetime`). The factory therefore returns a new page each time it is
asked, also for a reader it was asked about before: Qt asks again whenever the meta-object of the
reader has changed, which connecting a signal to one of its methods does, and deletes each answer.
An interface must survive its reader: every method answers also when the reader is gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast
from weakref import WeakKeyDictionary, WeakSet, ref

import shiboken6
from PySide6.QtCore import QCoreApplication, QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleTextCursorEvent,
    QColor,
)

from facing_pages.core.model import Role, Side
from facing_pages.page.accessibility import interface_lifetime
from facing_pages.page.accessibility.fold_button import FoldAccessible, SeenFold
from facing_pages.page.accessibility.paragraph_text import ParagraphAccessible, SeenParagraph
from facing_pages.page.painting.fold_painter import fold_words
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.wording.labels import counterpart_text, row_place
from facing_pages.viewmodel.wording.language import plural, tr
from facing_pages.viewmodel.wording.side_names import side_title

if TYPE_CHECKING:
    from facing_pages.page.reader_view import ReaderView


class PageParagraphs:
    """The paragraphs of a reader that are on screen, and the interface of each slot."""

    def __init__(self, reader: ReaderView) -> None:
        self._reader = ref(reader)
        self._slots: list[ParagraphAccessible] = []
        self._fold_slots: list[FoldAccessible] = []
        self._sent: list[str] = []
        self._sent_folds: list[str] = []
        self._sent_title = ""
        self._focused: tuple[int, Side] | None = None

    @property
    def reader(self) -> ReaderView | None:
        """Return the widget, None until it is built and once Qt has begun to destroy it."""
        reader = self._reader()
        is_there = reader is not None and shiboken6.isValid(reader) and reader.is_built
        return reader if is_there else None

    def seen(self) -> list[SeenParagraph]:
        """Return the paragraphs on screen, row by row."""
        reader = self.reader
        return (
            [SeenParagraph(*seen) for seen in reader.scrolling.visible_paragraphs()]
            if reader
            else []
        )

    def seen_folds(self) -> list[SeenFold]:
        """Return the lines of folds on screen, row by row."""
        reader = self.reader
        return [SeenFold(*seen) for seen in reader.scrolling.visible_folds()] if reader else []

    def children(self) -> list[ParagraphAccessible | FoldAccessible]:
        """Return the paragraphs and the lines of folds as they are read: column by column."""
        seen, columns = self.seen(), list(Side)
        places = [(p.row, columns.index(p.placed.column), p.placed.y) for p in seen]
        found: list[tuple[tuple[int, int, int], ParagraphAccessible | FoldAccessible]] = [
            (place, self._interface(k)) for k, place in enumerate(places)
        ]
        for k, (row, _, fold) in enumerate(self.seen_folds()):
            place = (row, columns.index(fold.side), fold.y)
            at = next((n for n, (other, _) in enumerate(found) if place <= other), len(found))
            found.insert(at, (place, self._fold_interface(k)))
        return [interface for _, interface in found]

    def slot(self, index: int) -> ParagraphAccessible | None:
        """Return the interface of a slot, None if fewer paragraphs are on screen."""
        return self._interface(index) if 0 <= index < len(self.seen()) else None

    def name_of(self, seen: SeenParagraph) -> str:
        """Return how a paragraph is called, or a sentence where each has a line of its own."""
        reader = self.reader
        if reader is None or reader.model.pages is None:
            return ""
        pages = reader.model.pages
        side, position = seen.placed.place_of(0)
        number = pages.text(side).paragraph_at(position) + 1
        count = reader.place.count_shown_changes(seen.row)
        if pages.text(side).whole is None:
            name = tr("{side}, paragraph {number}", side=side_title(side), number=number)
        else:
            name = tr("{side}, sentence {number}", side=side_title(side), number=number)
        if words := counterpart_text(pages, seen.row, side.other):
            name += f", {words}"
        if count:
            name += ", " + plural("{count} change", "{count} changes", count)
        findings = reader.model.findings
        if findings is not None and (found := findings.count_in_row(seen.row)):
            name += ", " + plural("{count} finding", "{count} findings", found)
        return name

    def name_of_fold(self, seen: SeenFold) -> str:
        """Return what is folded at a line, as it says itself."""
        reader = self.reader
        if reader is None or reader.model.pages is None:
            return ""
        return fold_words(reader.model.pages, seen.fold, sentences=reader.model.mode is Mode.ALIGN)

    def role_of(self, seen: SeenParagraph) -> tuple[Role, int]:
        """Return what a paragraph is in its text, and the level of a heading or list item."""
        reader = self.reader
        if reader is None or reader.model.pages is None:
            return Role.PROSE, 0
        side, position = seen.placed.place_of(0)
        text = reader.model.pages.text(side)
        number = text.paragraph_at(position)
        return text.role(number), text.level(number)

    def title(self) -> str:
        """Return what the page is called: where the reader is in it, and which key helps."""
        reader = self.reader
        if reader is None or reader.model.pages is None:
            return tr("Original and rewrite")
        place = row_place(reader.model.pages, reader.scrolling.reading_row())
        return tr(
            "Original and rewrite, {place}. {go_to_list} lists the changes.",
            place=place,
            **reader.keys.letters.words,
        )

    def seen_changed(self) -> None:
        """Send which paragraphs came, went, or are called otherwise now."""
        reader = self.reader
        if reader is None:
            return
        before, self._sent = self._sent, [self.name_of(seen) for seen in self.seen()]
        _send_names(self._interface, before, self._sent)
        folds = [self.name_of_fold(seen) for seen in self.seen_folds()]
        before, self._sent_folds = self._sent_folds, folds
        _send_names(self._fold_interface, before, folds)
        title = self.title()
        if title != self._sent_title:
            self._sent_title = title
            _send(reader, QAccessible.Event.NameChanged)

    def caret_moved(self) -> None:
        """Send where the caret is now."""
        self.seen_changed()
        reader = self.reader
        caret = reader.caret.place if reader is not None else None
        if caret is None:
            return
        for slot, seen in enumerate(self.seen()):
            if seen.placed.inside_of(*caret) is None:
                continue
            paragraph = self._interface(slot)
            here = (seen.row, seen.placed.column)
            if here != self._focused:
                self._focused = here
                _send(paragraph, QAccessible.Event.Focus)
            moved = QAccessibleTextCursorEvent(paragraph, paragraph.text_interface.cursorPosition())
            QAccessible.updateAccessibility(moved)
            return

    def _interface(self, index: int) -> ParagraphAccessible:
        reader = self.reader
        assert reader is not None, "only called for paragraphs that the reader has on screen"
        while len(self._slots) <= index:
            paragraph = ParagraphAccessible(self, len(self._slots), QObject(reader))
            interface_lifetime.keep(paragraph)
            QAccessible.registerAccessibleInterface(paragraph)
            self._slots.append(paragraph)
        return self._slots[index]

    def _fold_interface(self, index: int) -> FoldAccessible:
        reader = self.reader
        assert reader is not None, "only called for lines that the reader has on screen"
        while len(self._fold_slots) <= index:
            fold = FoldAccessible(self, len(self._fold_slots), QObject(reader))
            interface_lifetime.keep(fold)
            QAccessible.registerAccessibleInterface(fold)
            self._fold_slots.append(fold)
        return self._fold_slots[index]


class PageAccessible(QAccessibleInterface):
    """The page: a document whose children are the paragraphs on screen, column by column.

    Holds its reader weakly: the binding never frees what a factory has returned.
    """

    def __init__(self, reader: ReaderView) -> None:
        super().__init__()
        self._widget = ref(reader)

    @property
    def _reader(self) -> ReaderView | None:
        reader = self._widget()
        return reader if reader is not None and shiboken6.isValid(reader) else None

    @property
    def _paragraphs(self) -> PageParagraphs | None:
        reader = self._reader
        return paragraphs_of(reader) if reader is not None else None

    def isValid(self) -> bool:
        """Tell whether the page is still there."""
        return self._reader is not None

    def object(self) -> QObject:
        """Return the widget."""
        return cast("QObject", self._reader)

    def window(self) -> Any:
        """Return the window the page is in."""
        reader = self._reader
        return reader.window().windowHandle() if reader is not None else None

    def parent(self) -> QAccessibleInterface:
        """Return what the page is in."""
        reader = self._reader
        parent = reader.parentWidget() if reader is not None else None
        return QAccessible.queryAccessibleInterface(cast("QObject", parent))

    def child(self, index: int) -> QAccessibleInterface:
        """Return a paragraph or the line of a fold on screen."""
        children = self._children()
        found = children[index] if 0 <= index < len(children) else None
        return cast("QAccessibleInterface", found)

    def childCount(self) -> int:
        """Return how many paragraphs and lines of folds are on screen."""
        return len(self._children())

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Return which of these something is, -1 if it is none."""
        return next((k for k, slot in enumerate(self._children()) if slot is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """Return what is at a point of the screen: the line of a fold, or a paragraph."""
        found = [slot for slot in self._children() if slot.rect().contains(x, y)]
        folds = [slot for slot in found if isinstance(slot, FoldAccessible)]
        return cast("QAccessibleInterface", next(iter(folds + found), None))

    def focusChild(self) -> QAccessibleInterface:
        """Return the paragraph with the caret."""
        paragraphs = (p for p in self._children() if isinstance(p, ParagraphAccessible))
        found = (slot for slot in paragraphs if slot.caret_inside() is not None)
        return cast("QAccessibleInterface", next(found, None))

    def _children(self) -> list[ParagraphAccessible | FoldAccessible]:
        paragraphs = self._paragraphs
        return paragraphs.children() if paragraphs is not None else []

    def role(self) -> QAccessible.Role:
        """Return that this is a document."""
        return QAccessible.Role.Document

    def state(self) -> QAccessible.State:
        """Return that it can take the focus, and has it or not."""
        reader = self._reader
        state = QAccessible.State()
        state.readOnly = True
        state.focusable = True
        state.invalid = reader is None
        state.focused = reader is not None and reader.hasFocus()
        state.invisible = reader is None or not reader.isVisible()
        return state

    def text(self, t: QAccessible.Text) -> str:
        """Return what the page is called."""
        paragraphs = self._paragraphs
        return paragraphs.title() if paragraphs and t is QAccessible.Text.Name else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Leave the name as it is."""

    def rect(self) -> QRect:
        """Return where the page is on the screen."""
        reader = self._reader
        if reader is None:
            return QRect()
        return QRect(reader.mapToGlobal(QPoint(0, 0)), reader.size())

    def foregroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def backgroundColor(self) -> QColor:
        """Return no colour."""
        return QColor()

    def interface_cast(self, t: QAccessible.InterfaceType) -> Any:
        """Return that there is nothing more: the texts are in the paragraphs."""
        return shiboken6.VoidPtr(0)


_paragraphs_of_readers: WeakKeyDictionary[ReaderView, PageParagraphs] = WeakKeyDictionary()
_installed_in: WeakSet[QCoreApplication] = WeakSet()


def install() -> None:
    """Let Qt ask us what a page is, from the first time a screen reader wants to know.

    Once for an application: each factory more would be asked about every widget.
    """
    application = QCoreApplication.instance()
    if application is not None and application not in _installed_in:
        QAccessible.installFactory(make_interface)
        _installed_in.add(application)


def paragraphs_of(reader: ReaderView) -> PageParagraphs:
    """Return what a screen reader gets of the paragraphs of a reader."""
    paragraphs = _paragraphs_of_readers.get(reader)
    if paragraphs is None:
        paragraphs = _paragraphs_of_readers[reader] = PageParagraphs(reader)
        reader.destroyed.connect(interface_lifetime.release_deleted)
    return paragraphs


def make_interface(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Return a new interface for a reader, None for other objects; Qt asks for it."""
    from facing_pages.page.reader_view import ReaderView

    if not isinstance(thing, ReaderView):
        return None
    interface_lifetime.release_deleted()
    page = PageAccessible(thing)
    interface_lifetime.keep(page)
    return page


def _send_names(
    interface: Callable[[int], QAccessibleInterface], before: list[str], names: list[str]
) -> None:
    """Send which slots came, went, or are called otherwise now."""
    for slot, name in enumerate(names):
        is_new = slot >= len(before)
        if is_new:
            _send(interface(slot), QAccessible.Event.ObjectCreated)
        if is_new or name != before[slot]:
            _send(interface(slot), QAccessible.Event.NameChanged)
    for slot in range(len(names), len(before)):
        _send(interface(slot), QAccessible.Event.ObjectDestroyed)


def _send(about: QObject | QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(about, event))
