"""A window opens with whatever a settings file holds."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from facing_pages.session.settings import SettingsFile
from facing_pages.ui.common.commands import Command
from facing_pages.ui.common.settings_store import SettingsStore
from facing_pages.ui.shell.main_window import MainWindow


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[object]:
    windows: list[MainWindow] = []

    def open_with(**settings: object) -> MainWindow:
        path = tmp_path / "settings.json"
        path.write_text(json.dumps(settings))
        window = MainWindow(SettingsStore(SettingsFile(path)))
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    yield open_with
    for window in windows:
        window.close()


def test_keys_that_are_no_keys_are_left_out(opened: object) -> None:
    assert callable(opened)
    keys = {"open": ["nonsense"], "reload": ["F99", "Ctrl+Alt+R"], "swap": [], "no command": ["A"]}
    window = opened(keys=keys)
    usual = opened()

    def shortcuts(of: MainWindow, command: Command) -> list[str]:
        return [key.toString() for key in of.commands[command].shortcuts()]

    assert shortcuts(window, Command.OPEN) == shortcuts(usual, Command.OPEN) != []
    assert shortcuts(window, Command.RELOAD) == ["Ctrl+Alt+R"]
    assert shortcuts(window, Command.SWAP) == []


@pytest.mark.parametrize(
    "junk", [b"", b"\x00" * 66, b"\xff" * 66, b"junk", b"\x01\xd9\xd0\xcb" * 20]
)
def test_a_place_that_is_no_place_leaves_the_window_on_the_screen(
    opened: object, junk: bytes
) -> None:
    assert callable(opened)
    window = opened(geometry=base64.b64encode(junk).decode())
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(window.geometry())
    assert window.width() > 300


def test_a_place_off_all_screens_is_given_up(qtbot: QtBot, opened: object) -> None:
    assert callable(opened)
    window = opened()
    place = bytearray(window.saveGeometry().data())
    far = (1_000_000).to_bytes(4, "big")
    # Frame and normal geometry: left, top, right, bottom, four bytes each.
    place[8:40] = (far + far + (1_000_001).to_bytes(4, "big") * 2) * 2
    again = opened(geometry=base64.b64encode(bytes(place)).decode())
    screen = QGuiApplication.primaryScreen().availableGeometry()
    assert screen.intersects(again.geometry())
    assert again.width() > 300
