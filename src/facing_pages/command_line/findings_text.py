"""Findings for people, as text, and for other programs, as tab-separated values."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from facing_pages.core.model import Comparison, Finding, FindingKind, Side, Span
from facing_pages.export.as_plain import findings_lines
from facing_pages.export.report import make_report
from facing_pages.export.report_options import ReportOptions

_COLUMNS: Final = ("severity", "kind", "confidence", "reason", "original", "rewrite")


def findings_text(comparison: Comparison, severity: int, kinds: frozenset[FindingKind]) -> str:
    """Return the findings of at least a severity with both passages of each, the gravest first."""
    options = ReportOptions(severity=severity)
    chapter = make_report(comparison, options, merged=False, max_rows=0).findings
    assert chapter is not None, "the findings were looked for"
    chapter = replace(chapter, looked_for=chapter.looked_for & kinds)
    return "\n".join(findings_lines(chapter)) + "\n"


def findings_tsv(comparison: Comparison) -> str:
    """Return a line for each finding, in the order of the rewrite, below the names of columns."""
    lines = ["\t".join(_COLUMNS)]
    for finding in comparison.findings or ():
        cells = (
            str(finding.severity),
            finding.kind.value,
            f"{finding.confidence:.2f}",
            str(finding.reason),
            *(_words(comparison, finding, side) for side in Side),
        )
        lines.append("\t".join(" ".join(cell.split()) for cell in cells))
    return "\n".join(lines) + "\n"


def _words(comparison: Comparison, finding: Finding, side: Side) -> str:
    span = finding.span(side) or Span(0, 0)
    return span.of(comparison.document(side).text)
