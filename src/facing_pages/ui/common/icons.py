"""The icons of the window: line drawings of our own in a colour of the theme.

The drawings are in `resources/icons/line`, in one colour, `currentColor`, which is replaced when
an icon is made. Icons of Qt's styles are black or coloured in any theme.
"""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QImageReader, QPainter, QPixmap

from facing_pages.core.resources import resource_text

# Pixels: the size of an icon on a button, and in a dialog.
ICON_SIZE: Final = 16
DIALOG_ICON_SIZE: Final = 32
# What stands for the colour in a drawing.
COLOR_IN_DRAWING: Final = "currentColor"
# Pixels: a picture for each common size, on screens with one, one and a half, two, three and
# four pixels for one, so that lines are drawn and not scaled.
_PICTURE_SIZES: Final = (16, 20, 24, 32, 48, 64)


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
    for size in _PICTURE_SIZES:
        made.addPixmap(_picture(icon, color.rgba(), size))
        if faded is not None:
            made.addPixmap(_picture(icon, faded.rgba(), size), QIcon.Mode.Disabled)
    return made


def line_picture(icon: Icon, color: QColor, size: int, ratio: float) -> QPixmap:
    """Return an icon as a picture, sharp on a screen with `ratio` pixels for one."""
    picture = QPixmap(_picture(icon, color.rgba(), round(size * ratio)))
    picture.setDevicePixelRatio(ratio)
    return picture


@cache
def _picture(icon: Icon, color: int, size: int) -> QPixmap:
    """Return a drawing in a colour; all windows share it."""
    shade = QColor.fromRgba(color)
    drawing = resource_text(icon.file).replace(COLOR_IN_DRAWING, shade.name())
    device = QBuffer()
    device.setData(QByteArray(drawing.encode()))
    device.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(device, QByteArray(b"svg"))
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(_with_opacity(reader.read(), shade.alpha()))


def _with_opacity(image: QImage, alpha: int) -> QImage:
    """Return an image that lets through as much as a colour does."""
    if alpha == 255:
        return image
    image = image.convertToFormat(QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.fillRect(image.rect(), QColor(0, 0, 0, alpha))
    painter.end()
    return image
