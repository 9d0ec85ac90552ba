from __future__ import annotations

import pytest

from facing_pages.core.splitting.short_forms import MAX_FORM_LETTERS, needs_next_word, ordinary_ends


def is_ended(before: str, behind: str, language: str) -> bool:
    """Tell whether a sentence ends between two parts of a text."""
    text = f"{before} {behind}"
    return not needs_next_word(text, len(before), len(before) + 1, language)


@pytest.mark.parametrize(
    ("before", "behind", "language"),
    [
        ("Hier kommt M.", "Dupont", "fr"),
        ("wie z.B. im Frl.", "Meier", "de"),
        ("der 3.", "Oktober", "de"),
        ("am 19.", "Jahrhundert", "de"),
        ("Det är t.ex.", "Anna", "sv"),
        ("Det är t. ex.", "Anna", "sv"),
        ("see Figs.", "There", "en"),
        ("siehe e.g.", "Dort", "de"),
    ],
)
def test_a_short_form_before_a_name_ends_no_sentence(
    before: str, behind: str, language: str
) -> None:
    assert not is_ended(before, behind, language)


@pytest.mark.parametrize("behind", ["5", "(5)", "[5]", "B of it"])
def test_a_short_form_before_a_number_ends_no_sentence(behind: str) -> None:
    assert not is_ended("see art.", behind, "en")


@pytest.mark.parametrize("behind", ["There", "I left", "A boat"])
def test_it_does_before_other_words(behind: str) -> None:
    assert is_ended("see art.", behind, "en")


@pytest.mark.parametrize(
    ("before", "language"),
    [("the lamp.", "en"), ("le M.", "en"), ("er war 3.", "de"), ("a configs.", "en")],
)
def test_other_ends_are_ends(before: str, language: str) -> None:
    assert is_ended(before, "Dupont", language)


def test_a_form_further_back_than_some_letters_is_not_seen() -> None:
    spaced = "d." + " " * MAX_FORM_LETTERS + "v.s."
    assert is_ended(spaced, "Anna", "sv")


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He gave it to me. Then he left.", [17]),
        ("It was taller than I. Nobody saw.", [21]),
        ("See art. II of it.", []),
        ("John I. Smith came.", []),
        ("He gave it to me. then.", []),
        ("A theme. Then.", []),
    ],
)
def test_ordinary_words_may_end_a_sentence(text: str, ends: list[int]) -> None:
    pattern = ordinary_ends("en")
    assert pattern is not None
    assert [found.end() for found in pattern.finditer(text)] == ends


def test_a_language_without_a_list_has_no_such_words() -> None:
    assert ordinary_ends("fi") is None
    assert ordinary_ends("xx") is None
