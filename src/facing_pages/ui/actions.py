"""Every command of the window: its words, its keys and the menu it is in.

A table, so that keys can be checked for doubles and listed. Commands do nothing themselves; the
window connects them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Menu(Enum):
    """The menus, in order."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    CHANGES = "&Changes"
    HELP = "&Help"


class Command(Enum):
    """The commands, in the order of their menus."""

    OPEN = "open"
    OPEN_ORIGINAL = "open original"
    OPEN_REWRITE = "open rewrite"
    OPEN_SAMPLE = "open sample"
    RELOAD = "reload"
    SWAP = "swap"
    CLOSE = "close"
    QUIT = "quit"
    COPY = "copy"
    SELECT_ALL = "select all"
    PASTE_ORIGINAL = "paste original"
    PASTE_REWRITE = "paste rewrite"
    SHOW_LIST = "show list"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    ZOOM_RESET = "zoom reset"
    FULL_SCREEN = "full screen"
    NEXT_CHANGE = "next change"
    PREVIOUS_CHANGE = "previous change"
    FIRST_CHANGE = "first change"
    LAST_CHANGE = "last change"
    OTHER_END = "other end of a move"
    STOP = "stop comparing"
    KEYS = "keys"
    ABOUT = "about"


@dataclass(frozen=True)
class Spec:
    """How a command is offered. `needs_pair` greys it while no pair is shown."""

    command: Command
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    needs_pair: bool = True
    separator_before: bool = False
    checkable: bool = False


SPECS: Final = (
    Spec(Command.OPEN, Menu.FILE, "&Open Two Files…", ("Ctrl+O",), needs_pair=False),
    Spec(Command.OPEN_ORIGINAL, Menu.FILE, "Choose O&riginal…", needs_pair=False),
    Spec(Command.OPEN_REWRITE, Menu.FILE, "Choose Re&write…", needs_pair=False),
    Spec(Command.OPEN_SAMPLE, Menu.FILE, "Open the Sa&mple Pair", needs_pair=False),
    Spec(Command.RELOAD, Menu.FILE, "Read Files &Again", ("F5",), separator_before=True),
    Spec(Command.SWAP, Menu.FILE, "&Swap Original and Rewrite", ("Ctrl+Shift+X",)),
    Spec(Command.CLOSE, Menu.FILE, "&Close Comparison", ("Ctrl+W",), separator_before=True),
    Spec(Command.QUIT, Menu.FILE, "&Quit", ("Ctrl+Q",), needs_pair=False),
    Spec(Command.COPY, Menu.EDIT, "&Copy", ("Ctrl+C",)),
    Spec(Command.SELECT_ALL, Menu.EDIT, "Select &All of This Side", ("Ctrl+A",)),
    Spec(
        Command.PASTE_ORIGINAL,
        Menu.EDIT,
        "Paste as &Original",
        ("Ctrl+V",),
        needs_pair=False,
        separator_before=True,
    ),
    Spec(
        Command.PASTE_REWRITE, Menu.EDIT, "Paste as &Rewrite", ("Ctrl+Shift+V",), needs_pair=False
    ),
    Spec(Command.SHOW_LIST, Menu.VIEW, "&List of Changes", ("F7",), checkable=True),
    Spec(Command.ZOOM_IN, Menu.VIEW, "&Larger Text", ("Ctrl++", "Ctrl+="), separator_before=True),
    Spec(Command.ZOOM_OUT, Menu.VIEW, "&Smaller Text", ("Ctrl+-",)),
    Spec(Command.ZOOM_RESET, Menu.VIEW, "&Normal Size", ("Ctrl+0",)),
    Spec(
        Command.FULL_SCREEN,
        Menu.VIEW,
        "&Full Screen",
        ("F11",),
        needs_pair=False,
        separator_before=True,
        checkable=True,
    ),
    Spec(Command.NEXT_CHANGE, Menu.CHANGES, "&Next Change", ("Alt+Down",)),
    Spec(Command.PREVIOUS_CHANGE, Menu.CHANGES, "&Previous Change", ("Alt+Up",)),
    Spec(Command.FIRST_CHANGE, Menu.CHANGES, "&First Change", ("Alt+Home",)),
    Spec(Command.LAST_CHANGE, Menu.CHANGES, "&Last Change", ("Alt+End",)),
    Spec(
        Command.OTHER_END,
        Menu.CHANGES,
        "&Other End of the Move",
        ("Ctrl+J",),
        separator_before=True,
    ),
    Spec(Command.STOP, Menu.CHANGES, "&Stop Comparing", separator_before=True),
    Spec(Command.KEYS, Menu.HELP, "&Keys", ("Ctrl+/",), needs_pair=False),
    Spec(Command.ABOUT, Menu.HELP, "&About Facing Pages", needs_pair=False),
)
# Keys that work while the text has the focus, and what they do; the reader answers to them itself.
READER_KEYS: Final = (
    ("n, p", "next and previous change"),
    ("j, k, ↓, ↑", "scroll by a line"),
    ("Space, Shift+Space, Page Down, Page Up", "scroll by a page"),
    ("Home, End", "start and end of the text"),
    ("wheel over the gutter", "next and previous change"),
    ("Ctrl + wheel", "larger and smaller text"),
)


def make_actions(parent: QWidget) -> dict[Command, QAction]:
    """Return an action for each command."""
    actions: dict[Command, QAction] = {}
    for spec in SPECS:
        action = QAction(spec.text, parent)
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setCheckable(spec.checkable)
        action.setObjectName(spec.command.value)
        actions[spec.command] = action
    return actions
