from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from facing_pages.core.alignment.words import vectors as module
from facing_pages.core.alignment.words.vectors import WordVectors, at_length_one, word_vectors
from facing_pages.core.alignment.words.wordpieces import WordPieces


def test_words_close_in_meaning_have_close_vectors() -> None:
    vectors = word_vectors()
    assert vectors is not None

    def likeness(first: str, second: str) -> float:
        return float(vectors.of(first) @ vectors.of(second))

    assert likeness("car", "vehicle") > likeness("car", "evening") + 0.3
    assert abs(float(np.linalg.norm(vectors.of("lighthouses"))) - 1) < 1e-5


def test_a_word_without_known_letters_has_no_direction() -> None:
    vectors = word_vectors()
    assert vectors is not None
    assert not vectors.of("\u2fff").any()


SMALL = WordVectors(
    WordPieces(["[UNK]", "[CLS]", "[SEP]", "light", "##house"]),
    np.array([[9, 9], [0, 0], [0, 0], [3, 0], [0, 100]], dtype=np.int8),
)


def test_each_piece_of_a_word_counts_alike_however_long_its_vector() -> None:
    assert SMALL.dimensions == 2
    assert SMALL.of("light") == pytest.approx([1, 0])
    assert SMALL.of("lighthouse") == pytest.approx([0.5**0.5, 0.5**0.5])


def test_an_unknown_word_has_zeros_and_one_whose_vector_is_empty_too() -> None:
    assert SMALL.of("tower").tolist() == [0, 0]
    nothing = WordVectors(
        WordPieces(["[UNK]", "[CLS]", "[SEP]", "a"]), np.zeros((4, 2), dtype=np.int8)
    )
    assert nothing.of("a").tolist() == [0, 0]


def test_pieces_that_point_against_each_other_have_no_direction() -> None:
    against = WordVectors(
        WordPieces(["[UNK]", "[CLS]", "[SEP]", "light", "##house"]),
        np.array([[9, 9], [0, 0], [0, 0], [3, 4], [-3, -4]], dtype=np.int8),
    )
    assert against.of("lighthouse").tolist() == [0, 0]


def test_every_vector_but_that_of_zeros_has_length_one() -> None:
    vectors = np.array([[3, 4], [0, 0], [0, 0.5]], dtype=np.float32)
    assert at_length_one(vectors) == pytest.approx(np.array([[0.6, 0.8], [0, 0], [0, 1]]))
    assert at_length_one(vectors).dtype == np.float32


def test_there_are_no_vectors_without_their_file_or_the_pieces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(module, "word_pieces", lambda: None)
        assert word_vectors.__wrapped__() is None
    monkeypatch.setattr(module, "resource", tmp_path.joinpath)
    assert word_vectors.__wrapped__() is None
