"""Every command of the window, one record each: its words, its keys, and where it stands.

Menus, buttons, shortcuts, single letters, the guide, the preferences and the list of keys are all
made from this table, so that a key is the same wherever it is shown. Commands do nothing
themselves; the window connects them to handlers.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
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


class Enabled(Enum):
    """When a command can be used: at any time, with a pair, or while links stand in rows.

    `BY_HANDLER` is decided by what handles the command, such as the history for Undo.
    """

    ALWAYS = auto()
    WITH_PAIR = auto()
    IN_ROWS = auto()
    BY_HANDLER = auto()


@dataclass(frozen=True)
class CommandSpec:
    """How a command is offered.

    `name` stands for it in the settings. `menu` is None for a command that only has keys, and
    `submenu` is the menu inside the menu, "" for none. `shortcuts` hold in the whole window,
    `letters` while the text has the focus; both are written as Qt writes them ("Ctrl+O",
    "Shift+N"). `button` is the label on a button, "" where there is none. `help` says more than
    the words in the menu, "" where those are enough. Commands of one `group` exclude each other.
    """

    name: str
    menu: Menu | None
    text: str
    shortcuts: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    button: str = ""
    help: str = ""
    enabled: Enabled = Enabled.WITH_PAIR
    separator_before: bool = False
    checkable: bool = False
    group: str = ""
    submenu: str = ""


MARKS_MENU: Final = N_("Mar&ks")
WEIGHT_MENU: Final = N_("Changes sho&wn")
RECENT_MENU: Final = N_("O&pen recent")


class Command(Enum):
    """The commands, in the order of their menus; those without a menu come last."""

    OPEN = CommandSpec(
        "open",
        Menu.FILE,
        N_("&Open two files…"),
        shortcuts=("Ctrl+O",),
        button=N_("Open…"),
        enabled=Enabled.ALWAYS,
    )
    OPEN_ORIGINAL = CommandSpec(
        "open original", Menu.FILE, N_("Choose o&riginal…"), enabled=Enabled.ALWAYS
    )
    OPEN_REWRITE = CommandSpec(
        "open rewrite", Menu.FILE, N_("Choose re&write…"), enabled=Enabled.ALWAYS
    )
    OPEN_SAMPLE = CommandSpec(
        "open sample",
        Menu.FILE,
        N_("Open the sa&mple pair"),
        enabled=Enabled.ALWAYS,
    )
    OPEN_SESSION = CommandSpec(
        "open session",
        Menu.FILE,
        N_("Open s&ession…"),
        shortcuts=("Ctrl+Shift+O",),
        enabled=Enabled.ALWAYS,
        separator_before=True,
    )
    CONTINUE = CommandSpec(
        "continue",
        Menu.FILE,
        N_("Continue &where you were"),
        enabled=Enabled.BY_HANDLER,
        separator_before=True,
        submenu=RECENT_MENU,
    )
    SAVE_SESSION = CommandSpec(
        "save session", Menu.FILE, N_("Save sess&ion"), shortcuts=("Ctrl+S",)
    )
    SAVE_SESSION_AS = CommandSpec(
        "save session as",
        Menu.FILE,
        N_("Save session &as…"),
        shortcuts=("Ctrl+Shift+S",),
    )
    EXPORT = CommandSpec("export report", Menu.FILE, N_("E&xport a report…"), shortcuts=("Ctrl+E",))
    NEW_WINDOW = CommandSpec(
        "new window",
        Menu.FILE,
        N_("&New window"),
        shortcuts=("Ctrl+N",),
        enabled=Enabled.ALWAYS,
        separator_before=True,
    )
    RELOAD = CommandSpec(
        "reload",
        Menu.FILE,
        N_("Read &files again"),
        shortcuts=("F5",),
        separator_before=True,
    )
    SWAP = CommandSpec(
        "swap",
        Menu.FILE,
        N_("&Swap original and rewrite"),
        shortcuts=("Ctrl+Shift+X",),
        button=N_("Swap"),
    )
    SHOW_ORIGINAL_IN_FOLDER = CommandSpec(
        "show original in folder", Menu.FILE, N_("Show original in its fol&der")
    )
    SHOW_REWRITE_IN_FOLDER = CommandSpec(
        "show rewrite in folder", Menu.FILE, N_("Show rewri&te in its folder")
    )
    CLOSE = CommandSpec(
        "close",
        Menu.FILE,
        N_("&Close comparison"),
        shortcuts=("Ctrl+W",),
        separator_before=True,
    )
    QUIT = CommandSpec(
        "quit", Menu.FILE, N_("&Quit"), shortcuts=("Ctrl+Q",), enabled=Enabled.ALWAYS
    )
    UNDO = CommandSpec(
        "undo", Menu.EDIT, N_("&Undo"), shortcuts=("Ctrl+Z",), enabled=Enabled.BY_HANDLER
    )
    REDO = CommandSpec(
        "redo",
        Menu.EDIT,
        N_("Re&do"),
        shortcuts=(
            "Ctrl+Shift+Z",
            "Ctrl+Y",
        ),
        enabled=Enabled.BY_HANDLER,
    )
    COPY = CommandSpec("copy", Menu.EDIT, N_("&Copy"), shortcuts=("Ctrl+C",), separator_before=True)
    COPY_BOTH = CommandSpec(
        "copy both", Menu.EDIT, N_("Copy &both sides"), shortcuts=("Ctrl+Shift+C",)
    )
    COPY_WITH_MARKS = CommandSpec("copy with marks", Menu.EDIT, N_("Copy with &marks"))
    SELECT_ALL = CommandSpec(
        "select all",
        Menu.EDIT,
        N_("Select &all of this side"),
        shortcuts=("Ctrl+A",),
    )
    PASTE_ORIGINAL = CommandSpec(
        "paste original",
        Menu.EDIT,
        N_("Paste as &original"),
        shortcuts=("Ctrl+V",),
        enabled=Enabled.ALWAYS,
        separator_before=True,
    )
    PASTE_REWRITE = CommandSpec(
        "paste rewrite",
        Menu.EDIT,
        N_("Paste as &rewrite"),
        shortcuts=("Ctrl+Shift+V",),
        enabled=Enabled.ALWAYS,
    )
    FIND = CommandSpec(
        "find",
        Menu.EDIT,
        N_("&Find…"),
        shortcuts=("Ctrl+F",),
        button=N_("Find"),
        separator_before=True,
    )
    FIND_NEXT = CommandSpec("find next", Menu.EDIT, N_("Find &next"), shortcuts=("F3",), button="›")
    FIND_PREVIOUS = CommandSpec(
        "find previous",
        Menu.EDIT,
        N_("Find &previous"),
        shortcuts=("Shift+F3",),
        button="‹",
    )
    GO_TO_PARAGRAPH = CommandSpec(
        "go to paragraph", Menu.EDIT, N_("&Go to paragraph…"), shortcuts=("Ctrl+G",)
    )
    PREFERENCES = CommandSpec(
        "preferences",
        Menu.EDIT,
        N_("Pr&eferences…"),
        shortcuts=("Ctrl+,",),
        enabled=Enabled.ALWAYS,
        separator_before=True,
    )
    SIDE_BY_SIDE = CommandSpec(
        "side by side",
        Menu.VIEW,
        N_("&Side by side"),
        shortcuts=("Ctrl+1",),
        group="mode",
    )
    ONE_COLUMN = CommandSpec(
        "one column", Menu.VIEW, N_("&One column"), shortcuts=("Ctrl+2",), group="mode"
    )
    REWRITE_ONLY = CommandSpec(
        "rewrite only",
        Menu.VIEW,
        N_("&Rewrite only"),
        shortcuts=("Ctrl+3",),
        group="mode",
    )
    ORIGINAL_ONLY = CommandSpec(
        "original only",
        Menu.VIEW,
        N_("Or&iginal only"),
        shortcuts=("Ctrl+Shift+3",),
        group="mode",
    )
    ALIGN = CommandSpec(
        "align",
        Menu.VIEW,
        N_("Align and correct links"),
        shortcuts=("Ctrl+4",),
        group="mode",
    )
    FLOWING = CommandSpec("flowing", Menu.VIEW, N_("&Flowing"), shortcuts=("Ctrl+5",), group="mode")
    SCROLL_SEPARATELY = CommandSpec(
        "scroll apart",
        Menu.VIEW,
        N_("Scroll columns separatel&y"),
        shortcuts=("Ctrl+L",),
        checkable=True,
    )
    MARKS_WORDS = CommandSpec(
        "marks words",
        Menu.VIEW,
        N_("&Words"),
        separator_before=True,
        group="level",
        submenu=MARKS_MENU,
    )
    MARKS_SENTENCES = CommandSpec(
        "marks sentences", Menu.VIEW, N_("&Sentences"), group="level", submenu=MARKS_MENU
    )
    MARKS_PARAGRAPHS = CommandSpec(
        "marks paragraphs", Menu.VIEW, N_("&Paragraphs"), group="level", submenu=MARKS_MENU
    )
    MARKS_OFF = CommandSpec("marks off", Menu.VIEW, N_("&Off"), group="level", submenu=MARKS_MENU)
    NEXT_LEVEL = CommandSpec(
        "next level of marks",
        Menu.VIEW,
        N_("&Next level"),
        shortcuts=("Ctrl+Shift+M",),
        separator_before=True,
        submenu=MARKS_MENU,
    )
    WEIGHT_MEANING = CommandSpec(
        "meaning only", Menu.VIEW, N_("&Meaning only"), group="weight", submenu=WEIGHT_MENU
    )
    WEIGHT_WORDING = CommandSpec(
        "up to wording", Menu.VIEW, N_("Up to &wording"), group="weight", submenu=WEIGHT_MENU
    )
    WEIGHT_GRAMMAR = CommandSpec(
        "up to grammar", Menu.VIEW, N_("Up to &grammar"), group="weight", submenu=WEIGHT_MENU
    )
    WEIGHT_PUNCTUATION = CommandSpec(
        "up to punctuation",
        Menu.VIEW,
        N_("Up to &punctuation"),
        group="weight",
        submenu=WEIGHT_MENU,
    )
    HIDE_UNCHANGED = CommandSpec(
        "hide unchanged",
        Menu.VIEW,
        N_("&Hide unchanged paragraphs"),
        shortcuts=("Ctrl+Shift+H",),
        button=N_("Hide unchanged"),
        checkable=True,
    )
    LEVEL_BY_SENTENCE = CommandSpec(
        "level by sentence",
        Menu.VIEW,
        N_("Level by sentence"),
        help=N_("Linked sentences start level, and what one side lacks is folded (side by side)"),
        checkable=True,
    )
    UNFOLD_ALL = CommandSpec("unfold all", Menu.VIEW, N_("Unfold &all"))
    FOLD_AGAIN = CommandSpec("fold again", Menu.VIEW, N_("Fold a&gain"))
    GO_TO_LIST = CommandSpec(
        "go to list",
        Menu.VIEW,
        N_("Go to the list of changes"),
        shortcuts=("F7",),
        separator_before=True,
    )
    GO_TO_FINDINGS = CommandSpec(
        "go to findings", Menu.VIEW, N_("Go to the findings"), shortcuts=("Shift+F7",)
    )
    SHOW_LIST = CommandSpec("show list", Menu.VIEW, N_("&List of changes"), checkable=True)
    SHOW_CONTENTS = CommandSpec(
        "show contents", Menu.VIEW, N_("Contents"), shortcuts=("Ctrl+Shift+T",)
    )
    SHOW_INSPECTOR = CommandSpec(
        "show inspector",
        Menu.VIEW,
        N_("I&nspector"),
        shortcuts=("F9",),
        checkable=True,
    )
    NEXT_PANE = CommandSpec("next pane", Menu.VIEW, N_("Ne&xt pane"), shortcuts=("F6",))
    PREVIOUS_PANE = CommandSpec(
        "previous pane", Menu.VIEW, N_("Pre&vious pane"), shortcuts=("Shift+F6",)
    )
    ZOOM_IN = CommandSpec(
        "zoom in",
        Menu.VIEW,
        N_("Larg&er text"),
        shortcuts=(
            "Ctrl++",
            "Ctrl+=",
        ),
        separator_before=True,
    )
    ZOOM_OUT = CommandSpec("zoom out", Menu.VIEW, N_("S&maller text"), shortcuts=("Ctrl+-",))
    ZOOM_RESET = CommandSpec("zoom reset", Menu.VIEW, N_("Normal si&ze"), shortcuts=("Ctrl+0",))
    NARROWER = CommandSpec("narrower", Menu.VIEW, N_("Narrower &columns"), shortcuts=("Ctrl+[",))
    WIDER = CommandSpec("wider", Menu.VIEW, N_("Wi&der columns"), shortcuts=("Ctrl+]",))
    READING_ROOM = CommandSpec(
        "reading room",
        Menu.VIEW,
        N_("Reading room"),
        shortcuts=("F8",),
        separator_before=True,
        checkable=True,
    )
    FULL_SCREEN = CommandSpec(
        "full screen",
        Menu.VIEW,
        N_("F&ull screen"),
        shortcuts=("F11",),
        enabled=Enabled.ALWAYS,
        checkable=True,
    )
    NEXT_CHANGE = CommandSpec(
        "next change",
        Menu.CHANGES,
        N_("&Next change"),
        shortcuts=("Alt+Down",),
        letters=("N",),
        button=N_("Next"),
    )
    PREVIOUS_CHANGE = CommandSpec(
        "previous change",
        Menu.CHANGES,
        N_("&Previous change"),
        shortcuts=("Alt+Up",),
        letters=("P",),
        button=N_("Previous"),
    )
    NEXT_OF_KIND = CommandSpec(
        "next change of this kind",
        Menu.CHANGES,
        N_("Next of the same &kind"),
        shortcuts=("F4",),
        letters=("Shift+N",),
    )
    PREVIOUS_OF_KIND = CommandSpec(
        "previous change of this kind",
        Menu.CHANGES,
        N_("Previous of the &same kind"),
        shortcuts=("Shift+F4",),
        letters=("Shift+P",),
    )
    FIRST_CHANGE = CommandSpec(
        "first change", Menu.CHANGES, N_("&First change"), shortcuts=("Alt+Home",)
    )
    LAST_CHANGE = CommandSpec(
        "last change", Menu.CHANGES, N_("&Last change"), shortcuts=("Alt+End",)
    )
    NEXT_FINDING = CommandSpec(
        "next finding",
        Menu.CHANGES,
        N_("Ne&xt finding"),
        letters=("F",),
        help=N_("Go to the next change of meaning"),
        separator_before=True,
    )
    PREVIOUS_FINDING = CommandSpec(
        "previous finding",
        Menu.CHANGES,
        N_("P&revious finding"),
        letters=("Shift+F",),
        help=N_("Go to the previous change of meaning"),
    )
    NOT_AN_ERROR = CommandSpec(
        "not an error",
        Menu.CHANGES,
        N_("Not an &error"),
        letters=("E",),
        button=N_("Not an error"),
        help=N_("Set the current finding aside, or show it again"),
    )
    OTHER_END = CommandSpec(
        "other end of a move",
        Menu.CHANGES,
        N_("&Other end of the move"),
        shortcuts=("Ctrl+J",),
        letters=("M",),
        help=N_("Go to the other end of a move"),
        separator_before=True,
    )
    BACK = CommandSpec("back", Menu.CHANGES, N_("&Back to where you were"), shortcuts=("Alt+Left",))
    STOP = CommandSpec(
        "stop comparing",
        Menu.CHANGES,
        N_("S&top comparing"),
        enabled=Enabled.BY_HANDLER,
        separator_before=True,
    )
    LINK = CommandSpec(
        "link",
        Menu.ALIGNMENT,
        N_("&Link the two chosen sentences"),
        letters=("L",),
        button=N_("Link"),
        help=N_("Link the two chosen sentences"),
    )
    UNLINK = CommandSpec(
        "unlink", Menu.ALIGNMENT, N_("&Unlink"), letters=("U",), button=N_("Unlink")
    )
    CONFIRM = CommandSpec(
        "confirm link",
        Menu.ALIGNMENT,
        N_("&Confirm the link"),
        letters=("C",),
        button=N_("Confirm"),
    )
    START_ROW = CommandSpec(
        "start row",
        Menu.ALIGNMENT,
        N_("&Start a new row here"),
        letters=("Return",),
        button=N_("New row here"),
        help=N_("Start a new row here (Align mode)"),
        enabled=Enabled.IN_ROWS,
        separator_before=True,
    )
    JOIN_ROW = CommandSpec(
        "join row",
        Menu.ALIGNMENT,
        N_("&Join with the row above"),
        letters=("Backspace",),
        button=N_("Join with above"),
        help=N_("Join with the row above (Align mode)"),
        enabled=Enabled.IN_ROWS,
    )
    MOVE_UP = CommandSpec(
        "move sentence up",
        Menu.ALIGNMENT,
        N_("&First sentence to the row above"),
        shortcuts=("Ctrl+Shift+Up",),
        button=N_("First up"),
        help=N_("Move the first sentence to the row above (Align mode)"),
        enabled=Enabled.IN_ROWS,
    )
    MOVE_DOWN = CommandSpec(
        "move sentence down",
        Menu.ALIGNMENT,
        N_("L&ast sentence to the row below"),
        shortcuts=("Ctrl+Shift+Down",),
        button=N_("Last down"),
        help=N_("Move the last sentence to the row below (Align mode)"),
        enabled=Enabled.IN_ROWS,
    )
    CUT_SENTENCE = CommandSpec(
        "cut sentence",
        Menu.ALIGNMENT,
        N_("Cu&t the sentence at the caret"),
        letters=("S",),
        button=N_("Cut here"),
        help=N_("Cut the sentence at the caret (Align mode)"),
        enabled=Enabled.IN_ROWS,
    )
    NEXT_DOUBTFUL = CommandSpec(
        "next doubtful link",
        Menu.ALIGNMENT,
        N_("&Next doubtful link"),
        letters=("X",),
        button=N_("Next doubtful"),
        separator_before=True,
    )
    PREVIOUS_DOUBTFUL = CommandSpec(
        "previous doubtful link",
        Menu.ALIGNMENT,
        N_("&Previous doubtful link"),
        letters=("Shift+X",),
    )
    BOOKMARK = CommandSpec(
        "bookmark",
        Menu.ALIGNMENT,
        N_("&Bookmark"),
        letters=("B",),
        button=N_("Bookmark"),
        help=N_("Set a bookmark, or remove it"),
        separator_before=True,
    )
    NEXT_BOOKMARK = CommandSpec(
        "next bookmark", Menu.ALIGNMENT, N_("Next book&mark"), shortcuts=("F2",)
    )
    PREVIOUS_BOOKMARK = CommandSpec(
        "previous bookmark",
        Menu.ALIGNMENT,
        N_("Previous bookma&rk"),
        shortcuts=("Shift+F2",),
    )
    GUIDE = CommandSpec("guide", Menu.HELP, N_("&Guide"), enabled=Enabled.ALWAYS)
    LEGEND = CommandSpec(
        "legend",
        Menu.HELP,
        N_("What the &marks mean"),
        shortcuts=("F1",),
        enabled=Enabled.ALWAYS,
    )
    KEYS = CommandSpec(
        "keys", Menu.HELP, N_("&Keys"), shortcuts=("Ctrl+/",), enabled=Enabled.ALWAYS
    )
    SELF_CHECK = CommandSpec("self-check", Menu.HELP, N_("&Self-check…"), enabled=Enabled.ALWAYS)
    ABOUT = CommandSpec("about", Menu.HELP, N_("&About Facing Pages"), enabled=Enabled.ALWAYS)
    READ_OUT = CommandSpec(
        "read out",
        None,
        N_("Read the change aloud"),
        letters=("Return",),
        help=N_("Read the change aloud; on the line of a fold, unfold it"),
    )
    COUNTERPART = CommandSpec(
        "counterpart",
        None,
        N_("Show the counterpart"),
        letters=("O",),
        help=N_(
            "Show the counterpart if one text is shown alone; otherwise unfold what is at the "
            "caret or first on screen, or fold it again"
        ),
    )
    SCROLL_DOWN = CommandSpec("scroll down", None, N_("Scroll down a line"), letters=("J",))
    SCROLL_UP = CommandSpec("scroll up", None, N_("Scroll up a line"), letters=("K",))

    @property
    def spec(self) -> CommandSpec:
        """Return how the command is offered."""
        return self.value

    @property
    def words(self) -> str:
        """Return the words in the menu without the signs that a menu needs."""
        return tr(self.spec.text).replace("&", "").rstrip("…")

    @property
    def description(self) -> str:
        """Return what the command does: its help, or else its words in the menu."""
        return tr(self.spec.help) or self.words

    @property
    def path(self) -> str:
        """Return where the command is found without a key, such as "View ▸ Inspector"."""
        menu = self.spec.menu
        return f"{tr(menu.value).replace('&', '')} ▸ {self.words}" if menu else self.words
