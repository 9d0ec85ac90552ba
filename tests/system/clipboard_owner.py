"""Holds the clipboard: each line of standard input is a text in JSON; "copied" answers it."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication


def main() -> None:
    application = QApplication([])
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)

    def take() -> None:
        line = sys.stdin.readline()
        if not line:
            application.quit()
            return
        application.clipboard().setText(json.loads(line))
        print("copied", flush=True)

    notifier.activated.connect(take)
    application.exec()


if __name__ == "__main__":
    main()
