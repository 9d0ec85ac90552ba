"""The `facing-pages` command: opens the window.

Qt is imported inside the functions: the worker process imports this module when it starts and
needs no Qt.
"""

from __future__ import annotations

import argparse
import logging
import multiprocessing
import signal
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from facing_pages import __version__

# The exit status when the system lacks what a window needs. By judgement: any but 0, which is
# success, and 1, which Python ends with after an error.
CANNOT_START: Final = 2


def run() -> NoReturn:
    """Open the window with the arguments of the process and end it afterwards."""
    multiprocessing.freeze_support()
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Open the window; return the exit status."""
    choices, for_qt = _parser().parse_known_args(arguments)
    logging.basicConfig(level=logging.WARNING)
    if choices.self_check is not None:
        from facing_pages.ui.shell.self_check import run_self_check

        return run_self_check(choices.self_check)
    from facing_pages.ui.common.prerequisites import missing_for_window

    if missing := missing_for_window(for_qt):
        print(missing, file=sys.stderr)  # noqa: T201 - there is no window to say it in
        return CANNOT_START
    from facing_pages.session.settings import SettingsFile
    from facing_pages.ui.common.settings_store import SettingsStore
    from facing_pages.ui.pair.shared_workers import WorkerPool
    from facing_pages.ui.shell.application import make_application, report_uncaught
    from facing_pages.ui.shell.event_filters import after_first_paint
    from facing_pages.ui.shell.single_instance import Listener, hand_over, meeting_place
    from facing_pages.ui.shell.windows import Windows

    application = make_application(for_qt)
    sys.excepthook = report_uncaught
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    settings = SettingsFile()
    name = meeting_place(settings.path)
    if not choices.alone and not choices.sample and hand_over(name, choices.files):
        return 0
    workers = WorkerPool(application)
    application.aboutToQuit.connect(workers.close)
    windows = Windows(SettingsStore(settings), application, workers)
    if not choices.alone:
        listener = Listener(name, application)
        listener.files_arrived.connect(windows.open_files)
    window = windows.open_window(expected=choices.files)

    def begin() -> None:
        if choices.sample:
            window.workspace.opener.open_sample()
        else:
            windows.begin(choices.files)

    # Starting the worker takes the processor from what the user waits for.
    after_first_paint(window, begin)
    return application.exec()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="facing-pages", description="Read a text and its rewrite side by side."
    )
    parser.add_argument("files", nargs="*", metavar="ORIGINAL REWRITE", help="the two texts")
    parser.add_argument("--sample", action="store_true", help="open the built-in sample pair")
    parser.add_argument(
        "--alone", action="store_true", help="start a separate program even if one is running"
    )
    parser.add_argument(
        "--self-check",
        nargs="?",
        const="-",
        metavar="FILE",
        help="check that all parts of the program are there and work, then exit",
    )
    parser.add_argument("--version", action="version", version=f"Facing Pages {__version__}")
    return parser


if __name__ == "__main__":
    run()
