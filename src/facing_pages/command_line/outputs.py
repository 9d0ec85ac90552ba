"""What the commands write about a comparison, as bytes. Formats are imported when needed."""

from __future__ import annotations

from facing_pages.core.model import Comparison
from facing_pages.core.options import Level


def alignment_bytes(comparison: Comparison, suffix: str, level: Level) -> bytes:
    """Return an alignment as a file of links; the JSON also names its level."""
    from facing_pages.export.formats import format_of
    from facing_pages.export.report import make_report

    if suffix == ".json":
        return _json(comparison, level)
    return format_of(suffix).content(comparison, lambda: make_report(comparison))


def statistics_bytes(comparison: Comparison) -> bytes:
    """Return the statistics as text."""
    from facing_pages.export.as_text import statistics_text

    return statistics_text(comparison).encode("utf-8")


def findings_bytes(comparison: Comparison, kind: str) -> bytes:
    """Return the findings as `text`, `tsv` or `json`."""
    from facing_pages.command_line.findings_text import findings_text, findings_tsv

    if kind == "json":
        return _json(comparison, Level.WORDS)
    write = findings_tsv if kind == "tsv" else findings_text
    return write(comparison).encode("utf-8")


def _json(comparison: Comparison, level: Level) -> bytes:
    from facing_pages.export.as_json import comparison_json

    return (comparison_json(comparison, level=level) + "\n").encode("utf-8")
