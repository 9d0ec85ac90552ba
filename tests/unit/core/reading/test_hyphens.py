from __future__ import annotations

import pytest

from facing_pages.core.reading.hyphens import is_divided, needs_space, whole_words


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


@pytest.mark.parametrize(
    ("left", "right", "is_needed"),
    [
        ("a", "b", True),
        ("。", "彼", False),
        ("港", "口", False),
        ("港", "a", True),
        ("a", "港", True),
        ("항", "구", True),
        ("\u2e7f", "港", True),
        ("\u2e80", "港", False),
        ("、", "구", True),
    ],
)
def test_lines_are_joined_with_a_space_except_in_scripts_without_spaces(
    left: str, right: str, is_needed: bool
) -> None:
    assert needs_space(left, right) is is_needed
