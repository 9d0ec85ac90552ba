"""How often words are used in a language, from general text."""

from __future__ import annotations

import gzip
import math
from functools import cache
from typing import Final

from facing_pages.core.resources import resource

# Share of all words that one has which is not listed. By judgement, a tenth of the rarest that are
# (1.1e-6).
UNLISTED_FREQUENCY: Final = 1e-7
# Lines of a table in which shares fall to a tenth.
LINES_PER_POWER: Final = 20
# The line that an unlisted word would be in.
UNLISTED_LINE: Final = round(-LINES_PER_POWER * math.log10(UNLISTED_FREQUENCY))
_FOLDER: Final = "frequencies"


@cache
def word_frequencies(language: str) -> dict[str, float]:
    """Return the share of each listed word among all words of a language; empty if unknown."""
    return {word: 10 ** (-number / LINES_PER_POWER) for word, number in word_lines(language)}


def word_lines(language: str) -> list[tuple[str, int]]:
    """Return the listed words of a language with their lines in its table; empty if unknown.

    Made by `build_scripts/models/word_frequencies.py`: line n holds the words whose share is
    10 ** (-n / 20).
    """
    path = resource(f"{_FOLDER}/{language}.txt.gz")
    if not path.is_file():
        return []
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return [(word, number) for number, line in enumerate(lines) for word in line.split()]


@cache
def simplified_characters() -> dict[int, str]:
    """Return what traditional Chinese characters are in the table of Chinese, for `translate`."""
    return {ord(pair[0]): pair[1] for pair, _ in word_lines("zh-simplified")}
