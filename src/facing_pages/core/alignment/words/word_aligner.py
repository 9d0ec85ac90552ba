"""Which words of two linked sentences belong together, why, and how surely.

A learned network weighs what is seen of every pair of words: form, meaning, rarity, position, and
the same of their neighbours. Words may cross, and a word may belong to several.

    words -> windows of both sentences -> features of each pair -> probabilities -> links
             (`word_windows`)             (`pair_features`)        (`network`)

A link needs a probability of its own; no assignment of all words is searched for, because a word
that was split into two must be linked with both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

import numpy as np

from facing_pages.core.alignment.words.encoder import Encoder, encoder
from facing_pages.core.alignment.words.forms import is_part_of
from facing_pages.core.alignment.words.lexicon import Word, lexicon
from facing_pages.core.alignment.words.network import word_network
from facing_pages.core.alignment.words.pair_features import (
    FEATURES,
    Floats,
    PairFeatures,
    pair_features,
)
from facing_pages.core.alignment.words.word_windows import word_windows
from facing_pages.core.languages.detect import language_of
from facing_pages.core.languages.registry import function_words_of
from facing_pages.core.model import LinkReason
from facing_pages.core.progress import NO_PROGRESS, Progress
from facing_pages.core.system.blas import single_threaded_blas

Pairs = tuple[tuple[int, int], ...]

# The probability a link needs: more likely than not. And one that only place and context speak for,
# by judgement.
MIN_LINK_PROBABILITY: Final = 0.5
MIN_POSITION_PROBABILITY: Final = 0.55
# What the network with the encoder says counts this much where it is asked, the one without it the
# rest: they err in different places. By judgement.
PRECISE_SHARE: Final = np.float32(0.6)
# What a linked neighbour adds to the probability of a word that could go to several places. By
# judgement.
NEIGHBOUR_GAIN: Final = 1.0
# Likeness of two words' vectors that names meaning as the reason of their link. By judgement.
MIN_MEANING_LIKENESS: Final = 0.3

_SAME_FORM: Final = ("same_key", "same_lemma", "acronym")
_COLUMN: Final = {name: number for number, name in enumerate(FEATURES)}


class FoundLink(NamedTuple):
    """A link between two words by number, why it is one, and its probability."""

    original: int
    rewrite: int
    reason: LinkReason
    confidence: float = 1.0


def align_words(original: Sequence[str], rewrite: Sequence[str], *, precise: bool = True) -> Pairs:
    """Return the links between two sentences' words, as given: pairs (i, j), in order.

    Equal words are linked as well. Empty if either sentence is. `precise` asks for the contextual
    encoder where it is installed and knows the language.
    """
    language = language_of(" ".join([*original, *rewrite]))
    found = word_aligner(language, precise=precise).links(original, rewrite)
    return tuple((link.original, link.rewrite) for link in found)


class WordAligner:
    """Links the words of sentences in one language."""

    def __init__(self, language: str, *, precise: bool) -> None:
        self.language = language
        self.function_words = function_words_of(language)
        self._lexicon = lexicon(language)
        self._encoder: Encoder | None = None
        if precise and self._lexicon.has_vectors:
            self._encoder = encoder()

    @property
    def is_precise(self) -> bool:
        """Tell whether the contextual encoder is used."""
        return self._encoder is not None

    def content_places(self, words: Sequence[str]) -> frozenset[int]:
        """Return the numbers of the words that are more than function words and marks."""
        return frozenset(k for k, word in enumerate(words) if not self._lexicon.word(word).light)

    def keys_of_content(self, words: Sequence[str]) -> frozenset[str]:
        """Return what all spellings of each content word share."""
        keys = map(self._lexicon.content_key, words)
        return frozenset(key for key in keys if key is not None)

    def links(
        self, original: Sequence[str], rewrite: Sequence[str], progress: Progress = NO_PROGRESS
    ) -> tuple[FoundLink, ...]:
        """Return the links of two sentences, in order. Swapping the sides mirrors the result.

        Raises `Cancelled` when asked to stop.
        """
        if tuple(rewrite) < tuple(original):
            mirrored = self.links(rewrite, original, progress)
            return tuple(
                sorted(
                    link._replace(original=link.rewrite, rewrite=link.original) for link in mirrored
                )
            )
        first = [self._lexicon.word(word) for word in progress.each(original)]
        second = [self._lexicon.word(word) for word in progress.each(rewrite)]
        if [word.folded for word in first] == [word.folded for word in second]:
            return tuple(FoundLink(k, k, LinkReason.EQUAL, 1.0) for k in range(len(first)))
        links: list[FoundLink] = []
        for rows, columns, is_same in word_windows(first, second, progress):
            progress.check()
            if is_same:
                same = zip(rows, columns, strict=True)
                links += (FoundLink(i, j, LinkReason.EQUAL, 1.0) for i, j in same)
                continue
            part = (first[rows.start : rows.stop], second[columns.start : columns.stop])
            links += (
                link._replace(original=rows.start + link[0], rewrite=columns.start + link[1])
                for link in self._links_of(*part)
            )
        return tuple(links)

    def _links_of(self, original: Sequence[Word], rewrite: Sequence[Word]) -> list[FoundLink]:
        with single_threaded_blas():
            features = pair_features(original, rewrite)
            probabilities = word_network().probabilities(features)
            context = self._context(original, rewrite)
            if context is not None:
                precise = word_network(precise=True).probabilities(features, context)
                probabilities += PRECISE_SHARE * (precise - probabilities)
        rows, columns = (probabilities >= MIN_LINK_PROBABILITY).nonzero()
        found = [
            FoundLink(
                i, j, _reason(original[i], rewrite[j], features, i, j), float(probabilities[i, j])
            )
            for i, j in zip(rows.tolist(), columns.tolist(), strict=True)
        ]
        found = [
            link
            for link in found
            if link.reason is not LinkReason.POSITION or link.confidence >= MIN_POSITION_PROBABILITY
        ]
        return _resolve_repeats_by_context(_drop_repeated_equals(found), features, probabilities)

    def _context(self, original: Sequence[Word], rewrite: Sequence[Word]) -> Floats | None:
        if self._encoder is None:
            return None
        return self._encoder.likeness([w.text for w in original], [w.text for w in rewrite])


@cache
def word_aligner(language: str, *, precise: bool) -> WordAligner:
    """Return the aligner of a language."""
    return WordAligner(language, precise=precise)


def _drop_repeated_equals(links: Sequence[FoundLink]) -> list[FoundLink]:
    """Keep, of the links of equal words that share a word, only the most probable one."""
    taken: tuple[set[int], set[int]] = (set(), set())
    kept: list[FoundLink] = []
    for link in sorted(links, key=lambda link: -link.confidence):
        if link.reason is LinkReason.EQUAL:
            if link.original in taken[0] or link.rewrite in taken[1]:
                continue
            taken[0].add(link.original)
            taken[1].add(link.rewrite)
        kept.append(link)
    return sorted(kept, key=lambda link: link[:2])


def _resolve_repeats_by_context(
    links: Sequence[FoundLink], features: PairFeatures, probabilities: Floats
) -> list[FoundLink]:
    """Link equal words that occur several times on both sides next to words linked already.

    The number of links of each word stays the same.

        original   the boat and the lamp        "boat" and "lamp" are linked, so the first "the"
        rewrite    the lamp and the boat        is linked with the second one, and the other way
    """
    equal = features.values[:, :, _COLUMN["same"]] > 0
    often = (equal.sum(axis=1) > 1, equal.sum(axis=0) > 1)
    moving = [
        link
        for link in links
        if link.reason is LinkReason.EQUAL and often[0][link.original] and often[1][link.rewrite]
    ]
    if not moving:
        return list(links)
    fixed = [link for link in links if link not in moving]
    places = {link[:2] for link in fixed if link.reason is LinkReason.EQUAL}
    left = Counter(equal[link.original].tobytes() for link in moving)
    candidates: list[tuple[float, int, int]] = []
    for i, j in np.argwhere(equal & often[0][:, None] & often[1][None, :]).tolist():
        beside = ((i - 1, j - 1) in places) + ((i + 1, j + 1) in places)
        candidates.append((float(probabilities[i, j]) + NEIGHBOUR_GAIN * beside, i, j))
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, i, j in sorted(candidates, key=lambda c: (-c[0], c[1], c[2])):
        group = equal[i].tobytes()
        if left[group] and i not in taken[0] and j not in taken[1]:
            left[group] -= 1
            taken[0].add(i)
            taken[1].add(j)
            sure = max(float(probabilities[i, j]), MIN_LINK_PROBABILITY)
            fixed.append(FoundLink(i, j, LinkReason.EQUAL, sure))
    return sorted(fixed, key=lambda link: link[:2])


def _reason(one: Word, other: Word, features: PairFeatures, i: int, j: int) -> LinkReason:
    """Return the plainest of the reasons that speak for a link.

    Function words that begin alike, such as "the" and "these", are no forms of one another.
    """
    seen = features.values[i, j]
    if seen[_COLUMN["same"]]:
        return LinkReason.EQUAL
    if any(seen[_COLUMN[name]] for name in _SAME_FORM):
        return LinkReason.FORM
    if seen[_COLUMN["form"]] and not seen[_COLUMN["both_light"]]:
        return LinkReason.FORM
    if is_part_of(one.folded, other.folded) or is_part_of(other.folded, one.folded):
        return LinkReason.FORM
    if seen[_COLUMN["synonym"]]:
        return LinkReason.SYNONYM
    if seen[_COLUMN["near"]] or seen[_COLUMN["vector"]] >= MIN_MEANING_LIKENESS:
        return LinkReason.MEANING
    return LinkReason.POSITION
