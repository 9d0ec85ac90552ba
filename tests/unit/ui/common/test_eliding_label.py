from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from facing_pages.ui.common.eliding_label import ElidingLabel, draw_elided

LONG = "signed instead of not signed, the negation is gone, finding 1 of 4, paragraph 1"


def test_a_long_text_needs_no_room(qtbot: QtBot) -> None:
    label = ElidingLabel(LONG)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() == 0
    assert label.sizeHint().width() > 100


def test_the_tooltip_has_what_is_left_out(qtbot: QtBot) -> None:
    label = ElidingLabel(LONG)
    qtbot.addWidget(label)
    label.resize(80, 20)
    label.grab()
    assert label.toolTip() == LONG
    assert label.text() == LONG
    label.resize(label.sizeHint())
    label.grab()
    assert label.toolTip() == ""


@pytest.mark.parametrize(("text", "at_the_left"), [("quiet", True), ("שקט", False)])
def test_a_line_begins_where_it_is_read_from(qtbot: QtBot, text: str, at_the_left: bool) -> None:
    image = QImage(400, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw_elided(painter, QRect(0, 0, 400, 30), text)
    painter.end()
    white = QColor("white").rgb()
    inked = [x for x in range(400) if any(image.pixel(x, y) != white for y in range(30))]
    assert (max(inked) < 200, min(inked) > 200) == (at_the_left, not at_the_left)
