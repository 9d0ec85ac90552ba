from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from facing_pages.ui.common.drawn_icons import ICON_SIZE, more_icon


@pytest.mark.parametrize("name", ["#102030", "#e0f0ff"])
def test_an_icon_has_the_colour_asked_for(qtbot: QtBot, name: str) -> None:
    picture = more_icon(QColor(name)).pixmap(4 * ICON_SIZE, 4 * ICON_SIZE).toImage()
    places = [(x, y) for x in range(picture.width()) for y in range(picture.height())]
    opaque = {
        picture.pixelColor(x, y).name()
        for x, y in places
        if picture.pixelColor(x, y).alpha() == 255
    }
    assert opaque == {name}
    assert picture.pixelColor(0, 0).alpha() == 0
