"""What comes in at the meeting place is taken from this user alone, and only if it makes sense."""

from __future__ import annotations

import os
import socket as sockets
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QDir
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from pytestqt.qtbot import QtBot

from facing_pages.ui.shell import single_instance
from facing_pages.ui.shell.single_instance import Listener, hand_over, meeting_place

POSIX = pytest.mark.skipif(os.name != "posix", reason="needs sockets that are files")


@pytest.fixture
def name(tmp_path: Path) -> str:
    return meeting_place(tmp_path / "settings.json")


def connected(name: str) -> QLocalSocket:
    socket = QLocalSocket()
    socket.connectToServer(name)
    assert socket.waitForConnected(5000)
    return socket


@pytest.mark.parametrize(
    "message",
    [
        b"\n",
        b'{"files": ["a", 3]}\n',
        b'{"files": ["a\\u0000b"]}\n',
        b'{"files": [""]}\n',
        b'{"files": ["\xff"]}\n',
        b"[" * 100_000 + b"\n",
        b'{"files": NaN}\n',
    ],
)
def test_a_message_that_makes_no_sense_ends_its_connection(
    qtbot: QtBot, name: str, caplog: pytest.LogCaptureFixture, message: bytes
) -> None:
    listener = Listener(name)
    arrived: list[object] = []
    listener.files_arrived.connect(arrived.append)
    socket = connected(name)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(message)
    assert arrived == []
    listener.close()


def test_a_message_without_an_end_is_cut_off(
    qtbot: QtBot, name: str, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "MAX_MESSAGE_BYTES", 100_000)
    listener = Listener(name)
    socket = connected(name)
    with qtbot.waitSignal(socket.disconnected):
        socket.write(b"x" * 300_000)
    assert "too long" in caplog.text
    listener.close()


def test_who_says_nothing_is_not_waited_for(
    qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "MAX_SILENT_MILLISECONDS", 100)
    listener = Listener(name)
    silent = connected(name)
    with qtbot.waitSignal(silent.disconnected):
        pass
    listener.close()


def test_few_are_listened_to_at_a_time(qtbot: QtBot, name: str) -> None:
    listener = Listener(name)
    silent = [connected(name) for _ in range(single_instance.MAX_CONNECTIONS)]
    another = connected(name)
    with qtbot.waitSignal(another.disconnected):
        pass
    assert all(socket.state() is QLocalSocket.LocalSocketState.ConnectedState for socket in silent)
    listener.close()


@POSIX
def test_what_a_killed_program_left_is_no_hindrance(qtbot: QtBot, name: str) -> None:
    path = str(Path(QDir.tempPath()) / name)
    left = sockets.socket(sockets.AF_UNIX)
    left.bind(path)
    left.close()
    assert Path(path).is_socket()
    assert not hand_over(name, ["/a.txt"])
    listener = Listener(name)
    assert connected(name)
    listener.close()


@POSIX
def test_a_socket_of_another_user_is_not_spoken_to(
    qtbot: QtBot, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = QLocalServer()
    assert foreign.listen(name)
    asked: list[bool] = []
    foreign.newConnection.connect(lambda: asked.append(True))
    user = os.getuid()
    monkeypatch.setattr(os, "getuid", lambda: user + 1)
    assert not hand_over(name, ["/secret.txt"])
    monkeypatch.undo()
    assert asked == []
    with qtbot.waitSignal(foreign.newConnection):
        assert connected(name)
    foreign.close()


@POSIX
def test_the_meeting_place_is_in_the_folder_of_the_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    monkeypatch.setattr(single_instance, "MAX_SOCKET_PATH_BYTES", 4000)
    assert Path(meeting_place(tmp_path / "s.json")).parent == folder
    temporary = Path(QDir.tempPath())
    folder.chmod(0o755)
    assert Path(meeting_place(tmp_path / "s.json")).parent == temporary
    monkeypatch.setenv("XDG_RUNTIME_DIR", "not/absolute")
    assert Path(meeting_place(Path(os.fsdecode(b"/home/\xff/s.json")))).parent == temporary


@POSIX
def test_where_all_folders_have_long_paths_programs_meet_all_the_same(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deep = tmp_path / "long" / ("x" * 100)
    deep.mkdir(parents=True, mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(deep))
    monkeypatch.setenv("TMPDIR", str(deep))
    name = meeting_place(tmp_path / "s.json")
    server = QLocalServer()
    assert server.listen(name), server.errorString()
    assert Path(name).is_socket()
    server.close()


def test_many_files_are_handed_over_whole(qtbot: QtBot, name: str) -> None:
    listener = Listener(name)
    code = (
        "import sys; from PySide6.QtCore import QCoreApplication; a = QCoreApplication([]);"
        "from facing_pages.ui.shell.single_instance import hand_over;"
        "files = ['/' + 'x' * 200 + str(n) for n in range(8000)];"
        "sys.exit(0 if hand_over(sys.argv[1], files) else 3)"
    )
    with qtbot.waitSignal(listener.files_arrived, timeout=30_000) as arrived:
        process = subprocess.Popen([sys.executable, "-c", code, name])
    assert len(arrived.args[0]) == 8000
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=10_000)
    assert process.returncode == 0
    listener.close()
