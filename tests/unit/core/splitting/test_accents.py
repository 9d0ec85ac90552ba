from __future__ import annotations

import pytest

from facing_pages.core.splitting.accents import (
    Accents,
    accents_of,
    are_other_words,
    without_accents,
)


@pytest.mark.parametrize(
    ("original", "rewrite", "accents"),
    [
        ("Où est l'été, près de là ?", "Ou est l'ete, pres de la ?", Accents.DROPPED),
        ("Kde je můj žlutý dům?", "Kde je muj zluty dum?", Accents.DROPPED),
        ("Où est l'été ?", "Ou est l'été ?", Accents.WRITTEN),
        ("The inn was full.", "The old inn was full.", Accents.NONE),
        ("Schöne Bäume blühten.", "Im Wald war es still.", Accents.NONE),
        ("Bà mua một con cá.", "Ba mua mot con ca.", Accents.TONES),
    ],
)
def test_accents_are_those_of_both_texts(original: str, rewrite: str, accents: Accents) -> None:
    assert accents_of(original, rewrite) is accents
    assert accents_of(rewrite, original) is accents


def test_a_name_that_keeps_its_accent_does_not_matter() -> None:
    full = "é " * 10 + "José"
    assert accents_of(full, "e " * 10 + "José") is Accents.DROPPED
    assert accents_of(full, "e " * 10 + "José é") is Accents.WRITTEN


@pytest.mark.parametrize(
    ("old", "new", "accents", "language", "are_other"),
    [
        ("où", "ou", Accents.WRITTEN, "fr", True),
        ("ou", "où", Accents.WRITTEN, "fr", True),
        ("où", "ou", Accents.DROPPED, "fr", False),
        ("où", "ou", Accents.NONE, "fr", False),
        ("él", "el", Accents.WRITTEN, "es", True),
        ("château", "chateau", Accents.WRITTEN, "fr", False),
        ("là où", "là ou", Accents.WRITTEN, "fr", True),
        ("là", "là où", Accents.WRITTEN, "fr", False),
        ("là", "là", Accents.TONES, "fr", False),
        ("résumé", "resume", Accents.WRITTEN, "en", False),
        ("cá", "ca", Accents.TONES, "vi", True),
        ("cá", "cà", Accents.TONES, "vi", True),
    ],
)
def test_a_word_without_its_accents_may_be_another_one(
    old: str, new: str, accents: Accents, language: str, *, are_other: bool
) -> None:
    assert are_other_words(old.split(), new.split(), accents, language=language) is are_other


def test_a_word_is_bare_without_its_accents() -> None:
    assert without_accents("élève") == "eleve"
    assert without_accents("ёлка") == "ёлка"
