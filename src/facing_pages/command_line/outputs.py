"""What the commands write about a comparison, as bytes. Formats are imported when needed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from facing_pages.core.model import Comparison, FindingKind
from facing_pages.core.options import Level


def alignment_bytes(comparison: Comparison, suffix: str, level: Level) -> bytes:
    """Return an alignment as a file of links; the JSON also names its level."""
    from facing_pages.export.formats import format_of
    from facing_pages.export.report import make_report

    if suffix == ".json":
        return _json(comparison, level)
    return format_of(suffix).content(comparison, lambda: make_report(comparison), "en")


def statistics_bytes(comparison: Comparison, severity: int) -> bytes:
    """Return the statistics as text, with the number of findings of at least this severity."""
    from facing_pages.export.as_text import statistics_text

    return statistics_text(comparison.with_severity(severity)).encode("utf-8")


def only_of_kinds(comparison: Comparison, kinds: Collection[FindingKind]) -> Comparison:
    """Return the comparison with its findings of these kinds."""
    found = tuple(f for f in comparison.findings or () if f.kind in kinds)
    return replace(comparison, findings=found)


def findings_bytes(
    comparison: Comparison, form: str, severity: int, kinds: frozenset[FindingKind]
) -> bytes:
    """Return the findings of at least a severity as `text`, `tsv` or `json`.

    `kinds` are those that were asked for; the text names them if there are no findings.
    """
    from facing_pages.command_line.findings_text import findings_text, findings_tsv

    if form == "text":
        return findings_text(comparison, severity, kinds).encode("utf-8")
    shown = comparison.with_severity(severity)
    if form == "tsv":
        return findings_tsv(shown).encode("utf-8")
    return _json(shown, Level.WORDS)


def _json(comparison: Comparison, level: Level) -> bytes:
    from facing_pages.export.as_json import comparison_json

    return (comparison_json(comparison, level=level) + "\n").encode("utf-8")
