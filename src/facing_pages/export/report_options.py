"""The choices for a report: its layout, scope, kinds of change and parts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from facing_pages.core.model import Side, Span
from facing_pages.marks.kinds import SHOWN_AT_FIRST, ViewKind


class Layout(Enum):
    """How the two texts are arranged in a report; the value is the name on the command line."""

    SIDE_BY_SIDE = "side-by-side"
    ONE_COLUMN = "one-column"


class Scope(Enum):
    """Which paragraphs a report contains; the value is the name on the command line."""

    ALL = "all"
    CHANGED = "changed"
    SELECTION = "selection"


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report contains; `selection` is the part of a side for `Scope.SELECTION`."""

    layout: Layout = Layout.SIDE_BY_SIDE
    scope: Scope = Scope.ALL
    kinds: frozenset[ViewKind] = SHOWN_AT_FIRST
    summary: bool = True
    legend: bool = True
    texts: bool = True
    changes: bool = True
    selection: tuple[Side, Span] | None = None


def only_texts(options: ReportOptions) -> ReportOptions:
    """Return the options with everything but the texts left out."""
    return replace(options, summary=False, legend=False, texts=True, changes=False)
