from __future__ import annotations

import pytest

from facing_pages.core.translations import (
    CATALOG_LANGUAGES,
    known_language,
    sentence_case,
    translator,
)


@pytest.mark.parametrize(
    ("code", "number", "share"), [("en", "1,234", "0.5"), ("de", "1.234", "0,5")]
)
def test_numbers_have_the_form_of_the_language(code: str, number: str, share: str) -> None:
    assert translator(code).number(1234) == number
    assert translator(code).decimal(0.5) == share


def test_a_sentence_without_translation_stays_as_it_is() -> None:
    for code in CATALOG_LANGUAGES:
        assert translator(code).tr("{name}.no such sentence", name="a") == "a.no such sentence"
        assert translator(code).tr("") == ""


def test_a_language_without_a_catalog_is_english() -> None:
    assert known_language("xx") == "en"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert sentence_case("grad der Gewissheit") == "Grad der Gewissheit"
    assert sentence_case("") == ""
