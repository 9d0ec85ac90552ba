from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facing_pages.core.model import ChangeKind, Span
from facing_pages.core.splitting.typography import (
    capital_words,
    difference_kind,
    is_other_word_by_case,
    plain_word,
    reading,
)
from facing_pages.core.splitting.words import words_in


def read(text: str) -> str:
    return reading(words_in(text, Span(0, len(text))))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al Qaeda", "al-Qaeda"),
        ("“Go,” he said.", "'Go' – he said"),
        ("10-12", "10 – 12"),
        ("1990 -2000", "1990–2000"),
        ("3 %", "3%"),
        ("$5", "$ 5"),
        ("p<0.05", "p < 0.05"),
        ("❤️", "❤"),
        ("יֶלֶד", "ילד"),
        ("كَتَبَ", "كتب"),
        ("בְּ5-ליטר", "ב5-ליטר"),
        ("مِـ5-لتر", "م5-لتر"),
        ("ὁδός", "ὉΔΌΣ"),
        ("_so_", "so"),
        ("a | b", "a b"),
        ("e.g. now", "eg now"),
        ("and/or", "andor"),
        ("Covid-19", "Covid19"),
        ("20-year", "20year"),
        ("it – 5", "it 5"),
        ("5 – it", "5 it"),
    ],
)
def test_marks_spaces_and_case_are_not_read(one: str, other: str) -> None:
    assert read(one) == read(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10-12", "10 12"),
        ("10 12", "1012"),
        ("5, 6", "5 - 6"),
        ("5 -, 6", "5 - 6"),
        ("A5 6", "A56"),
        ("3.5 6", "3.56"),
        ("€3.5", "€35"),
        ("-5", "5"),
        ("+5", "-5"),
        ("±5", "5"),
        ("A-", "A"),
        ("Na+", "Na"),
        ("3.5", "35"),
        ("1/2", "12"),
        ("9:30", "930"),
        ("10^2", "102"),
        ("5°", "5"),
        ("§ 5", "5"),
        ("5 €", "5 £"),
        ("a = b", "a ≠ b"),
        ("its", "it's"),
        ("Maße", "Masse"),
        ("👍🏽", "👍🏿"),
        ("👍", "👎"),
        ("ก", "ก่"),
        ("फल", "फूल"),
        ("C++", "C"),
    ],
)
def test_letters_figures_and_signs_are_read(one: str, other: str) -> None:
    assert read(one) != read(other)


@pytest.mark.parametrize(
    ("original", "rewrite", "kind"),
    [
        (["Al", "Qaeda"], ["al-Qaeda"], ChangeKind.TYPOGRAPHY),
        (["1.250,50"], ["1,250.50"], ChangeKind.FORM),
        (["12", "000", "km"], ["12,000", "km"], ChangeKind.FORM),
        (["its"], ["it's"], ChangeKind.FORM),
        (["3.5%"], ["35%"], None),
        (["12", "km"], ["12", "m"], None),
        (["5", "and", "6"], ["5", "and", "7"], None),
        ([","], ["."], ChangeKind.TYPOGRAPHY),
        ([","], ["and"], None),
        ([], ["5"], None),
        (["“"], ["0"], None),
        (["élève"], ["eleve"], ChangeKind.FORM),
        (["élève"], ["éleve"], None),
        (["Maße"], ["Masse"], ChangeKind.FORM),
        (["Lamp"], ["lamp"], ChangeKind.TYPOGRAPHY),
        (["lamp"], ["lamps"], None),
        (["καὶ", "ὁ"], ["και", "ο"], ChangeKind.TYPOGRAPHY),
        (["ή"], ["η"], None),
        (["τόν"], ["τον"], ChangeKind.FORM),
        (["کتاب"], ["كتاب"], ChangeKind.TYPOGRAPHY),
        (["khỏe", ",", "hòa"], ["khoẻ", "hoà"], ChangeKind.FORM),
        (["hòa"], ["hóa"], None),
        (["बाज़ार", "में"], ["बाजार", "में"], ChangeKind.FORM),
        (["कमल"], ["कमाल"], None),
        (["ЁЛКА"], ["елка"], ChangeKind.FORM),
        (["١٢"], ["12"], ChangeKind.FORM),
        (["١٢"], ["13"], None),
    ],
)
def test_the_kind_of_a_difference(
    original: list[str], rewrite: list[str], kind: ChangeKind | None
) -> None:
    assert difference_kind(original, rewrite) is kind


