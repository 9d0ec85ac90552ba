"""What a reader asks for on the page by key or pointer that others answer."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal


class UserRequests(QObject):
    """One signal a request, whichever key or gesture makes it.

    `command_requested` has a `Command`, `sentence_hovered` the number of a link, -1 over none, and
    `menu_requested` a point of the screen.
    """

    command_requested = Signal(object)
    change_activated = Signal(int)
    finding_activated = Signal(int)
    sentence_activated = Signal(int)
    sentence_hovered = Signal(int)
    zoom_requested = Signal(int)
    menu_requested = Signal(QPoint)
