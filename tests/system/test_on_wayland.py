"""The real program on Wayland, where most Linux desktops are by now."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .programs import WINDOW

pytestmark = pytest.mark.skipif(
    not shutil.which("weston"), reason="needs the package weston (build.py try installs it)"
)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[dict[str, str]]:
    """Return the environment of a Wayland screen nobody sees."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {k: v for k, v in os.environ.items() if k != "DISPLAY"}
    environment |= {
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "WAYLAND_DISPLAY": "facing-pages",
        "QT_QPA_PLATFORM": "wayland",
    }
    command = ["weston", "--backend=headless-backend.so", "--socket=facing-pages", "--idle-time=0"]
    with (tmp_path / "weston.log").open("w") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        end = time.monotonic() + 20.0
        while not (runtime / "facing-pages").exists():
            assert time.monotonic() < end, (tmp_path / "weston.log").read_text()
            time.sleep(0.1)
        yield environment
    finally:
        server.kill()
        server.wait()


def test_all_parts_work_there_without_a_complaint(screen: dict[str, str]) -> None:
    command = [*WINDOW, "--self-check"]
    answer = subprocess.run(
        command, env=screen, capture_output=True, text=True, timeout=120, check=False
    )
    assert answer.returncode == 0, answer.stdout
    assert "window system: wayland" in answer.stdout
    assert answer.stdout.endswith("All parts work.\n")
    assert answer.stderr == ""


def test_a_window_with_a_pair_comes_and_stays(screen: dict[str, str], tmp_path: Path) -> None:
    settings = tmp_path / "config" / "facing-pages" / "settings.json"
    pair = [tmp_path / "lamp.txt", tmp_path / "light.txt"]
    for file, word in zip(pair, ("lamp", "light"), strict=True):
        file.write_text(f"The {word} was quiet when she came down.", "utf-8")
    program = subprocess.Popen([*WINDOW, *map(str, pair)], env=screen, stderr=subprocess.PIPE)
    assert program.stderr is not None
    try:
        end = time.monotonic() + 30.0
        while not (settings.exists() and "light.txt" in settings.read_text("utf-8")):
            assert program.poll() is None
            assert time.monotonic() < end
            time.sleep(0.2)
        assert program.poll() is None
    finally:
        program.terminate()
        said = program.communicate(timeout=30)[1]
    assert said == b""
