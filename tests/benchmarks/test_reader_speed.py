"""What the reader costs on two texts of a million words, in milliseconds of processor time.

Run with `dev.py test tests/benchmarks/test_reader_speed.py -s`. Only gross regressions fail.
"""

from __future__ import annotations

import gc
import random
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facing_pages.core.both import Both
from facing_pages.core.model import LinkKind, Role
from facing_pages.marks.kinds import MarkStyle, ViewKind
from facing_pages.session.page_settings import Preset
from facing_pages.session.pair import Request, Source
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.common.theme import ThemeChoice
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.modes import Mode
from facing_pages.viewmodel.pair_view import (
    LINK_KINDS,
    ROLES,
    ChangeTable,
    PairView,
    RowTable,
    SideText,
)
from facing_pages.viewmodel.search import Finder, Query
from facing_pages.viewmodel.table_columns import ChangeColumn
from facing_pages.worker.comparison_steps import MarksFound
from facing_pages.worker.incremental_comparison import compare_in_steps

pytestmark = pytest.mark.benchmark
WORDS = 1_000_000
CHANGED = 0.3
VOCABULARY = [f"{a}{b}" for a in ("ka", "lo", "mi", "ser", "ton") for b in ("rat", "lem", "nusk")]


def side(seed: int) -> tuple[SideText, list[list[tuple[int, int]]]]:
    """Return a text and, for each paragraph, where its words stand."""
    chance = random.Random(seed)
    paragraphs: list[str] = []
    places: list[list[tuple[int, int]]] = []
    table: list[tuple[int, int, int, int, int]] = []
    start = count = 0
    while count < WORDS:
        words = [chance.choice(VOCABULARY) for _ in range(chance.randint(40, 160))]
        if chance.random() < 0.4 * len(words) / 10:
            words[chance.randrange(len(words))] = "harbour"
        text = " ".join(words)
        at = start
        places.append([])
        for word in words:
            places[-1].append((at, at + len(word)))
            at += len(word) + 1
        table.append((start, start + len(text), ROLES.index(Role.PROSE), 0, 0))
        paragraphs.append(text)
        start += len(text) + 2
        count += len(words)
    text = "\n\n".join(paragraphs)
    return SideText(f"{seed}.txt", text, np.array(table, dtype=np.int32)), places


def million() -> PairView:
    """Return two texts of a million words each, level row by row, three words in ten changed."""
    (original, places), (rewrite, others) = side(1), side(2)
    rows = min(len(original), len(rewrite))
    original, rewrite = (
        replace(text, paragraphs=text.paragraphs[:rows]) for text in (original, rewrite)
    )
    numbers = np.arange(rows, dtype=np.int32)
    kind = np.full(rows, LINK_KINDS.index(LinkKind.REWORDED), dtype=np.int32)
    nobody = np.full(rows, -1, dtype=np.int32)
    table = np.column_stack((numbers, numbers + 1, numbers, numbers + 1, kind, nobody))
    sentences = tuple(
        np.column_stack((text.paragraphs[:rows, :2], numbers)) for text in (original, rewrite)
    )
    zero = np.zeros(rows, dtype=np.int32)
    ends = (numbers, numbers + 1)
    links = np.column_stack((*ends, *ends, kind, zero, zero + 90, zero))
    chance = random.Random(3)
    changes = [
        (ViewKind.REWORDED, MarkStyle.REWORDED, *old, *new, row, row, row, -1, -1)
        for row in range(rows)
        for old, new in zip(places[row], others[row], strict=False)
        if chance.random() < CHANGED
    ]
    assert len(changes[0]) == len(ChangeColumn)
    return PairView(
        original,
        rewrite,
        RowTable(
            table.astype(np.int32),
            Both(sentences[0], sentences[1]),
            links.astype(np.int32),
            table.astype(np.int32),
        ),
        ChangeTable(np.array(changes, dtype=np.int32), 1.0),
        is_aligned=True,
    )


@pytest.fixture(scope="module")
def pages() -> PairView:
    return million()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    store = SettingsStore(SettingsFile(tmp_path / "settings.json"))
    store.change(less_motion=True)
    window = MainWindow(store)
    window.resize(1400, 900)
    window.show()
    qtbot.waitExposed(window)
    assert window.page is not None  # made when it is first asked for
    return window


def memory() -> int:
    """Return the bytes of memory this process holds."""
    status = Path("/proc/self/status")
    if not status.exists():
        pytest.skip("memory is read from /proc")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return 1024 * int(line.split()[1])


def cost(deed: Callable[[], object], times: int = 9) -> tuple[float, float]:
    """Return the median and the largest cost of something, painting included."""
    taken: list[float] = []
    for _ in range(times):
        start = time.process_time()
        deed()
        QApplication.processEvents()
        taken.append(1000 * (time.process_time() - start))
    return statistics.median(taken), max(taken)


