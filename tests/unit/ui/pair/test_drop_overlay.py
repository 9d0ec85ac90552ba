from __future__ import annotations

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from facing_pages.ui.common.theme import load_theme
from facing_pages.ui.pair.drop_overlay import DropOverlay


def test_nothing_shines_through(qtbot: QtBot) -> None:
    theme = load_theme("light")
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.setStyleSheet("background: #ff0000")
    overlay = DropOverlay(theme, window)
    overlay.resize(window.size())
    overlay.show()
    window.show()
    qtbot.waitExposed(window)
    picture = window.grab().toImage()
    assert picture.pixelColor(300, 10) == QColor(theme.page)


def test_the_menus_stay_in_sight(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.resize(600, 400)
    window.menuBar().addMenu("File")
    window.show()
    qtbot.waitExposed(window)
    overlay = DropOverlay(load_theme("light"), window)
    overlay.begin(["one.txt"])
    assert overlay.geometry().top() == window.menuBar().height()
    assert overlay.geometry().bottom() == window.rect().bottom()
