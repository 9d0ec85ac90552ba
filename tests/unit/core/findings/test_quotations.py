from __future__ import annotations

from facing_pages.core.findings.quotations import changed_quotations, leaves_open
from tests.helpers.readings import reading_of


def changes(original: str, rewrite: str) -> list[tuple[str, str, bool]]:
    reading = reading_of(original, rewrite)
    return [
        (reading.sides.original.quote(one), reading.sides.rewrite.quote(other), is_term)
        for one, other, is_term in changed_quotations(reading)
    ]


def test_a_quoted_word_that_was_replaced_is_found() -> None:
    original = 'The general called the strike "righteous" on Monday.'
    rewrite = "The general called the strike “fair” on Monday."
    assert changes(original, rewrite) == [("righteous", "fair", True)]


def test_a_speech_in_other_words_is_no_term() -> None:
    original = 'He said, "We will mend the old bridge before the winter comes."'
    rewrite = 'He said, "We will repair the old bridge before the winter arrives."'
    ((_, _, is_term),) = changes(original, rewrite)
    assert not is_term


def test_other_marks_forms_and_function_words_change_no_quotation() -> None:
    assert changes('It was "a long night" there.', "It was «the long night» there.") == []
    assert changes('It was "a long night" there.', "It was a long night there.") == []


def test_a_quotation_that_is_left_open_is_found() -> None:
    closed, opened = '"It is late," said Tom.', '"It is late, said Tom.'
    assert leaves_open(reading_of(closed, opened))
    assert not leaves_open(reading_of(opened, closed))
    assert not leaves_open(reading_of(closed, closed.replace("Tom", "Ann")))


def test_the_comma_before_a_closing_mark_is_no_quoted_word() -> None:
    original = '"You are late," said the captain.'
    rewrite = '"You are right," said the captain.'
    assert changes(original, rewrite) == [("You are late", "You are right", True)]
