from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from facing_pages.page.user_requests import UserRequests
from facing_pages.ui.common.commands import Command


def test_a_request_says_what_it_is_about(qtbot: QtBot) -> None:
    requests = UserRequests()
    sent = [
        (requests.command_requested, Command.UNLINK),
        (requests.sentence_hovered, -1),
        (requests.zoom_requested, -10),
        (requests.menu_requested, QPoint(3, 4)),
    ]
    for signal, value in sent:
        with qtbot.waitSignal(signal) as answer:
            signal.emit(value)
        assert answer.args == [value]
