from __future__ import annotations

import pytest

from facing_pages.core.splitting.short_forms import (
    MAX_FORM_LETTERS,
    month_ends,
    needs_next_word,
    ordinary_ends,
)


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


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He came on 4 May. Nobody saw him.", "en"),
        ("She left in Dec. Her trunk stayed.", "en"),
        ("It was cold in Feb. Kurt lit a lamp.", "en"),
        ("In Dec. The rain fell.", "en"),
        ("Er kam im Nov. Dann ging er.", "de"),
        ("Vino en dic. Ella se fue.", "es"),
        ("Vino el 4 de mar. Pedro dormía.", "es"),
        ("Venne in gen. Lei partì.", "it"),
        ("Hon kom i jan. Ingen såg det.", "sv"),
        ("Hun kom i okt. Anna sov.", "da"),
        ("Hun kom den 4. sept. Anna sov.", "nb"),
        ("Przyszedł 4 sierp. Nikt nie widział.", "pl"),
    ],
)
def test_the_short_form_of_a_month_may_end_a_sentence(text: str, language: str) -> None:
    assert list(month_ends(text, language)) == [text.rindex(". ") + 1]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("In Dec. Kurt left.", "en"),
        ("It rained. On 4 Dec. Kurt left.", "en"),
        ("4 Dec. Kurt left.", "en"),
        ("Dec. Kurt left.", "en"),
        ("It ran from Dec. 5 to Jan. 7.", "en"),
        ("See the sheet of Sept. II there.", "en"),
        ("Er hat im Sept. Schüler begrüßt.", "de"),
        ("Vide il gen. Rossi partire.", "it"),
        ("Nació junto al mar. Luego murió.", "es"),
        ("Это было в дек. Она ушла.", "ru"),
    ],
)
def test_it_ends_none_before_a_number_or_at_the_start_of_a_phrase(text: str, language: str) -> None:
    assert list(month_ends(text, language)) == []


@pytest.mark.parametrize(
    ("before", "behind", "language", "ends"),
    [
        ("Le 4 janv.", "1920 il vint.", "fr", False),
        ("Op 4 dec.", "1920 kwam hij.", "nl", False),
        ("Le 4 janv.", "Elle vint.", "fr", True),
        ("Ils étaient sept.", "12 vinrent.", "fr", True),
        ("They went out.", "12 men stayed.", "en", True),
    ],
)
def test_the_short_form_of_a_month_needs_the_number_behind_it(
    before: str, behind: str, language: str, *, ends: bool
) -> None:
    assert is_ended(before, behind, language) is ends
