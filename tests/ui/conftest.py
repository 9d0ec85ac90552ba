"""Windows for tests: settings of their own, a pair shown at once or through the worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF
from pytestqt.qtbot import QtBot

from facing_pages.core.model import Side, Span
from facing_pages.page.reader_view import ReaderView
from facing_pages.session.pair import Request, Source
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.comparison.comparison_page import ComparisonPage
from facing_pages.ui.pair.pair_controller import PairController
from facing_pages.ui.pair.shared_workers import WorkerPool
from facing_pages.ui.shell.application import Application
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.worker.comparison_steps import Step
from facing_pages.worker.incremental_comparison import compare_in_steps

NewWindow = Callable[[], MainWindow]


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    """Return the class of the application that all window tests share."""
    return Application


@pytest.fixture(scope="session")
def workers(qapp: Application) -> Iterator[WorkerPool]:
    """Return the workers that all windows of all tests share: starting one takes seconds."""
    pool = WorkerPool()
    yield pool
    pool.close()


@pytest.fixture
def new_window(qtbot: QtBot, tmp_path: Path, workers: WorkerPool) -> Iterator[NewWindow]:
    """Return a maker of windows that all use one settings file."""
    made: list[MainWindow] = []

    def make() -> MainWindow:
        store = SettingsStore(SettingsFile(tmp_path / "settings" / "settings.json"))
        store.change(less_motion=True)
        window = MainWindow(store, PairController(workers))
        made.append(window)
        window.resize(1200, 800)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(new_window: NewWindow) -> MainWindow:
    """Return a window without a pair."""
    return new_window()


@cache
def steps_of(request: Request, _versions: tuple[tuple[int, int], ...]) -> tuple[Step, ...]:
    """Return all steps of a comparison: values, the same for every test.

    Files are those they were when they were compared; a version is a time and a size.
    """
    return tuple(compare_in_steps(request))


def versions(request: Request) -> tuple[tuple[int, int], ...]:
    """Return which versions of its files a request is about; pasted texts have none."""
    sources = (request.original, request.rewrite)
    files = [Path(source.path).stat() for source in sources if not source.pasted]
    return tuple((file.st_mtime_ns, file.st_size) for file in files)


def show_pair(window: MainWindow, original: str | Path, rewrite: str | Path) -> ComparisonPage:
    """Show a pair of files, or of texts, without the worker process."""
    sources = [
        Source(path=str(text)) if isinstance(text, Path) else Source(pasted=text, name=name)
        for text, name in ((original, "one.txt"), (rewrite, "two.txt"))
    ]
    request = Request(*sources)
    window.controller.state.ask_for(request)
    for step in steps_of(request, versions(request)):
        window.controller.take_step(step)
    return window.page


@pytest.fixture
def sample_window(window: MainWindow, sample: tuple[Path, Path]) -> MainWindow:
    """Return a window with the sample pair."""
    show_pair(window, *sample)
    return window


def point_of(reader: ReaderView, side: Side, position: int) -> QPoint:
    """Return where a character is on screen."""
    assert reader.model.layout is not None
    for row, top in reader.model.layout.visible(side, reader.viewport().height()):
        for placed in row.every():
            if boxes := placed.boxes(side, Span(position, position + 1)):
                x = reader.model.style.column_x(placed.column) + boxes[0].center().x()
                return QPointF(x, top + placed.y + boxes[0].center().y()).toPoint()
    raise AssertionError("the character is not on screen")
