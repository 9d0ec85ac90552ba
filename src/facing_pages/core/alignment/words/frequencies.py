"""How often words are used in a language, from general text."""

from __future__ import annotations

import gzip
from functools import cache
from typing import Final

from facing_pages.core.resources import resource

# Share of all words that one has which is not listed. By judgement, a tenth of the rarest that are
# (1.1e-6).
UNLISTED_FREQUENCY: Final = 1e-7
_FOLDER: Final = "frequencies"


@cache
def word_frequencies(language: str) -> dict[str, float]:
    """Return the share of each listed word among all words of a language; empty if unknown.

    Made by `build_scripts/models/word_frequencies.py`: line n holds the words whose share is
    10 ** (-n / 20).
    """
    path = resource(f"{_FOLDER}/{language}.txt.gz")
    if not path.is_file():
        return {}
    lines = gzip.decompress(path.read_bytes()).decode("utf-8").split("\n")
    return {
        word: 10 ** (-number / 20) for number, line in enumerate(lines) for word in line.split()
    }
