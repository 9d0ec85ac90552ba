"""What the program knows of Hebrew."""

from __future__ import annotations

from typing import Final

from facing_pages.core.languages.language_record import Language, phrases, words

LANGUAGE: Final = Language(
    code="he",
    name="Hebrew",
    function_words=words(
        "של את על לא זה זו זאת הוא היא הם הן אני אתה אנחנו עם אל אם כי גם או אבל רק כל יש "
        "אין היה הייתה היו להיות לו לה להם לי לך בו בה מה מי איך כמו אשר בין עד כן אך"
    ),
    magnitudes=words("מאה אלף אלפים מיליון מיליארד"),
    negations=words("לא אין בלי ללא מעולם אינו אינה אינם"),
    weighty_words=words("רק אם"),
    script=r"\p{Hebrew}",
    greetings=phrases(
        "שלום, שלום לכולם, שלום רב, היי, היי לכולם, יקר, יקרה, יקרים, לכבוד, בוקר טוב, ערב טוב, "
        "צהריים טובים"
    ),
    closings=phrases(
        "בברכה, בברכת חברים, בכבוד רב, בתודה, תודה, תודה רבה, שלך, באהבה, בידידות, להתראות, כל "
        "טוב, המון אהבה, בברכה חמה"
    ),
)
