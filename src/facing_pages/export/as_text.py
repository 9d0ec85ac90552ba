"""The statistics of a comparison as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facing_pages.core.model import Comparison, LinkKind, Side, Statistics
from facing_pages.core.translatable import N_
from facing_pages.export.file_names import shown_name
from facing_pages.export.findings.finding_counts import counts_text
from facing_pages.export.report_language import number_text, plural, tr

# Characters of a name in the first column, with the space behind the longest.
_NAME_WIDTH: Final = len("other forms") + 1


def statistics_text(comparison: Comparison) -> str:
    """Return a line each for the words that were kept, reworded, moved, removed and added.

    Findings are counted by kind, if they were looked for.
    """
    numbers = comparison.statistics
    names = [shown_name(comparison.document(side).name) for side in Side]
    lines = [
        f"{'original':{_NAME_WIDTH}}{numbers.original_words:>9,} words   {names[0]}",
        f"{'rewrite':{_NAME_WIDTH}}{numbers.rewrite_words:>9,} words   {names[1]}",
        "",
    ]
    for name, count, share in shares(numbers):
        base = "of the rewrite" if name == "added" else "of the original"
        lines.append(f"{name:{_NAME_WIDTH}}{count:>9,} words  {share:>5} {base}")
    kinds = [
        f"{numbers.sentence_kinds[kind]:,} {kind.value}"
        for kind in LinkKind
        if numbers.sentence_kinds.get(kind)
    ]
    lines += ["", f"sentence links: {', '.join(kinds)}"]
    if comparison.findings is not None:
        counts = Counter(finding.kind for finding in comparison.findings)
        lines.append(f"changes of meaning: {counts_text(counts, ', ') or 'none found'}")
    return "\n".join(lines) + "\n"


def shares(numbers: Statistics) -> tuple[tuple[str, int, str], ...]:
    """Return for each kind its English name (kept …), number of words and share in per cent."""
    parts = (
        (N_("kept"), numbers.kept, numbers.original_words),
        (N_("reworded"), numbers.reworded, numbers.original_words),
        (N_("other forms"), numbers.form, numbers.original_words),
        (N_("moved"), numbers.moved, numbers.original_words),
        (N_("removed"), numbers.removed, numbers.original_words),
        (N_("added"), numbers.added, numbers.rewrite_words),
    )
    return tuple((name, count, percent(count, total)) for name, count, total in parts)


def summary_lines(numbers: Statistics) -> Iterator[str]:
    """Yield lines with the number of words of both texts and how many were kept, reworded …"""
    yield tr(
        "original: {original} words; rewrite: {rewrite} words",
        original=number_text(numbers.original_words),
        rewrite=number_text(numbers.rewrite_words),
    )
    for name, count, share in shares(numbers):
        words = plural("{count} word", "{count} words", count)
        yield f"{tr(name)}: {words}, {share}"


def percent(count: int, total: int) -> str:
    """Return a share in whole per cent; "<1" for one that is small but not zero."""
    if not total or not count:
        return "0 %"
    share = 100 * count / total
    return "<1 %" if share < 1 else f"{share:.0f} %"
