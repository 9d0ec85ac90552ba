from __future__ import annotations

from pathlib import Path

import pytest

from facing_pages.core.alignment.words import wordpieces as module
from facing_pages.core.alignment.words.wordpieces import WordPieces, word_pieces

PIECES = WordPieces(["[UNK]", "[CLS]", "[SEP]", "light", "##house", "##s", "cafe", "-", "灯", "台"])


@pytest.mark.parametrize(
    ("word", "numbers"),
    [
        ("light", [3]),
        ("Lighthouses", [3, 4, 5]),
        ("Café", [6]),
        ("light-light", [3, 7, 3]),
        ("灯台", [8, 9]),
        ("tower", [0]),
        ("lightx", [0]),
        ("", [0]),
        ("light" * 40, [0]),
    ],
)
def test_words_are_cut_into_the_longest_pieces(word: str, numbers: list[int]) -> None:
    assert PIECES.of(word) == numbers


def test_the_bundled_vocabulary_is_that_of_the_model() -> None:
    pieces = word_pieces()
    assert pieces is not None
    assert len(pieces) == 30_522
    assert (pieces.unknown, pieces.start, pieces.end) == (100, 101, 102)


def test_a_word_of_more_than_a_hundred_letters_is_unknown() -> None:
    longest = WordPieces(["[UNK]", "[CLS]", "[SEP]", "a", "##a"])
    assert longest.of("a" * 100) == [3, *[4] * 99]
    assert longest.of("a" * 101) == [0]
    assert longest.of("a" * 101 + "-a") == [0, 0, 3]


def test_there_is_no_vocabulary_without_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    assert word_pieces.__wrapped__() is None
