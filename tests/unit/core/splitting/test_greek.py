from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facing_pages.core.splitting.greek import (
    differ_in_old_signs,
    monotonic,
    without_needless_accent,
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ἄνθρωπος", "άνθρωπος"),
        ("ᾨδὴ", "Ωδή"),
        ("τῆς ἡμέρας", "της ημέρας"),
        ("τῷ πρᾶγμα", "τω πράγμα"),
        ("οἱ παῖδες", "οι παίδες"),
        ("ῥεῦμα", "ρεύμα"),
        ("σκιὰ", "σκιά"),
        ("μιὰ ποιὸς γιὰ", "μια ποιος για"),
        ("ΠΟΙᾺ", "ΠΟΙΑ"),
        ("μία", "μία"),
    ],
)
def test_old_accents_become_those_of_today(old: str, new: str) -> None:
    assert monotonic(old) == new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("ἢ", "ή"),
        ("Ἤ", "Ή"),
        ("ἡ", "η"),
        ("ποῦ", "πού"),
        ("ποὺ", "που"),
        ("πῶς", "πώς"),
        ("πὼς", "πως"),
    ],
)
def test_words_told_by_their_accent_keep_it(old: str, new: str) -> None:
    assert monotonic(old) == new


@pytest.mark.parametrize("text", ["ή η πού που", "γιά", "night", "à la carte", "Việt", "Μαΐου"])
def test_text_without_old_accents_stays(text: str) -> None:
    assert monotonic(text) == text


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("τόν", "τον"),
        ("γιά", "για"),
        ("ποιός", "ποιος"),
        ("μού", "μου"),
        ("πού", "πού"),
        ("ή", "ή"),
        ("πώς", "πώς"),
        ("μία", "μία"),
        ("σκιά", "σκιά"),
        ("χάι", "χάι"),
        ("night", "night"),
        ("thé", "thé"),
    ],
)
def test_one_syllable_needs_no_accent_that_tells_nothing(word: str, plain: str) -> None:
    assert without_needless_accent(word) == plain


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("ὄρος", "ὅρος", True),
        ("τιμὴ", "τιμῇ", True),
        ("ὄρος", "όρος", False),
        ("τιμὴ", "τιμή", False),
        ("ὁδὸς", "ὁδός", False),
        ("naïve", "naive", False),
    ],
)
def test_only_texts_in_old_accents_are_told_by_them(one: str, other: str, wanted: bool) -> None:
    assert differ_in_old_signs(one, other) is wanted
    assert differ_in_old_signs(other, one) is wanted


@example("Ά᾽῭Ά")
@given(st.text(alphabet=[chr(code) for code in (*range(0x1F00, 0x2000), *range(0x370, 0x400))]))
def test_the_accents_of_today_stay_those_of_today(text: str) -> None:
    new = monotonic(unicodedata.normalize("NFC", text))
    assert monotonic(new) == new
