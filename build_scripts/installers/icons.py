"""The icon in every size and file that systems want, drawn from the one SVG file.

    icons.py FOLDER    hicolor folders, facing-pages.ico (Windows), .icns (macOS)

Both containers hold PNG pictures; their heads are few bytes each.
"""

from __future__ import annotations

import os
import struct
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE: Final = Path(__file__).parents[2] / "resources" / "icons" / "facing-pages.svg"
NAME: Final = "facing-pages"
SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
# Types of the pictures in an .icns file, by their size in pixels.
ICNS_TYPES: Final = {
    16: b"icp4",
    32: b"icp5",
    64: b"icp6",
    128: b"ic07",
    256: b"ic08",
    512: b"ic09",
}


def picture(size: int) -> bytes:
    """Return the icon as a PNG of so many pixels on a side."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(SOURCE)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return an icon for Windows with pictures by size."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, content in pictures.items():
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(content), place)
        place += len(content)
    return head + entries + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return an icon for macOS with pictures by size."""
    chunks = b"".join(
        ICNS_TYPES[size] + struct.pack(">I", 8 + len(content)) + content
        for size, content in pictures.items()
    )
    return b"icns" + struct.pack(">I", 8 + len(chunks)) + chunks


def main(arguments: list[str]) -> int:
    """Write all icons into a folder; return the exit status."""
    target = Path(arguments[0])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    pictures = {size: picture(size) for size in SIZES}
    for size, content in pictures.items():
        folder = target / "hicolor" / f"{size}x{size}" / "apps"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{NAME}.png").write_bytes(content)
    scalable = target / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / f"{NAME}.svg").write_bytes(SOURCE.read_bytes())
    (target / f"{NAME}.ico").write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    (target / f"{NAME}.icns").write_bytes(icns({size: pictures[size] for size in ICNS_TYPES}))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
