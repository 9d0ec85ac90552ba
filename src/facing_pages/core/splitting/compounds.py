"""Whether two runs of words are one compound, joined in two ways.

Boot-Haus   Boot Haus   Boothaus   Bootshaus      with or without a letter that links the parts
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import regex

from facing_pages.core.languages.registry import language_by_code

# Letters of a part of a compound between hyphens, and of one in a word without: shorter ones are
# endings ("ernten", "ernsten"). By judgement.
MIN_PART_LETTERS: Final = 3
MIN_JOINED_PART_LETTERS: Final = 4
# The linking letter that comes and goes in words without a hyphen; others make other words.
_FREE_LINK: Final = "s"
_SEAM: Final = regex.compile(r"[-\s]+")


def is_same_compound(old: Sequence[str], new: Sequence[str], *, language: str) -> bool:
    """Tell whether two runs of folded words differ in how the parts of a compound are linked."""
    links = language_by_code(language).linking_letters
    if not links:
        return False
    sides = [[part for part in _SEAM.split(" ".join(words)) if part] for words in (old, new)]
    if not all(part.isalpha() for side in sides for part in side):
        return False
    return _is_linked(sides[0], sides[1], links) or _is_linked(sides[1], sides[0], links)


def _is_linked(parts: Sequence[str], others: Sequence[str], links: frozenset[str]) -> bool:
    """Tell whether some parts with linking letters between them are what stands on the other side.

    A word without a seam may have one linking letter anywhere inside.
    """
    whole = "".join(others)
    if len(parts) == 1:
        word, least = parts[0], MIN_JOINED_PART_LETTERS
        places = range(least, len(word) - least + 1)
        return _FREE_LINK in links and any(
            whole == word[:k] + _FREE_LINK + word[k:] for k in places
        )
    if any(len(part) < MIN_PART_LETTERS for part in parts):
        return False
    return regex.fullmatch(f"(?:{'|'.join(sorted(links))})?".join(parts), whole) is not None
