from __future__ import annotations

from itertools import product

import ftfy
import pytest
from ftfy.fixes import fix_c1_controls
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.model import RepairKind
from facing_pages.core.reading import characters
from facing_pages.core.reading.characters import USUAL_MARKS, may_be_misread, repair_characters
from facing_pages.core.reading.replacements import apply_edits


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
        for marks in product(USUAL_MARKS + "aA 0.", repeat=count):
            line = "".join(marks)
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


def misread(text: str) -> str:
    """Return a text whose UTF-8 was read as Windows-1252 or, where that has gaps, as Latin-1."""
    return text.encode("utf-8").decode("sloppy-windows-1252")


PROSE = st.sampled_from(
    ["“The", "harbour", "wasn’t", "far” —", "déjà vu", "naïve", "Собака", "à la", "10 €", "漢字。"]
).flatmap(lambda word: st.sampled_from([word, misread(word), misread(misread(word))]))


@given(words=st.lists(PROSE, min_size=1, max_size=60), part=st.sampled_from([8, 20, 50]))
def test_a_long_line_is_repaired_as_in_one_piece(words: list[str], part: int) -> None:
    line = " ".join(words)
    with pytest.MonkeyPatch.context() as patch:
        whole = repair_characters(line)
        patch.setattr(characters, "MIN_PART_LENGTH", part)
        in_parts = repair_characters(line)

    assert apply_edits(line, in_parts) == apply_edits(line, whole)
    assert sum(e.at.length for e in in_parts) <= sum(e.at.length for e in whole) + len(whole)


def test_a_long_line_of_prose_has_the_edits_of_its_sentences() -> None:
    sentence = misread("“The harbour wasn’t far,” she said — not yet. ")
    count = 4 * characters.MIN_PART_LENGTH // len(sentence)
    single = [(edit.at, edit.new) for edit in repair_characters(sentence)]

    edits = repair_characters(sentence * count)

    assert [(edit.at, edit.new) for edit in edits] == [
        (at.shifted(n * len(sentence)), new) for n in range(count) for at, new in single
    ]


@pytest.mark.parametrize("text", ["Собака", "漢字", "“’—"])
def test_a_long_line_with_nothing_to_cut_it_at_is_repaired_whole(text: str) -> None:
    whole = text * (characters.MAX_COMPARED // len(text) + 1)

    assert repaired(misread(whole) + "!") == whole + "!"
    assert repaired("!" + misread(whole)) == "!" + whole


def test_a_long_line_is_whole_even_where_ascii_was_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(characters, "MIN_PART_LENGTH", 4)
    monkeypatch.setattr(ftfy, "fix_encoding", lambda line: line.replace("Ã©t", "éT"))

    assert repaired("one Ã©tÃ© two three") == "one éTÃ© two three"
