from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from facing_pages.core.splitting.spellings import DECOMPOSED_SPELLINGS, SPELLINGS, spelled_alike


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hoà"),
        ("khỏe", "khoẻ"),
        ("họa", "hoạ"),
        ("thúy", "thuý"),
        ("ủy", "uỷ"),
        ("बाज़ार", "बाजार"),
        ("ज़्यादा", "ज्यादा"),
        ("फ़ोन", "फोन"),
        ("ਜ਼ਮੀਨ", "ਜਮੀਨ"),
        ("ёлка", "елка"),
        ("أحمد", "احمد"),
        ("إلى", "الي"),
        ("مدرسة", "مدرسه"),
        ("τόν", "τον"),
    ],
)
def test_spellings_of_a_word_are_one(one: str, other: str) -> None:
    assert spelled_alike(one) == spelled_alike(other)
    decomposed = unicodedata.normalize("NFD", one)
    assert spelled_alike(decomposed) == spelled_alike(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hòa", "hóa"),
        ("hòa", "hoa"),
        ("hoàn", "hòan"),
        ("quý", "qúy"),
        ("mùa", "muà"),
        ("सड़क", "सडक"),
        ("कमल", "कमाल"),
        ("ਸ਼ੇਰ", "ਸੇਰ"),
        ("краи", "край"),
        ("على", "علا"),
        ("πού", "που"),
        ("νόμος", "νομός"),
    ],
)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert spelled_alike(one) != spelled_alike(other)


def test_every_spelling_has_a_reason() -> None:
    assert all(row.reason for row in (*DECOMPOSED_SPELLINGS, *SPELLINGS))


# A last letter that an accent hid, two dots below, and an accent that no Greek word has.
@example("ة́ό")
@example("फ़़")
@example("ό़òá")
@given(st.text(alphabet="oaeuyq òóáàỏẻаеёأإىةيज़क़फ़\u093c\u0300\u0301ὸό"))
def test_spelling_alike_twice_changes_nothing(text: str) -> None:
    once = spelled_alike(text)
    assert spelled_alike(once) == once
