"""Opens, reads and closes windows in one program, as often as the first argument says.

Reads as a screen reader does: every element of every window, through Qt's own tree. The program
ends as the real one does, when its last window is closed; its exit status is what is looked at.
Prints how many elements were read, and how many interfaces are kept after the last round.
"""

from __future__ import annotations

import gc
import json
import sys
import tempfile
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface

from facing_pages.page.accessibility.interface_lifetime import count_kept
from facing_pages.session.pair import Request, Source
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import make_application, report_uncaught
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.shell.windows import Windows
from facing_pages.worker.incremental_comparison import compare_in_steps

INTERFACES = (
    QAccessible.InterfaceType.TextInterface,
    QAccessible.InterfaceType.AttributesInterface,
)
ONE = "# The lamp\n\nThe lamp was quiet when she came down.\n\nIt rained on the granite steps.\n"
TEXTS = (Source(pasted=ONE), Source(pasted=ONE.replace("quiet", "silent")))


def read(element: QAccessibleInterface | None) -> int:
    """Read an element and all in it; return how many there are."""
    if element is None or not element.isValid():
        return 0
    element.text(QAccessible.Text.Name)
    element.role()
    element.state()
    element.rect()
    for kind in INTERFACES:
        element.interface_cast(kind)
    parent = element.parent()
    if parent is not None:
        parent.indexOfChild(element)
    return 1 + sum(read(element.child(index)) for index in range(element.childCount()))


def open_window(windows: Windows, steps: tuple[Any, ...], request: Request) -> MainWindow:
    window = windows.open_window()
    # Read before there is a pair as well: with one, signals are connected and Qt asks again.
    read(QAccessible.queryAccessibleInterface(window))
    window.controller.state.ask_for(request)
    for step in steps:
        window.controller.take_step(step)
    return window


def main() -> int:
    rounds, order = int(sys.argv[1]), sys.argv[2]
    application = make_application([])
    sys.excepthook = report_uncaught
    QAccessible.setActive(True)
    settings = SettingsFile(Path(tempfile.mkdtemp()) / "settings.json")
    windows = Windows(SettingsStore(settings), application, WorkerPool(application))
    request = Request(*TEXTS)
    steps = tuple(compare_in_steps(request))
    first = open_window(windows, steps, request)
    elements = 0
    for _ in range(rounds):
        window = open_window(windows, steps, request)
        reader = cast("QObject", window.page.reader if window.area.has_pair else None)
        elements = read(QAccessible.queryAccessibleInterface(window))
        window.close()
        del window, reader
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        application.processEvents()
    gc.collect()
    print(json.dumps({"elements": elements, "kept": count_kept()}), flush=True)
    if order == "close":
        QTimer.singleShot(0, first.close)
    else:
        open_window(windows, steps, request)
        read(QAccessible.queryAccessibleInterface(first))
        QTimer.singleShot(0, application.closeAllWindows)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
