"""In a summary, a sentence of which only a word or two was kept joins the sentence that kept them.

    original   She kept the lamp for years. | Her notebooks fill eleven boxes. | ...
    summary    The lamp was kept for years by Agnes, whose notebooks survive. | ...

The second sentence shares too little for the chain, so it is left over. It belongs to the link next
to it if that has a word on the other side which each text has once, and which the sentence alone
explains. Only in summaries, where nothing is added and much less is said: in a draft that grows,
such a word may as well have given rise to a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from facing_pages.core.alignment.sentences.features.sentence_features import Family, Features
from facing_pages.core.alignment.sentences.link_features import Flags
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink, mirrored
from facing_pages.core.both import Both
from facing_pages.core.model import Span

# Share of the words of a text that its summary has at most. By judgement. Measured, 0.8 finds more
# in AbLit, but joins sentences of drafts that ArgRewrite calls removed.
MAX_SUMMARY_LENGTH: Final = 0.67
# Share of the weight of a sentence that must be found through it alone. By judgement. Measured on
# sentences next to a link in chapters of AbLit and in PorSimples: of those with a word of their own
# and a tenth or more, 132 of 140 belong to it.
MIN_OWN_GAIN: Final = 0.1
# The confidence of such a link, at most: between the shares of the two sets that are right (0.87,
# 1.0), and less because other words may be chance. By judgement.
MAX_HALF_MERGED_CONFIDENCE: Final = 0.8


def join_half_merged(section: Section, links: list[SpanLink]) -> list[SpanLink]:
    """Return the links with half-merged sentences joined to them, if one text is a summary."""
    lengths = section.units.map(lambda side: sum(map(len, side.words)))
    if lengths.original < lengths.rewrite:
        limits = section.limits.mirrored()
        turned = Section(section.units.swapped, section.features.swapped, limits)
        return mirrored(join_half_merged(turned, mirrored(links)))
    linked = {k for link in links for k in range(*link.rewrite)}
    is_summary = lengths.rewrite <= MAX_SUMMARY_LENGTH * lengths.original
    if not is_summary or len(linked) < len(section.units.rewrite):
        return links
    return _joined(section, links)


def _joined(section: Section, links: Sequence[SpanLink]) -> list[SpanLink]:
    """Return the links with sentences of the original joined to them."""
    taken = {k for link in links for k in range(*link.original)}
    once = _found_once(section.features)
    # Links in order by the sentence before them, and by that behind them.
    before = {link.original.start - 1: link for link in links if not link.moved}
    behind = {link.original.end: link for link in links if not link.moved}
    result = set(links)
    for number in range(len(section.units.original)):
        beside = [side[number] for side in (behind, before) if number in side]
        if number in taken or not beside:
            continue
        gains = [_own_gain(section.features, link, number, once) for link in beside]
        link = beside[gains.index(max(gains))]
        whole = _with(link, number)
        if max(gains) >= MIN_OWN_GAIN and section.limits.allow(whole.original, whole.rewrite):
            result.remove(link)
            result.add(whole)
            before[whole.original.start - 1] = behind[whole.original.end] = whole
    return sorted(result)


def _own_gain(features: Both[Features], link: SpanLink, number: int, once: Flags) -> float:
    """Return the share of a sentence that the other side of a link next to it has through it only.

    0 if there is no word among it that each text has once.
    """
    own = features.original.rows(Span(number, number + 1)).ids
    common = np.intersect1d(own, features.rewrite.rows(link.rewrite).ids)
    through_it = np.setdiff1d(common, features.original.rows(link.original).ids)
    if not once[through_it].any():
        return 0.0
    weight = features.original.table.weight
    return float(weight[through_it].sum() / weight[own].sum())


def _found_once(features: Both[Features]) -> Flags:
    """Tell which features are words that each text has in one sentence."""
    table = features.original.table
    once = np.isin(table.family, (Family.WORD, Family.NUMBER))
    for side in features:
        once &= np.bincount(side.ids, minlength=len(once)) == 1
    return once


def _with(link: SpanLink, number: int) -> SpanLink:
    start, end = min(link.original.start, number), max(link.original.end, number + 1)
    sure = min(link.confidence, MAX_HALF_MERGED_CONFIDENCE)
    return link._replace(original=Span(start, end), confidence=sure)
