"""The lines of the list of findings: under headings of severity, and those set aside at the end.

Turned into the opposite
  has not → has
A fact, a certainty or a sentence is another
  5 % → 7 %
▸ 2 set aside
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from facing_pages.core.model import FindingKind
from facing_pages.viewmodel.findings.shown_findings import ShownFindings


class LineKind(Enum):
    """What a line of the list is."""

    HEADING = "heading"
    FINDING = "finding"
    FOLD = "fold"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A line: `number` is that of a finding, the severity of a heading, or how many are folded."""

    kind: LineKind
    number: int

    @property
    def finding(self) -> int | None:
        """Return the number of the finding in the line, None in others."""
        return self.number if self.kind in (LineKind.FINDING, LineKind.ASIDE) else None


def finding_lines(
    shown: ShownFindings, kind: FindingKind | None, *, shows_aside: bool
) -> list[FindingLine]:
    """Return the lines for the findings of a kind, of all kinds for None."""
    lines: list[FindingLine] = []
    severity = 0
    numbers = shown.by_severity(shown.of_kind(kind))
    for number, grave in zip(numbers.tolist(), shown.severities(numbers), strict=True):
        if grave != severity:
            severity = grave
            lines.append(FindingLine(LineKind.HEADING, severity))
        lines.append(FindingLine(LineKind.FINDING, number))
    if len(shown.aside):
        lines.append(FindingLine(LineKind.FOLD, len(shown.aside)))
        if shows_aside:
            lines += [FindingLine(LineKind.ASIDE, number) for number in shown.aside.tolist()]
    return lines
