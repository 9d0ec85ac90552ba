"""Other ways to align sentences, to measure beside ours: what can be installed, what is simple.

Each takes the sentences of both sides, as plain strings, and returns pairs of runs of numbers.
Those that need a package say so; `pip install patiencediff nltk` brings both.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from importlib.util import find_spec

import numpy as np

Pairs = list[tuple[list[int], list[int]]]
Rival = Callable[[Sequence[str], Sequence[str]], Pairs]

# Sentences to either side of the diagonal that the simple chain looks at.
BAND = 400
# Cosine under which the simple chain links nothing.
LEAST = 0.12


def tfidf_chain(original: Sequence[str], rewrite: Sequence[str]) -> Pairs:
    """Return the chain of single links with the greatest sum of cosines of weighted words."""
    words = [[Counter(text.casefold().split()) for text in side] for side in (original, rewrite)]
    frequency = Counter(word for side in words for counts in side for word in counts)
    total = len(original) + len(rewrite)
    vectors = [[_vector(counts, frequency, total) for counts in side] for side in words]
    rows, columns = len(original), len(rewrite)
    best = np.zeros((rows + 1, 2 * BAND + 2))
    steps = np.zeros((rows + 1, 2 * BAND + 2), dtype=np.int8)

    def first(i: int) -> int:
        return i * columns // max(1, rows) - BAND

    for i in range(1, rows + 1):
        shift = first(i) - first(i - 1)
        for k in range(1, 2 * BAND + 1):
            j = first(i) + k
            if not 0 <= j <= columns:
                continue
            up = best[i - 1, k + shift] if k + shift <= 2 * BAND else 0.0
            across = best[i, k - 1]
            best[i, k], steps[i, k] = (up, 1) if up >= across else (across, 2)
            before = k + shift - 1
            if j > 0 and 0 <= before <= 2 * BAND:
                alike = _cosine(vectors[0][i - 1], vectors[1][j - 1])
                if alike >= LEAST and best[i - 1, before] + alike > best[i, k]:
                    best[i, k], steps[i, k] = best[i - 1, before] + alike, 3
    pairs: Pairs = []
    i, j = rows, columns
    while i > 0 and j >= 0 and 0 < j - first(i) <= 2 * BAND:
        step = steps[i, j - first(i)]
        if step == 3:
            i, j = i - 1, j - 1
            pairs.append(([i], [j]))
        elif step == 1:
            i -= 1
        else:
            j -= 1
    return pairs[::-1]


def patience(original: Sequence[str], rewrite: Sequence[str]) -> Pairs:
    """Return the equal sentences that a patience diff finds (package patiencediff)."""
    from patiencediff import PatienceSequenceMatcher

    matcher = PatienceSequenceMatcher(None, list(original), list(rewrite))
    return [([i + k], [j + k]) for i, j, size in matcher.get_matching_blocks() for k in range(size)]


def gale_church(original: Sequence[str], rewrite: Sequence[str]) -> Pairs:
    """Return the links by length alone (Gale and Church 1993; package nltk)."""
    from nltk.translate.gale_church import align_blocks

    links = align_blocks([len(text) for text in original], [len(text) for text in rewrite])
    return [([i], [j]) for i, j in links]


def available() -> dict[str, Rival]:
    """Return the rivals that can run here."""
    rivals: dict[str, Rival] = {"TF-IDF chain": tfidf_chain}
    if find_spec("patiencediff"):
        rivals["patience diff"] = patience
    if find_spec("nltk"):
        rivals["Gale-Church"] = gale_church
    return rivals


def _vector(counts: Counter[str], frequency: Counter[str], total: int) -> dict[str, float]:
    weighed = {word: n * math.log(total / frequency[word]) for word, n in counts.items()}
    length = math.sqrt(sum(value * value for value in weighed.values())) or 1.0
    return {word: value / length for word, value in weighed.items()}


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other[word] for word, value in one.items() if word in other)
