"""A bar above the texts: what it says and what it offers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facing_pages.core.model import Side
from facing_pages.viewmodel.wording.language import N_


class Action(Enum):
    """What a bar offers; the value is the button's text."""

    CHOOSE_ANOTHER = N_("Choose another…")
    ENTER_PASSWORD = N_("Enter the password…")
    CHOOSE_ENCODING = N_("Choose another encoding…")
    SHOW_REPAIRS = N_("Show")
    SHOW_TYPOGRAPHY = N_("Show them")
    SWAP = N_("Swap")
    TRY_AGAIN = N_("Try again")
    READ_AGAIN = N_("Read again")
    LINK_SCROLLING = N_("Link again")
    SAVE_ELSEWHERE = N_("Save elsewhere…")
    OPEN_REPORT = N_("Open it")
    WHOLE_TEXT = N_("Compare the whole text")
    LIST_LOST = N_("List them")
    CONTINUE = N_("Continue")
    UNDO = N_("Undo")
    PUT_BACK = N_("Put back")
    CONTINUE_PAIRS = N_("Continue where you were")
    FIND_FILES = N_("Find them…")


@dataclass(frozen=True)
class Notice:
    """One bar. `side` is the side it is about, None for the pair; `path` a file it offers.

    One that `is_lasting` is about the program and stays when another pair is shown.
    One that `passes` confirms that something was done: it goes once the reader has gone on.
    """

    topic: str
    text: str
    actions: tuple[Action, ...] = ()
    side: Side | None = None
    is_problem: bool = False
    path: str = ""
    is_lasting: bool = False
    passes: bool = False
