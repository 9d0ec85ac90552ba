"""How surely a sentence that no link holds has no counterpart.

The lattice knows how probable it is that a sentence stands in a gap. That is too sure of itself,
because a link it cannot see does not count: where hardly any sentence is alone, one that is may
well be a link that was not found. So the probability is calibrated, by a logistic regression on its
log odds and on the share of sentences that are alone:

    in the lattice   half of the text alone   a tenth   a hundredth
    0.999                0.97                   0.92      0.66
    0.9                  0.75                   0.48      0.14
    0.6                  0.54                   0.26      0.06
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.alignment.sentences.window_aligner import CONFIDENCE_DIGITS
from facing_pages.core.both import Both, of_side

# The calibration: what is added, what the log odds of the lattice count, and what the logarithm of
# the share of sentences that are alone. Fitted to 6,586 sentences left alone in ArgRewrite, AbLit,
# PorSimples and five pairs of books, each corpus weighed by the root of its number. Fitted to four
# of these corpora, the log loss on the fifth is: AbLit 0.25 (0.45 as the lattice has it),
# PorSimples 1.16 (2.95), German and Czech Bibles 0.90 (2.86); ArgRewrite 0.26 (0.17) and the
# English Bibles 0.13 (0.02) leave more alone than the others, and pay for them.
ADDED: Final = 0.47
COUNTED_ODDS: Final = 0.53
COUNTED_SHARE: Final = 0.75
# Sentences counted beforehand for the share: alone, and all. By judgement: in a short text a few
# say little. Measured, 1 and 12 are no better.
PRIOR_ALONE: Final = 0.5
PRIOR_SENTENCES: Final = 4.0
# The lattice is taken to be no surer than this: its numbers are rounded. By its digits.
MAX_PROBABILITY: Final = 0.9995
# How probably a sentence is alone whose link was dropped because nothing speaks for it, and one of
# a text in which no link was kept. By judgement: no link was dropped in the sets above, and between
# texts that have nothing in common all are dropped rightly.
DROPPED_PROBABILITY: Final = 0.99


def how_surely_alone(
    section: Section,
    links: Iterable[SpanLink],
    dropped: Iterable[SpanLink],
    probabilities: Both[tuple[float, ...]],
) -> Both[tuple[float, ...]]:
    """Return for each sentence how surely it has no counterpart; 0 for those that have one.

    `dropped` are links that were found and are not among `links`, `probabilities` those of the
    lattice.
    """
    linked, chance = _held_by(list(links)), _held_by(list(dropped))
    if not any(linked):
        chance = probabilities.map(lambda side: set(range(len(side))))
    return Both.of(
        lambda side: tuple(
            _of_text(probabilities[side], linked[side], chance[side], section.limits.closed[side])
        )
    )


def calibrated(probability: float, share: float) -> float:
    """Return how surely a sentence is alone that is so in the lattice; see the module."""
    kept = min(max(probability, 1 - MAX_PROBABILITY), MAX_PROBABILITY)
    odds = math.log(kept / (1 - kept))
    score = ADDED + COUNTED_ODDS * odds + COUNTED_SHARE * math.log(share)
    return round(1 / (1 + math.exp(-score)), CONFIDENCE_DIGITS)


def _held_by(links: Sequence[SpanLink]) -> Both[set[int]]:
    """Return the sentences of each side that some links hold."""
    return Both.of(lambda side: {k for link in links for k in range(*of_side(link, side))})


def _of_text(
    probabilities: tuple[float, ...], linked: set[int], chance: set[int], closed: frozenset[int]
) -> Iterable[float]:
    count = len(probabilities)
    share = (count - len(linked) + PRIOR_ALONE) / (count + PRIOR_SENTENCES)
    for k, probability in enumerate(probabilities):
        if k in linked:
            yield 0.0
        elif k in closed:
            # A person says so.
            yield 1.0
        else:
            least = DROPPED_PROBABILITY if k in chance else 0.0
            yield calibrated(max(probability, least), share)
