"""The real program on a real X server, with a real mouse, real keys and real drag and drop."""

from __future__ import annotations

import json
import shutil
import time
from pathlib import Path

import pytest

from .conftest import WAIT, Desktop

pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="needs the packages xvfb and xdotool",
    ),
]


def test_two_files_dragged_onto_the_window_are_compared(
    desktop: Desktop, files: tuple[str, str]
) -> None:
    desktop.start()
    desktop.window("^Facing Pages$")
    desktop.start_source(1400, 100, *files)
    desktop.window("drag source one.txt")
    assert desktop.drag_until("one.txt ↔ two.txt", ((1440, 140), (500, 400)))


def test_files_dragged_one_by_one_go_to_their_sides(
    desktop: Desktop, files: tuple[str, str]
) -> None:
    desktop.start()
    desktop.window("^Facing Pages$")
    desktop.start_source(1400, 100, files[1])
    desktop.window("drag source two.txt")
    desktop.start_source(1400, 400, files[0])
    desktop.window("drag source one.txt")
    to_rewrite, to_original = ((1440, 140), (1100, 400)), ((1440, 440), (200, 400))
    assert desktop.drag_until("one.txt ↔ two.txt", to_rewrite, to_original)


def test_keys_swap_the_sides_and_quit(desktop: Desktop, files: tuple[str, str]) -> None:
    desktop.start(*files)
    window = desktop.window("one.txt ↔ two.txt")
    desktop.tool("windowfocus", window)
    desktop.tool("key", "ctrl+shift+x")
    assert desktop.window("two.txt ↔ one.txt")
    desktop.tool("key", "ctrl+q")
    assert desktop.processes[0].wait(timeout=WAIT) == 0


def test_a_second_start_gives_its_files_to_the_first(
    desktop: Desktop, files: tuple[str, str]
) -> None:
    desktop.start()
    desktop.window("^Facing Pages$")
    desktop.start(*files)
    assert desktop.processes[1].wait(timeout=WAIT) == 0
    assert desktop.window("one.txt ↔ two.txt")
    assert desktop.processes[0].poll() is None


def test_a_link_is_corrected_without_a_mouse(
    desktop: Desktop, files: tuple[str, str], tmp_path: Path
) -> None:
    """Open, read the changes, correct one link, quit; the correction is kept."""
    folder = tmp_path / "config" / "facing-pages" / "corrections"
    desktop.start("--alone", *files)
    window = desktop.window("one.txt ↔ two.txt")
    desktop.tool("windowfocus", window)

    def correct() -> str:
        """Press the keys; they are pressed again while the texts are not aligned yet."""
        for key in ("alt+Down", "ctrl+4", "Right", "c"):
            desktop.tool("key", key)
            time.sleep(0.3)
        return "".join(path.read_text("utf-8") for path in folder.glob("*.json"))

    kept = json.loads(desktop.wait_for(correct))
    assert kept["corrections"]["links"][0]["together"]
    desktop.tool("key", "ctrl+q")
    assert desktop.processes[0].wait(timeout=WAIT) == 0
