from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from facing_pages.page.accessibility import interface_lifetime
from facing_pages.page.accessibility.page_document import paragraphs_of
from facing_pages.page.accessibility.paragraph_text import ParagraphAccessible
from facing_pages.page.reader_view import ReaderView


def test_an_interface_is_kept_until_qt_has_deleted_it(reader: ReaderView, qtbot: QtBot) -> None:
    anchor = QObject()
    interface = ParagraphAccessible(paragraphs_of(reader), 0, anchor)
    interface_lifetime.release_deleted()
    before = interface_lifetime.count_kept()
    interface_lifetime.keep(interface)
    QAccessible.registerAccessibleInterface(interface)
    interface_lifetime.release_deleted()
    assert interface_lifetime.is_kept(interface)
    assert interface_lifetime.count_kept() == before + 1
    anchor.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(interface))
    interface_lifetime.release_deleted()
    assert not interface_lifetime.is_kept(interface)
