"""A virtual screen for tests that drive the real program with real keys and a real mouse."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from .programs import WINDOW

# Seconds for what has to come but need not come fast: the machine may be busy.
WAIT: Final = 90.0
ONE = "The lamp was quiet when she came down. Nobody knew.\n\nIt rained on the granite steps."


class Desktop:
    """A virtual screen with the program on it."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "XDG_CONFIG_HOME": str(folder / "config"),
        }
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self, *arguments: str) -> None:
        """Start the program under test."""
        self._start(*WINDOW, *arguments)

    def start_source(self, x: int, y: int, *files: str) -> None:
        """Open a small window from which files can be dragged."""
        helper = str(Path(__file__).parent / "drag_source.py")
        self._start(sys.executable, helper, str(x), str(y), *files)

    def _start(self, *command: str) -> None:
        self.processes.append(subprocess.Popen(command, env=self.environment))

    def tool(self, *arguments: str) -> str:
        result = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        return result.stdout.strip()

    def window(self, title: str, seconds: float = WAIT) -> str:
        """Wait for a window whose title holds this and return its number."""
        found = self.wait_for(lambda: self.tool("search", "--name", title), seconds)
        return found.splitlines()[0]

    def wait_for_no(self, title: str) -> None:
        """Wait until no window has a title that holds this."""
        self.wait_for(lambda: "" if self.tool("search", "--name", title) else "gone")

    def drag_until(self, title: str, *drags: tuple[tuple[int, int], tuple[int, int]]) -> str:
        """Drag until a window with this title is there.

        On a busy machine the pointer can be let go before the window under it has answered, and
        the drag comes to nothing; a person would drag again.
        """
        for _ in range(4):
            for start, end in drags:
                self.drag(start, end)
            try:
                return self.window(title, seconds=6.0)
            except AssertionError:
                continue
        raise AssertionError(f"no window {title} after four tries")

    def wait_for(self, look: Callable[[], str], seconds: float = WAIT) -> str:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := look():
                return found
            time.sleep(0.1)
        raise AssertionError("nothing came in time")

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        time.sleep(0.5)  # a window is found before it takes part in drags, and nothing tells when
        self.tool("mousemove", *map(str, start), "mousedown", "1")
        for step in range(1, 11):
            x = start[0] + (end[0] - start[0]) * step // 10
            y = start[1] + (end[1] - start[1]) * step // 10
            self.tool("mousemove", str(x), str(y))
            time.sleep(0.05)
        time.sleep(0.4)
        self.tool("mouseup", "1")


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Return the paths of two texts that differ in a word."""
    original, rewrite = tmp_path / "one.txt", tmp_path / "two.txt"
    original.write_text(ONE, "utf-8")
    rewrite.write_text(ONE.replace("quiet", "silent"), "utf-8")
    return str(original), str(rewrite)


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    """Return a screen of its own; all programs on it end with the test."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(writer),
            "-screen",
            "0",
            "1600x1000x24",
            "-nolisten",
            "tcp",
            "-noreset",
        ],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as answer:
        number = answer.readline().strip()
    screen = Desktop(f":{number}", tmp_path)
    yield screen
    for process in screen.processes:
        process.kill()
        process.wait()
    # Not by force: a server that could not remove its lock leaves the next two, if they start at
    # the same moment, free to take the same number.
    server.terminate()
    server.wait()
