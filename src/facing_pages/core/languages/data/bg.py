"""What the program knows of Bulgarian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, words

LANGUAGE: Final = Language(
    code="bg",
    name="Bulgarian",
    function_words=words(
        "и в във на да не се си от за с със по че до е са съм беше бяха бъде ще но а или "
        "ако като когато където как който която което които той тя то те аз ти ние вие го я "
        "ги му им ми ме този тази това тези при през след преди между без само още вече "
        "също така ли"
    ),
    magnitudes=words("сто хиляда хиляди милион милиона милиард милиарда"),
    negations=words("не няма никога никой нищо нито без"),
    negating_parts=words("не- без-"),
    weighty_words=words("само освен ако"),
    forms_before_names=forms("г-н г-жа д-р напр"),
    forms_before_numbers=forms("чл бр"),
    closing_forms=forms("т.н др"),
    conjunction="И",
    caption_words=words("фигура фиг. таблица табл. карта"),
    capital_words=words("Вяра Надежда Любов Роза Лъв Слава Мир Правда Ангел Камен Земя"),
)
