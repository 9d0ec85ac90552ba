"""One program for one user: a second start hands its files to the first and ends.

The name of the meeting place follows from that of the settings file, so that programs with
settings of their own stay apart.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

logger = logging.getLogger(__name__)

# Milliseconds a second start waits for the first one, and characters of a message at most.
PATIENCE: Final = 1000
LONGEST: Final = 1_000_000
ANSWER: Final = b"taken\n"


def meeting_place(settings: Path) -> str:
    """Return the name under which programs with these settings meet."""
    return f"facing-pages-{hashlib.sha256(str(settings).encode()).hexdigest()[:16]}"


def hand_over(name: str, files: Sequence[str]) -> bool:
    """Give files to a program that is running already; tell whether there was one."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    message = {"files": [str(Path(file).absolute()) for file in files]}
    socket.write(json.dumps(message).encode() + b"\n")
    socket.flush()
    taken = socket.waitForReadyRead(PATIENCE) and bytes(socket.readAll().data()) == ANSWER
    socket.disconnectFromServer()
    return bool(taken)


class Listener(QObject):
    """Takes the files of later starts."""

    files_arrived = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._welcome)
        if not self._server.listen(name):
            # Nobody answered there, so what is left is of a program that crashed.
            QLocalServer.removeServer(name)
            if not self._server.listen(name):
                logger.warning("later starts open programs of their own")

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.readyRead.connect(self._read)
            socket.disconnected.connect(socket.deleteLater)

    def _read(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        files = _files(bytes(socket.readLine(LONGEST).data()))
        if files is None:
            logger.warning("a message of another program made no sense")
            return
        socket.write(ANSWER)
        socket.flush()
        self.files_arrived.emit(files)


def _files(message: bytes) -> list[str] | None:
    """Return the files a message names, None if it is none of ours."""
    try:
        content = json.loads(message)
    except ValueError:
        return None
    files = content.get("files") if isinstance(content, dict) else None
    if not isinstance(files, list) or not all(isinstance(file, str) for file in files):
        return None
    return files
