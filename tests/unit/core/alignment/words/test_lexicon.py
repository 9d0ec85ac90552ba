from __future__ import annotations

import numpy as np
import pytest

from facing_pages.core.alignment.words.lexicon import Lexicon
from facing_pages.core.alignment.words.vectors import WordVectors, word_vectors


def test_a_vector_is_looked_up_once_and_not_before_it_is_needed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vectors = word_vectors()
    assert vectors is not None
    wanted = vectors.of("lamp")
    asked: list[str] = []

    def of(_: WordVectors, word: str) -> object:
        asked.append(word)
        return wanted

    monkeypatch.setattr(WordVectors, "of", of)
    word = Lexicon("en").word("lamp")
    assert not asked

    for _ in range(2):
        assert word.vector is not None
        assert np.array_equal(word.vector, wanted)
    assert asked == ["lamp"]
