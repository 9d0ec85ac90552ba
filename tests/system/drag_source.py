"""A small window from which files are dragged: `drag_source.py X Y FILE...`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class Source(QLabel):
    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(name) for name in sys.argv[3:]])
        drag = QDrag(self)
        drag.setMimeData(mime)
        drag.exec(Qt.DropAction.CopyAction)


application = QApplication(sys.argv[:1])
window = Source("drag me")
window.setWindowTitle(f"drag source {Path(sys.argv[3]).name}")
window.setGeometry(int(sys.argv[1]), int(sys.argv[2]), 120, 80)
window.show()
sys.exit(application.exec())
