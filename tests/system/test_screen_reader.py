"""What a screen reader gets of the real window, asked over AT-SPI."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QAccessible

from .accessible_bus import HELPER, LAUNCHER, SYSTEM_PYTHON, AccessibleBus, Conversation
from .conftest import Desktop
from .programs import FOLDER, WINDOW

CLOSER = Path(__file__).parent / "close_window.py"


def has_pyatspi() -> bool:
    if not Path(SYSTEM_PYTHON).exists():
        return False
    command = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.x11,
    pytest.mark.skipif(
        not all(shutil.which(name) for name in ("Xvfb", "xdotool", "dbus-run-session"))
        or not LAUNCHER.exists()
        or not has_pyatspi(),
        reason="needs the packages xvfb, xdotool, dbus-daemon, at-spi2-core and python3-pyatspi",
    ),
]

FIRST = "The lamp was quiet when she came down. Nobody knew."
ONE = f"{FIRST}\n\nIt rained on the granite steps 🕯 today."
TWO = ONE.replace("quiet", "silent").replace("steps", "stairs")


def heard(
    desktop: Desktop,
    folder: Path,
    *keys: str,
    texts: tuple[str, str] = (ONE, TWO),
    ending: str = "txt",
) -> dict[str, Any]:
    """Start the program with a pair on a bus of its own, press keys, return what was heard."""
    files = [folder / f"one.{ending}", folder / f"two.{ending}"]
    for file, text in zip(files, texts, strict=True):
        file.write_text(text, "utf-8")
    script = (
        f"{LAUNCHER} --launch-immediately & sleep 1\n"
        f'{" ".join(WINDOW)} --alone "{files[0]}" "{files[1]}" & P=$!\n'
        f'for k in $(seq 100); do xdotool search --name "one.{ending} ↔" windowfocus && break;'
        " sleep 0.2; done\n"
        f'{SYSTEM_PYTHON} -X faulthandler "{HELPER}" {" ".join(keys)} > "{folder}/heard.json"\n'
        "kill $P\n"
    )
    environment = {**desktop.environment, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    answer = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", script],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (folder / "heard.json").stat().st_size > 0, answer.stderr
    found: dict[str, Any] = json.loads((folder / "heard.json").read_text("utf-8"))
    return found


def test_a_screen_reader_reads_texts_changes_and_controls(desktop: Desktop, tmp_path: Path) -> None:
    found = heard(desktop, tmp_path, "alt+Down", "alt+Down", "Right", "Right", "Down")
    elements = [tuple(element) for element in found["elements"]]
    assert ("paragraph", "Original, paragraph 1, 1 change", FIRST) in elements
    assert ("paragraph", "Rewrite, paragraph 2, 1 change", TWO.split("\n")[2]) in elements
    names = [element[1] for element in elements]
    assert "silent instead of quiet, reworded, change 1 of 2, paragraph 1" in names
    pages = [name for name in names if name.startswith("Original and rewrite, ¶ ")]
    assert len(pages) == 1
    assert pages[0].endswith(" of 2. F7 lists the changes.")
    said = [tuple(event) for event in found["said"]]
    assert [text for kind, text, *_ in said if kind == "announcement"] == [
        "silent instead of quiet, reworded, change 1 of 2, paragraph 1",
        "stairs instead of steps, reworded, change 2 of 2, paragraph 2",
    ]
    carets = [event[1:] for event in said if event[0] == "caret"]
    assert ("Rewrite, paragraph 2, 1 change", 1) in carets


def test_a_screen_reader_hears_what_comes_on_screen(desktop: Desktop, tmp_path: Path) -> None:
    original = "\n\n".join(f"The ferry left at {hour} with a crew." for hour in range(1, 90))
    rewrite = original.replace("at 89 with a crew", "at 89 with one crew")
    found = heard(desktop, tmp_path, "ctrl+End", "alt+Up", texts=(original, rewrite))
    names = [event[2] for event in found["said"] if event[:2] == ["name", "paragraph"]]
    assert "Rewrite, paragraph 89, 1 change" in names
    assert any(event[:2] == ["name", "document frame"] for event in found["said"])
    assert ["announcement", "No change before this place"] in found["said"]
    last = {name: text for role, name, text in found["elements"] if role == "paragraph"}
    assert last["Rewrite, paragraph 89, 1 change"] == "The ferry left at 89 with one crew."
    assert "Rewrite, paragraph 1" not in last


def test_every_control_has_a_name(desktop: Desktop, tmp_path: Path) -> None:
    found = heard(desktop, tmp_path)
    controls = {"push button", "check box", "combo box", "list", "tree", "text", "menu item"}
    nameless = [
        (role, name)
        for role, name, _ in found["elements"]
        if role in controls and not name and role != "list"
    ]
    # The clear buttons inside two fields are Qt's own, and say what they do in their field.
    assert [role for role, _ in nameless] == ["push button"] * len(nameless)
    assert len(nameless) <= 2


HEADED = "# The lamp\n\n> It was quiet.\n\n* She came down.\n\n## The steps\n\nIt rained.\n"


def test_headings_lists_and_quotations_are_named_as_such(desktop: Desktop, tmp_path: Path) -> None:
    found = heard(desktop, tmp_path, texts=(HEADED, HEADED.replace("quiet", "silent")), ending="md")
    roles = [role for role, name, _ in found["elements"] if name.startswith("Original, paragraph")]
    quote = "block quote" if has_role_for_quotations() else "paragraph"
    assert roles == ["heading 1", quote, "list item", "heading 2", "paragraph"]


def has_role_for_quotations() -> bool:
    """Tell whether the Qt under test has such a role; the frozen program brings a new one."""
    return bool(FOLDER) or hasattr(QAccessible.Role, "BlockQuote")


class Program:
    """The program with windows that are read, and its end."""

    def __init__(self, bus: AccessibleBus, desktop: Desktop, folder: Path) -> None:
        self._bus, self._desktop, self._folder = bus, desktop, folder
        self._reader = bus.start_reader()
        self._program: Conversation | None = None

    def open_pair(self, name: str) -> None:
        """Open a pair in a window of its own and read everything in all windows."""
        original, rewrite = self._folder / f"{name}.txt", self._folder / f"{name}-again.txt"
        original.write_text(ONE, "utf-8")
        rewrite.write_text(ONE.replace("quiet", name), "utf-8")
        started = self._bus.start(*WINDOW, str(original), str(rewrite))
        if self._program is None:
            self._program = started
        else:
            assert started.process.wait(60) == 0
        self.number_of(name)
        self.read(name)

    def read(self, name: str) -> None:
        """Read every element of all windows, once the pair is compared."""
        assert int(self._reader.ask(f"read {name} instead of quiet")) > 100

    def number_of(self, name: str) -> str:
        return self._desktop.window(f"{name}.txt ↔")

    def close(self, name: str) -> None:
        """Close the window of a pair with its button."""
        number = self.number_of(name)
        command = [sys.executable, str(CLOSER), number]
        subprocess.run(command, env=self._desktop.environment, check=True, timeout=20)
        self._desktop.wait_for(
            lambda: "" if self._desktop.tool("search", "--name", f"{name}.txt ↔") else "gone"
        )

    def quit(self, name: str) -> None:
        """Press Ctrl+Q in the window of a pair."""
        self._desktop.tool("windowfocus", "--sync", self.number_of(name), "key", "ctrl+q")

    def exit_status(self) -> int:
        assert self._program is not None
        return self._program.process.wait(60)

    def errors(self) -> str:
        assert self._program is not None
        return self._program.errors()


@pytest.fixture
def program(desktop: Desktop, tmp_path: Path) -> Iterator[Program]:
    with AccessibleBus(desktop, tmp_path) as bus:
        yield Program(bus, desktop, tmp_path)


def test_a_window_that_was_read_closes_without_a_crash(program: Program) -> None:
    program.open_pair("silent")
    program.close("silent")
    assert (program.exit_status(), program.errors()) == (0, "")


def test_a_program_that_was_read_quits_without_a_crash(program: Program) -> None:
    program.open_pair("silent")
    program.quit("silent")
    assert (program.exit_status(), program.errors()) == (0, "")


def test_of_two_windows_that_were_read_one_stays_when_the_other_closes(program: Program) -> None:
    program.open_pair("silent")
    program.open_pair("still")
    program.close("still")
    program.read("silent")
    program.close("silent")
    assert (program.exit_status(), program.errors()) == (0, "")


def test_two_windows_that_were_read_quit_without_a_crash(program: Program) -> None:
    program.open_pair("silent")
    program.open_pair("still")
    program.quit("still")
    assert (program.exit_status(), program.errors()) == (0, "")
