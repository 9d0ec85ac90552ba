from __future__ import annotations

import pytest

from facing_pages.core.languages.detect import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The lamp was out and nobody knew who had the key to it.", "en"),
        ("Der Turm ist alt und niemand weiß, wer ihn mit dem Geld der Stadt gebaut hat.", "de"),
        ("La tour est vieille et personne ne sait qui l'a bâtie dans la ville.", "fr"),
        ("La torre es vieja y nadie sabe quién la construyó en el pueblo.", "es"),
        ("Маяк стоит на мысу, и никто не знает, кто его построил.", "ru"),
        ("Manden gik hjem over broen, og så var der ikke nogen.", "da"),
        ("Jeg vet ikke hva det er, og han vet det ikke nå.", "nb"),
        ("Han gick hem och det var inte sent.", "sv"),
        ("Człowiek poszedł do domu i nie wrócił.", "pl"),
        ("Az ember hazament és nem jött vissza.", "hu"),
        ("Чоловік пішов додому і не повернувся, бо був втомлений.", "uk"),
        ("Ο άνδρας πήγε σπίτι και δεν γύρισε.", "el"),
        ("灯台は岬に立っている。", "ja"),
        ("Sobanın ısısı arttı.", "tr"),
        ("İNCE IŞIK, DAĞ.", "tr"),
        ("Erdoğan slept.", "en"),
        ("Erdoğan and Yıldız were in the house of the Işıks.", "en"),
        ("Old men fish.", "en"),
        ("", "en"),
    ],
)
def test_the_language_of_a_text_is_told(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_few_foreign_letters_do_not_decide() -> None:
    page = "The lamp on the cape was lit by the keeper. "
    assert language_of(page * 3 + "Маяк стоит.") == "en"
    assert language_of(page * 3 + "灯台は岬に立っている。" * 2) == "en"
    assert language_of(page + "灯台は岬に立っている。" * 2) == "ja"


def test_one_function_word_does_not_decide() -> None:
    assert language_of("Man overboard") == "en"
    assert language_of("Man går till båten") == "sv"


def test_only_the_beginning_of_a_text_is_looked_at() -> None:
    assert language_of("Der Turm ist alt. " * 2_000 + "The lamp was out. " * 20_000) == "de"
