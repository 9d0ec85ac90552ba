"""What the program knows of Russian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, pairs, phrases, words

LANGUAGE: Final = Language(
    code="ru",
    name="Russian",
    function_words=words(
        "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по её "
        "ее мне было вот от меня о из ему когда даже ну ли если или ни быть был была были "
        "до вас они их чем для мы"
    ),
    magnitudes=words(
        "сто тысяча тысячи тысяч миллион миллиона миллионов миллиард миллиарда миллиардов"
    ),
    negations=words("не ни нет никогда никто ничего ничто нельзя без"),
    negating_parts=words("не- без- бес-"),
    opposed_words=words("до/после над/под с/без здесь/там перед/за"),
    weighty_words=words("только лишь кроме если"),
    final_words=forms("муж жен мин"),
    forms_before_names=forms("г-н г-жа св напр т.е"),
    forms_before_numbers=forms("с ст гл рис табл стр"),
    closing_forms=forms("т.д т.п др пр н.э"),
    conjunction="И",
    dash_words=words("который которая которое которые но"),
    number_words=pairs(
        "два 2 три 3 четыре 4 пять 5 шесть 6 семь 7 восемь 8 девять 9 десять 10 двадцать 20 "
        "тридцать 30 сорок 40 сто 100 тысяча 1000"
    ),
    spellings=pairs("процентов % процента %"),
    spelling_rules=pairs("ё е"),
    has_lemmas=True,
    chapter_words=words("глава часть"),
    chapter_names=words("пролог"),
    caption_words=words("рисунок рис. таблица табл. карта"),
    capital_words=words(
        "Вера Надежда Любовь Роман Лев Слава Роза Лилия Орёл Орел Земля Победа Правда Мир "
        "Союз Мороз Соловей Заяц"
    ),
    greetings=phrases(
        "дорогой, дорогая, дорогие, уважаемый, уважаемая, уважаемые, милый, милая, здравствуйте, "
        "здравствуй, привет, привет всем, всем привет, добрый день, добрый вечер, доброе утро"
    ),
    closings=phrases(
        "с уважением, с глубоким уважением, с наилучшими пожеланиями, всего доброго, всего "
        "хорошего, всего наилучшего, искренне ваш, искренне ваша, искренне, ваш, ваша, твой, "
        "твоя, с любовью, с приветом, с благодарностью, до свидания, до встречи, пока, спасибо, "
        "целую, обнимаю"
    ),
)
