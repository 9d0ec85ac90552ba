"""What the reader is told of two sentences: pieces, partners, company, letters and turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import pytest

from facing_pages.core.alignment.words.wordpieces import WordPieces
from facing_pages.core.both import Both
from facing_pages.core.findings.reader.reader_input import (
    Company,
    Letters,
    ReaderInput,
    Turn,
    reader_input,
)

PIECES = WordPieces(
    ["[UNK]", "[CLS]", "[SEP]", "light", "##house", "##s", "ship", "the", "a", "red", "9", "us"]
)


def made(
    original: Sequence[str], rewrite: Sequence[str], links: Sequence[tuple[int, int]] = ()
) -> ReaderInput:
    """Return the input of two lists of words that are linked."""
    forth: defaultdict[int, list[int]] = defaultdict(list)
    back: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in links:
        forth[i].append(j)
        back[j].append(i)
    found = reader_input(Both(original, rewrite), Both(dict(forth), dict(back)), PIECES)
    assert found is not None
    return found


def test_both_sides_stand_in_one_row_with_marks_around_them() -> None:
    found = made(["the", "lighthouses"], ["ship"])
    assert found.pieces.tolist() == [1, 7, 3, 4, 5, 2, 6, 2]
    assert found.sides.tolist() == [0, 0, 0, 0, 0, 0, 1, 1]
    assert found.words.tolist() == [-1, 0, 1, 1, 1, -1, 0, -1]


def test_a_piece_is_told_the_first_piece_of_its_words_partner() -> None:
    found = made(["the", "ship"], ["the", "lighthouse"], [(0, 0), (1, 1)])
    assert found.partners.tolist() == [0, 7, 3, 0, 7, 6, 6, 0]


def test_words_are_told_in_what_company_the_other_side_has_them() -> None:
    found = made(["the", "red", "ship", "lighthouse"], ["the", "red", "ship", "a", "lights"])
    company = [Company(value) for value in found.marks[1:6, 0]]
    assert company == [
        Company.ONE_NEIGHBOUR, Company.BOTH_NEIGHBOURS, Company.ONE_NEIGHBOUR,
        Company.PIECE, Company.PIECE,
    ]  # fmt: skip
    assert Company(made(["ship"], ["red"]).marks[1, 0]) is Company.NOTHING
    assert Company(made(["ship", "a"], ["a", "ship"]).marks[1, 0]) is Company.WORD


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("us", Letters.SMALL),
        ("US", Letters.ALL_CAPITALS),
        ("Ship", Letters.CAPITAL),
        ("A", Letters.CAPITAL),
        ("9th", Letters.DIGITS),
    ],
)
def test_words_are_told_how_they_are_written(word: str, letters: Letters) -> None:
    assert Letters(made([word], ["the"]).marks[1, 1]) is letters


def test_words_are_told_whether_their_links_cross() -> None:
    found = made(
        ["red", "ship", "the", "a", "us"], ["the", "red", "ship", "a"],
        [(0, 1), (1, 2), (2, 0), (3, 3)],
    )  # fmt: skip
    turns = [Turn(value) for value in found.marks[1:6, 2]]
    assert turns == [Turn.LATER, Turn.NEXT, Turn.EARLIER, Turn.LATER, Turn.UNLINKED]


@pytest.mark.parametrize(("count", "is_read"), [(9, True), (10, False)])
def test_sentences_of_more_than_512_pieces_and_marks_are_not_read(
    count: int, is_read: bool
) -> None:
    words = Both(["ship"] * 500, ["the"] * count)
    assert (reader_input(words, Both({}, {}), PIECES) is not None) is is_read
