"""Times people notice, measured and printed; run with `dev.py test tests/benchmarks -s`.

Only gross regressions fail: the machine may be busy.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from facing_pages.core.alignment.words.word_aligner import word_aligner
from facing_pages.session.pair import Request, Source
from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.shell.main_window import MainWindow
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.worker.comparison_steps import MarksFound
from facing_pages.worker.incremental_comparison import compare_in_steps

pytestmark = pytest.mark.benchmark
WORDS = 100_000
VOCABULARY = [
    f"{first}{middle}{last}"
    for first in ("ka", "lo", "mi", "ser", "ton")
    for middle in ("ra", "le", "nu", "vi")
    for last in ("t", "m", "sk", "n", "lan", "dor", "pel", "ris", "wen", "gar")
]


def book(path: Path, *, seed: int, change: float) -> Path:
    """Write a text of 100,000 words, some of them replaced."""
    text, edits = random.Random(7), random.Random(seed)
    lines: list[str] = []
    count = 0
    while count < WORDS:
        sentences = []
        for _ in range(text.randint(2, 7)):
            length = text.randint(8, 24)
            words = [
                f"{text.choice(VOCABULARY)}"
                if text.random() > 0.02
                else f"n{text.randint(1, 9999)}"
                for _ in range(length)
            ]
            words = [w if edits.random() >= change else edits.choice(VOCABULARY) for w in words]
            sentences.append(" ".join(words).capitalize() + ".")
            count += length
        lines.append(" ".join(sentences))
    path.write_text("\n\n".join(lines), "utf-8")
    return path


def median(run: Callable[[], float], times: int = 5) -> float:
    return statistics.median(run() for _ in range(times))


def test_the_window_is_painted_soon_after_the_start() -> None:
    code = (
        "import time, sys, os; t = float(sys.argv[1]);"
        "from facing_pages.session.settings import SettingsFile;"
        "from facing_pages.ui.shell.application import make_application;"
        "from facing_pages.ui.common.settings_store import SettingsStore;"
        "from facing_pages.ui.shell.main_window import MainWindow; from pathlib import Path;"
        "app = make_application([]);"
        "keeper = SettingsStore(SettingsFile(Path(sys.argv[2]) / 's.json'));"
        "window = MainWindow(keeper); window.show();"
        "app.processEvents(); print(time.time() - t); os._exit(0)"
    )

    def run() -> float:
        result = subprocess.run(
            [sys.executable, "-c", code, str(time.time()), "/nonexistent"],
            capture_output=True,
            text=True,
            check=True,
        )
        return float(result.stdout)

    taken = median(run)
    print(f"\nwindow painted {taken:.2f} s after the start of the process")
    assert taken < 2.0


def test_align_takes_little_more_than_the_start_of_python(sample: tuple[Path, Path]) -> None:
    command = [sys.executable, "-m", "facing_pages.command_line.facing", "align"]

    def run() -> float:
        start = time.perf_counter()
        subprocess.run([*command, *map(str, sample)], capture_output=True, check=True)
        return time.perf_counter() - start

    taken = median(run)
    print(f"\nfacing align on the sample: {taken:.2f} s")
    assert taken < 5.0


def test_a_page_is_marked_at_once_and_refined_soon(sample: tuple[Path, Path]) -> None:
    request = Request(*(Source(path=str(path)) for path in sample))
    for precise in (False, True):
        word_aligner("en", precise=precise).links(["a", "lamp"], ["the", "lamp", "room"])

    def run() -> list[float]:
        start = time.perf_counter()
        steps = compare_in_steps(request)
        return [time.perf_counter() - start for step in steps if isinstance(step, MarksFound)]

    runs = [run() for _ in range(5)]
    first, last = (statistics.median(times[k] for times in runs) for k in (0, -1))
    print(f"\nthe sample: a screen marked after {first:.2f} s, all refined after {last:.2f} s")
    assert first < 1.5
    assert last < 6.0


def test_a_book_is_readable_at_once_and_aligned_soon(qtbot: QtBot, tmp_path: Path) -> None:
    original = book(tmp_path / "one.txt", seed=1, change=0.0)
    rewrite = book(tmp_path / "two.txt", seed=2, change=0.12)
    window = MainWindow(SettingsStore(SettingsFile(tmp_path / "settings.json")))
    window.resize(1400, 900)
    window.show()
    window.controller.client.warm_up()
    assert window.page is not None  # made when it is first asked for
    qtbot.wait(3000)
    times: dict[str, float] = {}
    start = time.perf_counter()

    def note(pages: PairView, _: bool) -> None:
        times.setdefault("readable", time.perf_counter() - start)
        if pages.is_aligned:
            times.setdefault("level", time.perf_counter() - start)
        if pages.is_aligned and len(pages.changes):
            times.setdefault("screen marked", time.perf_counter() - start)
        if pages.changes.done >= 1.0:
            times.setdefault("all marked", time.perf_counter() - start)

    window.controller.pages_changed.connect(note)
    with qtbot.waitSignal(window.controller.pages_changed, timeout=60_000):
        window.workspace.opener.open_files(str(original), str(rewrite))
    frames = scroll_frames(window)
    qtbot.waitUntil(lambda: "all marked" in times, timeout=120_000)
    frames.sort()
    at95 = frames[int(0.95 * len(frames))]
    window.close()
    said = ", ".join(f"{name} after {seconds:.2f} s" for name, seconds in times.items())
    print(f"\n{WORDS:,} words: {said}")
    print(
        f"a frame while the worker runs: median {frames[len(frames) // 2]:.1f}, p95 {at95:.1f} ms"
    )
    assert times["all marked"] < 60
    assert at95 < 60


def scroll_frames(window: MainWindow) -> list[float]:
    """Scroll and paint frames; return the CPU milliseconds of each."""
    reader = window.page.reader
    frames: list[float] = []
    for _ in range(300):
        start = time.process_time()
        reader.scrolling.scroll_by(60)
        reader.viewport().repaint()
        frames.append(1000 * (time.process_time() - start))
    return frames
