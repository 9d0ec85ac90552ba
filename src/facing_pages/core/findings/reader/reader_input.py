"""Two sentences as the reader is given them: pieces of words, with what the other side has of each.

original   He  may   come .          rewrite   He  will  come .
company    3   0     3    2          linked    He  may   come .

A model that sees only pieces must find out by itself which words both sides have. It is told: the
company in which the other side has a word, the letters it is written with, the word that it is
linked with, and whether that link crosses the one before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from facing_pages.core.alignment.words.encoder import MAX_PIECES, MAX_PIECES_OF_WORD
from facing_pages.core.alignment.words.wordpieces import WordPieces
from facing_pages.core.both import Both
from facing_pages.core.model import Side
from facing_pages.core.splitting.folding import fold_word

Integers = NDArray[np.int64]
# Pieces that are no word: the start, and the end of each side.
_FRAME: Final = 3


class Company(IntEnum):
    """What the other side has of a word."""

    NO_WORD = 0
    NOTHING = 1
    PIECE = 2
    WORD = 3
    ONE_NEIGHBOUR = 4
    BOTH_NEIGHBOURS = 5


class Letters(IntEnum):
    """How a word is written; the vocabulary knows small letters only."""

    SMALL = 0
    CAPITAL = 1
    ALL_CAPITALS = 2
    DIGITS = 3


class Turn(IntEnum):
    """Where a word's partner stands, seen from the partner of the linked word before it."""

    UNLINKED = 0
    NEXT = 1
    LATER = 2
    EARLIER = 3


# Rows that tell of a piece, one after the other: how many values each has.
MARK_SIZES: Final = (len(Company), len(Letters), len(Turn))


class ReaderInput(NamedTuple):
    """Both sides in one row of n pieces.

    `pieces`, `partners` (the first piece of the linked word, 0 without one) and `sides` (0 or 1)
    are [n]; `marks` is [n, 3]. `words` says which word of its side a piece belongs to, -1 for none.
    """

    pieces: Integers
    partners: Integers
    sides: Integers
    marks: Integers
    words: Integers


def reader_input(
    words: Both[Sequence[str]], partners: Both[dict[int, list[int]]], vocabulary: WordPieces
) -> ReaderInput | None:
    """Return the input for two lists of words, as written, and the links between them.

    None if the model has no places for so many pieces.
    """
    pieces = words.map(lambda side: [vocabulary.of(word)[:MAX_PIECES_OF_WORD] for word in side])
    if sum(len(word) for side in pieces for word in side) + _FRAME > MAX_PIECES:
        return None
    folded = words.map(lambda side: [fold_word(word) for word in side])
    numbers, linked, owners, marks = [vocabulary.start], [0], [-1], [(0, 0, 0)]
    lengths: list[int] = []
    for side in Side:
        company = _company(folded[side], folded[side.other], pieces[side], pieces[side.other])
        turns = _turns(len(words[side]), partners[side])
        for place, word in enumerate(pieces[side]):
            partner = partners[side].get(place)
            first = pieces[side.other][partner[0]][0] if partner else 0
            numbers += word
            linked += [first] * len(word)
            owners += [place] * len(word)
            letters = _letters(words[side][place])
            marks += [(company[place], letters, turns[place])] * len(word)
        numbers.append(vocabulary.end)
        linked.append(0)
        owners.append(-1)
        marks.append((0, 0, 0))
        lengths.append(len(numbers))
    sides = np.zeros(len(numbers), dtype=np.int64)
    sides[lengths[0] :] = 1
    arrays = (np.array(row, dtype=np.int64) for row in (numbers, linked, marks, owners))
    pieces_row, partner_row, mark_rows, owner_row = arrays
    return ReaderInput(pieces_row, partner_row, sides, mark_rows, owner_row)


def _company(
    here: Sequence[str],
    there: Sequence[str],
    pieces_here: Sequence[Sequence[int]],
    pieces_there: Sequence[Sequence[int]],
) -> list[Company]:
    """Return for each word what the other side has of it."""
    known, pairs = set(there), set(pairwise(there))
    pieces = {piece for word in pieces_there for piece in word}
    found: list[Company] = []
    for place, word in enumerate(here):
        if word in known:
            before = place > 0 and (here[place - 1], word) in pairs
            behind = place + 1 < len(here) and (word, here[place + 1]) in pairs
            found.append(Company(Company.WORD + before + behind))
        elif any(piece in pieces for piece in pieces_here[place]):
            found.append(Company.PIECE)
        else:
            found.append(Company.NOTHING)
    return found


def _letters(word: str) -> Letters:
    if any(letter.isdigit() for letter in word):
        return Letters.DIGITS
    if len(word) > 1 and word.isupper():
        return Letters.ALL_CAPITALS
    return Letters.CAPITAL if word[:1].isupper() else Letters.SMALL


def _turns(count: int, partners: Mapping[int, list[int]]) -> list[Turn]:
    turns: list[Turn] = []
    last = -1
    for place in range(count):
        if not (linked := partners.get(place)):
            turns.append(Turn.UNLINKED)
            continue
        step = linked[0] - last
        if step in (0, 1):
            turns.append(Turn.NEXT)
        else:
            turns.append(Turn.LATER if step > 1 else Turn.EARLIER)
        last = linked[-1]
    return turns
