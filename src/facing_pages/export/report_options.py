"""What a person chooses of a report: its layout, its scope, its kinds of change and its parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import SHOWN_AT_FIRST, ViewKind


class Layout(Enum):
    """How the two texts stand in a report; the value is the name on the command line."""

    SIDE_BY_SIDE = "side-by-side"
    ONE_COLUMN = "one-column"


class Scope(Enum):
    """Which paragraphs a report has; the value is the name on the command line."""

    ALL = "all"
    CHANGED = "changed"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report has in it; `selection` is the part of a side that `Scope.SELECTION` means."""

    layout: Layout = Layout.SIDE_BY_SIDE
    scope: Scope = Scope.ALL
    kinds: frozenset[ViewKind] = SHOWN_AT_FIRST
    summary: bool = True
    legend: bool = True
    texts: bool = True
    changes: bool = True
    selection: tuple[Side, Span] | None = None


def only_texts(options: ReportOptions) -> ReportOptions:
    """Return the options of a file in which nothing may stand beside the texts."""
    return replace(options, summary=False, legend=False, texts=True, changes=False)