@pytest.mark.parametrize(
    ("words", "others", "starts", "wanted"),
    [
        (("us", "US"), (["he", "told"], ["he", "told"]), (False, False), True),
        (("us", "U.S."), (["he", "told"], ["he", "told"]), (False, False), True),
        (("US", "us"), (["he", "told"], ["he", "told"]), (False, False), True),
        (("us", "US"), (["he", "told"], ["HE", "TOLD"]), (False, False), False),
        (("us", "Us"), (["he", "told"], ["he", "told"]), (False, False), False),
        (("polish", "Polish"), (["they", "silver"], ["they", "silver"]), (False, False), True),
        (("polish", "Polish"), (["they", "silver"], ["they", "silver"]), (False, True), False),
        (("polish", "Polish"), (["they", "silver"], ["They", "Silver"]), (False, False), False),
        (("lamp", "Lamp"), (["they"], ["they"]), (False, False), False),
        (("us", "them"), (["he"], ["he"]), (False, False), False),
    ],
)
def test_some_words_are_others_with_capitals(
    words: tuple[str, str],
    others: tuple[list[str], list[str]],
    starts: tuple[bool, bool],
    wanted: bool,
) -> None:
    assert is_other_word_by_case(words, others, starts=starts, language="en") is wanted


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ("sie", "Sie")),
        ("de", ("floh", "Floh")),
        ("fr", ("pierre", "Pierre")),
        ("es", ("granada", "Granada")),
        ("it", ("lei", "Lei")),
        ("ru", ("вера", "Вера")),
        ("tr", ("deniz", "Deniz")),
        ("el", ("ελπίδα", "Ελπίδα")),
        ("da", ("i", "I")),
        ("hu", ("farkas", "Farkas")),
    ],
)
def test_each_language_has_words_that_are_others_with_capitals(
    language: str, words: tuple[str, str]
) -> None:
    around = (["lamp"], ["lamp"])
    inside = (False, False)
    assert is_other_word_by_case(words, around, starts=inside, language=language)
    assert is_other_word_by_case(words[::-1], around, starts=inside, language=language)
    assert not is_other_word_by_case(words, around, starts=(False, True), language=language)
    assert not is_other_word_by_case(words, around, starts=inside, language="ja")


def test_capitals_of_nouns_are_none_of_titles() -> None:
    around = (["Garten", "Hunde"], ["Garten", "Hunde"])
    inside = (False, False)
    assert is_other_word_by_case(("floh", "Floh"), around, starts=inside, language="de")
    assert not is_other_word_by_case(("rose", "Rose"), around, starts=inside, language="fr")


@pytest.mark.parametrize(
    ("capitals", "others", "is_title"), [(5, 5, True), (5, 6, False), (6, 5, True), (0, 0, False)]
)
def test_a_title_has_capitals_in_half_of_its_longer_words(
    capitals: int, others: int, is_title: bool
) -> None:
    longer = ["They", "Made", "Good", "Silver", "Shine", "Again"][:capitals]
    longer += ["while", "rain", "fell", "outside", "until", "late"][:others]
    # Words of three letters and figures say nothing.
    title = ["And", "a", "Rag", "1952", *longer]
    words = ("polish", "Polish")
    around = (["they"], title)
    is_other = is_other_word_by_case(words, around, starts=(False, False), language="en")
    assert is_other is not is_title


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        (["they", "told", "US", "about", "it"], ["US"]),
        (["they", "told", "U.S.", "papers", "us"], ["U.S."]),
        (["US", "papers", "told", "Polish", "readers"], ["Polish"]),
        (["tell", "US"], ["US"]),
        (["they", "Told", "us"], []),
        ([], []),
    ],
)
def test_words_that_capitals_make_others_are_found_behind_the_first(
    words: list[str], wanted: list[str]
) -> None:
    assert capital_words(words, language="en") == wanted


@pytest.mark.parametrize(
    ("word", "plain"),
    [("Anna’s", "anna"), ("Keepers'", "keepers'"), ("Well-known", "wellknown"), ("“", "")],
)
def test_a_plain_word_has_no_possessive_and_no_marks(word: str, plain: str) -> None:
    assert plain_word(word) == plain


signs = st.sampled_from([*"€$£¥<>=≠≤≥±×÷√∞°%‰#&@+★☆✅❌👍👎🎉", "-5", "5", "3.5", "35", "lamp"])


@given(st.lists(signs, max_size=5), st.lists(signs, max_size=5))
def test_signs_are_never_typography(original: list[str], rewrite: list[str]) -> None:
    is_typography = difference_kind(original, rewrite) is ChangeKind.TYPOGRAPHY
    assert is_typography is (read("".join(original)) == read("".join(rewrite)))
    if sorted("".join(original)) != sorted("".join(rewrite)):
        assert not is_typography
