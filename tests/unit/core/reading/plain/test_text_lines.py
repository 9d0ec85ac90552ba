from __future__ import annotations

from facing_pages.core.reading.plain.text_lines import columns_of, lines_of


def test_blank_lines_are_left_out_and_remembered() -> None:
    first, second, third = lines_of("The lamp\nwas out.\n \nNobody came.")
    assert (first.text, second.text, third.text) == ("The lamp", "was out.", "Nobody came.")
    assert [line.blank_before for line in (first, second, third)] == [True, False, True]


def test_marks_of_quotation_are_no_part_of_a_line() -> None:
    text = "He wrote:\n> > \tThe lamp is out.\n>\n> Is it?"
    _, inner, outer = lines_of(text)
    assert inner.body.of(text) == inner.text == "The lamp is out."
    assert (inner.quotes, outer.quotes) == (2, 1)
    assert outer.blank_before
    assert outer.indent == 0


def test_an_indent_is_counted_behind_the_marks_of_quotation() -> None:
    assert [line.indent for line in lines_of("   a\n>    b")] == [3, 3]


def test_space_after_the_words_is_noticed() -> None:
    assert [line.has_space_after for line in lines_of("a \nb")] == [True, False]


def test_han_characters_take_two_columns_and_marks_on_letters_none() -> None:
    assert columns_of("lamp") == 4
    assert columns_of("灯台 x") == 6
    assert columns_of("cafe\u0301") == 4
