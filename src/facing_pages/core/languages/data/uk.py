"""What the program knows of Ukrainian."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, forms, words

LANGUAGE: Final = Language(
    code="uk",
    name="Ukrainian",
    function_words=words(
        "і й та в у на не що з із зі до за це від для про по як він вона воно вони я ти ми "
        "ви його її їх йому мені нас вас але а або чи же б би бо щоб коли де якщо який яка "
        "яке які був була було були є бути цей ця ці того тому так також лише ще вже при "
        "через під між"
    ),
    magnitudes=words(
        "сто тисяча тисячі тисяч мільйон мільйони мільйонів мільярд мільярди мільярдів"
    ),
    negations=words("не ні немає ніколи ніхто нічого без"),
    negating_parts=words("не- без-"),
    weighty_words=words("тільки лише крім якщо"),
    final_words=forms("вид град"),
    closing_forms=forms("т.д т.п ін н.е"),
    conjunction="І",
    chapter_words=words("розділ"),
    caption_words=words("рисунок рис. таблиця табл. мапа"),
    capital_words=words(
        "Віра Надія Любов Роман Лев Слава Роза Лілія Правда Мороз Перемога Заєць Земля"
    ),
)
