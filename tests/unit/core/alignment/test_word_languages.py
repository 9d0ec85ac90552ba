"""Words of other languages, linked by form, dictionary form, numbers and place alone."""

from __future__ import annotations

import pytest

from facing_pages import compare

PAIRS = {
    "de": (
        "Der alte Mann ging jeden Morgen mit seinem Hund zum Hafen, um die 1500 Boote zu zählen.",
        "Jeden Morgen lief der alte Mann mit seinen Hunden zum Hafen und zählte die 1.500 Schiffe.",
        {("Mann", "Mann"), ("Hund", "Hunden"), ("zählen", "zählte"), ("1500", "1.500")},
    ),
    "fr": (
        "Le gouvernement a décidé de réduire les impôts de dix pour cent l'année prochaine.",
        "L'année prochaine, le gouvernement réduira les impôts de 10 pour cent.",
        {("gouvernement", "gouvernement"), ("réduire", "réduira"), ("dix", "10")},
    ),
    "es": (
        "La vieja casa de la colina fue vendida en 1950 a una familia de Madrid.",
        "En 1950, la antigua casa de la colina se vendió a una familia madrileña.",
        {("casa", "casa"), ("vendida", "vendió"), ("1950", "1950"), ("familia", "familia")},
    ),
    "ru": (
        "Старый рыбак каждое утро выходил в море на своей маленькой лодке.",
        "Каждое утро старый рыбак выходит в море в маленькой лодке.",
        {("рыбак", "рыбак"), ("выходил", "выходит"), ("лодке", "лодке")},
    ),
    "zh": (
        "老渔夫每天早上都划着小船出海捕鱼。",
        "每天早晨,老渔夫都会划着他的小船去海上打鱼。",
        {("渔", "渔"), ("船", "船"), ("海", "海"), ("鱼", "鱼")},
    ),
}


@pytest.mark.parametrize("language", PAIRS)
def test_words_are_linked(language: str) -> None:
    original, rewrite, wanted = PAIRS[language]
    (link,) = compare(original, rewrite).alignment.links
    found = {(word.original.of(original), word.rewrite.of(rewrite)) for word in link.words}
    assert wanted <= found


@pytest.mark.parametrize("language", PAIRS)
def test_nothing_is_linked_with_half_of_the_sentence(language: str) -> None:
    original, rewrite, _ = PAIRS[language]
    (link,) = compare(original, rewrite).alignment.links
    for place in {word.original for word in link.words}:
        assert sum(word.original == place for word in link.words) <= 3
