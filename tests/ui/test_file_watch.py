"""Files on screen that vanish and come back, or change on disk."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.wording.notice import Action
from tests.ui.test_correction_controller import REWRITE, files, page

__all__ = ["files", "page"]
GONE = "ferry.rewrite.txt is no longer there. The text on screen stays until you close it."
CHANGED = "ferry.rewrite.txt changed on disk."


def bars(window: MainWindow) -> list[str]:
    return [notice.text for notice in window.frame.bars.notices()]


def test_the_bar_goes_when_the_file_is_back_as_it_was(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, files: tuple[Path, Path]
) -> None:
    files[1].unlink()
    qtbot.waitUntil(lambda: GONE in bars(window), timeout=10_000)
    files[1].write_text(REWRITE, "utf-8")
    qtbot.waitUntil(lambda: GONE not in bars(window), timeout=10_000)
    assert CHANGED not in bars(window)
    files[1].write_text("Other words now.", "utf-8")
    qtbot.waitUntil(lambda: CHANGED in bars(window), timeout=10_000)


def test_a_file_that_comes_back_otherwise_is_offered(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, files: tuple[Path, Path]
) -> None:
    """Its folder was gone too, so that nothing reports its changes."""
    folder = files[1].parent / "deep"
    folder.mkdir()
    deep = [file.rename(folder / file.name) for file in files]
    with qtbot.waitSignal(window.controller.settled, timeout=60_000):
        window.workspace.opener.open_files(*map(str, deep))
    shutil.rmtree(folder)
    qtbot.waitUntil(lambda: GONE in bars(window), timeout=10_000)
    folder.mkdir()
    deep[1].write_text("Other words now.", "utf-8")
    qtbot.waitUntil(lambda: CHANGED in bars(window), timeout=10_000)
    notice = next(n for n in window.frame.bars.notices() if n.text == CHANGED)
    assert notice.actions == (Action.READ_AGAIN,)


def test_a_file_saved_as_it_was_has_not_changed(
    qtbot: QtBot, window: MainWindow, page: ComparisonPage, files: tuple[Path, Path]
) -> None:
    files[1].write_text(REWRITE, "utf-8")
    os.utime(files[1])
    files[0].write_text("A change to wait for.", "utf-8")
    qtbot.waitUntil(lambda: "ferry.txt changed on disk." in bars(window), timeout=10_000)
    assert CHANGED not in bars(window)
