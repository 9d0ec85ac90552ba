"""Opens and closes windows with a pair, one after the other, as told on standard input.

A line "open" opens a window and answers "opened NUMBER" once its pair is compared; "close" closes
the one opened last and answers "closed" once Qt has destroyed it; "kept" answers with the number of
accessible interfaces that are kept; "quit" closes all windows, which ends the program. Arguments:
the two files; with --workers before them each window compares in a process of its own, as in the
real program, and without it the window is given what was compared once.
"""

from __future__ import annotations

import gc
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier

from facing_pages.page.accessibility.interface_lifetime import count_kept
from facing_pages.session.pair import Request, Source
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import make_application, report_uncaught
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.ui.shell.windows import Windows
from facing_pages.worker.incremental_comparison import compare_in_steps


class Rounds(QObject):
    """Does what standard input says."""

    def __init__(self, windows: Windows, files: list[str], *, has_workers: bool) -> None:
        super().__init__(windows)
        self._windows = windows
        self._files = files
        self._has_workers = has_workers
        self._request = Request(*(Source(path=file) for file in files))
        self._steps = () if has_workers else tuple(compare_in_steps(self._request))
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def _read(self) -> None:
        word = sys.stdin.readline().strip()
        if word == "open":
            self._open()
        elif word == "close":
            self._close()
        elif word == "kept":
            gc.collect()
            answer(str(count_kept()))
        else:
            self._notifier.setEnabled(False)
            for window in list(self._windows.all):
                window.close()

    def _open(self) -> None:
        window = self._windows.open_window()
        window.resize(1280, 820)
        if self._has_workers:
            window.controller.settled.connect(self._settled)
            window.workspace.opener.open_files(*self._files)
            return
        window.controller.state.ask_for(self._request)
        for step in self._steps:
            window.controller.take_step(step)
        self._settled()

    def _settled(self) -> None:
        answer(f"opened {len(self._windows.all)}")

    def _close(self) -> None:
        window: MainWindow = self._windows.all[-1]
        window.destroyed.connect(_closed)
        window.close()


def _closed() -> None:
    answer("closed")


def answer(text: str) -> None:
    print(text, flush=True)


def main() -> int:
    *choices, original, rewrite = sys.argv[1:]
    application = make_application([])
    sys.excepthook = report_uncaught
    settings = SettingsFile(Path(tempfile.mkdtemp()) / "settings.json")
    windows = Windows(SettingsStore(settings), application, WorkerPool(application))
    windows.open_window()  # the program ends with its last window
    Rounds(windows, [original, rewrite], has_workers="--workers" in choices)
    answer("ready")
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
