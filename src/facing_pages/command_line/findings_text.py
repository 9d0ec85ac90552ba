"""Findings for people, as text, and for other programs, as tab-separated values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from textwrap import fill
from typing import Final

from facing_pages.core.model import Comparison, Finding, Side, Span

# Characters of a line, as of a terminal's.
_WIDTH: Final = 100
_COLUMNS: Final = ("severity", "kind", "confidence", "reason", "original", "rewrite")
_LOOKED_FOR: Final = (
    "Looked for: numbers, units and dates that became others; other names; negations that came or "
    "went; opposites; other degrees of certainty and quantity; quotations with other words; broken "
    "sentences. What was left out or invented is not looked for. Read what matters yourself."
)


def findings_text(comparison: Comparison) -> str:
    """Return the findings with both sentences of each, the gravest first, and their counts."""
    found = sorted(comparison.findings or (), key=lambda finding: -finding.severity)
    if not found:
        return "No change of meaning found.\n" + fill(_LOOKED_FOR, _WIDTH) + "\n"
    counts = Counter(finding.kind.value for finding in found)
    total = ", ".join(f"{count} {kind}" for kind, count in counts.most_common())
    head = f"{len(found)} {'finding' if len(found) == 1 else 'findings'}: {total}\n"
    foot = "Findings are hints: read both passages.\n"
    return "\n".join([head, *(_entry(comparison, finding) for finding in found), foot])


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


def _entry(comparison: Comparison, finding: Finding) -> str:
    lines = [f"{finding.kind.value}, severity {finding.severity}: {finding.reason}"]
    lines += [
        fill(f"{name} {text}", _WIDTH, initial_indent="  ", subsequent_indent="    ")
        for name, text in zip("<>", _passages(comparison, finding), strict=True)
    ]
    return "\n".join(lines) + "\n"


def _passages(comparison: Comparison, finding: Finding) -> Iterator[str]:
    """Yield the sentences of a finding's link, those of the original first."""
    link = comparison.alignment.links[finding.link]
    for side in Side:
        document, numbers = comparison.document(side), link.numbers(side)
        yield document.sentences_span(numbers).of(document.text) if numbers else "-"


def _words(comparison: Comparison, finding: Finding, side: Side) -> str:
    span = finding.span(side) or Span(0, 0)
    return span.of(comparison.document(side).text)
