"""How long it takes until the empty window is painted, from source and frozen, and its memory.

    xvfb-run -s "-screen 0 1600x1000x24" python tests/benchmarks/start_table.py dist/facing-pages

Needs an X server without a window manager and nothing else on it: what is looked at is whether a
dot of the screen, where the window will be, is no longer black. Both ways are started in turns, so
that the ratio holds also where the times do not.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from PySide6.QtGui import QColor, QGuiApplication

RUNS = 11
DOT = (400, 300)
LONGEST = 30.0


def is_painted() -> bool:
    """Tell whether there is something on the screen where the window will be."""
    screen = QGuiApplication.primaryScreen()
    color = screen.grabWindow(0, *DOT, 1, 1).toImage().pixelColor(0, 0)
    return color != QColor("black")


def wait_until(*, painted: bool) -> float:
    began = time.perf_counter()
    while is_painted() is not painted:
        time.sleep(0.004)  # the program that is measured needs the processor
        if time.perf_counter() - began > LONGEST:
            raise SystemExit("nothing happened on the screen")
    return time.perf_counter() - began


def memory(process: int) -> dict[int, float]:
    """Return the memory of a process and those it started, in MB, shared parts divided."""
    found: dict[int, float] = {}
    for entry in [process, *children(process)]:
        for line in Path(f"/proc/{entry}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                found[entry] = int(line.split()[1]) / 1024
    return found


def children(process: int) -> list[int]:
    tasks = Path(f"/proc/{process}/task").iterdir()
    said = [word for task in tasks for word in (task / "children").read_text().split()]
    return [entry for word in said for entry in (int(word), *children(int(word)))]


def main(arguments: list[str]) -> None:
    ways = {"source": [sys.executable, "-m", "facing_pages.ui.shell.program"]}
    if arguments:
        ways["frozen"] = [str(Path(arguments[0]).resolve() / "facing-pages")]
    application = QGuiApplication([])
    times: dict[str, list[float]] = {name: [] for name in ways}
    sizes: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "XDG_CONFIG_HOME": folder, "QT_QPA_PLATFORM": "xcb"}
        for run in range(RUNS + 1):
            for name, command in ways.items():
                process = subprocess.Popen([*command, "--alone"], env=environment)
                seconds = wait_until(painted=True)
                if run == 0:  # warms the caches up
                    time.sleep(4)
                    sizes[name] = list(memory(process.pid).values())
                else:
                    times[name].append(seconds)
                process.kill()
                process.wait()
                wait_until(painted=False)
                time.sleep(0.5)
    for name in ways:
        ordered = sorted(times[name])
        told = ", ".join(f"{size:.0f}" for size in sizes[name])
        print(
            f"{name}: painted after {statistics.median(ordered):.2f} s "
            f"({ordered[0]:.2f} to {ordered[-1]:.2f}); MB of its processes: {told}"
        )
    del application


if __name__ == "__main__":
    main(sys.argv[1:])
