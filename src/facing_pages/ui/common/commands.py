"""Every command of the window: its words, its keys and the menu it is in.

A table, so that keys can be checked for doubles, listed and changed. Commands do nothing
themselves; the window connects them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from facing_pages.viewmodel.wording.language import N_, tr


class Menu(Enum):
    """The menus, in order."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    VIEW = N_("&View")
    CHANGES = N_("&Changes")
    ALIGNMENT = N_("&Alignment")
    HELP = N_("&Help")


class Command(Enum):
    """The commands, in the order of their menus."""

    OPEN = "open"
    OPEN_ORIGINAL = "open original"
    OPEN_REWRITE = "open rewrite"
    OPEN_SAMPLE = "open sample"
    OPEN_SESSION = "open session"
    CONTINUE = "continue"
    SAVE_SESSION = "save session"
    SAVE_SESSION_AS = "save session as"
    EXPORT = "export report"
    NEW_WINDOW = "new window"
    RELOAD = "reload"
    SWAP = "swap"
    SHOW_ORIGINAL_IN_FOLDER = "show original in folder"
    SHOW_REWRITE_IN_FOLDER = "show rewrite in folder"
    CLOSE = "close"
    QUIT = "quit"
    UNDO = "undo"
    REDO = "redo"
    COPY = "copy"
    COPY_BOTH = "copy both"
    COPY_WITH_MARKS = "copy with marks"
    SELECT_ALL = "select all"
    PASTE_ORIGINAL = "paste original"
    PASTE_REWRITE = "paste rewrite"
    FIND = "find"
    FIND_NEXT = "find next"
    FIND_PREVIOUS = "find previous"
    GO_TO_PARAGRAPH = "go to paragraph"
    PREFERENCES = "preferences"
    SIDE_BY_SIDE = "side by side"
    ONE_COLUMN = "one column"
    REWRITE_ONLY = "rewrite only"
    ORIGINAL_ONLY = "original only"
    ALIGN = "align"
    FLOWING = "flowing"
    MARKS_OFF = "marks off"
    MARKS_PARAGRAPHS = "marks paragraphs"
    MARKS_SENTENCES = "marks sentences"
    MARKS_WORDS = "marks words"
    SCROLL_APART = "scroll apart"
    NEXT_LEVEL = "next level of marks"
    HIDE_UNCHANGED = "hide unchanged"
    UNFOLD_ALL = "unfold all"
    FOLD_AGAIN = "fold again"
    GO_TO_LIST = "go to list"
    SHOW_LIST = "show list"
    SHOW_CONTENTS = "show contents"
    SHOW_INSPECTOR = "show inspector"
    NEXT_PANE = "next pane"
    PREVIOUS_PANE = "previous pane"
    ZOOM_IN = "zoom in"
    ZOOM_OUT = "zoom out"
    ZOOM_RESET = "zoom reset"
    NARROWER = "narrower"
    WIDER = "wider"
    READING_ROOM = "reading room"
    FULL_SCREEN = "full screen"
    NEXT_CHANGE = "next change"
    PREVIOUS_CHANGE = "previous change"
    NEXT_OF_KIND = "next change of this kind"
    PREVIOUS_OF_KIND = "previous change of this kind"
    FIRST_CHANGE = "first change"
    LAST_CHANGE = "last change"
    OTHER_END = "other end of a move"
    BACK = "back"
    STOP = "stop comparing"
    LINK = "link"
    UNLINK = "unlink"
    CONFIRM = "confirm link"
    START_ROW = "start row"
    JOIN_ROW = "join row"
    MOVE_UP = "move sentence up"
    MOVE_DOWN = "move sentence down"
    CUT_SENTENCE = "cut sentence"
    NEXT_DOUBTFUL = "next doubtful link"
    PREVIOUS_DOUBTFUL = "previous doubtful link"
    BOOKMARK = "bookmark"
    NEXT_BOOKMARK = "next bookmark"
    PREVIOUS_BOOKMARK = "previous bookmark"
    GUIDE = "guide"
    LEGEND = "legend"
    KEYS = "keys"
    SELF_CHECK = "self-check"
    ABOUT = "about"


@dataclass(frozen=True)
class Spec:
    """How a command is offered.

    `needs_pair` greys it while no pair is shown. Commands of one `group` exclude each other.
    `submenu` is the menu inside the menu it stands in, "" for none.
    """

    command: Command
    menu: Menu
    text: str
    keys: tuple[str, ...] = ()
    needs_pair: bool = True
    separator_before: bool = False
    checkable: bool = False
    group: str = ""
    submenu: str = ""


