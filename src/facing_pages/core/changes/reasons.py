"""Why the two sides of a change belong together, and how surely."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from facing_pages.core.alignment.words.word_aligner import FoundLink
from facing_pages.core.model import LinkReason


def reason_and_confidence(
    links: Sequence[FoundLink],
) -> tuple[LinkReason, float] | tuple[None, None]:
    """Return what links most words of a change, and the mean confidence; None for no links.

    Equal words are a reason only where no others are linked: they did not change.
    """
    if not links:
        return None, None
    counts = Counter(link.reason for link in links)
    if len(counts) > 1:
        del counts[LinkReason.EQUAL]
    reason = max(counts, key=lambda reason: (counts[reason], reason.value))
    return reason, sum(link.confidence for link in links) / len(links)
