"""The choices for a report: its layout, scope, kinds of change and parts."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final, NamedTuple

from facing_pages.core.model import Side, Span
from facing_pages.core.options import SHOWN_SEVERITY
from facing_pages.core.translatable import N_
from facing_pages.marks.kinds import ALL_KINDS, SHOWN_WEIGHT, ViewKind, Weight


class Layout(Enum):
    """How the two texts are arranged in a report; the value is the name on the command line."""

    SIDE_BY_SIDE = "side-by-side"
    ONE_COLUMN = "one-column"


class Scope(Enum):
    """Which paragraphs a report contains; the value is the name on the command line."""

    ALL = "all"
    CHANGED = "changed"
    SELECTION = "selection"


class ReportPart(NamedTuple):
    """A part of a report that can be left out: its field in `ReportOptions`, and its label."""

    name: str
    label: str


# In the order in which a report has them.
REPORT_PARTS: Final = (
    ReportPart("findings", N_("Changes of meaning")),
    ReportPart("summary", N_("Summary in numbers")),
    ReportPart("legend", N_("What the marks mean")),
    ReportPart("texts", N_("The texts")),
    ReportPart("changes", N_("List of changes")),
)


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """What a report contains; `selection` is the part of a side for `Scope.SELECTION`.

    Changes are shown that weigh at least `weight`, and of the findings those of at least a
    `severity`, if the comparison has any. `language` is the code of the language of everything but
    the texts, in formats for people.
    """

    layout: Layout = Layout.SIDE_BY_SIDE
    scope: Scope = Scope.ALL
    kinds: frozenset[ViewKind] = ALL_KINDS
    weight: Weight = SHOWN_WEIGHT
    findings: bool = True
    severity: int = SHOWN_SEVERITY
    summary: bool = True
    legend: bool = True
    texts: bool = True
    changes: bool = True
    language: str = "en"
    selection: tuple[Side, Span] | None = None

    @property
    def shows_typography(self) -> bool:
        """Tell whether changes of punctuation are shown."""
        return self.weight is Weight.PUNCTUATION


def without_parts(options: ReportOptions, names: Collection[str]) -> ReportOptions:
    """Return the options with some parts left out, given by their names."""
    left_out: dict[str, Any] = dict.fromkeys(names, False)
    return replace(options, **left_out)


def only_texts(options: ReportOptions) -> ReportOptions:
    """Return the options with everything but the texts left out."""
    return without_parts(options, [part.name for part in REPORT_PARTS if part.name != "texts"])
