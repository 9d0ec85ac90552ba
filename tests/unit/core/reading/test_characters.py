from __future__ import annotations

from itertools import product

import ftfy
import pytest
from ftfy.fixes import fix_c1_controls
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.model import RepairKind
from facing_pages.core.reading.characters import USUAL_MARKS, may_be_misread, repair_characters
from facing_pages.core.reading.edits import apply_edits


def repaired(text: str) -> str:
    return apply_edits(text, repair_characters(text))


def test_mojibake_is_repaired_where_it_stands() -> None:
    text = "The sign said â€œclosedâ€\x9d and nothing else.\nThe second line is fine."
    edits = repair_characters(text)
    assert apply_edits(text, edits).startswith("The sign said “closed”")
    assert {edit.why for edit in edits} == {RepairKind.MOJIBAKE}
    assert [edit.at.of(text) for edit in edits] == ["â€œ", "â€\x9d"]


def test_nothing_misread_has_usual_marks_alone() -> None:
    for count in (1, 2, 3, 4):
        for characters in product(USUAL_MARKS + "aA 0.", repeat=count):
            line = "".join(characters)
            assert ftfy.fix_encoding(line) == line


@pytest.mark.parametrize(
    "text",
    [
        "Сторож маяка сказал: “Вчера корабли шли к гавани” – и ушёл.",
        "灯台守は毎朝、階段を上った。",
        "حارس المنارة صعد الدرج كل صباح.",
        "L'été dernier, le gardien était fatigué et sa sœur aussi.",
    ],
)
def test_ftfy_is_not_asked_about_good_prose(text: str) -> None:
    assert not may_be_misread(text)


def test_no_character_is_misread_alone() -> None:
    around = [("a", "a"), ("A", "A"), (" ", " "), ("a", " "), (" ", "a"), (".", "0"), ("", "")]
    for number in range(0x80, 0x3100):
        for before, after in around:
            line = before + chr(number) + after
            assert may_be_misread(line) or fix_c1_controls(ftfy.fix_encoding(line)) == line


@given(st.lists(st.sampled_from("aZ .,é «»ÂÃâ€™œþ½×°Ð“”—ВГРСЂўяё¶§שسเ中の한\xa0")).map("".join))
def test_what_ftfy_repairs_is_shown_to_it(line: str) -> None:
    assert may_be_misread(line) or fix_c1_controls(ftfy.fix_encoding(line)) == line


def test_curly_quotes_stay_curly() -> None:
    text = "“It’s late,” he said."
    assert repaired(text) == text


def test_a_lone_a_circumflex_between_spaces_was_a_dash() -> None:
    text = "The lamp was lit â nobody knew by whom â and went out again."
    assert repaired(text) == "The lamp was lit — nobody knew by whom — and went out again."


def test_between_words_it_was_a_dash_if_the_text_is_damaged_elsewhere() -> None:
    text = "They talked â at last. They are discussingâinternallyâwhether to go."
    assert repaired(text) == "They talked — at last. They are discussing—internally—whether to go."


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [("itâs", "it’s"), ("donât", "don’t"), ("theyâre", "they’re"), ("Iâll", "I’ll")],
)
def test_before_the_end_of_a_contraction_it_was_an_apostrophe(damaged: str, whole: str) -> None:
    assert repaired(f"Well, {damaged} over there.") == f"Well, {whole} over there."


@pytest.mark.parametrize(
    "text",
    [
        "Le château de mon père était bâti là-haut, près de la forêt où l'âne paît.",
        "They spent a week in a château and a night in a tent.",
        "România și câinele: până la capăt, în fiecare dimineață când răsare soarele.",
        "She ordered pâté in the restaurant.",
    ],
)
def test_the_letter_is_left_alone(text: str) -> None:
    assert repaired(text) == text
