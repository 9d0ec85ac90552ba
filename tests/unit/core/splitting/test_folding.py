from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.languages.registry import LANGUAGES
from facing_pages.core.model import ChangeKind
from facing_pages.core.splitting.folding import (
    FOLDINGS,
    LETTER_FOLDINGS,
    Folding,
    fold,
    fold_word,
    with_own_letters,
)
from facing_pages.core.splitting.typography import difference_kind


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“curly”", '"curly"'),
        ("it’s", "it's"),
        ("a — b", "a - b"),
        ("no\u00a0break", "no break"),
        ("ﬁnd", "find"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Ｆｕｌｌ", "Full"),
        ("wait…", "wait..."),
        ("1⁄2 and ½", "1/2 and 1/2"),
        ("CO₂", "CO2"),
        ("x²", "x2"),
        ("3½", "3 1/2"),
        ("ק״ג", 'ק"ג'),
        ("בית־ספר", "בית-ספר"),
        ("δι᾽", "δι’"),
        ("coŀlegi", "col·legi"),
        ("ĳs", "ijs"),
        ("ǆep", "džep"),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("10²", "102"), ("½²", "1/22"), ("1½", "11/2"), ("5①", "51"), ("3.5", "35")]
)
def test_what_is_read_otherwise_does_not_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("word", "folded"),
    [("STRASSE", "strasse"), ("Straße", "strasse"), ("_so_", "so"), ("__", "__"), ("it’s", "it's")],
)
def test_a_word_is_folded_in_lower_case_without_signs_of_italics(word: str, folded: str) -> None:
    assert fold_word(word) == folded


def test_every_folding_has_a_reason_and_no_character_two() -> None:
    rows = (*FOLDINGS, *LETTER_FOLDINGS)
    assert all(row.reason for row in rows)
    characters = "".join(row.characters for row in rows)
    assert len(set(characters)) == len(characters)


@given(st.text())
def test_folding_twice_changes_nothing_and_letters_and_figures_stay(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded


def test_letters_with_marks_are_not_folded() -> None:
    assert fold("café") != fold("cafe")


def test_case_is_kept() -> None:
    assert fold("Us") == "Us"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İzmir", "izmir"),
        ("I\u0307zmir", "izmir"),
        ("کتاب", "كتاب"),
        ("علی", "علي"),
        ("كتـــاب", "كتاب"),
        ("STRAẞE", "straße"),
        ("ᾠδὴ", "ωδή"),
        ("क़लम", "क\u093cलम"),
    ],
)
def test_a_letter_that_is_there_twice_is_one(one: str, other: str) -> None:
    assert fold_word(one) == fold_word(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ısı", "isi"), ("ή", "η"), ("على", "علي"), ("νόμος", "νομός")]
)
def test_letters_that_tell_words_apart_are_kept(one: str, other: str) -> None:
    assert fold_word(one) != fold_word(other)


@given(st.sampled_from(LETTER_FOLDINGS), st.text("ابκab", min_size=1))
def test_words_that_fold_alike_are_read_alike(row: Folding, around: str) -> None:
    for letter in row.characters:
        words = [around + letter + around], [around + row.to + around]
        assert fold_word(words[0][0]) == fold_word(words[1][0])
        assert difference_kind(*words) is ChangeKind.TYPOGRAPHY


@given(st.text())
def test_a_folded_word_stays_as_it_is(text: str) -> None:
    folded = fold_word(fold_word(text))
    assert fold_word(folded) == folded


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("IŞIK İnce", "tr", "ıŞıK ince"),
        ("IMF", "en", "IMF"),
        ("ştiinţă Ţara", "ro", "știință Țara"),
        ("s\u0327i", "ro", "s\u0326i"),
        ("şu", "tr", "şu"),
    ],
)
def test_letters_are_read_as_their_language_does(text: str, language: str, wanted: str) -> None:
    assert with_own_letters(text, language=language) == wanted


def test_own_letters_keep_positions() -> None:
    assert all(
        len(letter) == len(own) == 1
        for language in LANGUAGES
        for letter, own in language.letters.items()
    )
