from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from facing_pages.core.languages import frequencies
from facing_pages.core.languages.frequencies import UNLISTED_FREQUENCY, word_frequencies


def test_a_common_word_has_a_larger_share_than_a_rare_one() -> None:
    shares = word_frequencies("en")
    assert 0.01 < shares["the"] < 0.1
    assert shares["the"] > shares["lamp"] > UNLISTED_FREQUENCY
    assert "qwertyuiop" not in shares


def test_nothing_is_known_of_an_unknown_language() -> None:
    assert word_frequencies("xx") == {}


def test_words_of_a_line_are_rarer_by_a_twentieth_of_a_power_of_ten_than_those_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "frequencies" / "qq.txt.gz"
    file.parent.mkdir()
    lines = ["the of", *[""] * 19, "lamp", *[""] * 19, "boat"]
    file.write_bytes(gzip.compress("\n".join(lines).encode()))
    monkeypatch.setattr(frequencies, "resource", tmp_path.joinpath)
    shares = {"the": 1, "of": 1, "lamp": 1 / 10, "boat": 1 / 100}
    assert word_frequencies.__wrapped__("qq") == pytest.approx(shares)


def test_every_listed_word_is_more_common_than_one_that_is_not() -> None:
    assert min(word_frequencies("en").values()) > UNLISTED_FREQUENCY
