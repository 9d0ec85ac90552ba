from __future__ import annotations

import pytest

from facing_pages.core.changes.word_change import Words
from facing_pages.core.model import ChangeKind, Span
from tests.helpers.word_changes import change, link, words_of

ONE = change("reworded", (2, 4), (3, 5))


@pytest.mark.parametrize(
    ("rows", "columns", "is_before"),
    [((4, 5), (5, 6), True), ((3, 5), (5, 6), False), ((4, 5), (4, 6), False)],
)
def test_a_change_is_before_another_on_both_sides(
    rows: tuple[int, int], columns: tuple[int, int], is_before: bool
) -> None:
    assert ONE.is_before(change("removed", rows, columns)) is is_before


@pytest.mark.parametrize(
    ("rows", "columns", "touches"),
    [((4, 5), (5, 6), True), ((5, 6), (5, 6), False), ((4, 5), (6, 7), False)],
)
def test_a_change_touches_the_one_that_begins_where_it_ends(
    rows: tuple[int, int], columns: tuple[int, int], touches: bool
) -> None:
    assert ONE.touches(change("removed", rows, columns)) is touches


@pytest.mark.parametrize(
    ("rows", "columns", "overlaps"),
    [
        ((3, 9), (8, 9), True),
        ((8, 9), (4, 9), True),
        ((4, 9), (5, 9), False),
        ((0, 2), (0, 3), False),
        ((0, 3), (0, 0), True),
    ],
)
def test_changes_overlap_that_share_a_word_on_a_side(
    rows: tuple[int, int], columns: tuple[int, int], overlaps: bool
) -> None:
    other = change("removed", rows, columns)
    assert ONE.overlaps(other) is overlaps
    assert other.overlaps(ONE) is overlaps


@pytest.mark.parametrize(
    ("rows", "columns", "contains"),
    [
        ((2, 4), (3, 5), True),
        ((3, 3), (4, 4), True),
        ((3, 4), (9, 9), True),
        ((3, 5), (9, 9), False),
        ((1, 4), (3, 5), False),
        ((2, 5), (3, 5), False),
        ((2, 4), (2, 5), False),
        ((2, 4), (3, 6), False),
    ],
)
def test_a_change_contains_another_that_has_no_word_outside_it(
    rows: tuple[int, int], columns: tuple[int, int], contains: bool
) -> None:
    assert ONE.contains(change("removed", rows, columns)) is contains


def test_a_hull_covers_both_changes_and_what_is_between_them() -> None:
    other = change("removed", (7, 8), (0, 1))
    assert ONE.hull(other) == change("reworded", (2, 8), (0, 5))
    assert other.hull(ONE) == change("removed", (2, 8), (0, 5))
    assert ONE.hull(other, ChangeKind.FORM) == change("form", (2, 8), (0, 5))


WORDS = words_of("the old lamp , | was Dark", "a lamp — | dark it is")


def test_content_is_counted_on_the_side_that_has_more() -> None:
    assert WORDS.content(Span(0, 4), Span(0, 1)) == 2
    assert WORDS.content(Span(1, 2), Span(0, 6)) == 2
    assert WORDS.content(Span(1, 2), Span(0, 0)) == 1
    assert WORDS.content(Span(0, 0), Span(0, 0)) == 0


def test_light_words_are_function_words_and_marks() -> None:
    assert WORDS.are_light(Span(3, 5), Span(2, 3))
    assert not WORDS.are_light(Span(2, 5), Span(2, 3))
    assert WORDS.is_light(link(0, 0))
    assert WORDS.is_light(link(3, 2))
    assert not WORDS.is_light(link(0, 1))
    assert not WORDS.is_light(link(1, 0))


def test_weighty_function_words_say_more_than_others() -> None:
    light = frozenset({"the", "must", "of"})
    none: frozenset[int] = frozenset()
    words = Words(["the", "must", ",", "boat"], ["of"], (none, none), light)
    assert words.say_little(Span(0, 1), Span(0, 1))
    assert words.say_little(Span(2, 3), Span(0, 0))
    assert not words.say_little(Span(0, 2), Span(0, 1))
    assert not words.say_little(Span(3, 4), Span(0, 0))


def test_marks_are_told_from_words() -> None:
    assert WORDS.are_marks(Span(3, 4), Span(2, 3))
    assert not WORDS.are_marks(Span(3, 5), Span(2, 3))
    assert not WORDS.are_marks(Span(3, 4), Span(1, 3))
    assert WORDS.have_marks(Span(0, 4), Span(0, 2))
    assert WORDS.have_marks(Span(0, 3), Span(0, 3))
    assert not WORDS.have_marks(Span(0, 3), Span(0, 2))
    assert WORDS.is_mark(link(3, 0))
    assert WORDS.is_mark(link(0, 2))
    assert not WORDS.is_mark(link(0, 0))


def test_words_are_equal_but_for_case_and_typography() -> None:
    assert WORDS.are_equal(link(5, 3))
    assert not WORDS.are_equal(link(0, 0))


@pytest.mark.parametrize(
    ("original", "rewrite", "language", "kind"),
    [
        ("IŞIKLAR", "ışıklar", "tr", ChangeKind.TYPOGRAPHY),
        ("İZMİR", "izmir", "tr", ChangeKind.TYPOGRAPHY),
        ("ISI", "isi", "tr", None),
        ("ISI", "isi", "en", ChangeKind.TYPOGRAPHY),
        ("ısı", "isi", "tr", None),
        ("ştiu", "știu", "ro", ChangeKind.TYPOGRAPHY),
        ("τὴν", "την", "el", ChangeKind.TYPOGRAPHY),
        ("ὄρος", "ὅρος", "el", None),
        ("ὄρος", "όρος", "el", ChangeKind.TYPOGRAPHY),
    ],
)
def test_letters_of_a_language_and_old_accents_tell_words_apart_or_do_not(
    original: str, rewrite: str, language: str, kind: ChangeKind | None
) -> None:
    words = words_of(original, rewrite, language=language)
    assert words.difference(Span(0, 1), Span(0, 1)) is kind


@pytest.mark.parametrize(
    ("rows", "columns", "crosses"),
    [
        ((3, 5), (0, 0), True),
        ((4, 6), (3, 6), False),
        ((0, 4), (0, 3), False),
        ((0, 0), (2, 4), True),
    ],
)
def test_a_change_crosses_a_sentence_where_one_begins_inside_it(
    rows: tuple[int, int], columns: tuple[int, int], crosses: bool
) -> None:
    assert WORDS.crosses_sentence(change("reworded", rows, columns)) is crosses


@pytest.mark.parametrize(
    ("original", "rewrite", "kind"),
    [
        ("nineteen eighty-four", "1984", ChangeKind.FORM),
        ("205", "two hundred and five", ChangeKind.FORM),
        ("nineteen eighty-four", "1985", None),
        ("1984", "nineteen eighty-four boats", None),
    ],
)
def test_a_number_in_words_and_in_figures_is_another_form(
    original: str, rewrite: str, kind: ChangeKind | None
) -> None:
    words = words_of(original, rewrite)
    runs = Span(0, len(words.original)), Span(0, len(words.rewrite))
    assert words.difference(*runs) is kind