def test_a_million_words_on_either_side(
    window: MainWindow, pages: PairView, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    gc.collect()
    before = memory()
    start = time.process_time()
    window.controller.pages_changed.emit(pages, False)
    window.page.reader.viewport().repaint()
    first = 1000 * (time.process_time() - start)
    page = window.page
    lines = [f"first paint {first:.0f} ms"]
    for mode in (Mode.SIDE_BY_SIDE, Mode.FLOWING, Mode.ONE_COLUMN, Mode.ALIGN):
        window.view.set_mode(mode)
        page.reader.scrolling.scroll_to_share(0.4)
        QApplication.processEvents()
        frames: list[float] = []
        for _ in range(300):
            start = time.process_time()
            page.reader.scrolling.scroll_by(60)
            page.reader.viewport().repaint()
            frames.append(1000 * (time.process_time() - start))
        frames.sort()
        lines.append(f"{mode.value}: frame {frames[150]:.1f}, p95 {frames[285]:.1f} ms")
    window.view.set_mode(Mode.SIDE_BY_SIDE)
    chance = random.Random(5)
    store = window.store
    sizes = iter([1300, 1400] * 10)
    themes = iter([ThemeChoice.DARK, ThemeChoice.LIGHT] * 10)
    zooms = iter([110, 100] * 10)
    lined_up = iter([Mode.ALIGN, Mode.SIDE_BY_SIDE] * 5)
    modes = iter([Mode.FLOWING, Mode.ONE_COLUMN, Mode.SIDE_BY_SIDE] * 5)
    deeds: dict[str, Callable[[], object]] = {
        "jump": lambda: page.reader.scrolling.scroll_to_share(chance.random()),
        "next change": lambda: page.navigator.step(1),
        "resize": lambda: window.resize(next(sizes), 900),
        "zoom": lambda: store.set_zoom(next(zooms)),
        "theme": lambda: window.store.set_theme(next(themes)),
        "mode": lambda: window.view.set_mode(next(modes)),
        "to and from aligning": lambda: window.view.set_mode(next(lined_up)),
        "select all": page.reader.caret.select_all,
        "hide unchanged": window.commands[Command.HIDE_UNCHANGED].trigger,
    }
    for name, deed in deeds.items():
        middle, most = cost(deed)
        lines.append(f"{name}: {middle:.0f} ms, at most {most:.0f}")
    store.use_preset(Preset.COMFORTABLE)
    finder = Finder(pages)
    finder.find(Query("lem"))
    start = time.process_time()
    found = finder.find(Query("harbour"))
    taken = 1000 * (time.process_time() - start)
    lines.append(f"find all: {len(found):,} places in {taken:.0f} ms")
    held = (memory() - before) / 1e6
    lines.append(f"memory over the texts and tables: {held:.0f} MB")
    with capsys.disabled():
        print("\n" + "\n".join(lines))
    assert first < 5000
    assert held < 280


def test_opening_and_closing_two_hundred_times_leaks_nothing(
    window: MainWindow, sample: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    request = Request(*(Source(path=str(path)) for path in sample))
    steps = list(compare_in_steps(request))
    assert isinstance(steps[-1], MarksFound)

    def cycle() -> None:
        window.controller.state.ask_for(request)
        for step in steps:
            window.controller.take_step(step)
        QApplication.processEvents()
        window.commands[Command.CLOSE].trigger()
        QApplication.processEvents()
        # What is deleted later is deleted by a running event loop, and there is none here.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    for _ in range(20):
        cycle()
    gc.collect()
    before = memory()
    for _ in range(200):
        cycle()
    gc.collect()
    grown = (memory() - before) / 1e6
    with capsys.disabled():
        print(f"\n200 pairs opened and closed: {grown:+.1f} MB")
    assert grown < 30


def test_nothing_blocks_the_window_while_a_book_is_compared(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A timer of 5 ms tells how long the window could not answer."""
    lines = side(1)[0].text[:600_000].split("\n\n")
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    files[0].write_text("\n\n".join(lines), "utf-8")
    files[1].write_text("\n\n".join(lines[::-1][:40] + lines[40:]).replace("mi", "mo"), "utf-8")
    window.controller.client.warm_up()
    qtbot.wait(2500)
    late: list[float] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        late.append(1000 * (now - last) - 5)
        last = now
        if window.area.has_pair and len(late) % 4 == 0:
            window.page.reader.scrolling.scroll_by(40)

    timer = QTimer()
    timer.setInterval(5)
    timer.timeout.connect(tick)
    window.workspace.opener.open_files(*map(str, files))
    last = time.perf_counter()
    timer.start()
    qtbot.wait(12_000)
    timer.stop()
    late.sort()
    with capsys.disabled():
        at95 = late[int(0.95 * len(late))]
        print(f"\nthe window is late by {at95:.0f} ms (p95), {late[-1]:.0f} ms at most")
    assert window.controller.state.pages is not None
    window.close()
