from __future__ import annotations

import pytest

from facing_pages.core.languages.letter_lines import is_closing, is_greeting, may_be_closing
from facing_pages.core.languages.registry import LANGUAGES


@pytest.mark.parametrize(
    "line",
    [
        "Hi team",
        "Dear all",
        "Dear Mr. and Mrs. Hale,",
        "Liebe Alle",
        "LIEBE ANNA",
        "Bonjour à tous",
        "Hola, Marta",
        "Уважаемая Анна Петровна!",
        "各位同事：",
        "亲爱的小王",
    ],
)
def test_a_greeting_stands_alone_or_before_names(line: str) -> None:
    assert is_greeting(line)


@pytest.mark.parametrize(
    "line",
    [
        "Liebe und Tod",
        "Dear to the heart",
        "The harbour",
        "Hi there. It rains.",
        "Dear one two three four five",
        "亲爱的小王昨天没有来开会",
        "",
    ],
)
def test_other_lines_are_no_greeting(line: str) -> None:
    assert not is_greeting(line)


@pytest.mark.parametrize(
    "line",
    [
        "Mit freundlichen Grüßen",
        "MIT FREUNDLICHEN GRÜSSEN",
        "Bien à vous",
        "Med venlig hilsen",
        "С уважением,",
        "Best,",
        "Cheers, Jo",
    ],
)
def test_a_closing_of_several_words_or_with_a_comma_is_sure(line: str) -> None:
    assert is_closing(line)


@pytest.mark.parametrize("line", ["Best", "Cordialement", "Viele Grüße aus Hale", "Love always"])
def test_a_word_or_a_closing_with_more_words_could_be_a_title(line: str) -> None:
    assert may_be_closing(line)
    assert not is_closing(line)


def test_a_closing_without_names_is_a_closing_and_no_more() -> None:
    assert may_be_closing("Best", with_names=False)
    assert not may_be_closing("Love always", with_names=False)
    assert not may_be_closing("The harbour")
    assert not may_be_closing("Best one two three four five")


def test_every_language_has_greetings_and_closings() -> None:
    for language in LANGUAGES:
        assert all(map(is_greeting, language.greetings)), language.code
        assert language.closings
        assert all(map(may_be_closing, language.closings)), language.code
