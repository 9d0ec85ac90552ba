"""What is said where the system lacks a display or a library, instead of Qt aborting."""

from __future__ import annotations

import builtins
import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

from facing_pages.ui.common import prerequisites
from facing_pages.ui.shell.picture import PictureError, render_picture

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="other systems bring all that Qt needs"
)
NAMES = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")


def started_with(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program on a machine whose environment says this of its display."""
    plain = {name: value for name, value in os.environ.items() if name not in NAMES}
    plain |= {"XDG_RUNTIME_DIR": str(folder), "XDG_CONFIG_HOME": str(folder), **environment}
    command = [sys.executable, "-m", "facing_pages.ui.shell.program", "--sample"]
    return subprocess.run(
        command, env=plain, capture_output=True, text=True, timeout=120, check=False
    )


def no_library(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    """Have the loader find all libraries but these; the plugin for X11 needs all of them."""

    def load(name: str) -> None:
        if name.endswith("libqxcb.so") or name in names:
            missing = names[0] if name.endswith("libqxcb.so") else name
            raise OSError(f"{missing}: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", load)


def no_widgets(monkeypatch: pytest.MonkeyPatch, message: str) -> None:
    """Have Qt's widgets not be imported for a reason."""
    real = builtins.__import__

    def load(name: str, *rest: object) -> ModuleType:
        if name == "PySide6.QtWidgets":
            raise ImportError(message)
        return real(name, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", load)


def with_programs(monkeypatch: pytest.MonkeyPatch, *names: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: name if name in names else None)


# --- displays ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({}, "There is no display here"),
        ({"DISPLAY": ":7919"}, 'The display ":7919" cannot be reached'),
        ({"DISPLAY": "nonsense"}, 'The display "nonsense" cannot be reached'),
        ({"WAYLAND_DISPLAY": "gone"}, 'The display "gone" cannot be reached'),
        ({"QT_QPA_PLATFORM": "xcb"}, "There is no display here"),
        ({"QT_QPA_PLATFORM": "wayland"}, 'The display "wayland-0" cannot be reached'),
        ({"XDG_SESSION_TYPE": "wayland"}, "cannot be reached"),
    ],
)
def test_without_a_display_a_sentence_is_said_and_nothing_aborts(
    tmp_path: Path, environment: dict[str, str], said: str
) -> None:
    answer = started_with(tmp_path, **environment)
    assert answer.returncode == 2, answer.stderr
    assert said in answer.stderr
    assert "facing picture" in answer.stderr
    assert "Traceback" not in answer.stderr
    assert "Qt" not in answer.stderr


@pytest.mark.parametrize("choice", ["offscreen", "offscreen:size=10x10", "vnc"])
def test_a_window_system_that_was_chosen_needs_no_display(
    monkeypatch: pytest.MonkeyPatch, choice: str
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", choice)
    assert prerequisites.missing_for_window() == ""
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert prerequisites.missing_for_window(["-platform", choice]) == ""
    assert prerequisites.missing_for_window() != ""


def test_one_display_that_answers_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "gone")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(prerequisites, "_has_x11", lambda _name: True)
    monkeypatch.setattr(prerequisites, "_not_loaded", lambda _system: "")
    assert prerequisites.missing_for_window() == ""


# --- libraries ---------------------------------------------------------------------------------


def test_missing_libraries_come_with_the_command_that_installs_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(prerequisites, "_unreachable", lambda _system: "")
    no_library(monkeypatch, "libxcb-cursor.so.0", "libxcb-icccm.so.4")
    with_programs(monkeypatch, "apt-get")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    said = prerequisites.missing_for_window()
    assert "libxcb-cursor.so.0, libxcb-icccm.so.4" in said
    words = shlex.split(said.splitlines()[-1])
    assert words == ["sudo", "apt-get", "install", "-y", "libxcb-cursor0", "libxcb-icccm4"]
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert "sudo" not in prerequisites.missing_for_window()


def test_elsewhere_the_libraries_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(prerequisites, "_unreachable", lambda _system: "")
    no_library(monkeypatch, "libxcb-cursor.so.0")
    with_programs(monkeypatch)
    said = prerequisites.missing_for_window()
    assert "libxcb-cursor.so.0" in said
    assert "apt-get" not in said


def test_a_library_nobody_knows_is_named_without_a_guess(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(prerequisites, "_unreachable", lambda _system: "")
    no_library(monkeypatch, "libunheard-of.so.9")
    with_programs(monkeypatch, "apt-get")
    said = prerequisites.missing_for_window()
    assert "libunheard-of.so.9" in said
    assert "apt-get" not in said


def test_drawing_without_a_display_needs_libraries_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    message = "libEGL.so.1: cannot open shared object file: No such file or directory"
    no_widgets(monkeypatch, message)
    with_programs(monkeypatch, "apt-get")
    said = prerequisites.missing_for_window()
    assert said.splitlines()[-1].endswith("apt-get install -y libegl1")
    with pytest.raises(PictureError, match="libegl1"):
        render_picture(("a", "b"), str(tmp_path / "x.png"), size=(10, 10), theme="light")


def test_what_is_no_missing_library_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    no_widgets(monkeypatch, "no such symbol")
    with pytest.raises(ImportError, match="no such symbol"):
        prerequisites.missing_for_rendering()


def test_the_set_up_installs_what_the_program_asks_for() -> None:
    import dev

    known = {
        **prerequisites.RENDERING_LIBRARIES,
        **prerequisites.X11_LIBRARIES,
        **prerequisites.WAYLAND_LIBRARIES,
    }
    assert dev.OFFSCREEN_LIBRARIES == prerequisites.RENDERING_LIBRARIES
    assert dev.WINDOW_LIBRARIES.items() <= known.items()


def test_the_option_for_qt_is_read_wherever_it_stands() -> None:
    cases: list[Sequence[str]] = [["-platform", "wayland"], ["-style", "x", "--platform", "xcb"]]
    assert [prerequisites.window_systems(case) for case in cases] == [["wayland"], ["xcb"]]
