"""What can be undone in a window: corrections, and pairs that were put in place of others.

    steps     paste as original | link of 5 with 5 | cut of sentence 7
                                                   ^ index: undo goes left, redo goes right

A step that changed the pair keeps the screen of the other side of the step: before it while the
step is done, after it while the step is undone. Texts are kept as they were on screen, for files
change and vanish; long ago ones are given up first where many books would fill the memory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from facing_pages.core.model import Side
from facing_pages.session.pair import Request, Source
from facing_pages.viewmodel.wording.language import N_, plural, tr

if TYPE_CHECKING:
    from facing_pages.session.corrections import Corrections
    from facing_pages.viewmodel.pair_view import PairView

# Steps kept: more than anybody undoes one by one. By judgement.
MAX_STEPS: Final = 1000
# Characters of text kept for undo: four pairs as long as the Bible. Kept text takes one to four
# bytes a character, and its tables about as much again. By judgement.
MAX_KEPT_CHARACTERS: Final = 32_000_000


@dataclass(frozen=True)
class Screen:
    """What a window shows: a pair, or the sides that have a text while there is none.

    `pages` is None where the texts were dropped to save memory; the files are read again then.
    `place` is where the reader is, `session` the session file of the pair, `digests` identify what
    the files held.
    """

    sides: tuple[tuple[Side, Source], ...] = ()
    request: Request | None = None
    pages: PairView | None = None
    digests: tuple[str, str] = ("", "")
    place: tuple[Side, int] = (Side.ORIGINAL, 0)
    session: Path | None = None


@dataclass(frozen=True)
class CorrectionStep:
    """From some corrections to others, in the same pair."""

    name: str
    before: Corrections
    after: Corrections


@dataclass
class PairStep:
    """From one pair to another, or to none; `other` is the screen that is not shown now."""

    name: str
    other: Screen


HistoryStep = CorrectionStep | PairStep


class History:
    """The steps of a window, those before `index` done and those from it on undone."""

    def __init__(self) -> None:
        self.steps: list[HistoryStep] = []
        self.index = 0

    def push(self, step: HistoryStep) -> None:
        """Add a step that was just taken; what was undone cannot be redone any more."""
        self.steps = [*self.steps[: self.index], step][-MAX_STEPS:]
        self.index = len(self.steps)
        self._give_up_texts()

    @property
    def to_undo(self) -> HistoryStep | None:
        """Return the step that undo takes back, None if there is none."""
        return self.steps[self.index - 1] if self.index else None

    @property
    def to_redo(self) -> HistoryStep | None:
        """Return the step that redo takes again, None if there is none."""
        return self.steps[self.index] if self.index < len(self.steps) else None

    def undone(self) -> None:
        """Note that the step before `index` was taken back."""
        self.index = max(0, self.index - 1)
        self._give_up_texts()

    def redone(self) -> None:
        """Note that the step at `index` was taken again."""
        self.index = min(len(self.steps), self.index + 1)
        self._give_up_texts()

    def _give_up_texts(self) -> None:
        """Keep texts up to the limit, those fewest steps away first."""
        seen: set[int] = set()
        kept = 0
        by_distance = sorted(
            range(len(self.steps)), key=lambda number: abs(number - self.index + 0.5)
        )
        for number in by_distance:
            step = self.steps[number]
            if not isinstance(step, PairStep) or step.other.pages is None:
                continue
            for text in (step.other.pages.original, step.other.pages.rewrite):
                if id(text.text) not in seen:
                    seen.add(id(text.text))
                    kept += len(text.text)
            if kept > MAX_KEPT_CHARACTERS:
                step.other = _without_texts(step.other)


def came_back(left: Screen, back: Screen) -> str:
    """Say what is on the screen again after a step was undone or redone."""
    request = back.request
    if request is None:
        names = [source.shown_name for _, source in back.sides]
        if names:
            return tr("{name} is back. The other side is empty.", name=names[0])
        return tr("No comparison is open.")
    if left.request is not None and left.request.swapped().is_pair_of(request):
        return tr("{name} is the original again.", name=request.original.shown_name)
    if request.is_pair_of(left.request):
        return tr("The texts are as they were before.")
    names = [
        source.shown_name
        for side in Side
        if (source := request.source(side)) != _source(left, side)
    ]
    return _is_back(" ↔ ".join(names), len(request.corrections))


def _is_back(names: str, corrections: int) -> str:
    if not corrections:
        return tr("{name} is back.", name=names)
    return plural(
        "{name} is back, with {count} correction.",
        "{name} is back, with {count} corrections.",
        corrections,
        name=names,
    )


def _source(screen: Screen, side: Side) -> Source | None:
    if screen.request is not None:
        return screen.request.source(side)
    return dict(screen.sides).get(side)


def _without_texts(screen: Screen) -> Screen:
    """Return a screen whose files are read again when it comes back."""
    request = screen.request.from_files() if screen.request is not None else None
    return replace(screen, pages=None, request=request)


# Names of steps, as they stand behind "Undo:".
PASTED: Final = {Side.ORIGINAL: N_("paste as original"), Side.REWRITE: N_("paste as rewrite")}
# What the bar says after one text of a pair gave way to another.
REPLACED_BY_PASTED: Final = {
    Side.ORIGINAL: N_("The original was replaced by pasted text."),
    Side.REWRITE: N_("The rewrite was replaced by pasted text."),
}
REPLACED_BY_FILE: Final = {
    Side.ORIGINAL: N_("The original was replaced by {name}."),
    Side.REWRITE: N_("The rewrite was replaced by {name}."),
}
