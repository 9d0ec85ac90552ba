from __future__ import annotations

import pytest

from facing_pages.core.languages.language_record import Language, forms, pairs, words


def test_pairs_must_be_whole() -> None:
    assert pairs("two 2 three 3") == {"two": "2", "three": "3"}
    with pytest.raises(ValueError, match="zip"):
        pairs("two 2 three")


def test_lists_are_written_as_one_string() -> None:
    assert words("the a the") == {"the", "a"}
    assert forms("e.g Figs? pp") == ("e.g", "Figs?", "pp")


def test_a_language_needs_no_more_than_its_name() -> None:
    language = Language(code="xx", name="Nobody's")
    assert not language.function_words
    assert not language.number_words
    assert not language.semicolon_asks
