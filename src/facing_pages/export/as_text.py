"""The numbers of a comparison in words, for people."""

from __future__ import annotations

from facing_pages.core.model import Comparison, LinkKind


def statistics_text(comparison: Comparison) -> str:
    """Return how much was kept, reworded, removed, added and moved, a line each."""
    numbers = comparison.statistics
    lines = [
        f"{'original':10}{numbers.original_words:>9,} words   {comparison.original.name}",
        f"{'rewrite':10}{numbers.rewrite_words:>9,} words   {comparison.rewrite.name}",
        "",
    ]
    shares = (
        ("kept", numbers.kept, numbers.original_words, "of the original"),
        ("reworded", numbers.reworded, numbers.original_words, "of the original"),
        ("removed", numbers.removed, numbers.original_words, "of the original"),
        ("added", numbers.added, numbers.rewrite_words, "of the rewrite"),
        ("moved", numbers.moved, numbers.original_words, "of the original"),
    )
    for name, count, total, base in shares:
        lines.append(f"{name:10}{count:>9,} words  {percent(count, total):>5} {base}")
    kinds = [
        f"{numbers.sentence_kinds[kind]:,} {kind.value}"
        for kind in LinkKind
        if numbers.sentence_kinds.get(kind)
    ]
    lines += ["", f"sentence links: {', '.join(kinds)}"]
    return "\n".join(lines) + "\n"


def percent(count: int, total: int) -> str:
    """Return a share in whole per cent; what is there is never shown as nothing."""
    if not total or not count:
        return "0 %"
    share = 100 * count / total
    return "<1 %" if share < 1 else f"{share:.0f} %"
