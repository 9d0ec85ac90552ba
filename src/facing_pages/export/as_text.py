"""The statistics of a comparison as lines of text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facing_pages.core.model import Comparison, LinkKind, Side, Statistics
from facing_pages.export.file_names import shown_name
from facing_pages.marks.finding_words import counts_text

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
    """Return for each kind (kept, reworded …) its name, number of words and share in per cent."""
    parts = (
        ("kept", numbers.kept, numbers.original_words),
        ("reworded", numbers.reworded, numbers.original_words),
        ("other forms", numbers.form, numbers.original_words),
        ("moved", numbers.moved, numbers.original_words),
        ("removed", numbers.removed, numbers.original_words),
        ("added", numbers.added, numbers.rewrite_words),
    )
    return tuple((name, count, percent(count, total)) for name, count, total in parts)


def summary_lines(numbers: Statistics) -> Iterator[str]:
    """Yield lines with the number of words of both texts and how many were kept, reworded …"""
    yield f"original: {numbers.original_words:,} words; rewrite: {numbers.rewrite_words:,} words"
    for name, count, share in shares(numbers):
        yield f"{name}: {count:,} words, {share}"


def percent(count: int, total: int) -> str:
    """Return a share in whole per cent; "<1" for one that is small but not zero."""
    if not total or not count:
        return "0 %"
    share = 100 * count / total
    return "<1 %" if share < 1 else f"{share:.0f} %"
