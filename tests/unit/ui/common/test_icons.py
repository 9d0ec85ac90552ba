from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from pytestqt.qtbot import QtBot

from facing_pages.core.resources import resource, resource_text
from facing_pages.ui.common.icons import COLOR_IN_DRAWING, ICON_SIZE, Icon, line_icon, line_picture

SOURCE = Path(__file__).parents[4] / "src" / "facing_pages"
DARK, PALE = QColor("#102030"), QColor("#a0b0c0")


def colors_of(picture: QPixmap) -> set[str]:
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    colors = [image.pixelColor(x, y) for x, y in places]
    return {color.name() for color in colors if color.alpha() == 255}


def test_every_drawing_is_an_icon_and_every_icon_a_drawing() -> None:
    files = {path.stem for path in resource("icons/line").iterdir()}
    assert files == {icon.value for icon in Icon}


def test_every_icon_is_used() -> None:
    files = [path for path in SOURCE.rglob("*.py") if path.name != "icons.py"]
    used = set(
        re.findall(r"\bIcon\.([A-Z_]+)", " ".join(path.read_text("utf-8") for path in files))
    )
    assert {icon.name for icon in Icon} <= used


@pytest.mark.parametrize("icon", Icon)
def test_a_drawing_has_lines_of_one_colour_that_can_be_replaced(icon: Icon) -> None:
    drawing = resource_text(icon.file)
    root = ElementTree.fromstring(drawing)
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("fill"), root.get("stroke")) == ("none", COLOR_IN_DRAWING)
    assert drawing.count(COLOR_IN_DRAWING) == 1
    assert all("fill" not in part.attrib and "stroke" not in part.attrib for part in root)


@pytest.mark.parametrize("icon", Icon)
def test_an_icon_has_the_colour_asked_for(qtbot: QtBot, icon: Icon) -> None:
    picture = line_picture(icon, DARK, ICON_SIZE, 4.0)
    assert picture.width() == 4 * ICON_SIZE
    assert colors_of(picture) == {DARK.name()}


def test_an_icon_on_what_cannot_be_used_is_faded(qtbot: QtBot) -> None:
    icon = line_icon(Icon.OPEN, DARK, PALE)
    assert colors_of(icon.pixmap(64, QIcon.Mode.Normal)) == {DARK.name()}
    assert colors_of(icon.pixmap(64, QIcon.Mode.Disabled)) == {PALE.name()}


def test_a_translucent_colour_lets_the_ground_shine_through(qtbot: QtBot) -> None:
    image = line_picture(Icon.FOLD, QColor(16, 32, 48, 140), 64, 1.0).toImage()
    assert max(image.pixelColor(32, y).alpha() for y in range(image.height())) == 140
