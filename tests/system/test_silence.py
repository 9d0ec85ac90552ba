"""Nothing leaves the computer, and no file appears but in the folders of the program.

Each test runs a program under `strace` with a home folder of its own, in which nothing is yet. What
counts is what the program and all processes it starts do, not what else happens on the machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from facing_pages.core.alignment.words.encoder import has_encoder
from facing_pages.core.system.silence import SWITCH

from .conftest import Desktop
from .programs import COMMAND, FOLDER, WINDOW
from .tracing import Call, calls, network_calls, traced, why_not_traceable, written_files

WHY_NOT = why_not_traceable() or ("" if FOLDER or has_encoder() else "needs onnxruntime")
pytestmark = pytest.mark.skipif(bool(WHY_NOT), reason=WHY_NOT or "can be traced")

# Seconds until a trace counts as silent. With its telemetry on, onnxruntime 1.31.1 writes files
# when it is imported, and asks for the address of a server 9 s, 15 s and 23 s later.
LISTEN = 13.0
# The library that brings the telemetry: when the program has opened it, the time begins.
LOUD_LIBRARY = "onnxruntime_pybind11_state"
# Places outside of the program's folders that it may write to.
SYSTEM = ("/dev/null", "/dev/shm/", "/dev/tty", "/dev/ptmx", "/proc/")


@dataclass(frozen=True)
class Home:
    """A home folder with nothing in it, and the folders in it that programs may use."""

    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return what a session tells its programs; the user has telemetry switched on."""
        return {
            **{name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ},
            "HOME": str(self.folder / "home"),
            "TMPDIR": str(self.folder / "temporary"),
            "XDG_RUNTIME_DIR": str(self.folder / "runtime"),
            "LANG": "C.UTF-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            SWITCH: "0",
        }

    @property
    def work(self) -> Path:
        """Return the folder the user works in."""
        return self.folder / "work"

    @property
    def trace(self) -> Path:
        return self.folder / "trace"

    def calls(self) -> list[Call]:
        return list(calls(self.trace.read_text("utf-8", "replace")))

    def foreign_files(self, every: Sequence[Call]) -> set[str]:
        """Return the files that were written outside of the program's own folders."""
        home = self.folder / "home"
        allowed = (
            f"{home / '.config/facing-pages'}/",
            f"{home / '.local/share/facing-pages'}/",
            f"{self.folder / 'temporary'}/",
            f"{self.work}/",
            # The socket by which a second start hands its files over, which Qt makes under a
            # hidden name in the same folder first. It is gone when the program ends.
            f"{self.folder / 'runtime' / 'facing-pages-'}",
            f"{self.folder / 'runtime'}/.",
            # What fontconfig, a library of the system, keeps of the system's fonts for all
            # programs of the user, where the administrator did not make it for all users.
            f"{home / '.cache/fontconfig'}/",
            *SYSTEM,
        )
        folders = {str(home / name) for name in (".config", ".local", ".local/share", ".cache")}
        return {
            path
            for path in written_files(every)
            if path not in folders and not f"{path}/".startswith(allowed)
        }

    def assert_silent(self) -> None:
        """Look at what was traced, and at what is left."""
        every = self.calls()
        # Otherwise this would say nothing about what brings the telemetry.
        assert any(LOUD_LIBRARY in call.arguments for call in every), "onnxruntime was not loaded"
        assert network_calls(every) == []
        assert self.foreign_files(every) == set()
        assert list((self.folder / "temporary").iterdir()) == []


@pytest.fixture
def home() -> Iterator[Home]:
    """Return a home folder with a short path, as sockets need it."""
    with tempfile.TemporaryDirectory(prefix="silence-", ignore_cleanup_errors=True) as folder:
        for name in ("home", "temporary", "runtime", "work"):
            (Path(folder) / name).mkdir(mode=0o700)
        yield Home(Path(folder))


def run(home: Home, *command: str, **environment: str) -> str:
    """Run a program to its end, traced; it must succeed."""
    answer = subprocess.run(
        traced(home.trace, command),
        env=home.environment | environment,
        cwd=home.folder,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr
    return answer.stdout


LIBRARY = """
import sys
from facing_pages import compare, read_document
comparison = compare(*map(read_document, sys.argv[1:]))
print(len(comparison.changes), "onnxruntime" in sys.modules)
"""


@pytest.mark.skipif(bool(FOLDER), reason="the frozen program is no library")
def test_the_library_is_silent(home: Home, sample: tuple[Path, Path]) -> None:
    said = run(home, sys.executable, "-c", LIBRARY, *map(str, sample))
    assert said.endswith(" True\n")
    home.assert_silent()


@pytest.mark.parametrize("command", ["align", "batch", "pdf"])
def test_the_command_is_silent(home: Home, command: str, sample: tuple[Path, Path]) -> None:
    pair = list(map(str, sample))
    target = str(home.work / f"report.{command}")
    listed = home.folder / "pairs.tsv"
    listed.write_text("\t".join(pair), "utf-8")
    options = {
        "align": ["align", *pair, "-o", target],
        "batch": ["batch", str(listed), "-o", str(home.work)],
    }
    run(home, *COMMAND, *options.get(command, ["report", *pair, "-o", target]))
    assert list(home.work.iterdir())
    home.assert_silent()


def test_the_self_check_is_silent(home: Home) -> None:
    target = home.work / "found.txt"
    run(home, *WINDOW, "--self-check", str(target), QT_QPA_PLATFORM="offscreen")
    assert "encoder: loaded, its telemetry is off" in target.read_text("utf-8")
    home.assert_silent()


@pytest.mark.x11
@pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)
def test_the_window_is_silent(
    home: Home, desktop: Desktop, sample: tuple[Path, Path], tmp_path: Path
) -> None:
    environment = home.environment | {"DISPLAY": desktop.environment["DISPLAY"]}
    session = ["dbus-run-session", "--"] if shutil.which("dbus-run-session") else []
    command = [*session, *traced(home.trace, [*WINDOW, *map(str, sample)])]
    program = subprocess.Popen(command, env=environment, cwd=home.folder)
    desktop.processes.append(program)
    number = desktop.window("lighthouse.txt ↔ lighthouse.rewrite.txt")
    desktop.wait_for(lambda: LOUD_LIBRARY if LOUD_LIBRARY in read(home.trace) else "")
    begun = time.monotonic()
    # A second start hands its files to the first one; the file dialog of Qt is opened and left.
    second = traced(tmp_path / "second", [*WINDOW, *map(str, sample)])
    assert subprocess.run(second, env=environment, timeout=60, check=False).returncode == 0
    desktop.tool("windowfocus", number)
    desktop.tool("key", "ctrl+o")
    dialog = desktop.window("Choose the original")
    desktop.tool("windowfocus", dialog)
    desktop.tool("key", "Escape")
    desktop.wait_for_no("Choose the original")
    time.sleep(max(0.0, LISTEN - (time.monotonic() - begun)))
    desktop.tool("windowfocus", number)
    desktop.tool("key", "ctrl+q")
    assert program.wait(timeout=60) == 0
    home.assert_silent()
    again = list(calls(read(tmp_path / "second")))
    assert network_calls(again) == []
    assert home.foreign_files(again) == set()


def read(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.exists() else ""
