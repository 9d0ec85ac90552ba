from __future__ import annotations

import numpy as np

from facing_pages.core.alignment.words.vectors import word_vectors


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