MARKS_MENU: Final = N_("Mar&ks")
RECENT_MENU: Final = N_("O&pen Recent")
_MODE: Final = "mode"
_LEVEL: Final = "level"
SPECS: Final = (
    Spec(Command.OPEN, Menu.FILE, N_("&Open Two Files…"), ("Ctrl+O",), needs_pair=False),
    Spec(Command.OPEN_ORIGINAL, Menu.FILE, N_("Choose O&riginal…"), needs_pair=False),
    Spec(Command.OPEN_REWRITE, Menu.FILE, N_("Choose Re&write…"), needs_pair=False),
    Spec(Command.OPEN_SAMPLE, Menu.FILE, N_("Open the Sa&mple Pair"), needs_pair=False),
    Spec(
        Command.OPEN_SESSION,
        Menu.FILE,
        N_("Open S&ession…"),
        ("Ctrl+Shift+O",),
        needs_pair=False,
        separator_before=True,
    ),
    Spec(
        Command.CONTINUE,
        Menu.FILE,
        N_("Continue &Where You Were"),
        needs_pair=False,
        submenu=RECENT_MENU,
        separator_before=True,
    ),
    Spec(Command.SAVE_SESSION, Menu.FILE, N_("Save Sess&ion"), ("Ctrl+S",)),
    Spec(Command.SAVE_SESSION_AS, Menu.FILE, N_("Save Session &As…"), ("Ctrl+Shift+S",)),
    Spec(Command.EXPORT, Menu.FILE, N_("E&xport a Report…"), ("Ctrl+E",)),
    Spec(
        Command.NEW_WINDOW,
        Menu.FILE,
        N_("&New Window"),
        ("Ctrl+N",),
        needs_pair=False,
        separator_before=True,
    ),
    Spec(Command.RELOAD, Menu.FILE, N_("Read &Files Again"), ("F5",), separator_before=True),
    Spec(Command.SWAP, Menu.FILE, N_("&Swap Original and Rewrite"), ("Ctrl+Shift+X",)),
    Spec(Command.SHOW_ORIGINAL_IN_FOLDER, Menu.FILE, N_("Show Original in Its Fol&der")),
    Spec(Command.SHOW_REWRITE_IN_FOLDER, Menu.FILE, N_("Show Rewri&te in Its Folder")),
    Spec(Command.CLOSE, Menu.FILE, N_("&Close Comparison"), ("Ctrl+W",), separator_before=True),
    Spec(Command.QUIT, Menu.FILE, N_("&Quit"), ("Ctrl+Q",), needs_pair=False),
    Spec(Command.UNDO, Menu.EDIT, N_("&Undo"), ("Ctrl+Z",), needs_pair=False),
    Spec(
        Command.REDO,
        Menu.EDIT,
        N_("Re&do"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        needs_pair=False,
    ),
    Spec(Command.COPY, Menu.EDIT, N_("&Copy"), ("Ctrl+C",), separator_before=True),
    Spec(Command.COPY_BOTH, Menu.EDIT, N_("Copy &Both Sides"), ("Ctrl+Shift+C",)),
    Spec(Command.COPY_WITH_MARKS, Menu.EDIT, N_("Copy with &Marks")),
    Spec(Command.SELECT_ALL, Menu.EDIT, N_("Select &All of This Side"), ("Ctrl+A",)),
    Spec(
        Command.PASTE_ORIGINAL,
        Menu.EDIT,
        N_("Paste as &Original"),
        ("Ctrl+V",),
        needs_pair=False,
        separator_before=True,
    ),
    Spec(
        Command.PASTE_REWRITE,
        Menu.EDIT,
        N_("Paste as &Rewrite"),
        ("Ctrl+Shift+V",),
        needs_pair=False,
    ),
    Spec(Command.FIND, Menu.EDIT, N_("&Find…"), ("Ctrl+F",), separator_before=True),
    Spec(Command.FIND_NEXT, Menu.EDIT, N_("Find &Next"), ("F3",)),
    Spec(Command.FIND_PREVIOUS, Menu.EDIT, N_("Find &Previous"), ("Shift+F3",)),
    Spec(Command.GO_TO_PARAGRAPH, Menu.EDIT, N_("&Go to Paragraph…"), ("Ctrl+G",)),
    Spec(
        Command.PREFERENCES,
        Menu.EDIT,
        N_("Pr&eferences…"),
        ("Ctrl+,",),
        needs_pair=False,
        separator_before=True,
    ),
    Spec(Command.SIDE_BY_SIDE, Menu.VIEW, N_("&Side by Side"), ("Ctrl+1",), group=_MODE),
    Spec(Command.ONE_COLUMN, Menu.VIEW, N_("&One Column"), ("Ctrl+2",), group=_MODE),
    Spec(Command.REWRITE_ONLY, Menu.VIEW, N_("&Rewrite Only"), ("Ctrl+3",), group=_MODE),
    Spec(Command.ORIGINAL_ONLY, Menu.VIEW, N_("Or&iginal Only"), ("Ctrl+Shift+3",), group=_MODE),
    Spec(Command.ALIGN, Menu.VIEW, N_("Align, Correct Links"), ("Ctrl+4",), group=_MODE),
    Spec(Command.FLOWING, Menu.VIEW, N_("&Flowing"), ("Ctrl+5",), group=_MODE),
    Spec(
        Command.SCROLL_APART,
        Menu.VIEW,
        N_("Scroll Columns Separatel&y"),
        ("Ctrl+L",),
        checkable=True,
    ),
    Spec(
        Command.MARKS_WORDS,
        Menu.VIEW,
        N_("&Words"),
        group=_LEVEL,
        submenu=MARKS_MENU,
        separator_before=True,
    ),
    Spec(Command.MARKS_SENTENCES, Menu.VIEW, N_("&Sentences"), group=_LEVEL, submenu=MARKS_MENU),
    Spec(Command.MARKS_PARAGRAPHS, Menu.VIEW, N_("&Paragraphs"), group=_LEVEL, submenu=MARKS_MENU),
    Spec(Command.MARKS_OFF, Menu.VIEW, N_("&Off"), group=_LEVEL, submenu=MARKS_MENU),
    Spec(
        Command.NEXT_LEVEL,
        Menu.VIEW,
        N_("&Next Level"),
        ("Ctrl+Shift+M",),
        submenu=MARKS_MENU,
        separator_before=True,
    ),
    Spec(
        Command.HIDE_UNCHANGED,
        Menu.VIEW,
        N_("&Hide Unchanged Paragraphs"),
        ("Ctrl+Shift+H",),
        checkable=True,
    ),
    Spec(Command.UNFOLD_ALL, Menu.VIEW, N_("Show &All of Them")),
    Spec(Command.FOLD_AGAIN, Menu.VIEW, N_("Fold A&gain")),
    Spec(
        Command.GO_TO_LIST,
        Menu.VIEW,
        N_("Go to the List of Changes"),
        ("F7",),
        separator_before=True,
    ),
    Spec(Command.SHOW_LIST, Menu.VIEW, N_("&List of Changes"), checkable=True),
    Spec(Command.SHOW_CONTENTS, Menu.VIEW, N_("Contents"), ("Ctrl+Shift+T",)),
    Spec(Command.SHOW_INSPECTOR, Menu.VIEW, N_("I&nspector"), ("F9",), checkable=True),
    Spec(Command.NEXT_PANE, Menu.VIEW, N_("Ne&xt Pane"), ("F6",)),
    Spec(Command.PREVIOUS_PANE, Menu.VIEW, N_("Pre&vious Pane"), ("Shift+F6",)),
    Spec(
        Command.ZOOM_IN, Menu.VIEW, N_("Larg&er Text"), ("Ctrl++", "Ctrl+="), separator_before=True
    ),
    Spec(Command.ZOOM_OUT, Menu.VIEW, N_("S&maller Text"), ("Ctrl+-",)),
    Spec(Command.ZOOM_RESET, Menu.VIEW, N_("Normal Si&ze"), ("Ctrl+0",)),
    Spec(Command.NARROWER, Menu.VIEW, N_("Narrower &Columns"), ("Ctrl+[",)),
    Spec(Command.WIDER, Menu.VIEW, N_("Wi&der Columns"), ("Ctrl+]",)),
    Spec(
        Command.READING_ROOM,
        Menu.VIEW,
        N_("Reading Room"),
        ("F8",),
        checkable=True,
        separator_before=True,
    ),
    Spec(
        Command.FULL_SCREEN,
        Menu.VIEW,
        N_("F&ull Screen"),
        ("F11",),
        needs_pair=False,
        checkable=True,
    ),
    Spec(Command.NEXT_CHANGE, Menu.CHANGES, N_("&Next Change"), ("Alt+Down",)),
    Spec(Command.PREVIOUS_CHANGE, Menu.CHANGES, N_("&Previous Change"), ("Alt+Up",)),
    Spec(Command.NEXT_OF_KIND, Menu.CHANGES, N_("Next of the Same &Kind"), ("F4",)),
    Spec(Command.PREVIOUS_OF_KIND, Menu.CHANGES, N_("Previous of the &Same Kind"), ("Shift+F4",)),
    Spec(Command.FIRST_CHANGE, Menu.CHANGES, N_("&First Change"), ("Alt+Home",)),
    Spec(Command.LAST_CHANGE, Menu.CHANGES, N_("&Last Change"), ("Alt+End",)),
    Spec(
        Command.OTHER_END,
        Menu.CHANGES,
        N_("&Other End of the Move"),
        ("Ctrl+J",),
        separator_before=True,
    ),
    Spec(Command.BACK, Menu.CHANGES, N_("&Back to Where You Were"), ("Alt+Left",)),
    Spec(Command.STOP, Menu.CHANGES, N_("S&top Comparing"), separator_before=True),
    Spec(Command.LINK, Menu.ALIGNMENT, N_("&Link the Two Chosen Sentences")),
    Spec(Command.UNLINK, Menu.ALIGNMENT, N_("&Unlink")),
    Spec(Command.CONFIRM, Menu.ALIGNMENT, N_("&Confirm the Link")),
    Spec(
        Command.START_ROW,
        Menu.ALIGNMENT,
        N_("&Start a New Row Here"),
        separator_before=True,
    ),
    Spec(Command.JOIN_ROW, Menu.ALIGNMENT, N_("&Join with the Row Above")),
    Spec(
        Command.MOVE_UP,
        Menu.ALIGNMENT,
        N_("&First Sentence to the Row Above"),
        ("Ctrl+Shift+Up",),
    ),
    Spec(
        Command.MOVE_DOWN,
        Menu.ALIGNMENT,
        N_("L&ast Sentence to the Row Below"),
        ("Ctrl+Shift+Down",),
    ),
    Spec(Command.CUT_SENTENCE, Menu.ALIGNMENT, N_("Cu&t the Sentence at the Caret")),
    Spec(
        Command.NEXT_DOUBTFUL,
        Menu.ALIGNMENT,
        N_("&Next Doubtful Link"),
        separator_before=True,
    ),
    Spec(Command.PREVIOUS_DOUBTFUL, Menu.ALIGNMENT, N_("&Previous Doubtful Link")),
    Spec(
        Command.BOOKMARK,
        Menu.ALIGNMENT,
        N_("&Bookmark"),
        separator_before=True,
    ),
    Spec(Command.NEXT_BOOKMARK, Menu.ALIGNMENT, N_("Next Book&mark"), ("F2",)),
    Spec(Command.PREVIOUS_BOOKMARK, Menu.ALIGNMENT, N_("Previous Bookma&rk"), ("Shift+F2",)),
    Spec(Command.GUIDE, Menu.HELP, N_("&Guide"), needs_pair=False),
    Spec(Command.LEGEND, Menu.HELP, N_("What the &Marks Mean"), ("F1",), needs_pair=False),
    Spec(Command.KEYS, Menu.HELP, N_("&Keys"), ("Ctrl+/",), needs_pair=False),
    Spec(Command.SELF_CHECK, Menu.HELP, N_("&Self-Check…"), needs_pair=False),
    Spec(Command.ABOUT, Menu.HELP, N_("&About Facing Pages"), needs_pair=False),
)
# Keys that work while the text has the focus, and what they do; the reader answers to them itself.
READER_KEYS: Final = (
    (N_("n, p"), N_("next and previous change")),
    (N_("Shift+n, Shift+p"), N_("next and previous change of the same kind")),
    (N_("m"), N_("other end of a move")),
    (
        N_("o"),
        N_("show the counterpart where one text is read alone; else unfold what is on screen"),
    ),
    (N_("Enter"), N_("read the change out")),
    (N_("j, k, ↓, ↑"), N_("scroll by a line")),
    (N_("Space, Shift+Space, Page Down, Page Up"), N_("scroll by a page")),
    (N_("Ctrl+↓, Ctrl+↑"), N_("next and previous paragraph")),
    (N_("Home, End"), N_("start and end of the text")),
    (N_("←, →, or a click in the text"), N_("put the caret there; arrows move it, Shift selects")),
    (N_("l, u, c"), N_("link the two chosen sentences; unlink; confirm the link")),
    (
        N_("Return, Backspace, s"),
        N_("in the Align mode: new row here; join with the row above; cut the sentence"),
    ),
    (N_("x, Shift+x"), N_("next and previous doubtful link")),
    (N_("b"), N_("set a bookmark, or take it away")),
    (
        N_("Alt + click on two sentences, or a number dragged"),
        N_("link these sentences"),
    ),
    (N_("Escape"), N_("drop the selection, then the caret")),
    (N_("wheel over the gutter"), N_("next and previous change")),
    (N_("Ctrl + wheel"), N_("larger and smaller text")),
)


def plain_text(spec: Spec) -> str:
    """Return a command's words without the signs a menu needs."""
    return tr(spec.text).replace("&", "").rstrip("…")
