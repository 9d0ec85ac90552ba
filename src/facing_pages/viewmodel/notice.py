"""A bar above the texts: what it says and what it offers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facing_pages.core.model import Side


class Action(Enum):
    """What a bar offers; the value is the button's text."""

    CHOOSE_ANOTHER = "Choose another…"
    SHOW_REPAIRS = "Show"
    SHOW_TYPOGRAPHY = "Show them"
    SWAP = "Swap"
    TRY_AGAIN = "Try again"
    READ_AGAIN = "Read again"
    CONTINUE = "Continue"


@dataclass(frozen=True)
class Notice:
    """One bar. `side` is the side it is about, None for the pair."""

    topic: str
    text: str
    actions: tuple[Action, ...] = ()
    side: Side | None = None
    is_problem: bool = False
