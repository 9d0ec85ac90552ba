"""The icons of the window: line drawings of our own in a colour of the theme.

The drawings are in `resources/icons/line`, in one colour, `currentColor`, which is replaced when
an icon is made. Icons of Qt's styles are black or coloured in any theme.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QImage,
    QImageReader,
    QPainter,
    QPixmap,
)

from facing_pages.core.resources import resource_text

# Pixels: the size of an icon on a button, and in a dialog.
ICON_SIZE: Final = 16
DIALOG_ICON_SIZE: Final = 32
# What stands for the colour in a drawing.
COLOR_IN_DRAWING: Final = "currentColor"


class Icon(Enum):
    """The drawings, by the names of their files."""

    OPEN = "open"
    SWAP = "swap"
    LAYOUT = "layout"
    MARKS = "marks"
    WEIGHT = "weight"
    PREVIOUS = "previous"
    NEXT = "next"
    FOLD = "fold"
    FIND = "find"
    MORE = "more"
    CLOSE = "close"
    INFORMATION = "information"
    WARNING = "warning"
    ERROR = "error"

    @property
    def file(self) -> str:
        """Return the resource with the drawing."""
        return f"icons/line/{self.value}.svg"


def line_icon(icon: Icon, color: QColor, faded: QColor | None = None) -> QIcon:
    """Return an icon in a colour; `faded` is the colour on what cannot be used."""
    made = QIcon()
    for size in _picture_sizes():
        made.addPixmap(_picture(icon, color, size))
        if faded is not None:
            made.addPixmap(_picture(icon, faded, size), QIcon.Mode.Disabled)
    return made


def line_picture(icon: Icon, color: QColor, size: int, ratio: float) -> QPixmap:
    """Return an icon as a picture, sharp on a screen with `ratio` pixels for one."""
    picture = _picture(icon, color, round(size * ratio))
    picture.setDevicePixelRatio(ratio)
    return picture


def _picture_sizes() -> list[int]:
    """Return the pixels of an icon on each screen, so that lines are drawn and not scaled."""
    ratios = {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}
    return sorted({round(ICON_SIZE * ratio) for ratio in ratios})


def _picture(icon: Icon, color: QColor, size: int) -> QPixmap:
    image = _drawn(icon, size).copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(image.rect(), color)
    painter.end()
    return QPixmap.fromImage(image)


@cache
def _drawn(icon: Icon, size: int) -> QImage:
    """Return a drawing in black; to draw it takes far longer than to colour it."""
    drawing = resource_text(icon.file).replace(COLOR_IN_DRAWING, "#000000")
    device = QBuffer()
    device.setData(QByteArray(drawing.encode()))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return reader.read().convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
