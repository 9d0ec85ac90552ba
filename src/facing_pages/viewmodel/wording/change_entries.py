"""What the lines of the list of changes say, on screen and read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from facing_pages.core.model import Side
from facing_pages.marks.kinds import Weight
from facing_pages.marks.listed_changes import ListedChange
from facing_pages.viewmodel.listing.context import Context
from facing_pages.viewmodel.pair_view import PairView
from facing_pages.viewmodel.wording.labels import instead_text, paragraph_number
from facing_pages.viewmodel.wording.language import N_, number, plural, tr

# Paragraphs that a repeated change names. By judgement: as many as a line has room for.
MAX_NAMED_PARAGRAPHS: Final = 12


def change_paragraph(pages: PairView, entry: ListedChange) -> str:
    """Return the paragraph a change is in: that of the original if it is there."""
    return f"¶ {number(_paragraph(pages, entry))}"


def repeated_text(pages: PairView, changes: Sequence[int]) -> str:
    """Return how often a change repeats, and in which paragraphs the first ones are."""
    named: dict[int, None] = {}
    for change in changes:
        named[_paragraph(pages, pages.changes.entry(change))] = None
        # The rest of what a book repeats a thousand times is not looked at.
        if len(named) > MAX_NAMED_PARAGRAPHS:
            break
    places = ", ".join(map(number, list(named)[:MAX_NAMED_PARAGRAPHS]))
    more = ", …" if len(named) > MAX_NAMED_PARAGRAPHS else ""
    return f"{_times(len(changes))} · ¶ {places}{more}"


def repeated_description(
    pages: PairView, first: ListedChange, count: int, *, is_unfolded: bool
) -> str:
    """Return a repeated change read aloud: its words, its kind, how often, whether it is folded."""
    template = N_("{words}, {kind}, {times}, folded")
    if is_unfolded:
        template = N_("{words}, {kind}, {times}, unfolded")
    words = instead_text(pages, first)
    return tr(template, words=words, kind=tr(first.words), times=_times(count))


def context_text(context: Context) -> str:
    """Return what stands around a change, and the change, as one line."""
    return "".join(context).strip()


def small_text(weight: Weight, count: int) -> str:
    """Return what stands for changes that weigh too little to be shown."""
    if weight is Weight.WORDING:
        return plural("{count} change of wording", "{count} changes of wording", count)
    if weight is Weight.GRAMMAR:
        return plural("{count} change of grammar", "{count} changes of grammar", count)
    return plural("{count} change of punctuation", "{count} changes of punctuation", count)


def small_description(weight: Weight, count: int) -> str:
    """Return the same read aloud."""
    return tr("{changes}, not shown", changes=small_text(weight, count))


def _times(count: int) -> str:
    return plural("{count} time", "{count} times", count)


def _paragraph(pages: PairView, entry: ListedChange) -> int:
    side = Side.ORIGINAL if entry.original else Side.REWRITE
    return paragraph_number(pages, side, entry.span(side))
