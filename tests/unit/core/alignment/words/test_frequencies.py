from __future__ import annotations

from facing_pages.core.alignment.words.frequencies import UNLISTED_FREQUENCY, word_frequencies


def test_a_common_word_has_a_larger_share_than_a_rare_one() -> None:
    shares = word_frequencies("en")
    assert 0.01 < shares["the"] < 0.1
    assert shares["the"] > shares["lamp"] > UNLISTED_FREQUENCY
    assert "qwertyuiop" not in shares


def test_nothing_is_known_of_an_unknown_language() -> None:
    assert word_frequencies("xx") == {}
