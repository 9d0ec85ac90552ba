"""Pair the files of two folders by their words.

Of each file a sample of its words is kept: the 1,000 with the smallest hashes (Broder 1997, On the
resemblance and containment of documents). The share of common hashes, up to the lower one of the
two largest hashes, estimates the share of common words. With many files, only pairs that share rare
words are compared, so that the work grows with the number of files and not with its square.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.errors import FacingPagesError
from facing_pages.core.reading.isolated import read_file_isolated

# Share of the words of two texts that must be common for them to be paired by what they say. By
# judgement.
MIN_COMMON_WORDS_SHARE: Final = 0.25
# Words in the sample of a file: an error of 2 % at a share of one half.
MAX_SAMPLE_WORDS: Final = 1000
# Pairs of files up to which all are looked at: half a second.
MAX_COMPARED_PAIRS: Final = 20_000
# Files that may share a word that counts as rare, and files with most such words looked at. By
# judgement.
MAX_FILES_OF_RARE_WORD: Final = 100
MAX_CANDIDATES: Final = 10

Words = NDArray[np.uint32]


def pairs_by_content(
    originals: Sequence[Path], rewrites: Sequence[Path]
) -> list[tuple[Path, Path]]:
    """Return the files that have most words in common, the surest pairs first.

    No file is in two pairs; those with too little in common, or that cannot be read, are in none.
    """
    sides = [[_words_of(path) for path in side] for side in (originals, rewrites)]
    likeness = sorted(
        (
            (share, str(originals[one]), str(rewrites[other]), one, other)
            for one, other in _candidates(*sides)
            if (share := common_share(sides[0][one], sides[1][other])) >= MIN_COMMON_WORDS_SHARE
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    pairs: list[tuple[Path, Path]] = []
    for *_, one, other in likeness:
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            pairs.append((originals[one], rewrites[other]))
    return pairs


def _words_of(path: Path) -> Words:
    try:
        words = set(read_file_isolated(path).text.casefold().split())
    except FacingPagesError:
        words = set()
    hashes = (hashlib.blake2b(word.encode(), digest_size=4).digest() for word in words)
    found = np.unique(np.frombuffer(b"".join(hashes), dtype=np.uint32))
    return found[:MAX_SAMPLE_WORDS].copy()


def _candidates(originals: Sequence[Words], rewrites: Sequence[Words]) -> Iterator[tuple[int, int]]:
    """Yield the pairs to compare, as positions in the two lists."""
    if len(originals) * len(rewrites) <= MAX_COMPARED_PAIRS:
        yield from np.ndindex(len(originals), len(rewrites))
        return
    words = np.concatenate(rewrites)
    owners = np.repeat(np.arange(len(rewrites)), [len(sample) for sample in rewrites])
    order = np.argsort(words, kind="stable")
    words, owners = words[order], owners[order]
    for number, sample in enumerate(originals):
        starts = np.searchsorted(words, sample, side="left")
        ends = np.searchsorted(words, sample, side="right")
        rare = (ends > starts) & (ends - starts <= MAX_FILES_OF_RARE_WORD)
        found = [owners[a:b] for a, b in zip(starts[rare], ends[rare], strict=True)]
        if not found:
            continue
        others, counts = np.unique(np.concatenate(found), return_counts=True)
        for other in others[np.argsort(-counts, kind="stable")[:MAX_CANDIDATES]]:
            yield number, int(other)


def common_share(one: Words, other: Words) -> float:
    """Estimate which share of the words of the shorter text is in the other one too."""
    if not len(one) or not len(other):
        return 0.0
    limits = [sample[-1] for sample in (one, other) if len(sample) == MAX_SAMPLE_WORDS]
    if limits:
        one, other = (sample[sample <= min(limits)] for sample in (one, other))
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / max(1, min(len(one), len(other)))
