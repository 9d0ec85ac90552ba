"""How surely a sentence that no link holds has no counterpart.

The lattice knows how probable it is that a sentence stands in a gap. That is too sure of itself,
because a link it cannot see does not count: where hardly any sentence is alone, one that is may
well be a link that was not found, and one whose words stand in the other text, but in two links,
is half merged. So the probability is calibrated, by a logistic regression on its log odds, on the
share of sentences that are alone, and on the share of its words that are said near by:

    in the lattice       half of the text alone a tenth   a hundredth   a tenth, and half of its
                                                                        words are said near by
    0.999                0.96                   0.95      0.92          0.62
    0.9                  0.78                   0.72      0.61          0.19
    0.6                  0.62                   0.55      0.43          0.10
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from facing_pages.core.alignment.sentences.leftovers.said_nearby import shares_said_nearby
from facing_pages.core.alignment.sentences.section import Section
from facing_pages.core.alignment.sentences.span_links import SpanLink
from facing_pages.core.alignment.sentences.window_aligner import CONFIDENCE_DIGITS
from facing_pages.core.both import Both, of_side

# The calibration: what is added, what the log odds of the lattice count, what the logarithm of the
# share of sentences that are alone, and what the share of words that are said near by. Fitted to
# 14,054 sentences left alone in ArgRewrite, AbLit, PorSimples and five pairs of Bibles, each corpus
# weighed by the root of its number. Fitted to four corpora, the log loss on the fifth is:
#
#                              so    without what is said near by   as the lattice has it
#     PorSimples               1.03  1.35                           2.95
#     German and Czech Bibles  1.04  1.28                           0.74
#     English Bibles           0.08  0.11                           0.03
#     AbLit                    0.27  0.25                           0.44
#     ArgRewrite               0.31  0.27                           0.17
#     mean                     0.55  0.65                           0.87
#
# In ArgRewrite a sentence counts as removed even where half of it is merged.
ADDED: Final = 0.48
COUNTED_ODDS: Final = 0.41
COUNTED_SHARE: Final = 0.2
COUNTED_SAID: Final = -4.73
# Sentences counted beforehand for the share: alone, and all. By judgement: in a short text a few
# say little. Measured without what is said near by, 1 and 12 are no better.
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
    links = list(links)
    linked, chance = _held_by(links), _held_by(list(dropped))
    if not any(linked):
        chance = probabilities.map(lambda side: set(range(len(side))))
    said = shares_said_nearby(section, links)
    return Both.of(
        lambda side: tuple(
            _of_text(
                list(zip(probabilities[side], said[side], strict=True)),
                linked[side],
                chance[side],
                section.limits.closed[side],
            )
        )
    )


def calibrated(probability: float, share: float, said: float) -> float:
    """Return how surely a sentence is alone that is so in the lattice; see the module.

    `share` is that of sentences that are alone, `said` that of its words that are said near by.
    """
    kept = min(max(probability, 1 - MAX_PROBABILITY), MAX_PROBABILITY)
    odds = math.log(kept / (1 - kept))
    score = ADDED + COUNTED_ODDS * odds + COUNTED_SHARE * math.log(share) + COUNTED_SAID * said
    return round(1 / (1 + math.exp(-score)), CONFIDENCE_DIGITS)


def _held_by(links: Sequence[SpanLink]) -> Both[set[int]]:
    """Return the sentences of each side that some links hold."""
    return Both.of(lambda side: {k for link in links for k in range(*of_side(link, side))})


def _of_text(
    sentences: Sequence[tuple[float, float]],
    linked: set[int],
    chance: set[int],
    closed: frozenset[int],
) -> Iterable[float]:
    """Yield how surely each sentence is alone, by its probability and how much is said near by."""
    count = len(sentences)
    share = (count - len(linked) + PRIOR_ALONE) / (count + PRIOR_SENTENCES)
    for k, (probability, said) in enumerate(sentences):
        if k in linked:
            yield 0.0
        elif k in closed:
            # A person says so.
            yield 1.0
        elif k in chance:
            # What it has in common was found to be chance.
            yield calibrated(max(probability, DROPPED_PROBABILITY), share, 0.0)
        else:
            yield calibrated(probability, share, said)
