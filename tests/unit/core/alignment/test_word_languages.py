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
        {("渔夫", "渔夫"), ("每天", "每天"), ("小船", "小船"), ("捕鱼", "鱼")},
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


@pytest.mark.parametrize(
    ("original", "rewrite", "marked"),
    [
        ("昨天晚上下了一场大雨。", "昨天夜里下了一场暴雨。", ["晚上 夜里", "大雨 暴雨"]),
        ("老人等了五十年，水退了。", "老人等了五百年，水退了。", ["五十 五百"]),
        ("她不喜欢这本书。", "她喜欢这本书。", ["不 -"]),
        ("彼は駅まで歩いて行った。", "彼は駅まで走って行った。", ["歩いて 走って"]),
        ("今朝は雨が降っていた。", "今朝は雨が降っていなかった。", ["いた いなかった"]),
        ("เมื่อวานฝนตกหนักมาก", "เมื่อคืนฝนตกหนักมาก", ["เมื่อวาน เมื่อคืน"]),
        ("ชาวบ้านวิ่งไปดูที่สะพาน", "ชาวบ้านเดินไปดูที่สะพาน", ["วิ่ง เดิน"]),
    ],
)
def test_whole_words_are_marked_where_a_script_sets_no_spaces(
    original: str, rewrite: str, marked: list[str]
) -> None:
    changes = compare(original, rewrite).changes
    assert marked == [
        f"{change.original.of(original) if change.original else '-'} "
        f"{change.rewrite.of(rewrite) if change.rewrite else '-'}"
        for change in changes
    ]
