from __future__ import annotations

import pytest

from facing_pages.core.reading.hyphens import is_divided, whole_words


def test_words_divided_at_the_end_of_a_line_are_not_whole() -> None:
    assert whole_words(["The light-", "house Stood"]) == {"the", "house", "stood"}
    assert whole_words(["a well-known light-house", ""]) == {"a", "well-known", "light-house"}


@pytest.mark.parametrize(
    ("stem", "rest", "whole", "divided"),
    [
        ("light", "house", {"lighthouse"}, True),
        ("light", "house", {"light-house"}, False),
        ("light", "house", {"light", "house"}, False),  # both may be words of their own
        ("lig", "house", {"lig", "house"}, True),  # too short for a word of its own
        ("light", "House", set(), False),
        ("light", "House", {"lighthouse"}, True),
        ("light", "hou", set(), True),
        ("a well-kno", "wn one", set(), False),
        ("a well-kno", "wn one", {"known"}, True),
        ("3", "house", set(), False),
        ("light", "3", set(), False),
        ("", "", set(), False),
    ],
)
def test_what_stands_whole_elsewhere_tells(
    stem: str, rest: str, whole: set[str], divided: bool
) -> None:
    assert is_divided(stem, rest, frozenset(whole)) is divided


def test_in_doubt_plain_text_divides_nothing() -> None:
    assert not is_divided("light", "hou", frozenset(), in_doubt=False)
    assert is_divided("light", "house", frozenset({"lighthouse"}), in_doubt=False)
