"""One program for one user: a second start hands its files to the first and ends.

The name of the meeting place follows from that of the settings file, so that programs with
settings of their own stay separate. It is in a folder of the user alone where the system has one;
a socket of another user is never spoken to.
"""

from __future__ import annotations

import hashlib
import logging
import os
import stat
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QDir, QObject, QTimer, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from facing_pages.core.json_bytes import json_bytes
from facing_pages.session.json_reader import Fields, JsonError, list_of, parse_json, path_of_file

logger = logging.getLogger(__name__)

# Milliseconds a second start waits for the first one, and the first one for a message. By
# judgement.
MAX_REPLY_MILLISECONDS: Final = 1000
MAX_SILENT_MILLISECONDS: Final = 5000
# Bytes of a message: systems pass at most 2 MB of arguments to a program, and a byte that is not
# UTF-8 takes six here. By judgement above those 12 MB.
MAX_MESSAGE_BYTES: Final = 16_000_000
# Starts that are listened to at a time. By judgement.
MAX_CONNECTIONS: Final = 8
# Bytes of the path of a socket: Linux allows 107, macOS 103.
MAX_SOCKET_PATH_BYTES: Final = 100
# Where sockets of programs are whose other folders have longer paths.
SHORT_FOLDER: Final = Path("/tmp")  # noqa: S108 - the name is checked to be ours
ANSWER: Final = b"taken\n"


def meeting_place(settings: Path) -> str:
    """Return the name under which programs with these settings meet."""
    name = f"facing-pages-{hashlib.sha256(os.fsencode(settings)).hexdigest()[:16]}"
    if os.name == "nt":
        return name
    # Qt puts a plain name into the folder of temporary files, however long its path is.
    folders = (_private_folder(), Path(QDir.tempPath()), SHORT_FOLDER)
    fitting = (folder / name for folder in folders if folder is not None)
    return str(next((p for p in fitting if len(os.fsencode(p)) <= MAX_SOCKET_PATH_BYTES), name))


def hand_over(name: str, files: Sequence[str]) -> bool:
    """Send files to a program that is running already; tell whether there was one."""
    if not _is_ours(name):
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(MAX_REPLY_MILLISECONDS):
        return False
    message = {"files": [str(Path(file).absolute()) for file in files]}
    socket.write(json_bytes(message, indent=None) + b"\n")
    socket.flush()
    taken = (
        socket.waitForReadyRead(MAX_REPLY_MILLISECONDS) and bytes(socket.readAll().data()) == ANSWER
    )
    socket.disconnectFromServer()
    return bool(taken)


class Listener(QObject):
    """Takes the files of later starts."""

    files_arrived = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open: list[QLocalSocket] = []
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(name):
            # Nobody answered there, so what is left is of a program that crashed.
            if _is_ours(name):
                QLocalServer.removeServer(name)
            if not self._server.listen(name):
                logger.warning("later starts open programs of their own")

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(self._forget)
            if len(self._open) >= MAX_CONNECTIONS:
                socket.abort()
                continue
            self._open.append(socket)
            socket.setReadBufferSize(MAX_MESSAGE_BYTES)
            socket.readyRead.connect(self._read)
            QTimer.singleShot(MAX_SILENT_MILLISECONDS, socket, socket.abort)

    def _forget(self) -> None:
        socket = self.sender()
        if isinstance(socket, QLocalSocket):
            self._open = [other for other in self._open if other is not socket]
            socket.deleteLater()

    def _read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket):
            return
        if not socket.canReadLine():
            if socket.bytesAvailable() >= MAX_MESSAGE_BYTES:
                logger.warning("a message of another program is too long")
                socket.abort()
            return
        files = _files(bytes(socket.readLine(MAX_MESSAGE_BYTES).data()))
        if files is None:
            logger.warning("a message of another program was invalid")
            socket.abort()
            return
        socket.write(ANSWER)
        socket.flush()
        self.files_arrived.emit(files)


def _files(message: bytes) -> list[str] | None:
    """Return the files a message names, None if it is not one of ours."""
    try:
        return list(Fields(parse_json(message)).required("files", list_of(path_of_file)))
    except JsonError:
        return None


def _private_folder() -> Path | None:
    """Return the folder for sockets that only this user can look into, None without one."""
    name = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.name != "posix" or not Path(name).is_absolute():
        return None
    try:
        state = Path(name).stat()
    except OSError:
        return None
    is_private = stat.S_ISDIR(state.st_mode) and not state.st_mode & 0o077
    return Path(name) if is_private and state.st_uid == os.getuid() else None


def _is_ours(name: str) -> bool:
    """Tell whether the socket of a meeting place, if there is one, was made by this user."""
    if os.name != "posix":
        return True
    try:
        return (Path(QDir.tempPath()) / name).lstat().st_uid == os.getuid()
    except OSError:
        return True
