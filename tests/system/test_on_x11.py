"""The real program on a real X server, with a real mouse, real keys and real drag and drop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
    ),
]

ONE = "The lamp was quiet when she came down. Nobody knew.\n\nIt rained on the granite steps."
WAIT = 20.0


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
        process = subprocess.Popen([sys.executable, *arguments], env=self.environment)
        self.processes.append(process)

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
def desktop(tmp_path: Path) -> Iterator[Desktop]:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
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
    server.kill()
    server.wait()


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    original, rewrite = tmp_path / "one.txt", tmp_path / "two.txt"
    original.write_text(ONE, "utf-8")
    rewrite.write_text(ONE.replace("quiet", "silent"), "utf-8")
    return str(original), str(rewrite)


def test_two_files_dragged_onto_the_window_are_compared(
    desktop: Desktop, files: tuple[str, str]
) -> None:
    desktop.start("-m", "facing_pages.ui.main")
    desktop.window("^Facing Pages$")
    desktop.start(str(Path(__file__).parent / "drag_source.py"), "1400", "100", *files)
    desktop.window("drag source one.txt")
    assert desktop.drag_until("one.txt ↔ two.txt", ((1440, 140), (500, 400)))


def test_files_dragged_one_by_one_go_to_their_sides(
    desktop: Desktop, files: tuple[str, str]
) -> None:
    desktop.start("-m", "facing_pages.ui.main")
    desktop.window("^Facing Pages$")
    source = str(Path(__file__).parent / "drag_source.py")
    desktop.start(source, "1400", "100", files[1])
    desktop.window("drag source two.txt")
    desktop.start(source, "1400", "400", files[0])
    desktop.window("drag source one.txt")
    to_rewrite, to_original = ((1440, 140), (1100, 400)), ((1440, 440), (200, 400))
    assert desktop.drag_until("one.txt ↔ two.txt", to_rewrite, to_original)


def test_keys_swap_the_sides_and_quit(desktop: Desktop, files: tuple[str, str]) -> None:
    desktop.start("-m", "facing_pages.ui.main", *files)
    window = desktop.window("one.txt ↔ two.txt")
    desktop.tool("windowfocus", window)
    desktop.tool("key", "ctrl+shift+x")
    assert desktop.window("two.txt ↔ one.txt")
    desktop.tool("key", "ctrl+q")
    assert desktop.processes[0].wait(timeout=WAIT) == 0
