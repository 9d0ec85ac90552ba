"""Which pair a window has: the one on screen, and the one that was asked for last.

They differ while a pair is being read, and after one could not be read: what is on screen stays
until both texts of the next one are there. A side may have a text while there is no pair yet.

    asked for    A B   A C
    on screen    -     A B   A C
                   read    read
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from facing_pages.core.model import Side
from facing_pages.session.corrections import NO_CORRECTIONS, Correction, Corrections
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.history import Screen

if TYPE_CHECKING:
    from facing_pages.viewmodel.pair_view import PairView


@dataclass
class PairState:
    """The pair of one window. `pages` and `shown` are both None, or neither is.

    `digests` tell what the files on screen held when they were read, `lost` are the corrections
    that fit nowhere in them. `wanted` is the pair that was asked for last, also if it could not be
    read, and `failed` the sides of it that could not. `sides` are the texts that were asked for
    last, `single` those on screen while there is no pair. `step` is the name of the step taken
    last, "" for none; `is_reading` tells whether its texts are still being read.
    """

    pages: PairView | None = None
    shown: Request | None = None
    digests: tuple[str, str] = ("", "")
    lost: tuple[Correction, ...] = ()
    wanted: Request | None = None
    failed: set[Side] = field(default_factory=set)
    sides: dict[Side, Source] = field(default_factory=dict)
    single: dict[Side, Source] = field(default_factory=dict)
    step: str = ""
    is_reading: bool = False

    @property
    def corrections(self) -> Corrections:
        """Return what was corrected in the pair on screen, the newest request included."""
        if self.wanted is not None and self.wanted.is_pair_of(self.shown):
            return self.wanted.corrections
        return self.shown.corrections if self.shown is not None else NO_CORRECTIONS

    @property
    def free_side(self) -> Side:
        """Return the side a single text goes to: the first that has none."""
        return next((side for side in Side if side not in self.sides), Side.ORIGINAL)

    @property
    def screen(self) -> Screen:
        """Return what is on screen, but for the place and the session, which others know."""
        if self.shown is None or self.pages is None:
            return Screen(tuple(self.single.items()))
        return Screen(request=self.as_shown(), pages=self.pages, digests=self.digests)

    def as_shown(self) -> Request:
        """Return the pair on screen, with the texts as they are there; there must be one."""
        assert self.shown is not None
        assert self.pages is not None
        documents = (self.pages.original.document(), self.pages.rewrite.document())
        return self.shown.corrected(self.corrections).as_shown(*documents)

    def would_replace(self, pages: PairView) -> bool:
        """Tell whether the texts asked for, once read, take the place of others on screen."""
        is_same = (
            self.wanted is not None
            and self.wanted.is_pair_of(self.shown)
            and pages.has_texts_of(self.pages)
        )
        return not is_same and (self.shown is not None or bool(self.single))

    def ask_for(self, request: Request) -> None:
        """Note the pair that is asked for from now on."""
        self.ask_again(request)
        self.sides = {side: request.source(side) for side in Side}

    def ask_again(self, request: Request) -> None:
        """Note that the same pair is asked for with other corrections, or with its texts."""
        self.wanted = request
        self.failed = set()

    def correct(self, request: Request) -> None:
        """Note the pair on screen with its present corrections."""
        self.wanted = self.shown = request

    def show(self, request: Request, pages: PairView, digests: tuple[str, str]) -> None:
        """Put a pair on screen that was read."""
        self.single = {}
        self.shown, self.pages, self.digests = request, pages, digests

    def show_sides(self, sides: dict[Side, Source]) -> None:
        """Put single texts on screen, or none, in place of a pair."""
        self.single, self.sides = dict(sides), dict(sides)
        self.pages = self.shown = self.wanted = None
        self.is_reading = False

    def give_up_request(self) -> None:
        """Go back to what is on screen; without a pair there, keep the side that could be read."""
        if self.shown is not None:
            self.sides = {side: self.shown.source(side) for side in Side}
            return
        if not self.failed:
            self.sides = dict(self.single)
        for side in self.failed:
            self.sides.pop(side, None)
        self.single = dict(self.sides)
