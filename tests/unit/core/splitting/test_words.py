from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.model import Span
from facing_pages.core.splitting.words import (
    characters_in,
    has_digit,
    is_pictograph,
    is_punctuation,
    split_words,
    words_in,
)


def words(text: str) -> list[str]:
    return [span.of(text) for span in split_words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "word",
    [
        "U.S.-backed", "1,500", "60%", "3.5", "al-Qaeda", "don’t", "It's", "£612", "20th",
        "government-in-exile", "e.g.", "Gen.", "www.example.org/a-b", "naïve", "Fig.", "[12]",
        "[sic]", "-20", "−3.5%", "+3", "±5", "-$12", "₹500", "A-", "AB+",
        "4.2(b)", "7(1)(a)", "7.1(a)(ii)", "12(3)",
    ],
)  # fmt: skip
def test_what_a_person_would_not_cut_is_one_word(word: str) -> None:
    assert words(f"See {word} here") == ["See", word, "here"]


def test_a_dash_behind_a_word_or_number_is_no_sign() -> None:
    assert words("in 1990–2000") == ["in", "1990", "–", "2000"]
    assert words("(p. 3)-5") == ["(", "p", ".", "3", ")", "-", "5"]
    assert words("A-level") == ["A-level"]


@pytest.mark.parametrize("text", ["landlord-the", "one-who", "kam-weil", "Vienna-she", "Haus-The"])
def test_a_hyphen_before_a_word_that_ends_no_compound_is_a_dash(text: str) -> None:
    first, second = text.split("-")
    assert words(text) == [first, "-", second]


@pytest.mark.parametrize(
    "text",
    ["rock-and-roll", "state-of-the-art", "dit-il", "donne-la", "him-herself", "Mutter-und-Kind"],
)
def test_a_compound_may_have_such_a_word_inside(text: str) -> None:
    assert words(text) == [text]


def test_a_bracket_inside_a_word_is_a_mark() -> None:
    assert words("[t]he boat [and a lamp]") == (
        ["[", "t", "]", "he", "boat", "[", "and", "a", "lamp", "]"]
    )


@pytest.mark.parametrize("text", ["4 (b)", "4(b", "4(boats)", "4(b)oats", "4(2025)"])
def test_other_brackets_behind_a_number_are_marks(text: str) -> None:
    assert "(" in words(text)


def test_marks_are_words_of_their_own() -> None:
    assert words("“Go,” he said—twice.") == ["“", "Go", ",", "”", "he", "said", "—", "twice", "."]


def test_a_command_that_sets_words_apart_is_a_mark() -> None:
    assert words(r"a \emph{b} \enquote{c} \cite{d}")[1::2][:2] == ["\\emph{", "}"]
    assert is_punctuation("\\textbf{")
    assert not is_punctuation("\\cite{")


def test_scripts_without_spaces_are_cut_into_words() -> None:
    text = "灯台へ行った。"
    assert words(text) == words_in(text, Span(0, len(text))) == ["灯台", "へ", "行った", "。"]


def test_characters_are_given_singly_where_a_script_sets_no_spaces() -> None:
    text = "The 灯台へ。"
    found = list(characters_in(text, Span(0, len(text))))
    assert found == ["The", "灯", "台", "へ", "。"]


def test_an_emoji_of_several_characters_is_one_word() -> None:
    assert words("a 👩‍👩‍👧 b") == ["a", "👩‍👩‍👧", "b"]


def test_only_the_part_asked_for_is_split() -> None:
    assert split_words("one two three", Span(4, 7)) == [Span(4, 7)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("10", True), ("20th", True), ("五百", True), ("一起", False), ("ten", False), ("", False)],
)
def test_a_word_with_figures_or_of_numerals_has_digits(word: str, expected: bool) -> None:
    assert has_digit(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("“", True), ("...", True), ("|", True), ("─", True), ("%", False), ("a", False),
        ("€", False), ("<", False), ("‰", False), ("§", False), ("❌", False),
    ],
)  # fmt: skip
def test_punctuation_is_told_from_words(word: str, expected: bool) -> None:
    assert is_punctuation(word) is expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("🎉", True),
        ("👍🏽", True),
        ("🇩🇪", True),
        ("❤️", True),
        ("€", False),
        ("%", False),
        ("lamp", False),
    ],
)
def test_emoji_flags_and_hearts_are_pictographs(word: str, expected: bool) -> None:
    assert is_pictograph(word) is expected


@given(
    st.lists(
        st.sampled_from(
            ["U.S.", "don't", "(p.", "3)-5", "-20", "5%", "https://a.b/c.", "Mr.", "…", "ab", "ไทย"]
        ),
        min_size=1,
        max_size=8,
    ),
    st.lists(st.sampled_from([" ", "\n", "\u00a0", " \u200b", "\u2003 "]), min_size=8, max_size=8),
    st.integers(0, 3),
)
def test_words_are_the_same_whatever_space_is_between(
    pieces: list[str], spaces: list[str], start: int
) -> None:
    spaced = "".join(piece + space for piece, space in zip(pieces, spaces, strict=False))
    plain = " ".join(pieces) + " "
    first = min(start, len(pieces[0]))
    within = Span(first, len(spaced))
    assert words_in(spaced, within) == words_in(plain, Span(first, len(plain)))
    assert words_in(spaced, within) == [span.of(spaced) for span in split_words(spaced, within)]
    assert "".join(words_in(plain, Span(0, len(plain)))) == "".join(pieces)


def test_what_stands_before_a_part_tells_what_its_first_mark_is() -> None:
    assert words_in("9-5 lost", Span(1, 8)) == ["-", "5", "lost"]
    assert words_in(" -5 lost", Span(1, 8)) == ["-5", "lost"]
