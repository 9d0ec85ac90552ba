from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side
from facing_pages.page.reader_view import MIN_READER_HEIGHT, MIN_READER_WIDTH, ReaderView
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.theme import load_theme
from facing_pages.viewmodel.pair_view import PairView
from tests.helpers.page_parts import mouse, wheel


@pytest.fixture
def reader(pair: PairView, qtbot: QtBot) -> Iterator[ReaderView]:
    """Return a reader that shows the story."""
    QToolTip.hideText()
    reader = ReaderView(load_theme("light"))
    reader.resize(1000, 600)
    reader.model.set_pages(pair, keep_place=False)
    reader.show()
    yield reader
    reader.deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(reader))


def picture(reader: ReaderView) -> QImage:
    image = QImage(reader.viewport().size(), QImage.Format.Format_RGB32)
    reader.viewport().render(image)
    return image


def point_of(reader: ReaderView, side: Side) -> QPointF:
    """Return a point on the first line of a side."""
    return QPointF(reader.model.style.column_x(side) + 30, 30)


def test_without_a_pair_the_page_is_blank(qtbot: QtBot) -> None:
    empty = ReaderView(load_theme("dark"))
    qtbot.addWidget(empty)
    empty.resize(300, 200)
    image = picture(empty)
    colors = {image.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 200, 3)}
    assert colors == {QColor(load_theme("dark").page).name()}


def test_other_colours_and_other_places_are_painted_at_once(reader: ReaderView) -> None:
    light = picture(reader)
    reader.set_theme(load_theme("dark"))
    dark = picture(reader)
    reader.scrolling.smooth.is_on = False
    reader.scrolling.scroll_by(300)
    assert light != dark != picture(reader)


def test_another_width_wraps_both_texts_anew(reader: ReaderView) -> None:
    wide = reader.model.style.column_width
    reader.resize(800, 500)
    assert (reader.model.width, reader.model.height) == (800, 500)
    assert reader.model.style.column_width < wide


def test_the_page_asks_for_room_for_two_columns(reader: ReaderView) -> None:
    style = reader.model.style
    assert reader.sizeHint().width() >= 2 * style.average_advance * reader.model.reading.characters
    assert (reader.minimumSizeHint().width(), reader.minimumSizeHint().height()) == (
        MIN_READER_WIDTH,
        MIN_READER_HEIGHT,
    )


def test_a_letter_is_a_request_and_an_arrow_moves_the_caret(
    reader: ReaderView, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(reader.requests.command_requested) as asked:
        qtbot.keyClick(reader, Qt.Key.Key_N)
    assert asked.args == [Command.NEXT_CHANGE]
    reader.caret.put(Side.ORIGINAL, 3)
    qtbot.keyClick(reader, Qt.Key.Key_Right)
    assert reader.caret.place == (Side.ORIGINAL, 4)


def test_a_click_puts_the_caret_and_a_double_click_selects_a_word(reader: ReaderView) -> None:
    point = point_of(reader, Side.REWRITE)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
        QApplication.sendEvent(reader.viewport(), mouse(kind, point))
    assert reader.caret.place is not None
    assert reader.caret.place[0] is Side.REWRITE
    QApplication.sendEvent(reader.viewport(), mouse(QEvent.Type.MouseButtonDblClick, point))
    assert reader.caret.selected() is not None


def test_the_pointer_frames_a_sentence_until_it_leaves(reader: ReaderView) -> None:
    point = point_of(reader, Side.ORIGINAL)
    move = mouse(QEvent.Type.MouseMove, point, button=Qt.MouseButton.NoButton)
    QApplication.sendEvent(reader.viewport(), move)
    assert reader.model.highlights.framed
    QApplication.sendEvent(reader, QEvent(QEvent.Type.Leave))
    assert not reader.model.highlights.framed


def test_over_the_gutter_the_pointer_is_no_text_cursor(reader: ReaderView) -> None:
    shapes = []
    for x in (reader.model.style.original_x + 30, reader.model.style.gutter_x):
        move = mouse(QEvent.Type.MouseMove, QPointF(x, 30), button=Qt.MouseButton.NoButton)
        QApplication.sendEvent(reader.viewport(), move)
        shapes.append(reader.viewport().cursor().shape())
    assert shapes[0] is Qt.CursorShape.IBeamCursor
    assert shapes[1] is not Qt.CursorShape.IBeamCursor


def test_a_change_under_the_pointer_is_explained(reader: ReaderView, pair: PairView) -> None:
    change = pair.changes.entry(0)
    assert change.original is not None
    reader.scrolling.smooth.is_on = False
    reader.scrolling.bring_into_view(Side.ORIGINAL, change.original.start)
    assert reader.model.layout is not None
    y = reader.model.layout.height_on_screen(Side.ORIGINAL, change.original.start)
    x = next(
        x
        for x in range(0, 500, 4)
        if reader.pointer.tip_at(QPointF(reader.model.style.original_x + x, y + 10))
    )
    place = QPoint(round(reader.model.style.original_x) + x, y + 10)
    QApplication.sendEvent(reader.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, place))
    assert "saw" in QToolTip.text()


def test_the_wheel_scrolls(reader: ReaderView) -> None:
    reader.scrolling.smooth.is_on = False
    before = reader.scrolling.top_row()
    for _ in range(5):
        QApplication.sendEvent(reader.viewport(), wheel(100, -120 * 5))
    assert reader.scrolling.top_row() > before


def test_rows_are_measured_while_nothing_else_happens(reader: ReaderView, qtbot: QtBot) -> None:
    heights = reader.model.heights
    assert heights is not None
    qtbot.waitUntil(lambda: bool(heights.is_exact.all()))
